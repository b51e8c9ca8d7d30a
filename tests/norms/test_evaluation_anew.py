"""Working out anew only what rests on a change gives what a whole evaluation gives."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from zhargy.app.norms import pack
from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.expression import parse
from zhargy.norms.packs import Standing
from zhargy.norms.vocabulary import Value

DAY = date(2026, 3, 1)


def standings(outcome: Outcome) -> dict[str, tuple[Standing, str, str]]:
    return {id_: (found.standing, found.met, found.result) for id_, found in outcome.norms.items()}


@pytest.mark.parametrize("name", ["sample", "kz-ai-offences"])
def test_other_facts_are_worked_out_anew_as_if_from_the_beginning(name: str) -> None:
    plan, chance = Plan(pack(name)), random.Random(20260301)  # noqa: S311 - a seed of a test
    asked = [fact for fact in plan.pack.vocabulary.facts.values() if not fact.supplied]
    facts: dict[str, Value] = dict(plan.pack.cases[0].facts)
    outcome = plan.evaluate(supply(plan.pack, facts), as_of=DAY)
    changed = 0

    for _ in range(80):
        name = chance.choice(asked).name
        values = probes(plan.pack, name, facts)
        if values and chance.random() < 0.8:
            facts[name] = chance.choice(values)
        else:
            facts.pop(name, None)
        before, outcome = outcome, plan.again(outcome, supply(plan.pack, facts))
        changed += standings(before) != standings(outcome)
        assert standings(outcome) == standings(plan.evaluate(supply(plan.pack, facts), as_of=DAY))

    assert changed >= 10


@pytest.mark.parametrize(
    ("norm", "edit"),
    [
        ("art_1", {"when": parse("tree.listed")}),
        ("art_2", {"when": parse("years between offender.birth and act.day >= 40")}),
        ("art_4__para_2", {"when": parse("true")}),
        ("art_5", {"prevails_over": ()}),
    ],
)
def test_another_wording_of_a_norm_is_worked_out_anew_as_if_from_the_beginning(
    norm: str, edit: dict[str, object]
) -> None:
    right = pack("sample")
    wrong = replace(right, norms={**right.norms, norm: replace(right.norms[norm], **edit)})  # type: ignore[arg-type]
    before, after = Plan(right), Plan(wrong)
    linked = [id_ for id_ in right.norms if before.special[id_] != after.special[id_]]
    changed = 0

    for case in right.cases:
        outcome = before.evaluate(supply(right, case.facts), as_of=case.day)
        expected = after.evaluate(supply(right, case.facts), as_of=case.day)
        found = after.revised(outcome, [norm, *linked])
        changed += standings(outcome) != standings(found)
        assert standings(found) == standings(expected)

    assert changed
