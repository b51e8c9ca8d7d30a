"""What an evaluation finds out, norm by norm, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhargy.norms.expression import Operand, Trace
from zhargy.norms.packs.values import Norm, Standing
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class NormOutcome:
    """What came of one norm.

    Three layers are kept apart: the elements are met; no exception defeats the norm; no special norm displaces it.

    Args:
        norm: The norm.
        in_force: Whether it is law on the day asked about.
        subject: How the condition on the addressee came out; ``None`` where there is none or the norm is not in force.
        condition: How the condition came out; ``None`` where the norm is not in force.
        basic: Whether the basic form is met; true for a form that stands alone.
        elements: Whether all elements are met.
        exceptions: Whether each exception in force is met, by id.
        met: Whether the elements are met and no exception is.
        special: Whether each norm it gives way to is met, by id.
        result: Whether it applies: it is met and gives way to none.
        amount: What it comes to; ``None`` where it is not met, or comes to nothing that could be told.
    """

    norm: Norm
    in_force: bool
    subject: Trace | None
    condition: Trace | None
    basic: Truth
    elements: Truth
    exceptions: Mapping[str, Truth]
    met: Truth
    special: Mapping[str, Truth]
    result: Truth
    amount: Operand | None = None

    @property
    def standing(self) -> Standing:
        """Where the norm stands, by the outermost reason."""
        if not self.in_force:
            return Standing.NOT_IN_FORCE
        if self.elements is Truth.FALSE:
            return Standing.NOT_MET
        if Truth.TRUE in self.exceptions.values():
            return Standing.DEFEATED
        if Truth.TRUE in self.special.values():
            return Standing.DISPLACED
        return Standing.APPLIES if self.result is Truth.TRUE else Standing.UNKNOWN

    @property
    def traces(self) -> tuple[Trace, ...]:
        """How its own conditions came out."""
        return tuple(trace for trace in (self.subject, self.condition) if trace is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of the facts of a case.

    Args:
        as_of: Day the law was read at.
        facts: What was known.
        norms: What came of each norm, by id, in the order of the act.
    """

    as_of: date
    facts: Mapping[str, Value]
    norms: Mapping[str, NormOutcome]

    @property
    def applying(self) -> tuple[str, ...]:
        """Ids of the norms that apply."""
        return tuple(norm for norm, found in self.norms.items() if found.result is Truth.TRUE)


class StepKind(StrEnum):
    """What a step of an explanation is about."""

    NORM = "norm"
    IN_FORCE = "in_force"
    SUBJECT = "subject"
    CONDITION = "condition"
    BASIC = "basic"
    NAMED = "named"
    EXCEPTION = "exception"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A step of the proof with those it rests on.

    Args:
        kind: What it is about.
        norm: Element id of the norm.
        truth: How it came out.
        trace: The condition with its parts, for steps that are one.
        steps: What it rests on.
    """

    kind: StepKind
    norm: str
    truth: Truth
    trace: Trace | None = None
    steps: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that is another."""

    fact: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A smallest change of the facts that changes the result of a norm.

    Args:
        changes: One fact, or two neither of which would do alone.
        result: What the result would be.
    """

    changes: tuple[Change, ...]
    result: Truth
