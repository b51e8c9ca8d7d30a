"""Conditions as rails: node by node what the evaluator does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import z3

from zhargy.norms.expression import parts_of, walk
from zhargy.norms.expression.amounts import Conditional, Extreme, Quotient, Steps
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Comparison,
    Constant,
    Expression,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Or,
    Product,
    Sign,
    Sum,
    Within,
)
from zhargy.norms.verification.encoding.days import DayTerm
from zhargy.norms.verification.encoding.rails import (
    FALSE,
    TRUE,
    UNKNOWN,
    Rail,
    Term,
    all_hold,
    at_least,
    conjunction,
    decided,
    disjunction,
    negation,
    one_holds,
    opposite,
)
from zhargy.norms.verification.encoding.reckoning import chosen, operation, written
from zhargy.norms.verification.encoding.symbols import Symbol
from zhargy.norms.verification.encoding.values import Choice, Choices, NoFormula, Quantity, Valued, overlap
from zhargy.norms.vocabulary import FactType

_THINGS: Final = frozenset({FactType.LIST, FactType.THING})
_ORDERED: Final[Mapping[Sign, Callable[[Term, Term], Term]]] = {
    Sign.EQUAL: lambda left, right: left == right,
    Sign.UNEQUAL: lambda left, right: left != right,
    Sign.LESS: lambda left, right: left < right,
    Sign.AT_MOST: lambda left, right: left <= right,
    Sign.GREATER: lambda left, right: left > right,
    Sign.AT_LEAST: lambda left, right: left >= right,
}


class Conditions:
    """What conditions come to over one set of symbols.

    Args:
        symbols: The facts by name.
        open_norms: Norms that speak of things; what is said of these may be anything.
    """

    def __init__(self, symbols: Mapping[str, Symbol], *, open_norms: frozenset[str] = frozenset()) -> None:
        self._symbols = symbols
        self._open_norms = open_norms
        self._free: dict[Expression, Rail] = {}
        self._tests: dict[Expression, Rail] = {}

    def rail(self, expression: Expression, met: Mapping[str, Rail]) -> Rail:
        """Return when a condition is true and when it is false.

        Args:
            expression: A checked condition; one there is no formula for may be anything.
            met: Whether norms are met, by id; a missing one is unknown.
        """
        try:
            return self._condition(expression, met)
        except NoFormula:
            return self._anything(expression)

    def _anything(self, expression: Expression) -> Rail:
        if expression not in self._free:
            either, given = z3.FreshBool("free"), z3.FreshBool("given")
            self._free[expression] = decided(either, given=given)
        return self._free[expression]

    def _condition(self, expression: Expression, met: Mapping[str, Rail]) -> Rail:
        match expression:
            case Constant(value=value):
                return TRUE if value else FALSE
            case FactName(name=name):
                return self._symbol(name).rail
            case Known(fact=name):
                return Rail(true=self._symbol(name).given, false=False)
            case Met(norm=norm) if norm not in self._open_norms:
                return met.get(norm, UNKNOWN)
            case Not() | And() | Or() | AllOf() | AnyOf() | AtLeast():
                return _joined(expression, [self.rail(part, met) for part in parts_of(expression)])
            case Comparison() | Within() | Includes():
                return self._test(expression, met)
            case _:
                raise NoFormula

    def _test(self, expression: Comparison | Within | Includes, met: Mapping[str, Rail]) -> Rail:
        if expression not in self._tests:
            rail = self._tested(expression, met)
            if any(isinstance(node, Conditional) for node in walk(expression)):
                return rail
            self._tests[expression] = rail
        return self._tests[expression]

    def _tested(self, expression: Comparison | Within | Includes, met: Mapping[str, Rail]) -> Rail:
        first, *others = [self._value(part, met) for part in parts_of(expression)]
        given = all_hold([first.given, *(other.given for other in others)])
        match expression:
            case Comparison(sign=sign):
                holds = _compared(first, sign, others[0])
            case Within():
                holds = one_holds(_compared(first, Sign.EQUAL, other) for other in others)
            case Includes():
                holds = _included(first, others[0])
        return decided(holds, given=given)

    def _value(self, expression: Expression, met: Mapping[str, Rail]) -> Valued:
        match expression:
            case FactName(name=name):
                symbol = self._symbol(name)
                if symbol.content is None:
                    raise NoFormula
                return Valued(content=symbol.content, given=symbol.given)
            case Sum() | Product() | Quotient() | Between() | Extreme() | Steps():
                parts = [self._value(part, met) for part in parts_of(expression)]
                return Valued(content=operation(expression, parts), given=all_hold(part.given for part in parts))
            case Conditional(condition=condition, then=then, otherwise=otherwise):
                return chosen(self.rail(condition, met), self._value(then, met), self._value(otherwise, met))
            case _:
                return Valued(content=written(expression), given=True)

    def _symbol(self, name: str) -> Symbol:
        symbol = self._symbols.get(name)
        if symbol is None or symbol.fact.type in _THINGS:
            raise NoFormula
        return symbol


def _joined(expression: Expression, rails: list[Rail]) -> Rail:
    match expression:
        case Not():
            return negation(rails[0])
        case And() | AllOf():
            return conjunction(rails)
        case AtLeast(count=count):
            return at_least(count, rails)
        case _:
            return disjunction(rails)


def _compared(left: Valued, sign: Sign, right: Valued) -> Term:
    match left.content, right.content:
        case Choice(chosen=one), Choice(chosen=other):
            same = overlap(one, other)
            return same if sign is Sign.EQUAL else opposite(same)
        case DayTerm() as one, DayTerm() as other:
            return _ORDERED[sign](one.rank, other.rank)
        case Quantity(number=one), Quantity(number=other):
            return _ORDERED[sign](one, other)
        case _:
            raise NoFormula


def _included(collection: Valued, member: Valued) -> Term:
    match collection.content, member.content:
        case Choices(chosen=chosen), Choice(chosen=one):
            return overlap(chosen, one)
        case _:
            raise NoFormula
