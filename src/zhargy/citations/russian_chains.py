"""Levels of a Russian citation one after another, outwards or inwards, and the act they end in."""

from __future__ import annotations

from typing import Final

from zhargy.citations.levels import DEPTH, Level
from zhargy.citations.lexing import Passage
from zhargy.citations.russian_acts import act_start, read_act, skip_bracket
from zhargy.citations.russian_groups import SAME, Group, read_group
from zhargy.citations.segments import Segment
from zhargy.citations.vocabulary import THAT_RU, THIS_RU, head, unit
from zhargy.model import Scope
from zhargy.text import Language

_DEPTH: Final = DEPTH[Language.RU]


def read_chain(passage: Passage, start: int, first: Group) -> tuple[list[Segment], int]:
    """Join the levels that follow, outwards or inwards, then the act."""
    segment = Segment(start=start, end=first.end, language=Language.RU)
    _take(segment, first)
    inwards: bool | None = None
    last = first
    while not segment.is_closed:
        at = _next(passage, segment.end, last)
        group = read_group(passage, at)
        if group is None or group.level in segment.levels:
            break
        deeper = _DEPTH[group.level] > _DEPTH[last.level]
        if inwards is not None and deeper is not inwards:
            break
        if deeper and ((at != segment.end and passage[at - 1].raw != ",") or _leads_out(passage, group)):
            break
        inwards, last = deeper, group
        _take(segment, group)
    close_chain(passage, segment)
    return [segment], segment.end


def _leads_out(passage: Passage, group: Group) -> bool:
    """Whether a further level behind `group` is an outer one: then `group` begins a citation of its own."""
    following = read_group(passage, group.end)
    return following is not None and _DEPTH[following.level] < _DEPTH[group.level]


def _take(segment: Segment, group: Group) -> None:
    if group.numbers:
        segment.levels[group.level] = group.numbers
    if group.scope is not Scope.UNSTATED:
        segment.scope = group.scope
    if group.back:
        segment.back = group.back
    segment.end = group.end


def _next(passage: Passage, at: int, last: Group) -> int:
    """Return where the next level may begin: behind a remark, behind «к» of a note, behind the comma of short forms."""
    behind = skip_bracket(passage, at)
    if last.level is Level.NOTE and passage[behind].low == "к":
        return behind + 1
    word = unit(passage[behind + 1].low)
    if passage[behind].raw == "," and word and word.is_short and behind == at:
        return behind + 1
    return behind


def close_chain(passage: Passage, segment: Segment) -> None:
    """Read the act that a chain ends in."""
    if segment.is_closed and segment.scope is not Scope.UNSTATED:
        return
    if segment.back is not None:
        return
    at = skip_bracket(passage, segment.end)
    token = passage[at]
    end = own_act(passage, at)
    if end > at:
        is_back = THAT_RU.fullmatch(token.low) or token.low in SAME or token.low.startswith("эт")
        segment.scope = Scope.UNSTATED if is_back else Scope.THIS_ACT
        segment.back = Scope.OTHER_ACT if is_back else None
        segment.end = end
        return
    if token.low == "к":
        return
    act = read_act(passage, at)
    if act:
        segment.act, segment.end = act, act.end


def own_act(passage: Passage, at: int) -> int:
    """Return the index behind «настоящего Федерального закона», «указанных Правил», `at` when this is none."""
    token = passage[at]
    start = at + 1
    if token.low in SAME and passage[at + 1].low == "же":
        start += 1
    elif not (THIS_RU.fullmatch(token.low) or THAT_RU.fullmatch(token.low)):
        return at
    end = start
    while (
        end < start + 3 and passage[end].is_word and not head(passage[end].low) and act_start(passage, end + 1) <= end
    ):
        end += 1
    if head(passage[end].low):
        return end + 1
    return start + 1 if passage[start].raw[:1].isupper() and passage[start].is_word else at
