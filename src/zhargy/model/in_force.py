"""When a wording is law: half-open stretches of days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from zhargy.model.frbr import IdentifierError

_OPEN: Final = ".."


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodInForce:
    """The days ``[start, end)``: the last day is the one before `end`.

    Args:
        start: First day; ``None`` when it is not known or lies before all reckoning.
        end: First day no more; ``None`` while it lasts.

    Example:
        >>> wording = PeriodInForce.parse("2024-09-01/2025-01-01")
        >>> wording.holds(dt.date(2024, 12, 31)), wording.holds(dt.date(2025, 1, 1))
        (True, False)

    Source:
        Printed as an interval of ISO 8601-1:2019, section 5.5, an open end as ``..`` (ISO 8601-2:2019, section 4.3).
    """

    start: dt.date | None = None
    end: dt.date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise IdentifierError(f"a wording cannot end on {self.end} and begin on {self.start}")

    @classmethod
    def parse(cls, text: str) -> PeriodInForce:
        """Read an interval.

        Raises:
            IdentifierError: `text` is no interval of days, or ends before it begins.
        """
        first, slash, last = text.partition("/")
        try:
            start = None if first == _OPEN else dt.date.fromisoformat(first)
            end = None if last == _OPEN else dt.date.fromisoformat(last)
        except ValueError as error:
            raise IdentifierError(f"{text!r} is not an interval such as 2024-09-01/..") from error
        if not slash or len(first) not in {2, 10} or len(last) not in {2, 10}:
            raise IdentifierError(f"{text!r} is not an interval such as 2024-09-01/..")
        return cls(start=start, end=end)

    def __str__(self) -> str:
        return f"{self.start or _OPEN}/{self.end or _OPEN}"

    def holds(self, day: dt.date) -> bool:
        """Whether the wording is law on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: PeriodInForce) -> bool:
        """Whether both are law on at least one day."""
        return _before(self.start, other.end) and _before(other.start, self.end)


def _before(start: dt.date | None, end: dt.date | None) -> bool:
    return start is None or end is None or start < end
