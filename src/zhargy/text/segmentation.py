"""Which words a string of letters without spaces is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhargy.text.lexicon import NEVER, Lexicon

#: What it costs that two words have grown together, in nats.
GLUED: Final = 8.0
_STRANGE: Final = 6.0
_STRANGE_LETTER: Final = 2.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """The likeliest parting of a string.

    Args:
        parts: Words one after another.
        gain: How much likelier this is than one word nobody knows or a known word with an unusual ending, in nats.
    """

    parts: tuple[str, ...]
    gain: float


def segment(text: str, lexicon: Lexicon, *, least: float = -NEVER) -> Segmentation | None:
    """Return the likeliest words that `text` is made of, ``None`` when it is not made of known words alone.

    Args:
        text: Lower-case letters.
        lexicon: The words of its language.
        least: Gain below which the answer does not matter: a string that cannot reach it is not looked into.

    Example:
        >>> from zhargy.text.lexicon import load_lexicon
        >>> from zhargy.text.languages import Language
        >>> segment("тартуғажазаланады", load_lexicon(Language.KK)).parts
        ('тартуға', 'жазаланады')
    """
    whole = min(lexicon.cost(text), _STRANGE + _STRANGE_LETTER * len(text))
    if whole - GLUED - 2 * lexicon.cheapest < least:
        return None
    best: list[tuple[float, int]] = [(NEVER * len(text), -1)] * (len(text) + 1)
    best[0] = (0.0, -1)
    for start in range(len(text)):
        if start and best[start][1] < 0:
            continue
        for end, cost in lexicon.parts_at(text, start).items():
            if start == 0 and end == len(text):
                continue
            total = best[start][0] + cost + _joint(text, start, end, lexicon)
            if total < best[end][0]:
                best[end] = (total, start)
    if best[-1][1] < 0:
        return None
    return Segmentation(parts=tuple(_walk(text, best)), gain=whole - best[-1][0])


def _joint(text: str, start: int, end: int, lexicon: Lexicon) -> float:
    """Return what it costs to begin a word at `start` and to end it at `end`."""
    if not start:
        return lexicon.first.get(text[:end], 0.0)
    piece = text[start:end]
    if piece in lexicon.endings or piece in lexicon.rare:
        return NEVER
    return GLUED + lexicon.last.get(piece, 0.0)


def _walk(text: str, best: list[tuple[float, int]]) -> list[str]:
    parts: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        parts.append(text[start:end])
        end = start
    return parts[::-1]
