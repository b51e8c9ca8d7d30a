"""From segments to citations: what neighbours of a list lend each other, and what points back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from zhargy.citations.levels import DEPTH, LEVEL_OF, SCOPE_OF, Level
from zhargy.citations.lexing import Passage
from zhargy.citations.numbering import AND
from zhargy.citations.russian_acts import skip_bracket
from zhargy.citations.segments import Segment
from zhargy.citations.vocabulary import unit
from zhargy.model import Citation, Scope, Target
from zhargy.text import Language, Span

_BETWEEN: Final = AND | {
    "а",
    "также",
    "равно",
    "в",
    "во",
    "по",
    "с",
    "к",
    "ко",
    "из",
    "of",
    "in",
    "to",
    "as",
    "well",
    "the",
    "under",
    "сондай-ақ",
}
_MOST_BETWEEN: Final = 4
_LONGEST_REMARK: Final = 12
_REMEMBERED: Final = 60


def compose(passage: Passage, segments: Sequence[Segment]) -> tuple[Citation, ...]:
    """Return one citation for each segment that cites anything."""
    for earlier, later in pairwise(segments):
        if _is_bracketed_after(passage, earlier, later):
            _lend_inside(earlier, later)
    for later, earlier in pairwise(reversed(segments)):
        if earlier.language is not Language.KK and are_listed(passage, earlier, later):
            _lend(later, earlier, levels=not _goes_inwards(passage, later))
    for earlier, later in pairwise(segments):
        if later.language is Language.KK and are_listed(passage, earlier, later):
            _lend(earlier, later, levels=True)
    for segment in segments:
        if segment.inside and not segment.is_closed:
            _settle_inside(segment, segment.inside)
    _point_back(segments)
    return tuple(
        Citation(span=_span(passage, segment), targets=(_target(segment),)) for segment in segments if segment.cites
    )


def are_listed(passage: Passage, earlier: Segment, later: Segment) -> bool:
    """Whether nothing but «, и», "or" and the like stands between two segments."""
    if earlier.language is not later.language:
        return False
    at = skip_bracket(passage, earlier.end)
    if not 0 < later.start - at <= _MOST_BETWEEN:
        return False
    words = [passage[index] for index in range(at, later.start)]
    joins = any(word.raw in {",", ";"} or word.low in AND or word.low == "также" for word in words)
    return joins and all(word.raw in {",", ";", "(", ")"} or word.low in _BETWEEN for word in words)


def _is_bracketed_after(passage: Passage, earlier: Segment, later: Segment) -> bool:
    """Whether `later` comes first in a bracket behind `earlier`: «статьи 127 (за исключением пункта 1)»."""
    if passage[earlier.end].raw != "(" or later.start - earlier.end > _LONGEST_REMARK:
        return False
    return all(passage[index].raw not in {")", ";", "."} for index in range(earlier.end + 1, later.start))


def _lend_inside(giver: Segment, taker: Segment) -> None:
    """Give `taker`, a level inside that of `giver`, all it leaves unsaid."""
    depth = DEPTH[taker.language]
    is_inner = taker.levels and giver.levels and taker.language is giver.language
    if taker.is_closed or not is_inner:
        return
    if min(depth[level] for level in taker.levels) > max(depth[level] for level in giver.levels):
        taker.inside = giver


def _goes_inwards(passage: Passage, segment: Segment) -> bool:
    """Whether a segment begins with its outer level, "Article 2(1)": a part before it is none of that article."""
    first = unit(passage[segment.start].low)
    depth = DEPTH[segment.language]
    return first is not None and any(depth[level] > depth[first.level] for level in segment.levels)


def _lend(giver: Segment, taker: Segment, *, levels: bool) -> None:
    """Give `taker` the outer levels, and then the act, that it leaves to its neighbour to say."""
    if taker.is_closed or not taker.levels or not giver.levels:
        return
    depth = DEPTH[taker.language]
    limit = min(depth[level] for level in taker.levels)
    if giver.language is not Language.KK:
        limit = min(limit, max(depth[level] for level in giver.levels))
    lent = {level: numbers for level, numbers in giver.levels.items() if levels and depth[level] < limit}
    taker.levels = lent | taker.levels
    outermost = min(depth[level] for level in taker.levels)
    if giver.scope is Scope.THIS_ACT or giver.act or giver.back is Scope.OTHER_ACT:
        if outermost <= depth[Level.ARTICLE]:
            taker.scope, taker.act, taker.back = giver.scope, giver.act, giver.back
    elif giver.scope is not Scope.UNSTATED and outermost > depth[LEVEL_OF[giver.scope]]:
        taker.scope = giver.scope
    elif isinstance(giver.back, Level) and outermost > depth[giver.back]:
        taker.back = giver.back


def _settle_inside(segment: Segment, around: Segment) -> None:
    segment.levels = around.levels | segment.levels
    segment.scope, segment.act, segment.back = around.scope, around.act, around.back


def _point_back(segments: Sequence[Segment]) -> None:
    """Fill in what «той же статьи», "thereof", «того же Закона» stand for, from the nearest citation that tells."""
    for index, segment in enumerate(segments):
        if segment.back is None:
            continue
        recent = reversed(segments[max(index - _REMEMBERED, 0) : index])
        before = [earlier for earlier in recent if earlier.language is segment.language]
        if segment.back is Scope.OTHER_ACT:
            _fill_act(segment, before)
        elif isinstance(segment.back, Level):
            _fill_level(segment, segment.back, before)


def _fill_act(segment: Segment, before: Sequence[Segment]) -> None:
    found = next((earlier for earlier in before if earlier.act), None)
    if found:
        segment.act = found.act


def _fill_level(segment: Segment, level: Level, before: Sequence[Segment]) -> None:
    depth = DEPTH[segment.language]
    inclusive = level not in segment.levels
    found = next(
        (
            earlier
            for earlier in before
            if any(_is_outer(depth, one, level, inclusive=inclusive) for one in earlier.levels)
        ),
        None,
    )
    if found is None:
        if inclusive:
            segment.scope = SCOPE_OF[level]
        return
    lent = {one: numbers for one, numbers in found.levels.items() if _is_outer(depth, one, level, inclusive=inclusive)}
    segment.levels = lent | segment.levels
    segment.act, segment.scope = found.act, found.scope


def _is_outer(depth: dict[Level, int], one: Level, level: Level, *, inclusive: bool) -> bool:
    return one is level if inclusive and depth[one] == depth[level] else depth[one] < depth[level]


def _span(passage: Passage, segment: Segment) -> Span:
    return Span(passage[segment.start].start, passage[segment.end - 1].end)


def _target(segment: Segment) -> Target:
    levels = dict(segment.levels)
    if Level.SUBITEM in levels and Level.ITEM not in levels and segment.scope is not Scope.THIS_ITEM:
        levels[Level.ITEM] = levels.pop(Level.SUBITEM)
    fields: dict[str, Any] = {level.value: numbers for level, numbers in levels.items()}
    act = segment.act
    if act:
        return Target(
            scope=Scope.OTHER_ACT,
            act=act.name,
            act_kind=act.kind,
            act_author=act.author,
            act_number=act.number,
            act_date=act.date,
            **fields,
        )
    if segment.back is Scope.OTHER_ACT:
        return Target(scope=Scope.OTHER_ACT, **fields)
    return Target(scope=segment.scope, **fields)
