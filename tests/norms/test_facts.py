"""Facts as people and programs give them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given

from norms.trees import PATIENT, VOCABULARY, all_facts
from zhargy.errors import UsageError
from zhargy.norms.expression import parse
from zhargy.norms.facts import Fact, FactsRefused, FactType, Value, Vocabulary, read_facts
from zhargy.norms.problems import Place, near_miss
from zhargy.norms.vocabulary import is_fact_name
from zhargy.text.amounts import Currency, Money


def refused(raw: dict[str, object], vocabulary: Vocabulary = VOCABULARY) -> FactsRefused:
    with pytest.raises(FactsRefused) as caught:
        read_facts(raw, vocabulary)
    return caught.value


@pytest.mark.parametrize(
    ("name", "given_value", "value"),
    [
        ("consent", False, False),
        ("consent", "true", True),
        ("copies", 3, Decimal(3)),
        ("copies", "-12.50", Decimal("-12.5")),
        ("copies", Decimal("1E+29"), Decimal(10) ** 29),
        ("victim.age", "16 years", Decimal(16)),
        ("damage", "1000.05 KZT", Money(minor=100005, currency=Currency.KZT)),
        ("damage", f"{'9' * 28}.25 KZT", Money(minor=int("9" * 28 + "25"), currency=Currency.KZT)),
        ("birth", "2008-02-29", dt.date(2008, 2, 29)),
        ("role", "soldier", "soldier"),
        ("harms", ["health", "honour", "health"], frozenset({"health", "honour"})),
        ("harms", (), frozenset()),
    ],
)
def test_a_fact_is_read_in_its_type(name: str, given_value: object, value: Value) -> None:
    facts = read_facts({name: given_value}, VOCABULARY)

    assert facts == {name: value}
    assert type(facts[name]) is type(value)


@pytest.mark.parametrize(
    ("raw", "code", "params"),
    [
        ({"victim.aeg": 16}, "N220", {"name": "victim.aeg", "near": "victim.age"}),
        ({"consent": 1}, "N221", {"name": "consent", "type": "bool", "unit": "", "found": "1"}),
        ({"consent": "yes"}, "N221", {"name": "consent", "type": "bool", "unit": "", "found": "yes"}),
        ({"copies": True}, "N221", {"name": "copies", "type": "number", "unit": "", "found": "true"}),
        ({"copies": "1e5"}, "N221", {"name": "copies", "type": "number", "unit": "", "found": "1e5"}),
        ({"copies": Decimal("NaN")}, "N221", {"name": "copies", "type": "number", "unit": "", "found": "NaN"}),
        (
            {"victim.age": "16 hours"},
            "N221",
            {"name": "victim.age", "type": "number.unit", "unit": "years", "found": "16 hours"},
        ),
        ({"victim.age": {}}, "N221", {"name": "victim.age", "type": "number.unit", "unit": "years", "found": "{}"}),
        ({"damage": 1000}, "N221", {"name": "damage", "type": "money", "unit": "KZT", "found": "1000"}),
        ({"damage": "5 EUR"}, "N221", {"name": "damage", "type": "money", "unit": "KZT", "found": "5 EUR"}),
        ({"damage": "5.005 KZT"}, "N221", {"name": "damage", "type": "money", "unit": "KZT", "found": "5.005 KZT"}),
        ({"birth": "2026-02-30"}, "N221", {"name": "birth", "type": "date.real", "unit": "", "found": "2026-02-30"}),
        ({"birth": "20260228"}, "N221", {"name": "birth", "type": "date", "unit": "", "found": "20260228"}),
        ({"role": ["soldier"]}, "N221", {"name": "role", "type": "enum", "unit": "", "found": "[…]"}),
        ({"harms": "health"}, "N221", {"name": "harms", "type": "set", "unit": "", "found": "health"}),
        ({"harms": ["health", 5]}, "N221", {"name": "harms", "type": "set", "unit": "", "found": "[…]"}),
        ({"role": "x" * 100}, "N222", {"name": "role", "value": "x" * 100, "valid": "citizen, official, soldier"}),
        ({"role": "offical"}, "N222", {"value": "offical", "near": "official"}),
        ({"harms": ["healt"]}, "N222", {"value": "healt", "valid": "health, honour, property", "near": "health"}),
        ({"victim.age": 131}, "N223", {"name": "victim.age", "value": "131", "least": "0", "most": "130"}),
        ({"damage": "-0.01 KZT"}, "N223", {"name": "damage", "value": "-0.01", "least": "0", "most": ""}),
        ({"copies": 12.0}, "N224", {"name": "copies", "found": "12.0"}),
        ({"copies": 10**40}, "N226", {"name": "copies", "limit": "30"}),
        ({"copies": 10**9000}, "N226", {"name": "copies", "limit": "30"}),
        ({"copies": Decimal("1E+999999")}, "N226", {"name": "copies", "limit": "30"}),
    ],
)
def test_a_fact_that_cannot_be_used_is_named_with_what_would_be_valid(
    raw: dict[str, object], code: str, params: dict[str, str]
) -> None:
    error = refused(raw)

    (problem,) = error.problems
    assert problem.code == error.code == code
    assert params.items() <= problem.params.items()
    assert isinstance(error, UsageError)


def test_a_moment_is_no_day() -> None:
    error = refused({"birth": dt.datetime(2026, 1, 31, tzinfo=dt.UTC)})

    assert [problem.code for problem in error.problems] == ["N221"]


def test_every_problem_is_told_at_once_where_the_fact_was_written() -> None:
    place = Place(file="parks.md", line=40, column=9)
    raw = {"consent": "maybe", "victim.age": 16, "role": "king", "harms": ["x", "y"], "cosent": True}

    with pytest.raises(FactsRefused) as caught:
        read_facts(raw, VOCABULARY, places={"role": place})

    assert [problem.code for problem in caught.value.problems] == ["N221", "N222", "N222", "N222", "N220"]
    assert [problem.place for problem in caught.value.problems][:2] == [Place(), place]


def test_what_is_not_known_is_left_out() -> None:
    assert read_facts({"consent": None, "is_group": True}, VOCABULARY) == {"is_group": True}


def test_a_fact_that_the_others_rule_out_is_refused() -> None:
    age = Fact(name="victim.age", type=FactType.NUMBER, asked_if=parse("has_victim or met(art_4)"))
    alone = Fact(name="is_alone", type=FactType.BOOL, asked_if=parse("not has_victim"))
    vocabulary = Vocabulary.of(Fact(name="has_victim", type=FactType.BOOL), age, alone)

    error = refused({"has_victim": True, "is_alone": False, "victim.age": 16}, vocabulary)

    assert [(problem.code, problem.params) for problem in error.problems] == [
        ("N225", {"name": "is_alone", "condition": "not has_victim"})
    ]
    assert read_facts({"is_alone": False, "victim.age": 16}, vocabulary) == {"is_alone": False, "victim.age": 16}


def test_a_fact_that_is_wrong_rules_out_no_other() -> None:
    role = Fact(name="role", type=FactType.ENUM, choices=("official", "soldier"))
    rank = Fact(name="rank", type=FactType.NUMBER, asked_if=parse('role = "soldier"'))

    error = refused({"role": "solder", "rank": 5}, Vocabulary.of(role, rank))

    assert [problem.code for problem in error.problems] == ["N222"]


@pytest.mark.parametrize("age", [0, 130])
def test_the_bounds_themselves_are_allowed(age: int) -> None:
    assert read_facts({"victim.age": age}, VOCABULARY) == {"victim.age": Decimal(age)}


@PATIENT
@given(all_facts())
def test_typed_facts_are_read_as_they_are(facts: dict[str, Value]) -> None:
    assert read_facts(facts, VOCABULARY) == facts


@pytest.mark.parametrize("name", ["1a", "a.", ".a", "a..b", "Age", "жас", "", "a b", "a\n", "years", "and"])
def test_a_name_of_a_fact_has_small_latin_letters_and_is_no_word_of_the_language(name: str) -> None:
    assert not is_fact_name(name)
    assert all(is_fact_name(valid) for valid in ("victim.age", "a1_b", "order.and"))


def test_nothing_like_a_word_is_no_near_miss() -> None:
    assert near_miss("zzz", ["consent", "role"]) == ""
