"""The table of contents at the head of an act, whose entries read like the articles themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zhargy.parsing.classification import Classified
from zhargy.parsing.markers import Style

_TITLE: Final = re.compile(r"\W*(?:мазмұны|оглавление|содержание|(?:table of )?contents)\W*", re.IGNORECASE)
_SEARCHED: Final = 60
_MAX_ENTRY: Final = 300


def contents_blocks(row: Sequence[Classified]) -> frozenset[int]:
    """Return the places of a table of contents, its title included; none when there is none.

    It runs from its title to the block that repeats its first entry.
    """
    for at, block in enumerate(row[:_SEARCHED]):
        if _TITLE.fullmatch(block.words):
            return frozenset(range(at, _end(row, at + 1)))
    return frozenset()


def _end(row: Sequence[Classified], start: int) -> int:
    first: tuple[object, str] | None = None
    for at in range(start, len(row)):
        if len(row[at].words) > _MAX_ENTRY:
            return start
        marker = row[at].marker
        if marker is None or marker.style is not Style.UNIT:
            continue
        key = (marker.kind, marker.number)
        if first is None:
            first = key
        elif key == first:
            return at
    return start
