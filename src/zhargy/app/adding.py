"""Adding texts to the library: each in one piece or not at all, and the same text twice changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from zhargy.app.dating import version_of
from zhargy.app.editions import edition_of
from zhargy.app.identity import work_of
from zhargy.app.linking import linked, relinked
from zhargy.app.ports import Workbench
from zhargy.app.relinking import relink_citing
from zhargy.app.structuring import read_document
from zhargy.app.values import Addition, AdditionStatus, Edition, Provenance, Refusal
from zhargy.errors import UsageError, ZhargyError
from zhargy.model import Document, Metadata
from zhargy.model.frbr import WorkId
from zhargy.packs import samples
from zhargy.parsing import detect
from zhargy.parsing.registry import unpack
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the caller says of a text; the text itself is asked for the rest."""

    name: str
    reader: str | None
    work: WorkId | None
    language: Language | None
    version: date | None
    title: str
    provenance: Provenance

    def request(self, sha256: str) -> str:
        """Return a key that is the same for the same bytes added in the same way."""
        told = [sha256, self.reader, self.work, self.language, self.version, self.title]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def add(
    bench: Workbench,
    data: bytes,
    *,
    name: str,
    reader: str | None = None,
    work: WorkId | None = None,
    language: Language | None = None,
    version: date | None = None,
    title: str = "",
    provenance: Provenance | None = None,
) -> Addition:
    """Add one text.

    A text of a work, language and version that the library has is the same edition. If its original or its words are
    the same nothing changes, otherwise it is refused: another wording needs its own first day, and Zhargy never makes
    one up.

    Args:
        bench: The library.
        data: Bytes of the file.
        name: Its name.
        reader: Name of the reader; ``None`` to let the content decide.
        work: The work; ``None`` to take it from the text.
        language: Its language; ``None`` to take it from the text.
        version: First day of the wording; ``None`` to take it from the text, or for the original wording.
        title: Title; empty to take it from the text.
        provenance: Where the text comes from.

    Raises:
        UsageError: U103, no such reader; L111, the edition is there with other words.
        UnreadableInput: P901 to P904, there is no text in it.
        TryLater: L106, another process is writing.
    """
    told = _Told(
        name=name,
        reader=reader,
        work=work,
        language=language,
        version=version,
        title=title,
        provenance=provenance or Provenance(),
    )
    request = told.request(hashlib.sha256(data).hexdigest())
    kept = bench.store.requested(request)
    if kept is not None:
        return Addition(edition=kept, status=AdditionStatus.UNCHANGED)
    used = reader or detect(unpack(data, name=name), name=name)
    mark = bench.store.mark()
    read = read_document(data, name=name, reader=used, recognise=bench.recognise, language=language)
    document = linked(_named(read, told), acts=bench.store)
    edition = edition_of(
        document, data=data, name=name, reader=used, provenance=told.provenance, added=bench.now(), told_title=title
    )
    return _keep(bench, edition, document, data=data, request=request, mark=mark)


def add_files(
    bench: Workbench,
    files: Iterable[tuple[str, Callable[[], bytes]]],
    *,
    provenance: Provenance | None = None,
    reader: str | None = None,
) -> Iterator[Addition | Refusal]:
    """Add files one after another, one transaction each; a file that is refused does not stop the others.

    Started again after it was cut off it goes on: what is there is unchanged, without being read again.

    Args:
        bench: The library.
        files: Name of each file and a function that reads its bytes.
        provenance: Where the files come from.
        reader: Name of the reader for all of them.
    """
    for name, load in files:
        try:
            yield add(bench, load(), name=name, reader=reader, provenance=provenance)
        except ZhargyError as error:
            yield Refusal(name=name, error=error)


def add_samples(bench: Workbench) -> Iterator[Addition]:
    """Add the sample library."""
    for sample in samples():
        yield add(
            bench,
            sample.data,
            name=sample.name,
            work=WorkId.parse(sample.work),
            language=Language(sample.language),
            version=date.fromisoformat(sample.version),
            title=sample.title,
            provenance=Provenance(source="zhargy", licence="Apache-2.0"),
        )


def _named(document: Document, told: _Told) -> Document:
    """Return the document under the names that the caller told."""
    metadata = document.metadata or Metadata()
    version = told.version or version_of(metadata)
    metadata = replace(
        metadata,
        identifier=str(told.work or work_of(document)),
        version=version.isoformat() if version else "",
    )
    return replace(document, metadata=metadata, title=told.title or document.title)


def _keep(bench: Workbench, edition: Edition, document: Document, *, data: bytes, request: str, mark: int) -> Addition:
    with bench.store.writing():
        sweep(bench)
        present = bench.store.edition(edition.id)
        if present is not None:
            return _same(bench, present, edition=edition, document=document)
        is_known = bench.store.holding(edition.id.work) is not None
        if bench.store.mark() != mark:
            document = relinked(document, acts=bench.store)
        bench.originals.put(data)
        kept = bench.store.put(edition, document, request=request)
        relink_citing(bench, edition.id.work)
    bench.originals.settle(edition.sha256)
    return Addition(edition=kept, status=AdditionStatus.NEW_EDITION if is_known else AdditionStatus.NEW)


def _same(bench: Workbench, present: Edition, *, edition: Edition, document: Document) -> Addition:
    if present.sha256 != edition.sha256 and bench.store.text(present.id) != document.text:
        raise UsageError("L111", expression=str(present.id), name=present.name)
    return Addition(edition=present, status=AdditionStatus.UNCHANGED)


def sweep(bench: Workbench) -> None:
    """Remove the originals that a killed run has left behind; call it as the only writer."""
    for sha256 in bench.originals.unsettled():
        if bench.store.holds_original(sha256):
            bench.originals.settle(sha256)
        else:
            bench.originals.drop(sha256)
