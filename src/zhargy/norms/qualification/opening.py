"""Which facts that are not known could still change the answer, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from zhargy.norms.evaluation import Outcome, Plan
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.evaluation.reaching import asked_facts
from zhargy.norms.packs import Pack
from zhargy.norms.qualification.penalties import (
    Bar,
    Cap,
    Threat,
)
from zhargy.norms.qualification.trials import Tried
from zhargy.norms.qualification.values import (
    Answer,
    Matter,
    Offence,
    OpenFact,
)
from zhargy.norms.sanctions import Unit
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

_RECKONED: Final = 12
"""Facts whose decisiveness is worked out by trying their values; the others stand behind them."""


@dataclass(slots=True, kw_only=True)
class _Waiting:
    """What waits for a fact."""

    matters: dict[Matter, None] = field(default_factory=dict)
    norms: dict[str, None] = field(default_factory=dict)
    weight: int = 0


def open_facts_of(found: Sequence[Tried], answers: Sequence[Answer]) -> tuple[OpenFact, ...]:
    """Return the facts that could still change the answers.

    First stand those that could make another offence apply, by how many offences an answer settles on average; what
    could put a graver form in the place of an offence that is met weighs most. Behind them stand those that decide a
    branch of a sanction, an amount, a bar or a cap.

    Args:
        found: The packs of the law, each from its outcome on.
        answers: The answers.
    """
    asked = {name for each in found for name in _asked(each.plan.pack)}
    waiting: dict[str, _Waiting] = {}
    for fact, matter, norm, weight in _matters(answers, found):
        if fact in asked:
            entry = waiting.setdefault(fact, _Waiting())
            entry.matters[matter] = None
            entry.norms[norm] = None
            entry.weight += weight
    ordered = sorted(waiting.items(), key=lambda item: (_rank(item[1]), -item[1].weight))
    told = [
        OpenFact(
            fact=fact,
            matters=tuple(entry.matters),
            norms=tuple(entry.norms),
            settles=_settled(fact, found) if at < _RECKONED else None,
        )
        for at, (fact, entry) in enumerate(ordered)
    ]
    return tuple(sorted(told, key=lambda each: each.rank))


def _asked(pack: Pack) -> Iterator[str]:
    yield from (fact.name for fact in pack.vocabulary.facts.values() if fact.is_asked)


def _rank(waiting: _Waiting) -> int:
    return min(list(Matter).index(matter) for matter in waiting.matters)


def _settled(fact: str, found: Sequence[Tried]) -> Fraction:
    """Return how many open offences an answer settles, on average over the values worth trying."""
    total = Fraction(0)
    for each in found:
        values = list(_tried_values(each.plan, fact, each.outcome))
        settled = sum(len(each.before.open - each.after({fact: value}).open) for value in values)
        total += Fraction(settled, len(values)) if values else 0
    return total


def _tried_values(plan: Plan, fact: str, outcome: Outcome) -> Iterator[Value]:
    """Yield the values worth trying; of sets, those with one choice, none and all."""
    found = plan.pack.vocabulary.find(fact)
    if found is not None:
        for value in probes(plan.pack, fact, outcome.facts):
            if not isinstance(value, frozenset) or len(value) in {0, 1, len(found.choices)}:
                yield value


def _matters(answers: Sequence[Answer], found: Sequence[Tried]) -> Iterator[tuple[str, Matter, str, int]]:
    for answer in answers:
        graver = {norm for offence in answer.offences for norm in offence.graver}
        for each in answer.open:
            weight = 10 if each.norm.id in graver else 1
            yield from ((fact, Matter.OFFENCE, each.norm.id, weight) for fact in each.missing)
        for offence in answer.offences:
            yield from ((fact, Matter.EXCEPTION, offence.id, 1) for fact in _of_exceptions(offence, found))
            yield from ((fact, matter, offence.id, 1) for fact, matter in _of_offence(offence, dict(_days(found))))


def _days(found: Sequence[Tried]) -> Iterator[tuple[str, str]]:
    """Yield the missing days that the worth of an index hangs on."""
    for each in found:
        for fact in each.plan.pack.vocabulary.facts.values():
            if fact.supplied in each.plan.pack.tables and fact.at not in each.outcome.facts:
                yield fact.at, fact.name


def _of_exceptions(offence: Offence, found: Sequence[Tried]) -> Iterator[str]:
    for each in found:
        if each.plan.pack.id == offence.pack:
            for norm in offence.exceptions:
                yield from asked_facts(each.outcome, norm, vocabulary=each.plan.pack.vocabulary)


def _of_offence(offence: Offence, days: Mapping[str, str]) -> Iterator[tuple[str, Matter]]:
    for threat in offence.threats:
        yield from ((fact, Matter.BRANCH) for fact in threat.missing)
        yield from ((fact, Matter.AMOUNT) for fact in _of_amounts(threat, days))
        bearing: tuple[Bar | Cap, ...] = (*threat.circumstances.bars, *threat.circumstances.caps)
        yield from ((fact, Matter.PENALTY) for each in bearing if each.truth is Truth.UNKNOWN for fact in each.facts)


def _of_amounts(threat: Threat, days: Mapping[str, str]) -> Iterator[str]:
    for choice in threat.choices:
        for laid in (*choice.penalties, *choice.accessories):
            ends = (laid.penalty.lower, laid.penalty.upper)
            units = {end.quantity.unit for end in ends if not isinstance(end, str)}
            if laid.worth is None and Unit.TIMES_VALUE in units:
                yield laid.penalty.of
            if laid.worth is None and Unit.MCI in units:
                yield from days
