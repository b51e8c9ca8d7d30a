"""Trying other facts quickly gives what the evaluator gives with all its proofs."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from zhargy.app.norms import pack, pack_names
from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.packs import NormKind
from zhargy.norms.qualification.standings import holds
from zhargy.norms.qualification.trials import Standings, Trials
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

_TRIALS = 60


def standings(outcome: Outcome) -> Standings:
    offences = [found for found in outcome.norms.values() if found.norm.kind is NormKind.OFFENCE]
    return Standings(
        holding=frozenset(found.norm.id for found in offences if holds(found, outcome)),
        open=frozenset(found.norm.id for found in offences if found.result is Truth.UNKNOWN),
    )


def other(plan: Plan, facts: Mapping[str, Value], chance: random.Random) -> tuple[str, Value] | None:
    """Another value of a fact, given or missing."""
    name = chance.choice([fact.name for fact in plan.pack.vocabulary.facts.values() if fact.is_asked])
    values = probes(plan.pack, name, facts)
    return (name, chance.choice(values)) if values else None


@pytest.mark.parametrize("name", pack_names())
def test_a_trial_gives_what_the_evaluator_gives(name: str) -> None:
    chosen = pack(name)
    plan, chance = Plan(chosen), random.Random(7)  # noqa: S311 - a seed of a test
    trials = Trials.of(plan)

    tried = 0
    for case in chance.sample(chosen.cases, min(len(chosen.cases), _TRIALS)):
        outcome = plan.evaluate(supply(chosen, case.facts), as_of=case.day)
        on = trials.on(outcome)
        assert on.before == standings(outcome), case.name
        for changed in filter(None, (other(plan, case.facts, chance) for _ in range(3))):
            facts = supply(chosen, {**outcome.facts, changed[0]: changed[1]})
            expected = standings(plan.evaluate(facts, as_of=case.day))
            assert on.after(dict([changed])) == expected, (case.name, changed)
            tried += 1
    assert tried > _TRIALS


def test_a_fact_that_the_pack_does_not_know_changes_nothing() -> None:
    chosen = pack("sample")
    plan = Plan(chosen)
    on = Trials.of(plan).on(plan.evaluate(chosen.cases[0].facts, as_of=chosen.cases[0].day))

    assert on.after({"nobody.knows": True}) == on.before
