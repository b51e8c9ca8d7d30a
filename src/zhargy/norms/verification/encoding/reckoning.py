"""Values that conditions reckon, exactly: literals, sums, products, whole steps, times between days."""

from __future__ import annotations

from functools import reduce
from typing import Final

import z3

from zhargy.norms.expression import tree
from zhargy.norms.expression.amounts import Extreme, Percent, Quotient, Steps, Way, Whole
from zhargy.norms.expression.tree import Between, Cash, Day, Expression, Number, Product, Sum
from zhargy.norms.verification.encoding.days import DayTerm, day_of, either_day, whole
from zhargy.norms.verification.encoding.rails import Rail, Term, all_hold, one_holds
from zhargy.norms.verification.encoding.values import (
    Choice,
    Content,
    NoFormula,
    Quantity,
    Valued,
    number_of,
)

_MINOR: Final = 100
_Operation = Sum | Product | Quotient | Between | Extreme | Steps


def written(expression: Expression) -> Content:
    """Return a literal.

    Raises:
        NoFormula: it is none.
    """
    match expression:
        case Number(value=value):
            return Quantity(number=number_of(value))
        case Percent(value=value):
            return Quantity(number=number_of(value) / _MINOR)
        case Cash(value=value):
            return Quantity(number=number_of(value) * _MINOR)
        case tree.Choice(value=value):
            return Choice(chosen={value: True})
        case Day(value=day):
            return day_of(day)
        case _:
            raise NoFormula


def operation(expression: _Operation, parts: list[Valued]) -> Content:
    """Return what an operation comes to where all its parts are known.

    Args:
        expression: The operation.
        parts: Its parts, in the order of the text.

    Raises:
        NoFormula: a part is no number where one is needed.
    """
    match expression:
        case Between(span=span):
            start, end = (_day(part) for part in parts)
            return Quantity(number=z3.ToReal(whole(span, start, end)))
        case Extreme(way=way):
            return _extreme(way, [part.content for part in parts])
        case Product():
            return Quantity(number=reduce(lambda one, other: one * other, map(_number, parts)))
        case Quotient():
            dividend, divisor = map(_number, parts)
            return Quantity(number=dividend / divisor)
        case Sum(steps=steps):
            first, *others = map(_number, parts)
            signed = [-term if step.is_negative else term for term, step in zip(others, steps, strict=True)]
            return Quantity(number=sum(signed, first))
        case Steps(way=way):
            return _steps(way, *map(_number, parts))


def chosen(condition: Rail, then: Valued, otherwise: Valued) -> Valued:
    """Return one value where a condition is true, another where it is false; where it is unknown there is none."""
    given = one_holds([all_hold([condition.true, then.given]), all_hold([condition.false, otherwise.given])])
    return Valued(content=_either(condition.true, then.content, otherwise.content), given=given)


def _extreme(way: Way, contents: list[Content]) -> Content:
    def further(one: Content, other: Content) -> Content:
        match one, other:
            case Quantity(number=first), Quantity(number=second):
                is_first = first <= second if way is Way.LEAST else first >= second
            case DayTerm() as first, DayTerm() as second:
                is_first = first.rank <= second.rank if way is Way.LEAST else first.rank >= second.rank
            case _:
                raise NoFormula
        return _either(is_first, one, other)

    return reduce(further, contents)


def _steps(way: Whole, step: Term, measured: Term) -> Quantity:
    """Count whole steps, never fewer than none; one that is only begun counts where the words say so."""
    full = z3.ToInt(measured / step)
    count = -z3.ToInt(-measured / step) if way is Whole.STARTED else full
    return Quantity(number=z3.ToReal(z3.If(measured > 0, count, 0)))


def _either(condition: Term, one: Content, other: Content) -> Content:
    if isinstance(condition, bool):
        return one if condition else other
    match one, other:
        case Quantity(number=first), Quantity(number=second):
            return Quantity(number=z3.If(condition, first, second))
        case DayTerm(), DayTerm():
            return either_day(condition, one, other)
        case _:
            raise NoFormula


def _number(valued: Valued) -> Term:
    if not isinstance(valued.content, Quantity):
        raise NoFormula
    return valued.content.number


def _day(valued: Valued) -> DayTerm:
    if not isinstance(valued.content, DayTerm):
        raise NoFormula
    return valued.content
