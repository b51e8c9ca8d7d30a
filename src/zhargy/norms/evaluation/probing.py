"""Values worth trying for a fact: the few between which conditions can tell.

Truth values and choices are tried all; a number, a sum and a day on both sides of every bound the pack compares it
with. They are drawn from the pack's own expressions, so nothing that could change a result of a plain comparison is
missed; what a fact is compared with is reckoned from the other facts as far as they are known.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from zhargy.norms.exact import EXACT
from zhargy.norms.expression import ExactMoney, Expression, fact_names, walk
from zhargy.norms.expression.evaluator import amount
from zhargy.norms.expression.things import Bound, Field
from zhargy.norms.expression.tree import Between, Cash, Comparison, Day, FactName, Number, Span, Within
from zhargy.norms.packs.values import Pack
from zhargy.norms.vocabulary import Fact, FactType, Value
from zhargy.text.amounts import Currency, Money

_MINOR: Final = 100
_LARGEST_SET: Final = 6


def probes(pack: Pack, name: str, facts: Mapping[str, Value]) -> tuple[Value, ...]:
    """Return values to try for a fact, in a fixed order.

    Args:
        pack: The pack.
        name: Name of the fact.
        facts: What is known; days are tried at the distances the pack asks for from the days known, numbers and sums
            at what the other side of a comparison comes to.
    """
    fact = pack.vocabulary.facts[name]
    if fact.type is FactType.BOOL:
        return (False, True)
    if fact.type is FactType.ENUM:
        return fact.choices
    if fact.type is FactType.SET:
        return tuple(_sets(fact.choices))
    if fact.type in {FactType.THING, FactType.LIST}:
        return ()
    if fact.type is FactType.DATE:
        return tuple(sorted(set(_days(pack, name, facts))))
    written = (*_numbers(pack, fact), *_reckoned(pack, fact, facts))
    numbers = sorted({number for number in written if _within(number, fact)})
    if fact.type is FactType.NUMBER:
        return tuple(numbers)
    currency = Currency(fact.unit or "KZT")
    return tuple(Money(minor=int(number * _MINOR), currency=currency) for number in numbers)


def _sets(choices: tuple[str, ...]) -> Iterator[frozenset[str]]:
    sizes = range(len(choices) + 1) if len(choices) <= _LARGEST_SET else (0, 1, len(choices))
    for size in sizes:
        yield from map(frozenset, combinations(choices, size))


def _numbers(pack: Pack, fact: Fact) -> Iterator[Decimal]:
    for comparison in _comparing(pack, fact.name):
        for node in walk(comparison):
            if isinstance(node, Number | Cash):
                yield from (node.value - 1, node.value, node.value + 1)
    yield from (bound for bound in (fact.least, fact.most) if bound is not None)


def _reckoned(pack: Pack, fact: Fact, facts: Mapping[str, Value]) -> Iterator[Decimal]:
    """Yield what a fact is compared with where that is reckoned from other facts, and its neighbours."""
    for comparison in _comparing(pack, fact.name):
        if not isinstance(comparison, Comparison):
            continue
        for side, other in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
            if side != FactName(name=fact.name) or any(isinstance(node, Bound | Field) for node in walk(other)):
                continue
            value = amount(other, facts, vocabulary=pack.vocabulary, met={}).value
            number = EXACT.scaleb(value.minor, -2) if isinstance(value, ExactMoney) else value
            if isinstance(number, Decimal):
                yield from (number - 1, number, number + 1)


def _within(number: Decimal, fact: Fact) -> bool:
    return (fact.least is None or fact.least <= number) and (fact.most is None or number <= fact.most)


def _days(pack: Pack, name: str, facts: Mapping[str, Value]) -> Iterator[date]:
    for comparison in _comparing(pack, name):
        known = [
            value for other in fact_names(comparison) if other != name and isinstance(value := facts.get(other), date)
        ]
        written = [node.value for node in walk(comparison) if isinstance(node, Day)]
        lengths = [node.value for node in walk(comparison) if isinstance(node, Number)]
        spans = [node.span for node in walk(comparison) if isinstance(node, Between)]
        yield from _around([*known, *written])
        for day in (*known, *written):
            for length in lengths:
                yield from _around(_shifted(day, int(sign * length), span) for span in spans for sign in (-1, 1))


def _around(days: Iterable[date | None]) -> Iterator[date]:
    for day in days:
        if day is not None and date.min < day < date.max:
            yield from (day - timedelta(days=1), day, day + timedelta(days=1))


def _shifted(day: date, count: int, span: Span) -> date | None:
    """Return the day so many years, months or days away; the last of the month where it has no such day."""
    try:
        if span is Span.DAYS:
            return day + timedelta(days=count)
        months = day.year * 12 + day.month - 1 + count * (12 if span is Span.YEARS else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _comparing(pack: Pack, name: str) -> Iterator[Expression]:
    """Yield the comparisons of the pack that name a fact."""
    for norm in pack.norms.values():
        for expression in (norm.subject, norm.when):
            for node in walk(expression) if expression is not None else ():
                if isinstance(node, Comparison | Within) and name in fact_names(node):
                    yield node
