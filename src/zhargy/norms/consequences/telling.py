"""The cases that tell most of a change: few, unlike each other, each with the facts that its offences rest on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zhargy.norms.consequences.scales import Pair
from zhargy.norms.consequences.values import Gravity, Most, Move, World
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.evaluation.reaching import known_facts
from zhargy.norms.packs import Pack
from zhargy.norms.sanctions import Open
from zhargy.norms.vocabulary import Value

_OF_EACH_MOVE: Final = 2
_ENDLESS: Final = Fraction(100_000)
_SHOWN: Final = tuple(move for move in Move if move is not Move.EQUAL)


@dataclass(slots=True, kw_only=True)
class _Kind:
    """Cases between the same offences that move alike."""

    where: Hashable
    pair: Pair
    count: int = 0


class Showcase:
    """Keeps one case of each kind as they come, and picks those to be told."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[object, ...], _Kind] = {}

    def add(self, pairs: Iterable[Pair], *, count: int, where: Hashable) -> None:
        """Note some cases of which the same comes.

        Args:
            pairs: What comes of them, for each way to read the words.
            count: How many they are.
            where: What finds one of them again.
        """
        seen: set[tuple[object, ...]] = set()
        for pair in pairs:
            key = (pair.change.move, _names(pair.before), _names(pair.after))
            if pair.change.move is not Move.EQUAL and key not in seen:
                seen.add(key)
                self._kinds.setdefault(key, _Kind(where=where, pair=pair)).count += count

    def chosen(self) -> Iterator[tuple[Hashable, Pair, int]]:
        """Yield for each kind of move the cases with the fewest offences, then the furthest move, then the commonest.

        Of several cases that move alike into the same articles one is told.
        """
        for move in _SHOWN:
            kinds = sorted((kind for kind in self._kinds.values() if kind.pair.change.move is move), key=_rank)
            articles: set[object] = set()
            for kind in kinds:
                into = kind.pair.before.weight.articles, kind.pair.after.weight.articles
                if into not in articles and len(articles) < _OF_EACH_MOVE:
                    articles.add(into)
                    yield kind.where, kind.pair, kind.count


def facts_told(
    packs: Iterable[Pack], facts: Mapping[str, Value], worlds: Iterable[World], *, as_of: date
) -> tuple[str, ...]:
    """Return the names of the facts that the offences of a case rest on, in the order in which facts are told.

    Args:
        packs: The packs of both laws.
        facts: What is known of the case.
        worlds: What comes of it.
        as_of: Day the laws are read at.
    """
    held = {(offence.pack, offence.norm) for world in worlds for offence in world.weight.offences}
    choices = {name: choice for world in worlds for name, choice in world.choices}
    rested: set[str] = set()
    known: dict[str, None] = {}
    for pack in packs:
        vocabulary = pack.vocabulary.facts
        known.update(dict.fromkeys(vocabulary))
        given: dict[str, Value] = {name: value for name, value in {**facts, **choices}.items() if name in vocabulary}
        outcome = Plan(pack).evaluate(supply(pack, given), as_of=as_of)
        for norm in (norm for id_, norm in held if id_ == pack.id and norm in outcome.norms):
            rested.update(known_facts(outcome, norm))
    return tuple(name for name in known if name in rested and name in facts)


def _names(world: World) -> tuple[tuple[str, str], ...]:
    return tuple((offence.pack, offence.norm) for offence in world.weight.offences)


def _rank(kind: _Kind) -> tuple[int, Fraction, int]:
    before, after = kind.pair.before.weight, kind.pair.after.weight
    offences = len({(each.pack, each.norm) for each in (*before.offences, *after.offences)})
    return offences, -_distance(before.months, after.months) - _steps(before.gravity, after.gravity), -kind.count


def _distance(before: Most | None, after: Most | None) -> Fraction:
    left, right = (_ENDLESS if isinstance(each, Open) else (each or Fraction(0)) for each in (before, after))
    return abs(left - right)


def _steps(before: Gravity, after: Gravity) -> int:
    order = list(Gravity)
    return abs(order.index(before) - order.index(after))
