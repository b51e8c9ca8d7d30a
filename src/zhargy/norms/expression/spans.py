"""Whole years, months and days between two days."""

from __future__ import annotations

import calendar
import datetime as dt

from zhargy.norms.expression.tree import Span
from zhargy.text.quantities.values import MONTHS_IN_YEAR


def whole(span: Span, start: dt.date, end: dt.date) -> int:
    """Return how many whole years, months or days lie between two days; less than nothing when `end` comes first.

    A year or month is whole on the day that bears the number of the first; where the last month has no such day, on
    its last day. Whether an age is reached on the birthday or the day after is not decided here.

    Args:
        span: What is counted.
        start: First day.
        end: Last day.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c): periods expressed in months or years.

    Example:
        >>> whole(Span.YEARS, dt.date(2008, 2, 29), dt.date(2026, 2, 28))
        18
        >>> whole(Span.MONTHS, dt.date(2026, 1, 31), dt.date(2026, 3, 30))
        1
    """
    if end < start:
        return -whole(span, end, start)
    if span is Span.DAYS:
        return (end - start).days
    months = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month
    last_day = calendar.monthrange(end.year, end.month)[1]
    if end.day < min(start.day, last_day):
        months -= 1
    return months // MONTHS_IN_YEAR if span is Span.YEARS else months
