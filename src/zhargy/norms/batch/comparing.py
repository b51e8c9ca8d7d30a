"""Comparisons made ready for some columns: what hangs on no single case is worked out once.

Everything is exact: a bound is moved to the scale of its column, and sums are reckoned in whole numbers.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

import numpy as np

from zhargy.norms.batch import days
from zhargy.norms.batch.columns import Bools, Column, Columns, Days, Numbers
from zhargy.norms.batch.quantities import difference
from zhargy.norms.batch.reckoning import Reckoner
from zhargy.norms.expression import Expression
from zhargy.norms.expression.amounts import Extreme
from zhargy.norms.expression.tree import Between, Comparison, Day, FactName, Sign

Write = Callable[[slice, Bools], Any]
"""Writes where a comparison holds for some of the cases; where a fact of it is unknown it may write anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """A comparison made ready.

    Args:
        write: Writes where it holds.
        makes_room: Whether it needs memory of its own for every case, so that few should be asked for at once.
    """

    write: Write
    makes_room: bool = False


_OVER_CASES: Final[Mapping[Sign, Callable[..., Any]]] = {
    Sign.EQUAL: np.equal,
    Sign.LESS: np.less,
    Sign.GREATER: np.greater,
}
_PLAIN: Final[Mapping[Sign, Callable[[Any, Any], bool]]] = {
    Sign.EQUAL: operator.eq,
    Sign.LESS: operator.lt,
    Sign.GREATER: operator.gt,
}
_MIRRORED: Final = {Sign.EQUAL: Sign.EQUAL, Sign.LESS: Sign.GREATER, Sign.GREATER: Sign.LESS}


def prepare(comparison: Comparison, columns: Columns) -> Kernel:
    """Return the kernel of a comparison whose facts are known in some cases.

    Args:
        comparison: A comparison of numbers, sums or days by ``=``, ``<`` or ``>``; other signs are their opposites.
        columns: The facts.

    Raises:
        UsageError: N452, a number may grow too large to be reckoned with exactly.
    """
    sides = comparison.left, comparison.right
    reckoner = Reckoner(columns, said=comparison)
    if any(_is_day(side, columns) for side in sides):
        left, right = (reckoner.day(side) for side in sides)
        compared = _OVER_CASES[comparison.sign]
        return Kernel(write=lambda cases, out: compared(left(cases), right(cases), out=out), makes_room=True)
    return _quantities(comparison, columns, reckoner)


def _column(expression: Expression, columns: Columns) -> Column | None:
    return columns.facts.get(expression.name) if isinstance(expression, FactName) else None


def _is_day(expression: Expression, columns: Columns) -> bool:
    if isinstance(expression, Extreme):
        return any(_is_day(part, columns) for part in expression.parts)
    return isinstance(expression, Day) or isinstance(_column(expression, columns), Days)


def _fixed(*, value: bool) -> Kernel:
    return Kernel(write=lambda _, out: out.fill(value))


def _against(values: Any, sign: Sign, bound: int) -> Kernel:
    """Return the kernel of a column against a bound that its type holds."""
    compared, same_type = _OVER_CASES[sign], values.dtype.type(bound)
    return Kernel(write=lambda cases, out: compared(values[cases], same_type, out=out))


def _quantities(comparison: Comparison, columns: Columns, reckoner: Reckoner) -> Kernel:
    held = difference(comparison)
    constant = held.get((), Fraction(0))
    products = [product for product in held if product]
    if not products:
        return _fixed(value=_PLAIN[comparison.sign](constant, 0))
    if len(products) == 1 and len(products[0]) == 1:
        (only,), times = products[0], held[products[0]]
        sign = comparison.sign if times > 0 else _MIRRORED[comparison.sign]
        match only:
            case FactName(name=name):
                return _number(columns.facts[name], sign, -constant / times)
            case Between():
                return _span(only, sign, -constant / times, reckoner)
    added, taken = reckoner.sides(held)
    compared = _OVER_CASES[comparison.sign]
    return Kernel(write=lambda cases, out: compared(added(cases), taken(cases), out=out), makes_room=True)


def _number(column: Column, sign: Sign, bound: Fraction) -> Kernel:
    """Return the kernel of one fact against a bound, moved to the scale of its column."""
    if not isinstance(column, Numbers):
        raise TypeError(f"{column!r} holds no quantity; check() would have told")
    scaled = bound * Fraction(10) ** column.scale
    near = ceil(scaled) if sign is Sign.LESS else floor(scaled)
    if sign is Sign.EQUAL and near != scaled:
        return _fixed(value=False)
    if not column.least <= near <= column.most:
        return _fixed(value=_PLAIN[sign](column.least, near))
    return _against(column.values, sign, near)


def _span(between: Between, sign: Sign, bound: Fraction, reckoner: Reckoner) -> Kernel:
    """Return the kernel of the time between two days against a bound."""
    start, end = reckoner.day(between.start), reckoner.day(between.end)
    first = {Sign.LESS: ceil(bound), Sign.GREATER: floor(bound) + 1}.get(sign, floor(bound))
    if sign is Sign.EQUAL and first != bound:
        return _fixed(value=False)

    def write(cases: slice, out: Bools) -> None:
        sides = {"start": start(cases), "end": end(cases)}
        held = days.reaches(between.span, first, **sides)
        if sign is Sign.LESS:
            np.logical_not(held, out=out)
        elif sign is Sign.GREATER:
            out[...] = held
        else:
            np.greater(held, days.reaches(between.span, first + 1, **sides), out=out)

    return Kernel(write=write, makes_room=True)
