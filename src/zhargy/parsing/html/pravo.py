"""Russian federal acts as exported by the state legal information system (pravo.gov.ru).

The export is flat: a class letter tells the sort of a paragraph (``H`` headings, ``T`` and ``C`` centred titles, ``I``
requisites), spans of class ``mark`` are editorial notes on amendments, ``W9`` is superscript.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from zhargy.model import Metadata
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import block_of, reading_of, tables_apart
from zhargy.parsing.html.walking import Paragraph, Run, walk_html
from zhargy.text import Language, Source
from zhargy.text.dates import find_dates

_MARKS: Final = ("mark", "markx")
_HEADS: Final = frozenset({"H", "T", "C", "Z"})
_NUMBER: Final = re.compile(r"№\s*(\d+(?:-[А-Я]+)?)\s*$")
_ACT: Final = re.compile(r"кодекс|конституци|закон", re.IGNORECASE)
_PASSED: Final = re.compile(r"\s*(?:Принят|Одобрен)\b")
_LATIN: Final = str.maketrans("фкз", "fkz")
_ID: Final = re.compile(r"\d{9}")


def is_pravo(text: str) -> bool:
    """Whether a page is such an export."""
    head = text[:60_000]
    return 'class="doclink"' in head or ("div.fixedcomment" in head and "p.H" in head)


def read_pravo(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read an exported act.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    source = decode(data, name=name)
    reading = reading_of(_blocks(source), source, undone=undone)
    title = next((block.text.text for block in reading.blocks if Hint.TITLE in block.hints), "")
    return replace(reading, title=title, language=Language.RU, metadata=_metadata(reading.blocks, name))


def _blocks(source: Source) -> Iterator[Block]:
    titled = False
    for item in tables_apart(_whole_headings(walk_html(source)), source):
        if isinstance(item, Block):
            yield item
            continue
        plain, marks = _parted(item.runs)
        for kept, hints in ((plain, _hints(item, plain)), (marks, frozenset({Hint.AMENDMENT_NOTE}))):
            if not any(run.text.strip("\u00a0 \n\t\r") for run in kept):
                continue
            block = block_of(kept, source, hints=hints, source_id=item.anchors[-1] if item.anchors else "")
            if not titled and Hint.CENTRED in hints and _ACT.search(block.text.text):
                titled = True
                block = replace(block, hints=hints | {Hint.TITLE})
            yield block


def _whole_headings(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those parts of one heading that a line break divides as one."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        if held is not None and paragraph.element is held.element and _is_heading(paragraph):
            at = held.runs[-1].end
            runs = [*held.runs, Run(" ", at, at, ()), *paragraph.runs]
            held = replace(held, runs=runs, anchors=[*held.anchors, *paragraph.anchors])
            continue
        if held is not None:
            yield held
        held = paragraph
    if held is not None:
        yield held


def _is_heading(paragraph: Paragraph) -> bool:
    return not paragraph.element.classes.isdisjoint({"H", "T"})


def _parted(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Return the words of a paragraph and the editorial notes on it; a blank behind a note goes with the note too."""
    plain, marks = [], []
    behind_mark = False
    for run in runs:
        is_blank = not run.text.strip()
        if run.has_class(*_MARKS) or (is_blank and behind_mark):
            marks.append(run)
        if not run.has_class(*_MARKS):
            plain.append(run)
        behind_mark = behind_mark if is_blank else run.has_class(*_MARKS)
    return plain, marks


def _hints(paragraph: Paragraph, runs: list[Run]) -> frozenset[Hint]:
    classes = paragraph.element.classes
    if "I" in classes and _PASSED.match("".join(run.text for run in runs)):
        return frozenset({Hint.TITLE})
    if "H" in classes:
        return frozenset({Hint.HEADING})
    if "T" in classes:
        return frozenset({Hint.HEADING, Hint.CENTRED})
    return frozenset({Hint.CENTRED}) if classes & _HEADS else frozenset()


def _metadata(blocks: tuple[Block, ...], name: str) -> Metadata:
    """Read date and number, which stand at the very end, below the signature."""
    lines = [block.text.text for block in blocks[-8:]]
    number = next((match[1] for line in lines if (match := _NUMBER.match(line))), "")
    day = next((day.isoformat() for line in reversed(lines) if (day := _last_date(line))), "")
    known = _ID.search(name)
    identifier = f"/akn/ru/act/{day}/{number.lower().translate(_LATIN)}" if day and number else ""
    return Metadata(identifier=identifier, number=number, date=day, publisher_id=known[0] if known else "")


def _last_date(line: str) -> date | None:
    """Return the day that a line ends with."""
    return next((found.value for found in find_dates(line, Language.RU) if not line[found.span.end :].strip()), None)
