"""Word documents: paragraphs, headings, tables, notes and automatic numbers as a reader sees them on the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.model import Diagnostic, Severity
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.html.building import clean_blocks
from zhargy.parsing.wordnumbers import Numbering
from zhargy.parsing.wordparts import notes_of, open_word, unread
from zhargy.parsing.wordstyles import Styles
from zhargy.parsing.wordtext import block_elements, box_paragraphs, note_references, paragraph_text, table_rows
from zhargy.text import MappedText, Source, Span

_HINTED: Final = {
    "title": Hint.TITLE,
    "note": Hint.NOTE,
    "amendment note": Hint.AMENDMENT_NOTE,
    "signed by": Hint.SIGNATURE,
}


def read_docx(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a Word document.

    The source text is what the page shows, one paragraph a line (a table keeps one row a line), so that line numbers
    of positions count paragraphs. Text boxes and notes stand behind the paragraph they are anchored in. Inserted words
    of tracked changes are read, deleted ones are not (told as P111); comments, headers and pictures are counted.

    Args:
        data: Bytes of the ``.docx`` file.
        name: File name for positions.
        undone: Ids of repairs not to make.

    Raises:
        UnreadableInput: P902, no words; P903, protected; P904, damaged beyond reading, or more than 400 MB unpacked.
    """
    document, is_sound = open_word(data, name=name)
    rows = list(_rows(document))
    text = "\n".join(row.text for row in rows)
    problems = list(unread(document))
    if not is_sound:
        problems.append(Diagnostic(code="P103", severity=Severity.ERROR, params={"format": "Word"}))
    if not text.strip() and not problems:
        raise UnreadableInput("P902", name=name)
    source = Source(text=text, name=name, sha256=hashlib.sha256(data).hexdigest())
    blocks = tuple(_blocks(rows, MappedText.of(source)))
    cleaned, changes = clean_blocks(blocks, undone=undone)
    return Reading(source=source, blocks=cleaned, changes=changes, diagnostics=tuple(problems))


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    hints: frozenset[Hint] = field(default_factory=frozenset)


def _rows(document: WordDocument) -> Iterator[_Row]:
    styles, notes = Styles.of(document), notes_of(document)
    numbering = Numbering.of(document, styles)
    for element in block_elements(document.element.body):
        if element.tag == qn("w:tbl"):
            yield _Row("\n".join("\t".join(cells) for cells in table_rows(element)), frozenset({Hint.TABLE}))
        else:
            hints = _hints(element, styles)
            number = numbering.next(element)
            for part in paragraph_text(element).split("\n"):
                yield _Row(f"{number}{part}", hints)
                number = ""
            yield from (_Row(paragraph_text(line)) for line in box_paragraphs(element))
        yield from _notes(element, notes)


def _notes(element: etree._Element, notes: Mapping[tuple[str, str], str]) -> Iterator[_Row]:
    for key in note_references(element):
        if words := notes.get(key):
            yield _Row(words, frozenset({Hint.NOTE}))


def _blocks(rows: list[_Row], whole: MappedText) -> Iterator[Block]:
    at = 0
    for row in rows:
        if row.text.strip():
            yield Block(text=whole.slice(Span(at, at + len(row.text))), hints=row.hints)
        at += len(row.text) + 1


def _hints(paragraph: etree._Element, styles: Styles) -> frozenset[Hint]:
    style = styles.name(paragraph)
    hints = set()
    if style in _HINTED:
        hints.add(_HINTED[style])
    elif style.startswith(("heading", "заголовок", "тақырып")):
        hints.add(Hint.HEADING)
    aligned = paragraph.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    if aligned is not None and aligned.get(qn("w:val")) == "center":
        hints.add(Hint.CENTRED)
    return frozenset(hints)
