"""Sums of products over columns, in whole numbers of which none can leave its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import Any, Final

import numpy as np

from zhargy.errors import UsageError
from zhargy.norms.batch import days
from zhargy.norms.batch.columns import Columns, Days, Numbers
from zhargy.norms.batch.quantities import Atom, Polynomial, constant, polynomial
from zhargy.norms.expression import Expression, unparse
from zhargy.norms.expression.amounts import Extreme, Steps, Way, Whole
from zhargy.norms.expression.tree import Between, Day, FactName, Span

Amounts = Any
"""Whole numbers of some cases, or one for all of them."""

Read = Callable[[slice], Amounts]
Interval = tuple[int, int]
DayReader = Callable[[slice], days.DayCodes]
"""Returns the day in some of the cases."""

Kind = type[np.int32] | type[np.int64]
"""The type a sum is reckoned in."""

_KINDS: Final[tuple[Kind, ...]] = (np.int32, np.int64)
_LONGEST: Final = {Span.YEARS: 9_999, Span.MONTHS: 119_988, Span.DAYS: 3_652_059}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A number of each case as a whole number of units.

    Args:
        read: Returns the whole numbers of some cases.
        unit: What one of them stands for.
        bounds: Least and greatest of them.
    """

    read: Read
    unit: Fraction
    bounds: Interval


Summand = tuple[int, Sequence[Reckoned]]
"""A product, and the whole number it is multiplied by."""


class Reckoner:
    """What makes the values of one comparison ready.

    Args:
        columns: The facts.
        said: The comparison, for a refusal.
    """

    def __init__(self, columns: Columns, *, said: Expression) -> None:
        self._columns = columns
        self._said = said

    def total(self, held: Polynomial) -> Reckoned:
        """Return a sum of products over the cases.

        Raises:
            UsageError: N452, it may grow too large to be reckoned with exactly.
        """
        unit, summands = self._summands(held)
        read, bounds = self._sum(summands)
        return Reckoned(read=read, unit=unit, bounds=bounds)

    def sides(self, held: Polynomial) -> tuple[Read, Read]:
        """Return what is added and what is taken away in a sum: the first is greater where the sum is above nothing.

        Raises:
            UsageError: N452, one of them may grow too large to be reckoned with exactly.
        """
        _, summands = self._summands(held)
        added = [(number, parts) for number, parts in summands if number > 0]
        taken = [(-number, parts) for number, parts in summands if number < 0]
        return self._sum(added)[0], self._sum(taken)[0]

    def _summands(self, held: Polynomial) -> tuple[Fraction, Sequence[Summand]]:
        """Return the unit that all products are whole multiples of, and how many of it each is worth."""
        terms = [(times, [self._atom(atom) for atom in product]) for product, times in held.items()]
        units = [times * reduce(Fraction.__mul__, (part.unit for part in parts), Fraction(1)) for times, parts in terms]
        unit = _common(units)
        return unit, [(int(each / unit), parts) for each, (_, parts) in zip(units, terms, strict=True)]

    def _sum(self, summands: Sequence[Summand]) -> tuple[Read, Interval]:
        bounds, kind = self._bounds(summands)
        if not summands:
            return lambda _: kind(0), bounds

        def read(cases: slice) -> Amounts:
            return reduce(np.add, (_product(number, parts, cases, kind) for number, parts in summands))

        return read, bounds

    def day(self, expression: Expression) -> DayReader:
        """Return the reader of a day."""
        match expression:
            case Day(value=value):
                written = days.code(value)
                return lambda _: written
            case Extreme(way=way, parts=parts):
                readers = [self.day(part) for part in parts]
                chosen = np.minimum if way is Way.LEAST else np.maximum
                return lambda cases: reduce(chosen, [read(cases) for read in readers])
            case FactName(name=name):
                column = self._columns.facts[name]
                if isinstance(column, Days):
                    codes = column.codes
                    return lambda cases: codes[cases]
        raise TypeError(f"{expression!r} is no day; check() would have told")

    def _atom(self, atom: Atom) -> Reckoned:
        match atom:
            case Between():
                return self._span(atom)
            case Extreme():
                return self._extreme(atom)
            case Steps():
                return self._steps(atom)
            case FactName(name=name):
                column = self._columns.facts[name]
                if not isinstance(column, Numbers):
                    raise TypeError(f"{name} is no quantity; check() would have told")
                values, bounds = column.values, (column.least, column.most)
                unit = Fraction(10) ** -column.scale
                return Reckoned(read=lambda cases: values[cases], unit=unit, bounds=bounds)

    def _span(self, between: Between) -> Reckoned:
        start, end = self.day(between.start), self.day(between.end)
        longest = _LONGEST[between.span]

        def read(cases: slice) -> Amounts:
            return np.asarray(days.whole(between.span, start=start(cases), end=end(cases)), np.int32)

        return Reckoned(read=read, unit=Fraction(1), bounds=(-longest, longest))

    def _extreme(self, extreme: Extreme) -> Reckoned:
        parts = [self.total(polynomial(part)) for part in extreme.parts]
        unit = _common([part.unit for part in parts])
        factors = [int(part.unit / unit) for part in parts]
        scaled = [
            (factor, part, *self._bounds([(factor, [part])])) for factor, part in zip(factors, parts, strict=True)
        ]
        lows, highs = zip(*(bounds for _, _, bounds, _ in scaled), strict=True)
        chosen = np.minimum if extreme.way is Way.LEAST else np.maximum

        def read(cases: slice) -> Amounts:
            return reduce(chosen, [_product(factor, [part], cases, kind) for factor, part, _, kind in scaled])

        return Reckoned(read=read, unit=unit, bounds=(min(lows), max(highs)))

    def _steps(self, steps: Steps) -> Reckoned:
        operand = self.total(polynomial(steps.operand))
        ratio = operand.unit / constant(steps.step)
        (low, high), kind = self._bounds([(ratio.numerator, [operand])])
        below = ratio.denominator

        def read(cases: slice) -> Amounts:
            scaled = _product(ratio.numerator, [operand], cases, kind)
            full = -(-scaled // below) if steps.way is Whole.STARTED else scaled // below
            return np.maximum(full, kind(0))

        return Reckoned(read=read, unit=Fraction(1), bounds=(max(0, low // below), max(0, high // below + 1)))

    def _bounds(self, summands: Sequence[Summand]) -> tuple[Interval, Kind]:
        """Return between what a sum lies, and the type that holds every number on the way to it."""
        on_the_way: list[Interval] = [(0, 0)]
        total: Interval = (0, 0)
        for number, parts in summands:
            term: Interval = (number, number)
            for part in parts:
                corners = [one * other for one in term for other in part.bounds]
                term = (min(corners), max(corners))
                on_the_way += [part.bounds, term]
            total = (total[0] + term[0], total[1] + term[1])
            on_the_way += [(number, number), total]
        return total, self._kind(min(low for low, _ in on_the_way), max(high for _, high in on_the_way))

    def _kind(self, low: int, high: int) -> Kind:
        for kind in _KINDS:
            if np.iinfo(kind).min < low and high <= np.iinfo(kind).max:
                return kind
        raise UsageError("N452", said=unparse(self._said))


def _product(number: int, factors: Sequence[Reckoned], cases: slice, kind: Kind) -> Any:
    values = [factor.read(cases).astype(kind, copy=False) for factor in factors]
    return reduce(np.multiply, values if number == 1 and values else [kind(number), *values])


def _common(units: Iterable[Fraction]) -> Fraction:
    """Return the greatest number of which all are whole multiples."""
    given = list(units)
    below = lcm(*(each.denominator for each in given))
    return Fraction(gcd(*(int(each * below) for each in given)) or 1, below)
