"""Expressions as conditions: checked, evaluated, explained."""

from __future__ import annotations

import datetime as dt
import math
import operator
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from norms.trees import NORMS, PATIENT, VOCABULARY, all_facts, all_norms, conditions, trees
from zhargy.norms.expression import ExactMoney, Expression, Trace, check, evaluate, fact_names, norm_names, parse, walk
from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Cash,
    Comparison,
    Constant,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Number,
    Or,
    Product,
    Sum,
    Within,
)
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

SOME_FACTS: Mapping[str, Value] = {
    **dict.fromkeys(("is_repeated", "is_group", "consent"), True),
    **dict.fromkeys(("victim.age", "copies"), Decimal(17)),
    "damage": Money(minor=500, currency=Currency.KZT),
    **dict.fromkeys(("birth", "offence.day"), dt.date(2020, 2, 29)),
    "role": "soldier",
    "harms": frozenset({"health"}),
}


def evaluated(text: str, met: Mapping[str, Truth] | None = None, **facts: Value) -> Trace:
    given_facts = {name.replace("__", "."): value for name, value in facts.items()}
    return evaluate(parse(text), given_facts, vocabulary=VOCABULARY, met=met or {})


@pytest.mark.parametrize(
    ("text", "code", "column", "params"),
    [
        ("victim.aeg < 18", "N212", 1, {"name": "victim.aeg", "near": "victim.age"}),
        ("consent and known(conset)", "N212", 13, {"name": "conset", "near": "consent"}),
        ("not met(art_6)", "N213", 5, {"name": "art_6", "near": "art_4"}),
        ("consent and victim.age", "N214", 13, {"expected": "bool", "found": "years"}),
        ("damage + birth > 5 KZT", "N214", 10, {"expected": "number", "found": "date"}),
        ("years between birth and copies > 5", "N214", 25, {"expected": "date", "found": "number"}),
        ('role includes "official"', "N214", 1, {"expected": "set", "found": "enum"}),
        ("harms includes 5", "N214", 16, {"expected": "enum", "found": "number"}),
        ("victim.age < 18 hours", "N215", 1, {"left": "years", "right": "hours"}),
        ("damage > 5 EUR", "N215", 1, {"left": "KZT", "right": "EUR"}),
        ("damage > 5", "N215", 1, {"left": "KZT", "right": "number"}),
        ("birth < 2026", "N215", 1, {"left": "date", "right": "number"}),
        ('victim.age in {16, "x"}', "N215", 20, {"left": "years", "right": "enum"}),
        ('role < "official"', "N216", 1, {"sign": "<", "type": "enum"}),
        ("consent = true", "N216", 1, {"sign": "=", "type": "bool"}),
        ('harms in {"health"}', "N216", 1, {"sign": "in", "type": "set"}),
        (
            'role = "offical"',
            "N217",
            8,
            {"value": "offical", "valid": "citizen, official, soldier", "near": "official"},
        ),
        ('harms includes "x"', "N217", 16, {"value": "x", "valid": "health, honour, property", "near": ""}),
        ("victim.age * victim.age > 4", "N218", 1, {"left": "years", "right": "years"}),
        ("at least 3 of (consent, is_group)", "N219", 1, {"count": "3", "most": "2"}),
        ("at least 0 of (consent, is_group)", "N219", 1, {"count": "0", "most": "2"}),
    ],
)
def test_what_means_nothing_over_the_vocabulary_is_told(
    text: str, code: str, column: int, params: dict[str, str]
) -> None:
    problems = check(parse(text), VOCABULARY, norms=NORMS)

    assert [(problem.code, problem.place.column, problem.params) for problem in problems] == [(code, column, params)]


def test_every_problem_is_told_at_once() -> None:
    tree = parse("any of (concent, victim.age > 2026-01-31, met(art_99), at least 2 of (damage))")

    problems = check(tree, VOCABULARY, norms=NORMS)

    assert [problem.code for problem in problems] == ["N212", "N215", "N213", "N219", "N214"]


@PATIENT
@given(trees())
def test_checking_answers_for_any_tree(tree: Expression) -> None:
    strangers = set(fact_names(tree)) - set(VOCABULARY.facts)

    problems = check(tree, VOCABULARY, norms=NORMS)

    assert {problem.params["name"] for problem in problems if problem.code == "N212"} == strangers


def test_of_all_simple_conditions_each_is_told_or_can_be_evaluated() -> None:
    words = [*VOCABULARY.facts, "5", "18 years", "5 KZT", "2026-01-31", '"official"', "(consent or is_group)"]
    forms = ["{} = {}", "{} < {}", "{} includes {}", "{} + {} = 5", "{} * {} > 5 KZT", "years between {} and {} > 1"]
    texts = [form.format(*pair) for form in [*forms, "any of ({}, {})"] for pair in product(words, repeat=2)]
    facts = dict(SOME_FACTS)

    sound = [tree for tree in map(parse, texts) if not check(tree, VOCABULARY, norms=NORMS)]

    truths = [evaluate(tree, facts, vocabulary=VOCABULARY, met={}).truth for tree in sound]
    assert all(truth.is_decided for truth in truths)
    numbers, money, days, roles, truths_named = 4 * 4, 2 * 2, 3 * 3, 2 * 2, 4 * 4  # pairs of words of like types
    times = 2 * (2 * 2)  # money by what counts nothing, in either order
    equal, less = numbers + money + days + roles, numbers + money + days
    assert len(sound) == equal + less + numbers + times + days + truths_named  # no role is a harm: none includes


@PATIENT
@given(conditions(with_amounts=True), all_facts(), all_norms())
def test_with_every_fact_known_a_condition_is_what_plain_logic_makes_it(
    tree: Expression, facts: dict[str, Value], met: dict[str, Truth]
) -> None:
    assert check(tree, VOCABULARY, norms=NORMS) == ()

    trace = evaluate(tree, facts, vocabulary=VOCABULARY, met=met)

    assert trace.truth is Truth.of(plainly(tree, facts, met))
    assert trace.unknown == trace.unknown_norms == ()
    assert set(fact_names(tree)) - set(trace.facts_used) <= passed_by(tree)


def passed_by(tree: Expression) -> set[str]:
    """Return the facts that only a value not chosen may name."""
    return {name for node in walk(tree) if isinstance(node, Conditional) for name in fact_names(node)}


@PATIENT
@given(conditions(with_amounts=True), all_facts(), all_norms(), st.data())
def test_an_unknown_made_known_never_contradicts_what_was_decided(
    tree: Expression, facts: dict[str, Value], met: dict[str, Truth], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(facts))))
    few = {name: value for name, value in facts.items() if name in kept}
    some_met = met if data.draw(st.booleans()) else {}

    before = evaluate(tree, few, vocabulary=VOCABULARY, met=some_met)

    after = evaluate(tree, facts, vocabulary=VOCABULARY, met=met)
    assert after.truth is before.truth or before.truth is U
    assert after.truth.is_decided


@PATIENT
@given(conditions(with_amounts=True), all_facts(), st.data())
def test_facts_not_named_as_open_change_nothing(tree: Expression, facts: dict[str, Value], data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(facts))))
    few = {name: value for name, value in facts.items() if name in kept}
    before = evaluate(tree, few, vocabulary=VOCABULARY, met={})

    others = {name: value for name, value in facts.items() if name not in before.unknown}

    after = evaluate(tree, few | others, vocabulary=VOCABULARY, met={})
    assert after.truth is before.truth
    assert set(before.unknown) <= set(fact_names(tree)) - set(few)
    assert set(before.unknown_norms) <= set(norm_names(tree))
    assert (before.truth is U) == bool(before.unknown or before.unknown_norms)


@PATIENT
@given(conditions(), all_facts())
def test_the_trace_has_the_shape_of_the_condition(tree: Expression, facts: dict[str, Value]) -> None:
    trace = evaluate(tree, facts, vocabulary=VOCABULARY, met={})

    assert list(expressions_of(trace)) == list(walk(tree))


def expressions_of(trace: Trace) -> list[Expression]:
    found = [trace.expression]
    for child in trace.children:
        found += expressions_of(child)
    stack = list(reversed(trace.operands))
    while stack:
        operand = stack.pop()
        found.append(operand.expression)
        stack.extend(reversed(operand.parts))
    return found


def test_a_decided_condition_waits_for_nothing() -> None:
    trace = evaluated("consent and victim.age < 18", victim__age=Decimal(40))

    assert (trace.truth, trace.unknown) == (F, ())
    assert [child.truth for child in trace.children] == [U, F]
    assert trace.children[0].unknown == ("consent",)
    assert trace.facts_used == ("victim.age",)


def test_an_undecided_condition_names_what_could_decide_it_in_the_order_of_the_text() -> None:
    trace = evaluated(
        "(damage > 5 KZT or met(art_4)) and (is_group or consent) and not is_repeated", consent=True, is_repeated=False
    )

    assert (trace.truth, trace.unknown, trace.unknown_norms) == (U, ("damage",), ("art_4",))


def test_a_fact_is_known_or_may_still_become_so() -> None:
    assert evaluated("known(role)", role="soldier").truth is T
    assert evaluated("known(role)").truth is U
    assert evaluated("not known(role)").truth is U


def test_a_fact_that_the_others_rule_out_is_no_longer_open() -> None:
    age = Fact(name="victim.age", type=FactType.NUMBER, asked_if=parse("has_victim"))
    vocabulary = Vocabulary.of(Fact(name="has_victim", type=FactType.BOOL), age)
    tree = parse("has_victim or victim.age < 18")

    open_facts = [evaluate(tree, facts, vocabulary=vocabulary, met={}).unknown for facts in ({}, {"has_victim": False})]

    assert open_facts == [("has_victim", "victim.age"), ()]


@pytest.mark.parametrize(
    ("sign", "less", "same", "more"),
    [
        ("=", F, T, F),
        ("!=", T, F, T),
        ("<", T, F, F),
        ("<=", T, T, F),
        (">", F, F, T),
        (">=", F, T, T),
    ],
)
def test_a_boundary_lies_where_the_sign_says(sign: str, less: Truth, same: Truth, more: Truth) -> None:
    text = f"victim.age {sign} 18 years"

    truths = [evaluated(text, victim__age=Decimal(age)).truth for age in (17, 18, 19)]

    assert truths == [less, same, more]


@pytest.mark.parametrize(
    "text",
    [
        "5 - 3 - 1 = 1",
        "5 - (3 - 1) = 3",
        "2 + 3 * 4 = 14",
        "(2 + 3) * 4 = 20",
        "5 - -3 = 8",
        "5 KZT - 2.50 KZT * 3 = -2.50 KZT",
        "0.1 + 0.2 = 0.3",
        "2 * 5 KZT in {10.00 KZT}",
    ],
)
def test_sums_are_what_they_are_on_paper(text: str) -> None:
    assert check(parse(text), VOCABULARY, norms=NORMS) == ()
    assert evaluated(text).truth is T


def test_no_digit_is_lost() -> None:
    trace = evaluated("copies * 1.0000000000000000000000000001 = 10000000000000000000000000001", copies=Decimal(10**28))

    assert trace.truth is T


def test_half_a_tiyn_is_kept() -> None:
    trace = evaluated("damage * 0.5 < 0.01 KZT", damage=Money(minor=1, currency=Currency.KZT))

    assert trace.operands[0].value == ExactMoney(minor=Decimal("0.5"), currency=Currency.KZT)
    assert trace.truth is T


@pytest.mark.parametrize(
    ("birth", "day", "years", "months", "days"),
    [
        ("2010-05-20", "2026-05-19", 15, 191, 5843),
        ("2010-05-20", "2026-05-20", 16, 192, 5844),
        ("2008-02-29", "2026-02-27", 17, 215, 6573),
        ("2008-02-29", "2026-02-28", 18, 216, 6574),  # no 29 February: whole on the last day of the month
        ("2026-01-31", "2026-02-28", 0, 1, 28),
        ("2026-03-31", "2026-04-29", 0, 0, 29),
        ("2026-05-20", "2010-05-20", -16, -192, -5844),
    ],
)
def test_only_whole_years_months_and_days_count(birth: str, day: str, years: int, months: int, days: int) -> None:
    """Counted by hand on a calendar; month ends by Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71."""
    for span, expected in (("years", years), ("months", months), ("days", days)):
        assert evaluated(f"{span} between {birth} and {day} = {expected}").truth is T


def plainly(tree: Expression, facts: Mapping[str, Value], met: Mapping[str, Truth]) -> bool:
    """Evaluate with plain `bool` and fractions: a second engine, for complete facts only."""

    def holds(node: Expression) -> bool:
        match node:
            case Constant(value=value):
                return value
            case FactName(name=name):
                return facts[name] is True
            case Met(norm=norm):
                return met[norm] is T
            case Known():
                return True
            case Not(operand=operand):
                return not holds(operand)
            case And(parts=parts) | AllOf(parts=parts):
                return all(holds(part) for part in parts)
            case Or(parts=parts) | AnyOf(parts=parts):
                return any(holds(part) for part in parts)
            case AtLeast(count=count, parts=parts):
                return any(all(map(holds, chosen)) for chosen in combinations(parts, count))
            case Comparison(left=left, sign=sign, right=right):
                named = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
                return bool(getattr(operator, named[sign])(number(left), number(right)))
            case Within(operand=operand, options=options):
                return any(number(operand) == number(option) for option in options)
            case Includes(collection=FactName(name=name), member=member):
                chosen_harms = facts[name]
                return isinstance(chosen_harms, frozenset) and number(member) in chosen_harms
            case _:
                raise AssertionError(node)

    def number(node: Any) -> Any:
        match node:
            case FactName(name=name):
                value = facts[name]
                if isinstance(value, Money):
                    return Fraction(value.minor, 100)
                return Fraction(value) if isinstance(value, Decimal) else value
            case Number(value=value) | Cash(value=value):
                return Fraction(value)
            case Percent(value=value):
                return Fraction(value) / 100
            case Quotient(dividend=dividend, divisor=divisor):
                return number(dividend) / number(divisor)
            case Conditional(condition=condition, then=then, otherwise=otherwise):
                return number(then) if holds(condition) else number(otherwise)
            case Extreme(way=way, parts=parts):
                return sorted(map(number, parts))[0 if way == "least" else -1]
            case Steps(way=way, step=step, operand=operand):
                steps_in = number(operand) / number(step)
                return max(0, math.ceil(steps_in) if way == "started" else math.floor(steps_in))
            case Product(factors=(left, right)):
                return number(left) * number(right)
            case Sum(first=first, steps=steps):
                signed = (number(step.operand) * (-1 if step.is_negative else 1) for step in steps)
                return number(first) + sum(signed)
            case Between(start=start, end=end):
                return Fraction(birthdays(number(start), number(end)))
            case _:
                return node.value

    return holds(tree)


def birthdays(start: dt.date, end: dt.date) -> int:
    """Count the anniversaries passed, one by one."""
    if end < start:
        return -birthdays(end, start)
    passed = 0
    while anniversary(start, passed + 1) <= end:
        passed += 1
    return passed


def anniversary(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 2, 28)
