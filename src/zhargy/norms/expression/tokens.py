"""Words and signs of the norm language, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NoReturn

from zhargy.norms.expression.errors import ExpressionError
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.norms.vocabulary import KEYWORDS
from zhargy.text.scripts import to_latin


class Sort(StrEnum):
    """What a token is."""

    NAME = "name"
    KEYWORD = "keyword"
    CURRENCY = "currency"
    NORM = "norm"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, number or sign, with the characters it is written in."""

    sort: Sort
    text: str
    place: Place


_TOKEN: Final = re.compile(
    r"""
    (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w.]))
  | (?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))
  | (?P<text>"[^"\n]*")
  | (?P<currency>[A-Z]{3}(?![\w.]))
  | (?P<name>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*(?![\w.]))
  | (?P<sign><=|>=|!=(?!=)|[=<>](?![=<>])|[-+*/%(){},])
    """,
    re.VERBOSE,
)
_NORM: Final = re.compile(r"[a-z][\w.\-]*", re.ASCII)
_BLANK: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"[\w.]+")
_STRAY: Final = re.compile(r"[&|=<>!~^]+|.", re.DOTALL)
_MEANT: Final = dict(
    pair.split(" ")
    for pair in (
        *("& and", "&& and", "| or", "|| or", "! not", "~ not", "== =", "=== =", "<> !=", "!== !=", "=< <=", "=> >="),
        *("≤ <=", "≥ >=", "≠ !=", "× *", "− -", "– -", "; ,", "[ (", "] )"),
        *('« "', '» "', '“ "', '” "', '„ "', "' \"", '’ "'),
    )
)
"""Signs of other languages and keyboards, and the sign or word of this one that is meant."""


def tokenise(text: str, *, place: Place) -> Iterator[Token]:
    """Yield the tokens of an expression, the last of sort ``end``.

    Args:
        text: The expression.
        place: Where its first character stands; the lines below are indented to the same column.

    Raises:
        ExpressionError: a character or word that the language has not (N203), a quotation without its end (N205).
    """
    scanner = _Scanner(text=text, start=place)
    before, last = "", ""
    while True:
        scanner.skip()
        token = scanner.norm() if before in {"met", "amount"} and last == "(" else None
        token = token or scanner.token()
        yield token
        if token.sort is Sort.END:
            return
        before, last = last, token.text


class _Scanner:
    """A text and how far it is read."""

    def __init__(self, *, text: str, start: Place) -> None:
        self._text = text
        self._start = start
        self._at = 0
        self._line = 0
        self._line_start = 0

    def skip(self) -> None:
        """Pass over blanks, counting lines."""
        blank = _BLANK.match(self._text, self._at)
        if blank is None:
            return
        for newline in re.finditer("\n", blank[0]):
            self._line += 1
            self._line_start = self._at + newline.end()
        self._at = blank.end()

    def norm(self) -> Token | None:
        """Read the element id of a norm, which may hold hyphens."""
        match = _NORM.match(self._text, self._at)
        return self._take(Sort.NORM, match) if match else None

    def token(self) -> Token:
        """Read the next token."""
        if self._at == len(self._text):
            return Token(sort=Sort.END, text="", place=self._place())
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            self._refuse()
        sort = Sort(match.lastgroup or "")
        if sort is Sort.NAME and match[0] in KEYWORDS:
            sort = Sort.KEYWORD
        return self._take(sort, match)

    def _take(self, sort: Sort, match: re.Match[str]) -> Token:
        token = Token(sort=sort, text=match[0], place=self._place())
        self._at = match.end()
        return token

    def _place(self) -> Place:
        column = self._start.column + self._at - self._line_start
        start = self._start
        return Place(file=start.file, line=start.line + self._line, column=column, norm=start.norm)

    def _refuse(self) -> NoReturn:
        place = self._place()
        if self._text[self._at] == '"':
            raise ExpressionError(Problem(code="N205", place=place))
        word = _WORD.match(self._text, self._at)
        if word and word[0].strip("."):
            raise ExpressionError(Problem(code="N203", params=_misspelt(word[0]), place=place))
        stray = _STRAY.match(self._text, self._at)
        found = stray[0] if stray else ""
        near = _MEANT.get(found) or _MEANT.get(found[0], "")
        raise ExpressionError(Problem(code="N203", params={"found": found, "near": near}, place=place))


def _misspelt(word: str) -> dict[str, str]:
    """Return a word with other letters than the language has, and the same word in its letters if there is one."""
    plain = to_latin(word).lower().strip(".")
    match = _TOKEN.fullmatch(plain)
    if match is None or match.lastgroup != "name":
        return {"found": word, "near": near_miss(word, KEYWORDS)}
    return {"found": word, "near": plain}
