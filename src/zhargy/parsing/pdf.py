"""PDF files: the text layer page by page; scanned pages through a recogniser when one is given."""

from __future__ import annotations

import hashlib
import io
import re
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
_OBJECT = re.compile(rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj\b")
_PAGE_OBJECT = re.compile(rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj\s*<<(?:(?!endobj)[^\x00]){0,300}?/Type\s*/Page\b(?!s)")
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
        UnreadableInput: P902, no page holds anything; P903, protected by a password; P904, damaged.
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
    found = tuple(page.diagnostic for page in pages if page.diagnostic)
    if not source.text.strip() and not found:
        raise UnreadableInput("P902", name=name)
    reading = read_text(source, undone=undone)
    return replace(reading, diagnostics=(*reading.diagnostics, *found))


def _pages(data: bytes, *, name: str, recognise: Recognise | None) -> Iterator[_Page]:
    document, is_sound = _open(data, name)
    try:
        for number in range(1, len(document) + 1):
            try:
                yield _page(document[number - 1], name=name, number=number, recognise=recognise)
            except pdfium.PdfiumError:
                yield _Page(text="", diagnostic=_damaged(name, number))
        if not is_sound:
            yield _Page(text="", diagnostic=_damaged(name, len(document)))
    finally:
        document.close()


def _damaged(name: str, page: int) -> Diagnostic:
    place = Position(file=name, page=page, line=1, column=1)
    return Diagnostic(code="P103", severity=Severity.ERROR, params={"format": "PDF"}, position=place)


def _page(page: pdfium.PdfPage, *, name: str, number: int, recognise: Recognise | None) -> _Page:
    try:
        text = _text(page)
        return _Page(text=text) if text.strip() else _scanned(page, name=name, number=number, recognise=recognise)
    finally:
        page.close()


def _open(data: bytes, name: str) -> tuple[pdfium.PdfDocument, bool]:
    """Return the document, and whether the file was sound; of one cut off, what pages are left."""
    try:
        return pdfium.PdfDocument(data), True
    except pdfium.PdfiumError as error:
        if _PASSWORD_ERROR in str(error).casefold():
            raise UnreadableInput("P903", name=name) from error
        try:
            return pdfium.PdfDocument(_with_new_root(data)), False
        except pdfium.PdfiumError:
            raise UnreadableInput("P904", name=name) from error


def _with_new_root(data: bytes) -> bytes:
    """Return a file with a new catalogue behind it that lists the pages found in it."""
    pages = [b"%b %b R" % found.groups() for found in _PAGE_OBJECT.finditer(data)]
    numbers = [int(found[1]) for found in _OBJECT.finditer(data)]
    first = max(numbers, default=0) + 1
    root = b"\nendobj\n%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n" % (first, first + 1)
    tree = b"%d 0 obj<</Type/Pages/Kids[%b]/Count %d>>endobj\n" % (first + 1, b" ".join(pages), len(pages))
    return data + root + tree + b"trailer<</Root %d 0 R>>\n%%%%EOF\n" % first


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
