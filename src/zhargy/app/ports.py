"""What use cases need from the outside; `zhargy.adapters` implements it, `zhargy.bootstrap` joins the two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from zhargy.app.values import Edition, Holding, Mention, Statistics
from zhargy.citations import Acts
from zhargy.model import Document, Node, Repair
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.parsing import Recognise


class Store(Acts, Protocol):
    """Works, expressions and everything found in them. It answers citations as well: the acts it holds are `Acts`.

    Reading never waits for a writer. Every method may raise `TryLater` (L106, L112) and `UnreadableInput` (L107).
    """

    def writing(self) -> AbstractContextManager[None]:
        """Return a transaction with this process as the only writer: all that happens in it is kept, or nothing.

        Raises:
            TryLater: L106, another process goes on writing.
        """
        ...

    def put(self, edition: Edition, document: Document, *, request: str, undone: Sequence[Repair] = ()) -> Edition:
        """Keep an expression with its tree, in the place of what is kept under its id.

        Args:
            edition: What to keep; `end`, `undone` and the counts are worked out anew.
            document: Its text, tree and findings.
            request: Key of the call that adds it, for `requested`.
            undone: Repairs that a person has undone.

        Returns:
            The edition as kept.
        """
        ...

    def relink(self, mentions: Sequence[Mention]) -> None:
        """Keep what became of references that are kept already; what they cite and where stays."""
        ...

    def requested(self, request: str) -> Edition | None:
        """Return the expression that a call of this key has added before."""
        ...

    def mark(self) -> int:
        """Return a number that changes when an expression is added."""
        ...

    def edition(self, expression: ExpressionId) -> Edition | None:
        """Return what is kept under an id, without its text."""
        ...

    def request(self, expression: ExpressionId) -> str:
        """Return the key of the call that added an expression; empty when it is not kept."""
        ...

    def undone(self, expression: ExpressionId) -> tuple[Repair, ...]:
        """Return the repairs that a person has undone in an expression, in order of the source."""
        ...

    def document(self, expression: ExpressionId) -> Document | None:
        """Return the whole document as it was put, references as last linked."""
        ...

    def text(self, expression: ExpressionId) -> str:
        """Return the regular text of an expression; empty when it is not kept."""
        ...

    def node(self, expression: ExpressionId, eid: str) -> Node | None:
        """Return one element with all below it."""
        ...

    def headings(self, expression: ExpressionId) -> tuple[Node, ...]:
        """Return the tree down to the articles, with numbers and headings but no running text."""
        ...

    def citing(self, work: WorkId) -> Iterable[Sequence[Mention]]:
        """Return the references that name this work, whatever became of them, a few hundred at a time."""
        ...

    def holding(self, work: WorkId) -> Holding | None:
        """Return a work with its editions."""
        ...

    def holdings(self, *, query: str, offset: int, limit: int) -> tuple[tuple[Holding, ...], int]:
        """Return the works whose titles hold all words of `query`, by title, and how many there are in all."""
        ...

    def holds_original(self, sha256: str) -> bool:
        """Whether an expression is kept whose original has this hash."""
        ...

    def statistics(self) -> Statistics:
        """Return how much is kept."""
        ...

    def close(self) -> None:
        """Let go of this thread's connection."""
        ...


class Originals(Protocol):
    """Original files by the SHA-256 of their bytes. A file is there as a whole or not at all.

    `put` leaves a mark that `settle` takes away once the transaction is through. A mark that is still there when the
    next writer comes tells of a run that was killed.
    """

    def put(self, data: bytes) -> str:
        """Keep a file; return its hash."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            UnreadableInput: L107, it is missing or its bytes are not those that were kept.
        """
        ...

    def unsettled(self) -> tuple[str, ...]:
        """Return the hashes of files put but not settled, in order."""
        ...

    def settle(self, sha256: str) -> None:
        """Take the mark of a file away."""
        ...

    def drop(self, sha256: str) -> None:
        """Remove a file and its mark."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """The ports, joined.

    Args:
        store: Works, expressions and what was found in them.
        originals: Original files.
        recognise: Reader of scanned pages, ``None`` when there is none.
        now: The clock; its times have a time zone.
    """

    store: Store
    originals: Originals
    recognise: Recognise | None
    now: Callable[[], datetime]
