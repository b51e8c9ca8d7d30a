"""The three truth values.

Source of the tables: S. C. Kleene, Introduction to Metamathematics (1952), section 64, strong tables for negation,
conjunction and disjunction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, product

import pytest

from zhargy.norms.truth import Truth, at_least, conjunction, disjunction, negation

Join = Callable[[Iterable[Truth]], Truth]
T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
PAIRS = list(product(Truth, repeat=2))
TRIPLES = list(product(Truth, repeat=3))


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_conjunction_and_disjunction_follow_the_published_tables(
    left: Truth, right: Truth, both: Truth, either: Truth
) -> None:
    assert conjunction([left, right]) is both
    assert disjunction([left, right]) is either


def test_negation_leaves_the_unknown_unknown() -> None:
    assert [negation(truth) for truth in (T, F, U)] == [F, T, U]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_laws_of_de_morgan_hold(left: Truth, right: Truth) -> None:
    assert negation(conjunction([left, right])) is disjunction([negation(left), negation(right)])
    assert negation(negation(left)) is left


@pytest.mark.parametrize(("a", "b", "c"), TRIPLES)
def test_conjunction_and_disjunction_distribute_and_associate(a: Truth, b: Truth, c: Truth) -> None:
    assert conjunction([a, disjunction([b, c])]) is disjunction([conjunction([a, b]), conjunction([a, c])])
    assert disjunction([a, conjunction([b, c])]) is conjunction([disjunction([a, b]), disjunction([a, c])])
    assert conjunction([a, b, c]) is conjunction([conjunction([a, b]), c])


@pytest.mark.parametrize("truths", TRIPLES)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_at_least_some_is_any_conjunction_of_so_many(truths: tuple[Truth, ...], count: int) -> None:
    every_choice = disjunction(conjunction(chosen) for chosen in combinations(truths, count))

    assert at_least(count, truths) is every_choice


@pytest.mark.parametrize("truths", TRIPLES)
@pytest.mark.parametrize("join", [conjunction, disjunction, lambda truths: at_least(2, truths)])
def test_what_is_decided_stays_whatever_becomes_known(truths: tuple[Truth, ...], join: Join) -> None:
    completions = product(*([T, F] if truth is U else [truth] for truth in truths))

    answers = {join(completion) for completion in completions}

    truth = join(truths)
    assert answers == ({truth} if truth.is_decided else {T, F})


def test_nothing_at_all_is_true_together_and_false_apart() -> None:
    assert conjunction([]) is T
    assert disjunction([]) is F


def test_only_plain_truths_are_decided() -> None:
    assert [Truth.of(value) for value in (True, False, None, 1, "true")] == [T, F, U, U, U]
