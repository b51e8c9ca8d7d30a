"""The norms of a pack as rails, in the layers of the interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhargy.norms.expression import Expression
from zhargy.norms.packs.relations import defeaters, displacers, order_of
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.verification.encoding.conditions import Conditions
from zhargy.norms.verification.encoding.days import DayTerm, day_of
from zhargy.norms.verification.encoding.rails import (
    Rail,
    Term,
    all_hold,
    conjunction,
    disjunction,
    negation,
    one_holds,
    opposite,
)
from zhargy.norms.verification.encoding.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRails:
    """A norm, layer by layer.

    Args:
        elements: Whether it is law and all its elements are met.
        met: Whether moreover no exception is met.
        result: Whether moreover it gives way to none.
    """

    elements: Rail
    met: Rail
    result: Rail


class Encoding:
    """A pack as formulas.

    Args:
        pack: A checked pack.
        symbols: Its facts by name.
        as_of: The day the law is read at.
    """

    def __init__(self, pack: Pack, *, symbols: Mapping[str, Symbol], as_of: DayTerm) -> None:
        self.pack = pack
        self.symbols = symbols
        self.as_of = as_of
        self.exceptions = defeaters(pack.norms)
        self.special = displacers(pack.norms)
        about_things = frozenset(norm.id for norm in pack.norms.values() if norm.parameters)
        self._conditions = Conditions(symbols, open_norms=about_things)
        self._met: dict[str, Rail] = {}
        self._rails: dict[int, tuple[Expression, Rail]] = {}
        self._elements: dict[str, Rail] = {}
        for each in (id_ for id_ in order_of(pack.norms) if id_ not in about_things):
            self._elements[each] = self._all_elements(pack.norms[each])
            self._met[each] = self._undefeated(each)
        self.norms = {each: self._layers(each) for each in pack.norms if each not in about_things}

    def condition(self, expression: Expression) -> Rail:
        """Return when a condition over the facts and norms of the pack is true and when it is false."""
        known = self._rails.get(id(expression))
        if known is None:
            known = (expression, self._conditions.rail(expression, self._met))
            self._rails[id(expression)] = known
        return known[1]

    def _all_elements(self, norm: Norm) -> Rail:
        parts = [self._conditions.rail(norm.when, self._met)]
        if norm.subject is not None:
            parts.append(self._conditions.rail(norm.subject, self._met))
        if norm.basic:
            parts.append(self._met[norm.basic])
        return _gated(conjunction(parts), self._in_force(norm))

    def _undefeated(self, id_: str) -> Rail:
        exceptions = disjunction(self._met[each] for each in self.exceptions[id_])
        return conjunction([self._elements[id_], negation(exceptions)])

    def _layers(self, id_: str) -> NormRails:
        special = disjunction(self._met[each] for each in self.special[id_])
        met = self._met[id_]
        return NormRails(elements=self._elements[id_], met=met, result=conjunction([met, negation(special)]))

    def _in_force(self, norm: Norm) -> Term:
        period = norm.valid
        bounds = []
        if period.start is not None:
            bounds.append(self.as_of.rank >= day_of(period.start).rank)
        if period.end is not None:
            bounds.append(self.as_of.rank < day_of(period.end).rank)
        return all_hold(bounds)


def _gated(rail: Rail, holds: Term) -> Rail:
    """Return a truth that is false where the norm is no law."""
    if holds is True:
        return rail
    return Rail(true=all_hold([holds, rail.true]), false=one_holds([opposite(holds), rail.false]))
