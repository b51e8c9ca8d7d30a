"""Find what a text cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from zhargy.citations.composition import compose
from zhargy.citations.cues import may_cite, starters
from zhargy.citations.english import read_english
from zhargy.citations.kazakh import read_kazakh
from zhargy.citations.kazakh_acts import act_starts as kazakh_starts
from zhargy.citations.lexing import Passage, passage_of
from zhargy.citations.russian import read_russian
from zhargy.citations.russian_acts import act_start as russian_start
from zhargy.citations.segments import Segment
from zhargy.citations.vocabulary import head, kazakh_head, unit
from zhargy.model import Citation
from zhargy.text import Language

_GRAMMARS: Final = {Language.KK: read_kazakh, Language.RU: read_russian, Language.EN: read_english}
_HEADING: Final = re.compile(r"[ \t]*(?:[.:][ \t]+\S|\.?[ \t]*\n)")


def find_citations(text: str, *, language: Language | None = None) -> tuple[Citation, ...]:
    """Return the citations of `text`, in order, not overlapping.

    A mention of a provision («43-баптың», «настоящей статьи»), with or without the act it belongs to, and of another
    act that is told by its name, its date or its number. The act's mention of itself as a whole («настоящий Кодекс»)
    and the heading of a provision («188-1-бап. Мал ұрлау») cite nothing.

    Args:
        text: Regular or raw text; look-alike letters of the other alphabet do not hide a citation.
        language: Read by the grammar of one language only; ``None`` for all three.

    Example:
        >>> [citation.targets[0].articles for citation in find_citations("осы Кодекстің 43 және 45-баптарының")]
        [('43', '45')]
        >>> [citation.targets[0].parts for citation in find_citations("Article 79(5) to (7) shall apply")]
        [('5', '6', '7')]
    """
    if not may_cite(text):
        return ()
    passage = passage_of(text)
    segments: list[Segment] = []
    end = 0
    for at, languages in _starts(passage):
        if at < end:
            continue
        heading = _heading(passage, at)
        if heading:
            end = heading
            continue
        for one, grammar in _GRAMMARS.items():
            found = grammar(passage, at) if one in languages and language in {None, one} else None
            if found:
                segments += found[0]
                end = found[1]
                break
    return compose(passage, segments)


def _starts(passage: Passage) -> Iterator[tuple[int, frozenset[Language] | set[Language]]]:
    """Yield where a citation, or the name of an act, may begin, and by which grammars."""
    names: dict[int, set[Language]] = defaultdict(set)
    for at in range(passage.size):
        named = head(passage[at].low)
        if named and named.language is Language.RU:
            names[russian_start(passage, at)].add(Language.RU)
        named = kazakh_head(passage[at].low)
        if named:
            for start in kazakh_starts(passage, at, named.kind):
                names[start].add(Language.KK)
    for at in range(passage.size):
        languages = starters(passage[at].low)
        if at in names:
            yield at, languages | names[at]
        elif languages:
            yield at, languages


def _heading(passage: Passage, at: int) -> int | None:
    """Return the index behind «188-1-бап.», «Статья 5.», "Article 5" heading a line; ``None`` for other words."""
    token = passage[at]
    if not (token.is_number or unit(token.low)) or not passage.opens_line(at):
        return None
    if token.is_number:
        end = at + 2 if passage[at + 1].raw == "-" else at + 1
        word = unit(passage[end].low)
        is_head = word is not None and word.language is Language.KK and passage[end].low in _BARE
    else:
        word = unit(token.low)
        is_head = word is not None and token.raw[0].isupper() and passage[at + 1].is_number and not word.is_plural
        end = at + 1
    return end + 1 if is_head and _HEADING.match(passage.text, passage[end].end) else None


_BARE: Final = frozenset({"бап", "тарау", "бөлім", "параграф"})
