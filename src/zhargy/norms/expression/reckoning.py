"""The values of an expression: literals, facts, sums, products, times between days. Nothing is rounded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import reduce
from typing import Final

from zhargy.norms.exact import EXACT
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.spans import whole
from zhargy.norms.expression.trace import ExactMoney, Operand, Reckoned
from zhargy.norms.expression.tree import (
    Between,
    Cash,
    Choice,
    Day,
    Expression,
    FactName,
    Number,
    Product,
    Sum,
)
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

_MINOR_IN_MAJOR: Final = Decimal(100)


def reckon(expression: Expression, facts: Mapping[str, Value]) -> Operand:
    """Return a value with what it was reckoned from.

    Args:
        expression: A literal, a fact that is no truth, or an operation on such.
        facts: The facts given.

    Example:
        >>> product = Product(factors=(Number(value=Decimal("0.1")), FactName(name="hours")))
        >>> reckon(product, {"hours": Decimal(3)}).value
        Decimal('0.3')
    """
    match expression:
        case Number(value=number):
            return Operand(expression=expression, value=number)
        case Choice(value=choice):
            return Operand(expression=expression, value=choice)
        case Day(value=day):
            return Operand(expression=expression, value=day)
        case Cash(value=amount, currency=currency):
            minor = EXACT.multiply(amount, _MINOR_IN_MAJOR)
            return Operand(expression=expression, value=ExactMoney(minor=minor, currency=currency))
        case FactName(name=name):
            return _given(expression, facts.get(name))
        case Sum() | Product() | Between():
            return _operation(expression, facts)
        case _:
            raise TypeError(f"{type(expression).__name__} has no value to compare; check() would have told")


def joined(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return names of several places, each once, in the order they come.

    Example:
        >>> joined([("b", "a"), ("a", "c")])
        ('b', 'a', 'c')
    """
    return tuple(dict.fromkeys(name for group in names for name in group))


def _given(expression: FactName, value: Value | None) -> Operand:
    if value is None:
        return Operand(expression=expression, value=None, unknown=(expression.name,))
    reckoned: Reckoned
    match value:
        case Money(minor=minor, currency=currency):
            reckoned = ExactMoney(minor=Decimal(minor), currency=currency)
        case bool():
            raise TypeError(f"{expression.name} is a truth, not a value to compare; check() would have told")
        case _:
            reckoned = value
    return Operand(expression=expression, value=reckoned, facts_used=(expression.name,))


def _operation(expression: Sum | Product | Between, facts: Mapping[str, Value]) -> Operand:
    parts = tuple(reckon(part, facts) for part in parts_of(expression))
    values = [part.value for part in parts if part.value is not None]
    return Operand(
        expression=expression,
        value=_result(expression, values) if len(values) == len(parts) else None,
        parts=parts,
        facts_used=joined(part.facts_used for part in parts),
        unknown=joined(part.unknown for part in parts),
    )


def _result(expression: Sum | Product | Between, values: list[Reckoned]) -> Reckoned:
    match expression:
        case Between(span=span):
            start, end = (value for value in values if isinstance(value, dt.date))
            return Decimal(whole(span, start, end))
        case Product():
            return _measured(values, EXACT.multiply)
        case Sum(steps=steps):
            signs = [False, *(step.is_negative for step in steps)]
            signed = [_negative(value) if negative else value for value, negative in zip(values, signs, strict=True)]
            return _measured(signed, EXACT.add)


def _measured(values: list[Reckoned], together: Callable[[Decimal, Decimal], Decimal]) -> Decimal | ExactMoney:
    """Join numbers and sums of money; the answer is money when any of them is."""
    currency: Currency | None = None
    numbers = []
    for value in values:
        match value:
            case ExactMoney(minor=minor, currency=currency):
                numbers.append(minor)
            case Decimal():
                numbers.append(value)
            case _:
                raise TypeError(f"{value!r} cannot be reckoned with; check() would have told")
    result = reduce(together, numbers)
    return result if currency is None else ExactMoney(minor=result, currency=currency)


def _negative(value: Reckoned) -> Reckoned:
    match value:
        case ExactMoney(minor=minor, currency=currency):
            return ExactMoney(minor=minor.copy_negate(), currency=currency)
        case Decimal():
            return value.copy_negate()
        case _:
            return value
