"""How the offences of one law stand on the facts under one reading of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zhargy.model.eid import ElementId
from zhargy.norms.evaluation import Outcome, Plan
from zhargy.norms.evaluation.reaching import asked_facts, known_facts
from zhargy.norms.packs import NormKind, Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.qualification.offences import offence_of
from zhargy.norms.qualification.standings import elements_await, holds, offences_in, stands, taking
from zhargy.norms.qualification.values import (
    Answer,
    Concurrence,
    ConcurrenceKind,
    Displaced,
    Excluded,
    Ground,
    Offence,
    OpenOffence,
)
from zhargy.norms.truth import Truth


def answer(found: Sequence[tuple[Plan, Outcome]], *, choices: Mapping[str, str]) -> Answer:
    """Return how the offences stand.

    Args:
        found: The packs of the law, each with what came of its norms.
        choices: The reading taken of each open question of law.
    """
    offences = tuple(each for pair in found for each in _offences(*pair))
    usual = _usual(plan for plan, _ in found)
    return Answer(
        choices=choices,
        offences=offences,
        displaced=tuple(each for pair in found for each in _displaced(*pair)),
        excluded=tuple(each for pair in found for each in _excluded(*pair)),
        open=tuple(
            sorted((each for pair in found for each in _open(*pair, usual=usual)), key=lambda each: each.distance)
        ),
        concurrence=concurrence(offences),
    )


def concurrence(offences: Sequence[Offence]) -> Concurrence:
    """Return how offences that apply together stand to each other.

    Args:
        offences: The offences, each met and given way to none.
    """
    kinds = {0: ConcurrenceKind.NONE, 1: ConcurrenceKind.SINGLE}
    return Concurrence(
        kind=kinds.get(len(offences), ConcurrenceKind.IDEAL), offences=tuple(offence.id for offence in offences)
    )


def _offences(plan: Plan, outcome: Outcome) -> Iterator[Offence]:
    for found in offences_in(outcome):
        if holds(found, outcome):
            yield offence_of(found, outcome, plan=plan)


def _displaced(plan: Plan, outcome: Outcome) -> Iterator[Displaced]:
    pack = plan.pack
    for found in offences_in(outcome):
        takers = taking(found, outcome)
        if stands(found, outcome) and takers:
            by = tuple(norm for norm in takers if holds(outcome.norms[norm], outcome)) or takers
            ground = Ground.AGGRAVATED if all(_is_same_article(found.norm.id, norm) for norm in by) else Ground.SPECIAL
            yield Displaced(
                pack=pack.id,
                norm=found.norm,
                by=by,
                ground=ground,
                rule=_rule(pack) if ground is Ground.SPECIAL else "",
            )


def _rule(pack: Pack) -> str:
    return pack.general.special_rule if pack.general is not None else ""


def _is_same_article(left: str, right: str) -> bool:
    """Whether two norms stand in one article of one act: then one is a form of the other."""
    ours, theirs = left.rpartition(ALIAS_SIGN), right.rpartition(ALIAS_SIGN)
    return ours[0] == theirs[0] and ElementId.parse(ours[2]).steps[0] == ElementId.parse(theirs[2]).steps[0]


def _excluded(plan: Plan, outcome: Outcome) -> Iterator[Excluded]:
    for found in offences_in(outcome):
        if found.elements is Truth.TRUE and Truth.TRUE in found.exceptions.values():
            by = tuple(norm for norm, truth in found.exceptions.items() if truth is Truth.TRUE)
            yield Excluded(pack=plan.pack.id, norm=found.norm, by=by)


def _open(plan: Plan, outcome: Outcome, *, usual: frozenset[str]) -> Iterator[OpenOffence]:
    vocabulary = plan.pack.vocabulary
    asked = {fact.name for fact in vocabulary.facts.values() if fact.is_asked}
    for found in offences_in(outcome):
        missing = asked_facts(outcome, found.norm.id, vocabulary=vocabulary)
        if missing and not stands(found, outcome):
            yield OpenOffence(
                pack=plan.pack.id,
                norm=found.norm,
                needed=tuple(name for name in elements_await(found, outcome) if name in asked),
                missing=missing,
                given=tuple(name for name in known_facts(outcome, found.norm.id) if name in asked - usual),
            )


def _usual(plans: Iterable[Plan]) -> frozenset[str]:
    """Return the facts that more than half of all offences rest on: they tell nothing about one of them."""
    counts: Counter[str] = Counter()
    total = 0
    for plan in plans:
        offences = {norm.id for norm in plan.pack.norms.values() if norm.kind is NormKind.OFFENCE}
        total += len(offences)
        counts.update({name: len(plan.resting_on(name) & offences) for name in plan.pack.vocabulary.facts})
    return frozenset(name for name, count in counts.items() if 2 * count > total)
