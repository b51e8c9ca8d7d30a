"""What a line begins with: the printed number of a chapter, an article, a part, an item.

A marker is read from the start of a line only. Words that merely refer to a provision («3-бапта көрсетілген …»,
«статьи 5 …», "Article 3(1) does not …") are no markers: behind a marker comes a dot, a bracket, a heading that begins
with a capital, or the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.marker_words import (
    GENITIVE_ACT,
    KK_UNITS,
    LED_UNITS,
    NAMED_PARTS,
    ORDINALS,
    PLAIN_HEADS,
)
from zhargy.text import Span


class Style(StrEnum):
    """How a number is printed; items of one list share a style."""

    UNIT = "unit"
    DIGIT_DOT = "1."
    DIGIT_DEEP = "1.1."
    DIGIT_BRACKET = "1)"
    DIGIT_BRACKETS = "(1)"
    LETTER_BRACKET = "a)"
    LETTER_BRACKETS = "(a)"
    ROMAN_BRACKETS = "(i)"
    ROMAN_DOT = "I."
    BULLET = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The printed number at the start of a line.

    Args:
        kind: What it numbers, as far as the line alone tells.
        style: How it is printed.
        number: The number made regular: ``228-1``, ``VI``, ``a``; empty for bullets and unnumbered heads.
        num: The stretch of the line with the printed number, its word and its punctuation.
        rest: Where the heading or the text begins.
    """

    kind: Kind
    style: Style
    number: str
    num: Span
    rest: int


_DASHES = r"\-–—‑"
_CARDINAL = rf"\d{{1,4}}(?:[.{_DASHES}]\d{{1,3}})*"
_ROMANS = "IVXLCІХ"

_KK_UNIT = re.compile(
    rf"({_CARDINAL}|[{_ROMANS}]{{1,7}})\s?[{_DASHES}]?\s?({'|'.join(KK_UNITS)})(\s?\.(?!\w)|:)?(?![\w-])", re.IGNORECASE
)
_KK_ORDINAL = re.compile(rf"({'|'.join(ORDINALS)})\s+({'|'.join(KK_UNITS)})(\.|:)?(?![\w-])", re.IGNORECASE)
_LED_UNIT = re.compile(
    rf"({'|'.join(LED_UNITS)})\s+(?:№\s?)?({_CARDINAL}|[{_ROMANS}]{{1,7}}|{'|'.join(ORDINALS)}|[A-ZА-Я](?![\w]))"
    r"(\s?\.(?!\d)|:)?(?![\w(-])",
    re.IGNORECASE,
)
_PLAIN_HEAD = re.compile(rf"({'|'.join(PLAIN_HEADS)})(?:\s*$|\.\s)", re.IGNORECASE)
_NAMED_PART = re.compile(rf"({'|'.join(NAMED_PARTS)})\.?\s*$", re.IGNORECASE)
_SIGN = re.compile(rf"§\s?({_CARDINAL})\.?")
#: Not before the word for an item: «7) тармақша мынадай …» and «1) және 3) тармақшалар …» speak of items elsewhere.
_DIGIT_BRACKET = re.compile(
    rf"(\d{{1,3}}(?:[.{_DASHES}]\d{{1,3}})*)\s?\\?\)(?!\w)"
    r"(?!(?:(?:\s?[,–-]|\s(?:және|мен))\s?\d{1,3}(?:-\d{1,2})?\))*\s*тарма[қғ])"
)
_DIGIT_DOT = re.compile(rf"(\d{{1,3}}(?:[{_DASHES}]\d{{1,3}})*)\s?\\?\.(?=\s|$)")
_DIGIT_DEEP = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?=\s+[A-ZА-ЯӘҒҚҢӨҰҮҺІ«\"])")
_DIGIT_BRACKETS = re.compile(r"\((\d{1,3}[a-z]?)\)(?=\s)")
_LETTER_BRACKETS = re.compile(r"\(([a-zа-я]{1,2})\)(?=\s)")
_ROMAN_BRACKETS = re.compile(r"\(([ivxl]{1,6})\)(?=\s)")
_LETTER_BRACKET = re.compile(r"([a-zа-яәғқңөұүһі](?:\.\d|[-–]\d)?)\s?\\?\)(?=\s|$)")
_ROMAN_DOT = re.compile(rf"([{_ROMANS}]{{1,6}})\.(?=\s)")
_BULLET = re.compile(rf"[{_DASHES}•·▪●](?=\s|[^\W\d_])|\*(?=\s)")
_CYRILLIC_ROMAN: Final = str.maketrans("ІХ", "IX")


def read_marker(line: str) -> Marker | None:
    """Return what `line` begins with, ``None`` for running text.

    Example:
        >>> read_marker("Статья 228.1. Незаконный сбыт").number
        '228-1'
        >>> read_marker("3-бапта көрсетілген жазадан") is None
        True
    """
    at = len(line) - len(line.lstrip())
    if at == len(line):
        return None
    first = line[at]
    for read in _readers(first):
        found = read(line, at)
        if found:
            return found
    return None


def _readers(first: str) -> tuple[Callable[[str, int], Marker | None], ...]:
    if first.isdigit():
        return (_read_kk_unit, _read_digits)
    if first == "(":
        return (_read_brackets,)
    if first == "§":
        return (_read_sign,)
    if first.isalpha():
        return _LETTER_READERS if first in _UNIT_INITIALS else (_read_letter,)
    return (_read_bullet,)


def _read_kk_unit(line: str, at: int) -> Marker | None:
    match = _KK_UNIT.match(line, at)
    if match is None or not _heads(line, match):
        return None
    return _unit(match, KK_UNITS[match[2].casefold()], match[1])


def _read_kk_ordinal(line: str, at: int) -> Marker | None:
    match = _KK_ORDINAL.match(line, at)
    if match is None or not _heads(line, match):
        return None
    return _unit(match, KK_UNITS[match[2].casefold()], match[1])


def _read_led_unit(line: str, at: int) -> Marker | None:
    match = _LED_UNIT.match(line, at)
    if match is None:
        return None
    kind = LED_UNITS[match[1].casefold()]
    if not (_heads(line, match) or (kind is Kind.ANNEX and line[match.end() :].startswith((" к ", " to ")))):
        return None
    if kind is Kind.PART and not match[1].isupper():
        return None
    return _unit(match, kind, match[2])


def _read_plain_head(line: str, at: int) -> Marker | None:
    match = _PLAIN_HEAD.match(line, at)
    if match:
        return _unit(match, PLAIN_HEADS[match[1].casefold()], "")
    named = _NAMED_PART.match(line, at)
    if named:
        return Marker(kind=Kind.PART, style=Style.UNIT, number="", num=Span(at, at), rest=at)
    return None


def _heads(line: str, match: re.Match[str]) -> bool:
    """Whether a heading may follow the number: after a dot anything, otherwise a capital or nothing."""
    if match[3]:
        return True
    behind = line[match.end() :].lstrip()
    if not behind:
        return True
    return behind[0].isupper() and line[match.end()].isspace() and GENITIVE_ACT.match(behind) is None


def _unit(match: re.Match[str], kind: Kind, printed: str) -> Marker:
    end = match.start() + len(match[0].rstrip())
    return Marker(
        kind=kind,
        style=Style.UNIT,
        number=regular_number(printed),
        num=Span(match.start(), end),
        rest=_skip(match, end),
    )


def _read_digits(line: str, at: int) -> Marker | None:
    for pattern, kind, style in (
        (_DIGIT_BRACKET, Kind.ITEM, Style.DIGIT_BRACKET),
        (_DIGIT_DOT, Kind.PARAGRAPH, Style.DIGIT_DOT),
        (_DIGIT_DEEP, Kind.SUBPARAGRAPH, Style.DIGIT_DEEP),
    ):
        match = pattern.match(line, at)
        if match:
            return _listed(match, kind, style)
    return None


def _read_brackets(line: str, at: int) -> Marker | None:
    match = _DIGIT_BRACKETS.match(line, at)
    if match:
        return _listed(match, Kind.ITEM, Style.DIGIT_BRACKETS)
    match = _ROMAN_BRACKETS.match(line, at)
    if match:
        return _listed(match, Kind.SUBITEM, Style.ROMAN_BRACKETS)
    match = _LETTER_BRACKETS.match(line, at)
    return _listed(match, Kind.ITEM, Style.LETTER_BRACKETS) if match else None


def _read_sign(line: str, at: int) -> Marker | None:
    match = _SIGN.match(line, at)
    return _unit(match, Kind.SUBCHAPTER, match[1]) if match else None


def _read_letter(line: str, at: int) -> Marker | None:
    match = _LETTER_BRACKET.match(line, at)
    if match:
        return _listed(match, Kind.ITEM, Style.LETTER_BRACKET)
    match = _ROMAN_DOT.match(line, at)
    return _listed(match, Kind.CHAPTER, Style.ROMAN_DOT) if match else None


def _read_bullet(line: str, at: int) -> Marker | None:
    match = _BULLET.match(line, at)
    if match is None:
        return None
    return Marker(
        kind=Kind.INDENT, style=Style.BULLET, number="", num=Span(at, match.end()), rest=_skip(match, match.end())
    )


_LETTER_READERS = (_read_led_unit, _read_plain_head, _read_kk_ordinal, _read_kk_unit, _read_letter)
_UNIT_INITIALS = frozenset(
    letter
    for word in (*LED_UNITS, *PLAIN_HEADS, *NAMED_PARTS, *ORDINALS, "i", "v", "x", "l", "c", "і", "х")
    for letter in (word[0], word[0].upper())
)


def _listed(match: re.Match[str], kind: Kind, style: Style) -> Marker:
    number = match[1] if style is Style.DIGIT_DEEP else regular_number(match[1])
    return Marker(
        kind=kind, style=style, number=number, num=Span(match.start(), match.end()), rest=_skip(match, match.end())
    )


def _skip(match: re.Match[str], end: int) -> int:
    text = match.string
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def number_of(printed: str) -> str:
    """Return the regular number that a printed one reads as, empty when it reads as none.

    Example:
        >>> number_of("Статья 228.1."), number_of("2)"), number_of("•")
        ('228-1', '2', '')
    """
    marker = read_marker(printed) or read_marker(f"{printed} ")
    return marker.number if marker else ""


def regular_number(printed: str) -> str:
    """Return a printed number in its regular form.

    Example:
        >>> regular_number("66.2"), regular_number("ТРЕТЬЯ"), regular_number("ІІ")
        ('66-2', '3', 'II')
    """
    word = printed.casefold()
    if word in ORDINALS:
        return ORDINALS[word]
    if printed[:1].isdigit():
        return re.sub(rf"[.{_DASHES}]", "-", printed)
    return printed.translate(_CYRILLIC_ROMAN)
