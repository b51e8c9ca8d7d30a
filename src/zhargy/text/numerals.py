"""Numbers in words and digits: «мың жарым», «двухсот», "1,500", «1 500 000,50»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.scanning import negated, scan
from zhargy.text.numbers.vocabulary import fold
from zhargy.text.numbers.wording import MAX_IN_WORDS, cardinal_in_words
from zhargy.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number found in a text: its words with their case ending, and its exact value, whole where it is whole."""

    span: Span
    value: int | Decimal


def find_numbers(text: str, language: Language) -> Iterator[Numeral]:
    """Yield the cardinal numbers in `text`, in order, not overlapping.

    Ordinals, dates in digits, numbers of acts («226-V») and digits inside a code are left out; «бір» and "one" are
    numbers even where they mean "some". A span of numbers («10–15») gives both ends. A hyphen is a minus only where it
    can be no dash («– -972», «(-5)»).

    Args:
        text: Any text; letters of the other alphabet that look the same are understood.
        language: Language of the text. It settles what a comma is: 19,4 in Kazakh and Russian, 1,500 in English.

    Example:
        >>> [numeral.value for numeral in find_numbers("мың жарым сағат, 5 мыңға, 19,4", Language.KK)]
        [1500, 5000, Decimal('19.4')]
    """
    for found in scan(fold(text, language), language):
        value = negated(found.value) if found.is_negative else found.value
        yield Numeral(span=Span(found.minus, found.span.end), value=value)


def parse_number(text: str, language: Language) -> int | Decimal | None:
    """Return the number that the whole of `text` is, ``None`` when it is none or says more.

    Example:
        >>> parse_number("полутора тысяч", Language.RU), parse_number("-1 500,5", Language.RU)
        (1500, Decimal('-1500.5'))
        >>> parse_number("one thousand five hundred", Language.EN), parse_number("первый", Language.RU)
        (1500, None)
    """
    stripped = _ARTICLE.sub("", text.strip()) if language is Language.EN else text.strip()
    sign, unsigned = (-1, stripped[1:]) if stripped[:1] in _MINUS else (1, stripped)
    if sign < 0 and not unsigned[:1].isdecimal():
        return None
    whole = Span(0, len(unsigned))
    found = next(scan(fold(unsigned, language), language), None)
    if found is None or found.span != whole:
        return None
    return negated(found.value) if sign < 0 else found.value


def write_number(value: int, language: Language) -> str:
    """Return a whole number in words (Russian: masculine nominative).

    Args:
        value: 0 to 10^12 - 1.
        language: Language to write in.

    Raises:
        ValueError: the value is out of range.

    Example:
        >>> [write_number(1502, language) for language in Language]
        ['бір мың бес жүз екі', 'одна тысяча пятьсот два', 'one thousand five hundred and two']
    """
    return cardinal_in_words(value, language)


def write_digits(value: int | Decimal, language: Language) -> str:
    """Return a number in digits as that language prints it: «1 500 000,5» with no-break spaces, "1,500,000.5".

    Args:
        value: Any whole number or finite decimal fraction.
        language: Language to write in.

    Raises:
        ValueError: the value is not finite.

    Example:
        >>> write_digits(Decimal("-1500.50"), Language.EN), write_digits(2014, Language.KK)
        ('−1,500.50', '2014')
    """
    if not Decimal(value).is_finite():
        raise ValueError(f"{value} cannot be written in digits")
    whole, point, fraction = f"{Decimal(value):f}".removeprefix("-").partition(".")
    if language is Language.EN:
        printed = f"{int(whole):,}{point}{fraction}"
    else:
        grouped = f"{int(whole):,}".replace(",", _NO_BREAK) if len(whole) > _UNGROUPED else whole
        printed = f"{grouped},{fraction}" if point else grouped
    return f"−{printed}" if value < 0 else printed


_MINUS: Final = ("-", "−")
_NO_BREAK: Final = "\u00a0"
_UNGROUPED: Final = 4
_ARTICLE: Final = re.compile(r"(?:a|an)\s+(?=[a-z])", re.IGNORECASE)

__all__ = ["MAX_IN_WORDS", "Numeral", "find_numbers", "parse_number", "write_digits", "write_number"]
