"""A text as the words, numbers and marks that citations are read from.

Spans are those of the text as given: letters of the other alphabet that look alike are folded one for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from zhargy.text.scripts import LOOKALIKES, is_mixed, to_cyrillic

_LETTER: Final = r"[^\W\d_]"
_TOKEN: Final = re.compile(
    rf"(?P<number>\d+(?:[.\-‑]\d+)*)|(?P<word>{_LETTER}+(?:[-‑]{_LETTER}+)*)|(?P<rest>\n\s*\n|[^\w\s])"
)
_TWINS: Final = frozenset(LOOKALIKES)
OPENING: Final = '"«“„'
CLOSING: Final = '"»”“'


class Token(NamedTuple):
    """One word, number or mark.

    Args:
        start, end: Its place.
        raw: As printed.
        low: Small letters, look-alikes folded; what grammars compare.
        is_number, is_word: What it is; a mark is neither.
    """

    start: int
    end: int
    raw: str
    low: str
    is_number: bool
    is_word: bool


class Passage(tuple[Token, ...]):  # noqa: SLOT001 - a tuple cannot have slots of its own
    """The tokens of a text, with empty marks behind the last, so that grammars may look around without bounds.

    An index before the first token meets the empty marks too, as negative indexes do.
    """

    text: str
    size: int

    @classmethod
    def of(cls, text: str, found: Sequence[Token]) -> Passage:
        """Return the passage of `text` and its tokens; `size` counts them without the empty marks."""
        passage = cls((*found, *_PADDING))
        passage.text, passage.size = text, len(found)
        return passage

    def touches(self, index: int) -> bool:
        """Whether token `index` begins where the one before it ends."""
        return self[index].start == self[index - 1].end

    def opens_line(self, index: int) -> bool:
        """Whether nothing but white space stands before token `index` in its line."""
        if index and self[index - 1].raw in OPENING:
            index -= 1
        return index == 0 or "\n" in self.text[self[index - 1].end : self[index].start] or "\n" in self[index - 1].raw

    def closing(self, index: int, *, limit: int = 90) -> int:
        """Return the index of the mark that closes the bracket or quotation opened at `index`, -1 when none does."""
        opened = self[index].raw
        straight = opened == '"'
        pairs = {"«": "»", "“": "”", "„": "“", "(": ")"}
        depth = 0
        for at in range(index, min(index + limit, self.size)):
            raw = self[at].raw
            if straight:
                if at > index and raw == '"':
                    return at
            elif raw == opened:
                depth += 1
            elif raw == pairs.get(opened):
                depth -= 1
                if depth == 0:
                    return at
        return -1


_PADDING: Final = (Token(-1, -2, "", "", False, False),) * 200


def passage_of(text: str) -> Passage:
    """Return `text` as a passage.

    Example:
        >>> [token.low for token in passage_of("осы баптың 2) тармағы") if token.raw]
        ['осы', 'баптың', '2', ')', 'тармағы']
    """
    found = []
    for match in _TOKEN.finditer(text):
        raw, group = match[0], match.lastgroup
        low = fold(raw) if group == "word" else raw
        found.append(Token(match.start(), match.end(), raw, low, group == "number", group == "word"))
    return Passage.of(text, found)


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Return a word in small letters and one alphabet.

    Example:
        >>> fold("Бiрiншi"), fold("Article"), fold("PК")
        ('бірінші', 'article', 'рк')
    """
    low = word.lower()
    if len(low) != len(word):
        low = word
    if word.isascii() or not is_mixed(word):
        return low
    return to_cyrillic(word).lower()


def regular_words(text: str) -> str:
    """Return `text` with each word of two alphabets in one of them, white space single."""
    return " ".join(_WORD.sub(lambda match: to_cyrillic(match[0]) if is_mixed(match[0]) else match[0], text).split())


_WORD: Final = re.compile(rf"{_LETTER}+")
