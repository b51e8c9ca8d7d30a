"""Word documents: paragraphs, headings, tables and automatic numbers as a reader sees them on the page."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.html.building import clean_blocks
from zhargy.parsing.wordnumbers import Numbering
from zhargy.text import MappedText, Source, Span

_MAX_UNPACKED = 400 * 1024 * 1024


def read_docx(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a Word document.

    The source text is what the page shows, one paragraph a line (a table keeps one row a line), so that line numbers
    of positions count paragraphs. Words deleted under tracked changes are left out, inserted ones are read.

    Args:
        data: Bytes of the ``.docx`` file.
        name: File name for positions.
        undone: Ids of repairs not to make.

    Raises:
        UnreadableInput: P904, the file is damaged or unpacks to more than 400 MB.
    """
    document = _open(data, name)
    rows = list(_rows(document))
    text = "\n".join(row.text for row in rows)
    source = Source(text=text, name=name, sha256=hashlib.sha256(data).hexdigest())
    blocks = tuple(_blocks(rows, MappedText.of(source)))
    cleaned, changes = clean_blocks(blocks, undone=undone)
    return Reading(source=source, blocks=cleaned, changes=changes, title=_title(document, rows))


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    hints: frozenset[Hint] = field(default_factory=frozenset)


def _open(data: bytes, name: str) -> WordDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                raise UnreadableInput("P904", name=name)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, etree.XMLSyntaxError, NotImplementedError) as error:
        raise UnreadableInput("P904", name=name) from error


def _title(document: WordDocument, rows: list[_Row]) -> str:
    shown = next((row.text for row in rows if Hint.TITLE in row.hints), "")
    return shown or document.core_properties.title or ""


def _rows(document: WordDocument) -> Iterator[_Row]:
    numbering = Numbering.of(document)
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            yield _Row(_table_text(element), frozenset({Hint.TABLE}))
        else:
            number = numbering.next(element)
            for part in _paragraph_text(element).split("\n"):
                yield _Row(f"{number}{part}", _hints(element))
                number = ""


def _blocks(rows: list[_Row], whole: MappedText) -> Iterator[Block]:
    at = 0
    for row in rows:
        if row.text.strip():
            yield Block(text=whole.slice(Span(at, at + len(row.text))), hints=row.hints)
        at += len(row.text) + 1


def _table_text(table: Table) -> str:
    lines = []
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        merged = [cell for at, cell in enumerate(cells) if at == 0 or row.cells[at]._tc is not row.cells[at - 1]._tc]  # noqa: SLF001 - python-docx tells merged cells apart only so
        lines.append("\t".join(merged))
    return "\n".join(lines)


def _paragraph_text(paragraph: Paragraph) -> str:
    """Return the words of a paragraph; a superscript number after a digit is set off with a dot, as in 228.1."""
    parts: list[str] = []
    for run in paragraph._p.iter(qn("w:r")):  # noqa: SLF001 - runs inside links and insertions too
        if any(parent.tag == qn("w:del") for parent in run.iterancestors()):
            continue
        text = "".join(_run_piece(child) for child in run)
        raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
        if raised is not None and raised.get(qn("w:val")) == "superscript" and _follows_digit(parts) and text.isdigit():
            text = f".{text}"
        parts.append(text)
    return "".join(parts)


def _run_piece(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return " "
    if element.tag in {qn("w:br"), qn("w:cr")}:
        return "\n"
    return "-" if element.tag == qn("w:noBreakHyphen") else ""


def _follows_digit(parts: list[str]) -> bool:
    return bool(parts) and parts[-1][-1:].isdigit()


def _hints(paragraph: Paragraph) -> frozenset[Hint]:
    style = (paragraph.style.name or "").casefold() if paragraph.style is not None else ""
    hints = set()
    if style == "title":
        hints.add(Hint.TITLE)
    elif style.startswith(("heading", "заголовок", "тақырып")):
        hints.add(Hint.HEADING)
    if paragraph.alignment is not None and paragraph.alignment == 1:
        hints.add(Hint.CENTRED)
    return frozenset(hints)
