"""Norms as two-valued formulas for other engines, over numbers and days as our columns hold them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from zhargy.norms.batch import days
from zhargy.norms.batch.columns import Choices, Columns, Days, Numbers, Sets, Truths, unpacked
from zhargy.norms.batch.quantities import difference
from zhargy.norms.expression import Expression
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    Between,
    Choice,
    Comparison,
    FactName,
    Includes,
    Met,
    Not,
    Or,
    Sign,
    Span,
    Within,
)
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.packs.relations import defeaters, displacers, mentioned, order_of

_MONTHS = {Span.YEARS: 12, Span.MONTHS: 1}
_JOINED = {And: " & ", AllOf: " & ", Or: " | ", AnyOf: " | "}


class Formulas:
    """The formulas of some norms of a pack.

    Args:
        pack: A checked pack.
        columns: The facts, known in every case.
        as_of: Day the law is read at.
    """

    def __init__(self, pack: Pack, columns: Columns, *, as_of: dt.date) -> None:
        self._pack = pack
        self._columns = columns
        self._as_of = as_of

    def norms(self, wanted: list[str]) -> list[list[str]]:
        """Return name and formula of everything the norms rest on, then of their results."""
        exceptions, special = defeaters(self._pack.norms), displacers(self._pack.norms)
        reached: set[str] = set()
        waiting = [*wanted, *(other for each in wanted for other in special[each])]
        while waiting:
            norm = self._pack.norms[waiting.pop()]
            if norm.id not in reached:
                reached.add(norm.id)
                waiting += [*mentioned(norm), *([norm.basic] if norm.basic else []), *exceptions[norm.id]]
        order = [self._pack.norms[each] for each in order_of(self._pack.norms) if each in reached]
        met = [[met_name(norm.id), self._met(norm, exceptions[norm.id])] for norm in order]
        results = [
            [result_name(each), " & ".join([met_name(each), *(f"(~{met_name(other)})" for other in special[each])])]
            for each in wanted
        ]
        return met + results

    def arrays(self, names: set[str]) -> dict[str, Any]:
        """Return the columns that formulas name, one value a case."""
        return {name: values for name, values in self._arrays() if name in names}

    def _arrays(self) -> Iterator[tuple[str, Any]]:
        size = self._columns.size
        for fact, column in self._columns.facts.items():
            match column:
                case Truths(values=values):
                    yield plain(fact), unpacked(values, size=size)
                case Sets(members=members):
                    for choice, bits in members.items():
                        yield f"{plain(fact)}__{plain(choice)}", unpacked(bits, size=size)
                case Choices(bits=bits):
                    yield (
                        plain(fact),
                        sum(unpacked(each, size=size) * np.int32(1 << at) for at, each in enumerate(bits)),
                    )
                case Days(codes=values) | Numbers(values=values):
                    yield plain(fact), values[:size].astype(np.int32)

    def _met(self, norm: Norm, exceptions: tuple[str, ...]) -> str:
        if not norm.valid.holds(self._as_of):
            raise ValueError(f"{norm.id} is not law on {self._as_of}")
        parts = [self._text(norm.when)]
        parts += [self._text(norm.subject)] if norm.subject is not None else []
        parts += [met_name(norm.basic)] if norm.basic else []
        return " & ".join([*parts, *(f"(~{met_name(each)})" for each in exceptions)])

    def _text(self, expression: Expression) -> str:
        match expression:
            case FactName(name=name):
                return plain(name)
            case Met(norm=norm):
                return met_name(norm)
            case Not(operand=operand):
                return f"(~{self._text(operand)})"
            case And(parts=parts) | AllOf(parts=parts) | Or(parts=parts) | AnyOf(parts=parts):
                return f"({_JOINED[type(expression)].join(map(self._text, parts))})"
            case Includes(collection=FactName(name=name), member=Choice(value=choice)):
                return f"{plain(name)}__{plain(choice)}"
            case Within(operand=operand, options=options):
                equal = (Comparison(left=operand, sign=Sign.EQUAL, right=option) for option in options)
                return f"({' | '.join(map(self._text, equal))})"
            case Comparison(left=FactName(name=name), right=Choice(value=choice), sign=sign):
                place = self._pack.vocabulary.facts[name].choices.index(choice)
                return f"({plain(name)} {_sign(sign)} {place})"
            case Comparison():
                return self._quantity(expression)
            case _:
                raise NotImplementedError(expression)

    def _quantity(self, comparison: Comparison) -> str:
        held = difference(comparison)
        if any(isinstance(atom, Between) for product in held for atom in product):
            return self._span(comparison)
        weights = {product: times * self._unit(product) for product, times in held.items()}
        below = lcm(*(each.denominator for each in weights.values()))
        terms = (
            " * ".join([str(int(times * below)), *(plain(atom.name) for atom in product if isinstance(atom, FactName))])
            for product, times in weights.items()
        )
        return f"({' + '.join(terms)} {_sign(comparison.sign)} 0)"

    def _unit(self, product: tuple[Any, ...]) -> Fraction:
        unit = Fraction(1)
        for atom in product:
            column = self._columns.facts[atom.name]
            assert isinstance(column, Numbers)
            unit *= Fraction(10) ** -column.scale
        return unit

    def _span(self, comparison: Comparison) -> str:
        """Write ``years between a and b >= n``, or ``<``, over days as our columns hold them."""
        match comparison:
            case Comparison(
                left=Between(span=span, start=FactName(name=start), end=FactName(name=end)), right=right, sign=sign
            ) if sign in {Sign.AT_LEAST, Sign.LESS} and span in _MONTHS:
                count = int(getattr(right, "value", 0))
                unit = days.code(dt.date(2000, 2, 1)) - days.code(dt.date(2000, 1, 1))
                reached = f"(({plain(start)} & -33) <= {plain(end)} - {count * _MONTHS[span] * unit})"
                return reached if sign is Sign.AT_LEAST else f"(~{reached})"
            case _:
                raise NotImplementedError(comparison)


def plain(name: str) -> str:
    """Return a name of letters, digits and ``_``."""
    return re.sub(r"[^a-z0-9]", "_", name.lower())


def met_name(norm: str) -> str:
    return f"met_{plain(norm)}"


def result_name(norm: str) -> str:
    return f"result_{plain(norm)}"


def _sign(sign: Sign) -> str:
    return "==" if sign is Sign.EQUAL else sign.value
