"""Two engines, one answer: what the batch says of each case is what the evaluation of single cases says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from norms.batch.comparing import cases, differences
from norms.trees import PATIENT, VOCABULARY, conditions
from zhargy.app.norms import pack, pack_names
from zhargy.model.in_force import PeriodInForce
from zhargy.norms.batch import columns_of, population
from zhargy.norms.expression import Expression, parse
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.vocabulary import Value

DAY = date(2026, 11, 1)
SAMPLE = pack("sample")
DAYS = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1)]


def pack_asking(condition: Expression) -> Pack:
    """A pack of one norm under a condition, the two norms it may ask about, and an exception."""

    def norm(id_: str, when: Expression, *, defeats: tuple[str, ...] = ()) -> tuple[str, Norm]:
        bare = replace(SAMPLE.norms["art_1"], id=id_, when=when, defeats=defeats, valid=PeriodInForce())
        return id_, bare

    asked = [norm("art_4", parse("is_repeated")), norm("art_5__para_2", parse("consent and is_group"))]
    norms = [*asked, norm("art_9", condition), norm("art_10", parse("is_group"), defeats=("art_9",))]
    return replace(SAMPLE, vocabulary=VOCABULARY, norms=dict(norms), cases=())


@settings(PATIENT, max_examples=60)
@given(condition=conditions(with_amounts=True), some=st.lists(cases(), min_size=1, max_size=5))
def test_any_condition_comes_out_the_same_for_many_cases_and_for_one(
    condition: Expression, some: list[Mapping[str, Value]]
) -> None:
    asked = pack_asking(condition)

    found = list(differences(asked, columns_of(some, VOCABULARY), as_of=DAY))

    assert found == []


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("unknown", [0.0, 0.2])
def test_every_pack_says_the_same_of_random_cases(name: str, unknown: float) -> None:
    chosen = pack(name)
    columns = population(chosen, size=40, seed=11, unknown=unknown)

    found = list(differences(chosen, columns, as_of=DAY))

    assert found == []


@pytest.mark.parametrize("day", DAYS)
def test_a_norm_is_no_law_before_its_first_day_in_either_engine(day: date) -> None:
    columns = population(SAMPLE, size=200, seed=3, unknown=0.1)

    found = list(differences(SAMPLE, columns, as_of=day))

    assert found == []


def test_the_law_can_be_read_at_the_day_of_each_deed() -> None:
    columns = population(SAMPLE, size=500, seed=4)

    found = list(differences(SAMPLE, columns, as_of="act.day"))

    assert found == []
