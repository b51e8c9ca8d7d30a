"""One door to the stemmers of all languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.scripts import is_mixed, to_cyrillic
from zhargy.text.stemming.en import stem_en
from zhargy.text.stemming.kk import base_kk, stem_kk
from zhargy.text.stemming.ru import stem_ru


class Strength(StrEnum):
    """How much is taken off.

    `LIGHT` leaves the word that a dictionary lists. `FULL` is for search in Kazakh: «қылмыстық» is found by «қылмыс»;
    in Russian and English it is the same as `LIGHT`.
    """

    LIGHT = "light"
    FULL = "full"


_NUMBER: Final = re.compile(r"(\d[\d.,:/-]*\d|\d)(?:[-‐‑–]?[а-яәғқңөұүһі]{1,5}|st|nd|rd|th)?")
_HYPHEN: Final = re.compile(r"[-‐‑]")
_STEMMERS: Final[dict[tuple[Language, Strength], Callable[[str], str]]] = {
    (Language.KK, Strength.LIGHT): stem_kk,
    (Language.KK, Strength.FULL): base_kk,
    (Language.RU, Strength.LIGHT): stem_ru,
    (Language.RU, Strength.FULL): stem_ru,
    (Language.EN, Strength.LIGHT): stem_en,
    (Language.EN, Strength.FULL): stem_en,
}


def stem(word: str, language: Language, *, strength: Strength = Strength.LIGHT) -> str:
    """Return the form under which all forms of `word` meet.

    In a compound with hyphens the last part is stemmed; a number loses its ending («55-ші», «2014-ке»).

    Args:
        word: A word or number, any case.
        language: Language of the word.
        strength: How much is taken off.

    Example:
        >>> stem("баптарының", Language.KK), stem("статьями", Language.RU), stem("Articles", Language.EN)
        ('бап', 'статья', 'articl')
        >>> stem("ата-аналардың", Language.KK), stem("55-ші", Language.KK)
        ('ата-ана', '55')
    """
    if word[:1].isdigit():
        number = _NUMBER.fullmatch(word)
        return number[1] if number else word.lower()
    stemmer = _STEMMERS[language, strength]
    parts = _HYPHEN.split(word)
    if language is not Language.EN:
        parts = [to_cyrillic(part) if is_mixed(part) else part for part in parts]
    if len(parts) == 1 or not parts[-1]:
        return stemmer("-".join(parts))
    return "-".join([*(part.lower() for part in parts[:-1]), stemmer(parts[-1])])
