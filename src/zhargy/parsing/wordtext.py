"""The words of a Word paragraph as the page shows them: tracked changes taken, superscripts set off, boxes apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

_RUN: Final = qn("w:r")
_BOX: Final = qn("w:txbxContent")
_GONE: Final = frozenset({qn("w:del"), qn("w:moveFrom")})
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PIECES: Final = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_NOTES: Final = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_WRAPPERS: Final = frozenset(
    qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")
)


def block_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, those inside content controls and tracked insertions too."""
    for child in parent:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from block_elements(child)


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; a superscript number after a digit is set off with a dot, as in 228.1."""
    parts: list[str] = []
    for run in _runs(paragraph):
        text = "".join(_piece(child) for child in run)
        if text.isdigit() and parts and parts[-1][-1:].isdigit() and _is_raised(run):
            text = f".{text}"
        parts.append(text)
    return "".join(parts)


def table_rows(table: etree._Element) -> Iterator[list[str]]:
    """Yield the cells of each row; tables inside a cell give their words to it."""
    for row in table.iterchildren(qn("w:tr")):
        cells = [cell for cell in row.iter(qn("w:tc")) if _around(cell, qn("w:tr")) is row]
        yield [" ".join(_cell_text(cell).split()) for cell in cells]


def note_references(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield sort and id of each footnote and endnote that is referred to, in order."""
    for child in element.iter(*_NOTES):
        yield _NOTES[child.tag], child.get(qn("w:id"), "")


def box_paragraphs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of text boxes anchored in a paragraph."""
    for box in paragraph.iter(_BOX):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield from box.iterchildren(qn("w:p"))


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph, without those of text boxes in it and of tracked deletions."""
    for child in paragraph:
        if child.tag == _RUN:
            yield child
        elif child.tag not in _GONE and child.tag != qn("w:pPr"):
            yield from _runs(child)


def _piece(element: etree._Element) -> str:
    return (element.text or "") if element.tag == qn("w:t") else _PIECES.get(element.tag, "")


def _is_raised(run: etree._Element) -> bool:
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript"


def _cell_text(cell: etree._Element) -> str:
    return " ".join(paragraph_text(paragraph) for paragraph in cell.iter(qn("w:p")))


def _around(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)
