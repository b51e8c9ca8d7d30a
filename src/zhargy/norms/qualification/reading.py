"""Open questions of law that make another answer on these facts, and the answer for each way to read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from zhargy.norms.evaluation import NormOutcome, Outcome, Plan, ReadOutcome, taken
from zhargy.norms.evaluation.reaching import awaited
from zhargy.norms.qualification.standings import elements_await, holds, offences_in
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

_Signature = Sequence[tuple[str, bool, Truth, int | None]]


def read_outcomes(plan: Plan, facts: Mapping[str, Value], *, as_of: date) -> tuple[ReadOutcome, ...]:
    """Return what comes of the facts for each combination of readings that leads to other offences or penalties.

    A question that waits for facts besides is left open: what could come of it is told by those facts.

    Args:
        plan: The pack made ready.
        facts: What is known; a reading among them is settled.
        as_of: Day the law is read at.
    """
    return tuple(_split(plan, plan.evaluate(facts, as_of=as_of), {}))


def _split(plan: Plan, outcome: Outcome, chosen: Mapping[str, str]) -> Iterator[ReadOutcome]:
    waiting = {name for found in offences_in(outcome) for name in _waiting(plan, outcome, found)}
    name = next((fact.name for fact in plan.pack.readings if fact.name in waiting), None)
    if name is None:
        yield ReadOutcome(choices=chosen, outcome=outcome)
        return
    groups = []
    for choice in plan.pack.vocabulary.facts[name].choices:
        tried = plan.again(outcome, {**outcome.facts, name: choice})
        groups.append(tuple(_split(plan, tried, {**chosen, name: choice})))
    first, *others = [
        [(_without(each.choices, name), _signature(plan, each.outcome)) for each in group] for group in groups
    ]
    if all(other == first for other in others):
        yield from (ReadOutcome(choices=_without(each.choices, name), outcome=each.outcome) for each in groups[0])
    else:
        yield from (each for group in groups for each in group)


def _waiting(plan: Plan, outcome: Outcome, found: NormOutcome) -> Iterator[str]:
    """Yield what an offence waits for, where it waits for questions of law alone; what the branches of one wait for."""
    vocabulary = plan.pack.vocabulary
    waiting = elements_await(found, outcome)
    if all((fact := vocabulary.find(name)) is not None and fact.is_reading for name in waiting):
        yield from waiting
    if holds(found, outcome) and found.norm.sanction is not None:
        for trace in taken(found.norm.sanction, outcome, vocabulary=vocabulary).open:
            yield from trace.unknown
            yield from awaited(outcome, trace.unknown_norms)


def _signature(plan: Plan, outcome: Outcome) -> _Signature:
    return [
        (found.norm.id, holds(found, outcome), found.elements, _branch(plan, outcome, found))
        for found in offences_in(outcome)
        if found.elements is not Truth.FALSE
    ]


def _branch(plan: Plan, outcome: Outcome, found: NormOutcome) -> int | None:
    sanction = found.norm.sanction
    return None if sanction is None else taken(sanction, outcome, vocabulary=plan.pack.vocabulary).branch


def _without(choices: Mapping[str, str], name: str) -> Mapping[str, str]:
    return {key: choice for key, choice in choices.items() if key != name}
