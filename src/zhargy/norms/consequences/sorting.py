"""Synthetic cases drawn and sorted stretch by stretch, so that memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from zhargy.norms.batch.columns import Columns
from zhargy.norms.consequences.drawing import drawn
from zhargy.norms.consequences.scales import Key, Scales
from zhargy.norms.consequences.screening import Codes, Screen, rows_of
from zhargy.norms.vocabulary import Value, Vocabulary

Where = tuple[int, int]
"""The stretch a case was drawn in, and its place there."""


class Sorting:
    """Cases sorted by what comes of them in each family of offences.

    Args:
        scales: The laws.
        size: How many cases.
        seed: What the chance begins with.
        chunk: Cases of a stretch.
        as_of: Day the laws are read at.
    """

    def __init__(self, scales: Scales, *, size: int, seed: int, chunk: int, as_of: date) -> None:
        self._scales = scales
        self._size, self._seed, self._chunk = size, seed, chunk
        self._screens = [Screen(family, as_of=as_of) for family in scales.families]
        self._shares: list[list[int]] = [[] for _ in self._screens]
        self._kept: tuple[int, Columns] | None = None

    def __iter__(self) -> Iterator[tuple[Mapping[Key, tuple[int, Where]], int]]:
        """Yield for each stretch what comes of its cases, how many of each and one of them; and their number."""
        for stretch, start in enumerate(range(0, self._size, self._chunk)):
            columns = self._drawn(stretch)
            yield self._sorted(columns, stretch), min(self._chunk, self._size - start)

    def case(self, where: Where, vocabulary: Vocabulary) -> Mapping[str, Value]:
        """Return the facts of a case, drawn again.

        Args:
            where: Its stretch and place.
            vocabulary: The facts of both laws.
        """
        stretch, row = where
        return next(rows_of(self._drawn(stretch), [row], vocabulary=vocabulary))

    def keys(self, columns: Columns) -> Codes:
        """Return what comes of each case in each family: numbers of the scales; int64, shape (cases, families)."""
        return np.stack([self._weighed(family, columns) for family in range(len(self._screens))], axis=1)

    def _drawn(self, stretch: int) -> Columns:
        """Return the cases of a stretch; those of the last one that was asked for are kept."""
        if self._kept is None or self._kept[0] != stretch:
            size = min(self._chunk, self._size - stretch * self._chunk)
            self._kept = stretch, drawn(self._scales.packs, size=size, seed=self._seed + stretch)
        return self._kept[1]

    def _sorted(self, columns: Columns, stretch: int) -> Mapping[Key, tuple[int, Where]]:
        found, first, counts = np.unique(self.keys(columns), axis=0, return_index=True, return_counts=True)
        return {
            tuple(key): (count, (stretch, row))
            for key, count, row in zip(found.tolist(), counts.tolist(), first.tolist(), strict=True)
        }

    def _weighed(self, family: int, columns: Columns) -> Codes:
        """Return the number of what comes of each case in a family; new classes are qualified by one of their cases."""
        screen, shares = self._screens[family], self._shares[family]
        codes, new = screen.sort(columns)
        vocabulary = self._scales.families[family].vocabulary
        known = {name: column for name, column in columns.facts.items() if name in vocabulary.facts}
        rows = list(new.values())
        for facts in rows_of(Columns(size=columns.size, facts=known), rows, vocabulary=vocabulary):
            shares.append(self._scales.shares(family, facts))
        return np.array(shares, np.int64)[codes]
