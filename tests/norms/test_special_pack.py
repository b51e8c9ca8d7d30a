"""The pack of the Special Part: its examples and sanctions against what was read from the law by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from kazakh_sanctions import HERE, IN_FORCE
from zhargy.app.norms import pack
from zhargy.norms.evaluation import CaseResult, Plan, readings, run_cases, supply
from zhargy.norms.facts import FactsRefused
from zhargy.norms.packs import Norm, NormKind, Pack, Standing, read_pack_facts
from zhargy.norms.sanctions import Sanction, read_sanction, write_sanction
from zhargy.norms.vocabulary import FactType
from zhargy.text import Language

#: What the hand-read sanctions call the conditions and the value that the pack names by its own ids.
_IN_THE_PACK = {
    "item_2": "met(art_190__para_3__point_2)",
    "item_2_of_part_3": "met(art_190__para_3__point_2)",
    "stolen_property": "property.value",
}
#: Lettered items of the Kazakh text by article and part; item 2 of 190.2 is struck out and keeps its number.
_ITEMS = {
    "190.2": (1, 3, 4, 5),
    "190.3": (1, 2, 3, 4),
    "190.4": (1, 2),
    "194.2": (1, 2, 3),
    "194.3": (1, 2),
    "194.4": (1, 2),
    "209.2": (1, 2, 3),
    "209.3": (1, 2),
    "210.2": (1, 2, 3),
    "210.3": (1, 2),
    "274.2": (1, 2, 3),
    "274.4": (1, 2),
}


@pytest.fixture(scope="module")
def special() -> Pack:
    return pack("kz-criminal-special")


@cache
def results() -> tuple[CaseResult, ...]:
    return tuple(run_cases(pack("kz-criminal-special")))


def eid(part: str) -> str:
    article, number = part.split(".")
    return f"art_{article}__para_{number}"


def in_the_words_of_the_pack(sanction: Sanction) -> object:
    plain = repr(write_sanction(sanction))
    for ours, theirs in _IN_THE_PACK.items():
        plain = plain.replace(f"'{ours}'", f"'{theirs}'")
    return plain


def test_every_example_comes_out_as_it_says() -> None:
    assert len(results()) >= 100
    assert [(result.case.name, result.differences) for result in results() if not result.has_passed] == []


def test_every_norm_is_named_by_three_examples_and_comes_out_both_ways(special: Pack) -> None:
    named = Counter(norm for case in special.cases for norm in case.expect)

    for norm in special.own_norms:
        assert named[norm] >= 3, norm
        standings = {case.expect[norm] for case in special.cases if norm in case.expect}
        assert Standing.APPLIES in standings, norm
        assert standings - {Standing.APPLIES, Standing.UNKNOWN}, norm


def test_every_offence_has_an_example_that_spells_out_its_sanction(special: Pack) -> None:
    threatened = {norm for case in special.cases for norm in case.threatens}

    assert threatened == {eid(part) for part in IN_FORCE}


def test_every_standing_is_shown_by_an_example(special: Pack) -> None:
    assert {standing for case in special.cases for standing in case.expect.values()} == set(Standing)


def test_every_reading_is_left_open_and_taken_each_way_by_examples(special: Pack) -> None:
    readings = {name: fact for name, fact in special.vocabulary.facts.items() if fact.is_reading}

    assert len(readings) == 4
    for name, fact in readings.items():
        taken = {str(case.facts[name]) for case in special.cases if name in case.facts}
        assert taken == set(fact.choices), name
        open_norms = {
            norm
            for case in special.cases
            if name not in case.facts
            for norm, standing in case.expect.items()
            if standing is Standing.UNKNOWN
        }
        assert open_norms & set(fact.about), name


@pytest.mark.parametrize("part", IN_FORCE)
def test_the_sanction_of_each_part_is_the_one_read_by_hand(part: str, special: Pack) -> None:
    sanction = special.norms[eid(part)].sanction
    read_by_hand = read_sanction(IN_FORCE[part], place=HERE)

    assert sanction is not None
    assert repr(write_sanction(replace(sanction, notes=()))) == in_the_words_of_the_pack(read_by_hand)


def test_all_parts_and_items_are_there_and_nothing_else(special: Pack) -> None:
    items = {f"{eid(part)}__point_{item}" for part, numbers in _ITEMS.items() for item in numbers}
    parts = {eid(part) for part in IN_FORCE}

    assert set(special.own_norms) == parts | items | {"art_194", "art_375__note_1", "art_376__note_1"}
    assert {norm.id for norm in special.norms.values() if norm.kind is NormKind.OFFENCE} == parts
    assert all(special.norms[item].kind is NormKind.CLASSIFICATION for item in items)


def test_each_part_with_items_is_met_by_each_of_them_alone() -> None:
    for part, numbers in _ITEMS.items():
        for item in numbers:
            point = f"{eid(part)}__point_{item}"
            others = {f"{eid(part)}__point_{other}" for other in numbers} - {point}
            alone = [
                result
                for result in results()
                if result.outcome.norms[point].met.value == "true"
                and all(result.outcome.norms[other].met.value == "false" for other in others)
                and result.outcome.norms[eid(part)].met.value == "true"
            ]
            assert alone, point


def test_every_part_gives_way_to_the_graver_ones_of_its_article(special: Pack) -> None:
    """Parts 2 to 4 that name the deeds of earlier parts come instead of them, never beside them."""
    for article, last in (("190", 4), ("194", 4), ("209", 3), ("210", 3), ("274", 4)):
        for part in range(2, last + 1):
            norm = special.norms[eid(f"{article}.{part}")]
            before = {eid(f"{article}.{earlier}") for earlier in range(1, part)}
            assert before <= {norm.basic, *norm.prevails_over}


def test_corruption_marks_the_second_item_of_fraud_alone(special: Pack) -> None:
    # Article 3(29) lists Article 190, part 3, item 2; no other of the ten articles (article-3-and-15-facts.md).
    marked = {norm: special.norms[norm].tags for norm in special.own_norms if special.norms[norm].tags}

    assert marked == {
        "art_190__para_3__point_2": ("corruption",),
        "art_194__para_3__point_1": ("life_or_health",),
    }


def test_all_words_are_there_in_three_languages(special: Pack) -> None:
    titles = [special.title, *(norm.title for norm in own(special)), *(case.title for case in special.cases)]
    own_facts = [
        "material.deed",
        "act.foreign_funds",
        *(f for f in special.vocabulary.facts if f.startswith("reading.")),
    ]
    questions = [
        {tag: words.question for tag, words in special.vocabulary.facts[fact].wordings.items()} for fact in own_facts
    ]

    for words in (*titles, *questions):
        assert set(words) == set(Language)
        assert len({words[language] for language in Language}) == len(Language)


def test_the_own_facts_of_the_pack_are_looked_at(special: Pack) -> None:
    material = special.vocabulary.facts["material.deed"]

    assert material.type is FactType.SET
    assert {len(words) for words in material.choice_words.values()} == {len(Language)}


def own(special: Pack) -> Iterator[Norm]:
    yield from (special.norms[norm] for norm in special.own_norms)


def test_an_open_question_of_law_is_answered_for_each_reading(special: Pack) -> None:
    """A secret told without substantial harm: punishable as the Russian words have it, not as the Kazakh words do."""
    case = next(case for case in special.cases if case.name == "secret-told-without-harm")

    found = readings(Plan(special), supply(special, case.facts), as_of=case.day)

    assert {
        each.choices["reading.harm_of_secrets"]: each.outcome.norms["art_147__para_4"].standing for each in found
    } == {"needed": Standing.NOT_MET, "not_needed": Standing.APPLIES}


def test_a_deed_before_the_code_is_refused_by_the_name_of_its_fact(special: Pack) -> None:
    with pytest.raises(FactsRefused) as refused:
        read_pack_facts({"act.day": "2014-12-31"}, special)

    assert [(problem.code, problem.params["name"]) for problem in refused.value.problems] == [("N279", "act.day")]
