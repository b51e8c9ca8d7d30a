"""What the library holds: works, their editions, and which of them stood on a day."""

from __future__ import annotations

from datetime import date

from zhargy.app.ports import Workbench
from zhargy.app.values import (
    Addition,
    AdditionStatus,
    Edition,
    Holding,
    Provenance,
    Provision,
    Refusal,
    Statistics,
)
from zhargy.errors import NotFound
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language

__all__ = [
    "Addition",
    "AdditionStatus",
    "Edition",
    "Holding",
    "Provenance",
    "Provision",
    "Refusal",
    "Statistics",
    "edition",
    "edition_on",
    "statistics",
    "work",
    "works",
]


def works(bench: Workbench, *, query: str = "", offset: int = 0, limit: int = 50) -> tuple[tuple[Holding, ...], int]:
    """Return works by title, and how many there are in all.

    Args:
        bench: The library.
        query: Words that a title, in any of its languages, or the number must hold: all of them, in any order and in
            any case form, a beginning of a word is enough. Empty for all works.
        offset: How many to leave out at the beginning.
        limit: How many to return at most.
    """
    return bench.store.holdings(query=query, offset=max(offset, 0), limit=max(limit, 0))


def work(bench: Workbench, id: WorkId) -> Holding:  # noqa: A002 - the field's word
    """Return one work with its editions.

    Raises:
        NotFound: L101, the library has no such work.
    """
    holding = bench.store.holding(id)
    if holding is None:
        raise NotFound("L101", work=str(id))
    return holding


def edition(bench: Workbench, id: ExpressionId) -> Edition:  # noqa: A002
    """Return one edition.

    Raises:
        NotFound: L101, no such work; L103, no such expression of it.
    """
    found = bench.store.edition(id)
    if found is None:
        work(bench, id.work)
        raise NotFound("L103", expression=str(id))
    return found


def edition_on(bench: Workbench, id: WorkId, *, day: date, language: Language | None = None) -> Edition:  # noqa: A002
    """Return the edition as it stood on a day: the one whose period ``[start, end)`` holds it.

    Args:
        bench: The library.
        id: The work.
        day: The day asked for.
        language: Language of the text; ``None`` takes the first of kk, ru, en in which an edition stood that day.

    Raises:
        NotFound: L101, no such work; L102, no edition of it stood on that day.
    """
    standing = {found.id.language: found for found in work(bench, id).editions if found.holds(day)}
    for wanted in (language,) if language else tuple(Language):
        if wanted in standing:
            return standing[wanted]
    raise NotFound("L102", work=str(id), day=day.isoformat())


def statistics(bench: Workbench) -> Statistics:
    """Return how much the library holds."""
    return bench.store.statistics()
