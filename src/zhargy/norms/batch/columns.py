"""The facts of many cases, one column a fact, each as narrow as its values allow.

Truths, and what is unknown, are held as bits, 64 cases in a word; a choice as the bits of its place among the choices;
a set as one column of bits for each of its choices; numbers and money as whole numbers with a scale; days as
`zhargy.norms.batch.days` writes them.
Columns are filled up to a whole word; what stands behind the last case means nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
"""Bits of 64 cases in a word; uint64, shape (words,)."""

Bools = npt.NDArray[np.bool_]
"""One truth a case; bool, shape (cases,)."""

Integers = npt.NDArray[np.integer[Any]]
"""One whole number a case; any integer type, shape (cases,)."""

WORD: Final = 64
"""Cases in a word."""

_NARROW: Final = (np.int8, np.int16, np.int32, np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truths:
    """A fact that is true or false.

    Args:
        values: Where it is true; not where it is unknown.
        unknown: Where it is unknown; ``None``: nowhere.
    """

    values: Words
    unknown: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choices:
    """A fact that is one of several choices.

    Args:
        bits: Place of the choice among those of the fact, from its lowest bit on.
        unknown: Where it is unknown; ``None``: nowhere.
    """

    bits: tuple[Words, ...]
    unknown: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sets:
    """A fact that is a set of choices.

    Args:
        members: For each choice, where the set holds it; not where the set is unknown.
        unknown: Where it is unknown; ``None``: nowhere.
    """

    members: Mapping[str, Words]
    unknown: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numbers:
    """A number, or money in minor units.

    Args:
        values: The numbers times ten to the power of `scale`; where unknown, anything from `least` to `most`.
        scale: Digits behind the point that are kept; less than nothing where the last digits are all zero.
        least: Least of the values.
        most: Greatest of the values.
        unknown: Where it is unknown; ``None``: nowhere.
    """

    values: Integers
    scale: int
    least: int
    most: int
    unknown: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Days:
    """A day.

    Args:
        codes: The days as `zhargy.norms.batch.days.code` writes them.
        unknown: Where it is unknown; ``None``: nowhere.
    """

    codes: npt.NDArray[np.int32]
    unknown: Words | None = None


Column = Truths | Choices | Sets | Numbers | Days


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """The facts of many cases.

    Args:
        size: How many cases.
        facts: Columns by the names of the facts; a fact without one is unknown in every case.
    """

    size: int
    facts: Mapping[str, Column]

    @property
    def words(self) -> int:
        """How many words hold a bit of every case."""
        return words_for(self.size)


def words_for(size: int) -> int:
    """Return how many words hold a bit of each of `size` cases."""
    return -(-size // WORD)


def bits_for(choices: int) -> int:
    """Return how many bits tell one of so many choices.

    Example:
        >>> bits_for(1), bits_for(2), bits_for(5)
        (0, 1, 3)
    """
    return max(0, choices - 1).bit_length()


def packed(truths: Bools) -> Words:
    """Return truths as bits, filled up with false.

    Example:
        >>> packed(np.array([True, False, True])).tolist()
        [5]
    """
    octets = np.packbits(truths, bitorder="little")
    filled = np.zeros(words_for(truths.size) * 8, np.uint8)
    filled[: octets.size] = octets
    return filled.view(np.uint64)


def unpacked(words: Words, *, size: int) -> Bools:
    """Return the first `size` bits as truths: what `packed` undoes."""
    return np.unpackbits(words.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def narrowed(values: Integers) -> Integers:
    """Return whole numbers in the narrowest type that holds them, filled up to a whole word with the last of them.

    Example:
        >>> narrowed(np.array([18, 300])).dtype, narrowed(np.array([18, 300])).size
        (dtype('int16'), 64)
    """
    least, most = (int(values.min()), int(values.max())) if values.size else (0, 0)
    fitting = next(kind for kind in _NARROW if np.iinfo(kind).min <= least and most <= np.iinfo(kind).max)
    return np.pad(
        values.astype(fitting),
        (0, words_for(values.size) * WORD - values.size),
        mode="edge" if values.size else "constant",
    )
