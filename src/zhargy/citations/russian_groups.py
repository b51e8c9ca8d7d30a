"""One level of a Russian citation: «части первой», «пунктом "а"», «настоящей статьи», «той же статьи»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhargy.citations.levels import ALONE, SCOPE_OF, Level
from zhargy.citations.lexing import Passage
from zhargy.citations.numbering import AND, Numbers, ordinal, read_numbers
from zhargy.citations.vocabulary import THAT_RU, THIS_RU, Unit, unit
from zhargy.model import Scope
from zhargy.text import Language

SAME: Final = frozenset({"той", "того", "тому", "тем", "том", "те", "тот", "та"})
"""«той же»; alone it points nowhere."""
_ONLY: Final = frozenset({"одной", "одного", "одну", "одна", "один"})


@dataclass(frozen=True, slots=True)
class Group:
    """One level: a unit with its numbers, or «this» or «that» unit."""

    level: Level
    end: int
    numbers: tuple[str, ...] = ()
    scope: Scope = Scope.UNSTATED
    back: Level | None = None
    is_led: bool = False


def read_group(passage: Passage, at: int) -> Group | None:
    """Return the level named at token `at`."""
    token = passage[at]
    following = unit(passage[at + 1].low)
    if following and following.language is Language.RU and not following.is_short:
        if THIS_RU.fullmatch(token.low):
            return _pointed(following, at + 2, is_back=False)
        if THAT_RU.fullmatch(token.low):
            return _pointed(following, at + 2, is_back=True)
    if token.low in SAME and passage[at + 1].low == "же" and passage[at - 1].low not in AND | _ONLY:
        further = unit(passage[at + 2].low)
        return _pointed(further, at + 3, is_back=True) if further and further.language is Language.RU else None
    word = unit(token.low)
    if word is None or word.language is not Language.RU:
        return None
    return _numbered(passage, at, word)


def _pointed(word: Unit, end: int, *, is_back: bool) -> Group | None:
    if word.is_plural or word.level not in SCOPE_OF:
        return None
    if is_back:
        return Group(word.level, end, back=word.level)
    return Group(word.level, end, scope=SCOPE_OF[word.level])


def _numbered(passage: Passage, at: int, word: Unit) -> Group | None:
    start = at + 1
    if word.is_short:
        if passage[start].raw != ".":
            return None
        start += 1
    if passage[start].raw == "№":
        start += 1
    numbers = read_numbers(passage, start, language=Language.RU, is_plural=word.is_plural or word.is_short)
    if numbers is None or not _fits(numbers, word) or _are_initials(passage, at, numbers):
        return _noted(passage, at, word)
    return Group(word.level, numbers.end, numbers=numbers.values)


def _are_initials(passage: Passage, at: int, numbers: Numbers) -> bool:
    """Whether a capital and a letter behind it are the initials of a person («П.М. Ахметов») and no point."""
    return numbers.shape == "l" and passage[at].raw.isupper()


def _fits(numbers: Numbers, word: Unit) -> bool:
    """Letters number points only, Roman numerals the large divisions."""
    if numbers.shape == "l":
        return word.level in {Level.ITEM, Level.SUBITEM, Level.INDENT, Level.ANNEX}
    if numbers.shape == "r":
        return word.level in {Level.SECTION, Level.CHAPTER, Level.SUBSECTION, Level.SUBCHAPTER, Level.ANNEX}
    return numbers.shape != "o" or word.level is not Level.ARTICLE


def _noted(passage: Passage, at: int, word: Unit) -> Group | None:
    """«примечание к статье 158»: a note without a number, of an article that is named."""
    if word.level is not Level.NOTE or passage[at + 1].low != "к":
        return None
    following = read_group(passage, at + 2)
    return Group(Level.NOTE, at + 1, numbers=(ALONE,)) if following and following.level is Level.ARTICLE else None


def read_led_group(passage: Passage, at: int, word: Unit) -> tuple[int, Group] | None:
    """«первой и второй частей»: ordinals before their unit."""
    start = at
    while passage[start - 1].is_word and ordinal(passage[start - 1].low, Language.RU) is not None:
        start -= 1
        if (passage[start - 1].low in AND or passage[start - 1].raw == ",") and passage[start - 2].is_word:
            is_listed = ordinal(passage[start - 2].low, Language.RU) is not None
            start -= 1 if is_listed else 0
    numbers = read_numbers(passage, start, language=Language.RU) if start < at else None
    if numbers is None or numbers.end != at or word.is_short:
        return None
    return start, Group(word.level, at + 1, numbers=numbers.values, is_led=True)
