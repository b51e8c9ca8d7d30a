"""Russian stems: dictionary forms from pymorphy3, the reading chosen as law would read the word."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Any, Final

_CYRILLIC: Final = re.compile("[а-яё]")
_LEGAL: Final = {
    "статей": "статья",
    "судов": "суд",
    "деньги": "деньги",
    "денег": "деньги",
    "деньгам": "деньги",
    "деньгами": "деньги",
    "деньгах": "деньги",
    "данные": "данные",
    "данных": "данные",
    "данным": "данные",
    "данными": "данные",
    "вине": "вина",
    "вину": "вина",
}
"""Forms whose likeliest reading in general Russian is another word than in law."""


@lru_cache(maxsize=1 << 17)
def stem_ru(word: str) -> str:
    """Return the dictionary form of a Russian word, «ё» written «е».

    A form that may be a participle counts as its verb, in every case alike («предусмотренных», «предусмотрен»).

    Args:
        word: One word, any case; one without any Cyrillic letter is returned in lower case.

    Example:
        >>> [stem_ru(word) for word in ("статей", "судов", "осуждённого", "предусмотренных", "уголовным")]
        ['статья', 'суд', 'осудить', 'предусмотреть', 'уголовный']
    """
    word = word.lower()
    if _CYRILLIC.search(word) is None:
        return word
    chosen = _LEGAL.get(word) or _likeliest(word)
    return chosen.replace("ё", "е")


def is_russian_word(word: str) -> bool:
    """Whether the dictionary of Russian forms has a word as one.

    Args:
        word: One lower-case word.

    Example:
        >>> is_russian_word("подследственных"), is_russian_word("приназначении")
        (True, False)
    """
    return bool(_analyser().word_is_known(word))


def _likeliest(word: str) -> str:
    scores: dict[str, float] = defaultdict(float)
    verbs: dict[str, float] = defaultdict(float)
    for parse in _analyser().parse(word):
        scores[parse.normal_form] += parse.score
        if {"PRTF", "PRTS"} & set(parse.tag.grammemes):
            verbs[parse.normal_form] += parse.score
    if verbs and sum(verbs.values()) >= 0.2:
        return max(sorted(verbs), key=verbs.__getitem__)
    return max(sorted(scores), key=scores.__getitem__)


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 (a tenth of a second, and only Russian needs it)

    return MorphAnalyzer()
