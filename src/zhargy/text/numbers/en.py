"""English number words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from zhargy.text.numbers.lexemes import Lexeme, Role, Vocabulary

_BELOW_TWENTY: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

PLAIN: Final = {
    **{word: value for value, word in enumerate(_BELOW_TWENTY.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
HUNDRED: Final = "hundred"
SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_SHORT_SCALES: Final = {"mln": 10**6, "bn": 10**9}
_IRREGULAR_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def ordinal(word: str) -> str:
    """Return the ordinal of a cardinal word.

    Example:
        >>> ordinal("two"), ordinal("twenty"), ordinal("hundred")
        ('second', 'twentieth', 'hundredth')
    """
    if word in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def vocabulary() -> Vocabulary:
    """Return the number words of English."""
    counting = {word: Lexeme(value, Role.PLAIN) for word, value in PLAIN.items()}
    counting[HUNDRED] = Lexeme(100, Role.HUNDRED)
    counting |= {word: Lexeme(value, Role.SCALE) for word, value in SCALES.items()}
    return Vocabulary(
        cardinals=counting
        | {word: Lexeme(value, Role.SCALE, alone=False) for word, value in _SHORT_SCALES.items()}
        | {"half": Lexeme(Decimal("0.5"), Role.HALF, alone=False)}
        | {word: Lexeme(0, Role.JOIN, alone=False) for word in ("and", "a")},
        ordinals={ordinal(word): lexeme for word, lexeme in counting.items()},
        ten_is_open=False,
    )
