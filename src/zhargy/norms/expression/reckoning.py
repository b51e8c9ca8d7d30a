"""The values of an expression: literals, facts, fields, and what is reckoned from them. Nothing is rounded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce
from itertools import chain
from typing import Final

from zhargy.norms.exact import EXACT
from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps, Way, Whole
from zhargy.norms.expression.context import Context
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.spans import whole
from zhargy.norms.expression.things import AmountOf, Bound, Count, Field, Total
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
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

_MINOR_IN_MAJOR: Final = Decimal(100)
_NOTHING: Final = Decimal(0)


def reckon(expression: Expression, context: Context) -> Operand:
    """Return a value with what it was reckoned from.

    Args:
        expression: A literal, a fact or field that is no truth, or an operation on such.
        context: What the evaluation rests on.
    """
    match expression:
        case FactName(name=name):
            return _given(expression, context.facts.get(name), name)
        case Bound(name=name):
            thing = context.bound[name]
            return Operand(expression=expression, value=thing.id, facts_used=(thing.list,))
        case Field(name=name, path=path):
            return _given(expression, context.follow(name, path), context.bound[name].list)
        case Sum() | Product() | Quotient() | Between() | Extreme() | Steps():
            return _operation(expression, tuple(reckon(part, context) for part in parts_of(expression)))
        case Conditional():
            return _conditional(expression, context)
        case Count() | Total():
            return _gathered(expression, context)
        case AmountOf():
            return _amount_of(expression, context)
        case _:
            return Operand(expression=expression, value=_written(expression))


def _written(expression: Expression) -> Reckoned:
    match expression:
        case Number(value=number):
            return number
        case Percent(value=value):
            return EXACT.scaleb(value, -2)
        case Choice(value=choice):
            return choice
        case Day(value=day):
            return day
        case Cash(value=amount, currency=currency):
            return ExactMoney(minor=EXACT.multiply(amount, _MINOR_IN_MAJOR), currency=currency)
        case _:
            raise TypeError(f"{type(expression).__name__} has no value to compare; check() would have told")


def joined(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return names of several places, each once, in the order they come; in one place each stands once.

    Example:
        >>> joined([("b", "a"), ("a", "c")])
        ('b', 'a', 'c')
    """
    groups = list(dict.fromkeys(filter(None, names)))
    if len(groups) < 2:
        return groups[0] if groups else ()
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _given(expression: FactName | Field, value: Value | None, name: str) -> Operand:
    reckoned: Reckoned
    match value:
        case None:
            return Operand(expression=expression, value=None, unknown=(name,))
        case Money(minor=minor, currency=currency):
            reckoned = ExactMoney(minor=Decimal(minor), currency=currency)
        case bool() | tuple():
            raise TypeError(f"{name} is no value to compare; check() would have told")
        case _:
            reckoned = value
    return Operand(expression=expression, value=reckoned, facts_used=(name,))


def _conditional(expression: Conditional, context: Context) -> Operand:
    """Return the value that the condition chooses; the other one is not looked at."""
    condition = context.decide(expression.condition, context)
    if not condition.truth.is_decided:
        facts, unknown, norms = condition.facts_used, condition.unknown, condition.unknown_norms
        return Operand(expression=expression, value=None, facts_used=facts, unknown=unknown, unknown_norms=norms)
    chosen = reckon(expression.then if condition.truth is Truth.TRUE else expression.otherwise, context)
    return Operand(
        expression=expression,
        value=chosen.value,
        parts=(chosen,),
        facts_used=joined([condition.facts_used, chosen.facts_used]),
        unknown=chosen.unknown,
        unknown_norms=chosen.unknown_norms,
    )


def _gathered(expression: Count | Total, context: Context) -> Operand:
    """Count things, or add up what they come to; unknown while the list, or what is asked of one of them, is."""
    members = context.members(expression.things)
    if members is None:
        return Operand(expression=expression, value=None, unknown=(expression.things,))
    parts, unknown, norms = [], [], []
    for member in members:
        inner = context.having(expression.name, member)
        trace = context.decide(expression.condition, inner)
        unknown.append(trace.unknown)
        norms.append(trace.unknown_norms)
        if trace.truth is Truth.TRUE:
            parts.append(_one(expression, inner))
        elif trace.truth is Truth.UNKNOWN:
            parts.append(Operand(expression=expression, value=None))
    values = [part.value for part in parts if part.value is not None]
    return Operand(
        expression=expression,
        value=_measured([_NOTHING, *values], EXACT.add) if len(values) == len(parts) else None,
        parts=tuple(parts),
        facts_used=joined([(expression.things,), *(part.facts_used for part in parts)]),
        unknown=joined([*unknown, *(part.unknown for part in parts)]),
        unknown_norms=joined([*norms, *(part.unknown_norms for part in parts)]),
    )


def _one(expression: Count | Total, context: Context) -> Operand:
    match expression:
        case Count():
            return Operand(expression=expression, value=Decimal(1))
        case Total(value=value):
            return reckon(value, context)


def _amount_of(expression: AmountOf, context: Context) -> Operand:
    things = context.things_for(expression)
    if things is None or context.asked is None:
        return Operand(expression=expression, value=None, unknown_norms=(expression.norm,))
    return context.asked.operand(expression, things)


_Operation = Sum | Product | Quotient | Between | Extreme | Steps


def _operation(expression: _Operation, parts: tuple[Operand, ...]) -> Operand:
    values = [part.value for part in parts if part.value is not None]
    return Operand(
        expression=expression,
        value=_result(expression, values) if len(values) == len(parts) else None,
        parts=parts,
        facts_used=joined(part.facts_used for part in parts),
        unknown=joined(part.unknown for part in parts),
        unknown_norms=joined(part.unknown_norms for part in parts),
    )


def _result(expression: _Operation, values: list[Reckoned]) -> Reckoned:
    match expression:
        case Between(span=span):
            start, end = (value for value in values if isinstance(value, dt.date))
            return Decimal(whole(span, start, end))
        case Product():
            return _measured(values, EXACT.multiply)
        case Quotient():
            return _measured(values, _divided)
        case Sum(steps=steps):
            signs = [False, *(step.is_negative for step in steps)]
            signed = [_negative(value) if negative else value for value, negative in zip(values, signs, strict=True)]
            return _measured(signed, EXACT.add)
        case Extreme(way=way):
            return _extreme(way, values)
        case Steps(way=way):
            step, measured = (_plain(value) for value in values)
            return _steps(way, step, measured)


def _divided(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide by a number made of twos and fives: so many digits behind the point are enough."""
    numerator, denominator = divisor.as_integer_ratio()
    places = numerator.bit_length()
    factor = Decimal(10**places // numerator)
    return EXACT.scaleb(EXACT.multiply(EXACT.multiply(dividend, factor), Decimal(denominator)), -places)


def _steps(way: Whole, step: Decimal, measured: Decimal) -> Decimal:
    numerator, denominator = measured.as_integer_ratio()
    above, below = step.as_integer_ratio()
    full, rest = divmod(numerator * below, denominator * above)
    return Decimal(max(0, full + (1 if rest and way is Whole.STARTED else 0)))


def _extreme(way: Way, values: list[Reckoned]) -> Reckoned:
    """Return the least or greatest of numbers, sums of money or days; it is money when any of them is."""
    days = [value for value in values if isinstance(value, dt.date)]
    if days:
        return min(days) if way is Way.LEAST else max(days)
    return _measured(values, min if way is Way.LEAST else max)


def _plain(value: Reckoned) -> Decimal:
    match value:
        case ExactMoney(minor=minor):
            return minor
        case Decimal():
            return value
        case _:
            raise TypeError(f"{value!r} cannot be reckoned with; check() would have told")


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
