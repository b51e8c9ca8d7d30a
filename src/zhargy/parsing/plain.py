"""The reader of plain text: from irregular lines to clean blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.model import AnchorKind
from zhargy.parsing.blocks import Block, Hint, Lifted, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.furniture import find_furniture
from zhargy.parsing.joining import BLOCK_END, ROW_END, join_edits
from zhargy.parsing.lines import Layout, Line, measure, split_lines
from zhargy.text import Change, Edit, MappedText, Source, Span
from zhargy.text.gluing import find_glued
from zhargy.text.normalisation import find_odd_characters, find_surplus_spaces, mend
from zhargy.text.lookalikes import find_lookalikes

FURNITURE: Final = "P005"
NUMBER_MARK: Final = "P009"
RUN_IN_ITEM: Final = "P010"

_NUMBER_MARK: Final = re.compile(r"^(\d{1,3}) ([.)])(?=\S)", re.MULTILINE)
_TIGHT_NUMBER: Final = re.compile(r"^(\d{1,3}\))(?=[^\W\d_])", re.MULTILINE)
_RUN_IN: Final = re.compile(r"(?<=;) (?=[-–] \S)")
_CELLS: Final = re.compile(r"\s*\t\|\t?\s*|\s*\t\s*")


def read_plain(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a plain text file.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    return read_text(decode(data, name=name), undone=undone)


def read_text(source: Source, *, undone: frozenset[str] = frozenset()) -> Reading:
    """Clean the text of `source` and part it into blocks.

    Args:
        source: Decoded text, lines ending in a line feed.
        undone: Ids of repairs not to make.
    """
    changes: list[Change] = []
    text, made = mend(MappedText.of(source), find_odd_characters(source.text), undone=undone)
    changes.extend(made)
    text, lifted, layout = _lift(text, undone, changes)
    lines = split_lines(text.text)
    edits = list(join_edits(lines, text=text.text, layout=layout))
    text = _join(text, edits, undone, changes)
    for find in (find_surplus_spaces, find_lookalikes, find_glued, _find_marks):
        text, made = mend(text, find(text.text), undone=undone)
        changes.extend(made)
    blocks = tuple(_blocks(text))
    changes.sort(key=lambda change: change.source)
    return Reading(source=source, blocks=blocks, lifted=tuple(lifted), changes=tuple(changes))


def _lift(text: MappedText, undone: frozenset[str], changes: list[Change]) -> tuple[MappedText, list[Lifted], Layout]:
    lines = split_lines(text.text)
    layout = measure(lines)
    found = list(find_furniture(lines, text.source, wrapped=layout.is_wrapped))
    edits = [Edit(span=Span(line.content_start, line.content_end), after="", code=FURNITURE) for line, _ in found]
    kept = [(edit, text.change(edit), kind) for edit, (_, kind) in zip(edits, found, strict=True)]
    kept = [row for row in kept if row[1].id not in undone] if undone else kept
    changes.extend(change for _, change, _ in kept)
    lifted = [Lifted(kind=kind, value=change.before.strip(), source=change.source) for _, change, kind in kept]
    return text.apply(edit for edit, _, _ in kept), lifted, layout


def _join(text: MappedText, edits: list[Edit], undone: frozenset[str], changes: list[Change]) -> MappedText:
    """Join lines and end blocks; a joint that was undone ends a block."""
    final = []
    for edit in edits:
        if not edit.code:
            final.append(edit)
            continue
        change = text.change(edit)
        if change.id in undone:
            final.append(Edit(span=edit.span, after=BLOCK_END, code=""))
        else:
            final.append(edit)
            changes.append(change)
    return text.apply(final)


def _find_marks(text: str) -> Iterator[Edit]:
    """Yield edits that make number marks regular and part items that share a line."""
    found = [
        Edit(span=Span(m.start(), m.end()), after=f"{m[1]}{m[2]} ", code=NUMBER_MARK)
        for m in _NUMBER_MARK.finditer(text)
    ]
    found += [Edit(span=Span(m.end(), m.end()), after=" ", code=NUMBER_MARK) for m in _TIGHT_NUMBER.finditer(text)]
    for match in _RUN_IN.finditer(text):
        start = text.rfind(BLOCK_END, 0, match.start()) + 1
        if text[start : start + 2] == text[match.end() : match.end() + 2]:
            found.append(Edit(span=Span(*match.span()), after=BLOCK_END, code=RUN_IN_ITEM))
    yield from sorted(found, key=lambda edit: edit.span)


def _blocks(text: MappedText) -> Iterator[Block]:
    start = 0
    while start < len(text.text):
        end = text.text.find(BLOCK_END, start)
        end = len(text.text) if end < 0 else end
        if end > start:
            yield _block(text.slice(Span(start, end)))
        start = end + 1


def _block(text: MappedText) -> Block:
    if "\t" not in text.text:
        return Block(text=text)
    edits = [Edit(span=Span(*m.span()), after="\t", code="") for m in _CELLS.finditer(text.text)]
    table = text.apply(edits)
    rows = [Edit(span=Span(m.start(), m.end()), after="\n", code="") for m in re.finditer(ROW_END, table.text)]
    return Block(text=table.apply(rows), hints=frozenset({Hint.TABLE}))
