"""Undoing a repair and making it again: the original is read anew without it, so the tree follows the words."""

from __future__ import annotations

from dataclasses import replace

from zhargy.app.editions import edition_of
from zhargy.app.holdings import edition as find_edition
from zhargy.app.linking import linked, relinked
from zhargy.app.ports import Workbench
from zhargy.app.relinking import relink_citing
from zhargy.app.structuring import read_document
from zhargy.app.values import Edition
from zhargy.errors import NotFound, TryLater
from zhargy.model import Document, Metadata, Repair
from zhargy.model.frbr import ExpressionId

_SCANNED = "P151"


def undone(bench: Workbench, id: ExpressionId) -> tuple[Repair, ...]:  # noqa: A002 - the field's word
    """Return the repairs that a person has undone in an edition, with the words they would mend.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it.
    """
    find_edition(bench, id)
    return bench.store.undone(id)


def undo(bench: Workbench, id: ExpressionId, repair: str, *, seen: Edition | None = None) -> Edition:  # noqa: A002
    """Undo one repair. Undoing it twice is the same as once.

    Args:
        bench: The library.
        id: The edition.
        repair: Id of the repair.
        seen: The edition as the person who asks has seen it; ``None`` to take it as it is.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it; L105, no such repair in it.
        TryLater: L106, another process is writing, or the edition is no longer the one that was seen; L113, it was
            scanned and no reader of scans is here.
        UnreadableInput: L107, the original is missing or damaged.
    """
    edition = _present(bench, id, seen=seen)
    if repair in edition.undone:
        return edition
    document = _document(bench, edition)
    found = next((made for made in document.repairs if made.id == repair), None)
    if found is None:
        raise NotFound("L105", repair=repair, expression=str(id))
    return _again(bench, edition, document, undone=(*bench.store.undone(id), found))


def redo(bench: Workbench, id: ExpressionId, repair: str, *, seen: Edition | None = None) -> Edition:  # noqa: A002
    """Make a repair again that was undone. Where it is made already nothing changes.

    Args:
        bench: The library.
        id: The edition.
        repair: Id of the repair.
        seen: The edition as the person who asks has seen it; ``None`` to take it as it is.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it; L105, no such repair in it.
        TryLater: L106, another process is writing, or the edition is no longer the one that was seen; L113, it was
            scanned and no reader of scans is here.
        UnreadableInput: L107, the original is missing or damaged.
    """
    edition = _present(bench, id, seen=seen)
    document = _document(bench, edition)
    if repair not in edition.undone:
        if any(made.id == repair for made in document.repairs):
            return edition
        raise NotFound("L105", repair=repair, expression=str(id))
    left = tuple(kept for kept in bench.store.undone(id) if kept.id != repair)
    return _again(bench, edition, document, undone=left)


def _present(bench: Workbench, id: ExpressionId, *, seen: Edition | None) -> Edition:  # noqa: A002
    """Return the edition as it is; what follows puts another in its place only while it is still this one."""
    edition = find_edition(bench, id)
    if seen is not None and seen != edition:
        raise TryLater("L106")
    return edition


def _document(bench: Workbench, edition: Edition) -> Document:
    document = bench.store.document(edition.id)
    assert document is not None, "an edition always has a document"
    return document


def _again(bench: Workbench, edition: Edition, document: Document, *, undone: tuple[Repair, ...]) -> Edition:
    """Read the original anew and put the result in the place of what was kept.

    Reading happens before the transaction, so that nobody waits for it; who changed the edition meanwhile wins.
    """
    if bench.recognise is None and any(found.code == _SCANNED for found in document.diagnostics):
        raise TryLater("L113", expression=str(edition.id))
    data = bench.originals.get(edition.sha256)
    mark = bench.store.mark()
    read = _read(bench, edition, data=data, undone=frozenset(repair.id for repair in undone))
    with bench.store.writing():
        if bench.store.edition(edition.id) != edition:
            raise TryLater("L106")
        if bench.store.mark() != mark:
            read = relinked(read, acts=bench.store)
        again = edition_of(
            read,
            data=data,
            name=edition.name,
            reader=edition.reader,
            provenance=edition.provenance,
            added=edition.added,
            told_title=edition.told_title,
            undone=frozenset(repair.id for repair in undone),
        )
        kept = bench.store.put(again, read, request=bench.store.request(edition.id), undone=undone)
        relink_citing(bench, edition.id.work)
    return kept


def _read(bench: Workbench, edition: Edition, *, data: bytes, undone: frozenset[str]) -> Document:
    """Return the document of an edition's original, under the names the edition has."""
    read = read_document(
        data,
        name=edition.name,
        reader=edition.reader,
        undone=undone,
        recognise=bench.recognise,
        language=edition.id.language,
    )
    version = edition.id.version
    metadata = replace(
        read.metadata or Metadata(),
        identifier=str(edition.id.work),
        version=version.isoformat() if version else "",
    )
    named = replace(read, metadata=metadata, title=edition.told_title or read.title)
    return linked(named, acts=bench.store)
