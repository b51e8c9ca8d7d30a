"""Page furniture: page numbers, running heads and bare addresses, lifted out of the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from zhargy.model import AnchorKind
from zhargy.parsing.lines import Line
from zhargy.text import Source

_NUMBER: Final = re.compile(r"\s*(?:[-–—]\s?)?\d{1,5}(?:\s?[-–—])?\s*")
_URL: Final = re.compile(r"\s*(?:https?://|www\.)\S+(?:\s+\S*[/.]\S*)?\s*", re.IGNORECASE)
_MIN_REPEATS: Final = 3
_MAX_HEAD: Final = 90
_RARE: Final = 40
_SENTENCE: Final = 20


def find_furniture(lines: list[Line], source: Source, *, wrapped: bool) -> Iterator[tuple[Line, AnchorKind]]:
    """Yield the lines that belong to the page and not to the text.

    Args:
        lines: Lines that are not blank.
        source: Where they come from; its page marks tell first and last lines of pages.
        wrapped: Whether the text has lines wrapped at a width.
    """
    edges = _edges(lines, source) if source.pages else _lonely_numbers(lines, wrapped=wrapped)
    heads = _repeated(lines, edges)
    for at, line in enumerate(lines):
        if _URL.fullmatch(line.text):
            yield line, AnchorKind.URL
        elif at in edges and _NUMBER.fullmatch(line.text):
            yield line, AnchorKind.PAGE_NUMBER
        elif at in heads:
            yield line, AnchorKind.RUNNING_HEAD


def _edges(lines: list[Line], source: Source) -> set[int]:
    """Return the first and the last line of every page."""
    edges: set[int] = set()
    starts = [offset for offset, _ in source.pages[1:]]
    at = 0
    for start in starts:
        while at < len(lines) and lines[at].start < start:
            at += 1
        edges |= {at - 1, at}
    return edges | {0, len(lines) - 1}


def _lonely_numbers(lines: list[Line], *, wrapped: bool) -> set[int]:
    """Return numbers that stand alone between two blank lines of running text, in a source without page marks."""
    numbers = [at for at, line in enumerate(lines) if line.is_alone and _NUMBER.fullmatch(line.text)]
    if not wrapped and len(numbers) * _RARE > len(lines):
        return set()
    return {
        at for at in numbers if any(len(near.text.strip()) >= _SENTENCE for near in lines[max(at - 1, 0) : at + 2 : 2])
    }


def _repeated(lines: list[Line], edges: set[int]) -> set[int]:
    """Return lines at page edges that repeat, their digits apart."""
    keys = {at: re.sub(r"\d+", "0", lines[at].text.strip()) for at in edges if 0 <= at < len(lines)}
    counts = Counter(keys.values())
    return {at for at, key in keys.items() if counts[key] >= _MIN_REPEATS and len(key) <= _MAX_HEAD}
