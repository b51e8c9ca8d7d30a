"""The edition that a document makes."""

from __future__ import annotations

import hashlib
from datetime import datetime

from zhargy.app.dating import first_day, version_of
from zhargy.app.identity import work_of
from zhargy.app.values import Edition, Provenance
from zhargy.model import Document, Metadata, Severity


def edition_of(
    document: Document,
    *,
    data: bytes,
    name: str,
    reader: str,
    provenance: Provenance,
    added: datetime,
    told_title: str = "",
    undone: frozenset[str] = frozenset(),
) -> Edition:
    """Return the edition of a document whose metadata names its work and version.

    Args:
        document: What was read.
        data: Bytes of the original.
        name: Name of the original.
        reader: Name of the reader that read it.
        provenance: Where it comes from.
        added: When, with time zone.
        told_title: The title that was given with the file.
        undone: Ids of the repairs not made.
    """
    metadata = document.metadata or Metadata()
    id = work_of(document).expression(document.language, version_of(metadata))  # noqa: A001 - the field's word
    return Edition(
        id=id,
        title=document.title,
        start=first_day(id, metadata),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        name=name,
        reader=reader,
        provenance=provenance,
        added=added,
        undone=undone,
        provisions=sum(1 for _ in document.walk()),
        references=len(document.references),
        repairs=len(document.repairs),
        diagnostics=len(document.diagnostics),
        errors=sum(found.severity is Severity.ERROR for found in document.diagnostics),
        told_title=told_title,
    )
