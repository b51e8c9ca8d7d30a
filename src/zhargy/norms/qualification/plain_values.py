"""Single values as plain ones: facts, numbers, sums, fractions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Money

Plain = bool | int | str | list[str]


def write_fact(value: Value) -> Plain:
    """Return a fact as it can be given.

    Example:
        >>> from zhargy.text.amounts import Currency
        >>> write_fact(Money(minor=100050, currency=Currency.KZT)), write_fact(frozenset({"b", "a"}))
        ('1000.50 KZT', ['a', 'b'])
    """
    match value:
        case bool() | str():
            return value
        case Decimal():
            return write_number(value)
        case Money():
            return write_money(value)
        case dt.date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case _:
            return [str(each) for each in value]


def write_number(value: Decimal) -> int | str:
    """Return a whole number as such, another one as its digits: no binary fraction comes of it.

    Example:
        >>> write_number(Decimal("12.50")), write_number(Decimal(12))
        ('12.5', 12)
    """
    return int(value) if value == value.to_integral_value() else f"{value.normalize():f}"


def write_money(value: Money) -> str:
    """Return a sum with its currency, hundredths where there are any."""
    major, minor = divmod(value.minor, 100)
    return f"{major}.{minor:02} {value.currency}" if minor else f"{major} {value.currency}"


def write_fraction(value: Fraction) -> int | str:
    """Return a whole number as such, another one as a fraction.

    Example:
        >>> write_fraction(Fraction(80)), write_fraction(Fraction(10000, 3))
        (80, '10000/3')
    """
    return value.numerator if value.denominator == 1 else str(value)
