"""The reader of plain text: from irregular lines to clean blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.parsing.blocks import Block, Lifted, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.furniture import find_furniture
from zhargy.parsing.joining import BLOCK_END, join_edits
from zhargy.parsing.lines import Layout, Line, measure, split_lines
from zhargy.parsing.tables import has_words, table_block
from zhargy.text import Change, Edit, MappedText, Source, Span
from zhargy.text.gluing import find_glued_words, find_missing_spaces
from zhargy.text.lookalikes import find_letters_for_digits, find_lookalikes
from zhargy.text.normalisation import find_odd_characters, find_surplus_spaces, mend

FURNITURE: Final = "P005"
NUMBER_MARK: Final = "P009"
RUN_IN_ITEM: Final = "P010"

_NUMBER_MARK: Final = re.compile(r"^(\d{1,3}) ([.)]) ?(?=\S)", re.MULTILINE)
_TIGHT_NUMBER: Final = re.compile(r"^\d{1,3}(?:\)(?=[^\W\d_]|[\"«“])|\.(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\"«“]))", re.MULTILINE)
_RUN_IN: Final = re.compile(r"(?<=;) (?=[-–] \S)")


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
    text = MappedText.of(source)
    for find in (find_odd_characters, find_letters_for_digits):
        text, made = mend(text, find(text.text), undone=undone)
        changes.extend(made)
    lines = split_lines(text.text)
    layout = measure(lines)
    text, lifted = _lift(text, lines, layout, undone, changes)
    if lifted:
        lines = split_lines(text.text)
    edits = list(join_edits(lines, text=text.text, layout=layout))
    text = _join(text, edits, undone, changes)
    for find in (find_surplus_spaces, find_lookalikes, find_missing_spaces, find_glued_words, _find_marks):
        text, made = mend(text, find(text.text), undone=undone)
        changes.extend(made)
    blocks = tuple(_blocks(text))
    changes.sort(key=lambda change: (change.source.start, change.source.end))
    return Reading(source=source, blocks=blocks, lifted=tuple(lifted), changes=tuple(changes))


def _lift(
    text: MappedText, lines: list[Line], layout: Layout, undone: frozenset[str], changes: list[Change]
) -> tuple[MappedText, list[Lifted]]:
    found = list(find_furniture(lines, text.source, wrapped=layout.is_wrapped))
    edits = [Edit(span=Span(line.content_start, line.content_end), after="", code=FURNITURE) for line, _ in found]
    kept = [(edit, text.change(edit), kind) for edit, (_, kind) in zip(edits, found, strict=True)]
    kept = [row for row in kept if row[1].id not in undone] if undone else kept
    changes.extend(change for _, change, _ in kept)
    lifted = [Lifted(kind=kind, value=change.before.strip(), source=change.source) for _, change, kind in kept]
    return text.apply(edit for edit, _, _ in kept), lifted


def _join(text: MappedText, edits: list[Edit], undone: frozenset[str], changes: list[Change]) -> MappedText:
    """Join lines and end blocks; a joint that was undone ends a block, its hyphen kept."""
    final = []
    for edit in edits:
        if not edit.code:
            final.append(edit)
            continue
        change = text.change(edit)
        if change.id in undone:
            final.append(Edit(span=edit.span, after=f"{change.before.strip()}{BLOCK_END}", code=""))
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
            block = text.slice(Span(start, end))
            if has_words(block.text):
                yield table_block(block) if "\t" in block.text else Block(text=block)
        start = end + 1
