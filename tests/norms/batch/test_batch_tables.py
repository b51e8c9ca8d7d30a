"""Ways into columns and out of them: single cases, plain arrays, days."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Mapping
from typing import Any
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from norms.batch.comparing import cases
from norms.trees import HARMS, PATIENT, ROLES, VOCABULARY
from zhargy.app.norms import pack
from zhargy.errors import UsageError
from zhargy.norms.batch import cases_of, columns_from, columns_of, compile_pack, days
from zhargy.norms.expression import spans
from zhargy.norms.expression.tree import Span
from zhargy.norms.vocabulary import Value

#: Most days are such as months end on.
DAYS = (
    st.dates()
    | st.builds(dt.date, st.integers(1890, 2110), st.just(2), st.sampled_from([27, 28]))
    | st.sampled_from(
        [
            dt.date(year, month, day)
            for year in (1900, 1904, 2000, 2023, 2024)
            for month, day in ((1, 30), (1, 31), (3, 1), (4, 30), (12, 31))
        ]
    )
    | st.sampled_from([dt.date(year, 2, 29) for year in (1904, 1996, 2000, 2004, 2024)])
)


@settings(PATIENT, max_examples=40)
@given(some=st.lists(cases(), max_size=20))
def test_cases_come_out_of_columns_as_they_went_in(some: list[Mapping[str, Value]]) -> None:
    assert list(cases_of(columns_of(some, VOCABULARY), VOCABULARY)) == some


@given(start=DAYS, end=DAYS, span=st.sampled_from(Span))
def test_the_time_between_two_days_is_that_of_the_evaluation(start: dt.date, end: dt.date, span: Span) -> None:
    told = days.whole(span, start=days.code(start), end=days.code(end))

    assert int(told) == spans.whole(span, start, end)


@given(start=DAYS, end=DAYS, span=st.sampled_from(Span), near=st.integers(-1, 1))
def test_a_span_is_reached_when_so_many_are_whole(start: dt.date, end: dt.date, span: Span, near: int) -> None:
    count = spans.whole(span, start, end) + near

    assert bool(days.reaches(span, count, start=days.code(start), end=days.code(end))) is (near <= 0)


@given(one=DAYS, other=DAYS)
def test_a_day_is_a_number_that_tells_it_and_its_order(one: dt.date, other: dt.date) -> None:
    assert days.day_of(days.code(one)) == one
    assert (days.code(one) < days.code(other)) is (one < other)
    assert days.codes(np.array([one], "datetime64[D]")).tolist() == [days.code(one)]
    assert int(days.ordinals(days.codes(np.array([one], "datetime64[D]")))[0]) == one.toordinal()


@given(many=st.lists(DAYS, min_size=1, max_size=20))
def test_days_lying_close_or_far_apart_are_the_same_numbers(many: list[dt.date]) -> None:
    near = [many[0] + dt.timedelta(days=at) for at in range(60) if many[0].year < dt.MAXYEAR]

    for some in (many, near):
        assert days.codes(np.array(some, "datetime64[D]")).tolist() == [days.code(day) for day in some]


def test_plain_arrays_say_the_same_as_cases() -> None:
    arrays: dict[str, Any] = {
        "is_group": np.array([True, False, True]),
        "victim.age": np.array([17, 18, 130]),
        "damage": np.array([100, 0, 10**12]),
        "birth": np.array(["2000-02-29", "1999-12-31", "2024-01-01"], "datetime64[D]"),
        "role": np.array([ROLES[0], ROLES[2], ROLES[1]]),
        "harms": np.array([[True, False, True], [False] * 3, [True] * 3]),
        "consent": None,
    }

    told = list(cases_of(columns_from(arrays, VOCABULARY), VOCABULARY))

    assert [case["victim.age"] for case in told] == [17, 18, 130]
    assert [case["birth"] for case in told] == [dt.date(2000, 2, 29), dt.date(1999, 12, 31), dt.date(2024, 1, 1)]
    assert [case["role"] for case in told] == [ROLES[0], ROLES[2], ROLES[1]]
    assert told[0]["harms"] == {HARMS[0], HARMS[2]}
    assert told == list(cases_of(columns_of(told, VOCABULARY), VOCABULARY))
    assert all("consent" not in case for case in told)


def test_a_choice_may_be_given_by_its_place() -> None:
    told = cases_of(columns_from({"role": np.array([2, 0], np.int8)}, VOCABULARY), VOCABULARY)

    assert [case["role"] for case in told] == [ROLES[2], ROLES[0]]


def test_what_is_masked_is_unknown() -> None:
    arrays: dict[str, Any] = {
        "is_group": np.ma.array([True, True], mask=[True, False]),
        "copies": np.ma.array([5, 10**15], mask=[False, True]),
        "role": np.ma.array(["", ROLES[0]], mask=[True, False]),
        "birth": np.array(["NaT", "2000-01-01"], "datetime64[D]"),
        "harms": np.ma.array([[True] * 3, [True] * 3], mask=[[False] * 3, [True, False, False]]),
    }

    told = [sorted(case) for case in cases_of(columns_from(arrays, VOCABULARY), VOCABULARY)]

    assert told == [["copies", "harms"], ["birth", "is_group", "role"]]


@pytest.mark.parametrize(
    ("arrays", "code"),
    [
        ({"is_gruop": np.array([True])}, "N220"),
        ({"role": np.array(["general"])}, "N222"),
        ({"role": np.array([3])}, "N222"),
        ({"is_group": np.array([1])}, "N454"),
        ({"damage": np.array([0.1])}, "N454"),
        ({"is_group": np.array([True]), "consent": np.array([True, False])}, "N454"),
        ({"harms": np.array([[True, False]])}, "N454"),
    ],
)
def test_an_array_that_does_not_fit_its_fact_is_refused(arrays: Mapping[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as refused:
        columns_from(arrays, VOCABULARY)

    assert refused.value.code == code


def test_without_numpy_the_extra_to_install_is_told() -> None:
    with mock.patch.dict(sys.modules, {"numpy": None}), pytest.raises(UsageError) as refused:
        compile_pack(pack("sample"))

    assert (refused.value.code, refused.value.params) == ("N451", {"extra": "batch"})


def test_numpy_is_loaded_by_the_first_call_and_not_before() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, zhargy.cli.root, zhargy.norms.batch; print('numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said == "False\n"
