"""The table of readers, and which of them a file is for."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Final

import zstandard

from zhargy.errors import UnreadableInput, UsageError
from zhargy.parsing.archives import archive_names
from zhargy.parsing.blocks import Reading
from zhargy.parsing.decoding import decode_text
from zhargy.parsing.formex import is_formex
from zhargy.parsing.html import is_adilet, is_eurlex, is_pravo
from zhargy.parsing.markdown import is_markdown
from zhargy.parsing.recognition import Recognise

_PROBE: Final = 200_000
_MAX_UNPACKED: Final = 400 * 1024 * 1024
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Reader:
    """Where the function that reads a format is found; imported when first used.

    Args:
        module: Module of the function.
        function: Its name; it takes ``(data, *, name, undone)``.
        title: The format in words.
    """

    module: str
    function: str
    title: str

    def load(self) -> Callable[..., Reading]:
        """Return the reading function."""
        return getattr(import_module(self.module), self.function)  # type: ignore[no-any-return]


READERS: Final = {
    "text": Reader("zhargy.parsing.plain", "read_plain", "plain text"),
    "markdown": Reader("zhargy.parsing.markdown", "read_markdown", "Markdown"),
    "pdf": Reader("zhargy.parsing.pdf", "read_pdf", "PDF"),
    "docx": Reader("zhargy.parsing.docx", "read_docx", "Word"),
    "adilet": Reader("zhargy.parsing.html", "read_adilet", "adilet.zan.kz"),
    "pravo": Reader("zhargy.parsing.html", "read_pravo", "pravo.gov.ru"),
    "eurlex": Reader("zhargy.parsing.html", "read_eurlex", "EUR-Lex"),
    "html": Reader("zhargy.parsing.html", "read_html", "HTML"),
    "formex": Reader("zhargy.parsing.formex", "read_formex", "Formex 4"),
    "akn": Reader("zhargy.parsing.akn", "read_akn", "Akoma Ntoso 3.0"),
    "json": Reader("zhargy.parsing.writing.json", "read_json", "document in JSON"),
}


def read(
    data: bytes,
    *,
    name: str,
    reader: str | None = None,
    undone: frozenset[str] = frozenset(),
    recognise: Recognise | None = None,
) -> Reading:
    """Read a file of any known format.

    Args:
        data: Bytes of the file; gzip and Zstandard are unpacked.
        name: File name for positions.
        reader: Name of the reader to use; ``None`` to let the content decide.
        undone: Ids of repairs not to make.
        recognise: Reader of scanned pages.

    Raises:
        UsageError: U103, there is no reader of that name.
        UnreadableInput: P901, no text; P902, empty; P903, protected; P904, damaged or too large.
    """
    data = unpack(data, name=name)
    chosen = reader or detect(data, name=name)
    if chosen not in READERS:
        near = get_close_matches(chosen, READERS, n=1)
        raise UsageError("U103", value=chosen, valid=", ".join(READERS), near=near[0] if near else "")
    function = READERS[chosen].load()
    if chosen == "pdf":
        return function(data, name=name, undone=undone, recognise=recognise)
    return function(data, name=name, undone=undone)


def unpack(data: bytes, *, name: str) -> bytes:
    """Return the bytes inside a gzip or Zstandard file, others as they are.

    Raises:
        UnreadableInput: P904, damaged, or more than 400 MB unpacked.
    """
    try:
        if data.startswith(_ZSTD):
            stream = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data))
            unpacked = stream.read(_MAX_UNPACKED + 1)
        elif data.startswith(_GZIP):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
                unpacked = packed.read(_MAX_UNPACKED + 1)
        else:
            return data
    except (zstandard.ZstdError, OSError, EOFError, zlib.error) as error:
        raise UnreadableInput("P904", name=name) from error
    if len(unpacked) > _MAX_UNPACKED:
        raise UnreadableInput("P904", name=name)
    return unpacked


def detect(data: bytes, *, name: str) -> str:
    """Return the name of the reader a file is for, told by its content and then by its name.

    Example:
        >>> detect(b"%PDF-1.7", name="x"), detect("1-бап. Ұғымдар".encode(), name="x")
        ('pdf', 'text')

    Raises:
        UnreadableInput: P901, an archive without any format known; P904, an archive cut off before its first file.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK"):
        return _archive(data, name)
    text = decode_text(data[:_PROBE].rstrip(b"\xc3\xd0\xd1\xd2\xd3")) or ""
    head = text.lstrip()[:2_000].lower()
    if head.startswith("<?xml") or "<akomantoso" in head:
        return _xml(text)
    if "<html" in head or "<!doctype html" in head or name.lower().endswith((".html", ".htm")):
        return _html(text)
    if head.startswith("{") and '"zhargy.document/' in text[:5_000]:
        return "json"
    return "markdown" if name.lower().endswith((".md", ".markdown")) or is_markdown(text) else "text"


def _archive(data: bytes, name: str) -> str:
    names = archive_names(data)
    if any(inner.startswith("word/") for inner in names):
        return "docx"
    if any(inner.lower().endswith(".xml") for inner in names):
        return "formex"
    raise UnreadableInput("P901" if names else "P904", name=name)


def _xml(text: str) -> str:
    if "akomaNtoso" in text[:5_000]:
        return "akn"
    return "formex" if is_formex(text) else _html(text)


def _html(text: str) -> str:
    if is_adilet(text):
        return "adilet"
    if is_pravo(text):
        return "pravo"
    return "eurlex" if is_eurlex(text) else "html"
