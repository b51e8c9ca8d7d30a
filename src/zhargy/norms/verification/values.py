"""What verification finds: a code, the norms on both sides, and facts that show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from zhargy.model import Severity
from zhargy.norms.sanctions import Excess, PenaltyKind, ResolvedPenalty
from zhargy.norms.vocabulary import Value

__all__ = ["Address", "Passed", "Severity", "VerificationFinding", "Witness"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Address:
    """A norm and the pack it stands in.

    Args:
        pack: Id of the pack.
        norm: Element id of the norm.
    """

    pack: str
    norm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A case that shows a finding; the interpreter has confirmed it.

    Args:
        facts: No more facts than the finding needs; others may be as they like.
        as_of: Day the law is read at.
    """

    facts: Mapping[str, Value]
    as_of: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A bound of the General Part that a penalty passes.

    Args:
        kind: Kind of the penalty.
        excess: What it comes to, the bound, and the rule that sets it.
    """

    kind: PenaltyKind
    excess: Excess


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationFinding:
    """One thing a drafter should look at.

    Args:
        code: Stable code, N401 to N422 or N428.
        severity: An error contradicts the law or itself, a warning is likely no one's wish, information stands open.
        norms: The norms it is about, the one that should change first.
        params: Values for the placeholders of the message; penalties and amounts among them in the norm language.
        penalties: The same penalties as values, by the name of the placeholder.
        passed: The bounds it is about.
        witness: A case that shows it; ``None`` where the finding is that there is none, or where none is needed.
    """

    code: str
    severity: Severity
    norms: tuple[Address, ...]
    params: Mapping[str, str] = field(default_factory=dict)
    penalties: Mapping[str, ResolvedPenalty] = field(default_factory=dict)
    passed: tuple[Passed, ...] = ()
    witness: Witness | None = None
