"""Lines of a plain text, and whether they were wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LINE: Final = re.compile(r"(?<![^\n\f])[^\n\f]*\S[^\n\f]*")
_SPACE: Final = " "
_SAMPLE: Final = 4_000
_NARROW: Final = 140


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Args:
        text: The line without its line break.
        start: Offset of its first character.
        blank_before: Whether a blank line stands before it.
        blank_after: Whether a blank line stands after it.
    """

    text: str
    start: int
    blank_before: bool
    blank_after: bool

    @property
    def is_alone(self) -> bool:
        """Whether blank lines stand before and after it."""
        return self.blank_before and self.blank_after

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table: a tab that only indents the line parts no cells."""
        return "\t" in self.text and ("\t|" in self.text or "\t" in self.text.strip())

    @property
    def content_start(self) -> int:
        """Offset of the first character that is not blank; the tabs of a row belong to it."""
        return self.start + len(self.text) - len(self.text.lstrip(_SPACE if self.is_row else None))

    @property
    def content_end(self) -> int:
        """Offset behind the last character that is not blank; the tabs of a row belong to it."""
        return self.start + len(self.text.rstrip(_SPACE if self.is_row else None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a text was laid out.

    Args:
        width: The width lines were wrapped at, in characters; 0 when each paragraph stands on one line.
        blank_lines_matter: Whether a blank line separates paragraphs.
    """

    width: int
    blank_lines_matter: bool

    @property
    def is_wrapped(self) -> bool:
        """Whether one paragraph runs over several lines."""
        return self.width > 0


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank."""
    spans = [match.span() for match in _LINE.finditer(text)]
    gaps = [text.count("\n", end, start) > 1 for (_, end), (start, _) in pairwise(spans)]
    before, after = [True, *gaps], [*gaps, True]
    return [Line(text[s:e], s, before[at], after[at]) for at, (s, e) in enumerate(spans)]


def measure(lines: Sequence[Line]) -> Layout:
    """Return the layout of a text.

    Lines wrapped at a width crowd just below it: of the lines that do not end a sentence most are nearly full.
    """
    sample = lines[:_SAMPLE]
    open_lines = [len(line.text.strip()) for line in sample if line.text.rstrip()[-1:] not in '.;:!?»"|']
    inner = sample[:-1]
    blank = sum(line.blank_after for line in inner)
    matter = bool(inner) and 0 < blank < 0.9 * len(inner)
    if len(open_lines) < 3 or len(sample) < 4:
        return Layout(width=0, blank_lines_matter=matter)
    width = sorted(len(line.text.strip()) for line in sample)[int(len(sample) * 0.95) - (len(sample) < 20)]
    full = sum(0.7 * width <= length <= 1.1 * width for length in open_lines)
    is_wrapped = 30 <= width <= _NARROW and full >= 0.45 * len(open_lines) and len(open_lines) >= 0.25 * len(sample)
    return Layout(width=width if is_wrapped else 0, blank_lines_matter=matter)
