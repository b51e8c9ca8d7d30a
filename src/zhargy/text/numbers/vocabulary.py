"""One door to the number words of all languages."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers import en, kk, ru
from zhargy.text.numbers.lexemes import Vocabulary
from zhargy.text.scripts import to_cyrillic, to_latin

_ALL: Final = {Language.KK: kk.vocabulary, Language.RU: ru.vocabulary, Language.EN: en.vocabulary}
_MIXED: Final = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")


@cache
def vocabulary_of(language: Language) -> Vocabulary:
    """Return the number words of a language."""
    return _ALL[language]()


def fold(text: str, language: Language) -> str:
    """Return `text` as the tables spell it, letter for letter: small, in one alphabet, е for ё.

    Example:
        >>> fold("Бiр мың", Language.KK), fold("Трёх", Language.RU)
        ('бір мың', 'трех')
    """
    if _MIXED.search(text):
        text = to_latin(text) if language is Language.EN else to_cyrillic(text)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower()[0] for letter in text)
    return lower.replace("ё", "е") if language is Language.RU else lower
