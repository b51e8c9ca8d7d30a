"""Two sanctions laid side by side, choice by choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from zhargy.norms.sanctions.general import GeneralPart
from zhargy.norms.sanctions.judgements import (
    SAME,
    Judgement,
    Reason,
    Verdict,
    compare_penalties,
    compare_ranges,
    is_referred,
)
from zhargy.norms.sanctions.resolution import Derived, ResolvedAlternative, ResolvedCase, ResolvedPenalty, Stated
from zhargy.norms.sanctions.values import Open, PenaltyKind

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Two choices laid side by side: those whose first written penalty is of one kind.

    Args:
        kind: That kind.
        left: The choice of the first; ``None`` when it has none of this kind.
        right: The choice of the second; ``None`` when it has none of this kind.
        judgement: How the one stands to the other.
    """

    kind: PenaltyKind
    left: ResolvedAlternative | None
    right: ResolvedAlternative | None
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two cases laid side by side.

    Args:
        ceiling: How the harshest choice of the first stands to that of the second.
        lines: The choices of either, in the order of the first and then of the second.
    """

    ceiling: Judgement
    lines: tuple[Line, ...]


def ceiling(case: ResolvedCase, *, general: GeneralPart) -> ResolvedAlternative | None:
    """Return the harshest choice, ``None`` where no rule tells which one it is.

    Args:
        case: The choices.
        general: The order of the kinds.
    """
    for candidate in case.alternatives:
        verdicts = {_alternatives(candidate, other, general).verdict for other in case.alternatives}
        if verdicts <= {Verdict.HARSHER, Verdict.EQUAL}:
            return candidate
    return None


def compare(left: ResolvedCase, right: ResolvedCase, *, general: GeneralPart) -> Comparison:
    """Compare two cases: their ceilings, and choice by choice.

    A choice that holds the sanction of another norm is never called milder than one that does not: what it amounts to
    is not known here.

    Args:
        left: The first.
        right: The second.
        general: The order of the kinds, common to both.
    """
    highest = ceiling(left, general=general), ceiling(right, general=general)
    ours, theirs = _keyed(left), _keyed(right)
    return Comparison(
        ceiling=_alternatives(highest[0], highest[1], general)
        if highest[0] and highest[1]
        else _unsettled(left, right),
        lines=tuple(_line(key[0], ours.get(key), theirs.get(key), general) for key in dict.fromkeys([*ours, *theirs])),
    )


def _unsettled(left: ResolvedCase, right: ResolvedCase) -> Judgement:
    if left.alternatives == right.alternatives:
        return SAME
    return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.NO_RULE)


def _main(alternative: ResolvedAlternative, general: GeneralPart) -> ResolvedPenalty:
    """Return the penalty that gives a choice its weight: the highest of those the ladder orders, else the first."""
    ranked = [penalty for penalty in alternative.penalties if penalty.kind in general.ladder]
    return max(ranked, key=lambda penalty: _weight(penalty, general), default=alternative.penalties[0])


def _weight(penalty: ResolvedPenalty, general: GeneralPart) -> tuple[int, bool, Decimal]:
    """The rung of the kind, then whether it has no end, then how far it reaches."""
    upper = penalty.upper
    number = upper.quantity.finest.value if isinstance(upper, Stated | Derived) else Decimal(0)
    return general.ladder.index(penalty.kind), upper in {Open.LIFE, Open.UNLIMITED}, number


def _keyed(case: ResolvedCase) -> dict[tuple[PenaltyKind, int], ResolvedAlternative]:
    """The choices by the kind they begin with, the second of a kind apart from the first."""
    seen: Counter[PenaltyKind] = Counter()
    keyed = {}
    for item in case.alternatives:
        kind = item.penalties[0].kind
        keyed[kind, seen[kind]] = item
        seen[kind] += 1
    return keyed


def _line(
    kind: PenaltyKind, left: ResolvedAlternative | None, right: ResolvedAlternative | None, general: GeneralPart
) -> Line:
    if left is not None and right is not None:
        judgement = _alternatives(left, right, general)
    else:
        judgement = Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.ONLY_ONE_HAS_IT)
    return Line(kind=kind, left=left, right=right, judgement=judgement)


def _alternatives(left: ResolvedAlternative, right: ResolvedAlternative, general: GeneralPart) -> Judgement:
    """Compare what is known of two choices, then heed what is not: the sanction of another norm."""
    if left == right:
        return SAME
    judgement = _known(left, right, general)
    unknown = [_is_referred(item) for item in (left, right)]
    settled = {(False, False): set(Verdict), (True, False): {Verdict.HARSHER}, (False, True): {Verdict.MILDER}}
    if judgement.verdict in settled.get((unknown[0], unknown[1]), set()):
        return judgement
    return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.REFERRED)


def _is_referred(alternative: ResolvedAlternative) -> bool:
    beside = [accessory.penalty for accessory in alternative.accessories]
    return any(is_referred(penalty) for penalty in (*alternative.penalties, *beside))


def _known(left: ResolvedAlternative, right: ResolvedAlternative, general: GeneralPart) -> Judgement:
    """Compare the penalties that weigh most; where they are equal, what stands beside them."""
    judgement = compare_penalties(_main(left, general), _main(right, general), general=general)
    if judgement.verdict is not Verdict.EQUAL:
        return judgement
    beside = _beside(_besides(left, general), _besides(right, general), general)
    if beside.verdict is not Verdict.EQUAL:
        return beside
    return _accessories(left, right)


def _besides(alternative: ResolvedAlternative, general: GeneralPart) -> Counter[ResolvedPenalty]:
    main = _main(alternative, general)
    return Counter(penalty for penalty in alternative.penalties if penalty is not main)


def _beside(left: Counter[ResolvedPenalty], right: Counter[ResolvedPenalty], general: GeneralPart) -> Judgement:
    ours, theirs = list((left - right).elements()), list((right - left).elements())
    if len(ours) == 1 and len(theirs) == 1:
        return compare_penalties(ours[0], theirs[0], general=general)
    return _more(left, right)


def _more(left: Counter[_Item], right: Counter[_Item]) -> Judgement:
    """Judge by what one has beyond the other; where each has something of its own, nothing tells."""
    ours, theirs = left - right, right - left
    if ours and theirs:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.CROSSED)
    if not ours and not theirs:
        return SAME
    return Judgement(verdict=Verdict.HARSHER if ours else Verdict.MILDER, reason=Reason.MORE_PENALTIES)


def _accessories(left: ResolvedAlternative, right: ResolvedAlternative) -> Judgement:
    ours = {item.penalty.kind: item for item in left.accessories}
    theirs = {item.penalty.kind: item for item in right.accessories}
    if ours.keys() != theirs.keys():
        return _more(Counter(dict.fromkeys(ours, 1)), Counter(dict.fromkeys(theirs, 1)))
    judgements = [compare_ranges(ours[kind].penalty, theirs[kind].penalty) for kind in ours]
    judgements += [_duty(ours[kind].is_mandatory, theirs[kind].is_mandatory) for kind in ours]
    return _together(judgements)


def _duty(left: bool, right: bool) -> Judgement:  # noqa: FBT001 - two equals of one kind
    if left is right:
        return SAME
    return Judgement(verdict=Verdict.HARSHER if left else Verdict.MILDER, reason=Reason.MANDATORY)


def _together(judgements: list[Judgement]) -> Judgement:
    """Return the one direction all point in, incomparable where they point in both."""
    telling = [item for item in judgements if item.verdict is not Verdict.EQUAL]
    if not telling:
        return SAME
    if len({item.verdict for item in telling}) > 1:
        return Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.CROSSED)
    return telling[0]
