"""Names of other acts in Kazakh.

«Қылмыстық-атқару кодексінің», «"… туралы" Заңының», «ҚР 12.07.2018 № 180-VI Заңымен».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from zhargy.citations.lexing import OPENING, Passage, regular_words
from zhargy.citations.requisites import read_act_number, read_date
from zhargy.citations.segments import Act
from zhargy.citations.vocabulary import KK_CASE, KK_GENITIVE, kazakh_head
from zhargy.model import ActKind
from zhargy.text import Language

_REPUBLIC: Final = re.compile(rf"республикасы(?:{KK_CASE})")
_SHORT: Final = frozenset({"қр"})
_JOINT: Final = frozenset({"бірлескен", "нормативтік"})
_SUFFIXES: Final = {"қрз": ActKind.LAW}
_AUTHORS: Final = re.compile(
    r"(үкімет|президент|министр(?:лі[гк])?|сот|кеңес|мәслихат|әкім(?:дік|діг)?|банк|комитет|төраға|жиналыс|агентті[гк])\S*"
)
_CASE_TAIL: Final = re.compile(
    r"(?<=[ыі])(?:н[ыі]ң|н[аеыі]|ндағ[ыі]|нд[ае]|н[ае]н|мен|н)$|(?<=[^ыі])(?:[ндт][ыі]ң|[дт][аеыі]н?|[ғгқк][ае]|[мбп]ен)$"
)
_MOST_WORDS: Final = 4
_MOST_PARTS: Final = 8
_NEAR: Final = 70


@dataclass(slots=True)
class _Parts:
    """What has been read of a name so far."""

    title: str = ""
    date: str = ""
    number: str = ""
    author: str = ""
    has_country: bool = False

    @property
    def tells(self) -> bool:
        return bool(self.title or self.date or self.number)


def read_act(passage: Passage, at: int) -> Act | None:
    """Return the act whose name begins at token `at`."""
    parts, end = _Parts(), at
    for _ in range(_MOST_PARTS):
        behind = _part(passage, end, parts)
        if behind is None:
            break
        end = behind
    return _with_head(passage, end, parts)


def act_starts(passage: Passage, at_head: int, kind: ActKind) -> Iterator[int]:
    """Yield where a name that stands before its head begins: at the nearest capital word before a code."""
    start = at_head - 1
    while kind is ActKind.CODE and at_head - start < _MOST_WORDS and passage[start].is_word:
        if passage[start].raw[0].isupper():
            yield start
            return
        start -= 1


def read_more(passage: Passage, at: int, before: Act) -> tuple[int, Act] | None:
    """Return where a further act of the same list begins, and that act: «… № 180-VI (…); 19.06.2024 № 94-VIII»."""
    start = at
    if passage[start].raw == "(":
        closed = passage.closing(start)
        start = closed + 1 if closed > 0 else at
    if passage[start].raw not in {";", ","}:
        return None
    act = read_act(passage, start + 1)
    return (start + 1, replace(act, kind=act.kind or before.kind)) if act and act.number and act.date else None


def is_bill(passage: Passage, at: int) -> bool:
    """Whether the act that ends before token `at` is a draft: «Заңының жобасы»."""
    return passage[at].low.startswith("жоба")


def _part(passage: Passage, at: int, parts: _Parts) -> int | None:
    """Read one part of a name into `parts`; return the index behind it."""
    token = passage[at]
    if token.low in _SHORT:
        parts.has_country = True
        return at + 1
    if token.low == "қазақстан" and _REPUBLIC.fullmatch(passage[at + 1].low):
        parts.has_country = True
        return at + 2
    if not parts.date and (day := read_date(passage, at, language=Language.KK)):
        parts.date = day[0]
        return day[1]
    if not parts.number and (number := read_act_number(passage, at)):
        parts.number = number[0]
        return number[1]
    if not parts.title and token.raw and token.raw in OPENING:
        return _title(passage, at, parts)
    return _author(passage, at, parts) if parts.has_country and not parts.author else None


def _title(passage: Passage, at: int, parts: _Parts) -> int | None:
    closed = passage.closing(at)
    if closed < at + 2:
        return None
    last = passage[closed - 1].low
    named = kazakh_head(last)
    if last != "туралы" and not (named and named.kind is ActKind.CODE):
        return None
    parts.title = regular_words(passage.text[passage[at].end : passage[closed].start])
    return closed + 1


def _author(passage: Passage, at: int, parts: _Parts) -> int | None:
    """«Үкіметінің», «Әділет министрінің»: up to four words, the last of them the body, in the genitive."""
    if not passage[at].raw[:1].isupper():
        return None
    for end in range(at, at + _MOST_WORDS):
        low = passage[end].low
        if not passage[end].is_word or kazakh_head(low):
            return None
        if _AUTHORS.fullmatch(low) and KK_GENITIVE.fullmatch(low):
            words = passage.text[passage[at].start : passage[end].end]
            parts.author = _CASE_TAIL.sub("", regular_words(words))
            return end + 1
    return None


def _with_head(passage: Passage, at: int, parts: _Parts) -> Act | None:
    """Complete the name with the word for the act, before which a code has its own words."""
    while parts.tells and passage[at].low in _JOINT:
        at += 1
    at_head = at
    while at_head < at + _MOST_WORDS and passage[at_head].is_word and not kazakh_head(passage[at_head].low):
        at_head += 1
    named = kazakh_head(passage[at_head].low)
    if named and (at_head == at or (_names_code(passage, at, named.kind, parts) and passage[at_head].low != "кодекс")):
        return _named(passage, at, at_head, named.kind, parts)
    if parts.date and parts.number and not _is_issue(passage, at):
        kind = _SUFFIXES.get(passage[at].low)
        return _plain(at + 1 if kind else at, kind or _kind_ahead(passage, at), parts)
    return None


def _is_issue(passage: Passage, at: int) -> bool:
    """Whether a number is that of a newspaper: «№ 429-432 (26275)»."""
    return passage[at].raw == "(" and passage[at + 1].is_number and passage[at + 2].raw == ")"


def _names_code(passage: Passage, at: int, kind: ActKind, parts: _Parts) -> bool:
    is_own = any(passage[index].low in {"осы", "сол"} for index in range(at, at + _MOST_WORDS))
    return kind is ActKind.CODE and not parts.title and passage[at].raw[:1].isupper() and not is_own


def _named(passage: Passage, at: int, at_head: int, kind: ActKind, parts: _Parts) -> Act | None:
    if is_bill(passage, at_head + 1):
        return None
    name = parts.title
    if not name and (at_head > at or (kind is ActKind.CONSTITUTION and parts.has_country)):
        name = without_case(regular_words(passage.text[passage[at].start : passage[at_head].end]))
    if not name and not parts.tells:
        return None
    return replace(_plain(at_head + 1, kind, parts), name=name)


def _plain(end: int, kind: ActKind, parts: _Parts) -> Act:
    return Act(end=end, name=parts.title, kind=kind, author=parts.author, number=parts.number, date=parts.date)


def _kind_ahead(passage: Passage, at: int) -> ActKind:
    """Return the kind told by the word that ends a list: «№ 180-VI (…); 94-VIII (…) заңдарымен»."""
    index, limit = at, at + _NEAR
    while index < limit and passage[index].raw and passage[index].raw != ".":
        if passage[index].raw == "(":
            closed = passage.closing(index)
            if closed < 0:
                break
            index = closed
        named = kazakh_head(passage[index].low)
        if named:
            return named.kind
        index += 1
    return ActKind.UNSTATED


def without_case(words: str) -> str:
    """Return a name with the case ending of its last word left off, its possessive kept.

    Example:
        >>> without_case("Қылмыстық-атқару кодексінің"), without_case("Конституциясын"), without_case("Салық кодексі")
        ('Қылмыстық-атқару кодексі', 'Конституциясы', 'Салық кодексі')
    """
    return _CASE_TAIL.sub("", words)
