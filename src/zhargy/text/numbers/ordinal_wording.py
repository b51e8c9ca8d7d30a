"""Ordinals in words."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers import en, kk, ru
from zhargy.text.numbers.compounds import combining
from zhargy.text.numbers.wording import cardinal_in_words

_LAST_WORD: Final = re.compile(r"[a-z]+$")


def ordinal_in_words(value: int, language: Language) -> str:
    """Return an ordinal in its dictionary form.

    Example:
        >>> ordinal_in_words(140, Language.KK), ordinal_in_words(2000, Language.RU), ordinal_in_words(12, Language.EN)
        ('бір жүз қырқыншы', 'двухтысячный', 'twelfth')
    """
    match language:
        case Language.KK:
            *before, last = cardinal_in_words(value, language).split()
            return " ".join([*before, kk.ordinal(last)])
        case Language.RU:
            return _ru(value)
        case Language.EN:
            return _LAST_WORD.sub(lambda word: en.ordinal(word[0]), cardinal_in_words(value, language))


def _ru(value: int) -> str:
    if value == 0:
        return "нулевой"
    if value % 1000 == 0:
        rank = max(rank for rank in ru.ORDINAL_SCALES if value % rank == 0)
        last = value // rank % 1000 * rank
        front = "" if last == rank else combining(last // rank)
        word = f"{front}{ru.ORDINAL_SCALES[rank]}ый"
    else:
        last = _last_part(value)
        word = f"{ru.THIRD}ий" if last == 3 else ru.ordinal_stem(last) + ("ой" if last in ru.STRESSED else "ый")
    return f"{cardinal_in_words(value - last, Language.RU)} {word}" if value > last else word


def _last_part(value: int) -> int:
    """Return the last word's worth: 21 gives 1, 112 gives 12, 140 gives 40, 300 gives 300."""
    below = value % 100
    if below == 0:
        return value % 1000
    return below if below < 20 else below % 10 or below
