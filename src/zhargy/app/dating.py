"""From which day a wording stands."""

from __future__ import annotations

from datetime import date

from zhargy.model import Metadata
from zhargy.model.frbr import ExpressionId


def version_of(metadata: Metadata) -> date | None:
    """Return the first day of the wording as its publisher tells it; ``None`` when he does not.

    Example:
        >>> version_of(Metadata(version="2024-09-01")), version_of(Metadata(version="soon"))
        (datetime.date(2024, 9, 1), None)
    """
    return _day(metadata.version)


def first_day(id: ExpressionId, metadata: Metadata) -> date | None:  # noqa: A002 - the field's word
    """Return the first day an edition stands: its version, else the day the act was adopted, else ``None``."""
    return id.version or _day(metadata.date) or _day(id.work.date)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2024-09-01") else None
    except ValueError:
        return None
