"""Writers: a document into bytes of a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from zhargy.model import Document

__all__ = ["WRITERS", "Writer", "write"]


@dataclass(frozen=True, slots=True)
class Writer:
    """Where the function that writes a format is found; imported when first used.

    Args:
        module: Module of the function.
        function: Its name; it takes a document and returns bytes.
        title: The format in words.
        suffix: Suffix of files.
        media_type: Media type of the bytes.
    """

    module: str
    function: str
    title: str
    suffix: str
    media_type: str

    def load(self) -> Callable[[Document], bytes]:
        """Return the writing function."""
        return getattr(import_module(f"zhargy.parsing.writing.{self.module}"), self.function)  # type: ignore[no-any-return]


WRITERS: Final = {
    "akn": Writer("akn", "write_akn", "Akoma Ntoso", "xml", "application/akn+xml"),
    "json": Writer("json", "write_json", "JSON", "json", "application/json"),
    "md": Writer("text", "write_markdown", "Markdown", "md", "text/markdown; charset=utf-8"),
    "text": Writer("text", "write_text", "Text", "txt", "text/plain; charset=utf-8"),
    "docx": Writer(
        "docx",
        "write_docx",
        "Word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


def write(document: Document, format: str) -> bytes:  # noqa: A002 - the field's word
    """Return `document` in a format of `WRITERS`."""
    return WRITERS[format].load()(document)
