"""Ranges of penalties in words: what the text states, what the General Part supplies, what stays open."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from zhargy.messages.catalogue import keys
from zhargy.messages.law.words import LawWords
from zhargy.norms.qualification import Ceiling, Worth
from zhargy.norms.sanctions import Derived, End, Open, Quantity, ResolvedPenalty, Stated, Unit
from zhargy.text import Language
from zhargy.text.amounts import Money, Period, Style, write_amount
from zhargy.text.amounts import Unit as PeriodUnit
from zhargy.text.numerals import write_digits
from zhargy.text.quantities.wording import Place

_MONTHS: Final = 12
_ENDLESS: Final = {Open.UNLIMITED: "range.unlimited", Open.LIFE: "range.life"}


def range_words(penalty: ResolvedPenalty, words: LawWords) -> str:
    """Return the range of a penalty; an end that the General Part supplies stands in square brackets.

    Args:
        penalty: The penalty.
        words: LawWords of the law.
    """
    frame = _framed(
        _end(penalty.lower, words, place=Place.LOWER),
        _end(penalty.upper, words, place=Place.UPPER),
        _end(penalty.upper, words, place=Place.ALONE) if penalty.lower == penalty.upper else "",
        penalty,
        words,
    )
    if not penalty.of or not frame:
        return frame
    if any(
        isinstance(end, Stated) and end.quantity.unit is Unit.TIMES_SANCTION for end in (penalty.lower, penalty.upper)
    ):
        return words.say("times_sanction", norm=words.place(penalty.of), range=frame)
    return words.say("times_of", range=frame, value=words.facts([penalty.of]))


def penalty_words(penalty: ResolvedPenalty, words: LawWords) -> str:
    """Return a penalty with its range, what it is tied to and whether the court may leave it out.

    Args:
        penalty: The penalty.
        words: Words of the law.
    """
    said = " ".join(filter(None, [words.say(f"kind.{penalty.kind}"), range_words(penalty, words)]))
    remarks = ", ".join(remarks_on(penalty, words))
    return f"{said} ({remarks})" if remarks else said


def remarks_on(penalty: ResolvedPenalty, words: LawWords) -> Iterator[str]:
    """Yield whether the court may leave a penalty out, and what the words tie it to."""
    if penalty.is_optional:
        yield words.say("may")
    if penalty.according_to:
        key = f"according.{penalty.according_to}"
        yield words.say(key) if f"law.{key}" in keys() else penalty.according_to


def worth_words(worth: Worth, penalty: ResolvedPenalty, words: LawWords) -> str:
    """Return a range in money, its ends bracketed as those of the penalty are."""
    lower = _money(worth.lower, penalty.lower, words, place=Place.LOWER)
    upper = _money(worth.upper, penalty.upper, words, place=Place.UPPER)
    if lower and upper:
        return words.say("range.both", lower=lower, upper=upper)
    return words.say("range.upper", upper=upper) if upper else words.say("range.lower", lower=lower)


def quantity_words(quantity: Quantity, words: LawWords, *, place: Place = Place.ALONE) -> str:
    """Return a number of a unit, in digits."""
    return _counted(Fraction(quantity.value), quantity.unit, words, place)


def ceiling_words(ceiling: Ceiling, words: LawWords) -> str:
    """Return a lowered most, rounded down to a whole unit, with its worth."""
    most = _counted(Fraction(int(ceiling.value)), ceiling.unit, words, Place.ALONE)
    if ceiling.worth is None:
        return most
    money = Money(minor=ceiling.worth.minor // 100 * 100, currency=ceiling.worth.currency)
    return f"{most} = {write_amount(money, words.language, style=Style.DIGITS)}"


def _framed(lower: str, upper: str, alone: str, penalty: ResolvedPenalty, words: LawWords) -> str:
    if penalty.lower is Open.LIFE:
        return words.say("range.life")
    if penalty.upper in _ENDLESS:
        if penalty.upper is Open.LIFE:
            return words.say("range.upper_life", lower=lower) if lower else words.say("range.to_life")
        return words.say(_ENDLESS[Open.UNLIMITED])
    if alone:
        return alone
    if lower and upper:
        return words.say("range.both", lower=lower, upper=upper)
    if upper:
        return words.say("range.upper", upper=upper)
    return words.say("range.lower", lower=lower) if lower else ""


def _end(end: End, words: LawWords, *, place: Place) -> str:
    match end:
        case Stated(quantity=quantity):
            return quantity_words(quantity, words, place=place)
        case Derived(quantity=quantity):
            return f"[{quantity_words(quantity, words, place=place)}]"
        case _:
            return ""


def _money(money: Money | None, end: End, words: LawWords, *, place: Place) -> str:
    if money is None:
        return ""
    written = write_amount(money, words.language, style=Style.DIGITS, place=place)
    return f"[{written}]" if isinstance(end, Derived) else written


def _counted(value: Fraction, unit: Unit, words: LawWords, place: Place) -> str:
    language = words.language
    if unit in {Unit.MCI, Unit.TIMES_VALUE, Unit.TIMES_SANCTION}:
        number = write_digits(int(value), language) if value.denominator == 1 else str(value)
        key = f"mci.{place.value}" if unit is Unit.MCI else f"times.{place.value}"
        return words.say(key, number=number)
    if value.denominator != 1:
        return f"{value} {unit}"
    years, months = divmod(int(value), _MONTHS) if unit is Unit.MONTHS else (0, 0)
    if not years:
        return _term(int(value), unit, words, place)
    if not months:
        return _term(years, Unit.YEARS, words, place)
    inner = Place.ALONE if language is Language.KK else place
    return f"{_term(years, Unit.YEARS, words, inner)} {_term(months, Unit.MONTHS, words, place)}"


def _term(value: int, unit: Unit, words: LawWords, place: Place) -> str:
    term = Period(value=value, unit=PeriodUnit(unit.value))
    return write_amount(term, words.language, style=Style.DIGITS, place=place)
