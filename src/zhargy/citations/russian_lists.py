"""Lists of articles in Russian, some with their parts: «статьями 105, 111 частью второй, 126 (часть третья) и 131»."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from zhargy.citations.levels import DEPTH, Level
from zhargy.citations.lexing import Passage
from zhargy.citations.numbering import AND, range_of, read_number
from zhargy.citations.russian_chains import close_chain
from zhargy.citations.russian_groups import read_group
from zhargy.citations.segments import Segment
from zhargy.citations.vocabulary import Unit
from zhargy.text import Language

_DEPTH: Final = DEPTH[Language.RU]
_LONGEST_LIST: Final = 2000
_DASHES: Final = frozenset("-–—")
_Levels = dict[Level, tuple[str, ...]]
_Read = Callable[[Passage, int], tuple[list[Segment], int] | None]


def read_listed_articles(passage: Passage, at: int, word: Unit, *, read: _Read) -> tuple[list[Segment], int] | None:
    """Return one segment for each run of articles, ``None`` for a list without parts or remarks.

    Args:
        passage: Where to read.
        at: Index of the word for the articles.
        word: That word.
        read: Reads what is cited in a remark in brackets.
    """
    pieces = list(islice(_article_pieces(passage, at + (2 if word.is_short else 1)), _LONGEST_LIST))
    if not any(piece.levels or piece.within for piece in pieces):
        return None
    segments: list[Segment] = []
    for piece in pieces:
        last = segments[-1] if segments else None
        if last and not piece.levels and len(last.levels) == 1 and piece.is_next:
            last.levels[Level.ARTICLE] = (*last.levels[Level.ARTICLE], *piece.values)
            last.end = piece.end
            continue
        levels = {Level.ARTICLE: piece.values} | piece.levels
        segments.append(Segment(start=piece.start if last else at, end=piece.end, language=Language.RU, levels=levels))
        if piece.within:
            segments += _within_bracket(passage, piece.end, piece.within, read)
    close_chain(passage, segments[-1])
    return segments, segments[-1].end


@dataclass(frozen=True, slots=True)
class _Piece:
    """One article, or one range of them, of a list, with the levels named inside it.

    Args:
        start, end: Its tokens.
        values: Numbers of the articles.
        levels: Levels inside.
        is_next: Whether it follows the piece before without any remark between.
        within: Index of the mark that closes the remark behind it, 0 when the list does not go on behind one.
    """

    start: int
    end: int
    values: tuple[str, ...]
    levels: _Levels
    is_next: bool = True
    within: int = 0


def _article_pieces(passage: Passage, at: int) -> Iterator[_Piece]:
    is_next = True
    while True:
        number = read_number(passage, at, language=Language.RU)
        if number is None or number.shape != "n":
            return
        values: tuple[str, ...] = (number.value,)
        end = number.end
        further = read_number(passage, end + 1, language=Language.RU) if passage[end].raw in _DASHES else None
        if further and further.shape == "n":
            values, end = range_of(number.value, further.value), further.end
        inner = _bracketed_inside(passage, end) or _inside(passage, end)
        piece = _Piece(at, inner[0] if inner else end, values, inner[1] if inner else {}, is_next)
        while inner:
            yield piece
            end = inner[0]
            start = _behind_and(passage, end)
            inner = _inside(passage, start) if start > end else None
            piece = _Piece(start, inner[0], values, inner[1]) if inner else piece
        closed = passage.closing(end) if passage[end].raw == "(" else 0
        goes_on = closed > 0 and _behind_and(passage, closed + 1) > closed + 1
        goes_on = goes_on and passage[_behind_and(passage, closed + 1)].is_number
        if not piece.levels:
            yield replace(piece, within=closed if goes_on else 0)
        at = _behind_and(passage, closed + 1 if goes_on else end)
        is_next = not goes_on
        if at == end:
            return


def _behind_and(passage: Passage, at: int) -> int:
    """Return the index behind «,», «и» or «, и» at token `at`, `at` itself when none is there."""
    if passage[at].raw == ",":
        return at + 2 if passage[at + 1].low in AND else at + 1
    return at + 1 if passage[at].low in AND else at


def _within_bracket(passage: Passage, at: int, closed: int, read: _Read) -> list[Segment]:
    """Return what is cited in a remark in brackets."""
    segments: list[Segment] = []
    while at < closed:
        found = read(passage, at)
        segments += found[0] if found else []
        at = max(found[1], at + 1) if found else at + 1
    return segments


def _bracketed_inside(passage: Passage, at: int) -> tuple[int, _Levels] | None:
    inner = _inside(passage, at + 1) if passage[at].raw == "(" else None
    return (inner[0] + 1, inner[1]) if inner and passage[inner[0]].raw == ")" else None


def _inside(passage: Passage, at: int) -> tuple[int, _Levels] | None:
    levels: _Levels = {}
    end = at
    while True:
        group = read_group(passage, end)
        if group is None or not group.numbers or _DEPTH[group.level] <= _DEPTH[Level.ARTICLE]:
            break
        levels[group.level], end = group.numbers, group.end
    if not levels:
        return None
    outer = read_group(passage, end)
    return None if outer and _DEPTH[outer.level] <= _DEPTH[Level.ARTICLE] else (end, levels)
