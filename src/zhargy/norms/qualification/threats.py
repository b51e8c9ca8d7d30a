"""What a sanction comes to on the facts: its branch, and the sanction of another norm where it multiplies that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from zhargy.norms.evaluation import Outcome
from zhargy.norms.evaluation.reaching import awaited
from zhargy.norms.exact import EXACT
from zhargy.norms.expression import evaluate, parse
from zhargy.norms.packs import Pack
from zhargy.norms.qualification.penalties import (
    Multiplied,
)
from zhargy.norms.sanctions import (
    Accessory,
    Alternative,
    Bound,
    Case,
    Measure,
    Penalty,
    PenaltyKind,
    Sanction,
    Unit,
    lay_out,
)
from zhargy.norms.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A case of a sanction that the facts call for, or may.

    Args:
        case: The case.
        truth: True where it is the one, unknown where it may be.
        missing: Names of the facts that would tell.
        multiplied: The sanction it takes several times, if it does.
    """

    case: Case
    truth: Truth
    missing: tuple[str, ...] = ()
    multiplied: Multiplied | None = None


def possible_cases(sanction: Sanction, outcome: Outcome, *, pack: Pack) -> tuple[Possible, ...]:
    """Return the cases of a sanction that are possible on the facts, with every multiple worked out.

    The first branch whose condition holds is the case, the sanction itself where none does. A branch before it whose
    condition is not decided is possible too, and then nothing behind it is certain.

    Args:
        sanction: The sanction.
        outcome: What came of the facts.
        pack: The pack, for the conditions and for the sanctions that are multiplied.
    """
    cases = _chosen(sanction, outcome, pack)
    return tuple(each for case in cases for each in _multiplied(case, outcome, pack))


def _chosen(sanction: Sanction, outcome: Outcome, pack: Pack) -> tuple[Possible, ...]:
    base, *branches = lay_out(sanction)
    met = {norm: found.met for norm, found in outcome.norms.items()}
    found: list[Possible] = []
    truth = Truth.TRUE
    for branch in branches:
        trace = evaluate(parse(branch.when), outcome.facts, vocabulary=pack.vocabulary, met=met)
        if trace.truth is Truth.TRUE:
            return (*found, Possible(case=branch, truth=truth))
        if trace.truth is Truth.UNKNOWN:
            truth = Truth.UNKNOWN
            missing = dict.fromkeys([*trace.unknown, *awaited(outcome, trace.unknown_norms)])
            found.append(Possible(case=branch, truth=truth, missing=tuple(missing)))
    return (*found, Possible(case=base, truth=truth))


def _multiplied(possible: Possible, outcome: Outcome, pack: Pack) -> Iterator[Possible]:
    """Yield a case for each sanction that its multiple may mean; the case itself where it has none."""
    factors = [measure for measure in _measures(possible.case) if measure.unit is Unit.TIMES_SANCTION]
    targets = multiplied_norms(factors[0].of, pack=pack) if factors else ()
    if not targets:
        yield possible
    for target in targets:
        sanction = pack.norms[target].sanction
        assert sanction is not None
        inner_cases = _chosen(sanction, outcome, pack)
        for inner in inner_cases:
            yield Possible(
                case=replace(possible.case, alternatives=tuple(_taken(possible.case, inner.case))),
                truth=Truth.UNKNOWN if len(targets) > 1 or len(inner_cases) > 1 else possible.truth,
                missing=tuple(dict.fromkeys([*possible.missing, *inner.missing])),
                multiplied=Multiplied(norm=target, lower=_factor(factors[0].lower), upper=_factor(factors[0].upper)),
            )


def multiplied_norms(name: str, *, pack: Pack) -> tuple[str, ...]:
    """Return the ids of the norms with a sanction that a multiple can mean: the one named, else those below it.

    Args:
        name: Id of a norm or of the provision above several: ``art_3``.
        pack: The pack.
    """
    found = pack.norms.get(name)
    if found is not None and found.sanction is not None:
        return (name,)
    return tuple(
        norm.id for norm in pack.norms.values() if norm.sanction is not None and norm.id.startswith(f"{name}__")
    )


def _measures(case: Case) -> Iterator[Measure]:
    for alternative in case.alternatives:
        yield from (penalty.measure for penalty in alternative.penalties)
        yield from (accessory.penalty.measure for accessory in alternative.accessories)


def _factor(bound: Bound) -> Decimal:
    return bound if isinstance(bound, Decimal) else Decimal(1)


def _taken(case: Case, inner: Case) -> Iterator[Alternative]:
    """Yield the alternatives of a case, each multiple in them replaced by every alternative of the multiplied case."""
    for alternative in case.alternatives:
        parts = [_replacements(penalty, inner) for penalty in alternative.penalties]
        for chosen in product(*parts):
            accessories = tuple(accessory for part in chosen for accessory in part.accessories)
            own = tuple(each for accessory in alternative.accessories for each in _accessory(accessory, inner))
            yield Alternative(
                penalties=tuple(penalty for part in chosen for penalty in part.penalties),
                accessories=(*own, *accessories),
            )


def _replacements(penalty: Penalty, inner: Case) -> tuple[Alternative, ...]:
    if penalty.measure.unit is not Unit.TIMES_SANCTION:
        return (Alternative(penalties=(penalty,)),)
    if penalty.kind is not PenaltyKind.REFERRED:
        return tuple(Alternative(penalties=(each,)) for each in _of_kind(penalty, inner)) or (
            Alternative(penalties=(penalty,)),
        )
    return tuple(
        Alternative(
            penalties=tuple(_times(each, penalty) for each in alternative.penalties),
            accessories=tuple(
                replace(accessory, penalty=_times(accessory.penalty, penalty)) for accessory in alternative.accessories
            ),
        )
        for alternative in inner.alternatives
    )


def _of_kind(penalty: Penalty, inner: Case) -> Iterator[Penalty]:
    for alternative in inner.alternatives:
        for each in alternative.penalties:
            if each.kind is penalty.kind:
                yield replace(_times(each, penalty), is_optional=penalty.is_optional)


def _accessory(accessory: Accessory, inner: Case) -> Iterator[Accessory]:
    if accessory.penalty.measure.unit is not Unit.TIMES_SANCTION:
        yield accessory
        return
    beside = dict.fromkeys(each for alternative in inner.alternatives for each in alternative.accessories)
    for each in beside:
        if accessory.penalty.kind in {each.penalty.kind, PenaltyKind.REFERRED}:
            yield replace(accessory, penalty=_times(each.penalty, accessory.penalty))


def _times(penalty: Penalty, by: Penalty) -> Penalty:
    """Multiply the ends that are numbers; what the text is silent about stays silent."""
    measure = replace(
        penalty.measure,
        lower=_product(penalty.measure.lower, by.measure.lower),
        upper=_product(penalty.measure.upper, by.measure.upper),
    )
    return replace(penalty, measure=measure, according_to=by.according_to or penalty.according_to)


def _product(bound: Bound, factor: Bound) -> Bound:
    return EXACT.multiply(bound, _factor(factor)) if isinstance(bound, Decimal) else bound


def names_of_values(case: Case) -> Mapping[str, None]:
    """Return the names of the values that penalties of a case are multiples of, each once."""
    return {measure.of: None for measure in _measures(case) if measure.unit is Unit.TIMES_VALUE}
