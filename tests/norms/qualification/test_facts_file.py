"""Files of facts: two forms, two notations, and every problem with its place."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from zhargy.app.norms import pack
from zhargy.errors import UnreadableInput
from zhargy.norms.problems import Problem
from zhargy.norms.qualification import FactsFileRefused, read_facts_file
from zhargy.norms.qualification.facts_file import LARGEST
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

VOCABULARY = Vocabulary.of(
    Fact(name="act.day", type=FactType.DATE),
    Fact(name="act.public", type=FactType.BOOL),
    Fact(name="act.means", type=FactType.SET, choices=("internet", "press")),
    Fact(name="act.place.country", type=FactType.ENUM, choices=("kz", "ru")),
    Fact(name="damage", type=FactType.MONEY),
)


def read(text: str) -> dict[str, Value]:
    return dict(read_facts_file(text.encode(), name="facts.yaml", vocabulary=VOCABULARY))


def refused(text: str) -> list[tuple[str, str]]:
    """Codes and places of the problems."""
    with pytest.raises(FactsFileRefused) as error:
        read(text)
    return [(problem.code, str(problem.place)) for problem in error.value.problems]


def test_names_in_full_and_names_in_groups_mean_the_same() -> None:
    full = "act.day: 2026-03-01\nact.public: true\nact.place.country: kz\ndamage: 1000 KZT\n"
    groups = "act:\n  day: 2026-03-01\n  public: true\n  place: {country: kz}\ndamage: 1000 KZT\n"
    mixed = "act:\n  day: 2026-03-01\n  public: true\n  place.country: kz\ndamage: 1000 KZT\n"

    assert read(full) == read(groups) == read(mixed)
    assert read(full) == {
        "act.day": dt.date(2026, 3, 1),
        "act.public": True,
        "act.place.country": "kz",
        "damage": Money(minor=100_000, currency=Currency.KZT),
    }


@pytest.mark.parametrize("indent", [None, 1, "\t"])
def test_json_is_read_by_the_same_rules(indent: int | str | None) -> None:
    told = {"act": {"day": "2026-03-01", "means": ["internet"], "public": None}, "damage": "12.50 KZT"}

    assert read(json.dumps(told, indent=indent)) == {
        "act.day": dt.date(2026, 3, 1),
        "act.means": frozenset({"internet"}),
        "damage": Money(minor=1250, currency=Currency.KZT),
    }


@pytest.mark.parametrize("text", ["", "# nothing is known\n", "act:\n", "act:\n  day:\n  public:\n", "{}", "\ufeff"])
def test_what_is_left_empty_is_not_known(text: str) -> None:
    assert read(text) == {}


def test_several_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = "act:\n  pubic: true\n  means: [internett]\n  public: perhaps\ndamage: 5\nact.day: 2026-02-30\n"

    assert refused(text) == [
        ("N220", "facts.yaml:2:10"),
        ("N222", "facts.yaml:3:10"),
        ("N221", "facts.yaml:4:11"),
        ("N221", "facts.yaml:5:9"),
        ("N221", "facts.yaml:6:10"),
    ]


def test_the_near_miss_of_a_name_and_of_a_choice_is_told() -> None:
    with pytest.raises(FactsFileRefused) as error:
        read("act.pubic: true\nact.means: [internett]\n")

    params = [problem.params for problem in error.value.problems]
    assert [told["near"] for told in params] == ["act.public", "internet"]
    assert params[1]["valid"] == "internet, press"


def test_a_fact_told_twice_is_refused() -> None:
    assert refused("act:\n  public: true\nact.public: false\n") == [("N303", "facts.yaml:3:13")]


def test_a_field_written_twice_is_refused() -> None:
    assert refused("damage: 1 KZT\ndamage: 2 KZT\n") == [("N252", "facts.yaml:2:1")]


@pytest.mark.parametrize("text", ["act: true\n", "act: [day]\n"])
def test_a_value_where_a_group_is_expected_is_refused(text: str) -> None:
    assert [code for code, _ in refused(text)] == ["N302"]


@pytest.mark.parametrize("text", ["- act\n", "just words\n", "[1, 2]\n"])
def test_a_file_without_names_is_refused_once(text: str) -> None:
    assert refused(text) == [("N309", "facts.yaml:1:1")]


def test_values_in_one_another_without_end_are_refused() -> None:
    assert refused('{"a":' * 500 + "1" + "}" * 500) == [("N284", "facts.yaml:1:201")]


def test_a_number_longer_than_python_reads_is_told_like_any_long_one() -> None:
    assert refused(f"damage: {'9' * 5000} KZT\nact.place.country: {'9' * 5000}\n") == [
        ("N226", "facts.yaml:1:9"),
        ("N221", "facts.yaml:2:20"),
    ]


@pytest.mark.parametrize("sign", ["e[31m", "x07", "u202e", "u2066", "x9b"])
def test_signs_that_nobody_sees_are_refused_wherever_they_hide(sign: str) -> None:
    assert refused(f'act.place.country: "kz\\{sign}"\n') == [("N253", "facts.yaml:1:20")]
    assert refused(f'"act.pub\\{sign}lic": true\n') == [("N253", "facts.yaml:1:1")]


def test_a_mapping_where_a_value_is_expected_is_refused() -> None:
    assert refused("damage: {sum: 5}\n") == [("N221", "facts.yaml:1:9")]


@pytest.mark.parametrize(
    ("text", "place"),
    [("act:\n  day: [2026\n", "facts.yaml:3:1"), ("act: {day: 2026-03-01}}\n", "facts.yaml:1:23")],
)
def test_malformed_yaml_is_told_with_its_place_and_nothing_else(text: str, place: str) -> None:
    assert refused(text) == [("N251", place)]


@pytest.mark.parametrize(
    "text", ["act: &a {public: true}\n", "act: *a\n", "act.public: !!bool true\n", "a: 1\n---\nb: 2\n"]
)
def test_what_hides_from_a_reader_is_refused(text: str) -> None:
    assert {code for code, _ in refused(text)} <= {"N251", "N253"}


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="N304"):
        read_facts_file(b"#" * (LARGEST + 1), name="book.yaml", vocabulary=VOCABULARY)

    assert read_facts_file(b"#" * LARGEST, name="book.yaml", vocabulary=VOCABULARY) == {}


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="N305"):
        read_facts_file("қаңтар".encode("cp1251", errors="replace") + b"\xff", name="f", vocabulary=VOCABULARY)


def test_a_check_of_the_whole_is_told_with_the_rest() -> None:
    def check(facts: object, places: object) -> list[Problem]:
        del facts, places
        return [Problem(code="N306", params={"name": "act.day"})]

    with pytest.raises(FactsFileRefused) as error:
        read_facts_file(b"act: [day]\n", name="facts.yaml", vocabulary=VOCABULARY, check=check)

    assert [problem.code for problem in error.value.problems] == ["N306", "N302"]


def test_facts_that_the_program_supplies_are_refused() -> None:
    vocabulary = pack("sample").vocabulary

    with pytest.raises(FactsFileRefused) as error:
        read_facts_file(b"law.mci: 4300 KZT\n", name="facts.yaml", vocabulary=vocabulary)

    assert [problem.code for problem in error.value.problems] == ["N278"]
