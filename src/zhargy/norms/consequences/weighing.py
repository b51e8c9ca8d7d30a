"""What an answer weighs: the choices that are left to the court on the facts, and the most of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

from zhargy.norms.consequences.values import Gravity, Most, OffenceWeight, Weight, World
from zhargy.norms.evaluation import Plan, ReadOutcome
from zhargy.norms.qualification import LaidPenalty, Offence, Threat
from zhargy.norms.qualification.answering import answer
from zhargy.norms.sanctions import (
    Derived,
    GeneralPart,
    Open,
    PenaltyKind,
    Quantity,
    ResolvedAccessory,
    ResolvedAlternative,
    ResolvedPenalty,
    Stated,
    Unit,
)
from zhargy.norms.truth import Truth

CASE: Final = "case of the sanction of "
"""What the name of a choice begins with that tells not a reading but which case of a sanction is taken."""

_ENDLESS: Final = frozenset({Open.LIFE, Open.UNLIMITED})
_ORDER: Final = (Gravity.NONE, Gravity.UNSETTLED, *(each for each in Gravity if each not in {"none", "unsettled"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a pack adds to an answer, its words read in one way.

    Args:
        choices: The readings taken.
        offences: Its offences that hold.
        is_open: Whether facts that are missing could still make one apply.
    """

    choices: tuple[tuple[str, str], ...]
    offences: tuple[OffenceWeight, ...]
    is_open: bool = False


def shares_of(plan: Plan, outcomes: Sequence[ReadOutcome]) -> tuple[Share, ...]:
    """Return what comes of a case under one pack, for each reading and each case of a sanction that is possible.

    Args:
        plan: The pack made ready.
        outcomes: What comes of the facts under each reading that matters.
    """
    shares: dict[Share, None] = {}
    for read in outcomes:
        found = answer([(plan, read.outcome)], choices=read.choices)
        choices, is_open = tuple(sorted(read.choices.items())), bool(found.open)
        for ways in product(*(tuple(_ways(offence, plan.pack.general)) for offence in found.offences)):
            taken = tuple(sorted([*choices, *(pair for _, pairs in ways for pair in pairs)]))
            weights = tuple(weight for weight, _ in ways)
            shares[Share(choices=taken, offences=weights, is_open=is_open)] = None
    return tuple(shares)


def worlds_of(shares: Iterable[Sequence[Share]]) -> tuple[World, ...]:
    """Return what comes of a case under packs that hold together: readings that they share are taken alike.

    Args:
        shares: What each pack adds.
    """
    found: dict[World, None] = {}
    for combination in product(*shares):
        choices = _together(share.choices for share in combination)
        if choices is not None:
            weight = weight_of([offence for share in combination for offence in share.offences])
            is_open = any(share.is_open for share in combination)
            found[World(choices=choices, weight=weight, is_open=is_open)] = None
    return tuple(found)


def agree(left: World, right: World) -> bool:
    """Whether two laws are read alike where both ask the same question of law."""
    return _together([left.choices, right.choices]) is not None


def weight_of(offences: Sequence[OffenceWeight]) -> Weight:
    """Return what offences that hold together weigh."""
    penalties = [penalty for each in offences for choice in each.alternatives for penalty in choice.penalties]
    fines = [penalty for penalty in penalties if penalty.kind is PenaltyKind.FINE]
    prison = [each for each in penalties if each.kind in {PenaltyKind.IMPRISONMENT, PenaltyKind.LIFE}]
    return Weight(
        offences=tuple(offences),
        gravity=max((each.gravity for each in offences), key=_ORDER.index, default=Gravity.NONE),
        months=_most(prison),
        fine=_most(fine for fine in fines if not fine.of),
        multiple=_most(fine for fine in fines if fine.of),
    )


def _together(choices: Iterable[tuple[tuple[str, str], ...]]) -> tuple[tuple[str, str], ...] | None:
    """Return readings taken together, ``None`` where two of them part."""
    taken: dict[str, str] = {}
    for name, choice in (pair for pairs in choices for pair in pairs):
        if taken.setdefault(name, choice) != choice:
            return None
    return tuple(sorted(taken.items()))


def _ways(offence: Offence, general: GeneralPart | None) -> Iterator[tuple[OffenceWeight, tuple[tuple[str, str], ...]]]:
    """Yield what an offence weighs in each case of its sanction that is possible, with what says which case it is.

    A case left open is a choice like a reading: two laws that share the offence are compared in the same case.
    """
    for threat in offence.threats:
        weight = OffenceWeight(
            pack=offence.pack,
            norm=offence.id,
            gravity=Gravity.of(threat.case.category.category),
            alternatives=tuple(_left(threat, general)),
        )
        multiplied = "" if threat.multiplied is None else threat.multiplied.norm
        which = (f"{CASE}{offence.id}", " ".join(filter(None, (threat.when, multiplied))))
        yield weight, (which,) if len(offence.threats) > 1 else ()
    if not offence.threats:
        yield OffenceWeight(pack=offence.pack, norm=offence.id, gravity=Gravity.UNSETTLED, alternatives=()), ()


def _left(threat: Threat, general: GeneralPart | None) -> Iterator[ResolvedAlternative]:
    """Yield the choices that are left on the facts; one whose mandatory penalty is barred falls away."""
    for choice in threat.choices:
        penalties = tuple(
            _lowered(laid, threat, general) for laid in choice.penalties if not (laid.is_barred and _may_fall(laid))
        )
        if penalties and not any(laid.is_barred and not _may_fall(laid) for laid in choice.penalties):
            accessories = tuple(
                ResolvedAccessory(penalty=laid.penalty, is_mandatory=laid.is_mandatory)
                for laid in choice.accessories
                if not laid.is_barred
            )
            yield ResolvedAlternative(penalties=penalties, accessories=accessories)


def _may_fall(laid: LaidPenalty) -> bool:
    return laid.penalty.is_optional


def _lowered(laid: LaidPenalty, threat: Threat, general: GeneralPart | None) -> ResolvedPenalty:
    """Return a penalty with the most that is left, in whole units; a bar on life leaves the longest term there is."""
    penalty = laid.penalty
    if any(bar.truth is Truth.TRUE for bar in laid.life_bars):
        limit = None if general is None else general.limit(penalty.kind, category=threat.case.category.category)
        if limit is not None:
            penalty = replace(penalty, upper=Derived(quantity=limit.most, rule=limit.rule))
    if laid.ceiling is None:
        return penalty
    most = Stated(quantity=Quantity(value=Decimal(int(laid.ceiling.value)), unit=laid.ceiling.unit))
    return replace(penalty, upper=most, lower=most if laid.ceiling.is_below_least else penalty.lower)


def _most(penalties: Iterable[ResolvedPenalty]) -> Most | None:
    """Return the greatest end; ``None`` where there is no penalty."""
    ends = [Open.LIFE if each.kind is PenaltyKind.LIFE else each.upper for each in penalties]
    if not ends:
        return None
    if endless := [end for end in ends if isinstance(end, Open) and end in _ENDLESS]:
        return endless[0]
    numbers = [Fraction(end.quantity.finest.value) for end in ends if isinstance(end, Stated | Derived)]
    return max(numbers) if len(numbers) == len(ends) else Open.UNSPECIFIED


def tops_of(weight: Weight) -> Mapping[tuple[PenaltyKind, Unit | str], Most]:
    """Return the most of each kind of penalty that may be imposed, by kind and by what it is counted in.

    Args:
        weight: What comes of a case.
    """
    kept: dict[tuple[PenaltyKind, Unit | str], list[ResolvedPenalty]] = {}
    for offence in weight.offences:
        for choice in offence.alternatives:
            for penalty in choice.penalties:
                kept.setdefault((penalty.kind, _counted_in(penalty)), []).append(penalty)
    return {key: most for key, penalties in kept.items() if (most := _most(penalties)) is not None}


def _counted_in(penalty: ResolvedPenalty) -> Unit | str:
    if penalty.of:
        return penalty.of
    ends = (end.quantity.finest.unit for end in (penalty.upper, penalty.lower) if isinstance(end, Stated | Derived))
    return next(ends, Unit.WHOLE)
