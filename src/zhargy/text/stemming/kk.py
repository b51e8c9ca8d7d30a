"""Kazakh stems: the likeliest root of a word, found again and again until nothing more comes off."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from zhargy.text.scripts import is_mixed, to_cyrillic
from zhargy.text.stemming.kk_analysis import Reading, readings
from zhargy.text.stemming.kk_model import model
from zhargy.text.stemming.kk_sounds import CONSONANTS
from zhargy.text.stemming.kk_words import CLOSED

_ROUNDS: Final = 4
_CACHE: Final = 1 << 17
_RELATION: Final = ("лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "қы", "кі")
_HAVING: Final = ("лы", "лі", "ды", "ді", "ты", "ті")
_AGENT: Final = ("шы", "ші")
_DERIVATION: Final = (*_RELATION, *_HAVING, *_AGENT)
_LONG_ENOUGH: Final = 5


def stem_kk(word: str) -> str:
    """Return the stem of a Kazakh word: plural, possessive, case, person, tense, mood and passive are taken off.

    What makes another word stays: «заңсыз» and «заңгер» are not «заң», «өлтіру» is not «өлу». Latin letters inside
    the word are read as the Cyrillic ones they look like.

    Args:
        word: One word, any case.

    Example:
        >>> [stem_kk(word) for word in ("кітабы", "құқығынан", "халқы", "орны", "тағайындалған", "есептiктiң")]
        ['кітап', 'құқық', 'халық', 'орын', 'тағайында', 'есептік']
    """
    word = word.lower()
    if word.isascii():
        return word
    return _stem(to_cyrillic(word) if is_mixed(word) else word)


def base_kk(word: str) -> str:
    """Return the stem without the endings that make a word of the same matter: -лық, -лы, -шы, -ғы.

    For search only; -сыз («заңсыз») says the contrary and stays.

    Args:
        word: One word, any case.

    Example:
        >>> [base_kk(word) for word in ("қылмыстық", "сыртқы", "заңгерлік", "заңсыз")]
        ['қылмыс', 'сырт', 'заңгер', 'заңсыз']
    """
    return _base(stem_kk(word))


def best_reading(word: str) -> Reading | None:
    """Return the likeliest root and endings of a lower-case Cyrillic word, ``None`` when it cannot be read.

    Example:
        >>> best_reading("баптарында")
        Reading(root='бап', kind='N', tags=('plural', 'poss.3', 'loc'))
    """
    found = readings(word)
    return min(found, key=model().cost) if found else None


@lru_cache(maxsize=_CACHE)
def _stem(word: str) -> str:
    for _ in range(_ROUNDS):
        shorter = _spelt_once(_inflection_off(word).removesuffix("ь"))
        if shorter == word:
            break
        word = shorter
    return word


def _inflection_off(word: str) -> str:
    for _ in range(_ROUNDS):
        shorter = _once(word)
        if shorter == word:
            break
        word = shorter
    return word


def _spelt_once(word: str) -> str:
    """Loans lose a doubled consonant before endings: процесс, процесі."""
    while len(word) > 3 and word[-1] == word[-2] and word[-1] in CONSONANTS:
        word = word[:-1]
    return word


def _once(word: str) -> str:
    if word in CLOSED:
        return CLOSED[word]
    if len(word) <= 2:
        return word
    best = best_reading(word)
    return best.root if best else word


@lru_cache(maxsize=_CACHE)
def _base(word: str) -> str:
    for _ in range(_ROUNDS):
        shorter = _underived(word)
        if shorter == word:
            break
        word = shorter
    return word


def _underived(word: str) -> str:
    for ending in _DERIVATION:
        rest = word.removesuffix(ending)
        if rest != word and (len(rest) >= _LONG_ENOUGH or (len(rest) > 2 and model().knows(rest))):
            return _stem(rest)
    return word
