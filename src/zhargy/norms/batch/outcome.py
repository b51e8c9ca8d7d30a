"""What comes of many cases: the truth of each norm in each case, or only how often it is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhargy.norms.batch.columns import WORD, Bools, Words, unpacked
from zhargy.norms.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """In how many cases something is true, false, unknown."""

    true: int
    false: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TruthColumn:
    """A truth in each of many cases.

    Args:
        size: How many cases.
        can_be_true: Bits of the cases in which it is true or unknown.
        can_be_false: Bits of the cases in which it is false or unknown.
    """

    size: int
    can_be_true: Words
    can_be_false: Words

    def where(self, truth: Truth) -> Bools:
        """Return the cases in which it is of some truth; bool, shape (cases,)."""
        bits = {
            Truth.TRUE: ~self.can_be_false,
            Truth.FALSE: ~self.can_be_true,
            Truth.UNKNOWN: self.can_be_true & self.can_be_false,
        }
        return unpacked(bits[truth], size=self.size)

    def numbers(self) -> npt.NDArray[np.int8]:
        """Return 1 where it is true, 0 where it is false, -1 where it is unknown; int8, shape (cases,)."""
        return self.where(Truth.TRUE).astype(np.int8) - self.where(Truth.UNKNOWN)

    def at(self, case: int) -> Truth:
        """Return the truth in one case."""
        word, bit = divmod(case, WORD)
        true, false = (int(bits[word]) >> bit & 1 for bits in (self.can_be_true, self.can_be_false))
        return Truth.UNKNOWN if true == false else Truth.of(bool(true))

    @property
    def tally(self) -> Tally:
        """In how many cases it is true, false, unknown."""
        true, false = (int(self.where(truth).sum()) for truth in (Truth.TRUE, Truth.FALSE))
        return Tally(true=true, false=false, unknown=self.size - true - false)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BatchOutcome:
    """What comes of many cases.

    Args:
        size: How many cases.
        met: For each norm asked about, by id, whether it is met.
        result: For each norm asked about, by id, whether it applies.
    """

    size: int
    met: Mapping[str, TruthColumn]
    result: Mapping[str, TruthColumn]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTally:
    """How often a norm is met, and how often it applies."""

    met: Tally
    result: Tally
