"""Ordinal numbers in words and digits: «бірінші», «двадцать первая», "21st"."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.compounds import split_compound
from zhargy.text.numbers.kk import ENDING
from zhargy.text.numbers.lexemes import Lexeme, Role
from zhargy.text.numbers.ordinal_wording import ordinal_in_words
from zhargy.text.numbers.sums import read_sum
from zhargy.text.numbers.vocabulary import fold, vocabulary_of

MAX_ORDINAL: Final = 10**12 - 1

_IN_DIGITS: Final = {
    Language.KK: re.compile(rf"(\d+)[-‐‑–]?(?:[ыі]?н)?ш[ыі]{ENDING}"),
    Language.RU: re.compile(r"(\d+)[-‐‑–]?(?:[ыоиеь]?(?:й|го|му|м|х|ми|е|ю)|[ая]?я|ую)"),
    Language.EN: re.compile(r"(\d+)(?:st|nd|rd|th)"),
}
_GAP: Final = re.compile(r"[\s-]+")


def parse_ordinal(word: str, language: Language) -> int | None:
    """Return the number of an ordinal in any case form, ``None`` for anything else.

    Inserted numbers («1-1») and bare digits are no ordinals.

    Args:
        word: One ordinal, of one or more words; letters of the other alphabet that look the same are understood.
        language: Language of the word.

    Example:
        >>> parse_ordinal("бiрiншi", Language.KK), parse_ordinal("он бірінші", Language.KK)
        (1, 11)
        >>> parse_ordinal("двадцать первой", Language.RU), parse_ordinal("21-го", Language.RU)
        (21, 21)
        >>> parse_ordinal("twenty-first", Language.EN), parse_ordinal("one", Language.EN)
        (21, None)
    """
    folded = fold(word, language).strip()
    if folded[:1].isdecimal():
        digits = _IN_DIGITS[language].fullmatch(folded)
        return int(digits[1]) if digits else None
    *before, last = _GAP.split(folded)
    words = vocabulary_of(language)
    lexemes = [words.cardinals.get(part) for part in before] + _last(last, language)
    if not all(lexemes):
        return None
    known = [lexeme for lexeme in lexemes if lexeme]
    total, end = read_sum(known, ten_is_open=words.ten_is_open)
    value = total.value
    return value if end == len(known) and isinstance(value, int) else None


def write_ordinal(value: int, language: Language) -> str:
    """Return an ordinal in words, in its dictionary form (Russian: masculine nominative).

    Args:
        value: 0 to 10^12 - 1.
        language: Language to write in.

    Raises:
        ValueError: the value is out of range.

    Example:
        >>> [write_ordinal(21, language) for language in Language]
        ['жиырма бірінші', 'двадцать первый', 'twenty-first']
    """
    if not 0 <= value <= MAX_ORDINAL:
        raise ValueError(f"{value} is not between 0 and {MAX_ORDINAL}")
    return ordinal_in_words(value, language)


def _last(word: str, language: Language) -> list[Lexeme | None]:
    """Return the meaning of the ordinal word itself; «двухтысячный» means two words."""
    known = vocabulary_of(language).ordinals.get(word)
    if known or language is not Language.RU:
        return [known]
    compound = split_compound(word)
    scale = vocabulary_of(language).ordinals.get(compound[1]) if compound else None
    if compound is None or scale is None or scale.role is not Role.SCALE or compound[0] >= scale.value:
        return [None]
    return [Lexeme(compound[0], Role.DIGITS), scale]
