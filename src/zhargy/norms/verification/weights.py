"""Sanctions as verification weighs them: what stands beside what, in the words of the norm language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from zhargy.norms.sanctions import (
    Category,
    Derived,
    End,
    Excess,
    GeneralPart,
    Guilt,
    Limit,
    Open,
    PenaltyKind,
    Quantity,
    ResolvedAlternative,
    ResolvedCase,
    ResolvedPenalty,
    Stated,
    Unit,
    ceiling,
    resolve,
)
from zhargy.norms.verification.sides import Side


def cases_of(side: Side) -> tuple[ResolvedCase, ...]:
    """Return the cases of a sanction with both ends of every range; the norm must have one."""
    return resolve(side.norm.sanction, general=side.general, guilt=Guilt.INTENT) if side.norm.sanction else ()


def penalties_in(case: ResolvedCase) -> Iterator[ResolvedPenalty]:
    """Yield every penalty of a case, main ones and accessories, each once."""
    yield from main_penalties(case)
    beside = (accessory.penalty for alternative in case.alternatives for accessory in alternative.accessories)
    yield from dict.fromkeys(beside)


def main_penalties(case: ResolvedCase) -> Iterator[ResolvedPenalty]:
    """Yield the main penalties of a case, each once."""
    yield from dict.fromkeys(penalty for alternative in case.alternatives for penalty in alternative.penalties)


def greatest(case: ResolvedCase, general: GeneralPart) -> ResolvedPenalty | None:
    """Return the penalty that makes the harshest choice the harshest; ``None`` where no rule tells."""
    highest = ceiling(case, general=general)
    return None if highest is None else _heaviest(highest, general)


def widest_limit(kind: PenaltyKind, general: GeneralPart) -> Limit | None:
    """Return the limit that reaches furthest of those a kind has for any category; ``None`` where it has none."""
    found = [limit for limit in general.limits if limit.kind is kind]
    return max(found, key=lambda limit: limit.most.finest.value, default=None)


def limit_of(kind: PenaltyKind, category: Category | None, general: GeneralPart) -> Limit | None:
    """Return the limit of a kind for a category, the widest there is where the category has none of its own."""
    return general.limit(kind, category=category) or widest_limit(kind, general)


def written(penalty: ResolvedPenalty) -> str:
    """Write a penalty with the ends that the text states: ``fine to 200 mci``."""
    ends = [(name, end) for name, end in (("from", penalty.lower), ("to", penalty.upper)) if _is_told(end)]
    units = {end.quantity.unit.value: None for _, end in ends if isinstance(end, Stated)}
    of = [f"of {penalty.of}"] if penalty.of else []
    return " ".join([penalty.kind.value, *(f"{name} {_end(end)}" for name, end in ends), *units, *of])


def excess_written(kind: PenaltyKind, excess: Excess) -> str:
    """Write a bound that is passed: ``fine 15000 mci > 10000 mci``."""
    sign = ">" if is_above(excess.stated, excess.limit) else "<"
    return f"{kind.value} {quantity(excess.stated)} {sign} {quantity(excess.limit)} ({excess.rule})"


def told_penalties(**penalties: ResolvedPenalty | None) -> Mapping[str, ResolvedPenalty]:
    """Return the penalties there are, by name."""
    return {name: penalty for name, penalty in penalties.items() if penalty is not None}


def quantity(value: Quantity) -> str:
    """Write a number of a unit: ``200 mci``."""
    return f"{value.value.normalize():f} {value.unit.value}"


def is_above(one: Quantity, other: Quantity) -> bool:
    """Whether one number is the greater; numbers of unlike units are not compared."""
    ours, theirs = one.finest, other.finest
    return ours.unit is theirs.unit and ours.value > theirs.value


def multiplied(end: End, times: Decimal) -> Quantity | None:
    """Return an end multiplied; ``None`` where it is no number."""
    if not isinstance(end, Stated | Derived) or end.quantity.unit in {Unit.TIMES_SANCTION, Unit.TIMES_VALUE}:
        return None
    return Quantity(value=end.quantity.value * times, unit=end.quantity.unit)


def _heaviest(alternative: ResolvedAlternative, general: GeneralPart) -> ResolvedPenalty:
    ranked = [penalty for penalty in alternative.penalties if penalty.kind in general.ladder]
    return max(ranked, key=lambda penalty: general.ladder.index(penalty.kind), default=alternative.penalties[0])


def _is_told(end: End) -> bool:
    return isinstance(end, Stated) or end in {Open.LIFE, Open.UNLIMITED}


def _end(end: End) -> str:
    return f"{end.quantity.value.normalize():f}" if isinstance(end, Stated) else str(end)
