"""Numbers, sums of money, choices and days as an expression writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from zhargy.norms.exact import LONGEST_NUMBER
from zhargy.norms.expression.amounts import Percent
from zhargy.norms.expression.cursor import Cursor
from zhargy.norms.expression.tokens import Sort
from zhargy.norms.expression.tree import Cash, Choice, Day, Literal, Number, Span
from zhargy.norms.problems import near_miss
from zhargy.text.amounts import Currency

_BEGINNINGS: Final = frozenset({Sort.NUMBER, Sort.DATE, Sort.TEXT})
_UNITS: Final = frozenset(Span)


def begins_literal(cursor: Cursor) -> bool:
    """Whether a literal stands at hand."""
    return cursor.now.sort in _BEGINNINGS or cursor.sees("-")


def read_literal(cursor: Cursor) -> Literal:
    """Read one literal.

    Raises:
        ExpressionError: none stands here (N201, N202), or one that means nothing (N206, N207, N211).
    """
    place = cursor.now.place
    match cursor.now.sort:
        case Sort.TEXT:
            return Choice(value=cursor.take().text[1:-1], place=place)
        case Sort.DATE:
            return Day(value=_day(cursor), place=place)
        case _:
            return _measured(cursor)


def read_number(cursor: Cursor) -> Decimal:
    """Read a number without sign and unit.

    Raises:
        ExpressionError: none stands here (N201, N202), or too long a one (N207).
    """
    if cursor.now.sort is Sort.NUMBER and len(cursor.now.text.replace(".", "")) > LONGEST_NUMBER:
        cursor.fail("N207", limit=str(LONGEST_NUMBER))
    return Decimal(cursor.take_sort(Sort.NUMBER).text)


def _measured(cursor: Cursor) -> Number | Percent | Cash:
    place = cursor.now.place
    is_negative = cursor.sees("-")
    if is_negative:
        cursor.take()
    value = read_number(cursor)
    value = value.copy_negate() if is_negative else value
    if cursor.now.sort is Sort.CURRENCY:
        return Cash(value=value, currency=_currency(cursor), place=place)
    if cursor.sees("%"):
        cursor.take()
        return Percent(value=value, place=place)
    has_unit = cursor.now.sort is Sort.NAME or cursor.now.text in _UNITS
    return Number(value=value, unit=cursor.take().text if has_unit else "", place=place)


def _day(cursor: Cursor) -> dt.date:
    try:
        day = dt.date.fromisoformat(cursor.now.text)
    except ValueError:
        cursor.fail("N206", value=cursor.now.text)
    cursor.take()
    return day


def _currency(cursor: Cursor) -> Currency:
    valid = [currency.value for currency in Currency]
    text = cursor.now.text
    if text not in valid:
        cursor.fail("N211", found=text, valid=", ".join(valid), near=near_miss(text, valid))
    return Currency(cursor.take().text)
