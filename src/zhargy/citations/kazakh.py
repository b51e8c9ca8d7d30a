"""The grammar of Kazakh citations.

From the act inwards, numbers before their units: «осы Кодекстің 43-бабының 2-бөлігінде».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhargy.citations.kazakh_acts import is_bill, read_act, read_more
from zhargy.citations.levels import ALONE, DEPTH, SCOPE_OF, Level
from zhargy.citations.lexing import OPENING, Passage
from zhargy.citations.numbering import ordinal, read_numbers, spread
from zhargy.citations.segments import Act, Segment
from zhargy.citations.vocabulary import KK_GENITIVE, kazakh_head, kazakh_unit
from zhargy.model import Scope
from zhargy.text import Language

_DEPTH: Final = DEPTH[Language.KK]
_THIS: Final = frozenset({"осы"})
_THAT: Final = frozenset({"сол", "аталған", "көрсетілген", "дәл"})
_DASHES: Final = frozenset("-–—‑")
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class _Group:
    level: Level
    end: int
    numbers: tuple[str, ...]


def read_kazakh(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """Return the segments that begin at token `at`, and the index behind them; ``None`` for other words."""
    token = passage[at]
    if token.low in _THIS or token.low in _THAT:
        return _pointing(passage, at)
    if _may_begin_act(passage, at):
        act = read_act(passage, at)
        if act:
            return _acting(passage, at, act)
    group = _group(passage, at)
    if group is None:
        return _passed(passage, at)
    segment = Segment(start=at, end=at, language=Language.KK)
    _descend(passage, segment, group)
    return [segment], segment.end


def _may_begin_act(passage: Passage, at: int) -> bool:
    token = passage[at]
    if token.is_number:
        return len(token.raw) in {4, 10} and (passage[at + 1].low == "жылғы" or token.raw.count(".") == 2)
    if token.raw in OPENING or token.low in {"қазақстан", "қр"}:
        return True
    return token.is_word and token.raw[0].isupper()


def _passed(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """Pass a list of numbers that counts something else in one step, so that no list is read twice."""
    token = passage[at]
    counts = token.is_number or (token.is_word and ordinal(token.low, Language.KK) is not None)
    numbers = read_numbers(passage, at, language=Language.KK) if counts else None
    return ([], numbers.end) if numbers and numbers.end > at + 2 else None


def _group(passage: Passage, at: int) -> _Group | None:
    """Return the level whose numbers begin at token `at`."""
    token = passage[at]
    if not (token.is_number or token.raw == "№" or (token.raw and token.raw in OPENING) or token.is_word):
        return None
    if token.is_word and ordinal(token.low, Language.KK) is None and len(token.raw) > 2 and not _leads(passage, at):
        return None
    numbers = read_numbers(passage, at + (token.raw == "№"), language=Language.KK, is_plural=False)
    if numbers is None:
        return None
    end = numbers.end + (passage[numbers.end].raw in _DASHES)
    word = kazakh_unit(passage[end].low)
    if word is None or (end == numbers.end and numbers.shape == "l"):
        return None
    values = spread(numbers.values) if word.is_plural else numbers.values
    return _Group(word.level, end + 1, values)


def _leads(passage: Passage, at: int) -> bool:
    """Whether two words are one ordinal: «он бірінші»."""
    return ordinal(f"{passage[at].low} {passage[at + 1].low}", Language.KK) is not None


def _descend(passage: Passage, segment: Segment, group: _Group | None) -> None:
    """Add levels as long as each lies inside the one before."""
    while group and all(_DEPTH[group.level] > _DEPTH[level] for level in segment.levels):
        segment.levels[group.level], segment.end = group.numbers, group.end
        group = _group(passage, segment.end)


def _pointing(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """«осы баптың …», «сол бап», «осы Кодекстің …»."""
    is_back = passage[at].low in _THAT
    word = kazakh_unit(passage[at + 1].low)
    segment = Segment(start=at, end=at + 2, language=Language.KK)
    if word:
        if word.level not in SCOPE_OF or word.is_plural:
            return None
        segment.back, segment.scope = (word.level, Scope.UNSTATED) if is_back else (None, SCOPE_OF[word.level])
        _descend(passage, segment, _inside(passage, segment.end, word.level))
        return [segment], segment.end
    end = _own_act(passage, at + 1)
    if end is None:
        return None
    segment.back, segment.scope = (Scope.OTHER_ACT, Scope.UNSTATED) if is_back else (None, Scope.THIS_ACT)
    _descend(passage, segment, _group(passage, end) or _bare(passage, end))
    return ([segment], segment.end) if segment.levels else ([], end)


def _inside(passage: Passage, at: int, level: Level) -> _Group | None:
    group = _group(passage, at)
    return group if group and _DEPTH[group.level] > _DEPTH[level] else None


def _own_act(passage: Passage, at: int) -> int | None:
    """Return the index behind «Кодекстің», «Заңға», «Қағидалардың», ``None`` when no act is named so."""
    for end in range(at, at + _MOST_WORDS):
        token = passage[end]
        if not token.is_word:
            return None
        named = kazakh_head(token.low)
        if named or (KK_GENITIVE.fullmatch(token.low) and _group(passage, end + 1)):
            return end + 1
    return None


def _bare(passage: Passage, at: int) -> _Group | None:
    """«осы Заңның қосымшасында»: the only annex."""
    word = kazakh_unit(passage[at].low)
    return _Group(Level.ANNEX, at + 1, (ALONE,)) if word and word.level is Level.ANNEX else None


def _acting(passage: Passage, at: int, act: Act) -> tuple[list[Segment], int]:
    """An act with its provisions, or a list of acts."""
    segment = Segment(start=at, end=act.end, language=Language.KK, act=act)
    _descend(passage, segment, _group(passage, act.end) or _bare(passage, act.end))
    segments, end = [segment], segment.end
    while not segment.levels and act.number and act.date:
        more = read_more(passage, end, act)
        if more is None or is_bill(passage, more[1].end):
            break
        begin, act = more
        segments.append(Segment(start=begin, end=act.end, language=Language.KK, act=act))
        end = act.end
    return segments, end
