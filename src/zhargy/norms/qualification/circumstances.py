"""What of the person and the deed bears on the penalty of one offence: bars, caps, mitigation, aggravation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from zhargy.norms.evaluation import NormOutcome, Outcome, Plan
from zhargy.norms.packs import Norm, NormKind, Pack
from zhargy.norms.qualification.penalties import (
    Bar,
    Cap,
    Circumstances,
)
from zhargy.norms.qualification.reasons import reasons
from zhargy.norms.sanctions import Category
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import SuppliedByOffence, Value

_RULES: Final = frozenset({NormKind.BAR, NormKind.LIMIT})
_FOUND: Final = frozenset({NormKind.MITIGATION, NormKind.AGGRAVATION})


def circumstances_of(
    plan: Plan,
    outcome: Outcome,
    *,
    category: Category | None,
    tags: frozenset[str],
    is_aggravated: bool,
) -> Circumstances:
    """Return what bears on the penalty of an offence; what is found of the offence is handed to the norms as facts.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts.
        category: Category of the offence; ``None`` where the words leave it open.
        tags: What the offence protects or concerns.
        is_aggravated: Whether it is the aggravated form of another.
    """
    told = _told(plan.pack, category=category, tags=tags, is_aggravated=is_aggravated)
    bearing = plan.again(outcome, {**outcome.facts, **told})
    found = [each for each in bearing.norms.values() if _bears(each.norm)]
    mitigating = _applying(found, NormKind.MITIGATION)
    return Circumstances(
        bars=tuple(_bars(found, bearing)),
        caps=tuple(_caps(found, bearing)),
        withheld=tuple(_withheld(found, bearing)) if mitigating else (),
        mitigating=mitigating,
        aggravating=_applying(found, NormKind.AGGRAVATION),
        rules=tuple(
            each.norm.id
            for each in found
            if each.norm.kind in _RULES and not each.norm.bars and each.norm.caps is None and each.result is Truth.TRUE
        ),
    )


def _bears(norm: Norm) -> bool:
    return norm.kind in _RULES or norm.kind in _FOUND or bool(norm.bars) or norm.caps is not None


def _told(pack: Pack, *, category: Category | None, tags: frozenset[str], is_aggravated: bool) -> Mapping[str, Value]:
    known: dict[str, Value] = {SuppliedByOffence.TAGS: tags, SuppliedByOffence.AGGRAVATED_FORM: is_aggravated}
    if category is not None:
        known[SuppliedByOffence.CATEGORY] = category.value
    return {name: known[fact.supplied] for name, fact in pack.vocabulary.facts.items() if fact.supplied in known}


def _bars(found: list[NormOutcome], outcome: Outcome) -> Iterator[Bar]:
    for each in found:
        if each.norm.bars and (facts := _open_or_met(each, outcome)):
            yield Bar(norm=each.norm.id, kinds=each.norm.bars, truth=each.result, facts=facts)


def _caps(found: list[NormOutcome], outcome: Outcome) -> Iterator[Cap]:
    for each in found:
        if each.norm.caps is not None and (facts := _open_or_met(each, outcome)):
            yield Cap(norm=each.norm.id, part=each.norm.caps, truth=each.result, facts=facts)


def _withheld(found: list[NormOutcome], outcome: Outcome) -> Iterator[Cap]:
    """Yield the caps for this category of offence that something else than a missing mitigation keeps away."""
    asked = {name for each in found if each.norm.kind is NormKind.MITIGATION for name in _facts_of(each)}
    for each in found:
        if each.norm.caps is not None and each.result is Truth.FALSE:
            facts = reasons(outcome, each.norm.id)
            if facts and not asked & {*facts} and SuppliedByOffence.CATEGORY not in facts:
                yield Cap(norm=each.norm.id, part=each.norm.caps, truth=Truth.FALSE, facts=facts)


def _facts_of(found: NormOutcome) -> Iterator[str]:
    for trace in found.traces:
        yield from (*trace.facts_used, *trace.unknown)


def _open_or_met(found: NormOutcome, outcome: Outcome) -> tuple[str, ...]:
    """Return the facts a norm rests on; none where it does not apply and no fact that can be given would make it."""
    return () if found.result is Truth.FALSE else reasons(outcome, found.norm.id)


def _applying(found: list[NormOutcome], kind: NormKind) -> tuple[str, ...]:
    return tuple(each.norm.id for each in found if each.norm.kind is kind and each.result is Truth.TRUE)
