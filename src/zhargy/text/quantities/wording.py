"""Amounts in the wording of laws."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.compounds import combining
from zhargy.text.numbers.scanning import negated
from zhargy.text.numbers.wording import MAX_IN_WORDS, Case, Gender, cardinal_in_words, plural_form
from zhargy.text.numerals import write_digits
from zhargy.text.quantities.grammar import Measure
from zhargy.text.quantities.nouns import ENGLISH, KAZAKH, MINOR, RUSSIAN
from zhargy.text.quantities.values import MINOR_IN_MAJOR, Amount, Currency, MciAmount, Money, Multiple, Percent, Period


class Style(StrEnum):
    """How numbers are written; what has no words (fractions, 10^12 and more) is written in digits either way."""

    WORDS = "words"
    DIGITS = "digits"


class Place(StrEnum):
    """Where an amount stands: by itself, or before a Kazakh or behind a Russian word that asks for a case.

    Kazakh has the dative for an upper end and the ablative for a lower one; Russian has the genitive for both.
    """

    ALONE = "alone"
    LOWER = "lower"
    UPPER = "upper"


def write_amount(amount: Amount, language: Language, *, style: Style = Style.WORDS, place: Place = Place.ALONE) -> str:
    """Return an amount as laws of that language word it.

    Args:
        amount: What to write; only money and percentages may be negative, and are then written in digits.
        language: Language to write in.
        style: Numbers in words or in digits.
        place: The case the amount stands in.

    Raises:
        ValueError: the amount is a negative count.

    Example:
        >>> from zhargy.text.amounts import Unit
        >>> [write_amount(MciAmount(count=200), language) for language in (Language.KK, Language.RU)]
        ['екі жүз айлық есептік көрсеткіш', 'двести месячных расчетных показателей']
        >>> write_amount(Period(value=3, unit=Unit.YEARS), Language.RU, place=Place.UPPER)
        'трех лет'
    """
    *rest, last = _counted(amount, style)
    inner = Place.ALONE if language is Language.KK else place  # a Kazakh case ending stands on the last part alone
    words = [_phrase(value, measure, language, style, inner) for value, measure in rest]
    value, measure = last
    return " ".join([*words, _phrase(value, measure, language, style, place)])


_MAX_COMBINING: Final = 999
_COUNTS: Final = frozenset(Measure) - {Measure.PERCENT, *(Measure(currency.value) for currency in Currency)}
_TOO_LONG: Final = range(1000, 3000)


def _counted(amount: Amount, style: Style) -> Iterator[tuple[int | Decimal, Measure]]:
    """Yield what is counted, in order, with its number; two of them for tenge and tiyn."""
    match amount:
        case Money():
            yield from _money(amount, style)
        case MciAmount():
            yield amount.count, Measure.MCI
        case Percent():
            yield amount.value, Measure.PERCENT
        case Multiple():
            yield amount.times, Measure.TIMES
        case Period():
            yield amount.value, Measure(amount.unit.value)


def _money(money: Money, style: Style) -> Iterator[tuple[int | Decimal, Measure]]:
    major, minor = divmod(abs(money.minor), MINOR_IN_MAJOR)
    measure = Measure(money.currency.value)
    if money.minor < 0 or (style is Style.DIGITS and minor):
        value = Decimal(f"{major}.{minor:02}") if minor else major
        yield (negated(value) if money.minor < 0 else value), measure
        return
    yield major, measure
    if minor:
        yield minor, MINOR[money.currency]


def _phrase(value: int | Decimal, measure: Measure, language: Language, style: Style, place: Place) -> str:
    if value < 0 and measure in _COUNTS:
        raise ValueError(f"{value} is less than nothing")
    match language:
        case Language.KK:
            noun = KAZAKH[measure]
            form = {Place.ALONE: noun.base, Place.UPPER: noun.dative, Place.LOWER: noun.ablative}[place]
            return f"{_number(value, measure, language, style)} {form}"
        case Language.RU:
            return _russian(value, measure, style, Case.NOMINATIVE if place is Place.ALONE else Case.GENITIVE)
        case Language.EN:
            english = ENGLISH[measure]
            return f"{_number(value, measure, language, style)} {english.one if value == 1 else english.many}"


def _russian(value: int | Decimal, measure: Measure, style: Style, case: Case) -> str:
    if measure is Measure.TIMES:
        in_words = style is Style.WORDS and isinstance(value, int) and 0 < value <= _MAX_COMBINING
        front = combining(int(value)) if in_words else f"{write_digits(value, Language.RU)}-"
        return f"{front}кратн{'ый' if case is Case.NOMINATIVE else 'ого'}"
    noun = RUSSIAN[measure]
    number = _number(value, measure, Language.RU, style, gender=noun.gender, case=case)
    if not isinstance(value, int):
        return f"{number} {noun.of_one}"
    of_one = noun.of_one if case is Case.GENITIVE else noun.few
    return f"{number} {(noun.one, of_one, noun.many)[plural_form(abs(value), case=case)]}"


def _number(
    value: int | Decimal,
    measure: Measure,
    language: Language,
    style: Style,
    *,
    gender: Gender = Gender.MASCULINE,
    case: Case = Case.NOMINATIVE,
) -> str:
    """Write a number; a thousand years are never in digits: they would read as a calendar year."""
    in_words = style is Style.WORDS or (measure is Measure.YEARS and value in _TOO_LONG)
    if in_words and isinstance(value, int) and 0 <= value <= MAX_IN_WORDS:
        return cardinal_in_words(value, language, gender=gender, case=case)
    return write_digits(value, language)
