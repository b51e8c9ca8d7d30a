"""The table of categories before and after as a picture: whoever looks sees where cases go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from zhargy.norms.consequences.values import Gravity, Range

_CELL, _HIGH = 118, 54
_LEFT, _TOP = 216, 118
_LINE: Final = 17
_STEPS: Final = ((0, 0.0), (1, 0.16), (10, 0.3), (100, 0.45), (1000, 0.6), (10_000, 0.75))
_UP, _DOWN, _SAME = "#b3261e", "#1a5fb4", "#5c6370"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """What the picture says, in the language of the reader.

    Args:
        language: Tag of that language.
        title: Its title.
        described: What it shows, for those who do not see it.
        before: What the first law is called.
        after: What the second law is called.
        gravities: Names of the categories.
        notes: What must be known of the cases, one line each.
    """

    language: str
    title: str
    described: str
    before: str
    after: str
    gravities: Mapping[Gravity, str]
    notes: tuple[str, ...]


def picture(gravities: Mapping[tuple[Gravity, Gravity], Range], *, words: PictureWords) -> str:
    """Return a drawing of the table in SVG: rows before, columns after.

    What becomes graver is marked ▲ and what becomes milder ▼, besides by colour; every number is written out.

    Args:
        gravities: How many cases went from which category to which.
        words: The words.
    """
    shown = [each for each in Gravity if any(each in pair and found.most for pair, found in gravities.items())]
    notes = [line for note in words.notes for line in _wrapped(note, max(60, (_LEFT + _CELL * len(shown)) // 8))]
    width, below = _LEFT + _CELL * max(3, len(shown)) + 24, _TOP + _HIGH * len(shown)
    height = below + 24 + _LINE * len(notes) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f' role="img" aria-labelledby="title described" lang="{words.language}" font-family="sans-serif">',
        f'<title id="title">{escape(words.title)}</title>',
        f'<desc id="described">{escape(words.described)}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(16, 28, words.title, size=16, weight="bold"),
        _text(16, 56, f"↓ {words.before}", fill="#30343b"),
        _text(16, 76, f"→ {words.after}", fill="#30343b"),
    ]
    for at, gravity in enumerate(shown):
        parts += _heads(at, words.gravities[gravity])
    for row, before in enumerate(shown):
        for column, after in enumerate(shown):
            parts += _cell(row, column, gravities.get((before, after), Range()), step=_step(before, after))
    parts += [_text(16, below + 28 + _LINE * at, note, fill="#30343b") for at, note in enumerate(notes)]
    return "\n".join([*parts, "</svg>"]) + "\n"


def range_text(found: Range) -> str:
    """Return a range in digits: one number where both are the same.

    Example:
        >>> range_text(Range(least=3, most=3)), range_text(Range(least=0, most=1200))
        ('3', '0–1200')
    """
    return str(found.most) if found.least == found.most else f"{found.least}–{found.most}"


def _heads(at: int, name: str) -> list[str]:
    lines = _wrapped(name, 15)[:2]
    top = [
        _text(_LEFT + _CELL * at + _CELL // 2, _TOP - 8 - 14 * (len(lines) - 1 - row), line, size=12, anchor="middle")
        for row, line in enumerate(lines)
    ]
    lines = _wrapped(name, 24)[:2]
    middle = _TOP + _HIGH * at + _HIGH // 2 + 5 - 7 * (len(lines) - 1)
    return [*top, *(_text(_LEFT - 10, middle + 14 * row, line, anchor="end") for row, line in enumerate(lines))]


def _cell(row: int, column: int, found: Range, *, step: int) -> list[str]:
    left, top = _LEFT + _CELL * column, _TOP + _HIGH * row
    colour = _SAME if not step else _UP if step > 0 else _DOWN
    shade = max(strength for bound, strength in _STEPS if found.most >= bound)
    parts = [
        f'<rect x="{left}" y="{top}" width="{_CELL}" height="{_HIGH}" fill="{colour}"',
        f' fill-opacity="{shade}" stroke="#8b919b" stroke-width="1"/>',
    ]
    if found.most:
        mark = "" if not step else "▲ " if step > 0 else "▼ "
        ink = "#ffffff" if shade > 0.5 else "#16181c"
        said = f"{mark}{range_text(found)}"
        parts.append(
            _text(left + _CELL // 2, top + _HIGH // 2 + 5, said, size=14, anchor="middle", fill=ink, weight="bold")
        )
    return parts


def _step(before: Gravity, after: Gravity) -> int:
    """Return 1 where a case becomes graver, -1 where milder, 0 where it stays or the category is not settled."""
    order = list(Gravity)
    if Gravity.UNSETTLED in {before, after}:
        return 0
    return (order.index(after) > order.index(before)) - (order.index(after) < order.index(before))


def _text(
    x: int, y: int, said: str, *, size: int = 13, anchor: str = "start", fill: str = "#16181c", weight: str = "normal"
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{fill}" font-weight="{weight}">'
        f"{escape(said)}</text>"
    )


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
