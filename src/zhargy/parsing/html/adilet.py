"""Classic pages of adilet.zan.kz, the official portal of Kazakhstan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zhargy.errors import UnreadableInput
from zhargy.model import Metadata
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import block_of, reading_of, tables_apart
from zhargy.parsing.html.walking import Paragraph, Run, walk_html
from zhargy.text import Language, Source

_PLACE: Final = re.compile(r"/(rus|kaz|eng)/docs/([A-Z]\d{9}[\d_]?)\b")
_SELECTED: Final = re.compile(r"module_npaView\s+lang_(rus|kaz|eng)")
_SHELL: Final = re.compile(r"<div id=\"root\">\s*</div>|adilet-build")
_NOTE: Final = re.compile(r"\s*(?:Ескерту|Сноска|Note)\b", re.IGNORECASE)


def is_adilet(text: str) -> bool:
    """Whether a page is of this portal, the classic one or the empty shell of the new one."""
    head = text[:20_000]
    return "module_npaView" in head or "adilet-build" in head


def read_adilet(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a saved page.

    Raises:
        UnreadableInput: P106, a page of the application that replaced the classic portal, which holds no law; P901,
            no text; P902, empty.
    """
    source = decode(data, name=name)
    if "module_npaView" not in source.text and _SHELL.search(source.text):
        raise UnreadableInput("P106", name=name)
    selected = _SELECTED.search(source.text)
    place = _PLACE.search(source.text)
    reading = reading_of(_blocks(source), source, undone=undone)
    title = next((block.text.text for block in reading.blocks if Hint.TITLE in block.hints), "")
    return replace(
        reading,
        title=title,
        language=Language.from_alpha3(selected[1]) if selected else None,
        metadata=Metadata(publisher_id=place[2]) if place else None,
    )


def _blocks(source: Source) -> Iterator[Block]:
    for item in tables_apart(walk_html(source), source):
        if isinstance(item, Block):
            yield item
        elif item.inside_class("slogan") and item.element.tag in {"h1", "p"}:
            hint = Hint.TITLE if item.element.tag == "h1" else Hint.PREAMBLE
            yield block_of(
                _without_status(item.runs), source, hints=frozenset({Hint.TITLE if hint is Hint.TITLE else hint})
            )
        elif item.inside_class("text") and any(block.tag == "article" for block in item.path):
            yield from _provision(item, source)


def _provision(item: Paragraph, source: Source) -> Iterator[Block]:
    anchor = next((name for name in item.anchors if name.startswith("z")), "")
    is_note = any(run.has_class("note") or run.has_tag("font") for run in item.runs if run.text.strip("\u00a0 \n"))
    heading = item.element.tag.startswith("h")
    block = block_of(item.runs, source, hints=frozenset({Hint.HEADING}) if heading else frozenset(), source_id=anchor)
    if is_note and not heading:
        amends = any(run.has_class("note") for run in item.runs) or _NOTE.match(block.text.text) is not None
        block = replace(block, hints=frozenset({Hint.AMENDMENT_NOTE if amends else Hint.NOTE}))
    yield block


def _without_status(runs: list[Run]) -> list[Run]:
    return [run for run in runs if not run.has_class("status")]
