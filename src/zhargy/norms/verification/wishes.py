"""What makes a case look like life: nobody is two thousand years old, nobody counts half persons.

Wishes choose between cases that show the same; none of them keeps a case from being found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final

import z3

from zhargy.norms.verification.encoding.days import DayTerm, day_of
from zhargy.norms.verification.encoding.rails import Term, all_hold
from zhargy.norms.verification.encoding.symbols import Symbol
from zhargy.norms.verification.encoding.values import Quantity
from zhargy.norms.vocabulary import FactType

_LIFETIME: Final = 60
_ROUND: Final = 100_000


def wishes(symbols: Collection[Symbol], as_of: DayTerm, *, editions: Collection[dt.date]) -> Iterator[Term]:
    """Yield the wishes, the more pressing first.

    Args:
        symbols: All facts.
        as_of: The day the law is read at.
        editions: Days of the wordings encoded.
    """
    if editions:
        last = max(editions).year
        yield as_of.rank == day_of(max(editions)).rank
        yield all_hold([as_of.year >= last, as_of.year <= last + 1])
        yield all_hold(
            term for day in _days(symbols) for term in (day.year >= last - _LIFETIME, day.rank <= as_of.rank)
        )
    yield all_hold(z3.IsInt(number) for number in _numbers(symbols, FactType.NUMBER))
    yield all_hold(z3.IsInt(number / _ROUND) for number in _numbers(symbols, FactType.MONEY))


def _days(symbols: Collection[Symbol]) -> Iterator[DayTerm]:
    for symbol in symbols:
        if isinstance(symbol.content, DayTerm):
            yield symbol.content


def _numbers(symbols: Collection[Symbol], type_: FactType) -> Iterator[Term]:
    """Yield the numbers or sums that people give; those from a table are what they are."""
    for symbol in symbols:
        if isinstance(symbol.content, Quantity) and symbol.fact.type is type_ and not symbol.fact.supplied:
            yield symbol.content.number
