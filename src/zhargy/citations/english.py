"""The grammar of English citations: "Article 6(3)", "points (a) and (b) of paragraph 1", "Annex III, point 5(b)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zhargy.citations.english_acts import read_act, read_described_act, read_more
from zhargy.citations.levels import DEPTH, SCOPE_OF, Level
from zhargy.citations.lexing import Passage
from zhargy.citations.numbering import AND, TO, Number, Numbers, ordinal, range_of, read_number, read_numbers
from zhargy.citations.segments import Segment
from zhargy.citations.vocabulary import Unit, head, unit
from zhargy.model import Scope
from zhargy.text import Language

_DEPTH: Final = DEPTH[Language.EN]
_LED: Final = frozenset({Level.SUBPARAGRAPH, Level.INDENT, Level.PART})
_ROMANS: Final = re.compile(r"i{1,3}|iv|vi{0,3}|ix|xi{0,3}")


@dataclass(frozen=True, slots=True)
class _Group:
    levels: dict[Level, tuple[str, ...]]
    end: int
    scope: Scope = Scope.UNSTATED
    back: Level | Scope | None = None


def read_english(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """Return the segments that begin at token `at`, and the index behind them; ``None`` for other words."""
    token = passage[at]
    if not token.is_word:
        return None
    group = _group(passage, at)
    if group:
        return _chain(passage, at, group)
    act = read_act(passage, at)
    if act is None or not act.number:
        return _passed(passage, at)
    named = head(token.low)
    is_list = named is not None and named.is_plural
    segments = [Segment(start=at, end=act.end, language=Language.EN, act=act)]
    while is_list and (more := read_more(passage, act.end, act)):
        begin, act = more
        segments.append(Segment(start=begin, end=act.end, language=Language.EN, act=act))
    return segments, act.end


def _passed(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """Pass a list of ordinals that names no provision in one step, so that no list is read twice."""
    if ordinal(passage[at].low, Language.EN) is None:
        return None
    numbers = read_numbers(passage, at, language=Language.EN)
    return ([], numbers.end) if numbers and numbers.end > at + 2 else None


def _group(passage: Passage, at: int) -> _Group | None:
    """Return the level named at token `at`: numbered, led by ordinals, or pointed at."""
    token = passage[at]
    word = unit(token.low)
    if word and word.language is Language.EN:
        return _numbered(passage, at, word)
    if token.low in {"this", "that"} or (token.low == "same" and passage[at - 1].low == "the"):
        return _pointed(passage, at)
    return _led(passage, at)


def _pointed(passage: Passage, at: int) -> _Group | None:
    word = unit(passage[at + 1].low)
    if word is None or word.language is not Language.EN or word.is_plural or word.level not in SCOPE_OF:
        return None
    if passage[at + 1].raw[0].islower() and word.level in {Level.ARTICLE, Level.SECTION, Level.CHAPTER, Level.ANNEX}:
        return None
    if word.level is Level.ITEM and passage[at].low == "this":
        return None
    if passage[at].low == "this":
        return _Group({}, at + 2, scope=SCOPE_OF[word.level])
    return _Group({}, at + 2, back=word.level)


def _led(passage: Passage, at: int) -> _Group | None:
    """Read "second subparagraph", "first and third indents"."""
    if ordinal(passage[at].low, Language.EN) is None:
        return None
    numbers = read_numbers(passage, at, language=Language.EN)
    word = unit(passage[numbers.end].low) if numbers else None
    if numbers is None or word is None or word.language is not Language.EN or word.level not in _LED:
        return None
    return _Group({word.level: numbers.values}, numbers.end + 1)


def _numbered(passage: Passage, at: int, word: Unit) -> _Group | None:
    start = at + 1
    if passage[at].low in {"art", "arts"}:
        start += passage[start].raw == "."
    first = read_number(passage, start, language=Language.EN)
    if first is None or not _fits(passage, at, word, first):
        return None
    inner = _brackets(passage, first.end, word.level)
    if inner.levels:
        return _Group({word.level: (first.value,)} | inner.levels, inner.end)
    numbers = _plain_list(passage, start, word) or Numbers((first.value,), first.end, first.shape)
    return _Group({word.level: numbers.values}, numbers.end)


def _plain_list(passage: Passage, at: int, word: Unit) -> Numbers | None:
    """Read a list of numbers, leaving out a last one that has brackets of its own or begins another unit's list."""
    if word.level in {Level.ITEM, Level.PART} or word.is_plural:
        return read_numbers(passage, at, language=Language.EN, is_plural=word.is_plural)
    return None


def _fits(passage: Passage, at: int, word: Unit, number: Number) -> bool:
    is_capital = passage[at].raw[0].isupper()
    if word.level in {Level.ARTICLE, Level.SECTION, Level.CHAPTER, Level.ANNEX}:
        return (
            is_capital and number.shape in "nrl" and (number.shape != "l" or word.level in {Level.SECTION, Level.ANNEX})
        )
    return number.shape in "nl"


def _brackets(passage: Passage, at: int, outer: Level) -> _Group:
    """Read "(3)(a)(ii)" behind a number, and lists of the innermost: "(5) to (9)", "(a) and (b)"."""
    levels: dict[Level, tuple[str, ...]] = {}
    end = at
    while passage[end].raw == "(":
        number = read_number(passage, end, language=Language.EN)
        level = _bracket_level(number, levels, outer) if number else None
        if number is None or level is None:
            break
        levels[level], end = (number.value,), number.end
        end = _more_brackets(passage, end, levels, level)
    return _Group(levels, end)


def _bracket_level(number: Number, levels: dict[Level, tuple[str, ...]], outer: Level) -> Level | None:
    if outer in {Level.RECITAL, Level.CHAPTER, Level.SECTION}:
        return None
    if number.shape == "n":
        if outer is Level.ARTICLE:
            return None if Level.PART in levels else Level.PART
        return Level.ITEM if outer in {Level.PART, Level.ANNEX} and Level.ITEM not in levels else None
    if outer is Level.ITEM or Level.ITEM in levels:
        return None if Level.SUBITEM in levels else Level.SUBITEM
    return Level.ITEM


def _more_brackets(passage: Passage, at: int, levels: dict[Level, tuple[str, ...]], level: Level) -> int:
    end = at
    while True:
        token = passage[end]
        is_range = token.low in TO or token.raw in {"-", "–"}
        step = end + 1
        if token.raw == "," and passage[end + 1].low in AND:
            step += 1
        if not (is_range or token.raw == "," or token.low in AND) or passage[step].raw != "(":
            return end
        number = read_number(passage, step, language=Language.EN)
        if number is None or number.value[0].isdigit() != levels[level][0][0].isdigit():
            return end
        added = range_of(levels[level][-1], number.value)[1:] if is_range else (number.value,)
        levels[level] = (*levels[level], *added)
        end = number.end


def _chain(passage: Passage, start: int, first: _Group) -> tuple[list[Segment], int]:
    segment = Segment(start=start, end=first.end, language=Language.EN)
    _take(segment, first)
    inwards: bool | None = None
    while segment.scope is Scope.UNSTATED and segment.back is None:
        step = _step(passage, segment.end)
        group = _group(passage, step[0]) if step else None
        if step is None or group is None or not _follows(segment, group, inwards=step[1]):
            break
        if inwards is False and step[1]:
            break
        inwards = step[1]
        _take(segment, group)
    _close(passage, segment)
    listed = _further_articles(passage, segment)
    return [segment, *listed], (listed[-1] if listed else segment).end


def _take(segment: Segment, group: _Group) -> None:
    segment.levels |= group.levels
    segment.end = group.end
    if group.scope is not Scope.UNSTATED:
        segment.scope = group.scope
    segment.back = group.back or segment.back


def _step(passage: Passage, at: int) -> tuple[int, bool] | None:
    """Return where a next level would begin, and whether it lies inside the one before."""
    token = passage[at]
    if token.low == "of":
        return (at + 2 if passage[at + 1].low == "the" else at + 1), False
    if token.raw == "," and passage[at + 1].low == "of":
        return at + 2, False
    if token.raw == ",":
        return (at + 2 if passage[at + 1].low == "the" else at + 1), True
    word = unit(token.low)
    return (at, True) if word and word.language is Language.EN and token.raw[0].isupper() else None


def _follows(segment: Segment, group: _Group, *, inwards: bool) -> bool:
    if not group.levels:
        return not inwards
    new, old = [_DEPTH[level] for level in group.levels], [_DEPTH[level] for level in segment.levels]
    return min(new) > max(old) if inwards else max(new) < min(old)


def _close(passage: Passage, segment: Segment) -> None:
    """Read "thereof", "of this Regulation", "of Directive (EU) 2016/680" behind a chain."""
    if segment.scope is not Scope.UNSTATED or segment.back is not None:
        return
    at = segment.end
    if passage[at].low == "thereof":
        segment.back, segment.end = min(segment.levels, key=_DEPTH.__getitem__), at + 1
        return
    at += passage[at].raw == ","
    if passage[at].low not in {"of", "to"} and passage[at].low != "tfeu" and passage[at].low != "teu":
        return
    at += passage[at].low in {"of", "to"}
    at += passage[at].low == "the" and passage[at + 1].low != "same"
    word = head(passage[at + 1].low)
    if passage[at].low in {"this", "that", "same"} and word and word.language is Language.EN:
        segment.scope = Scope.THIS_ACT if passage[at].low == "this" else Scope.UNSTATED
        segment.back = None if passage[at].low == "this" else Scope.OTHER_ACT
        segment.end = at + 2
        return
    act = read_described_act(passage, at)
    if act:
        segment.act, segment.end = act, act.end


def _further_articles(passage: Passage, segment: Segment) -> list[Segment]:
    """Read what goes on a list of articles without its word: "Articles 5(1), 6 and 7(2)"."""
    word = unit(passage[segment.start].low)
    listed: list[Segment] = []
    end = segment.end
    if word is None or not word.is_plural or word.level is not Level.ARTICLE or segment.is_closed:
        return listed
    while True:
        step = end + 1
        if passage[end].raw == "," and passage[step].low in AND:
            step += 1
        if (passage[end].raw != "," and passage[end].low not in AND) or not passage[step].is_number:
            return listed
        number = read_number(passage, step, language=Language.EN)
        if number is None:
            return listed
        inner = _brackets(passage, number.end, Level.ARTICLE)
        further = Segment(start=step, end=inner.end, language=Language.EN)
        further.levels = {Level.ARTICLE: (number.value,)} | inner.levels
        _close(passage, further)
        listed.append(further)
        end = further.end
