"""Days as year, month and day of the month, so that whole years and months between them are exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import z3

from zhargy.norms.expression.tree import Span
from zhargy.norms.verification.encoding.rails import Term

_MONTHS: Final = 12
_LONGEST: Final = 31
_SHORT: Final = (4, 6, 9, 11)
_BEFORE_MONTH: Final = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTerm:
    """A day of the Gregorian calendar.

    Args:
        year: Its year.
        month: Its month, from 1.
        day: Its day of the month, from 1.
    """

    year: Term
    month: Term
    day: Term

    @property
    def rank(self) -> Term:
        """A number that grows with the day: it puts days in order and counts nothing."""
        return self.year * (_MONTHS * _LONGEST) + self.month * _LONGEST + self.day

    @property
    def last_of_month(self) -> Term:
        """The last day of its month."""
        february = z3.If(is_leap(self.year), 29, 28)
        return z3.If(self.month == 2, february, z3.If(z3.Or([self.month == each for each in _SHORT]), 30, 31))

    @property
    def ordinal(self) -> Term:
        """Days since the day before 1 January of the year 1, as `datetime.date.toordinal` counts them."""
        past = self.year - 1
        years = past * 365 + past / 4 - past / 100 + past / 400
        months: Term = z3.IntVal(_BEFORE_MONTH[_MONTHS])
        for month in range(_MONTHS - 1, 0, -1):
            months = z3.If(self.month == month, _BEFORE_MONTH[month], months)
        leap = z3.If(z3.And(self.month > 2, is_leap(self.year)), 1, 0)
        return years + months + leap + self.day


def day_symbol(name: str) -> DayTerm:
    """Return a day of this name that can be any."""
    return DayTerm(year=z3.Int(f"{name}|year"), month=z3.Int(f"{name}|month"), day=z3.Int(f"{name}|day"))


def day_of(day: dt.date) -> DayTerm:
    """Return a known day."""
    return DayTerm(year=z3.IntVal(day.year), month=z3.IntVal(day.month), day=z3.IntVal(day.day))


def is_leap(year: Term) -> Term:
    """Return the formula that a year has 366 days."""
    return z3.And(year % 4 == 0, z3.Or(year % 100 != 0, year % 400 == 0))


def is_day(term: DayTerm, *, first: int, last: int) -> Iterator[Term]:
    """Yield what makes year, month and day a day between two years, both included."""
    yield from (term.year >= first, term.year <= last)
    yield from (term.month >= 1, term.month <= _MONTHS)
    yield from (term.day >= 1, term.day <= term.last_of_month)


def whole(span: Span, start: DayTerm, end: DayTerm) -> Term:
    """Return how many whole years, months or days lie between two days, as `zhargy.norms.expression.spans` counts."""
    if span is Span.DAYS:
        return end.ordinal - start.ordinal
    forwards, backwards = _months(start, end), _months(end, start)
    if span is Span.YEARS:
        forwards, backwards = forwards / _MONTHS, backwards / _MONTHS
    return z3.If(end.rank < start.rank, -backwards, forwards)


def either_day(condition: Term, one: DayTerm, other: DayTerm) -> DayTerm:
    """Return one day where a condition holds, another where it does not."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    year, month, day = (z3.If(condition, *pair) for pair in pairs)
    return DayTerm(year=year, month=month, day=day)


def _months(start: DayTerm, end: DayTerm) -> Term:
    """Count whole months between a day and one that is not before it."""
    complete = z3.If(start.day <= end.last_of_month, start.day, end.last_of_month)
    return (end.year - start.year) * _MONTHS + end.month - start.month - z3.If(end.day < complete, 1, 0)
