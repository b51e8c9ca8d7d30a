"""Documents as the portal shows them: opened through the workbench, the last few kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Final

from django.utils import timezone

from zhargy.app import consulting, holdings, mending
from zhargy.app.holdings import Edition
from zhargy.app.ports import Workbench
from zhargy.bootstrap import open_workbench
from zhargy.errors import UsageError
from zhargy.model import Document
from zhargy.model.frbr import ExpressionId, IdentifierError, WorkId
from zhargy.web.presentation.paging import Paging
from zhargy.web.presentation.reader import Reading

_KEPT: Final = 6


@dataclass(frozen=True, slots=True)
class Opened:
    """An edition with its document and the document's division into pages."""

    edition: Edition
    document: Document
    paging: Paging


@cache
def bench() -> Workbench:
    """Return the workbench on the library of this process."""
    return open_workbench()


def work_id(work: str) -> WorkId:
    """Return the work an address names.

    Raises:
        UsageError: U101, the address is no identifier.
    """
    try:
        return WorkId.parse(f"/{work}")
    except IdentifierError as error:
        raise UsageError("U101", value=f"/{work}") from error


def expression_id(work: str, *, language: str, version: str) -> ExpressionId:
    """Return the expression an address names.

    Raises:
        UsageError: U101, the address is no identifier.
    """
    text = f"/{work}/{language}@{version}"
    try:
        return ExpressionId.parse(text)
    except IdentifierError as error:
        raise UsageError("U101", value=text) from error


def open_edition(expression: ExpressionId) -> Opened:
    """Return an edition with its document.

    Raises:
        NotFound: L101 or L103, the library has no such work or expression.
    """
    edition = holdings.edition(bench(), expression)
    return _RECENT.get(edition)


def reading(expression: ExpressionId) -> Reading:
    """Return an edition opened for reading today.

    Raises:
        NotFound: L101 or L103, the library has no such work or expression.
    """
    opened = open_edition(expression)
    return Reading(
        edition=opened.edition,
        document=opened.document,
        paging=opened.paging,
        undone=mending.undone(bench(), expression),
        state=state(opened.edition),
        today=timezone.localdate(),
    )


def state(edition: Edition) -> str:
    """Return what a form carries of the edition it was made from: the original and the repairs undone in it."""
    return ".".join([edition.sha256[:16], *sorted(edition.undone)])


class _Recent:
    """The last few documents, so that leafing through a long act does not read it anew for each page.

    What another act added since then may change in a document (its references) makes it be read again.
    """

    def __init__(self) -> None:
        self._opened: OrderedDict[str, Opened] = OrderedDict()
        self._lock = Lock()

    def get(self, edition: Edition) -> Opened:
        key = f"{edition.id} {state(edition)} {bench().store.mark()}"
        with self._lock:
            if key in self._opened:
                self._opened.move_to_end(key)
                return Opened(edition, self._opened[key].document, self._opened[key].paging)
        document = consulting.document(bench(), edition.id)
        opened = Opened(edition, document, Paging.of(document))
        with self._lock:
            self._opened[key] = opened
            while len(self._opened) > _KEPT:
                self._opened.popitem(last=False)
        return opened


_RECENT: Final = _Recent()
