"""Facts under the Code in force and under the Code with the proposed chapter; expected values worked out by hand.

Sources: Criminal Code of Kazakhstan, Articles 11, 40 to 46, 55, 131, 190, 375 (`kz-legislation/criminal-code-226-V`);
the chapter (`source-article/article.kk.txt`); the index of 2026 is 4325 tenge (`kz-legislation/mci-by-year.csv`).
"""

from __future__ import annotations

import datetime as dt
import json
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from zhargy.app.norms import pack
from zhargy.app.qualifying import DEFAULT_LAWS, Qualified, joined_vocabulary, qualify_file, standing_alone
from zhargy.errors import UsageError
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import (
    Answer,
    ConcurrenceKind,
    FactsFileRefused,
    LaidPenalty,
    Offence,
    Threat,
)
from zhargy.norms.sanctions import Category, Derived, End, Open, PenaltyKind, Stated, Verdict
from zhargy.norms.vocabulary import FactType, Vocabulary
from zhargy.text.amounts import Money

FACTS: Final = Path(__file__).parents[1] / "data" / "facts"


@cache
def law(names: str) -> tuple[Pack, ...]:
    return tuple(pack(name, has_examples=False) for name in names.split("+"))


def told(text: str | bytes, *names: str, as_of: dt.date | None = None) -> Qualified:
    data = text if isinstance(text, bytes) else text.encode()
    return qualify_file(data, name="facts.yaml", laws=[law(name) for name in names or DEFAULT_LAWS], as_of=as_of)


@cache
def story(name: str) -> Qualified:
    return told((FACTS / f"{name}.yaml").read_bytes())


def offence(answer: Answer, norm: str) -> Offence:
    return next(each for each in answer.offences if each.id == norm)


def threat(answer: Answer, norm: str) -> Threat:
    (found,) = offence(answer, norm).threats
    return found


def penalties(found: Threat, kind: PenaltyKind) -> list[LaidPenalty]:
    return [laid for choice in found.choices for laid in choice.penalties if laid.penalty.kind is kind]


def amount(end: End) -> tuple[str, int, str]:
    """Where an end comes from, and what it is."""
    assert isinstance(end, Stated | Derived)
    return type(end).__name__, int(end.quantity.value), end.quantity.unit.value


def tenge(money: Money | None) -> int:
    assert money is not None
    return money.minor // 100


def test_an_obscene_artificial_video_is_an_insult_today_and_a_crime_besides_under_the_chapter() -> None:
    found = story("obscene-video")

    today, both = found.laws
    assert [each.id for each in today.answers[0].offences] == ["art_131__para_2"]
    assert [[each.id for each in answer.offences] for answer in both.answers] == [
        ["art_131__para_2", "art_1__para_2"]
    ] * 2
    assert {answer.concurrence.kind for answer in both.answers} == {ConcurrenceKind.IDEAL}
    assert [answer.choices["reading.prison_beside"] for answer in both.answers] == ["beside", "own_choice"]


def test_an_insult_in_networks_is_a_misdemeanour_fined_up_to_two_hundred_indices() -> None:
    found = threat(story("obscene-video").laws[0].answers[0], "art_131__para_2")

    (fine,) = penalties(found, PenaltyKind.FINE)
    assert found.case.category.category is Category.MISDEMEANOUR
    assert amount(fine.penalty.lower) == ("Derived", 20, "mci")
    assert amount(fine.penalty.upper) == ("Stated", 200, "mci")
    assert fine.worth is not None
    assert (tenge(fine.worth.lower), tenge(fine.worth.upper)) == (86_500, 865_000)


def test_prison_beside_a_fine_makes_the_chapter_harsher_than_the_code() -> None:
    beside = story("obscene-video").contrasts[0][0]

    (pairing,) = beside.pairings
    assert (beside.shared, beside.only_right) == (("art_131__para_2",), ("art_1__para_2",))
    assert pairing.comparison.ceiling.verdict is Verdict.MILDER
    assert {line.kind.value for line in pairing.comparison.lines} == {"fine", "corrective_work", "community_service"}


def test_an_official_who_takes_more_than_a_thousand_indices_by_deception_pays_tenfold_to_twentyfold() -> None:
    answer = story("voice-fraud-by-an-official").laws[0].answers[0]

    found = offence(answer, "art_190__para_3")
    (only,) = found.threats
    (fine,) = penalties(only, PenaltyKind.FINE)
    assert found.items == ("art_190__para_3__point_1", "art_190__para_3__point_2")
    assert only.case.category.category is Category.GRAVE
    assert fine.worth is not None
    assert (tenge(fine.worth.lower), tenge(fine.worth.upper)) == (50_000_000, 100_000_000)
    kinds = {laid.penalty.kind: laid for laid in only.choices[0].accessories}
    assert kinds[PenaltyKind.DEPRIVATION_OF_OFFICE].penalty.lower is Open.LIFE
    assert kinds[PenaltyKind.CONFISCATION].is_mandatory


def test_the_chapter_repeats_the_code_on_fraud_by_an_official() -> None:
    (found,) = story("voice-fraud-by-an-official").contrasts[0]

    (pairing,) = found.pairings
    assert (pairing.left, pairing.right) == ("art_190__para_3", "art_5__para_3")
    assert {line.judgement.verdict for line in pairing.comparison.lines} == {Verdict.EQUAL}


def test_three_times_part_one_is_beyond_what_the_general_part_allows() -> None:
    answers = {answer.choices["reading.tripled_part"]: answer for answer in story("fake-president").laws[1].answers}

    found = threat(answers["part_1"], "art_4")
    (fine,) = penalties(found, PenaltyKind.FINE)
    assert found.case.category.category is Category.ESPECIALLY_GRAVE
    assert amount(fine.penalty.upper) == ("Stated", 15_000, "mci")
    assert [(int(excess.stated.value), int(excess.limit.value)) for excess in fine.penalty.excesses] == [
        (15_000, 10_000)
    ]
    (service,) = penalties(found, PenaltyKind.COMMUNITY_SERVICE)
    assert amount(service.penalty.upper) == ("Stated", 4500, "hours")
    assert set(answers) == {"part_1", "part_2", "part_3", "fitting"}


def test_life_for_terror_cannot_be_imposed_on_a_woman() -> None:
    answers = {answer.choices["reading.tripled_part"]: answer for answer in story("fake-president").laws[1].answers}

    terms = penalties(threat(answers["part_3"], "art_4"), PenaltyKind.IMPRISONMENT)

    (life,) = (laid for laid in terms if laid.penalty.upper is Open.LIFE)
    assert [(bar.norm, bar.facts) for bar in life.life_bars] == [("general.art_46__para_4", ("offender.sex",))]


def test_community_service_is_struck_out_for_a_pregnant_woman_and_half_is_left_after_repentance() -> None:
    found = threat(story("fake-president").laws[1].answers[0], "art_1__para_1")

    (service,) = penalties(found, PenaltyKind.COMMUNITY_SERVICE)
    (fine,) = penalties(found, PenaltyKind.FINE)
    assert service.is_barred
    assert service.bars[0].norm == "general.art_43__para_3"
    assert "offender.pregnant" in service.bars[0].facts
    assert service.ceiling is not None
    assert fine.ceiling is not None
    assert fine.ceiling.cap.norm == "general.art_55__para_2__point_1"
    assert (int(fine.ceiling.value), tenge(fine.ceiling.worth)) == (50, 216_250)


def test_repentance_lowers_nothing_where_the_offence_has_an_aggravating_feature() -> None:
    found = threat(story("fake-president").laws[0].answers[0], "art_375__para_2")

    assert "general.art_53__para_1__point_11" in found.circumstances.mitigating
    assert [laid.ceiling for choice in found.choices for laid in choice.penalties] == [None] * 4


def test_the_large_amount_is_turned_at_the_index_of_the_day_of_the_deed() -> None:
    turns = story("voice-fraud-by-an-official").laws[0].turns

    values = {
        change.after.minor // 100: (turn.gained, turn.lost)
        for turn in turns
        for change in turn.changes
        if change.fact == "property.value" and isinstance(change.after, Money)
    }
    assert values[4000 * 4325 + 1] == (("art_190__para_4",), ("art_190__para_3",))


def test_the_day_of_the_deed_is_the_day_the_law_is_read_at_unless_another_is_asked_for() -> None:
    facts = "act.day: 2026-03-01\n"

    assert told(facts, "sample").laws[0].as_of == dt.date(2026, 3, 1)
    assert told(facts, "sample", as_of=dt.date(2026, 5, 1)).laws[0].as_of == dt.date(2026, 5, 1)


def problems(text: str, *names: str, as_of: dt.date | None = None) -> list[tuple[str, str]]:
    with pytest.raises(FactsFileRefused) as error:
        told(text, *names, as_of=as_of)
    return [(problem.code, problem.params["name"]) for problem in error.value.problems]


def test_a_deed_before_the_law_is_refused_with_its_fact() -> None:
    assert problems("act.day: 2025-06-30\n", "sample") == [("N279", "act.day")]
    assert problems("act.day: 2026-03-01\n", "sample", as_of=dt.date(2025, 6, 30)) == [("N279", "--as-of")]
    assert told("act.day: 2025-07-01\n", "sample").laws[0].as_of == dt.date(2025, 7, 1)


def test_without_a_day_no_law_is_read() -> None:
    assert problems("tree.felled: true\n", "sample") == [("N306", "act.day")]
    assert told("tree.felled: true\n", "sample", as_of=dt.date(2026, 3, 1)).laws[0].as_of == dt.date(2026, 3, 1)


def test_impossible_facts_are_refused_all_at_once() -> None:
    text = "offender.birth: 2027-01-01\nact.day: 2026-03-01\noffender.sex: male\noffender.pregnant: true\n"

    assert problems(text) == [("N281", "offender.birth"), ("N225", "offender.pregnant")]


def test_a_pack_that_another_uses_is_not_judged_twice() -> None:
    special, general = law("kz-criminal-special+kz-criminal-general")

    assert [each.id for each in standing_alone([special, general])] == ["kz-criminal-special"]


def test_packs_that_tell_a_fact_differently_cannot_stand_side_by_side() -> None:
    (sample,) = law("sample")
    felled = replace(sample.vocabulary.facts["tree.felled"], type=FactType.NUMBER)
    other = replace(sample, id="other", vocabulary=Vocabulary.of(felled))

    with pytest.raises(UsageError, match="N307"):
        joined_vocabulary([sample, other])


def test_everything_is_told_as_json() -> None:
    found: dict[str, Any] = json.loads(json.dumps(story("fake-president").plain()))

    assert found["schema"] == "zhargy.qualification/1"
    assert [each["law"] for each in found["laws"]] == list(DEFAULT_LAWS)
    assert found["facts"]["act.day"] == "2026-05-04"
    assert [len(pair["readings"]) for pair in found["contrasts"]] == [4]
    supplied = found["laws"][0]["facts"]
    assert supplied["law.mci"] == "4325 KZT"


def test_one_evaluation_stays_a_matter_of_milliseconds() -> None:
    """A guard against a slip; the figure itself is measured by `benchmarks/batch_speed.py`."""
    (special,) = law("kz-criminal-special")
    plan, found = Plan(special), story("voice-fraud-by-an-official").laws[0]
    facts = supply(special, found.facts)

    best = min(_seconds(lambda: plan.evaluate(facts, as_of=found.as_of)) for _ in range(20))

    assert best < 0.015


def _seconds(call: Any) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
