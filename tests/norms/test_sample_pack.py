"""The sample pack: its examples come out, and wrong edits are noticed."""

from __future__ import annotations

from datetime import date

import pytest

from zhargy.norms.evaluation import Plan, explain, run_cases, unknowns
from zhargy.norms.packs import NormKind, Pack, PackRefused, Standing, read_pack
from zhargy.packs import norm_packs
from zhargy.text import Language

FILES = norm_packs()["sample"]


@pytest.fixture(scope="module")
def sample() -> Pack:
    return read_pack(FILES, name="sample")


def test_every_example_comes_out_as_it_says(sample: Pack) -> None:
    results = list(run_cases(sample))

    assert len(results) >= 12
    assert [(result.case.name, result.differences) for result in results if not result.has_passed] == []


def test_every_norm_is_expected_by_an_example_to_hold_and_not_to_hold(sample: Pack) -> None:
    results = list(run_cases(sample))

    for norm in sample.norms:
        standings = {result.outcome.norms[norm].standing for result in results}
        assert Standing.APPLIES in standings, norm
        assert standings - {Standing.APPLIES, Standing.UNKNOWN}, norm


def test_every_standing_is_shown_by_an_example(sample: Pack) -> None:
    told = {standing for case in sample.cases for standing in case.expect.values()}

    assert told == set(Standing)


def test_all_words_are_there_in_three_languages(sample: Pack) -> None:
    titles = [sample.title, *(norm.title for norm in sample.norms.values()), *(case.title for case in sample.cases)]
    questions = [
        {tag: words.question for tag, words in fact.wordings.items()} for fact in sample.vocabulary.facts.values()
    ]

    for words in (*titles, *questions):
        assert set(words) == set(Language)
        assert len({words[language] for language in Language}) == 3


def test_the_fact_that_decides_is_asked_first(sample: Pack) -> None:
    plan = Plan(sample)

    nothing = plan.evaluate({}, as_of=date(2026, 3, 1))

    # Without a felled tree only the sale of wood is left; no other single answer settles all four forms of felling.
    assert unknowns(plan, nothing)[0].fact == "tree.felled"
    assert set(unknowns(plan, nothing)[0].norms) >= {
        norm.id for norm in sample.norms.values() if norm.kind is NormKind.OFFENCE and norm.id != "art_5-1__para_2"
    }


def test_the_proof_of_a_provoked_danger_goes_three_exceptions_deep(sample: Pack) -> None:
    case = next(case for case in sample.cases if case.name == "danger-provoked-by-a-minor")
    step = explain(Plan(sample).evaluate(case.facts, as_of=case.day), "art_3__para_1")

    found = []
    while exceptions := [inner for inner in step.steps if inner.kind == "exception"]:
        step = exceptions[0]
        found.append((step.norm, step.truth.value))

    assert found == [("art_4__para_1", "true"), ("art_4__para_2", "false"), ("art_4__para_3", "true")]


#: Wrong edits an encoder could make: a shifted bound, a dropped "not", "and" for "or", a lost link, a lost day.
MUTANTS = [
    ("tree.girth > 200 cm", "tree.girth >= 200 cm"),
    ("tree.girth > 200 cm", "tree.girth > 201 cm"),
    ("200 cm or tree.listed", "200 cm and tree.listed"),
    ("act.day >= 16", "act.day > 16"),
    ("act.day >= 16", "act.day >= 14"),
    ("not permit.held", "permit.held"),
    ("met(art_1) and ", ""),
    ("subject: met(art_2)\n", ""),
    ("tree.count >= 2 trees", "tree.count > 2 trees"),
    ("any of (met(art_3__para_2__point_1)", "all of (met(art_3__para_2__point_1)"),
    ("damage > 1000000 KZT", "damage >= 1000000 KZT"),
    ("prevails_over: [art_3__para_2]\n", ""),
    ("defeats: [art_3__para_1, art_5]", "defeats: [art_3__para_1]"),
    ("defeats: [art_4__para_1]\n", ""),
    ("defeats: [art_4__para_2]\n", ""),
    ("act.day < 18", "act.day <= 18"),
    ("art_3__para_2, art_3__para_3]", "art_3__para_2]"),
    ("valid: 2026-01-01/..\n", "valid: 2025-07-01/..\n"),
    ("from: 100, to: 200", "from: 100, to: 300"),
    ("to: 1, mandatory: false", "to: 1, mandatory: true"),
    ("        - {kind: deprivation_of_office, unit: years, from: 1, to: 3}\n", ""),
    ("unit: hours, to: 80", "unit: hours, to: 120"),
    ("wood.value > 10 * law.mci", "wood.value >= 10 * law.mci"),
    ("wood.value > 10 * law.mci", "wood.value > 11 * law.mci"),
    ('reading.doubled_part = "part_2"', 'reading.doubled_part = "part_1"'),
    ("of: art_3__para_3, from: 2, to: 2", "of: art_3__para_3, from: 2, to: 3"),
    ("tags: [trade]", "tags: [trades]"),
    ('includes "trade"', 'includes "tarde"'),
    ("defeats: [art_5-2__para_3]\n", ""),
    ("when: offender.pregnant", "when: not offender.pregnant"),
]


@pytest.mark.parametrize(("right", "wrong"), MUTANTS)
def test_a_wrong_edit_is_noticed_by_the_examples(right: str, wrong: str) -> None:
    edited = {**FILES, "act.md": FILES["act.md"].replace(right, wrong)}
    assert edited != FILES

    try:
        noticed = any(not result.has_passed for result in run_cases(read_pack(edited)))
    except PackRefused:
        noticed = True

    assert noticed
