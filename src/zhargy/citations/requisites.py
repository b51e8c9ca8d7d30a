"""Date and number of an act: «от 08.12.2003 N 162-ФЗ», «2014 жылғы 3 шілдедегі № 226-V», "No 1025/2012"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from zhargy.citations.lexing import Passage
from zhargy.text import Language
from zhargy.text.dates import find_dates
from zhargy.text.scripts import to_latin

_YEAR: Final = re.compile(r"\d{4}")
_NUMERIC: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_DAY: Final = re.compile(r"\d{1,2}")
_CAPITAL: Final = "[A-ZА-ЯӘҒҚҢӨҰҮҺІ]"
_NUMBER: Final = re.compile(
    rf"\s*((?:ҚР )?(?:{_CAPITAL}{{1,4}}[-‑])?\d++(?:[-‑/.]?(?:{_CAPITAL}{{1,5}}+|\d++))*+(?:[-‑/][a-zа-я])?)"
    r"(?![a-zа-я\d])"
)
_JOINED: Final = re.compile(r"\s*(\d+(?:[-‑]\d+)*)(?=[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі])")
_ROMAN_TAIL: Final = re.compile(r"(?<=[-‑])[IVXLCІХСМ]+$")
_LONGEST_DATE: Final = 40


def read_date(passage: Passage, at: int, *, language: Language) -> tuple[str, int] | None:
    """Return the ISO date that begins at token `at`, and the index of the token behind it."""
    token = passage[at]
    if not token.is_number:
        return None
    if _NUMERIC.fullmatch(token.raw):
        iso = _iso(token.raw, language)
        return (iso[0], at + 1) if iso else None
    may_be = _YEAR.fullmatch(token.raw) if language is Language.KK else _DAY.fullmatch(token.raw)
    if not may_be or not passage[at + 1].is_word:
        return None
    iso = _iso(passage.text[token.start : token.start + _LONGEST_DATE], language)
    if iso is None:
        return None
    end = at
    while passage[end].raw and passage[end].end <= token.start + iso[1]:
        end += 1
    if passage[end].low == "г" and passage[end + 1].raw == ".":
        end += 2
    return iso[0], end


@lru_cache(maxsize=1 << 13)
def _iso(words: str, language: Language) -> tuple[str, int] | None:
    found = next(iter(find_dates(words, language)), None)
    if found is None or found.value is None or found.span.start:
        return None
    return found.value.isoformat(), found.span.end


def read_act_number(passage: Passage, at: int) -> tuple[str, int] | None:
    """Return the official number behind «№», «N» or "No" at token `at`, and the index of the token behind it."""
    if passage[at].raw not in {"№", "N", "No", "Nos"}:
        return None
    start = passage[at].end + (1 if passage[at].raw == "No" and passage[at + 1].raw == "." else 0)
    match = _JOINED.match(passage.text, start) or _NUMBER.match(passage.text, start)
    if match is None:
        return None
    end = at + 1
    while passage[end].raw and passage[end].start < match.end():
        end += 1
    return regular_act_number(match[1]), end


def regular_act_number(printed: str) -> str:
    """Return an official number with plain hyphens and Roman numerals in Latin letters.

    Example:
        >>> regular_act_number("180-VІ"), regular_act_number("162-ФЗ")
        ('180-VI', '162-ФЗ')
    """
    plain = printed.replace("‑", "-")
    return _ROMAN_TAIL.sub(lambda match: to_latin(match[0]), plain)
