"""Names of other acts in Russian: codes, constitutions, laws, decrees, with their requisites and titles."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from zhargy.citations.lexing import OPENING, Passage, regular_words
from zhargy.citations.numbering import read_number
from zhargy.citations.requisites import read_act_number, read_date
from zhargy.citations.segments import Act
from zhargy.citations.vocabulary import SHORT_CODES, THIS_RU, head, unit
from zhargy.model import ActKind
from zhargy.text import Language

_ADJECTIVE: Final = re.compile(r"[а-яё-]{4,}(?:ого|его|ому|ему|ым|им|ом|ем|ый|ий|ой|ые|ие|ых|их|ыми|ими)")
_OF_LAW: Final = re.compile(r"(?:федеральн|конституционн|нормативн|модельн|совместн)[а-я]{1,3}")
_COUNTRIES: Final = {"российской": "федерации", "республики": "казахстан"}
_SHORT_COUNTRIES: Final = frozenset({"рф", "рк", "рсфср", "ссср"})
_CODE_TAILS: Final = (
    ("об", "административных", "правонарушениях"),
    ("административного", "судопроизводства"),
    ("внутреннего", "водного", "транспорта"),
    ("торгового", "мореплавания"),
    ("законов", "о", "труде"),
    ("законов", "о", "браке", "и", "семье"),
    ("о", "здоровье", "народа", "и", "системе", "здравоохранения"),
    ("о", "браке", "супружестве", "и", "семье"),
)
_AUTHORS: Final = {
    ("президента",): "Президент",
    ("правительства",): "Правительство",
    ("конституционного", "суда"): "Конституционный Суд",
    ("конституционного", "совета"): "Конституционный Совет",
    ("верховного", "суда"): "Верховный Суд",
    ("пленума", "верховного", "суда"): "Пленум Верховного Суда",
    ("национального", "банка"): "Национальный Банк",
    ("верховного", "совета"): "Верховный Совет",
}
_MOST_ADJECTIVES: Final = 3
_LONGEST_DESCRIPTION: Final = 22


def read_act(passage: Passage, at: int) -> Act | None:
    """Return the act whose name begins at token `at`."""
    found = _short_code(passage, at)
    if found:
        return found
    at_head = at
    while at_head - at < _MOST_ADJECTIVES and _is_adjective(passage, at_head):
        at_head += 1
    word = head(passage[at_head].low)
    if word and word.kind is not ActKind.CODE and any(not _of_law(passage, index) for index in range(at, at_head)):
        return None
    if word is None or word.language is not Language.RU:
        return None
    if word.kind is ActKind.CODE:
        return _code(passage, at, at_head)
    if word.kind is ActKind.CONSTITUTION:
        return _constitution(passage, at, at_head)
    return _dated(passage, at_head, kind=word.kind)


def act_start(passage: Passage, at_head: int) -> int:
    """Return the index of the first word of the name whose head is token `at_head`."""
    start, named = at_head, head(passage[at_head].low)
    is_code = named is not None and named.kind is ActKind.CODE
    while at_head - start < _MOST_ADJECTIVES and _is_adjective(passage, start - 1):
        begins_name = is_code and passage[start].raw[:1].isupper() and start < at_head
        if (not is_code and not _of_law(passage, start - 1)) or (begins_name and passage[start - 1].raw.islower()):
            break
        start -= 1
    return start


def read_more(passage: Passage, at: int, before: Act) -> tuple[int, Act] | None:
    """Return where a further act of the same list begins, and that act: «…; от 04.12.2006 № 201-ФЗ»."""
    start = skip_bracket(passage, at)
    if passage[start].raw in {",", ";"} or passage[start].low == "и":
        start += 1
    if passage[start].low != "от" or start == at:
        return None
    requisites = _requisites(passage, start, before.kind)
    return (start, replace(requisites, author=before.author)) if requisites else None


def skip_bracket(passage: Passage, at: int) -> int:
    """Return the index behind a bracketed remark at token `at`; `at` itself when none is there, or it cites."""
    closed = passage.closing(at, limit=60) if passage[at].raw == "(" else -1
    if closed < 0 or any(_cites(passage, index) for index in range(at, closed)):
        return at
    return closed + 1


def _cites(passage: Passage, at: int) -> bool:
    """Whether a unit at token `at` has a number or points somewhere: «часть первая», «настоящей статьи»."""
    if not unit(passage[at].low):
        return False
    points = THIS_RU.fullmatch(passage[at - 1].low) is not None
    return points or read_number(passage, at + 1, language=Language.RU) is not None


def _is_adjective(passage: Passage, at: int) -> bool:
    token = passage[at]
    return token.is_word and _ADJECTIVE.fullmatch(token.low) is not None and head(token.low) is None


def _of_law(passage: Passage, at: int) -> bool:
    return _OF_LAW.fullmatch(passage[at].low) is not None


def _short_code(passage: Passage, at: int) -> Act | None:
    token = passage[at]
    if token.low not in SHORT_CODES or not token.raw[0].isupper():
        return None
    has_country = passage[at + 1].low in _SHORT_COUNTRIES
    country, end = (passage[at + 1].low.upper(), at + 2) if has_country else ("", _country(passage, at + 1))
    name = "КоАП" if token.low == "коап" else token.low.upper()
    return Act(end=end, name=f"{name} {country}".strip(), kind=ActKind.CODE)


def _code(passage: Passage, at: int, at_head: int) -> Act | None:
    words = [passage[index] for index in range(at, at_head)]
    if words and words[0].raw.islower() and any(word.raw[0].isupper() for word in words):
        return None
    end = _country(passage, at_head + 1)
    tail, end = _code_tail(passage, end)
    end = max(end, _country(passage, end))
    if not tail and (not words or not (words[0].raw[0].isupper() or end > at_head + 1)):
        return None
    name = " ".join(part for part in (nominative(" ".join(word.low for word in words)), "кодекс", tail) if part)
    act = Act(end=end, name=name[0].upper() + name[1:], kind=ActKind.CODE)
    requisites = _requisites(passage, end, ActKind.CODE) if passage[end].low == "от" else None
    return replace(requisites, name=act.name) if requisites else act


def _code_tail(passage: Passage, at: int) -> tuple[str, int]:
    for words in _CODE_TAILS:
        if tuple(passage[at + step].low for step in range(len(words))) == words:
            return " ".join(words), at + len(words)
    return "", at


def _constitution(passage: Passage, at: int, at_head: int) -> Act | None:
    if at != at_head or not passage[at].raw[0].isupper():
        return None
    end = _country(passage, at + 1)
    return Act(end=end, name="Конституция", kind=ActKind.CONSTITUTION) if end > at + 1 else None


def _dated(passage: Passage, at_head: int, *, kind: ActKind) -> Act:
    """Read what follows the word for a law or decree: country, author, title, date, number."""
    end = _country(passage, at_head + 1)
    author, end = _author(passage, end)
    end = _country(passage, end)
    title, end = _title(passage, end)
    start = _described(passage, end) if not title else end
    requisites = _requisites(passage, start, kind)
    if requisites:
        end = requisites.end
        if not title:
            title, end = _title(passage, end)
        return replace(requisites, author=author, name=title, end=end)
    return Act(end=end, name=title, kind=kind, author=author)


def _described(passage: Passage, at: int) -> int:
    """Return where the date stands behind words that say what a law is on: «о поправке к … от 14.03.2020»."""
    if passage[at].low not in {"о", "об"}:
        return at
    for index in range(at + 1, at + _LONGEST_DESCRIPTION):
        token = passage[index]
        if token.low == "от" and read_date(passage, index + 1, language=Language.RU):
            return index
        if not token.is_word:
            break
    return at


def _country(passage: Passage, at: int) -> int:
    low = passage[at].low
    if low in _SHORT_COUNTRIES:
        return at + 1
    return at + 2 if low in _COUNTRIES and passage[at + 1].low == _COUNTRIES[low] else at


def _author(passage: Passage, at: int) -> tuple[str, int]:
    for words, name in _AUTHORS.items():
        if tuple(passage[at + step].low for step in range(len(words))) == words:
            return name, at + len(words)
    return "", at


def _title(passage: Passage, at: int) -> tuple[str, int]:
    """Return a quoted title, «О …», and the index behind it."""
    if not passage[at].raw or passage[at].raw not in OPENING:
        return "", at
    closed = passage.closing(at)
    if closed < 0 or passage[at + 1].low not in {"о", "об", "обо", "основы"}:
        return "", at
    return regular_words(passage.text[passage[at].end : passage[closed].start]), closed + 1


def _requisites(passage: Passage, at: int, kind: ActKind) -> Act | None:
    day = read_date(passage, at + 1, language=Language.RU) if passage[at].low == "от" else None
    end = day[1] if day else at
    if passage[end].low in {"года", "г"}:
        end += 2 if passage[end + 1].raw == "." else 1
    number = read_act_number(passage, end)
    if day is None and number is None:
        return None
    return Act(
        end=number[1] if number else end, kind=kind, number=number[0] if number else "", date=day[0] if day else ""
    )


@lru_cache(maxsize=1024)
def nominative(words: str) -> str:
    """Return adjectives of a masculine noun in the nominative.

    Example:
        >>> nominative("уголовно-исполнительного"), nominative("трудовым"), nominative("гражданского процессуального")
        ('уголовно-исполнительный', 'трудовой', 'гражданский процессуальный')
    """
    return " ".join(_nominative(word) for word in words.split())


_ENDING: Final = re.compile(r"(?:ого|его|ому|ему|ым|им|ом|ем|ый|ий|ой|ых|их|ые|ие|ыми|ими)$")
_STRESSED: Final = frozenset({"трудов", "налогов", "земельн-", "лесн", "городск", "портов"})


def _nominative(word: str) -> str:
    stem = _ENDING.sub("", word)
    if stem in _STRESSED:
        return f"{stem}ой"
    return f"{stem}ий" if stem[-1:] in "гкхшжчщ" else f"{stem}ый"
