"""How many cases move, and how far, with a range wherever words can be read in more than one way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from zhargy.norms.consequences.scales import Pair
from zhargy.norms.consequences.values import ArticleTally, Gravity, Most, Move, Range, Tallies
from zhargy.norms.sanctions import Open

_Key = TypeVar("_Key", bound=Hashable)
_Table = dict[_Key, Range]
_ENDS: Final = {Open.UNSPECIFIED: 1, Open.UNLIMITED: 2, Open.LIFE: 3}


class Tally:
    """Counts cases as they come."""

    def __init__(self) -> None:
        self.size = 0
        self.undecided = 0
        self._moves: _Table[Move] = defaultdict(Range)
        self._causes: _Table[tuple[Move, object]] = defaultdict(Range)
        self._gravities: _Table[tuple[Gravity, Gravity]] = defaultdict(Range)
        self._months: _Table[tuple[Most | None, Most | None]] = defaultdict(Range)
        self._fines: _Table[tuple[Most | None, Most | None]] = defaultdict(Range)
        self._multiples: _Table[tuple[Most | None, Most | None]] = defaultdict(Range)
        self._before: _Table[tuple[str, str]] = defaultdict(Range)
        self._after: _Table[tuple[str, str]] = defaultdict(Range)
        self._articles: _Table[tuple[tuple[str, str], Move]] = defaultdict(Range)

    def add(self, pairs: Sequence[Pair], *, count: int) -> None:
        """Count some cases of which the same comes.

        Args:
            pairs: What comes of them, for each way to read the words.
            count: How many they are.
        """
        self.size += count
        self.undecided += count * any(pair.before.is_open or pair.after.is_open for pair in pairs)
        _count(self._moves, ({pair.change.move} for pair in pairs), count)
        _count(self._causes, ({(pair.change.move, pair.change.reason)} for pair in pairs), count)
        weights = [(pair.before.weight, pair.after.weight) for pair in pairs]
        _count(self._gravities, ({(left.gravity, right.gravity)} for left, right in weights), count)
        _count(self._months, ({(left.months, right.months)} for left, right in weights), count)
        _count(self._fines, ({(left.fine, right.fine)} for left, right in weights), count)
        _count(self._multiples, ({(left.multiple, right.multiple)} for left, right in weights), count)
        _count(self._before, (left.articles for left, _ in weights), count)
        _count(self._after, (right.articles for _, right in weights), count)
        _count(self._articles, map(_of_articles, pairs), count)

    @property
    def told(self) -> Tallies:
        """What was counted so far, in a fixed order."""
        return Tallies(
            moves={move: self._moves[move] for move in Move},
            causes=dict(sorted(self._causes.items(), key=lambda item: (-item[1].most, str(item[0])))),  # type: ignore[arg-type]
            gravities=_ordered(self._gravities, list(Gravity).index),
            months=_ordered(self._months, how_much),
            fines=_ordered(self._fines, how_much),
            multiples=_ordered(self._multiples, how_much),
            articles=tuple(self._told_articles()),
        )

    def _told_articles(self) -> Iterator[ArticleTally]:
        for key in sorted({*self._before, *self._after}, key=_place):
            pack, article = key
            yield ArticleTally(
                pack=pack,
                article=article,
                before=self._before.get(key, Range()),
                after=self._after.get(key, Range()),
                moves={move: self._articles.get((key, move), Range()) for move in Move},
            )


def _place(article: tuple[str, str]) -> tuple[str, list[tuple[int, str]]]:
    """Return what sorts articles: their pack, then their numbers as numbers."""
    pack, name = article
    parts = re.findall(r"\d+|\D+", name)
    return pack, [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def how_much(most: Most | None) -> tuple[int, object]:
    """Return what sorts the most of penalties: none first, then numbers, then what is open, life last."""
    if most is None:
        return -1, 0
    return (_ENDS[most], 0) if isinstance(most, Open) else (0, most)


def _of_articles(pair: Pair) -> set[tuple[tuple[str, str], Move]]:
    articles = pair.before.weight.articles | pair.after.weight.articles
    return {(article, pair.change.move) for article in articles}


def _count(table: _Table[_Key], found: Iterable[Iterable[_Key]], count: int) -> None:
    """Count what holds under every reading, and what holds under some."""
    sets = [set(each) for each in found]
    always = set.intersection(*sets)
    for key in set.union(*sets):
        table[key] += Range(least=count if key in always else 0, most=count)


def _ordered(table: Mapping[tuple[_Key, _Key], Range], place: object) -> dict[tuple[_Key, _Key], Range]:
    """Return a table in the order of what was before and then of what is after."""
    assert callable(place)
    return dict(sorted(table.items(), key=lambda item: (place(item[0][0]), place(item[0][1]))))
