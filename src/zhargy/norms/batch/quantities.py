"""Numbers and money as sums of products, so that a comparison is one sum held against nothing."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from zhargy.norms.expression import Expression
from zhargy.norms.expression.amounts import Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.tree import Between, Cash, Comparison, FactName, Number, Product, Sum

Atom = FactName | Between | Extreme | Steps
"""What stands in a product: a fact, the time between two days, the greater of two values, whole steps."""

Polynomial = Mapping[tuple[Atom, ...], Fraction]
"""Factors of each product in a fixed order, with the number it is multiplied by; money counts in minor units."""

_MINOR_IN_MAJOR: Final = 100
_PERCENT: Final = Fraction(1, 100)


def difference(comparison: Comparison) -> Polynomial:
    """Return the left side less the right one.

    Example:
        >>> from zhargy.norms.expression import parse
        >>> for product, times in difference(parse("2 * a + 3 > a + 1")).items():
        ...     print([fact.name for fact in product], times)
        ['a'] 1
        [] 2
    """
    return _plus(polynomial(comparison.left), polynomial(comparison.right), times=Fraction(-1))


def polynomial(expression: Expression) -> Polynomial:
    """Return a number or a sum of money as a sum of products; those that cancel out are gone.

    Raises:
        TypeError: the expression is no quantity.
    """
    match expression:
        case Number(value=value):
            return _constant(Fraction(value))
        case Percent(value=value):
            return _constant(Fraction(value) * _PERCENT)
        case Cash(value=value):
            return _constant(Fraction(value) * _MINOR_IN_MAJOR)
        case FactName() | Between() | Extreme() | Steps():
            return {(expression,): Fraction(1)}
        case Sum() | Product() | Quotient():
            return _operation(expression)
        case _:
            raise TypeError(f"{type(expression).__name__} is no quantity; check() would have told")


def constant(expression: Expression) -> Fraction:
    """Return a number that is written.

    Raises:
        TypeError: the expression names a fact.
    """
    held = polynomial(expression)
    if any(held):
        raise TypeError("a number is written here; check() would have told")
    return held.get((), Fraction(0))


def _operation(expression: Sum | Product | Quotient) -> Polynomial:
    match expression:
        case Sum(first=first, steps=steps):
            total = polynomial(first)
            for step in steps:
                total = _plus(total, polynomial(step.operand), times=Fraction(-1 if step.is_negative else 1))
            return total
        case Product(factors=factors):
            result: Polynomial = _constant(Fraction(1))
            for factor in factors:
                result = _times(result, polynomial(factor))
            return result
        case Quotient(dividend=dividend, divisor=divisor):
            return _plus({}, polynomial(dividend), times=1 / constant(divisor))


def _constant(value: Fraction) -> Polynomial:
    return {(): value} if value else {}


def _plus(left: Polynomial, right: Polynomial, *, times: Fraction) -> Polynomial:
    total = dict(left)
    for product, number in right.items():
        total[product] = total.get(product, Fraction(0)) + number * times
    return {product: number for product, number in total.items() if number}


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    total: Polynomial = {}
    for first, number in left.items():
        for second, other in right.items():
            total = _plus(total, {tuple(sorted((*first, *second), key=repr)): number * other}, times=Fraction(1))
    return total
