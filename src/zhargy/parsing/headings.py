"""Which words behind a number are a heading, and which heading runs over two lines."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.blocks import Draft, Hint
from zhargy.parsing.classification import Classified, Role
from zhargy.parsing.markers import Style
from zhargy.text import MappedText

_MAX_CHAPTER: Final = 160
_MAX_LONG_HEADING: Final = 300
_MAX_SECOND_LINE: Final = 120
_MAX_TITLE_WORDS: Final = 3
#: A Kazakh sentence ends in a finite verb («… енгізіледі.», «… танылсын.»), which no heading does.
_PREDICATE: Final = re.compile(r"(?:[аеіый]д[ыі]|лд[ыі]|с[ыі]н)\.(?=\s|$)")


def is_chapter(block: Classified, following: Classified | None, *, point: int) -> bool:
    """Whether a number without a word heads a chapter of a by-law.

    By-laws number chapters and points alike. The number of a chapter stands before a heading, and the point behind it
    goes on with the row of the points; a heading that ends in a stop is one only where its own number breaks that row.

    Args:
        block: The numbered block.
        following: The block behind it.
        point: Last number of a point.
    """
    marker = block.marker
    if marker is None or marker.style not in {Style.DIGIT_DOT, Style.ROMAN_DOT}:
        return False
    if not 0 < len(block.body) <= _MAX_CHAPTER:
        return False
    if block.ends_sentence and not (point and block.body.endswith(".") and marker.number != str(point + 1)):
        return False
    if Hint.HEADING in block.block.hints:
        return True
    inner = following.marker if following else None
    if inner is None or following is None or following.role is not Role.MARKED:
        return False
    if marker.style is Style.ROMAN_DOT:
        return inner.style in {Style.DIGIT_DOT, Style.DIGIT_BRACKET, Style.DIGIT_DEEP}
    if inner.style is not Style.DIGIT_DOT or not inner.number.isdigit():
        return False
    return int(inner.number) == point + 1 and not following.body[:1].islower()


def is_text_of_article(block: Classified, following: Classified | None) -> bool:
    """Whether the words behind the number are what the article says, and no heading."""
    words = block.body.rstrip()
    if words.endswith((":", ";")) or len(words) > _MAX_LONG_HEADING:
        return True
    if block.marker is None or block.marker.kind is not Kind.ARTICLE or Hint.HEADING in block.block.hints:
        return False
    if _PREDICATE.search(words):
        return True
    if not words.endswith("."):
        return False
    has_own_text = following is not None and (
        following.role in {Role.TEXT, Role.QUOTED}
        or (following.marker is not None and following.marker.style is not Style.UNIT)
    )
    return not has_own_text or ". " in words


def join_lines(draft: Draft, block: Classified, last: str) -> MappedText | None:
    """Return the heading with its second line: one that begins low, or the bare name of the document («ЕРЕЖЕ»)."""
    heading, words = draft.heading, block.words
    if heading is None or draft.children or last != heading.text or len(words) > _MAX_SECOND_LINE:
        return None
    if block.ends_sentence or block.role is not Role.TEXT:
        return None
    is_name = draft.kind is Kind.ANNEX and words.isupper() and len(words.split()) <= _MAX_TITLE_WORDS
    if not is_name and not words[:1].islower():
        return None
    return MappedText.join([heading, block.block.text], " ", heading.source)
