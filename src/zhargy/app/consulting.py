"""Opening what the library keeps: a document, one provision, the table of contents, the original."""

from __future__ import annotations

from zhargy.app.holdings import edition as find_edition
from zhargy.app.ports import Workbench
from zhargy.app.values import Edition, Provision
from zhargy.errors import NotFound, UnreadableInput
from zhargy.model import Document, Node
from zhargy.model.frbr import ExpressionId


def document(bench: Workbench, id: ExpressionId) -> Document:  # noqa: A002 - the field's word
    """Return the whole document, with references, repairs and the map to its source.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it.
    """
    find_edition(bench, id)
    found = bench.store.document(id)
    if found is None:
        raise UnreadableInput("L107", name=str(id))
    return found


def provision(bench: Workbench, id: ExpressionId, eid: str) -> Provision:  # noqa: A002
    """Return one provision, without opening the rest of the act.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it; L104, no such provision in it.
    """
    edition = find_edition(bench, id)
    node = bench.store.node(id, eid)
    if node is None:
        raise NotFound("L104", eid=eid, expression=str(id))
    return Provision(edition=edition, node=node, text=node.span.of(bench.store.text(id)))


def contents(bench: Workbench, id: ExpressionId) -> tuple[Node, ...]:  # noqa: A002
    """Return the tree down to the articles, with numbers and headings but no running text.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it.
    """
    find_edition(bench, id)
    return bench.store.headings(id)


def original(bench: Workbench, edition: Edition) -> bytes:
    """Return the bytes of the file an edition was read from.

    Raises:
        UnreadableInput: L107, the file is missing or damaged.
    """
    return bench.originals.get(edition.sha256)
