"""Russian federal acts as exported by the state legal information system (pravo.gov.ru).

The export is flat: a class letter tells the sort of a paragraph (``H`` headings, ``T`` and ``C`` centred titles, ``I``
requisites), spans of class ``mark`` are editorial notes on amendments, ``W9`` is superscript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from zhargy.model import Metadata
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import block_of, reading_of, tables_apart
from zhargy.parsing.html.walking import Paragraph, Run, walk_html
from zhargy.text import Language, Source

_MARKS: Final = ("mark", "markx")
_HEADS: Final = frozenset({"H", "T", "C", "Z"})
_NUMBER: Final = re.compile(r"№\s*(\d+(?:-[А-Я]+)?)\s*$")
_DATE: Final = re.compile(r"(\d{1,2})\s+([а-я]+)\s+(\d{4})\s+года\s*$")
_MONTHS: Final = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_ACT: Final = re.compile(r"кодекс|конституци|закон", re.IGNORECASE)
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
    for item in tables_apart(walk_html(source), source):
        if isinstance(item, Block):
            yield item
            continue
        for is_mark, runs in groupby(_runs(item), key=lambda run: run.has_class(*_MARKS)):
            kept = list(runs)
            if not any(run.text.strip("\u00a0 \n\t\r") for run in kept):
                continue
            hints = frozenset({Hint.AMENDMENT_NOTE}) if is_mark else _hints(item)
            block = block_of(kept, source, hints=hints, source_id=item.anchors[-1] if item.anchors else "")
            if not titled and Hint.CENTRED in hints and _ACT.search(block.text.text):
                titled = True
                block = replace(block, hints=hints | {Hint.TITLE})
            yield block


def _runs(paragraph: Paragraph) -> list[Run]:
    """Return the runs of a paragraph with the words of a sentence together and its notes behind them."""
    plain = [run for run in paragraph.runs if not run.has_class(*_MARKS)]
    marks = [run for run in paragraph.runs if run.has_class(*_MARKS)]
    return [*plain, *marks]


def _hints(paragraph: Paragraph) -> frozenset[Hint]:
    classes = paragraph.element.classes
    if "H" in classes:
        return frozenset({Hint.HEADING})
    return frozenset({Hint.CENTRED}) if classes & _HEADS else frozenset()


def _metadata(blocks: tuple[Block, ...], name: str) -> Metadata:
    """Read date and number, which stand at the very end, below the signature."""
    lines = [block.text.text for block in blocks[-8:]]
    number = next((match[1] for line in lines if (match := _NUMBER.match(line))), "")
    day = next((match for line in reversed(lines) if (match := _DATE.search(line)) and match[2] in _MONTHS), None)
    date = f"{day[3]}-{_MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}" if day else ""
    known = _ID.search(name)
    identifier = f"/akn/ru/act/{date}/{number.lower().translate(_LATIN)}" if date and number else ""
    return Metadata(identifier=identifier, number=number, date=date, publisher_id=known[0] if known else "")
