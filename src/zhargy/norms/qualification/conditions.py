"""Conditions made into functions that answer with the bare truth: for trying many facts, where no proof is asked for.

The evaluator with its traces stays the reference; a test holds the two equal. What is not made into a function of its
own asks the evaluator.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from zhargy.norms.expression import ExactMoney, Expression, evaluate, parts_of
from zhargy.norms.expression.evaluator import amount
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    Cash,
    Choice,
    Comparison,
    Constant,
    Day,
    FactName,
    Includes,
    Met,
    Not,
    Number,
    Or,
    Sign,
    Within,
)
from zhargy.norms.truth import Truth, negation
from zhargy.norms.vocabulary import Value, Vocabulary
from zhargy.text.amounts import Money

Facts: TypeAlias = Mapping[str, Value]
Known: TypeAlias = Mapping[str, Truth]
Condition: TypeAlias = Callable[[Facts, Known], Truth]
_Plain: TypeAlias = Any  # what two sides of a comparison are laid side by side as: a number, a day, a word, some words
_Reckoned: TypeAlias = Callable[[Facts, Known], _Plain]

_TESTS: Final[Mapping[Sign, Callable[[_Plain, _Plain], bool]]] = {
    Sign.EQUAL: operator.eq,
    Sign.UNEQUAL: operator.ne,
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.GREATER: operator.gt,
    Sign.AT_LEAST: operator.ge,
}
_LITERALS: Final = (Number, Cash, Choice, Day)
_TRUTHS: Final = {True: Truth.TRUE, False: Truth.FALSE}


def condition(expression: Expression, *, vocabulary: Vocabulary) -> Condition:
    """Return a function from facts, and the truths of other norms, to the truth of a condition.

    Args:
        expression: A checked condition.
        vocabulary: The facts of the pack.
    """
    match expression:
        case Constant(value=value):
            constant = Truth.of(value)
            return lambda _, __: constant
        case FactName(name=name):
            return lambda facts, _: Truth.of(facts.get(name))
        case Met(norm=norm, given=()):
            return lambda _, met: met.get(norm, Truth.UNKNOWN)
        case Not() | And() | AllOf() | Or() | AnyOf():
            return _joined(expression, vocabulary)
        case Comparison():
            return _compared(expression, vocabulary)
        case Within(operand=operand, options=options):
            return _within(_value(operand, vocabulary), [_value(option, vocabulary) for option in options])
        case Includes(collection=collection, member=member):
            return _includes(_value(collection, vocabulary), _value(member, vocabulary))
        case _:
            return lambda facts, met: evaluate(expression, facts, vocabulary=vocabulary, met=met).truth


def _joined(expression: Expression, vocabulary: Vocabulary) -> Condition:
    parts = [condition(part, vocabulary=vocabulary) for part in parts_of(expression)]
    match expression:
        case Not():
            return _negated(parts[0])
        case And() | AllOf():
            return _strongest(parts, decisive=Truth.FALSE, otherwise=Truth.TRUE)
        case _:
            return _strongest(parts, decisive=Truth.TRUE, otherwise=Truth.FALSE)


def _negated(part: Condition) -> Condition:
    return lambda facts, met: negation(part(facts, met))


def _strongest(parts: list[Condition], *, decisive: Truth, otherwise: Truth) -> Condition:
    def joined(facts: Facts, met: Known) -> Truth:
        found = otherwise
        for part in parts:
            truth = part(facts, met)
            if truth is decisive:
                return decisive
            if truth is Truth.UNKNOWN:
                found = Truth.UNKNOWN
        return found

    return joined


def _compared(expression: Comparison, vocabulary: Vocabulary) -> Condition:
    left, right = _value(expression.left, vocabulary), _value(expression.right, vocabulary)
    holds = _TESTS[expression.sign]

    def compared(facts: Facts, met: Known) -> Truth:
        ours, theirs = left(facts, met), right(facts, met)
        return Truth.UNKNOWN if ours is None or theirs is None else _TRUTHS[holds(ours, theirs)]

    return compared


def _within(operand: _Reckoned, options: list[_Reckoned]) -> Condition:
    def within(facts: Facts, met: Known) -> Truth:
        value, others = operand(facts, met), [option(facts, met) for option in options]
        return Truth.UNKNOWN if value is None or None in others else _TRUTHS[value in others]

    return within


def _includes(collection: _Reckoned, member: _Reckoned) -> Condition:
    def includes(facts: Facts, met: Known) -> Truth:
        values, value = collection(facts, met), member(facts, met)
        return Truth.UNKNOWN if values is None or value is None else _TRUTHS[value in values]

    return includes


def _value(expression: Expression, vocabulary: Vocabulary) -> _Reckoned:
    """Return a function to a value as it is compared: sums in hundredths."""
    if isinstance(expression, FactName):
        name = expression.name
        return lambda facts, _: _plain(facts.get(name))
    if isinstance(expression, _LITERALS):
        literal = _plain(amount(expression, {}, vocabulary=vocabulary, met={}).value)
        return lambda _, __: literal
    return lambda facts, met: _plain(amount(expression, facts, vocabulary=vocabulary, met=met).value)


def _plain(value: object) -> _Plain:
    match value:
        case Money(minor=minor):
            return Decimal(minor)
        case ExactMoney(minor=exact):
            return exact
        case _:
            return value
