"""An interview asks only what can still change the result, in the order of the act, and comes to the same result."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from norms.packs_at_hand import fact, norm, pack_of, truths, yes
from zhargy.app.norms import pack
from zhargy.errors import UnreadableInput, UsageError
from zhargy.norms.batch import cases_of, population
from zhargy.norms.evaluation import Outcome, Plan, choices, supply
from zhargy.norms.facts import FactsRefused
from zhargy.norms.interview import Interview, read_interview, script, wanted, write_interview
from zhargy.norms.sanctions import Sanction
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

DAY = date(2026, 3, 1)


def interview(*blocks: str) -> Interview:
    return Interview(plan=Plan(pack_of(*blocks)), today=DAY)


def asked(begun: Interview, facts: Mapping[str, Value]) -> tuple[Interview, list[str]]:
    """Answer every question from the facts; a fact that is not there is skipped."""
    names = []
    while (question := begun.question) is not None:
        names.append(question.fact.name)
        begun = begun.answer(facts[names[-1]]) if names[-1] in facts else begun.skip()
    return begun, names


def test_questions_come_in_the_order_of_the_act() -> None:
    begun = interview(*truths("cba"), norm("art_1", "b and c"), norm("art_2", "a"))

    _, names = asked(begun, yes("a", "b", "c"))

    assert names == ["b", "c", "a"]


def test_a_fact_that_cannot_change_the_result_is_not_asked() -> None:
    begun = interview(*truths("abc"), norm("art_1", "a and (b or c)"))

    assert asked(begun, {"a": False})[1] == ["a"]
    assert asked(begun, yes("a", "b"))[1] == ["a", "b"]
    assert asked(begun, {**yes("a", "c"), "b": False})[1] == ["a", "b", "c"]


def test_among_exceptions_the_more_decisive_fact_comes_first() -> None:
    exceptions = (
        norm("art_2", "b and c", "defeats: [art_1]", kind="exception"),
        norm("art_3", "d", "defeats: [art_1]", kind="exception"),
    )
    begun = interview(*truths("abcd"), norm("art_1", "a"), *exceptions)

    assert asked(begun, yes("a", "d"))[1] == ["a", "d"]


def test_a_fact_with_a_condition_is_asked_after_what_gives_it_a_meaning() -> None:
    begun = interview(
        fact("child", "bool", "asked_if: parent"),
        fact("parent"),
        norm("art_1", "parent and child"),
    )

    assert asked(begun, yes("parent", "child"))[1] == ["parent", "child"]
    assert asked(begun, {"parent": False})[1] == ["parent"]


def test_a_skipped_question_is_not_asked_again_and_its_fact_stays_unknown() -> None:
    ended, names = asked(interview(*truths("ab"), norm("art_1", "a and b")), yes("b"))

    assert names == ["a", "b"]
    assert ended.outcome.norms["art_1"].result is Truth.UNKNOWN


def test_going_back_asks_the_last_question_again() -> None:
    begun = interview(*truths("ab"), norm("art_1", "a and b"))

    after = begun.answer(True)

    assert after.back() == begun
    assert begun.back() == begun


def test_another_answer_takes_back_the_answers_that_lose_their_meaning() -> None:
    begun = interview(fact("parent"), fact("child", "bool", "asked_if: parent"), norm("art_1", "parent and child"))
    answered, _ = asked(begun, yes("parent", "child"))

    changed = answered.change("parent", False)

    assert changed.facts == {"parent": False}
    assert changed.question is None


def test_only_what_was_asked_can_be_answered_otherwise() -> None:
    begun = interview(*truths("ab"), norm("art_1", "a and b"))

    with pytest.raises(UsageError) as refused:
        begun.change("b", given=True)
    assert refused.value.code == "N322"


def test_an_answer_of_another_type_is_refused_and_nothing_is_lost() -> None:
    begun = interview(*truths("ab"), norm("art_1", "a and b")).answer(given=True)

    with pytest.raises(FactsRefused):
        begun.answer("perhaps")

    assert begun.facts == {"a": True}


def test_an_interview_put_down_and_taken_up_again_is_the_same() -> None:
    begun = Interview(plan=Plan(pack("sample")), today=DAY).answer("2026-02-01").skip()

    saved = json.loads(json.dumps(write_interview(begun)))

    assert read_interview(saved, plan=begun.plan, today=DAY) == begun


@pytest.mark.parametrize(
    "saved", [{}, [], None, {"schema": "zhargy.interview/1", "pack": "other", "as_of": None, "answers": []}]
)
def test_what_is_no_interview_of_the_pack_is_refused(saved: object) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_interview(saved, plan=Plan(pack("sample")), today=DAY)

    assert refused.value.code == "N323"


def test_the_result_is_that_of_the_fixed_script_with_fewer_questions() -> None:
    chosen = pack("sample")
    whole = Plan(chosen)

    for facts in cases_of(population(chosen, size=100, seed=7), chosen.vocabulary):
        given = {name: value for name, value in facts.items() if chosen.vocabulary.facts[name].is_asked}
        ended, names = asked(Interview(plan=whole, today=DAY), given)
        outcome = whole.evaluate(supply(chosen, given), as_of=ended.day)

        assert len(names) == len(set(names))
        assert set(names) <= set(script(chosen, given))
        for each in wanted(chosen):
            assert ended.outcome.norms[each.id].result is outcome.norms[each.id].result
            if each.sanction is not None and outcome.norms[each.id].result is Truth.TRUE:
                assert threatened(each.sanction, ended.outcome) == threatened(each.sanction, outcome)


def threatened(sanction: Sanction, outcome: Outcome) -> tuple[str, ...]:
    return choices(sanction, outcome, vocabulary=pack("sample").vocabulary)
