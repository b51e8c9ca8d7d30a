"""What an offence threatens on the facts: branches, multiples, money, bars, ceilings."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from norms.packs_at_hand import norm, pack_of, truths, yes
from norms.qualification.small_code import (
    judged,
    known,
    number,
    one_offence,
    one_threat,
    penalty,
    tenge,
)
from zhargy.norms.evaluation import Plan
from zhargy.norms.qualification import Multiplied, qualify
from zhargy.norms.sanctions import Category, Derived, Open, PenaltyKind, Quantity, Stated, Unit
from zhargy.norms.truth import Truth
from zhargy.text.amounts import Money


def test_the_category_is_read_from_the_sanction_and_missing_ends_are_supplied() -> None:
    threat = one_threat(judged(known(taken=True)))

    fine = penalty(threat, PenaltyKind.FINE)
    assert (threat.case.category.category, threat.case.category.rule) == (Category.SMALL, "art_11")
    assert fine.penalty.lower == Derived(quantity=Quantity(value=Decimal(200), unit=Unit.MCI), rule="art_20")
    assert fine.penalty.upper == Stated(quantity=Quantity(value=Decimal(1000), unit=Unit.MCI))


def test_a_fine_is_told_in_tenge_of_the_day_of_the_deed_whatever_day_the_law_is_read_at() -> None:
    worth = penalty(one_threat(judged(known(taken=True), as_of=dt.date(2027, 1, 1))), PenaltyKind.FINE).worth

    assert worth is not None
    assert (worth.lower, worth.upper) == (tenge(860_000), tenge(4_300_000))
    assert worth.index is not None
    assert worth.index.is_certain


def test_the_worth_of_an_index_that_nobody_has_seen_is_marked() -> None:
    worth = penalty(one_threat(judged(known(taken=True, act__day=dt.date(2025, 3, 1)))), PenaltyKind.FINE).worth

    assert worth is not None
    assert worth.index is not None
    assert (worth.upper, worth.index.is_certain) == (tenge(4_000_000), False)


@pytest.mark.parametrize("day", [None, dt.date(2024, 3, 1)])
def test_without_the_worth_of_the_index_no_sum_is_made_up(day: dt.date | None) -> None:
    facts = known(taken=True)
    del facts["act.day"]

    found = judged(facts if day is None else {**facts, "act.day": day})

    assert penalty(one_threat(found), PenaltyKind.FINE).worth is None
    assert ("act.day" in {each.fact for each in found.unknown}) is (day is None)


def test_the_branch_that_the_facts_call_for_is_taken() -> None:
    plain = one_threat(judged(known(taken=True, stolen=tenge(9_000_000))))
    official = one_threat(judged(known(taken=True, official=True, stolen=tenge(9_000_000))))

    assert [choice.penalties[0].penalty.kind for choice in plain.choices] == ["restriction", "imprisonment"]
    assert [choice.penalties[0].penalty.kind for choice in official.choices] == ["fine", "imprisonment"]
    assert official.when == "met(art_1__para_2__point_2)"


def test_both_cases_are_told_while_a_fact_is_missing_that_tells_between_them() -> None:
    facts = known(taken=True, stolen=tenge(9_000_000))
    del facts["official"]

    found = judged(facts)

    threats = one_offence(found).threats
    assert [(threat.when, threat.truth) for threat in threats] == [
        ("met(art_1__para_2__point_2)", Truth.UNKNOWN),
        ("", Truth.UNKNOWN),
    ]
    assert threats[0].missing == ("official",)
    assert [(each.fact, [matter.value for matter in each.matters]) for each in found.unknown] == [
        ("official", ["branch"])
    ]


def test_a_multiple_of_a_value_is_worked_out_from_the_fact() -> None:
    threat = one_threat(judged(known(taken=True, official=True, stolen=Money(minor=12345, currency=tenge(0).currency))))

    worth = penalty(threat, PenaltyKind.FINE).worth
    assert worth is not None
    assert (worth.lower, worth.upper) == (
        Money(minor=123_450, currency=tenge(0).currency),
        Money(minor=246_900, currency=tenge(0).currency),
    )


def test_the_value_that_a_multiple_waits_for_is_asked_for() -> None:
    facts = known(taken=True, official=True)
    del facts["stolen"]

    found = judged(facts)

    assert penalty(one_threat(found), PenaltyKind.FINE).worth is None
    assert [(each.fact, [matter.value for matter in each.matters]) for each in found.unknown] == [
        ("stolen", ["amount"])
    ]


def test_a_multiple_of_a_sanction_is_worked_out_for_each_reading_and_each_part() -> None:
    found = judged(known(copied=True))

    first, every = found.answers
    assert (first.choices, every.choices) == ({"reading.part": "first"}, {"reading.part": "any"})
    (threat,) = first.offences[0].threats
    assert threat.multiplied == Multiplied(norm="art_1__para_1", lower=Decimal(3), upper=Decimal(3))
    assert [[laid.penalty.kind.value for laid in choice.penalties] for choice in threat.choices] == [
        ["fine", "imprisonment"],
        ["imprisonment", "imprisonment"],
    ]
    assert [number(choice.penalties[0].penalty.upper) for choice in threat.choices] == [3000, 6]
    assert [threat.multiplied and threat.multiplied.norm for threat in every.offences[0].threats] == [
        "art_1__para_1",
        "art_1__para_2",
    ]
    assert {threat.truth for threat in every.offences[0].threats} == {Truth.UNKNOWN}


def test_an_end_that_the_multiplied_sanction_is_silent_on_is_supplied_and_not_multiplied() -> None:
    (threat,) = judged(known(copied=True)).answers[0].offences[0].threats

    fine = threat.choices[0].penalties[0].penalty

    assert fine.lower == Derived(quantity=Quantity(value=Decimal(200), unit=Unit.MCI), rule="art_20")


def test_the_branch_of_a_multiplied_sanction_is_chosen_by_the_facts_too() -> None:
    threats = judged(known(copied=True, official=True)).answers[1].offences[0].threats

    assert [laid.penalty.kind.value for laid in threats[1].choices[0].penalties] == ["fine", "imprisonment"]
    assert number(threats[1].choices[0].penalties[0].penalty.upper) == 60


def test_ends_beyond_the_general_limits_are_shown() -> None:
    threat = one_threat(judged(known(taken=True, machine=True)))

    (excess,) = penalty(threat, PenaltyKind.IMPRISONMENT).penalty.excesses

    assert (excess.stated.value, excess.limit, excess.rule) == (
        Decimal(30),
        Quantity(value=Decimal(240), unit=Unit.MONTHS),
        "art_21",
    )


def test_a_kind_that_the_person_cannot_be_given_is_barred_with_its_reason() -> None:
    threat = one_threat(judged(known(taken=True, machine=True, woman=True)))

    life = penalty(threat, PenaltyKind.LIFE)

    assert life.is_barred
    assert [(bar.norm, bar.facts) for bar in life.bars] == [("art_9", ("woman",))]
    assert not penalty(threat, PenaltyKind.IMPRISONMENT).is_barred


def test_a_bar_that_is_still_open_bars_nothing_and_is_told() -> None:
    facts = known(taken=True, machine=True)
    del facts["woman"]

    found = judged(facts)

    life = penalty(one_threat(found), PenaltyKind.LIFE)
    assert not life.is_barred
    assert [(bar.truth, bar.facts) for bar in life.bars] == [(Truth.UNKNOWN, ("woman",))]
    assert [(each.fact, each.matters[0].value) for each in found.unknown] == [("woman", "penalty")]


def test_a_bar_on_life_takes_the_end_for_life_from_a_term() -> None:
    (threat,) = judged(known(copied=True, woman=True)).answers[0].offences[0].threats

    term = threat.choices[0].penalties[1]

    assert term.penalty.upper is Open.LIFE
    assert not term.is_barred
    assert [bar.norm for bar in term.life_bars] == ["art_9"]


def test_mitigation_lowers_the_most_and_leaves_the_statutory_one_standing() -> None:
    threat = one_threat(judged(known(taken=True, sorry=True)))

    fine, term = penalty(threat, PenaltyKind.FINE), penalty(threat, PenaltyKind.IMPRISONMENT)
    assert fine.ceiling is not None
    assert term.ceiling is not None
    assert (fine.ceiling.value, fine.ceiling.unit, fine.ceiling.worth) == (Fraction(500), Unit.MCI, tenge(2_150_000))
    assert (term.ceiling.value, term.ceiling.unit, term.ceiling.cap.norm) == (Fraction(12), Unit.MONTHS, "art_10-1")
    assert number(fine.penalty.upper) == 1000
    assert threat.circumstances.mitigating == ("art_10",)


def test_the_part_that_is_left_goes_by_the_category_of_the_offence() -> None:
    threat = one_threat(judged(known(taken=True, machine=True, sorry=True)))

    term = penalty(threat, PenaltyKind.IMPRISONMENT)

    assert term.ceiling is not None
    assert (term.ceiling.cap.part, term.ceiling.value) == (Fraction(2, 3), Fraction(240))


def test_a_ceiling_is_exact_where_it_is_no_whole_number() -> None:
    block = norm("art_10-3", "sorry", "caps: 1/3", kind="limit")

    fine = penalty(one_threat(judged(known(taken=True, sorry=True), block)), PenaltyKind.FINE)

    assert fine.ceiling is not None
    assert fine.ceiling.value == Fraction(1000, 3)
    assert fine.ceiling.worth == Money(minor=143_333_333, currency=tenge(0).currency)


def test_aggravation_leaves_no_lowered_ceiling_and_is_told_as_the_reason() -> None:
    threat = one_threat(judged(known(taken=True, sorry=True, spiteful=True)))

    assert penalty(threat, PenaltyKind.FINE).ceiling is None
    assert threat.circumstances.aggravating == ("art_12",)
    assert [(cap.norm, cap.facts) for cap in threat.circumstances.withheld] == [("art_10-1", ("spiteful",))]


def test_an_aggravated_form_of_the_same_category_is_told_as_the_reason_for_no_lowered_ceiling() -> None:
    block = norm(
        "art_10-3", 'sorry and offence.category = "grave" and not offence.aggravated_form', "caps: 2/3", kind="limit"
    )

    threat = one_threat(judged(known(taken=True, sorry=True, official=True), block))

    assert penalty(threat, PenaltyKind.IMPRISONMENT).ceiling is None
    assert [(cap.norm, cap.facts) for cap in threat.circumstances.withheld] == [
        ("art_10-3", ("offence.aggravated_form",))
    ]


def test_without_mitigation_nothing_is_withheld() -> None:
    assert one_threat(judged(known(taken=True, spiteful=True))).circumstances.withheld == ()


@pytest.mark.parametrize(("part", "is_below"), [("1/5", False), ("1/6", True)])
def test_a_ceiling_below_the_least_is_marked(part: str, is_below: bool) -> None:  # noqa: FBT001 - an expected value
    block = norm("art_10-3", "sorry", f"caps: {part}", kind="limit")

    fine = penalty(one_threat(judged(known(taken=True, sorry=True), block)), PenaltyKind.FINE)

    assert fine.ceiling is not None
    assert fine.ceiling.is_below_least is is_below


def test_a_law_without_general_rules_supplies_nothing() -> None:
    pack = pack_of(*truths(["a"]), norm("art_1", "a", "sanction: {alternatives: [{kind: fine, unit: mci, to: 30}]}"))

    threat = one_threat(qualify(Plan(pack), yes("a"), as_of=dt.date(2026, 3, 1)))

    assert threat.choices[0].penalties[0].penalty.lower is Open.UNSPECIFIED
    assert threat.case.category.category is None
