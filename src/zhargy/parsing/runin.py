"""Points that share a line: «… қаулы етеді: 1. … 2. …», «мыналар: 1) …; 2) …», each put on a line of its own.

A number is taken for a point only where it goes on with the row: one more than the last, or a one behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.markers import Style, read_marker
from zhargy.text import Change, Edit, Span

PARTED: Final = "P020"
_MIN_LENGTH: Final = 60
_NUMBER: Final = re.compile(
    r"(?:(?<=[:;])|(?<=[.:;»\"”)])[ \xa0]+)(?P<number>\d{1,3})(?P<mark>[.)])(?:[ \xa0]*(?=[^\W\d_a-zа-я]|[«\"“])|[ \xa0]+(?=[^\W\d]))"
)
_STOPPED: Final = re.compile(r"[.:;»\"”)]\s*$")


@dataclass(slots=True)
class _Row:
    """The last numbers seen: of points, and of items inside the point."""

    point: int | None = None
    item: int | None = None


def part_points(
    blocks: Sequence[Block], *, kept: frozenset[int], undone: frozenset[str] = frozenset()
) -> tuple[list[Block], list[Change]]:
    """Return the blocks with points that share a line parted, and the changes made.

    Args:
        blocks: Blocks in reading order.
        kept: Places of blocks to leave alone (prose, quotations).
        undone: Ids of changes not to make.
    """
    parted: list[Block] = []
    changes: list[Change] = []
    row = _Row()
    for at, block in enumerate(blocks):
        if at in kept or Hint.TABLE in block.hints:
            parted.append(block)
            continue
        _note_start(block.text.text, row)
        cuts = _cuts(block, row, undone, changes)
        parted.extend(_pieces(block, cuts) if cuts else (block,))
    return parted, changes


def _note_start(words: str, row: _Row) -> None:
    """Take the number that the block itself begins with into the row."""
    if not words[:1].isalnum():
        return
    marker = read_marker(words)
    if marker is None:
        return
    number = int(marker.number) if marker.number.isdigit() else None
    if marker.style is Style.DIGIT_DOT:
        row.point, row.item = number, None
    elif marker.style is Style.DIGIT_BRACKET:
        row.item = number
    elif marker.style is Style.UNIT:
        row.point, row.item = None, None


def _cuts(block: Block, row: _Row, undone: frozenset[str], changes: list[Change]) -> list[Span]:
    words = block.text.text
    if len(words) < _MIN_LENGTH:
        return []
    cuts = []
    for found in _NUMBER.finditer(words):
        if not found.start() or not _goes_on(words, found, row):
            continue
        gap = Span(found.start(), found.start("number"))
        change = block.text.change(Edit(span=gap, after="\n", code=PARTED))
        if change.id not in undone:
            changes.append(change)
            cuts.append(gap)
    return cuts


def _goes_on(words: str, found: re.Match[str], row: _Row) -> bool:
    number, before = int(found["number"]), words[found.start() - 1]
    behind = words[found.end() : found.end() + 1]
    if found["mark"] == ".":
        if not (behind.isupper() or behind in "«\"“") or not (
            number == (row.point or 0) + 1 and (before == ":" or (row.point is not None and before != ";"))
        ):
            return False
        row.point, row.item = number, None
        return True
    if not (number == (row.item or 0) + 1 and (before == ":" or (row.item is not None and before in ";.\"»”"))):
        return False
    if _REFERRED.match(words, found.end()):
        return False
    row.item = number
    return True


_REFERRED: Final = re.compile(r"тармақ|және|подпункт|\W", re.IGNORECASE)


def _pieces(block: Block, cuts: Sequence[Span]) -> Iterator[Block]:
    start = 0
    for cut in (*cuts, Span(len(block.text), len(block.text))):
        piece = block.text.slice(Span(start, cut.start))
        yield replace(block, text=piece, source_id=block.source_id if start == 0 else "")
        start = cut.end
