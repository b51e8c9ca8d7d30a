"""Points that share a line: «… қаулы етеді: 1. … 2. …», «мыналар: 1) …; 2) …», each put on a line of its own.

A number is taken for a point only where it goes on with the row: one more than the last, or a one behind a colon. What
follows the formula that enacts an act is parted from it with or without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.classification import Classified, Role, classify_block
from zhargy.parsing.formulas import body_gap
from zhargy.parsing.markers import Marker, Style
from zhargy.text import Change, Edit, Span

PARTED: Final = "P020"
_KEPT: Final = frozenset({Role.QUOTED, Role.TABLE})
_MIN_LENGTH: Final = 60
#: Behind a colon or a semicolon, or with a space behind any mark that can end a point.
_NUMBER: Final = re.compile(
    r"[.:;»\"”)](?P<gap>(?:(?<=[:;])|[ \xa0])[ \xa0]*)(?P<number>\d{1,3})(?P<mark>[.)])"
    r"(?:[ \xa0]*(?=[^\W\d_a-zа-я]|[«\"“])|[ \xa0]+(?=[^\W\d]))"
)


@dataclass(slots=True)
class _Row:
    """The last numbers seen, of points and of items inside the point, and whether anything was numbered yet."""

    point: int | None = None
    item: int | None = None
    is_begun: bool = False


def part_points(
    row: Sequence[Classified], *, undone: frozenset[str] = frozenset()
) -> tuple[list[Classified], list[Change]]:
    """Return the blocks with points that share a line parted, and the changes made.

    Args:
        row: Blocks of an act in reading order; tables and quotations are left alone.
        undone: Ids of changes not to make.
    """
    parted: list[Classified] = []
    changes: list[Change] = []
    numbers = _Row()
    for block in row:
        cuts = []
        if block.role not in _KEPT and Hint.TABLE not in block.block.hints:
            _note_start(block.marker, numbers)
            cuts = _cuts(block.block, numbers, undone, changes)
        parted.extend([classify_block(piece) for piece in _pieces(block.block, cuts)] if cuts else (block,))
    return parted, changes


def _note_start(marker: Marker | None, row: _Row) -> None:
    """Take the number that the block itself begins with into the row."""
    if marker is None:
        return
    row.is_begun = True
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
    for gap in sorted({*_body_start(words, row), *_point_starts(words, row)}):
        change = block.text.change(Edit(span=gap, after="\n", code=PARTED))
        if change.id not in undone:
            changes.append(change)
            cuts.append(gap)
    return cuts


def _body_start(words: str, row: _Row) -> Iterator[Span]:
    gap = None if row.is_begun else body_gap(words)
    if gap:
        row.is_begun = True
        yield gap


def _point_starts(words: str, row: _Row) -> Iterator[Span]:
    for found in _NUMBER.finditer(words):
        if _goes_on(words, found, row):
            row.is_begun = True
            yield Span(*found.span("gap"))


def _goes_on(words: str, found: re.Match[str], row: _Row) -> bool:
    number, before = int(found["number"]), found[0][0]
    behind = words[found.end() : found.end() + 1]
    if found["mark"] == ".":
        if not (behind.isupper() or behind in '«"“') or not (
            number == (row.point or 0) + 1 and (before == ":" or (row.point is not None and before != ";"))
        ):
            return False
        row.point, row.item = number, None
        return True
    if not (number == (row.item or 0) + 1 and (before == ":" or (row.item is not None and before in ';."»”'))):
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
