"""A proof as a drawing: lines below lines, each with a mark, a frame of its own stroke and a colour of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from zhargy.norms.evaluation import Explanation
from zhargy.norms.exports.drawing.outline import MARKS, Line, outline
from zhargy.norms.truth import Truth
from zhargy.norms.wording import Words

_WIDTH: Final = 900
_MARGIN: Final = 16
_STEP: Final = 26
_MARK: Final = 26
_PAD: Final = 8
_GAP: Final = 8
_LEADING: Final = 20
_SIZE: Final = 14
_NARROWEST: Final = 160
_COLOURS: Final = {Truth.TRUE: "#1b6e3c", Truth.FALSE: "#a12622", Truth.UNKNOWN: "#6b5900"}
_FILLS: Final = {Truth.TRUE: "#eef7f1", Truth.FALSE: "#fbefee", Truth.UNKNOWN: "#fbf7e6"}
_STROKES: Final = {Truth.TRUE: "", Truth.FALSE: "7 4", Truth.UNKNOWN: "2 3"}
_WIDE: Final = frozenset("жмшщыюфwmЖМШЩЫЮФWM—×")
_NARROW: Final = frozenset(" .,;:!?()[]«»“”'|ilјіІ-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A line of a proof in its place.

    Args:
        line: The line.
        x: Left edge.
        y: Upper edge.
        width: Width of the frame.
        rows: Its words, wrapped.
        parent: Place of the box it hangs below among all boxes; its own for the first.
    """

    line: Line
    x: int
    y: int
    width: int
    rows: tuple[str, ...]
    parent: int

    @property
    def height(self) -> int:
        """Height of the frame."""
        return len(self.rows) * _LEADING + 2 * _PAD


def svg(explanation: Explanation, *, words: Words) -> str:
    """Return a proof as an SVG drawing; the same proof always gives the same text.

    A screen reader is told the title and the whole proof as text.

    Args:
        explanation: The proof.
        words: Words of the reader's language, such as `zhargy.messages.law.LawWords`.
    """
    line = outline(explanation, words)
    boxes = place(line)
    height = boxes[-1].y + boxes[-1].height + _MARGIN
    return "\n".join([*_head(line, words, height), *_links(boxes), *map(_box, boxes), "</svg>"]) + "\n"


def place(line: Line) -> tuple[Box, ...]:
    """Return the lines of a proof in their places, from top to bottom.

    Args:
        line: The first line.
    """
    boxes: list[Box] = []
    trail: list[int] = []
    y = _MARGIN
    for depth, each in line.walk():
        trail = trail[:depth]
        x = min(_MARGIN + depth * _STEP, _WIDTH - _MARGIN - _NARROWEST)
        width = _WIDTH - _MARGIN - x
        rows = wrap(each.text, width=width - _MARK - 2 * _PAD)
        box = Box(line=each, x=x, y=y, width=width, rows=rows, parent=trail[-1] if trail else 0)
        trail.append(len(boxes))
        boxes.append(box)
        y += box.height + _GAP
    return tuple(boxes)


def wrap(text: str, *, width: int) -> tuple[str, ...]:
    """Return words in rows that fit a width, by a cautious guess of how wide letters are.

    Args:
        text: The words.
        width: Width of a row in pixels.

    Example:
        >>> wrap("a drawing of a proof", width=90)
        ('a drawing', 'of a proof')
    """
    rows: list[str] = []
    row = ""
    for word in text.split():
        longer = f"{row} {word}" if row else word
        if row and _width(longer) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    return (*rows, row)


def _width(text: str) -> float:
    return sum(_share(letter) for letter in text) * _SIZE


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    return 0.86 if letter in _WIDE or letter.isupper() else 0.62


def _head(line: Line, words: Words, height: int) -> Iterator[str]:
    title = words.say("drawing.title", norm=line.text)
    told = "\n".join(f"{'  ' * depth}{MARKS[each.truth]} {each.text}" for depth, each in line.walk())
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-labelledby="proof-title proof-text" lang="{words.language}">'
    )
    yield f'<title id="proof-title">{escape(title)}</title>'
    yield f'<desc id="proof-text">{escape(words.say("drawing.legend"))}\n{escape(told)}</desc>'
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'


def _links(boxes: Sequence[Box]) -> Iterator[str]:
    """Yield the strokes that lead from each box to the one it hangs below."""
    for box in boxes[1:]:
        above = boxes[box.parent]
        x, y = above.x + _STEP // 2, box.y + _PAD + _LEADING // 2
        yield f'<path d="M{x} {above.y + above.height}V{y}H{box.x}" fill="none" stroke="#8a8a8a"/>'


def _box(box: Box) -> str:
    truth = box.line.truth
    colour, dashes = _COLOURS[truth], _STROKES[truth]
    stroke = f' stroke-dasharray="{dashes}"' if dashes else ""
    x, first = box.x + _PAD + _MARK, box.y + _PAD + _LEADING - 5
    rows = "".join(
        f'<tspan x="{x}" y="{first + at * _LEADING}">{escape(row)}</tspan>' for at, row in enumerate(box.rows)
    )
    return (
        f'<g><rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="4" fill="{_FILLS[truth]}" '
        f'stroke="{colour}" stroke-width="1.5"{stroke}/>'
        f'<text x="{box.x + _PAD + 4}" y="{first}" font-family="DejaVu Sans, sans-serif" font-size="16" '
        f'font-weight="700" fill="{colour}">{MARKS[truth]}</text>'
        f'<text font-family="DejaVu Sans, Noto Sans, sans-serif" font-size="{_SIZE}" fill="#1a1a1a">{rows}</text></g>'
    )
