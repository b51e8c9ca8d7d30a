"""Tables of plain text: one row a line, cells divided by tabs or by bars between tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.lines import Layout, Line
from zhargy.text import Edit, MappedText, Span

#: Divides the rows of a table while its text is cleaned; in the block a line feed does.
ROW_END: Final = "\v"

#: What a border of cells has besides its tab: a bar with the tab before it, spaces; and the border of rows.
_SURPLUS: Final = re.compile(r"\t\|(?= *\t)|\v| +(?=\t)|(?<=[\t|]) +|(?<=\t)\|")
_ALIGNING: Final = re.compile(r"\s+(?=\t)|(?<=\t) +")
_DRAWN: Final = f" |\t{ROW_END}"
_MAX_SPANNING: Final = 3


def table_rows(lines: Sequence[Line], *, layout: Layout) -> frozenset[int]:
    """Return the places of the lines that are rows of tables.

    A line without cells is a row all the same where it stands between two rows and no blank line parts them: its one
    cell spans the table.
    """
    found: set[int] = set()
    for is_row, group in groupby(range(len(lines)), key=lambda at: lines[at].is_row):
        run = list(group)
        if is_row or (layout.blank_lines_matter and _spans_table(lines, run)):
            found.update(run)
    return frozenset(found)


def _spans_table(lines: Sequence[Line], run: Sequence[int]) -> bool:
    is_between = run[0] > 0 and run[-1] + 1 < len(lines) and len(run) <= _MAX_SPANNING
    return is_between and not any(lines[at].blank_before or lines[at].blank_after for at in run)


def has_words(text: str) -> bool:
    """Whether a table or line says anything: empty cells are only drawn."""
    return bool(text.strip(_DRAWN))


def table_block(text: MappedText) -> Block:
    """Return the block of a table: one row a line, cells divided by one tab, empty cells kept.

    In a single row without bars a run of tabs only aligns two words and is one border.
    """
    words = text.text
    surplus = _SURPLUS if ROW_END in words or "\t|" in words else _ALIGNING
    edits = (
        Edit(span=Span(*found.span()), after="\n" if found[0] == ROW_END else "", code="")
        for found in surplus.finditer(words)
    )
    return Block(text=text.apply(edits), hints=frozenset({Hint.TABLE}))
