"""The grammar of Russian citations.

From the innermost provision outwards («пунктом 2) части третьей статьи 5»), in short forms
also inwards («ст. 158 ч. 3»).
"""

from __future__ import annotations

from zhargy.citations.levels import Level
from zhargy.citations.lexing import Passage
from zhargy.citations.russian_acts import read_act, read_more
from zhargy.citations.russian_chains import own_act, read_chain
from zhargy.citations.russian_groups import SAME, read_group, read_led_group
from zhargy.citations.russian_lists import read_listed_articles
from zhargy.citations.segments import Act, Segment
from zhargy.citations.vocabulary import THAT_RU, THIS_RU, Unit, head, unit
from zhargy.text import Language


def read_russian(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """Return the segments that begin at or around token `at`, and the index behind them; ``None`` for other words."""
    token = passage[at]
    if not token.is_word:
        return None
    word = unit(token.low)
    if word and word.language is Language.RU:
        return _provisions(passage, at, word)
    if THIS_RU.fullmatch(token.low) or THAT_RU.fullmatch(token.low) or token.low in SAME:
        following = read_group(passage, at)
        return read_chain(passage, at, following) if following else _this_act(passage, at)
    found = read_act(passage, at) if _may_begin_act(passage, at) else None
    return _acts(passage, at, found) if found else None


def _this_act(passage: Passage, at: int) -> tuple[list[Segment], int] | None:
    """«настоящий Кодекс» by itself cites nothing, but its words are used up."""
    end = own_act(passage, at)
    return ([], end) if end > at else None


def _may_begin_act(passage: Passage, at: int) -> bool:
    """Whether a name of an act may begin here: its head is near, and this is the first word of the name."""
    token = passage[at]
    return (token.raw.isupper() and len(token.raw) <= 4) or any(head(passage[at + step].low) for step in range(4))


def _acts(passage: Passage, start: int, act: Act) -> tuple[list[Segment], int]:
    segments = [Segment(start=start, end=act.end, language=Language.RU, act=act)]
    end = act.end
    while act.number or act.date:
        more = read_more(passage, end, act)
        if more is None:
            break
        begin, act = more
        segments.append(Segment(start=begin, end=act.end, language=Language.RU, act=act))
        end = act.end
    return segments, end


def _provisions(passage: Passage, at: int, word: Unit) -> tuple[list[Segment], int] | None:
    if word.level is Level.ARTICLE:
        if _is_gazette(passage, at):
            return [], at + 3
        listed = read_listed_articles(passage, at, word, read=read_russian)
        if listed:
            return listed
    first = read_group(passage, at)
    if first:
        return read_chain(passage, at, first)
    led = read_led_group(passage, at, word)
    if led is None:
        return None
    start, group = led
    found = read_chain(passage, start, group)
    segment = found[0][0]
    return found if segment.is_closed or len(segment.levels) > 1 else None


def _is_gazette(passage: Passage, at: int) -> bool:
    """Whether an article is an item of an official gazette: «1987, № 40, ст. 1410»."""
    return passage[at - 1].raw == "," and passage[at - 2].is_number and passage[at - 3].raw in {"№", "N"}
