"""In which language a passage is: Kazakh, Russian or English.

Each word speaks for itself: a Latin word for English, a Cyrillic word for Kazakh or Russian by how much likelier its
runs of one to four letters are in the one than in the other (a table of log odds, learned from acts in both languages);
what one word may say is capped, and function words say nearly as much, so that a loan word does not drown «немесе».
The letters ә ғ қ ң ө ұ ү һ і and щ ъ ё are in that table like any others. Roman numerals, codes and single Latin
letters say nothing. Other languages are not told apart: French would count as English, Ukrainian as Kazakh or Russian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.scripts import Script, is_mixed, script_of, to_cyrillic

_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_ROMAN: Final = re.compile(r"[ivxlcdm]+")
_LONGEST: Final = 4
_LATIN_LETTER_WEIGHT: Final = 0.8
_MOST: Final = 40.0
_FUNCTION_WORD: Final = 30.0
_FUNCTION_WORDS: Final = {
    Language.KK: """және немесе мен пен бен үшін туралы бойынша деп деген емес жоқ осы бұл сол оның олар бірақ ал әрі
        дейін кейін соң сияқты ретінде мынадай болып болған болады бір әр тиіс керек бап тарау тармақ жылғы жылы""",
    Language.RU: """и в во на по с со не из от для при или к ко у за об что как это если его ее их он она они был была
        были быть год года году же бы так также чтобы который статья статьи пункт часть глава о""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for a language in a passage.

    Args:
        language: The verdict, ``None`` when there is nothing to go by.
        cyrillic: Letters in Cyrillic words.
        latin: Letters in Latin words that say something.
        odds: Sum over the Cyrillic words, in nats: above zero for Kazakh, below for Russian.
    """

    language: Language | None
    cyrillic: int
    latin: int
    odds: float


def identify(text: str) -> Language | None:
    """Return the language of a passage, ``None`` for no evidence (numbers and signs only).

    Args:
        text: A paragraph, heading or line.

    Example:
        >>> identify("1-бап. Осы Заңның мақсаты"), identify("Настоящий закон"), identify("Article 5")
        (<Language.KK: 'kk'>, <Language.RU: 'ru'>, <Language.EN: 'en'>)
        >>> identify("№ 226-V, 03.07.2014") is None
        True
    """
    return weigh(text).language


def weigh(text: str) -> Evidence:
    """Return the language of a passage with what speaks for it.

    Example:
        >>> evidence = weigh("баланы тарту туралы (in absentia)")
        >>> evidence.language.value, evidence.cyrillic > evidence.latin, evidence.odds > 0
        ('kk', True, True)
    """
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    cyrillic = latin = 0
    odds = 0.0
    for word in _WORD.findall(text.lower()):
        is_cyrillic, letters, says = _word(word)
        if is_cyrillic:
            cyrillic += letters
            odds += says
        else:
            latin += letters
    return Evidence(language=_verdict(cyrillic, latin, odds), cyrillic=cyrillic, latin=latin, odds=odds)


def _verdict(cyrillic: int, latin: int, odds: float) -> Language | None:
    if latin * _LATIN_LETTER_WEIGHT > cyrillic:
        return Language.EN
    if not cyrillic or not odds:
        return None
    return Language.KK if odds > 0 else Language.RU


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[bool, int, float]:
    """Return whether a word is Cyrillic, how many letters count, and its log odds of Kazakh against Russian."""
    if not any(script_of(letter) is Script.CYRILLIC for letter in word):
        return False, 0 if len(word) < 2 or _ROMAN.fullmatch(word) else len(word), 0.0
    if is_mixed(word):
        word = to_cyrillic(word)
    table = _odds()
    if word in _decisive():
        return True, len(word), _decisive()[word]
    says = sum(map(table.__getitem__, runs(word)))
    return True, len(word), max(-_MOST, min(_MOST, says))


def runs(word: str) -> list[str]:
    """Return the runs of one to four letters of a word, its borders marked by ``_``.

    Example:
        >>> runs("бір")[:4]
        ['_', '_б', '_бі', '_бір']
    """
    bordered = f"_{word}_"
    size = len(bordered)
    return [bordered[start:end] for start in range(size) for end in range(start + 1, min(start + _LONGEST, size) + 1)]


class _Odds(dict[str, float]):
    """Log odds of runs of letters; a run nobody has met says nothing."""

    def __missing__(self, run: str) -> float:
        return 0.0


@cache
def _decisive() -> Mapping[str, float]:
    signs = {Language.KK: _FUNCTION_WORD, Language.RU: -_FUNCTION_WORD}
    return {word: signs[language] for language, words in _FUNCTION_WORDS.items() for word in words.split()}


@cache
def _odds() -> _Odds:
    text = files("zhargy.packs").joinpath("lexicon", "language_odds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("// "))
    return _Odds((run, float(odds)) for run, odds in rows)
