"""Any other HTML page: headings, paragraphs, tables; menus and footers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import block_of, reading_of, tables_apart
from zhargy.parsing.html.walking import walk_html
from zhargy.text import Language, Source

_CHROME: Final = frozenset({"nav", "header", "footer", "aside", "form", "title"})
_TITLE: Final = re.compile(r"<title[^<>]*>([^<]*)</title", re.IGNORECASE)
_HEAD: Final = 50_000
_LANGUAGE: Final = re.compile(r"<html[^>]*\blang=[\"']?([A-Za-z-]+)", re.IGNORECASE)


def read_html(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read an HTML page of unknown origin.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    source = decode(data, name=name)
    reading = reading_of(_blocks(source), source, undone=undone)
    title = next((block.text.text for block in reading.blocks if Hint.TITLE in block.hints), "")
    if not title and (found := _TITLE.search(source.text, 0, _HEAD)):
        title = " ".join(found[1].split())
    language = _LANGUAGE.search(source.text[:5_000])
    return replace(reading, title=title, language=Language.from_tag(language[1]) if language else None)


def _blocks(source: Source) -> Iterator[Block]:
    for item in tables_apart(walk_html(source), source):
        if isinstance(item, Block):
            yield item
        elif not any(block.tag in _CHROME for block in item.path):
            tag = item.element.tag
            hint = {"h1": Hint.TITLE}.get(tag, Hint.HEADING if tag.startswith("h") and tag[1:].isdigit() else None)
            yield block_of(
                item.runs,
                source,
                hints=frozenset({hint} if hint else ()),
                source_id=item.anchors[-1] if item.anchors else "",
            )
