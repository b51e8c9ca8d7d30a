"""Numbers of provisions, one by one and in lists: «43 және 45», «первой и третьей», «"а" - "в"», "(a) and (b)"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from zhargy.citations.lexing import CLOSING, OPENING, Passage
from zhargy.text import Language
from zhargy.text.ordinals import parse_ordinal
from zhargy.text.scripts import to_latin

_PROVISION: Final = re.compile(r"\d{1,4}(?:[.\-‑]\d{1,3}){0,2}")
_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
_ROMAN: Final = re.compile(r"[IVXLC]{1,7}")
_DASHES: Final = "-–—‑"
_ALPHABETS: Final = ("абвгдежзиклмнопрстуфхцчшщэюя", "abcdefghijklmnopqrstuvwxyz")
_NEAR_BRACKET: Final = 60
_LONGEST_RANGE: Final = 400
AND: Final = frozenset({"и", "или", "либо", "және", "немесе", "мен", "пен", "бен", "and", "or", "не"})
TO: Final = frozenset({"по", "to", "until"})
_MEASURES: Final = re.compile(
    r"(?:лет|год|месяц|дн(?:ей|я)|день|сут(?:ок|ки)|час(?:ов|а)?\b|минут|руб|тысяч|миллион|процент|тенге|метр|человек|"
    r"жыл|ай|күн|сағат|теңге|пайыз|мың|адам|years?|months?|days?|hours?|euro|eur|per)\w*"
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number read.

    Args:
        value: Made regular: ``228-1``, ``2``, ``IV``, ``a``.
        end: Index of the token behind it.
        shape: ``n`` digits, ``o`` ordinal word, ``l`` letter, ``r`` Roman; lists keep to one shape.
    """

    value: str
    end: int
    shape: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """A list of numbers read, ranges written out; `end` is the index of the token behind it."""

    values: tuple[str, ...]
    end: int
    shape: str


Read = Callable[[Passage, int], Number | None]


def read_number(passage: Passage, at: int, *, language: Language) -> Number | None:
    """Return the number that begins at token `at`."""
    token = passage[at]
    if token.is_number:
        return _digits(passage, at)
    if token.is_word:
        return (
            _ordinal(passage, at, language)
            or _roman(passage, at)
            or (_letter(passage, at) if len(token.raw) <= 2 else None)
        )
    if token.raw and token.raw in OPENING:
        return _quoted(passage, at)
    if token.raw == "(":
        return _bracketed(passage, at)
    return None


def read_numbers(passage: Passage, at: int, *, language: Language, is_plural: bool = True) -> Numbers | None:
    """Return the list of numbers that begins at token `at`.

    Args:
        passage: Where to read.
        at: Index of the first token.
        language: Language of ordinals.
        is_plural: Whether the unit announces several, so that «12-15» is a range and not an inserted number.
    """
    first = read_number(passage, at, language=language)
    if first is None:
        return None
    values, last = list(_spread(first, is_plural=is_plural)), first
    while step := _separator(passage, last.end):
        number = read_number(passage, step.end, language=language)
        if number is None or not _alike(number, first, language) or _measures(passage, number, language):
            break
        if not step.is_range:
            values += _spread(number, is_plural=is_plural)
        elif language is Language.KK and number.shape == "n" and _is_tight(passage, last.end):
            values[-1] = f"{values[-1]}-{number.value}"
        else:
            values += range_of(values[-1], number.value)[1:]
        last = number
    return Numbers(tuple(dict.fromkeys(values)), last.end, first.shape)


def range_of(low: str, high: str) -> tuple[str, ...]:
    """Return every number from `low` to `high`; both alone where what lies between is not certain.

    Example:
        >>> range_of("93", "97"), range_of("222-1", "222-3"), range_of("а", "в")
        (('93', '94', '95', '96', '97'), ('222-1', '222-2', '222-3'), ('а', 'б', 'в'))
    """
    base, dash, first = low.rpartition("-")
    other, _, last = high.rpartition("-")
    if base == other and first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        return tuple(f"{base}{dash}{number}" for number in range(int(first), int(last) + 1))
    for letters in _ALPHABETS:
        if low in letters and high in letters and letters.index(low) < letters.index(high):
            return tuple(letters[letters.index(low) : letters.index(high) + 1])
    return (low, high)


def spread(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return numbers with each «12-15» written out where its second number is the greater; «5-1» is an inserted one.

    Example:
        >>> spread(("12-15", "5-1"))
        ('12', '13', '14', '15', '5-1')
    """
    return tuple(number for value in values for number in _spread_one(value))


def _spread_one(value: str) -> tuple[str, ...]:
    low, dash, high = value.partition("-")
    is_range = dash and low.isdecimal() and high.isdecimal() and int(high) > int(low) > 0
    return range_of(low, high) if is_range else (value,)


def _spread(number: Number, *, is_plural: bool) -> tuple[str, ...]:
    return spread((number.value,)) if is_plural and number.shape == "n" else (number.value,)


def _is_tight(passage: Passage, at: int) -> bool:
    """Whether the dash at token `at` has no space around it: «39–3-бабы» is an inserted number."""
    return passage.touches(at) and passage.touches(at + 1)


@dataclass(frozen=True, slots=True)
class _Step:
    """A separator read: the index behind it, and whether it makes a range."""

    end: int
    is_range: bool = False


def _separator(passage: Passage, at: int) -> _Step | None:
    """Read what leads to the next number of a list."""
    token = passage[at]
    if (token.raw and token.raw in _DASHES) or token.low in TO:
        return _Step(at + 1, is_range=True)
    if token.raw == "," or (token.raw == ";" and passage[at + 1].is_number):
        return _Step(at + 2 if passage[at + 1].low in AND else at + 1)
    return _Step(at + 1) if token.low in AND else None


def _alike(number: Number, first: Number, language: Language) -> bool:
    """A list keeps to one shape, but for inserted numbers among Kazakh ordinals: «бірінші және 1-1»."""
    return number.shape == first.shape or (language is Language.KK and {number.shape, first.shape} == {"n", "o"})


def _measures(passage: Passage, number: Number, language: Language) -> bool:
    """Whether a number counts something or is part of another word: «10 процентов», «10-дневный»."""
    behind = passage[number.end]
    if language is not Language.KK and behind.raw == "-" and passage.touches(number.end):
        return passage[number.end + 1].is_word and passage.touches(number.end + 1)
    return number.shape == "n" and _MEASURES.fullmatch(behind.low) is not None


def _digits(passage: Passage, at: int) -> Number | None:
    token = passage[at]
    if not _PROVISION.fullmatch(token.raw) or _DAY.fullmatch(token.raw):
        return None
    value, end = re.sub(r"[.‑]", "-", token.raw), at + 1
    if passage[end].is_word and passage.touches(end) and len(passage[end].raw) <= 2 and passage[end].raw.islower():
        value, end = value + passage[end].low, end + 1
    return Number(value, end + _has_bracket(passage, end), "n")


def _has_bracket(passage: Passage, at: int) -> bool:
    """Whether token `at` is the bracket of the number before it, and does not close a remark begun before."""
    if passage[at].raw != ")" or not passage.touches(at):
        return False
    back = at - 1
    while at - back < _NEAR_BRACKET and passage[back].raw not in {"(", ")", ""}:
        back -= 1
    if passage[back].raw != "(":
        return True
    ahead = at + 1
    while ahead - at < _NEAR_BRACKET and passage[ahead].raw not in {"(", ")", ""}:
        ahead += 1
    return passage[ahead].raw == ")"


def _ordinal(passage: Passage, at: int, language: Language) -> Number | None:
    value, end = _ordinal_words(passage, at, language)
    if value is None:
        return None
    following = passage[end]
    if following.is_number and passage.touches(end):
        return Number(f"{value}-{following.raw}", end + 1, "o")
    if following.raw in {".", "-"} and passage.touches(end) and passage[end + 1].is_number and passage.touches(end + 1):
        return Number(f"{value}-{passage[end + 1].raw}", end + 2, "o")
    return Number(str(value), end, "o")


def _ordinal_words(passage: Passage, at: int, language: Language) -> tuple[int | None, int]:
    first = ordinal(passage[at].low, language)
    if first is not None:
        return first, at + 1
    if passage[at + 1].is_word and _may_lead(passage[at].low, language):
        return ordinal(f"{passage[at].low} {passage[at + 1].low}", language), at + 2
    return None, at


@lru_cache(maxsize=1 << 14)
def ordinal(words: str, language: Language) -> int | None:
    """Return the number of an ordinal, remembered."""
    return parse_ordinal(words, language)


_LEADS: Final = {
    Language.KK: re.compile(r"он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз"),
    Language.RU: re.compile(r"двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто"),
    Language.EN: re.compile(r"twenty|thirty|forty|fifty"),
}


def _may_lead(low: str, language: Language) -> bool:
    return _LEADS[language].fullmatch(low) is not None


def _roman(passage: Passage, at: int) -> Number | None:
    value = to_latin(passage[at].raw)
    if not _ROMAN.fullmatch(value):
        return None
    following = passage[at + 1]
    if (
        following.raw in {".", "-"}
        and passage.touches(at + 1)
        and passage[at + 2].is_number
        and passage.touches(at + 2)
    ):
        return Number(f"{value}-{passage[at + 2].raw}", at + 3, "r")
    return Number(value, at + 1, "r")


def _letter(passage: Passage, at: int) -> Number | None:
    """A letter, alone with its bracket: «а)»; capitals of annexes and sections stand bare."""
    token = passage[at]
    if _has_bracket(passage, at + 1):
        return Number(token.low, at + 2, "l")
    return Number(token.raw, at + 1, "l") if len(token.raw) == 1 and token.raw.isupper() else None


def _quoted(passage: Passage, at: int) -> Number | None:
    """«"а"», «"д1"», «"з.1"»."""
    parts, end = [], at + 1
    while end < at + 5 and passage[end].raw not in CLOSING and passage[end].raw:
        parts.append(passage[end])
        end += 1
    value = re.sub(r"[.‑]", "-", "".join(part.low for part in parts))
    if not passage[end].raw or passage[end].raw not in CLOSING or not _MARKED.fullmatch(value):
        return None
    return Number(value, end + 1, "l" if value[0].isalpha() else "n")


def _bracketed(passage: Passage, at: int) -> Number | None:
    """Read "(3)", "(a)", "(iv)"."""
    token = passage[at + 1]
    if passage[at + 2].raw != ")" or not _MARKED.fullmatch(token.low):
        return None
    return Number(token.low, at + 3, "l" if token.is_word else "n")


_MARKED: Final = re.compile(r"\d{1,3}(?:-\d{1,2})?[a-z]?|[^\W\d_](?:-?\d{1,2})?|[ivx]{1,5}|[^\W\d_]{2}")
