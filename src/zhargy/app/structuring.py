"""From bytes to a document with its identity and its references: reading without keeping."""

from __future__ import annotations

from dataclasses import replace

from zhargy.app.identity import identified
from zhargy.app.linking import linked
from zhargy.citations import Acts, NoActs
from zhargy.model import Document
from zhargy.parsing import Recognise, read, structure
from zhargy.text import Language


def structure_bytes(
    data: bytes,
    *,
    name: str,
    reader: str | None = None,
    undone: frozenset[str] = frozenset(),
    recognise: Recognise | None = None,
    acts: Acts | None = None,
    language: Language | None = None,
) -> Document:
    """Return the document of a file: read, outlined, named and linked.

    Args:
        data: Bytes of the file, packed or not.
        name: File name for positions.
        reader: Name of the reader; ``None`` to let the content decide.
        undone: Ids of repairs not to make.
        recognise: Reader of scanned pages.
        acts: What other acts there are; ``None`` for none.
        language: Main language of the text where a person knows better than the text tells.

    Raises:
        UsageError: U103, there is no reader of that name.
        UnreadableInput: P901, no text; P902, empty; P903, protected; P904, damaged or too large.
    """
    document = read_document(data, name=name, reader=reader, undone=undone, recognise=recognise, language=language)
    return linked(document, acts=acts or NoActs())


def read_document(
    data: bytes,
    *,
    name: str,
    reader: str | None = None,
    undone: frozenset[str] = frozenset(),
    recognise: Recognise | None = None,
    language: Language | None = None,
) -> Document:
    """Return the document of a file, named but not linked; arguments and refusals are those of `structure_bytes`."""
    reading = read(data, name=name, reader=reader, undone=undone, recognise=recognise)
    document = structure(reading, undone=undone)
    return identified(replace(document, language=language or document.language))
