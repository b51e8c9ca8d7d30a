"""Words, numbers, codes and marks of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhargy.text.span import Span


class TokenKind(StrEnum):
    """What a token is.

    - `WORD`: letters, with hyphens and apostrophes inside; dotted abbreviations too («т.б.», «А.А.»)
    - `NUMBER`: digits with their separators and ending («19,4», «17.11.2015», «228-1», «55-ші»)
    - `CODE`: digits and letters that are one name («180-VI», «K1400000226», «E35.1»), addresses of pages and mail
    - `MARK`: one punctuation mark or sign
    """

    WORD = "word"
    NUMBER = "number"
    CODE = "code"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text that is read as one."""

    span: Span
    text: str
    kind: TokenKind


_LETTER: Final = r"[^\W\d_]"
_JOINT: Final = r"[-‐‑'’ʼ]"
_ENDING: Final = (
    r"(?:[нi]?ш[іиы]|[ыі]нш[іы]|[ғгқк][аеы]|[дт][аеыі]н?|н[аеыі]н?|[ндт][ыі]ң|[мбп]ен|с[ыі]|[ыі]|[ыи]?й|"
    r"[ое]?го|[ое]?му|[аяое]я?е?|ы?м|ы?х|ми|ти|ю)"
)
_TOKEN: Final = re.compile(
    rf"(?P<address>(?:https?://|www\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?P<roman>\d+(?:[-‐‑]\d+)*[-‐‑–][IVXLCDMІХСМ]+(?!\w))"
    rf"|(?P<number>\d++(?:[.,:/]\d++)*+(?:[-‐‑]\d++(?!{_LETTER}))*(?:[-‐‑]{_ENDING}(?![\w-])|(?:st|nd|rd|th)\b)?"
    rf"(?:(?!{_LETTER})|(?=[а-яәғқңөұүһі]{{2}})))"
    rf"|(?P<code>(?=\w*\d){_LETTER}*\d[^\W_]*(?:\.\d+)*)"
    rf"|(?P<dotted>(?<!\w)(?:{_LETTER}\.){{2,}})"
    rf"|(?P<word>{_LETTER}[^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+{_LETTER}*)*(?:{_JOINT}{_LETTER}+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_KINDS: Final = {
    "address": TokenKind.CODE,
    "roman": TokenKind.CODE,
    "number": TokenKind.NUMBER,
    "code": TokenKind.CODE,
    "dotted": TokenKind.WORD,
    "word": TokenKind.WORD,
    "mark": TokenKind.MARK,
}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order; what lies between them is white space.

    A number and the noun it counts are two tokens («1-бап» is «1», «-», «бап»), so that «43 және 45-баптары» holds
    the same words as «45-бап».

    Example:
        >>> [token.text for token in tokens("№ 226-V Кодекстің 43-бабы")]
        ['№', '226-V', 'Кодекстің', '43', '-', 'бабы']
    """
    for found in _TOKEN.finditer(text):
        yield Token(Span(*found.span()), found[0], _KINDS[found.lastgroup or "mark"])
