"""What an amount can be. No float anywhere: counts are `int`, fractions `Decimal`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zhargy.text.span import Span

MINOR_IN_MAJOR: Final = 100
MONTHS_IN_YEAR: Final = 12


class Currency(StrEnum):
    """A currency by its ISO 4217 code; each has a hundred minor units."""

    KZT = "KZT"
    RUB = "RUB"
    EUR = "EUR"
    USD = "USD"


class Unit(StrEnum):
    """What a period is counted in.

    Years and months have no fixed number of days, and working days are other days than those of the calendar: none is
    turned into another, except years into months.
    """

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A sum of money.

    Args:
        minor: Hundredths of the currency: tiyn, kopecks, cents.
        currency: Its currency.
    """

    minor: int
    currency: Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class MciAmount:
    """A number of monthly calculation indices (АЕК, МРП); what one is worth depends on the year."""

    count: int | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent:
    """Hundredths of something that the text names elsewhere."""

    value: int | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """A multiple of something that the text names elsewhere («он еселенген», «двадцатикратный»)."""

    times: int | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time in one unit; `period` makes one from a fraction of a year."""

    value: int | Decimal
    unit: Unit


Amount = Money | MciAmount | Percent | Multiple | Period


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountRange:
    """From one amount to another, both included; an end that the text does not name is ``None``.

    Args:
        lower: The least, ``None`` when none is named.
        upper: The most, ``None`` when none is named.
        strict: Whether the one end that is named is itself outside («свыше трёх лет», "less than 5 %").

    Raises:
        ValueError: no end is given, a strict range has two, or the ends are of different kinds.
    """

    lower: Amount | None
    upper: Amount | None
    strict: bool = False

    def __post_init__(self) -> None:
        """Refuse what no text can mean."""
        named = [end for end in (self.lower, self.upper) if end is not None]
        if not named or (self.strict and len(named) > 1) or len({type(end) for end in named}) > 1:
            raise ValueError(f"a range with ends {self.lower}, {self.upper} and strict={self.strict} means nothing")

    @property
    def exact(self) -> Amount | None:
        """The amount itself, when both ends are the same."""
        return self.lower if self.lower == self.upper else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAmount:
    """An amount or a range of amounts found in a text, with the words that say it, bounds included."""

    span: Span
    range: AmountRange


def period(value: int | Decimal, unit: Unit) -> Period:
    """Return a period; a fraction of a year that is whole in months is counted in months.

    Example:
        >>> period(Decimal("2.5"), Unit.YEARS)
        Period(value=30, unit=<Unit.MONTHS: 'months'>)
    """
    in_months = value * MONTHS_IN_YEAR
    if unit is Unit.YEARS and not isinstance(value, int) and in_months == int(in_months):
        return Period(value=int(in_months), unit=Unit.MONTHS)
    return Period(value=value, unit=unit)
