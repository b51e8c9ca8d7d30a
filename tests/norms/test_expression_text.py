"""Expressions as text: read, refused, printed."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from norms.trees import PATIENT, THINGS, trees
from zhargy.norms.expression import Expression, ExpressionError, fact_names, norm_names, parse, unparse, walk
from zhargy.norms.expression.tree import (
    And,
    AtLeast,
    Between,
    Cash,
    Choice,
    Comparison,
    Day,
    FactName,
    Includes,
    Met,
    Not,
    Number,
    Or,
    Product,
    Sign,
    Span,
    Step,
    Sum,
    Within,
)
from zhargy.norms.problems import Place
from zhargy.text.amounts import Currency

A, B, C = (FactName(name=name) for name in "abc")


def refused(text: str, place: Place | None = None) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        parse(text, place=place)
    return caught.value


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("not a and b", And(parts=(Not(operand=A), B))),
        ("not (a and b)", Not(operand=And(parts=(A, B)))),
        ("a or (b and c)", Or(parts=(A, And(parts=(B, C))))),
        ("(a or b) or c", Or(parts=(Or(parts=(A, B)), C))),
        (
            "not a < 18 years",
            Not(operand=Comparison(left=A, sign=Sign.LESS, right=Number(value=Decimal(18), unit="years"))),
        ),
        (
            "a + b * -2.5 >= 1000 KZT",
            Comparison(
                left=Sum(first=A, steps=(Step(operand=Product(factors=(B, Number(value=Decimal("-2.5"))))),)),
                sign=Sign.AT_LEAST,
                right=Cash(value=Decimal(1000), currency=Currency.KZT),
            ),
        ),
        ('a not in {"x", "y"}', Not(operand=Within(operand=A, options=(Choice(value="x"), Choice(value="y"))))),
        ('a includes "x"', Includes(collection=A, member=Choice(value="x"))),
        ("at least 2 of (a, b, met(art_228-1))", AtLeast(count=2, parts=(A, B, Met(norm="art_228-1")))),
        (
            "years between a and 2026-01-31 >= 16 and b",
            And(
                parts=(
                    Comparison(
                        left=Between(span=Span.YEARS, start=A, end=Day(value=dt.date(2026, 1, 31))),
                        sign=Sign.AT_LEAST,
                        right=Number(value=Decimal(16)),
                    ),
                    B,
                )
            ),
        ),
    ],
)
def test_the_words_bind_as_the_grammar_says(text: str, tree: Expression) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "code", "column", "params"),
    [
        ("a adn b", "N201", 3, {"found": "adn", "near": "and"}),
        ("a and or b", "N201", 7, {"found": "or", "near": ""}),
        ("at least 1.5 of (a, b)", "N201", 10, {"found": "1.5", "near": ""}),
        ("(a and b", "N202", 9, {"expected": ")"}),
        ("a and", "N202", 6, {"expected": ""}),
        ("", "N202", 1, {"expected": ""}),
        ("a && b", "N203", 3, {"found": "&&", "near": "and"}),
        ("a == 5", "N203", 3, {"found": "==", "near": "="}),
        ("a ≤ 5", "N203", 3, {"found": "≤", "near": "<="}),
        ("Victim.age < 18", "N203", 1, {"found": "Victim.age", "near": "victim.age"}),
        ("а < 18", "N203", 1, {"found": "а", "near": "a"}),  # Cyrillic
        ("at last 2 of (a, b)", "N204", 4, {"found": "last", "expected": "least", "near": "least"}),
        ("a in b", "N204", 6, {"found": "b", "expected": "{", "near": ""}),
        ('role = "official', "N205", 8, {}),
        ("day < 2026-02-30", "N206", 7, {"value": "2026-02-30"}),
        (f"a < {'9' * 31}", "N207", 5, {"limit": "30"}),
        (f"at least {'9' * 5000} of (a)", "N207", 10, {"limit": "30"}),
        ("a and b or c", "N209", 9, {"found": "or"}),
        ("a or b and c", "N209", 8, {"found": "and"}),
        ("14 <= age < 18", "N210", 11, {"found": "<"}),
        ("damage > 5 KZR", "N211", 12, {"found": "KZR", "valid": "KZT, RUB, EUR, USD", "near": "KZT"}),
    ],
)
def test_a_text_that_is_no_expression_is_refused_at_its_place(
    text: str, code: str, column: int, params: dict[str, str]
) -> None:
    problem = refused(text).problem

    assert (problem.code, problem.params) == (code, params)
    assert problem.place == Place(line=1, column=column)


def test_problems_are_told_in_the_file_the_expression_was_written_in() -> None:
    place = Place(file="parks.md", line=12, column=9, norm="art_4")

    error = refused("a and\n  (b or", place)

    assert error.problem.place == Place(file="parks.md", line=13, column=16, norm="art_4")
    assert str(error) == "N202 (expected=, line=13, column=16)"


def test_nodes_know_where_they_were_read() -> None:
    tree = parse("a and\nnot b", place=Place(line=3, column=5))

    assert [(node.place.line, node.place.column) for node in walk(tree)] == [(3, 5), (3, 5), (4, 5), (4, 9)]


@pytest.mark.parametrize(
    "text",
    ["(" * 10_000 + "a" + ")" * 10_000, "not " * 10_000 + "a", "any of (" * 10_000, "years between " * 10_000],
)
def test_an_expression_deeper_than_anybody_can_read_is_refused(text: str) -> None:
    assert refused(text).problem.code == "N208"


def test_a_long_expression_is_not_a_deep_one() -> None:
    names = [f"fact_{number}" for number in range(10_000)]

    tree = parse(" and ".join(names))

    assert fact_names(tree) == tuple(names)
    assert unparse(tree) == " and ".join(names)


def test_the_names_come_once_each_in_the_order_of_the_text() -> None:
    tree = parse("b and (known(c) or met(art_5) or b or a < d) and not met(art_4) and met(art_5)")

    assert fact_names(tree) == ("b", "c", "a", "d")
    assert norm_names(tree) == ("art_5", "art_4")


@PATIENT
@given(trees())
def test_what_is_printed_is_read_back_as_it_was(tree: Expression) -> None:
    assert parse(unparse(tree), bound=THINGS) == tree


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("((a))", "a"),
        ("(not a) and (b < 5)", "not a and b < 5"),
        ("not (not (a))", "not not a"),
        ("not (a and b)", "not (a and b)"),
        ("(a and b) and c", "(a and b) and c"),
        ("(a + b) < (a * b)", "a + b < a * b"),
        ("(a * b) + c - (a - b)", "a * b + c - (a - b)"),
        ("(a + b) * c = 5", "(a + b) * c = 5"),
        ("not (a in {5})", "a not in {5}"),
        ('(a) includes ("x")', 'a includes "x"'),
        ("any of ((a and b), (c))", "any of (a and b, c)"),
        ("years between (a) and (b + 1) > 5", "years between a and (b + 1) > 5"),
        ("0005.50 KZT = -0", "5.50 KZT = -0"),
    ],
)
def test_only_the_parentheses_that_are_needed_are_printed(written: str, printed: str) -> None:
    assert unparse(parse(written)) == printed


def test_every_digit_of_a_number_is_kept() -> None:
    text = f"-{'9' * 28}.25"

    tree = parse(text)

    assert tree == Number(value=Decimal(text))
    assert unparse(tree) == text


@PATIENT
@given(trees())
def test_no_pair_of_parentheses_could_be_left_out(tree: Expression) -> None:
    text = unparse(tree)

    for shorter in without_one_pair(text):
        with suppress(ExpressionError):
            assert parse(shorter, bound=THINGS) != tree, shorter


def without_one_pair(text: str) -> list[str]:
    """Return the text once for each pair of parentheses outside quotes, the pair taken away."""
    bare = re.sub('"[^"]*"', lambda quoted: "x" * len(quoted[0]), text)
    opened: list[int] = []
    shorter = []
    for at, sign in enumerate(bare):
        if sign == "(":
            opened.append(at)
        elif sign == ")":
            start = opened.pop()
            shorter.append(f"{text[:start]} {text[start + 1 : at]} {text[at + 1 :]}")
    return shorter


@PATIENT
@given(st.text(st.sampled_from(list("ab18 ()<>=!,{}\"'.-+*\nандKZT")), max_size=40) | st.text(max_size=20))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    with suppress(ExpressionError):
        assert parse(unparse(parse(text))) == parse(text)
