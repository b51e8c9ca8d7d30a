"""The Word writer: real heading styles, tables as tables, the language marked; the same document gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from zhargy.model import Document, Kind, Node
from zhargy.text import Language

_LEVELS: Final = {
    Kind.BOOK: 1,
    Kind.PART: 1,
    Kind.SECTION: 1,
    Kind.SUBSECTION: 2,
    Kind.CHAPTER: 2,
    Kind.SUBCHAPTER: 3,
    Kind.TOPIC: 2,
    Kind.ANNEX: 1,
    Kind.ARTICLE: 4,
}
_LOCALES: Final = {Language.KK: "kk-KZ", Language.RU: "ru-RU", Language.EN: "en-GB"}
_FIXED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a constant of the file format, not a moment
_ENTRY_DATE: Final = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document) -> bytes:
    """Return `document` as a Word file."""
    word = docx.Document()
    _prepare(word, document)
    for node in document.children:
        _write(word, node)
    buffer = io.BytesIO()
    word.save(buffer)
    return _steady(buffer.getvalue())


def _prepare(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title, core.author, core.comments = document.title[:250], "", ""
    core.language = _LOCALES[document.language]
    core.created = core.modified = _FIXED
    core.last_modified_by, core.revision = "", 1
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    properties = normal.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[document.language])
    properties.append(language)


def _write(word: WordDocument, node: Node) -> None:
    children = list(node.children)
    if node.kind is Kind.TABLE:
        _table(word, node)
        return
    lead = " ".join(filter(None, (node.num, node.heading or node.text)))
    if not node.heading and node.num and children and children[0].kind is Kind.TEXT:
        lead = f"{node.num} {children.pop(0).text}"
    if lead:
        _paragraph(word, node, _legal(lead))
    for child in children:
        _write(word, child)


def _paragraph(word: WordDocument, node: Node, words: str) -> Paragraph:
    if node.kind is Kind.TITLE:
        return word.add_paragraph(words, style="Title")
    if node.kind in _LEVELS and (node.heading or node.num):
        return word.add_heading(words, level=_LEVELS[node.kind])
    paragraph = word.add_paragraph()
    run = paragraph.add_run(words)
    if node.kind in {Kind.NOTE, Kind.AMENDMENT_NOTE}:
        run.italic, run.font.size = True, Pt(10)
    return paragraph


def _table(word: WordDocument, node: Node) -> None:
    rows = [line.split("\t") for line in node.text.split("\n")]
    table = word.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
    for line, row in zip(rows, table.rows, strict=True):
        for words, cell in zip(line, row.cells, strict=False):
            cell.text = _legal(words)


def _legal(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter in "\t\n" else "\ufffd" for letter in text)


def _steady(data: bytes) -> bytes:
    """Pack the file again with fixed dates, so that the bytes depend on the document alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, _ENTRY_DATE), source.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
