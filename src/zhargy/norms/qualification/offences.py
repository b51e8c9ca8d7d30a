"""The offences that apply on an outcome, each with what it threatens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zhargy.norms.evaluation import NormOutcome, Outcome, Plan, explain, worth
from zhargy.norms.packs import Pack
from zhargy.norms.packs.relations import mentioned
from zhargy.norms.qualification.circumstances import circumstances_of
from zhargy.norms.qualification.laying import Laying
from zhargy.norms.qualification.penalties import (
    Circumstances,
    Threat,
)
from zhargy.norms.qualification.standings import open_exceptions
from zhargy.norms.qualification.threats import Possible, possible_cases
from zhargy.norms.qualification.values import (
    Offence,
)
from zhargy.norms.sanctions import Category, GeneralPart, Guilt, MciValue, Sanction, resolve
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import FactType

_NO_RULES: Final = GeneralPart(limits=(), steps=())
_MINDS: Final = frozenset(Guilt)


def offence_of(found: NormOutcome, outcome: Outcome, *, plan: Plan) -> Offence:
    """Return an offence that applies with its items and what it threatens.

    Args:
        found: What came of the norm.
        outcome: What came of all norms.
        plan: The pack made ready.
    """
    guilt = guilt_of(outcome, plan.pack)
    return Offence(
        pack=plan.pack.id,
        norm=found.norm,
        graver=tuple(norm for norm, truth in found.special.items() if truth is Truth.UNKNOWN),
        exceptions=open_exceptions(found, outcome),
        items=met_items(found, outcome),
        open_items=tuple(norm for norm, truth in _items(found, outcome) if truth is Truth.UNKNOWN),
        guilt=guilt,
        threats=tuple(_threats(found, outcome, plan=plan, guilt=guilt)),
        explanation=explain(outcome, found.norm.id),
    )


def guilt_of(outcome: Outcome, pack: Pack) -> Guilt:
    """Return the mind the deed was done with: what the fact whose choices are the minds says, else intent.

    Source:
        Criminal Code of Kazakhstan, Article 19(4): a deed of negligence is an offence only where the law says so.
    """
    facts = pack.vocabulary.facts.values()
    asked = (fact.name for fact in facts if fact.type is FactType.ENUM and frozenset(fact.choices) == _MINDS)
    told = next((value for name in asked if isinstance(value := outcome.facts.get(name), str)), None)
    return Guilt.INTENT if told is None else Guilt(told)


def index_of(outcome: Outcome, pack: Pack) -> MciValue | None:
    """Return the worth of the index on the day of the deed; ``None`` where the day or the worth is not known."""
    facts = pack.vocabulary.facts.values()
    told = (
        worth(pack.tables[fact.supplied], outcome.facts.get(fact.at)) for fact in facts if fact.supplied in pack.tables
    )
    return next((value for value in told if value is not None), None)


def _items(found: NormOutcome, outcome: Outcome) -> Iterator[tuple[str, Truth]]:
    """Yield the items of the offence's own provision with whether each is met."""
    for norm in mentioned(found.norm):
        if norm.startswith(f"{found.norm.id}__"):
            yield norm, outcome.norms[norm].met


def _threats(found: NormOutcome, outcome: Outcome, *, plan: Plan, guilt: Guilt) -> Iterator[Threat]:
    if found.norm.sanction is None:
        return
    pack = plan.pack
    for possible in possible_cases(found.norm.sanction, outcome, pack=pack):
        yield _threat(possible, found, outcome, plan=plan, guilt=guilt)


def _threat(possible: Possible, found: NormOutcome, outcome: Outcome, *, plan: Plan, guilt: Guilt) -> Threat:
    pack = plan.pack
    sanction = Sanction(alternatives=possible.case.alternatives)
    (resolved,) = resolve(sanction, general=pack.general or _NO_RULES, guilt=guilt)
    bearing = _bearing(found, outcome, plan, resolved.category.category)
    laying = Laying(facts=outcome.facts, index=index_of(outcome, pack), circumstances=bearing)
    return Threat(
        when=possible.case.when,
        truth=possible.truth,
        missing=possible.missing,
        multiplied=possible.multiplied,
        case=replace(resolved, when=possible.case.when),
        choices=tuple(laying.choice(alternative) for alternative in resolved.alternatives),
        circumstances=bearing,
    )


def _bearing(found: NormOutcome, outcome: Outcome, plan: Plan, category: Category | None) -> Circumstances:
    tags = {tag for norm in (found.norm.id, *met_items(found, outcome)) for tag in outcome.norms[norm].norm.tags}
    return circumstances_of(
        plan,
        outcome,
        category=category,
        tags=frozenset(tags),
        is_aggravated=bool(found.norm.basic),
    )


def met_items(found: NormOutcome, outcome: Outcome) -> tuple[str, ...]:
    """Return the ids of the items of an offence's own provision that are met, in the order of its condition."""
    return tuple(norm for norm, truth in _items(found, outcome) if truth is Truth.TRUE)
