"""Blocks out of walked paragraphs; what all HTML readers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from zhargy.model import Diagnostic, Severity
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.html.walking import Paragraph, Run, text_of
from zhargy.text import Change, MappedText, Source
from zhargy.text.normalisation import mend_letters

HintsOf = Callable[[Paragraph], frozenset[Hint]]


def tables_apart(paragraphs: Iterable[Paragraph], source: Source) -> Iterator[Paragraph | Block]:
    """Yield paragraphs as they are and runs of table cells as one table block each."""
    rows: list[list[MappedText]] = [[]]
    for paragraph in paragraphs:
        if paragraph.is_cell or (paragraph.is_row_end and rows != [[]]):
            if any(not run.text.isspace() for run in paragraph.runs):
                rows[-1].append(text_of(paragraph.runs, source))
            if paragraph.is_row_end:
                rows.append([])
            continue
        if rows != [[]]:
            yield from _table(rows, source)
            rows = [[]]
        if paragraph.runs:
            yield paragraph
    if rows != [[]]:
        yield from _table(rows, source)


def _table(rows: list[list[MappedText]], source: Source) -> Iterator[Block]:
    lines = [MappedText.join(cells, "\t", source) for cells in rows if cells]
    if lines:
        yield Block(text=MappedText.join(lines, "\n", source), hints=frozenset({Hint.TABLE}))


def block_of(runs: list[Run], source: Source, *, hints: frozenset[Hint] = frozenset(), source_id: str = "") -> Block:
    """Return runs as one block."""
    return Block(text=text_of(runs, source), hints=hints, source_id=source_id)


def clean_blocks(blocks: Iterable[Block], *, undone: frozenset[str]) -> tuple[tuple[Block, ...], tuple[Change, ...]]:
    """Mend the letters of every block; blocks without words are left out.

    Args:
        blocks: Blocks as read.
        undone: Ids of repairs not to make.

    Returns:
        The clean blocks, and what was changed.
    """
    clean: list[Block] = []
    changes: list[Change] = []
    for block in blocks:
        text, made = mend_letters(block.text, undone=undone)
        changes.extend(made)
        if text.text.strip():
            clean.append(Block(text=text, hints=block.hints, source_id=block.source_id))
    return tuple(clean), tuple(changes)


def reading_of(blocks: Iterable[Block], source: Source, *, undone: frozenset[str]) -> Reading:
    """Return a reading of cleaned blocks."""
    clean, changes = clean_blocks(blocks, undone=undone)
    problems = (Diagnostic(code="P103", severity=Severity.ERROR, params={"format": "HTML"}),)
    return Reading(source=source, blocks=clean, changes=changes, diagnostics=problems if _is_cut(source.text) else ())


def _is_cut(text: str) -> bool:
    """Whether a page that begins as a whole one does not end as one: a download broke off."""
    return "<html" in text[:_ENDS].lower() and "</html" not in text[-_ENDS:].lower()


_ENDS = 5_000
