"""PDF files: the text layer page by page; scanned pages through a recogniser when one is given."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from zhargy.errors import UnreadableInput
from zhargy.model import Diagnostic, Severity
from zhargy.parsing.blocks import Reading
from zhargy.parsing.plain import read_text
from zhargy.parsing.recognition import Recognise
from zhargy.text import Position, Source

_SCAN_DPI = 300
_LOW_CONFIDENCE = 80
_PASSWORD_ERROR = "password"  # noqa: S105 - a word of the library's message


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    text: str
    diagnostic: Diagnostic | None = None


def read_pdf(
    data: bytes, *, name: str, undone: frozenset[str] = frozenset(), recognise: Recognise | None = None
) -> Reading:
    """Read a PDF file.

    Args:
        data: Bytes of the file.
        name: File name for positions.
        undone: Ids of repairs not to make.
        recognise: Reader of scanned pages; without it they are reported as unread, never passed over.

    Returns:
        Blocks of all pages; line numbers of positions count from the top of each page.

    Raises:
        UnreadableInput: P901, damaged; P903, protected by a password.
    """
    pages = list(_pages(data, name=name, recognise=recognise))
    marks, at = [], 0
    for number, page in enumerate(pages, start=1):
        marks.append((at, number))
        at += len(page.text) + 1
    source = Source(
        text="\n".join(page.text for page in pages),
        name=name,
        pages=tuple(marks),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    reading = read_text(source, undone=undone)
    found = tuple(page.diagnostic for page in pages if page.diagnostic)
    return replace(reading, diagnostics=(*reading.diagnostics, *found))


def _pages(data: bytes, *, name: str, recognise: Recognise | None) -> Iterator[_Page]:
    document = _open(data, name)
    try:
        for number in range(len(document)):
            page = document[number]
            text = _text(page)
            yield (
                _Page(text=text) if text.strip() else _scanned(page, name=name, number=number + 1, recognise=recognise)
            )
            page.close()
    finally:
        document.close()


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = "P903" if _PASSWORD_ERROR in str(error).casefold() else "P901"
        raise UnreadableInput(code, name=name) from error


def _text(page: pdfium.PdfPage) -> str:
    """Return the text layer; the library marks an end-of-line hyphen with U+FFFE, which becomes a hyphen again."""
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_range()
    finally:
        layer.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x00", "")


def _scanned(page: pdfium.PdfPage, *, name: str, number: int, recognise: Recognise | None) -> _Page:
    has_images = any(True for _ in page.get_objects(max_depth=3))
    place = Position(file=name, page=number, line=1, column=1)
    if not has_images:
        return _Page(text="")
    if recognise is None:
        found = Diagnostic(code="P150", severity=Severity.ERROR, params={"page": str(number)}, position=place)
        return _Page(text="", diagnostic=found)
    recognised = recognise(_png(page))
    severity = Severity.WARNING if recognised.confidence < _LOW_CONFIDENCE else Severity.INFO
    params = {"page": str(number), "confidence": str(recognised.confidence)}
    return _Page(
        text=recognised.text,
        diagnostic=Diagnostic(code="P151", severity=severity, params=params, position=place),
    )


def _png(page: pdfium.PdfPage) -> bytes:
    picture = page.render(scale=_SCAN_DPI / 72, grayscale=True).to_pil()
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()
