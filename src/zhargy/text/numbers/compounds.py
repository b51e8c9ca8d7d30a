"""Russian adjectives that begin with a number: «двухтысячный», «двадцатипятикратный», «трехдневный»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhargy.text.numbers.ru import COMBINING, PLAIN


def combining(value: int) -> str:
    """Return the front that a number below a thousand makes.

    Example:
        >>> combining(2), combining(25), combining(121)
        ('двух', 'двадцатипяти', 'стодвадцатиодно')
    """
    if value in COMBINING:
        return COMBINING[value]
    if value in PLAIN:
        return PLAIN[value].split()[1]
    rank = 100 if value >= 100 else 10
    return combining(value - value % rank) + combining(value % rank)


_SINGLE: Final = {combining(value): value for value in PLAIN if value}
_RANKS: Final = (
    [front for front, value in _SINGLE.items() if value >= 100],
    [front for front, value in _SINGLE.items() if 20 <= value < 100],
    [front for front, value in _SINGLE.items() if value < 20],
)
_FRONT: Final = re.compile("".join(f"({'|'.join(sorted(rank, key=len, reverse=True))})?" for rank in _RANKS))
_WHOLE: Final[dict[str, int | Decimal]] = {"тысяче": 1000, "полутора": Decimal("1.5")}


def split_compound(word: str) -> tuple[int | Decimal, str] | None:
    """Return the number that a compound begins with and the rest of the word, ``None`` when there is none.

    Args:
        word: A Russian word in small letters, without ё.

    Example:
        >>> split_compound("двадцатипятикратном"), split_compound("трехдневный"), split_compound("статья")
        ((25, 'кратном'), (3, 'дневный'), None)
    """
    for front, value in _WHOLE.items():
        if word.startswith(front):
            return value, word[len(front) :]
    match = _FRONT.match(word)
    if match is None or not match[0] or match.end() == len(word):
        return None
    value = sum(_SINGLE[part] for part in match.groups() if part)
    return value, word[match.end() :]
