"""Days as numbers in which whole months and years are told without a calendar.

A day is written as ``months since year 0, whether it is the last of its month, day of the month`` in 26, 1 and 5 bits.
Later days are greater numbers. A month is whole on the day that bears the number of the first, or on the last day of a
month that has no such day: seen from its end, the last day of a month counts as more than any other. So "at least n
months" is one comparison of the first day, without the mark, and the last day with it, and 29 February needs no case of
its own.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from zhargy.norms.expression.tree import Span

DayCodes = npt.NDArray[np.int32] | int
"""Days of many cases, or one day for all."""

_MONTH: Final = 64
_LAST: Final = 32
_DAY: Final = 31
_MONTHS: Final = {Span.MONTHS: 1, Span.YEARS: 12}


def code(day: dt.date) -> int:
    """Return a day as a number.

    Example:
        >>> code(dt.date(2024, 2, 28)) < code(dt.date(2024, 2, 29)) < code(dt.date(2024, 3, 1))
        True
    """
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return (day.year * 12 + day.month - 1) * _MONTH + is_last * _LAST + day.day


def day_of(number: int) -> dt.date:
    """Return the day that a number stands for: what `code` undoes.

    Example:
        >>> day_of(code(dt.date(2026, 11, 24)))
        datetime.date(2026, 11, 24)
    """
    year, month = divmod(number // _MONTH, 12)
    return dt.date(year, month + 1, number & _DAY)


def codes(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int32]:
    """Return days of many cases as numbers; each day between the first and the last is worked out once.

    Args:
        days: Days; datetime64[D], shape (cases,).
    """
    if not days.size:
        return np.zeros(0, np.int32)
    first, last = days.min(), days.max()
    if int((last - first).astype(np.int64)) >= days.size:
        return _codes(days)
    told: npt.NDArray[np.int32] = _codes(np.arange(first, last + 1))[(days - first).astype(np.int64)]
    return told


def reaches(span: Span, count: int, *, start: DayCodes, end: DayCodes) -> Any:
    """Return where at least `count` whole years, months or days lie between two days.

    Args:
        span: What is counted.
        count: How many; less than nothing counts back.
        start: First days.
        end: Last days.

    Returns:
        Truths of the cases, or one for all of them.
    """
    if span is Span.DAYS:
        return ordinals(end) - ordinals(start) >= count
    unit = _MONTHS[span] * _MONTH
    if count > 0:
        return (start & ~_LAST) <= end - count * unit
    return (end & ~_LAST) > start - (1 - count) * unit


def whole(span: Span, *, start: DayCodes, end: DayCodes) -> Any:
    """Return how many whole years, months or days lie between two days; less than nothing when `end` comes first.

    Example:
        >>> whole(Span.YEARS, start=code(dt.date(2008, 2, 29)), end=code(dt.date(2026, 2, 28))).item()
        18
    """
    if span is Span.DAYS:
        return ordinals(end) - ordinals(start)
    unit = _MONTHS[span] * _MONTH
    forth, back = ((later - (sooner & ~_LAST)) // unit for sooner, later in ((start, end), (end, start)))
    return np.where(np.less_equal(start, end), forth, -back)


def ordinals(days: DayCodes) -> Any:
    """Return the days as days since 1 January of year 1, that being the first.

    Example:
        >>> ordinals(code(dt.date(2026, 11, 24))) == dt.date(2026, 11, 24).toordinal()
        True
    """
    if isinstance(days, int):
        return day_of(days).toordinal()
    months = days // _MONTH
    least = int(months.min()) if months.size else 0
    table = [
        dt.date(each // 12, each % 12 + 1, 1).toordinal() - 1 for each in range(least, int(months.max(initial=0)) + 1)
    ]
    return np.array(table, np.int32)[months - least] + (days & _DAY)


def _codes(days: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int32]:
    months = days.astype("datetime64[M]")
    number = (days - months.astype("datetime64[D]")).astype(np.int64) + 1
    is_last = (days + 1).astype("datetime64[M]") != months
    counted = months.astype(np.int64) + 1970 * 12
    written: npt.NDArray[np.int32] = (counted * _MONTH + is_last * _LAST + number).astype(np.int32)
    return written
