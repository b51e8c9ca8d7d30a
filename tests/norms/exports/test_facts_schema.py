"""The schema of facts takes what the program takes, and refuses what it refuses, as far as JSON Schema can say it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from norms.exports.json_schema import accepts
from norms.packs_at_hand import fact, norm, pack_of
from zhargy.app.norms import pack, pack_names
from zhargy.norms.exports import facts_schema
from zhargy.norms.exports.deciding import decided
from zhargy.norms.expression import parse, walk
from zhargy.norms.expression.tree import Between
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs import Pack
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import Fact, FactType, Thing, Value
from zhargy.text import Language
from zhargy.text.amounts import Money


@cache
def schema(name: str) -> dict[str, Any]:
    return facts_schema(pack(name), language=Language.EN)


def plain(value: Value) -> Any:
    """A value as JSON has it."""
    match value:
        case Money(minor=minor, currency=currency):
            return f"{Decimal(minor).scaleb(-2):f} {currency}"
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple():
            return {each.id: _fields(each) for each in value}
        case _:
            return value


def _fields(thing: Thing) -> dict[str, Any]:
    return {name: plain(each) for name, each in thing.fields.items()}


def refusals(facts: Mapping[str, Any], chosen: Pack) -> tuple[Problem, ...]:
    """What the program finds wrong."""
    try:
        read_facts(facts, chosen.vocabulary)
    except FactsRefused as error:
        return error.problems
    return ()


def is_unsaid(problem: Problem, chosen: Pack) -> bool:
    """Whether JSON Schema has no words for it: a fact must fit another, or is asked only of people of some age."""
    asked_if = chosen.vocabulary.facts[problem.params["name"]].asked_if if problem.code == "N225" else None
    return problem.code == "N281" or (asked_if is not None and any(isinstance(e, Between) for e in walk(asked_if)))


def given(chosen: Pack) -> Iterator[dict[str, Any]]:
    """The facts of the examples that people could give."""
    for case in chosen.cases:
        yield {name: plain(value) for name, value in case.facts.items() if not chosen.vocabulary.facts[name].supplied}


def changed(facts: dict[str, Any], chosen: Pack, dice: random.Random) -> dict[str, Any]:
    """Facts of which one is another: of another type, out of bounds, no choice, ruled out, not there."""
    fact = dice.choice(list(chosen.vocabulary.facts.values()))
    odd: list[Any] = [
        None,
        True,
        False,
        7,
        -7,
        "word",
        "2026-02-30",
        "2026-02-28",
        [],
        ["word"],
        "5 KZT",
        "-5 KZT",
        "5.005 KZT",
        {},
    ]
    values = [*odd, *fact.choices, list(fact.choices[:2]), *edges(fact)]
    name = fact.name if dice.random() < 0.9 else f"{fact.name}x"
    return {**facts, name: dice.choice(values)}


def edges(fact: Fact) -> list[Any]:
    bounds = [bound for bound in (fact.least, fact.most) if bound is not None]
    return [bound + step for bound in bounds for step in (-1, 0, 1)] if fact.type is FactType.NUMBER else []


@pytest.mark.parametrize("name", pack_names())
def test_the_facts_of_every_example_are_valid(name: str) -> None:
    refused = [facts for facts in given(pack(name)) if not accepts(schema(name), facts)]

    assert refused == []


@pytest.mark.parametrize("name", pack_names())
def test_changed_facts_are_valid_where_the_program_takes_them_and_only_there(name: str) -> None:
    dice, chosen = random.Random(3), pack(name)  # noqa: S311 - the same changes every time
    cases = [facts for facts in given(chosen) if not refusals(facts, chosen)]
    supplied = {each.name for each in chosen.vocabulary.facts.values() if each.supplied}
    tried = refused = 0
    for _ in range(1500):
        facts = changed(dict(dice.choice(cases)), chosen, dice)
        problems = refusals(facts, chosen)
        if (problems and all(is_unsaid(each, chosen) for each in problems)) or supplied & facts.keys():
            continue
        tried += 1
        refused += bool(problems)
        assert accepts(schema(name), facts) is not bool(problems), (facts, problems)

    assert tried > 1000
    assert refused > 300


@pytest.mark.parametrize("name", pack_names())
def test_a_fact_that_the_program_supplies_is_not_taken(name: str) -> None:
    supplied = [fact.name for fact in pack(name).vocabulary.facts.values() if fact.supplied]

    assert supplied
    assert [each for each in supplied if accepts(schema(name), {each: "5 KZT"})] == []


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("language", list(Language))
def test_every_fact_a_person_can_give_is_there_with_its_words(name: str, language: Language) -> None:
    told = facts_schema(pack(name), language=language)

    facts = [fact for fact in pack(name).vocabulary.facts.values() if not fact.supplied]
    assert list(told["properties"]) == [fact.name for fact in facts]
    assert {fact.name: fact.wordings[language].label for fact in facts} == {
        key: each["title"] for key, each in told["properties"].items()
    }
    assert json.loads(json.dumps(told)) == told


def test_a_choice_has_its_title_and_a_number_its_unit_and_bounds() -> None:
    told = schema("kz-criminal-general")["properties"]

    assert {"const": "intent", "title": "On purpose"} in told["act.guilt"]["oneOf"]
    assert schema("sample")["properties"]["tree.girth"]["x-unit"] == "cm"
    # bounds of the sample pack: a girth of 0 to 4000 cm
    assert (told["act.day"]["format"], schema("sample")["properties"]["tree.girth"]["maximum"]) == ("date", 4000)


def test_what_cannot_be_said_stands_in_a_comment_in_the_norm_language() -> None:
    told = schema("kz-criminal-general")["properties"]["offender.birth"]

    assert told["$comment"] == 'asked_if: offender.kind = "person"; requires: offender.birth < act.day'


@pytest.mark.parametrize(
    ("condition", "facts", "truth"),
    [
        ("a and not b", {"a": True, "b": False}, True),
        ("a and not b", {"b": True}, False),
        ("a and not b", {"a": True}, None),
        ("a or b", {"a": False, "b": False}, False),
        ("at least 2 of (a, b, c)", {"a": False, "c": False}, False),
        ("at least 2 of (a, b, c)", {"a": True, "b": True}, True),
        ("at least 2 of (a, b, c)", {"a": True, "b": False}, None),
        ('role = "keeper"', {"role": "visitor"}, False),
        ('role != "keeper"', {"role": "keeper"}, False),
        ('role in {"keeper", "owner"}', {"role": "owner"}, True),
        ('means includes "net"', {"means": ["net"]}, True),
        ('not means includes "net"', {"means": []}, True),
        ("heads >= 2", {"heads": 1}, False),
        ("2 > heads", {"heads": 1}, True),
        ("heads = 2", {"heads": 3}, False),
        ("damage > 0 KZT", {"damage": "0.00 KZT"}, False),
        ("damage > 0 KZT", {"damage": "0.50 KZT"}, True),
        ("damage > 0 KZT", {"damage": "-1 KZT"}, False),
        ("damage > 0 KZT and a", {"damage": "5 KZT", "a": None}, None),
        ("known(a)", {"a": False}, True),
        ("true", {}, True),
        ("born < day", {"born": "2020-01-01", "day": "2019-01-01"}, None),
    ],
)
def test_a_condition_is_decided_as_three_valued_logic_has_it(
    condition: str,
    facts: dict[str, Any],
    *,
    truth: bool | None,
) -> None:
    # Kleene's strong connectives: a conjunction is false once a part is, unknown while a deciding part is missing.
    found = {
        each: (told := decided(parse(condition), truth=each)) is not None and accepts(told, facts)
        for each in (True, False)
    }

    assert found == {True: truth is True, False: truth is False}


def test_things_in_lists_are_described() -> None:
    birth = "fields: {birth: {type: date}, home: {type: thing, of: homes}}"
    found = pack_of(
        fact("homes", "list", "fields: {rooms: {type: number}}"),
        fact("children", "list", birth),
        norm("art_1", "any child in children (child.birth >= 2020-01-01)"),
    )

    told = facts_schema(found, language=Language.KK)

    assert accepts(
        told, {"children": {"ann": {"birth": "2020-05-01", "home": "flat"}}, "homes": {"flat": {"rooms": 2}}}
    )
    assert not accepts(told, {"children": {"ann": {"born": "2020-05-01"}}})
    assert not accepts(told, {"children": {"ann": {"birth": "May"}}})
