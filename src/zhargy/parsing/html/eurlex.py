"""Acts of the European Union in the HTML of EUR-Lex: the old classes (``ti-art``) and the new (``oj-ti-art``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zhargy.model import Metadata
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import block_of, reading_of
from zhargy.parsing.html.walking import Paragraph, Run, walk_html
from zhargy.text import Language, Source

_HEADINGS: Final = frozenset({"ti-art", "sti-art", "ti-section-1", "ti-section-2", "ti-grseq-1", "ti-annotation"})
_TITLES: Final = frozenset({"doc-ti", "hd-ti", "title-doc-first", "title-doc-last"})
_SIGNATURES: Final = frozenset({"signatory", "final"})
_CELEX: Final = re.compile(r"\b(3\d{4}[A-Z]\d{4})\b")
_LABEL: Final = re.compile(r"\s*(?:\(?[\divxlc]{1,5}[a-z]?\)|\([a-z]{1,2}\)|\d{1,3}\.|[—–-])\s*")


def is_eurlex(text: str) -> bool:
    """Whether a page is of EUR-Lex."""
    head = text[:200_000]
    return "eli-subdivision" in head or 'class="oj-' in head or 'class="ti-art"' in head


def read_eurlex(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a saved page.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    source = decode(data, name=name)
    reading = reading_of(_blocks(source), source, undone=undone)
    title = " ".join(block.text.text for block in reading.blocks if Hint.TITLE in block.hints)
    celex = _CELEX.search(name) or _CELEX.search(source.text[:20_000])
    language = Language.EN if re.search(r"<html[^>]*lang=\"en", source.text[:2_000], re.IGNORECASE) else None
    return replace(reading, title=title, language=language, metadata=Metadata(publisher_id=celex[1]) if celex else None)


def _blocks(source: Source) -> Iterator[Block]:
    """Yield blocks; a point stands in a table of two cells, its label and its words, which belong together."""
    label: list[Run] = []
    for paragraph in walk_html(source):
        if not paragraph.runs:
            continue
        words = "".join(run.text for run in paragraph.runs)
        if paragraph.is_cell and _LABEL.fullmatch(words):
            label = [*paragraph.runs, Run(" ", paragraph.runs[-1].end, paragraph.runs[-1].end, ())]
            continue
        yield block_of([*label, *paragraph.runs], source, hints=_hints(paragraph), source_id=_anchor(paragraph))
        label = []


def _hints(paragraph: Paragraph) -> frozenset[Hint]:
    classes = {name.removeprefix("oj-") for name in paragraph.element.classes}
    if classes & _TITLES:
        return frozenset({Hint.TITLE})
    if classes & _HEADINGS:
        return frozenset({Hint.HEADING})
    if classes & _SIGNATURES:
        return frozenset({Hint.SIGNATURE})
    return frozenset({Hint.NOTE}) if "note" in classes else frozenset()


def _anchor(paragraph: Paragraph) -> str:
    return paragraph.anchors[-1] if paragraph.anchors else ""
