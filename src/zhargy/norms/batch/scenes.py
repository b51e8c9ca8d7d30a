"""Days, numbers and sums that are compared with each other, drawn together at the values worth trying."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Final

from zhargy.norms.evaluation.probing import probes
from zhargy.norms.evaluation.supplying import supply
from zhargy.norms.expression import evaluate, fact_names, walk
from zhargy.norms.expression.tree import Comparison, Within
from zhargy.norms.packs.dating import first_day
from zhargy.norms.packs.relations import conditions_of
from zhargy.norms.packs.values import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, FactType, Value
from zhargy.text.amounts import Currency, Money

QUANTITIES: Final = frozenset({FactType.DATE, FactType.NUMBER, FactType.MONEY})

_ONE_DAY: Final = dt.timedelta(days=1)
_CALENDAR: Final = tuple(dt.date(2028, *day) for day in ((1, 31), (2, 28), (2, 29), (3, 1), (12, 31)))
_FROM_CALENDAR: Final = 0.25


class Scenes:
    """Quantities of some cases, each worked out from those drawn before it.

    Args:
        pack: A checked pack.
        chance: What chooses.
        count: How many scenes.
    """

    def __init__(self, pack: Pack, *, chance: Random, count: int) -> None:
        self._pack = pack
        self._chance = chance
        self._count = count
        self._first = first_day(pack)
        order = (FactType.DATE, FactType.NUMBER, FactType.MONEY)
        facts = [fact for fact in pack.vocabulary.facts.values() if fact.type in QUANTITIES]
        self._facts = sorted(facts, key=lambda fact: (order.index(fact.type), fact.name != pack.day))
        self._about = {fact.name: _naming(pack, fact.name) for fact in self._facts}

    def groups(self) -> Sequence[frozenset[str]]:
        """Return the facts that hang together, group by group."""
        groups: list[frozenset[str]] = []
        for names in self._together():
            apart = [group for group in groups if group.isdisjoint(names)]
            groups = [*apart, names.union(*(group for group in groups if group not in apart))]
        return groups

    def values(self, fact: Fact) -> Sequence[Value | None]:
        """Return the values of a quantity in each scene; of another fact, the values there are to draw from."""
        if fact.type in QUANTITIES:
            return [scene.get(fact.name) for scene in self._drawn]
        if fact.type is FactType.SET:
            return [frozenset(each for each in fact.choices if self._chance.random() < share) for share in self._shares]
        return probes(self._pack, fact.name, {})

    def lawful(self, cases: Iterable[Mapping[str, Value]]) -> Iterator[Mapping[str, Value]]:
        """Yield the cases whose deed does not lie before the law."""
        for facts in cases:
            day = facts.get(self._pack.day)
            if self._first is None or not isinstance(day, dt.date) or day >= self._first:
                yield facts

    @property
    def _shares(self) -> Sequence[float]:
        """How much of a set is in it: of some nothing, of some almost all."""
        return [at / self._count for at in range(self._count)]

    @cached_property
    def _drawn(self) -> Sequence[Mapping[str, Value]]:
        return [self._scene() for _ in range(self._count)]

    def _scene(self) -> Mapping[str, Value]:
        scene: dict[str, Value] = {}
        for fact in self._facts:
            if fact.type is not FactType.DATE and not fact.supplied:
                scene = dict(supply(self._pack, scene))
            if not fact.supplied:
                scene[fact.name] = self._chance.choice(self._possible(fact, scene))
        return supply(self._pack, scene)

    def _possible(self, fact: Fact, scene: Mapping[str, Value]) -> Sequence[Value]:
        """Return the values to draw from, those that cannot be so beside the others left out where any is left."""
        values, requires = self._values(fact, scene), fact.requires
        if requires is None:
            return values
        vocabulary = self._pack.vocabulary
        truths = (
            evaluate(requires, {**scene, fact.name: each}, vocabulary=vocabulary, met={}).truth for each in values
        )
        return [each for each, truth in zip(values, truths, strict=True) if truth is not Truth.FALSE] or values

    def _values(self, fact: Fact, scene: Mapping[str, Value]) -> Sequence[Value]:
        found = probes(self._about[fact.name], fact.name, scene)
        if fact.type is FactType.DATE:
            is_calendar = not found or self._chance.random() < _FROM_CALENDAR
            return self._lawful(fact, tuple(self._calendar) if is_calendar else found) or self._calendar
        if found:
            return found
        bounds = [bound for bound in (fact.least, fact.most) if bound is not None] or [Decimal(0)]
        return [_in_type(bound, fact) for bound in bounds]

    @cached_property
    def _calendar(self) -> Sequence[dt.date]:
        """Days on both sides of every change of the law, and those where months end oddly; none before the law."""
        periods = [norm.valid for norm in self._pack.norms.values()]
        changes = {day for period in periods for day in (period.start, period.end) if day is not None}
        days = [*_CALENDAR, *(day + step * _ONE_DAY for day in sorted(changes) for step in (-1, 0, 1))]
        return [day for day in days if self._first is None or day >= self._first] or [self._first or _CALENDAR[0]]

    def _lawful(self, fact: Fact, days: Sequence[Value]) -> Sequence[Value]:
        """Return the days on which there is a law, for the fact that tells the day of the deed."""
        if fact.name != self._pack.day or self._first is None:
            return days
        return [day for day in days if isinstance(day, dt.date) and day >= self._first]

    def _together(self) -> Iterator[frozenset[str]]:
        """Yield the sets of facts that are compared with each other, or told by each other."""
        names = {fact.name for fact in self._facts}
        for fact in self._facts:
            yield frozenset({fact.name, fact.at} & names)
        for norm in self._pack.norms.values():
            for expression in conditions_of(norm):
                for node in walk(expression):
                    if isinstance(node, Comparison | Within) and (compared := names.intersection(fact_names(node))):
                        yield frozenset(compared)


def _naming(pack: Pack, fact: str) -> Pack:
    """Return a pack with only the norms whose conditions name a fact."""
    norms = {
        id_: norm for id_, norm in pack.norms.items() if any(fact in fact_names(each) for each in conditions_of(norm))
    }
    return replace(pack, norms=norms)


def _in_type(number: Decimal, fact: Fact) -> Value:
    if fact.type is FactType.NUMBER:
        return number
    return Money(minor=int(number * 100), currency=Currency(fact.unit or Currency.KZT.value))
