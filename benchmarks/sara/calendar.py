"""The calendar of a case: taxable years, and the weeks and days of work in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sara.events import FIRST_DAY, LAST_DAY, Fields, Lists

CALENDAR: Final = "taxable_years"
_BEFORE: Final = 3
"""How many years before the one asked about rules look at."""


def years_of(lists: Lists, *, asked: int | None) -> list[str]:
    """Return the years of the calendar: the one asked about and those before it, else all in which anything happens."""
    if asked:
        return [str(year) for year in range(asked - _BEFORE, asked + 1)]
    days = [
        value
        for records in lists.values()
        for fields in records.values()
        for value in fields.values()
        if isinstance(value, dt.date) and value not in {FIRST_DAY, LAST_DAY}
    ]
    first, last = (min(days).year, max(days).year) if days else (2019, 2020)
    return [str(year) for year in range(first - _BEFORE, last + 2)]


def enter_calendar(lists: Lists, years: Sequence[str]) -> None:
    """Enter the years in the lists, and of each week in which somebody works the days on which that can change."""
    lists[CALENDAR] = {
        year: {"first": dt.date(int(year), 1, 1), "last": dt.date(int(year), 12, 31)}
        | ({"before": str(int(year) - 1)} if str(int(year) - 1) in years else {})
        for year in years
    }
    first, last = dt.date(int(years[0]), 1, 1), dt.date(int(years[-1]), 12, 31)
    found: dict[str, Fields] = {}
    for fields in lists["services"].values():
        start, end = max(_day(fields, "first", first), first), min(_day(fields, "last", last), last)
        while start <= end:
            week = start - dt.timedelta(days=start.weekday())
            found[start.isoformat()] = {"day": start, "week": week.isoformat()}
            start = min(week + dt.timedelta(days=7), dt.date(start.year + 1, 1, 1))
    lists["working_days"] = found
    lists["weeks"] = {str(fields["week"]): {} for fields in found.values()}


def _day(fields: Fields, name: str, otherwise: dt.date) -> dt.date:
    found = fields.get(name)
    return found if isinstance(found, dt.date) else otherwise
