"""Facts that are tried: what can be used is, what cannot is told, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zhargy.app import norms
from zhargy.app.trying import Trial, try_facts, vocabulary_of
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.truth import Truth

TODAY = date(2026, 11, 25)
SAMPLE = (("sample",),)
GENERAL = (("kz-criminal-general",),)
#: A rare tree felled without a permit by an adult: article 3(1) of the sample act, as its own text says.
FELLED = {
    "act.day": "2026-03-01",
    "tree.felled": True,
    "tree.girth": "250",
    "tree.listed": False,
    "permit.held": False,
    "wood.sold": False,
    "act.group": False,
    "tree.count": "1",
    "offender.birth": "1990-05-17",
    "danger.to_life": False,
}


def tried(raw: dict[str, object], *, at_once: int = 1, as_of: date | None = None) -> Trial:
    return try_facts(raw, laws=SAMPLE, today=TODAY, at_once=at_once, as_of=as_of)


def offences(trial: Trial) -> list[str]:
    return [offence.id for offence in trial.laws[0].qualification.answers[0].offences]


def test_facts_that_can_be_used_are() -> None:
    trial = tried(FELLED)

    assert trial.problems == ()
    assert trial.facts["tree.girth"] == Decimal(250)
    assert offences(trial) == ["art_3__para_1"]


def test_a_fact_that_cannot_be_used_is_told_and_the_rest_is_tried() -> None:
    trial = tried({**FELLED, "tree.count": "many", "tree.feled": True})

    assert {problem.code for problem in trial.problems} == {"N220", "N221"}
    assert "tree.count" not in trial.facts
    assert trial.facts["tree.felled"] is True


def test_a_fact_that_loses_its_meaning_by_another_is_told() -> None:
    # whether AI copied a face is asked only where AI was used
    trial = try_facts({"ai.used": False, "ai.copied": ["face"]}, laws=(("kz-ai-offences",),), today=TODAY)

    assert [problem.code for problem in trial.problems] == ["N225"]
    assert dict(trial.facts) == {"ai.used": False}


def test_a_deed_before_the_law_is_told_and_left_aside() -> None:
    # the sample act is law from 1 July 2025
    trial = tried({**FELLED, "act.day": "2020-01-01"})

    assert [problem.code for problem in trial.problems] == ["N279"]
    assert "act.day" not in trial.facts


def test_the_law_is_read_at_the_day_asked_for_else_of_the_deed_else_today() -> None:
    days = [
        trial.laws[0].qualification.as_of for trial in (tried(FELLED, as_of=date(2025, 8, 1)), tried(FELLED), tried({}))
    ]

    assert days == [date(2025, 8, 1), date(2026, 3, 1), TODAY]


def test_what_comes_of_every_norm_is_what_the_evaluation_says() -> None:
    trial = tried(FELLED)

    pack = norms.pack("sample")
    outcome = Plan(pack).evaluate(supply(pack, trial.facts), as_of=date(2026, 3, 1))
    assert {norm: found.result for norm, found in trial.laws[0].outcomes[0].norms.items()} == {
        norm: found.result for norm, found in outcome.norms.items()
    }


def test_two_facts_at_once_are_tried_only_when_asked_for() -> None:
    # too thin and with a permit: neither alone keeps the offence away
    raw: dict[str, object] = {**FELLED, "tree.girth": "100", "permit.held": True}

    assert tried(raw).laws[0].turns == ()
    pairs = [{change.fact for change in turn.changes} for turn in tried(raw, at_once=2).laws[0].turns]
    assert {"tree.girth", "permit.held"} in pairs


def test_a_law_without_offences_has_turns_and_open_facts_too() -> None:
    # Article 43(3): no community service for a woman of 58 and more; on her birthday she is
    raw: dict[str, object] = {
        "act.day": "2026-03-01",
        "offender.kind": "person",
        "offender.birth": "1968-03-01",
        "offender.sex": "female",
    }

    [law] = try_facts(raw, laws=GENERAL, today=TODAY).laws

    assert not law.has_offences
    assert law.outcomes[0].norms["art_43__para_3"].result is Truth.TRUE
    [younger] = [turn for turn in law.turns if turn.changes[0].after == date(1968, 3, 2)]
    assert younger.lost == ("art_43__para_3",)
    assert law.unknown


def test_several_laws_are_tried_on_the_same_facts() -> None:
    laws = (("kz-criminal-special",), ("kz-criminal-special", "kz-ai-offences"))

    trial = try_facts({"ai.used": True}, laws=laws, today=TODAY)

    assert [law.name for law in trial.qualified.laws] == ["kz-criminal-special", "kz-criminal-special+kz-ai-offences"]
    assert len(trial.qualified.contrasts) == 1
    assert "ai.used" in vocabulary_of(laws).facts
