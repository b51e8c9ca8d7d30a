"""Prose around a draft: a scholarly article, a memorandum, a commentary.

Lists and numbers of prose are no provisions. A text is taken for prose by the way it speaks: of itself as an article,
of authors and their opinions, with references in square brackets; an embedded draft runs from its first chapter or
article to the sentence that draws conclusions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.classification import Classified, Role
from zhargy.parsing.markers import Style

_VOICE: Final = re.compile(
    r"\b(?:бұл|осы) мақала|мақалада\b|біздің (?:ойымызша|пікірімізше)|пікірінше\b|қарастырамыз|атап өткендей|"
    r"зерттеуші|авторлар|\[\d{1,3}(?:,\s?[сc]\.\s?\d+)?\]|"
    r"\bв (?:данной|настоящей) статье (?:рассм|авт|мы|предпр|анализ)|по мнению\b|на наш взгляд|исследовател|"
    r"автор[ыа]?\b|"
    r"\bin this (?:paper|article we)|\bwe (?:argue|show|propose|consider)\b|\baccording to [A-Z]",
    re.IGNORECASE,
)
_CONCLUSION: Final = re.compile(
    r"(?:қорытындылай келе|қорыта (?:айтқанда|келгенде)|сонымен|осылайша|жоғарыда айтылғандарға|түйіндей келе)|"
    r"(?:таким образом|в заключение|подводя итог|итак)|(?:in conclusion|to sum up|to conclude|in sum)\b",
    re.IGNORECASE,
)
_LONG: Final = 200
_HEAD: Final = 1_000
_SAMPLE: Final = 80
_MAX_TOPIC: Final = 110
_DRAFT_KINDS: Final = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE})


def prose_blocks(blocks: Sequence[Classified]) -> frozenset[int]:
    """Return the places of the blocks that are prose; none when the whole text is an act."""
    start, end = _draft(blocks)
    outside = [*range(start), *range(end, len(blocks))]
    long = [at for at in outside if len(blocks[at].words) >= _LONG and blocks[at].role is Role.TEXT]
    long = long[:: len(long) // _SAMPLE + 1]
    speaking = sum(_VOICE.search(blocks[at].words, 0, _HEAD) is not None for at in long)
    if speaking < 3 or 5 * speaking < len(long):
        return frozenset()
    return frozenset(outside)


def is_topic(blocks: Sequence[Classified], at: int) -> bool:
    """Whether a block of prose is a heading: short, unfinished, and followed by a paragraph that begins anew."""
    block = blocks[at]
    if block.role is Role.HEADING:
        return True
    if block.ends_sentence or len(block.body) > _MAX_TOPIC or at + 1 >= len(blocks) or not block.body[:1].isupper():
        return False
    following = blocks[at + 1]
    if block.marker is not None and block.marker.style not in {Style.ROMAN_DOT, Style.BULLET}:
        return False
    return following.marker is None and following.words[:1].isupper()


def _draft(blocks: Sequence[Classified]) -> tuple[int, int]:
    """Return where an embedded draft begins and ends; an empty stretch at the end when there is none."""
    units = [
        at
        for at, block in enumerate(blocks)
        if block.marker is not None and block.marker.style is Style.UNIT and block.marker.kind in _DRAFT_KINDS
    ]
    if not units:
        return len(blocks), len(blocks)
    for at in range(units[-1] + 1, len(blocks)):
        if blocks[at].role is Role.TEXT and _CONCLUSION.match(blocks[at].words):
            return units[0], at
    return units[0], len(blocks)
