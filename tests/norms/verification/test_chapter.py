"""What is amiss in the proposed chapter, found from the packs alone.

The defects expected were read from the chapter (`source-article/article.kk.txt`) and the Criminal Code
(`kz-legislation/criminal-code-226-V`) by hand; each line below names the words it rests on.
"""

from __future__ import annotations

import time
from functools import cache

import pytest

from zhargy.app.norms import pack
from zhargy.norms.evaluation import Plan
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.verification import Severity, VerificationFinding, verify

pytestmark = pytest.mark.slow


@cache
def chapter() -> Pack:
    return pack("kz-ai-offences")


@cache
def code() -> Pack:
    return pack("kz-criminal-special")


@cache
def found() -> tuple[VerificationFinding, ...]:
    return verify(chapter(), beside=(code(),))


def of(number: str) -> list[VerificationFinding]:
    return [each for each in found() if each.code == number]


def pairs(number: str) -> set[tuple[str, str]]:
    return {(each.params["norm"], each.params["other"]) for each in of(number)}


def test_the_heading_of_article_1_names_photos_and_the_text_has_videos_only() -> None:
    (told,) = of("N410")

    assert (told.params["article"], told.params["fact"], told.params["choice"]) == ("art_1", "content.form", "photo")


def test_part_2_of_article_3_goes_no_further_than_part_1() -> None:
    (told,) = of("N411")

    assert [side.norm for side in told.norms] == ["art_3__para_2", "art_3__para_1"]
    assert told.params["greatest"].endswith("to 7 years")
    assert told.params["basic_greatest"].endswith("to 7 years")


def test_hours_and_terms_beyond_the_general_part_are_told_with_the_rule() -> None:
    told = {(each.params["norm"], each.params["stated"], each.params["rule"]) for each in of("N413")}

    assert told == {
        ("art_1__para_2", "180 hours", "art_43__para_2"),  # a crime by its two years in prison: from 200 hours
        ("art_3__para_1", "1500 hours", "art_43__para_2"),  # a thousand and a half; at most 1,200
        ("art_4", "30 years", "art_46__para_3"),  # at most twenty
    }


def test_each_part_of_article_3_tripled_passes_the_limits() -> None:
    told = {each.params["of"]: each.params["measures"] for each in of("N414")}

    assert set(told) == {"art_3__para_1", "art_3__para_2", "art_3__para_3"}
    assert "fine 15000 mci > 10000 mci" in told["art_3__para_1"]
    assert "community_service 4500 hours > 1200 hours" in told["art_3__para_1"]
    assert "imprisonment 30 years > 240 months" in told["art_3__para_3"]
    assert [each.params["norm"] for each in of("N419")] == ["art_4"]


def test_community_service_is_not_for_a_grave_crime_and_compensation_is_no_punishment() -> None:
    assert [(each.params["norm"], each.params["category"]) for each in of("N415")] == [("art_3__para_1", "grave")]
    assert [(each.params["norm"], each.params["kind"]) for each in of("N416")] == [("art_2__para_3", "compensation")]


def test_only_the_officials_of_one_item_can_get_off_with_a_fine() -> None:
    (told,) = of("N417")

    assert (told.params["norm"], told.params["condition"], told.params["kind"]) == (
        "art_5__para_3",
        "met(art_5__para_3__point_2)",
        "fine",
    )


def test_blackmail_with_a_fake_would_be_punished_more_mildly_than_extortion_is() -> None:
    told = {each.norms[:2] for each in of("N418")}

    assert {tuple(side.norm for side in sides) for sides in told} == {
        ("art_2__para_1", "art_194__para_1"),  # three years against four
        ("art_2__para_1", "art_209__para_2"),  # who beats the victim: three years against seven
    }


def test_overlaps_without_a_rule_of_priority_are_those_of_the_same_deed() -> None:
    assert pairs("N401") == {
        ("art_2__para_1", "art_1__para_1"),  # «the act shown in article 1»
        ("art_2__para_1", "art_194__para_1"),  # a threat of disgrace, a demand for money
        ("art_2__para_1", "art_209__para_1"),  # the same threat, a demand for protected information
    }
    assert pairs("N402") == {
        ("art_3__para_1", "art_1__para_1"),  # a politician is a person; only consent is not asked for
        ("art_4", "art_1__para_1"),
    }
    assert pairs("N422") == {("art_5__para_2", "art_190__para_2")}  # items and sanctions copied from Article 190


def test_nothing_else_is_told_but_the_questions_that_the_words_leave_open() -> None:
    expected = {"N401", "N402", "N410", "N411", "N413", "N414", "N415", "N416", "N417", "N418", "N419", "N422"}

    others = [each for each in found() if each.code not in expected]

    assert {(each.code, each.severity) for each in others} <= {("N420", Severity.INFO)}


def test_every_case_told_has_been_confirmed_by_the_interpreter() -> None:
    plans = {each.id: Plan(each) for each in (chapter(), code())}
    told = [each for each in found() if each.witness is not None and each.code in {"N401", "N402", "N418", "N422"}]

    for finding in told:
        case = finding.witness
        assert case is not None
        for side in finding.norms[:2]:
            vocabulary = plans[side.pack].pack.vocabulary
            facts = {name: value for name, value in case.facts.items() if name in vocabulary.facts}
            outcome = plans[side.pack].evaluate(facts, as_of=case.as_of)
            assert outcome.norms[side.norm].result is Truth.TRUE, (finding.code, side)
    assert len(told) >= 8


def test_a_finding_is_the_same_every_time() -> None:
    assert verify(chapter(), beside=(code(),)) == found()


# Article 190(3) in force has the branch that article 5(3) copied; nothing else of the ten articles is amiss.
def test_the_law_in_force_has_the_fine_for_officials_and_nothing_else() -> None:
    assert [(each.code, each.norms[0].norm) for each in verify(code())] == [("N417", "art_190__para_3")]
    assert verify(pack("kz-criminal-general")) == ()


def test_the_chapter_with_the_general_part_is_verified_in_five_seconds() -> None:
    chosen = chapter()
    start = time.process_time()

    verify(chosen)

    assert time.process_time() - start < 5
