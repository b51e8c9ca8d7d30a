"""Questions of law on which words are open: asked of nobody, answered for each choice that matters."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from datetime import date

import pytest

from norms.packs_at_hand import HEAD, fact, norm, pack_of, reading, truths, yes
from zhargy.app.norms import pack
from zhargy.norms.evaluation import Outcome, Plan, choices, readings, supply, taken, unknowns
from zhargy.norms.packs import NormKind, Pack, PackRefused, Standing
from zhargy.norms.problems import Problem
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

DAY = date(2025, 8, 1)
FINE = "{kind: fine, unit: mci, to: 3}"
#: "Two or more persons": those who did it, or those who suffered it.
TWO = reading("reading.two", "[art_2]", ["offenders", "victims"])
MEANT = '(reading.two = "offenders" and group) or (reading.two = "victims" and victims)'
PACK = (*truths(["deed", "group", "victims"]), TWO, norm("art_1", "deed"), norm("art_2", MEANT, "basic: art_1"))


def told(trial: Pack, facts: dict[str, Value]) -> list[tuple[dict[str, str], dict[str, Standing]]]:
    found = readings(Plan(trial), facts, as_of=DAY)
    return [(dict(each.choices), {norm: came.standing for norm, came in each.outcome.norms.items()}) for each in found]


def problems(*blocks: str) -> tuple[Problem, ...]:
    with pytest.raises(PackRefused) as refused:
        pack_of(*blocks, top=HEAD)
    return refused.value.problems


def test_the_answer_is_given_for_each_way_to_read_the_words() -> None:
    found = told(pack_of(*PACK), {**yes("deed", "group"), "victims": False})

    assert found == [
        ({"reading.two": "offenders"}, {"art_1": Standing.DISPLACED, "art_2": Standing.APPLIES}),
        ({"reading.two": "victims"}, {"art_1": Standing.APPLIES, "art_2": Standing.NOT_MET}),
    ]


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"deed": False, "group": True, "victims": False}, Standing.NOT_MET),
        ({"deed": True, "group": False, "victims": False}, Standing.NOT_MET),
        ({"deed": True, "group": True, "victims": True}, Standing.APPLIES),
    ],
)
def test_a_question_that_changes_nothing_on_the_facts_is_left_out(facts: dict[str, Value], standing: Standing) -> None:
    # Where no deed is done, or both readings lead to the same, there is one answer.
    ((chosen, standings),) = told(pack_of(*PACK), facts)

    assert chosen == {}
    assert standings["art_2"] is standing


def test_a_question_that_is_settled_is_not_put_again() -> None:
    ((chosen, standings),) = told(pack_of(*PACK), {**yes("deed", "group", "victims"), "reading.two": "victims"})

    assert (chosen, standings["art_2"]) == ({}, Standing.APPLIES)


def test_a_question_is_asked_of_nobody() -> None:
    plan = Plan(pack_of(*PACK))

    outcome = plan.evaluate(yes("deed"), as_of=DAY)

    assert outcome.norms["art_2"].standing is Standing.UNKNOWN
    assert {each.fact for each in unknowns(plan, outcome)} == {"group", "victims"}


def test_a_branch_of_a_sanction_that_hangs_on_a_question_is_told_for_each_choice() -> None:
    branches = [
        f"{{when: 'reading.part = \"{name}\"', alternatives: [{FINE.replace('3', most)}]}}"
        for name, most in (("first", "30"), ("second", "50"))
    ]
    sanction = f"sanction: {{alternatives: [{FINE}], branches: [{', '.join(branches)}]}}"
    asked = reading("reading.part", "[art_1]", ["first", "second"])
    trial = pack_of(*truths(["deed"]), asked, norm("art_1", "deed", sanction))

    found = readings(Plan(trial), yes("deed"), as_of=DAY)

    applied = trial.norms["art_1"].sanction
    assert applied is not None
    assert [
        (each.choices["reading.part"], choices(applied, each.outcome, vocabulary=trial.vocabulary)) for each in found
    ] == [("first", ("fine to 30 mci",)), ("second", ("fine to 50 mci",))]
    # Where the norm does not apply its branches do not matter.
    assert [each.choices for each in readings(Plan(trial), {"deed": False}, as_of=DAY)] == [{}]


def test_a_question_that_matters_under_one_choice_of_another_is_told_there_only() -> None:
    asked = (reading("reading.a", "[art_1]", ["wide", "narrow"]), reading("reading.b", "[art_1]", ["x", "y"]))
    when = 'reading.a = "wide" or (reading.a = "narrow" and reading.b = "x")'
    trial = pack_of(*truths(["deed"]), *asked, norm("art_1", f"deed and ({when})"))

    found = told(trial, yes("deed"))

    assert [(chosen, standings["art_1"]) for chosen, standings in found] == [
        ({"reading.a": "wide"}, Standing.APPLIES),
        ({"reading.a": "narrow", "reading.b": "x"}, Standing.APPLIES),
        ({"reading.a": "narrow", "reading.b": "y"}, Standing.NOT_MET),
    ]


def test_a_question_about_an_item_matters_by_what_the_norm_around_it_comes_to() -> None:
    item = norm("art_2__point_1", 'reading.item = "wide"', kind="classification")
    whole = norm("art_2", "any of (met(art_2__point_1), group)", "basic: art_1")
    asked = reading("reading.item", "[art_2__point_1]", ["wide", "narrow"])
    trial = pack_of(*truths(["deed", "group"]), asked, norm("art_1", "deed"), whole, item)

    assert [chosen for chosen, _ in told(trial, yes("deed", "group"))] == [{}]
    assert [chosen for chosen, _ in told(trial, {**yes("deed"), "group": False})] == [
        {"reading.item": "wide"},
        {"reading.item": "narrow"},
    ]


def test_many_questions_that_do_not_matter_cost_nothing() -> None:
    names = [f"reading.q{number}" for number in range(12)]
    asked = [reading(name, "[art_1]", ["x", "y", "z"]) for name in names]
    norms = [norm(f"art_{number + 2}", f'idle and {name} = "x"') for number, name in enumerate(names)]
    plan = Plan(pack_of(*truths(["deed", "idle"]), *asked, norm("art_1", f'deed and {names[0]} = "x"'), *norms))
    facts: dict[str, Value] = {"deed": True, "idle": False}

    begun = time.perf_counter()
    found = readings(plan, facts, as_of=DAY)

    # 3 to the 12th combinations would take minutes.
    assert [each.choices for each in found] == [{names[0]: choice} for choice in "xyz"]
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("block", "code", "params"),
    [
        (reading("reading.two", "[art_2]", ["offenders"]), "N275", {"name": "reading.two"}),
        (reading("reading.two", "[art_3]", ["offenders", "victims"]), "N259", {"norm": "art_3"}),
        (reading("two", "[art_2]", ["offenders", "victims"]), "N256", {"wanted": "reading_name"}),
        (reading("reading.two", "[art_2]", ["offenders", "Victims"]), "N256", {"wanted": "word"}),
        (reading("reading.two", "[art_2]", ["offenders", "victims", "victims"]), "N258", {"id": "victims"}),
        (reading("reading.two", "[art_2]", ["offenders", "victims"], "asked_if: deed"), "N254", {"key": "asked_if"}),
    ],
)
def test_a_question_that_is_none_is_refused(block: str, code: str, params: dict[str, str]) -> None:
    blocks: Sequence[str] = [block if each is TWO else each for each in PACK]

    found = [each for each in problems(*blocks) if each.code == code]

    assert [{key: each.params[key] for key in params} for each in found] == [params]


def test_a_question_that_no_condition_looks_at_is_refused() -> None:
    found = problems(*PACK, reading("reading.idle", "[art_1]", ["x", "y"]))

    assert [(each.code, each.params) for each in found] == [("N277", {"name": "reading.idle"})]


def test_the_words_of_a_choice_are_told_in_each_language() -> None:
    block = reading("reading.two", "[art_2]", ["offenders", "victims"]).replace("ru: Один", "ru: Другой")
    trial = pack_of(*(block if each is TWO else each for each in PACK), fact("other"))

    (asked,) = trial.readings

    assert (asked.about, asked.is_asked) == (("art_2",), False)
    assert [asked.choice_words["victims"][language] for language in asked.wordings] == ["Бірі", "Другой", "One"]


@pytest.mark.parametrize("name", ["kz-ai-offences", "sample"])
def test_every_way_to_read_the_words_is_told_by_one_answer(name: str) -> None:
    chosen = pack(name)
    plan, chance = Plan(chosen), random.Random(20260301)  # noqa: S311 - a seed of a test
    asked = {fact.name: fact.choices for fact in chosen.readings}
    for case in chance.sample(chosen.cases, 12):
        facts = {key: value for key, value in supply(chosen, case.facts).items() if key not in asked}
        found = readings(plan, facts, as_of=case.day)
        for _ in range(8):
            full = {key: chance.choice(choices) for key, choices in asked.items()}
            (told,) = [each for each in found if each.choices.items() <= full.items()]
            expected = plan.evaluate({**facts, **full}, as_of=case.day)
            assert consequences(told.outcome, chosen) == consequences(expected, chosen), case.name


def consequences(outcome: Outcome, chosen: Pack) -> dict[str, tuple[Standing, int | None]]:
    """What came of the offences that apply or may apply, with the branch of the sanction."""
    found = {}
    for id_, came in outcome.norms.items():
        sanction = came.norm.sanction
        if came.norm.kind is NormKind.OFFENCE and sanction is not None and came.result is not Truth.FALSE:
            found[id_] = (came.standing, taken(sanction, outcome, vocabulary=chosen.vocabulary).branch)
    return found
