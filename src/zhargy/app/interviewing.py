"""Use cases of interviews: begin one, take one up again."""

from __future__ import annotations

from datetime import UTC, date, datetime

from zhargy.errors import UsageError
from zhargy.norms.evaluation import Plan
from zhargy.norms.interview import Interview, read_interview
from zhargy.norms.packs import Pack, PackStatus, first_day


def begin(pack: Pack, *, as_of: date | None = None) -> Interview:
    """Return an interview on a pack with nothing answered.

    Args:
        pack: The pack.
        as_of: Day the law is read at; ``None``: the day of the deed, today while it is not known.

    Raises:
        UsageError: N279, that day lies before the law.
    """
    first = first_day(pack)
    if as_of is not None and first is not None and as_of < first and pack.status is not PackStatus.PROPOSED:
        raise UsageError("N279", name="--as-of", day=as_of.isoformat(), first=first.isoformat(), pack=pack.id)
    return Interview(plan=Plan(pack), today=_today(), as_of=as_of)


def resume(pack: Pack, saved: object, *, as_of: date | None = None) -> Interview:
    """Return an interview that was put down.

    Args:
        pack: The pack.
        saved: What was kept, as plain values.
        as_of: Day the law is read at from now on; ``None``: the day that was kept.

    Raises:
        UnreadableInput: N323, it is no interview, or of another pack.
        FactsRefused: an answer does not fit the pack any more.
    """
    return read_interview(saved, plan=Plan(pack), today=_today(), as_of=as_of)


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
