"""What a monthly calculation index was worth on a day, and amounts in tenge. The table is handed in."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from zhargy.errors import NotFound, UnreadableInput
from zhargy.model.in_force import PeriodInForce
from zhargy.norms.sanctions.general import Quantity
from zhargy.norms.sanctions.resolution import Derived, End, ResolvedPenalty, Stated
from zhargy.norms.sanctions.values import Unit
from zhargy.text.amounts import Currency, Money

_COLUMNS: Final = ("valid_from", "valid_to", "mci_kzt", "basis", "confidence")
_SURE: Final = "seen"
_TIYN: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MciValue:
    """What one index was worth for a time.

    Args:
        tenge: Its worth.
        valid: The days it held.
        basis: The act that set it.
        confidence: How sure the figure is, in the words of the table.
        is_certain: Whether the table says that the figure was seen in a source of its own time.
    """

    tenge: Decimal
    valid: PeriodInForce
    basis: str
    confidence: str
    is_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MciTable:
    """The worth of the index over time; days between two rows have none."""

    values: tuple[MciValue, ...]

    def at(self, day: dt.date) -> MciValue:
        """Return the value of `day`.

        Raises:
            NotFound: N271, the table has no value for that day; none is carried over from another.
        """
        found = next((value for value in self.values if value.valid.holds(day)), None)
        if found is None:
            first, last = self.values[0].valid, self.values[-1].valid
            raise NotFound("N271", day=str(day), first=str(first), last=str(last))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TengeRange:
    """A range of money on a day.

    Args:
        lower: The least; ``None`` when there is none.
        upper: The most; ``None`` when there is none.
        at: The value of the index used.
    """

    lower: Money | None
    upper: Money | None
    at: MciValue


def read_mci_table(text: str) -> MciTable:
    r"""Read a table with the columns ``valid_from,valid_to,mci_kzt,basis,confidence``, last days included.

    A row is certain when its confidence begins with the word ``seen`` and the figure itself was seen («seen (…)»);
    drafts, figures worked out from others and recollections are not.

    Args:
        text: Comma-separated rows with a line of column names.

    Raises:
        UnreadableInput: N270, a line that is no such row, or one that overlaps the row before it.

    Example:
        >>> rows = "valid_from,valid_to,mci_kzt,basis,confidence\n2026-01-01,2026-12-31,4325,budget,seen (news)\n"
        >>> read_mci_table(rows).at(dt.date(2026, 3, 1)).tenge
        Decimal('4325')
    """
    rows = list(csv.DictReader(text.splitlines()))
    if not rows or tuple(rows[0]) != _COLUMNS:
        raise UnreadableInput("N270", line="1")
    values = sorted(_values(rows), key=lambda pair: str(pair[1].valid))
    for (_, before), (line, after) in pairwise(values):
        if before.valid.overlaps(after.valid):
            raise UnreadableInput("N270", line=str(line))
    return MciTable(values=tuple(value for _, value in values))


def in_tenge(penalty: ResolvedPenalty, *, at: MciValue) -> TengeRange | None:
    """Return the range of a penalty in money, ``None`` when it is not counted in indices.

    Args:
        penalty: A penalty with both ends.
        at: The value of the index on the day of the deed.
    """
    ends = (_tenge(penalty.lower, at), _tenge(penalty.upper, at))
    return TengeRange(lower=ends[0], upper=ends[1], at=at) if any(ends) else None


def tenge(quantity: Quantity, *, at: MciValue) -> Money:
    """Return what a number of indices is worth.

    Raises:
        ValueError: the quantity is not in indices, or its worth is no whole number of tiyn.

    Example:
        >>> value = MciValue(tenge=Decimal(4325), valid=PeriodInForce(), basis="", confidence="seen", is_certain=True)
        >>> tenge(Quantity(value=Decimal(200), unit=Unit.MCI), at=value).minor
        86500000
    """
    minor = quantity.value * at.tenge * _TIYN
    if quantity.unit is not Unit.MCI or minor != int(minor):
        raise ValueError(f"{quantity} has no exact worth in tenge")
    return Money(minor=int(minor), currency=Currency.KZT)


def _tenge(end: End, at: MciValue) -> Money | None:
    if isinstance(end, Stated | Derived) and end.quantity.unit is Unit.MCI:
        return tenge(end.quantity, at=at)
    return None


def _values(rows: list[dict[str, str]]) -> Iterator[tuple[int, MciValue]]:
    for line, row in enumerate(rows, start=2):
        try:
            yield line, _value(row)
        except (ValueError, InvalidOperation, TypeError) as error:
            raise UnreadableInput("N270", line=str(line)) from error


def _value(row: dict[str, str]) -> MciValue:
    if any(cell is None for cell in row.values()):
        raise ValueError("a column is missing")
    last = dt.date.fromisoformat(row["valid_to"])
    worth = Decimal(row["mci_kzt"])
    if not worth.is_finite() or worth <= 0 or worth * _TIYN != int(worth * _TIYN):
        raise ValueError(f"{worth} is no sum in tenge")
    confidence = row["confidence"].strip()
    return MciValue(
        tenge=worth,
        valid=PeriodInForce(start=dt.date.fromisoformat(row["valid_from"]), end=last + dt.timedelta(days=1)),
        basis=row["basis"],
        confidence=confidence,
        is_certain=confidence.partition("(")[0].strip() == _SURE,
    )
