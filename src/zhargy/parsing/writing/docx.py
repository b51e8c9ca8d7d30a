"""The Word writer: heading styles, tables, the language marked; the same document gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final, cast

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from zhargy.model import Document, Kind
from zhargy.parsing.writing.lines import Line, lines, printable
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
_LOWEST: Final = 4
_LOCALES: Final = {Language.KK: "kk-KZ", Language.RU: "ru-RU", Language.EN: "en-GB"}
#: Styles of paragraphs that are no law; the reader knows them by these names.
STYLES: Final = {Kind.NOTE: "Note", Kind.AMENDMENT_NOTE: "Amendment note", Kind.SIGNATURE: "Signed by"}
_FIXED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a constant of the file format, not a moment
_ENTRY_DATE: Final = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document) -> bytes:
    """Return `document` as a Word file."""
    word = docx.Document()
    _prepare(word, document)
    for line in lines(document):
        _write(word, line)
    buffer = io.BytesIO()
    word.save(buffer)
    return _steady(buffer.getvalue())


def _prepare(word: WordDocument, document: Document) -> None:
    core = word.core_properties
    core.title, core.author, core.comments = printable(document.title[:250]), "", ""
    core.language = _LOCALES[document.language]
    core.created = core.modified = _FIXED
    core.last_modified_by, core.revision = "", 1
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    for name in STYLES.values():
        style = cast("ParagraphStyle", word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style, style.font.italic, style.font.size = normal, True, Pt(10)
    properties = normal.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[document.language])
    properties.append(language)


def _write(word: WordDocument, line: Line) -> None:
    node, words = line.node, line.words
    if node.kind is Kind.TABLE:
        _table(word, words)
    elif node.kind is Kind.TITLE:
        word.add_paragraph(words, style="Title")
    elif line.is_heading:
        word.add_heading(words, level=_LEVELS.get(node.kind, _LOWEST))
    else:
        word.add_paragraph(words, style=STYLES.get(node.kind) if not node.children else None)


def _table(word: WordDocument, words: str) -> None:
    rows = [line.split("\t") for line in words.split("\n")]
    table = word.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
    for line, row in zip(rows, table.rows, strict=True):
        for cell_words, cell in zip(line, row.cells, strict=False):
            cell.text = cell_words


def _steady(data: bytes) -> bytes:
    """Pack the file again with fixed dates, so that the bytes depend on the document alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, _ENTRY_DATE), source.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
