"""Which of two penalties is harsher, always with the reason. What no rule orders is incomparable."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zhargy.norms.sanctions.general import GeneralPart
from zhargy.norms.sanctions.resolution import Derived, End, ResolvedPenalty, Stated
from zhargy.norms.sanctions.values import Open, PenaltyKind, Unit


class Verdict(StrEnum):
    """How the first of two stands to the second."""

    HARSHER = "harsher"
    MILDER = "milder"
    EQUAL = "equal"
    INCOMPARABLE = "incomparable"


class Reason(StrEnum):
    """Why."""

    SAME = "same"
    UPPER = "upper"
    LOWER = "lower"
    CROSSED = "crossed"
    KIND = "kind"
    LIFE = "life"
    MORE_PENALTIES = "more_penalties"
    MANDATORY = "mandatory"
    ONLY_ONE_HAS_IT = "only_one_has_it"
    NO_RULE = "no_rule"
    UNLIKE_UNITS = "unlike_units"
    OPEN_END = "open_end"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How the first stands to the second, and why.

    Args:
        verdict: Harsher, milder, equal or incomparable.
        reason: What decided.
        rule: The provision that orders the kinds, where that decided; empty otherwise.
    """

    verdict: Verdict
    reason: Reason
    rule: str = ""


SAME: Final = Judgement(verdict=Verdict.EQUAL, reason=Reason.SAME)
"""Nothing tells the two apart."""

_OPPOSITE: Final = {Verdict.HARSHER: Verdict.MILDER, Verdict.MILDER: Verdict.HARSHER}


def compare_penalties(left: ResolvedPenalty, right: ResolvedPenalty, *, general: GeneralPart) -> Judgement:
    """Compare two penalties: by kind where the kinds differ and a rule orders them, by range otherwise.

    A range is harsher when neither end is lower and one is higher; the upper end is named as the reason when both are.
    Of two equal ranges the one that the court may leave out is milder.

    Args:
        left: The first.
        right: The second.
        general: The order of the kinds.
    """
    if is_referred(left) or is_referred(right):
        return SAME if left == right else Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.REFERRED)
    if left.kind is not right.kind:
        return _kinds(left.kind, right.kind, general)
    judgement = compare_ranges(left, right)
    if judgement.verdict is Verdict.EQUAL and left.is_optional is not right.is_optional:
        return Judgement(verdict=Verdict.MILDER if left.is_optional else Verdict.HARSHER, reason=Reason.MANDATORY)
    return judgement


def is_referred(penalty: ResolvedPenalty) -> bool:
    """Whether the penalty is a multiple of another norm's sanction, so that its size is not known here."""
    ends = (penalty.lower, penalty.upper)
    multiplied = any(isinstance(end, Stated) and end.quantity.unit is Unit.TIMES_SANCTION for end in ends)
    return multiplied or penalty.kind is PenaltyKind.REFERRED


def _kinds(left: PenaltyKind, right: PenaltyKind, general: GeneralPart) -> Judgement:
    if left not in general.ladder or right not in general.ladder:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.NO_RULE)
    is_harsher = general.ladder.index(left) > general.ladder.index(right)
    verdict = Verdict.HARSHER if is_harsher else Verdict.MILDER
    return Judgement(verdict=verdict, reason=Reason.KIND, rule=general.ladder_rule)


def compare_ranges(left: ResolvedPenalty, right: ResolvedPenalty) -> Judgement:
    """Compare the ends of two penalties of one kind."""
    if (left.lower, left.upper, left.of) == (right.lower, right.upper, right.of):
        return SAME
    if left.of != right.of:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.UNLIKE_UNITS)
    upper, lower = _ends(left.upper, right.upper), _ends(left.lower, right.lower)
    odd = next((item for item in (upper, lower) if item.verdict is Verdict.INCOMPARABLE), None)
    if odd is not None:
        return odd
    if upper.verdict is Verdict.EQUAL:
        reason = Reason.SAME if lower.verdict is Verdict.EQUAL else Reason.LOWER
        return Judgement(verdict=lower.verdict, reason=reason)
    if lower.verdict is _OPPOSITE[upper.verdict]:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.CROSSED)
    return Judgement(verdict=upper.verdict, reason=Reason.LIFE if upper.reason is Reason.LIFE else Reason.UPPER)


def _ends(left: End, right: End) -> Judgement:
    endless = {Open.LIFE, Open.UNLIMITED}
    if left == right:
        return SAME
    if Open.UNSPECIFIED in {left, right} or (left in endless and right in endless):
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.OPEN_END)
    if left in endless or right in endless:
        verdict = Verdict.HARSHER if left in endless else Verdict.MILDER
        return Judgement(verdict=verdict, reason=Reason.LIFE)
    return _numbers(left, right)


def _numbers(left: End, right: End) -> Judgement:
    if not isinstance(left, Stated | Derived) or not isinstance(right, Stated | Derived):
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.OPEN_END)
    ours, theirs = left.quantity.finest, right.quantity.finest
    if ours.unit is not theirs.unit:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.UNLIKE_UNITS)
    return Judgement(verdict=_order(ours.value, theirs.value), reason=Reason.UPPER)


def _order(left: Decimal, right: Decimal) -> Verdict:
    if left == right:
        return Verdict.EQUAL
    return Verdict.HARSHER if left > right else Verdict.MILDER
