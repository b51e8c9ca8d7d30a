"""The packs of two laws made ready to weigh cases: each family of offences by itself, then put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from zhargy.norms.consequences.changing import Judge
from zhargy.norms.consequences.families import families_of
from zhargy.norms.consequences.probing import NO_RULES
from zhargy.norms.consequences.values import Change, Weight, World
from zhargy.norms.consequences.weighing import Share, agree, shares_of, worlds_of
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.packs import Pack
from zhargy.norms.qualification.reading import read_outcomes
from zhargy.norms.vocabulary import Value

Key = tuple[int, ...]
"""What comes of a case in each family, as numbers that `Scales.shares` gives out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What comes of a case under both laws, their words read alike.

    Args:
        before: Under the first.
        after: Under the second.
        change: How they stand.
    """

    before: World
    after: World
    change: Change


class Scales:
    """Two laws made ready.

    Args:
        left: Packs of the first law; none of them is used by another.
        right: Packs of the second.
        as_of: Day the laws are read at.
    """

    def __init__(self, left: Sequence[Pack], right: Sequence[Pack], *, as_of: date) -> None:
        self.packs = tuple(_distinct((*left, *right)))
        families = [(pack, family) for pack in self.packs for family in families_of(pack)]
        self.families = tuple(family for _, family in families)
        self._plans = tuple(map(Plan, self.families))
        self._sides = tuple(
            tuple(place for place, (pack, _) in enumerate(families) if any(pack == own for own in law))
            for law in (left, right)
        )
        self._as_of = as_of
        self._judge = Judge(next((pack.general for pack in self.packs if pack.general is not None), NO_RULES))
        self._shares: dict[tuple[Share, ...], int] = {}
        self._told: list[tuple[Share, ...]] = []
        self._worlds: dict[tuple[int, Key], tuple[World, ...]] = {}
        self._changes: dict[tuple[Weight, Weight], Change] = {}
        self.qualified = 0

    @property
    def distinct(self) -> int:
        """How many different pairs of answers were compared so far."""
        return len(self._changes)

    def shares(self, family: int, facts: Mapping[str, Value]) -> int:
        """Return the number of what comes of a case in one family.

        Args:
            family: Place of the family.
            facts: What is known; what the pack does not know is left aside.
        """
        self.qualified += 1
        plan = self._plans[family]
        own = {name: value for name, value in facts.items() if name in plan.pack.vocabulary.facts}
        found = shares_of(plan, read_outcomes(plan, supply(plan.pack, own), as_of=self._as_of))
        if found not in self._shares:
            self._shares[found] = len(self._told)
            self._told.append(found)
        return self._shares[found]

    def key(self, facts: Mapping[str, Value]) -> Key:
        """Return what comes of a case in each family, qualified by itself."""
        return tuple(self.shares(family, facts) for family in range(len(self.families)))

    def pairs(self, key: Key) -> Iterator[Pair]:
        """Yield what comes of a case under both laws, for each way to read their words."""
        yield from self._paired(*(self._worlds_of(side, key) for side in (0, 1)))

    def between(self, before: int, after: int) -> Iterator[Pair]:
        """Yield how one number of what comes of a case in a family stands to another, for each way to read the words.

        Args:
            before: A number that `shares` gave out.
            after: Another one.
        """
        yield from self._paired(*(worlds_of([self._told[number]]) for number in (before, after)))

    def _paired(self, before: Iterable[World], after: Iterable[World]) -> Iterator[Pair]:
        for left, right in product(before, after):
            if agree(left, right):
                yield Pair(before=left, after=right, change=self._change(left.weight, right.weight))

    def _worlds_of(self, side: int, key: Key) -> tuple[World, ...]:
        own = tuple(key[place] for place in self._sides[side])
        if (side, own) not in self._worlds:
            self._worlds[side, own] = worlds_of(self._told[number] for number in own)
        return self._worlds[side, own]

    def _change(self, before: Weight, after: Weight) -> Change:
        if (before, after) not in self._changes:
            self._changes[before, after] = self._judge.change(before, after)
        return self._changes[before, after]


def _distinct(packs: Iterable[Pack]) -> Iterator[Pack]:
    kept: list[Pack] = []
    for pack in packs:
        if not any(pack is other or pack == other for other in kept):
            kept.append(pack)
            yield pack
