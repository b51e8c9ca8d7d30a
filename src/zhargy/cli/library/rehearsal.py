"""A workbench that does everything but keep: for ``--dry-run``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, cast

from zhargy.app.holdings import Edition
from zhargy.app.ports import Originals, Store, Workbench
from zhargy.app.values import Mention
from zhargy.model import Document, Repair
from zhargy.model.frbr import WorkId


def rehearsed(bench: Workbench) -> Workbench:
    """Return a workbench that answers like `bench` and keeps nothing of what it is given."""
    return replace(bench, store=cast("Store", _Store(bench.store)), originals=cast("Originals", _Originals()))


class _Store:
    """Reads from a store, writes nowhere."""

    def __init__(self, kept: Store) -> None:
        self._kept = kept

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)

    def writing(self) -> AbstractContextManager[None]:
        """Hold no lock: nothing will be written."""
        return nullcontext()

    def put(self, edition: Edition, document: Document, *, request: str, undone: Sequence[Repair] = ()) -> Edition:
        """Return the edition as it would be kept."""
        del document, request, undone
        return edition

    def citing(self, work: WorkId) -> tuple[Sequence[Mention], ...]:
        """Return nothing: no reference will be linked anew."""
        del work
        return ()


class _Originals:
    """Keeps no file."""

    def put(self, data: bytes) -> str:
        """Keep nothing."""
        del data
        return ""

    def unsettled(self) -> tuple[str, ...]:
        """Leave what a killed run left behind to the next writer."""
        return ()

    def settle(self, sha256: str) -> None:
        """Keep nothing."""
