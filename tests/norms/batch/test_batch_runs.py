"""Running: stretches, counts, chosen norms, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from norms.batch.comparing import differences, truths
from norms.packs_at_hand import fact, norm, pack_of
from zhargy.app.norms import pack
from zhargy.errors import UsageError
from zhargy.norms.batch import columns_of, compile_pack, population, program
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

DAY = date(2026, 3, 1)
SAMPLE = pack("sample")
NUMBER = fact("copies", "number")
MONEY = fact("damage", "money", "unit: KZT")
THINGS = fact("children", "list", "fields: {birth: {type: date}}")


@settings(max_examples=20, deadline=None)
@given(size=st.integers(0, 300), seed=st.integers(0, 3))
def test_counts_are_those_of_the_truths_whatever_the_number_of_cases(size: int, seed: int) -> None:
    columns, plan = population(SAMPLE, size=size, seed=seed, unknown=0.2), compile_pack(SAMPLE)

    told = plan.tally(columns, as_of=DAY)

    outcome = plan.run(columns, as_of=DAY)
    for id_, tally in told.items():
        assert (tally.met, tally.result) == (outcome.met[id_].tally, outcome.result[id_].tally)
        assert tally.met.true + tally.met.false + tally.met.unknown == size


def test_a_table_of_many_stretches_is_worked_out_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "STRETCH", 2)
    monkeypatch.setattr(program, "_SMALLEST", 2)
    monkeypatch.setattr(program, "_BLOCK", 64)

    found = list(differences(SAMPLE, population(SAMPLE, size=333, seed=9, unknown=0.1), as_of=DAY))

    assert found == []


def test_the_truths_of_a_norm_can_be_read_in_three_ways() -> None:
    cases: list[dict[str, Value]] = [{"tree.listed": True}, {}, {"tree.listed": False, "tree.girth": Decimal(200)}]

    rare = compile_pack(SAMPLE).run(columns_of(cases, SAMPLE.vocabulary), as_of=DAY).result["art_1"]

    assert rare.numbers().tolist() == [1, -1, 0]
    assert [rare.at(at) for at in range(3)] == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]
    assert rare.where(Truth.UNKNOWN).tolist() == [False, True, False]


def test_only_the_norms_asked_about_are_told_and_only_their_facts_are_read() -> None:
    plan = compile_pack(SAMPLE, norms=["art_2"])

    told = plan.tally(population(SAMPLE, size=10, seed=1), as_of=DAY)

    assert list(told) == ["art_2"]
    assert plan.facts(as_of=DAY) == ("offender.birth", "act.day")


def test_a_fact_known_in_every_case_costs_no_second_column() -> None:
    asked = pack_of(fact("one"), fact("other"), norm("art_1", "one and other"))
    columns = columns_of([{"one": True, "other": False}, {"one": True}] * 320, asked.vocabulary)

    read = compile_pack(asked).bytes_read(columns, as_of=DAY)

    assert read == 3 * 640 / 8  # two columns of truths, and where the second is unknown


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("0.3", "true"), ("0.30", "true"), ("0.29999999999999998", "false"), ("1e-30", "false"), ("7e15", "true")],
)
def test_no_digit_of_a_number_is_lost(amount: str, expected: str) -> None:
    # 0.1 * 3 is 0.30000000000000004 in binary fractions.
    asked = pack_of(NUMBER, norm("art_1", "copies >= 0.1 * 3"))
    columns = columns_of([{"copies": Decimal(amount)}], asked.vocabulary)

    assert truths(asked, columns, "art_1", as_of=DAY) == [expected]


def test_numbers_beside_each_other_keep_the_digits_of_the_finest() -> None:
    asked = pack_of(NUMBER, norm("art_1", "copies > 0.5"))
    cases: list[dict[str, Value]] = [{"copies": Decimal(text)} for text in ("0.5", "0.500000000001", "5000000")]

    assert truths(asked, columns_of(cases, asked.vocabulary), "art_1", as_of=DAY) == ["false", "true", "true"]


def test_a_bound_beyond_all_columns_is_compared_exactly() -> None:
    asked = pack_of(NUMBER, norm("art_1", "copies < 999999999999999999999999999999"))
    columns = columns_of([{"copies": Decimal(2**63 - 1)}], asked.vocabulary)

    assert truths(asked, columns, "art_1", as_of=DAY) == ["true"]


def test_a_number_of_more_digits_than_a_column_holds_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        columns_of([{"copies": Decimal(2**63)}], pack_of(NUMBER, norm("art_1", "copies > 1")).vocabulary)

    assert (refused.value.code, refused.value.params) == ("N452", {"said": "copies"})


def test_a_sum_that_could_run_over_is_refused_before_a_case_is_looked_at() -> None:
    asked = pack_of(MONEY, NUMBER, norm("art_1", "damage * copies > damage + 1 KZT"))
    case: dict[str, Value] = {"damage": Money(minor=3 * 10**17 + 1, currency=Currency.KZT), "copies": Decimal(31)}

    with pytest.raises(UsageError) as refused:
        compile_pack(asked).tally(columns_of([case], asked.vocabulary), as_of=DAY)

    assert refused.value.code == "N452"


def test_a_sum_that_just_fits_is_reckoned() -> None:
    asked = pack_of(MONEY, NUMBER, norm("art_1", "damage * copies > damage + 1 KZT"))
    case: dict[str, Value] = {"damage": Money(minor=3 * 10**17 + 1, currency=Currency.KZT), "copies": Decimal(30)}

    assert truths(asked, columns_of([case], asked.vocabulary), "art_1", as_of=DAY) == ["true"]


def test_a_norm_about_things_is_refused_by_its_name_and_the_others_are_worked_out() -> None:
    grown = "any child in children (child.birth < 2000-01-01)"
    asked = pack_of(THINGS, fact("single"), norm("art_1", grown), norm("art_2", "single"))
    columns = columns_of(
        [{"single": True}], replace(asked.vocabulary, facts={"single": asked.vocabulary.facts["single"]})
    )

    with pytest.raises(UsageError) as refused:
        compile_pack(asked).tally(columns, as_of=DAY)

    assert (refused.value.code, refused.value.params) == ("N453", {"norm": "art_1"})
    assert compile_pack(asked, norms=["art_2"]).tally(columns, as_of=DAY)["art_2"].result.true == 1


def test_bits_behind_the_last_case_are_not_counted() -> None:
    asked = pack_of(fact("single"), norm("art_1", "not single"))
    columns = columns_of([{"single": False}] * 3, asked.vocabulary)

    assert compile_pack(asked).tally(columns, as_of=DAY)["art_1"].result.true == 3
    assert np.array_equal(compile_pack(asked).run(columns, as_of=DAY).result["art_1"].numbers(), [1, 1, 1])
