"""Parts of one as laws write them: «половины», «двух третей», «үштен екі»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Beginnings of the words of one language: the half, the upper numbers, the lower ones, and which come first."""

    half: str
    upper: Mapping[str, int]
    lower: Mapping[str, int]
    lower_first: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        upper, lower = (f"(?P<{name}>{'|'.join(words)})" for name, words in (("up", self.upper), ("low", self.lower)))
        first, second = (lower, upper) if self.lower_first else (upper, lower)
        return re.compile(rf"\b(?:(?P<half>{self.half})|{first}\w* {second})")


_WORDS: Final[Mapping[Language, _Words]] = {
    Language.KK: _Words(
        half="жарты",
        upper={"бір": 1, "екі": 2, "үш": 3, "төрт": 4},
        lower={"үштен": 3, "төрттен": 4, "бестен": 5},
        lower_first=True,
    ),
    Language.RU: _Words(
        half="половин",
        upper={"одн": 1, "дв": 2, "тр": 3, "четыр": 4},
        lower={"трет": 3, "четверт": 4, "пят": 5},
    ),
    Language.EN: _Words(
        half="half",
        upper={"one": 1, "a": 1, "two": 2, "three": 3, "four": 4},
        lower={"third": 3, "quarter": 4, "fifth": 5},
    ),
}
_PATTERNS: Final = {language: words.pattern for language, words in _WORDS.items()}


def find_fractions(words: str, language: Language) -> Iterator[Fraction]:
    """Yield the parts of one that regular words name, in their order.

    Example:
        >>> [str(part) for part in find_fractions("половины либо двух третей", Language.RU)]
        ['1/2', '2/3']
    """
    known = _WORDS[language]
    for match in _PATTERNS[language].finditer(words):
        if match["half"]:
            yield Fraction(1, 2)
        elif known.upper[match["up"]] < known.lower[match["low"]]:
            yield Fraction(known.upper[match["up"]], known.lower[match["low"]])
