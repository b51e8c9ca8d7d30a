"""Amounts of Kazakh, Russian and English legal text: money, MCI, percentages, multiples, periods, and their ranges.

What is found is what the words say: «үш жылға дейін» has no lower end, and none is made up. A period may be a term of
punishment, a time limit or an age («шестнадцати лет»): telling them apart is for whoever reads the provision.
"""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.text.languages import Language
from zhargy.text.numbers.vocabulary import fold
from zhargy.text.quantities.atoms import find_atoms
from zhargy.text.quantities.bounds import find_ranges
from zhargy.text.quantities.range_wording import write_range
from zhargy.text.quantities.values import (
    Amount,
    AmountRange,
    Currency,
    FoundAmount,
    MciAmount,
    Money,
    Multiple,
    Percent,
    Period,
    Unit,
    period,
)
from zhargy.text.quantities.wording import Style, write_amount
from zhargy.text.span import Span

__all__ = [
    "Amount",
    "AmountRange",
    "Currency",
    "FoundAmount",
    "MciAmount",
    "Money",
    "Multiple",
    "Percent",
    "Period",
    "Style",
    "Unit",
    "find_amounts",
    "parse_amount",
    "parse_range",
    "period",
    "write_amount",
    "write_range",
]


def find_amounts(text: str, language: Language) -> Iterator[FoundAmount]:
    """Yield the amounts in `text` with their bounds, in order, not overlapping.

    Args:
        text: Any text; letters of the other alphabet that look the same are understood.
        language: Language of the text.

    Example:
        >>> [found.range.upper for found in find_amounts("бес жылға дейінгі мерзімге", Language.KK)]
        [Period(value=5, unit=<Unit.YEARS: 'years'>)]
    """
    folded = fold(text, language)
    yield from find_ranges(find_atoms(text, folded, language), folded, language)


def parse_range(text: str, language: Language) -> AmountRange | None:
    """Return the range that the whole of `text` says, ``None`` when it says none or more.

    Example:
        >>> parse_range("от трёх до семи лет", Language.RU).lower
        Period(value=3, unit=<Unit.YEARS: 'years'>)
    """
    stripped = text.strip()
    whole = Span(0, len(stripped))
    return next((found.range for found in find_amounts(stripped, language) if found.span == whole), None)


def parse_amount(text: str, language: Language) -> Amount | None:
    """Return the one amount that the whole of `text` is, ``None`` for a range, for none and for more.

    Example:
        >>> parse_amount("EUR 35 000 000", Language.EN)
        Money(minor=3500000000, currency=<Currency.EUR: 'EUR'>)
        >>> parse_amount("до 200 МРП", Language.RU) is None
        True
    """
    found = parse_range(text, language)
    return found.exact if found else None
