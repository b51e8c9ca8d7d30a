"""The package around the text of a Word file: opened, or what is left of it; notes; what is not read, counted."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.model import Diagnostic, Severity
from zhargy.parsing.archives import Archive, read_archive
from zhargy.parsing.wordtext import paragraph_text
from zhargy.parsing.xmltext import parse_xml

_BODY: Final = "word/document.xml"
_SPECIAL: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_BAD: Final = (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError, NotImplementedError)


def open_word(data: bytes, *, name: str) -> tuple[WordDocument, bool]:
    """Return the document and whether the file was sound; of a damaged one the text is kept, its styles are lost.

    Raises:
        UnreadableInput: P903, protected by a password; P904, nothing of the text can be read, or too much in it.
    """
    archive = read_archive(data, name=name, wanted=lambda _: True)
    if archive.is_whole:
        try:
            return docx.Document(io.BytesIO(data)), True
        except _BAD:
            pass
    return _salvaged(archive, name), False


def _salvaged(archive: Archive, name: str) -> WordDocument:
    text = archive.entries.get(_BODY, b"").decode("utf-8", "replace")
    root, _ = parse_xml(re.sub(r"<\?xml[^>]*\?>", "", text, count=1)) if text.strip() else (None, False)
    body = None if root is None else root.find(qn("w:body"))
    if body is None:
        raise UnreadableInput("P904", name=name)
    document = docx.Document()
    place = document.element.body
    for old in list(place):
        place.remove(old)
    for child in list(body):
        place.append(child)
    return document


def notes_of(document: WordDocument) -> Mapping[tuple[str, str], str]:
    """Return the words of footnotes and endnotes by sort and id."""
    found: dict[tuple[str, str], str] = {}
    for sort in ("footnote", "endnote"):
        for root in _parts(document, f"/{sort}s"):
            for note in root.iter(qn(f"w:{sort}")):
                if note.get(qn("w:type")) not in _SPECIAL:
                    words = " ".join(paragraph_text(line) for line in note.iter(qn("w:p")))
                    found[sort, note.get(qn("w:id"), "")] = " ".join(words.split())
    return found


def unread(document: WordDocument) -> Iterator[Diagnostic]:
    """Yield what a person should know of the parts that are not text of the document."""
    comments = sum(1 for root in _parts(document, "/comments") for _ in root.iter(qn("w:comment")))
    if comments:
        yield Diagnostic(code="P110", severity=Severity.INFO, params={"count": str(comments)})
    body = document.element.body
    inserted, deleted = _changes(body, "w:ins", "w:moveTo"), _changes(body, "w:del", "w:moveFrom")
    if inserted or deleted:
        params = {"insertions": str(inserted), "deletions": str(deleted)}
        yield Diagnostic(code="P111", severity=Severity.WARNING, params=params)
    heads = [root for kind in ("/header", "/footer") for root in _parts(document, kind)]
    worded = sum(any(paragraph_text(line).strip() for line in root.iter(qn("w:p"))) for root in heads)
    if worded:
        yield Diagnostic(code="P112", severity=Severity.INFO, params={"count": str(worded)})
    pictures = sum(1 for _ in body.iter(_BLIP, "{urn:schemas-microsoft-com:vml}imagedata"))
    if pictures:
        yield Diagnostic(code="P113", severity=Severity.WARNING, params={"count": str(pictures)})


def _changes(body: etree._Element, *names: str) -> int:
    return sum(1 for change in body.iter(*map(qn, names)) if change.find(f".//{qn('w:r')}") is not None)


def _parts(document: WordDocument, kind: str) -> Iterator[etree._Element]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(kind) and not relation.is_external:
            root, _ = parse_xml(relation.target_part.blob.decode("utf-8", "replace"))
            if root is not None:
                yield root
