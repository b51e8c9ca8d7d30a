"""The sample pack: its examples come out, its anchors stand in its own text, and wrong edits are noticed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from zhargy.app.structuring import structure_bytes
from zhargy.model import Node
from zhargy.norms.evaluation import Plan, explain, run_cases, unknowns
from zhargy.norms.packs import NormKind, Pack, PackRefused, Standing, read_pack
from zhargy.norms.sanctions import penalties_of
from zhargy.packs import norm_packs
from zhargy.text import Language
from zhargy.text.amounts import MciAmount, Period, find_amounts

FILES = norm_packs()["sample"]
_FENCE = re.compile(r"```yaml.*?^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def sample() -> Pack:
    return read_pack(FILES, name="sample")


@pytest.fixture(scope="module")
def provisions() -> Mapping[str, str]:
    """The words of each provision, as the reader of Markdown finds them once the blocks are taken out."""
    text = _FENCE.sub("", FILES["act.md"])
    document = structure_bytes(text.encode(), name="act.md")

    def below(node: Node) -> list[Node]:
        return [node, *(inner for child in node.children for inner in below(child))]

    nodes = [node for child in document.children for node in below(child)]
    return {node.eid: " ".join(document.text[node.span.start : node.span.end].split()) for node in nodes}


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


def test_every_norm_has_its_anchors_in_the_text_at_its_element_id(sample: Pack, provisions: Mapping[str, str]) -> None:
    missing = [
        (norm.id, anchor.words)
        for norm in sample.norms.values()
        for anchor in norm.anchors
        if anchor.words not in provisions.get(norm.id, "")
    ]

    assert missing == []
    assert all(norm.anchors for norm in sample.norms.values())


def test_every_number_of_a_sanction_stands_in_the_words_of_its_provision(
    sample: Pack, provisions: Mapping[str, str]
) -> None:
    for norm in sample.norms.values():
        if norm.sanction is not None:
            measures = [penalty.measure for penalty in penalties_of(norm.sanction)]
            ends = [end for measure in measures for end in (measure.lower, measure.upper)]
            claimed = {end for end in ends if isinstance(end, Decimal)}
            assert claimed == told_numbers(provisions[norm.id]), norm.id


def told_numbers(words: str) -> set[Decimal]:
    """The numbers of indices, hours and years that the words tell, found without looking at the pack."""
    found = set()
    for amount in find_amounts(words, Language.KK):
        for end in (amount.range.lower, amount.range.upper):
            if isinstance(end, MciAmount):
                found.add(Decimal(end.count))
            elif isinstance(end, Period):
                found.add(Decimal(end.value))
    return found


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

    # Without a felled tree no offence is left; no other single answer settles all four.
    assert unknowns(plan, nothing)[0].fact == "tree.felled"
    assert set(unknowns(plan, nothing)[0].norms) >= {
        norm.id for norm in sample.norms.values() if norm.kind is NormKind.OFFENCE
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
