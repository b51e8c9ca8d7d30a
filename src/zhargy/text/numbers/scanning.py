"""The numbers of a text, in words, in digits and in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from zhargy.text.languages import Language
from zhargy.text.numbers.kk import ENDING
from zhargy.text.numbers.lexemes import Lexeme, Role
from zhargy.text.numbers.sums import read_sum
from zhargy.text.numbers.vocabulary import vocabulary_of
from zhargy.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """One number of a text.

    Args:
        span: Its words, with a case ending («5-тен»).
        value: What it is worth, without a sign.
        scale: The rank it ends with: 1000 for «он мың», else 1.
        in_digits: Whether it begins with digits.
        minus: Where a minus sign stands in front of it, else where the number begins.
    """

    span: Span
    value: int | Decimal
    scale: int
    in_digits: bool
    minus: int

    @property
    def is_negative(self) -> bool:
        """Whether a minus sign stands in front of it."""
        return self.minus < self.span.start


class _Word(NamedTuple):
    start: int
    end: int
    lexeme: Lexeme


_SPACE: Final = " \u00a0\u2009\u202f"
_ORDINAL_TAIL: Final = {
    Language.KK: r"[-‐‑–]?(?:[ыі]?н)?ш[ыі]",
    Language.RU: r"[-‐‑–](?:[ыоие]?й|[оеь]?го|[оеь]?му|[ая]?я|[оеь]?е|ую)(?!\w)",
    Language.EN: r"(?:st|nd|rd|th)(?!\w)",
}
_CASE_TAIL: Final = {
    Language.KK: rf"(?:[-‐‑–]?{ENDING}(?!\w))?",
    Language.RU: r"(?:[-‐‑–](?:[тс]?и|[тс]ью|х|мя?|ми|ю)(?!\w))?",
    Language.EN: "",
}
_DIGITS_WITH_POINT: Final = rf"\d{{1,3}}(?:(?:,\d{{3}})+|(?:[{_SPACE}]\d{{3}})+)(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_DIGITS_WITH_COMMA: Final = (
    rf"\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d+(?:[.,]\d+)?"
)
_ROMAN_BEHIND: Final = r"(?![-‐‑–](?:[xх]*[ivlcdmі][ivxlcdmіх]*|x)(?!\w))"


def scan(text: str, language: Language) -> Iterator[Scanned]:
    """Yield the numbers of a folded text, in order, not overlapping.

    Ordinals, dates in digits, numbers of acts («226-V») and digits inside a code are no numbers.

    Args:
        text: Text as `fold` gives it.
        language: Its language.

    Example:
        >>> [(found.value, found.scale) for found in scan("5 мың теңгеден мың жарым теңгеге", Language.KK)]
        [(5000, 1000), (1500, 1)]
    """
    ten_is_open = vocabulary_of(language).ten_is_open
    for row in _rows(text, language):
        lexemes = [word.lexeme for word in row]
        at = 0
        while at < len(row):
            total, end = read_sum(lexemes, at, ten_is_open=ten_is_open)
            if end > at + 1 or (end == at + 1 and lexemes[at].alone):
                start, in_digits = row[at].start, lexemes[at].role is Role.DIGITS
                yield Scanned(
                    span=Span(start, row[end - 1].end),
                    value=total.value,
                    scale=total.scale,
                    in_digits=in_digits,
                    minus=_minus(text, start) if in_digits else start,
                )
            at = max(end, at + 1)


def negated(value: int | Decimal) -> int | Decimal:
    """Return `value` with a minus, every digit kept: arithmetic on decimals would round to 28 of them."""
    return value.copy_negate() if isinstance(value, Decimal) else -value


def _minus(text: str, start: int) -> int:
    """Return where a minus in front of digits stands; a hyphen is one only where it can be no dash («– -972»)."""
    sign = _MINUS.search(text, max(start - _LONGEST_SIGN, 0), start)
    return start - 1 if sign else start


def _rows(text: str, language: Language) -> Iterator[list[_Word]]:
    """Yield number words that stand side by side."""
    row: list[_Word] = []
    for word in _words(text, language):
        if row and not _adjoins(text[row[-1].end : word.start], row[-1], language):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _words(text: str, language: Language) -> Iterator[_Word]:
    cardinals = vocabulary_of(language).cardinals
    for match in _TOKENS[language].finditer(text):
        lexeme = cardinals.get(match[0]) if match.lastgroup == "word" else _in_digits(match["digits"], language)
        if lexeme is not None:
            yield _Word(match.start(), match.end(), lexeme)


def _adjoins(gap: str, before: _Word, language: Language) -> bool:
    """Whether only white space of one line break at most lies between; English joins with hyphens too."""
    if not gap:
        return before.lexeme.role is Role.DIGITS
    if gap == "-":
        return language is Language.EN
    return len(gap) < _LONGEST_GAP and gap.isspace() and gap.count("\n") < 2


def _in_digits(printed: str, language: Language) -> Lexeme:
    plain = _SPACES.sub("", printed)
    plain = plain.replace(",", "" if language is Language.EN or plain.count(",") > 1 else ".")
    return Lexeme(Decimal(plain) if "." in plain else int(plain), Role.DIGITS)


def _token(language: Language) -> re.Pattern[str]:
    digits = _DIGITS_WITH_POINT if language is Language.EN else _DIGITS_WITH_COMMA
    return re.compile(
        rf"(?P<word>[^\W\d_]+)|(?<!\w)(?<!\d[.,])(?P<digits>{digits})"
        rf"(?![.,]?\d){_ROMAN_BEHIND}(?!{_ORDINAL_TAIL[language]})(?![a-z_]){_CASE_TAIL[language]}"
    )


_SPACES: Final = re.compile(f"[{_SPACE}]")
_MINUS: Final = re.compile(r"−$|[(\[:=–—]\s?-$")
_LONGEST_SIGN: Final = 3
_LONGEST_GAP: Final = 12
_TOKENS: Final = {language: _token(language) for language in Language}
