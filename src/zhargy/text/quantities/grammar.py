"""What a language tells about the words around a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from zhargy.text.quantities.values import Currency


class Measure(StrEnum):
    """What the word behind a number makes of it; values of currencies are those of `Currency`."""

    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    MCI = "mci"
    PERCENT = "percent"
    TIMES = "times"
    KZT = "KZT"
    RUB = "RUB"
    EUR = "EUR"
    USD = "USD"
    TIYN = "tiyn"
    KOPECK = "kopeck"
    CENT = "cent"


class Bound(StrEnum):
    """Which end of a range an amount is, by the words around it."""

    LOWER = "lower"
    UPPER = "upper"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """How two ends make a range.

    Args:
        opens: Searched up to where the first end begins; empty where nothing need stand there.
        between: Matched from the end of the first to the beginning of the second.
        closed: Whether the second must be marked as the upper end itself (Kazakh «дейін»).
        inside: Where two ends lie inside what else reads as one number ("between one hundred and two thousand").
    """

    opens: re.Pattern[str]
    between: re.Pattern[str]
    closed: bool = False
    inside: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words around numbers in one language. All patterns read folded text.

    Args:
        measures: Matched right behind a number; the last group that took part is a `Measure`, a group before it that is
            named after a `Bound` says which end the amount is («бес жүзге дейінгі айлық …»).
        before: Searched up to where an amount begins: words that make it an end, the group named after a `Bound`.
        after: Matched from where an amount ends: the same for words behind it.
        joins: How two ends make a range.
        joint: What may stand between the parts of a compound («год и шесть месяцев»).
        headings: Ranks that by themselves head a column of sums («мың теңге») and are no sum.
        mci_before: Searched up to where a multiple begins: it is one of the MCI («айлық есептік көрсеткіштің он …»).
    """

    measures: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    joins: tuple[Join, ...]
    joint: re.Pattern[str]
    mci_before: re.Pattern[str] | None = None
    headings: frozenset[str] = frozenset()


CODES: Final = {
    "€": Measure.EUR,
    "$": Measure.USD,
    "₸": Measure.KZT,
    "₽": Measure.RUB,
    **{str(currency): Measure(currency) for currency in Currency},
}
"""Signs and codes of currencies, before or behind a number, the same in every language."""

MINOR_OF: Final = {
    Measure.TIYN: (Currency.KZT, Currency.RUB),
    Measure.KOPECK: (Currency.RUB,),
    Measure.CENT: (Currency.EUR, Currency.USD),
}
"""Whose hundredths a word may mean; Kazakh says тиын of roubles too."""

MINOR_ALONE: Final = {Measure.TIYN: Currency.KZT, Measure.KOPECK: Currency.RUB}
"""Whose hundredths it means by itself; cents by themselves do not tell."""

_Key = TypeVar("_Key", Measure, Bound)

DASH: Final = Join(opens=re.compile("$"), between=re.compile(r"\s?[-–—]\s?"))
"""«3–5 лет», the same in every language."""


def one_of(patterns: Mapping[_Key, str], *, lead: str, tail: str = "") -> re.Pattern[str]:
    """Return one pattern in which the group that took part names the key.

    Args:
        patterns: A regular expression for each key, tried in this order.
        lead: What comes before all of them.
        tail: What comes after.
    """
    return re.compile(f"{lead}(?:{'|'.join(f'(?P<{key.value}>{body})' for key, body in patterns.items())}){tail}")
