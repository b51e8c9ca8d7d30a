"""Stamps: the lines at the head of an annex that say what it is annexed to, or who approved it.

They stand in the corner of the page: «… № 374 шешіміне 1-қосымша», «… қаулысымен бекітілген»,
«Приложение 2 к приказу …». Flat text carries them as lines of their own or as a table of one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.markers import regular_number
from zhargy.text import Edit, Span

_MAX_STAMP: Final = 500
_MAX_LINE: Final = 110
_MAX_LINES: Final = 8
_DASHES: Final = r"\-–—‑"
_ANNEX_END: Final = re.compile(
    rf"(?:(?P<number>\d{{1,3}})[\s{_DASHES}]*|(?:^|(?<=[\sаеңіiыу])))(?:қосымша(?:сы)?)\W*$", re.IGNORECASE
)
_TO_ACT: Final = re.compile(
    r"(?:шешім|бұйры|қаулы|заң|жарлы|өкім|ереже|қағида|нұсқаулы|келісім|хаттама|стандарт|регламент|бағдарлама|жоспар|"
    r"әдістеме|талап|шарт|актi|акті|тізбе|конвенция)\S*[аеңның]\s*\W*(?:№?\s*\d{1,3})?\W*$",
    re.IGNORECASE,
)
_APPROVED: Final = re.compile(
    r".*(?:қаулы|шешім|бұйры|жарлы|өкім|заң)\S*\s*(?:\S+\s+){0,2}бек[іi]т[іi]л(?:ген|д[іi])\W*$|"
    r"\W*(?:бек[іi]т[іi]л(?:ген|д[іi])|утвержден[аоы]?)\W*$|\W*утвержден[аоы]?\s+(?:приказом|постановлением|указом|решением)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LED: Final = re.compile(r"\W*приложение\s*(?:№\s*)?(?P<number>\d{1,3})?\s+(?:к|ко)\s", re.IGNORECASE)
_CELL: Final = re.compile(r"[ |]*[\t\n][ |\t\n]*|^[| ]+")


def stamp_number(words: str) -> str | None:
    """Return the number of the annex that a stamp heads, empty when it has none; ``None`` when it is no stamp.

    Example:
        >>> stamp_number("Аудандық мәслихаттың № 17 шешіміне 2-қосымша")
        '2'
        >>> stamp_number("Осы шешімге сәйкес жасалсын.") is None
        True
    """
    if len(words) > _MAX_STAMP or words.rstrip().endswith((".", ";", ":", ",")):
        return None
    rows = [row.strip(" |\t") for row in words.split("\n")]
    if any("\t" in row for row in rows):
        return None
    for at, row in enumerate(rows):
        found = _ANNEX_END.search(row)
        if found and (found.start() == 0 or _TO_ACT.search(row[: found.start()]) or (at and not row[: found.start()])):
            return regular_number(found["number"] or "")
    led = _LED.match(words)
    if led:
        return regular_number(led["number"] or "")
    return "" if _APPROVED.match(words) else None


def part_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, stamps that stand among the rows of a table parted from it."""
    for block in blocks:
        if Hint.TABLE in block.hints and "қосымша" in block.text.text.casefold():
            yield from _part_table(block)
        else:
            yield block


def _part_table(block: Block) -> Iterator[Block]:
    """Part a table before and behind each run of rows of one cell that ends in a stamp."""
    words = block.text.text
    rows = list(re.finditer(r"[^\n]+", words))
    single = [len([cell for cell in row[0].split("\t") if cell.strip(" |")]) == 1 for row in rows]
    start, at = 0, 0
    while at < len(rows):
        end = at
        while end < len(rows) and single[end]:
            end += 1
        if end > at and stamp_number(words[rows[at].start() : rows[end - 1].end()]) is not None:
            if at > start:
                yield _cut(block, Span(rows[start].start(), rows[at - 1].end()))
            yield _cut(block, Span(rows[at].start(), rows[end - 1].end()))
            start = end
        at = max(end, at + 1)
    if start == 0:
        yield block
    elif start < len(rows):
        yield _cut(block, Span(rows[start].start(), rows[-1].end()))


def _cut(block: Block, span: Span) -> Block:
    return replace(block, text=block.text.slice(span))


def join_stamp(blocks: Sequence[Block]) -> Block:
    """Return the lines or cells of one stamp as one line."""
    text = blocks[0].text
    if len(blocks) > 1:
        text = type(text).join([block.text for block in blocks], "\n", text.source)
    edits = [
        Edit(span=Span(*found.span()), after=" " if found.start() else "", code="")
        for found in _CELL.finditer(text.text)
    ]
    return Block(text=text.apply(edits) if edits else text, source_id=blocks[0].source_id)


def stamp_start(blocks: Sequence[Block], end: int) -> int:
    """Return where the stamp that ends with block `end` begins: short open lines before it belong to it."""
    start = end
    if "\t" in blocks[end].text.text or "|" in blocks[end].text.text[:1]:
        return start
    while start > 0 and end - start < _MAX_LINES and _is_stamp_line(blocks[start - 1], blocks[start]):
        start -= 1
    return start


def _is_stamp_line(block: Block, following: Block) -> bool:
    words, after = block.text.text.strip(), following.text.text.lstrip()
    if not 0 < len(words) <= _MAX_LINE or Hint.TABLE in block.hints or words[-1] in ".;:,!?":
        return False
    return _STAMP_LINE.search(words) is not None and (
        after[:1].isdigit()
        or after[:1] in "№N\"'"
        or after[:1].islower()
        or _STAMP_LINE.search(after) is not None
        or "қосымша" in after.casefold()
    )


_STAMP_LINE: Final = re.compile(
    r"республикасы|[нтд][ыіi]ң\s*$|жылғы|№|\bN\s?\d|шешім|бұйры|қаулы|жарлы|заңына|(?:министр|әкімд|мәслихат|үкімет)",
    re.IGNORECASE,
)
