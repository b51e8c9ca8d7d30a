"""Cases under two laws: who moves, how far and in which direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from zhargy.norms.consequences.differing import NormDifference, differences
from zhargy.norms.consequences.scales import Key, Pair, Scales
from zhargy.norms.consequences.tallying import Tally
from zhargy.norms.consequences.telling import Showcase, facts_told
from zhargy.norms.consequences.values import Effort, Origin, Population, Tallies, Telling
from zhargy.norms.packs import Pack
from zhargy.norms.vocabulary import Value, Vocabulary
from zhargy.text import Language

CHUNK: Final = 100_000
"""Synthetic cases that are drawn and sorted at once."""

Advance = Callable[[int], object]
"""Hears how many more cases are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A case that was told, not drawn.

    Args:
        facts: What is known of it.
        name: Its name, if it has one.
        title: What happened, in each language, if it says so.
    """

    facts: Mapping[str, Value]
    name: str = ""
    title: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What becomes of cases when the second law takes the place of the first.

    Args:
        left: Packs of the first law.
        right: Packs of the second.
        as_of: Day both are read at.
        population: The cases.
        differences: The norms that the laws do not share.
        tallies: Who moves and how far.
        tellings: The cases that tell most.
        effort: What the answer cost.
    """

    left: tuple[Pack, ...]
    right: tuple[Pack, ...]
    as_of: date
    population: Population
    differences: tuple[NormDifference, ...]
    tallies: Tallies
    tellings: tuple[Telling, ...]
    effort: Effort

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs of both laws, those of the second first: its words are those of a changed norm."""
        return tuple({id(pack): pack for pack in (*self.right, *self.left)}.values())


class Reform:
    """Two laws made ready, with what was counted so far.

    Args:
        left: Packs of the first law; none of them is used by another.
        right: Packs of the second.
        as_of: Day both are read at, whatever the days of the deeds.
    """

    def __init__(self, left: Sequence[Pack], right: Sequence[Pack], *, as_of: date) -> None:
        self.left, self.right = tuple(left), tuple(right)
        self._as_of = as_of
        self._scales = Scales(left, right, as_of=as_of)
        self._tally = Tally()
        self._showcase = Showcase()

    def synthetic(self, *, size: int, seed: int, advance: Advance = lambda _: None) -> Consequences:
        """Return what becomes of cases made up by chance.

        The array engine sorts them into classes that no norm tells apart, family of offences by family; of each class
        one case is qualified.

        Args:
            size: How many cases.
            seed: The same seed gives the same cases.
            advance: Hears how many more cases are done.

        Raises:
            UsageError: N451, numpy is not installed.
        """
        from zhargy.norms.consequences.sorting import Sorting  # noqa: PLC0415 - loads numpy

        sorting = Sorting(self._scales, size=size, seed=seed, chunk=CHUNK, as_of=self._as_of)
        kinds: dict[Key, tuple[int, tuple[int, int]]] = {}
        for found, done in sorting:
            for key, (count, where) in found.items():
                kinds[key] = (count + kinds[key][0], kinds[key][1]) if key in kinds else (count, where)
            advance(done)
        for key, (count, where) in kinds.items():
            self._add(key, count=count, where=where)
        population = Population(origin=Origin.SYNTHETIC, size=size, seed=seed, undecided=self._tally.undecided)
        vocabulary = self._vocabulary
        return self._told(population, lambda place: Known(facts=sorting.case(place, vocabulary)), screened=size)

    def told(
        self, cases: Sequence[Known], *, origin: Origin, source: str = "", sha256: str = "", advance: Advance
    ) -> Consequences:
        """Return what becomes of cases that were told; each is qualified by itself.

        Args:
            cases: The cases.
            origin: Where they come from.
            source: What a bank says of that.
            sha256: Hash of the file of a bank.
            advance: Hears how many more cases are done.
        """
        for place, case in enumerate(cases):
            self._add(self._scales.key(case.facts), count=1, where=place)
            advance(1)
        population = Population(
            origin=origin, size=len(cases), source=source, sha256=sha256, undecided=self._tally.undecided
        )
        return self._told(population, lambda place: cases[place], screened=0)

    @property
    def _vocabulary(self) -> Vocabulary:
        packs = reversed(self._scales.packs)
        return Vocabulary(facts={name: fact for pack in packs for name, fact in pack.vocabulary.facts.items()})

    def _add(self, key: Key, *, count: int, where: object) -> None:
        pairs = tuple(self._scales.pairs(key))
        self._tally.add(pairs, count=count)
        self._showcase.add(pairs, count=count, where=where)

    def _told(self, population: Population, found: Callable[..., Known], *, screened: int) -> Consequences:
        return Consequences(
            left=self.left,
            right=self.right,
            as_of=self._as_of,
            population=population,
            differences=differences(self.left, self.right),
            tallies=self._tally.told,
            tellings=tuple(self._tellings(found)),
            effort=Effort(screened=screened, qualified=self._scales.qualified, distinct=self._scales.distinct),
        )

    def _tellings(self, found: Callable[..., Known]) -> Iterator[Telling]:
        for where, pair, alike in self._showcase.chosen():
            yield self._telling(found(where), pair, alike)

    def _telling(self, case: Known, pair: Pair, alike: int) -> Telling:
        worlds = (pair.before, pair.after)
        return Telling(
            name=case.name,
            title=case.title,
            facts=case.facts,
            told=facts_told(self._scales.packs, case.facts, worlds, as_of=self._as_of),
            before=pair.before,
            after=pair.after,
            change=pair.change,
            alike=alike,
        )
