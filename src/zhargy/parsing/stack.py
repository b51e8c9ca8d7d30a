"""The elements that are open while a tree is built, from the outermost to the innermost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.blocks import Draft
from zhargy.parsing.markers import Marker, Style

#: How deep a unit lies; lists come below all of them, by the order in which their styles appear.
RANK: Final = {
    Kind.ANNEX: 0,
    Kind.TOPIC: 0,
    Kind.BOOK: 1,
    Kind.PART: 2,
    Kind.SECTION: 3,
    Kind.SUBSECTION: 4,
    Kind.CHAPTER: 5,
    Kind.SUBCHAPTER: 6,
    Kind.ARTICLE: 8,
    Kind.NOTE: 9,
    Kind.PARAGRAPH: 10,
    Kind.SUBPARAGRAPH: 11,
}
#: A numbered heading between a paragraph sign and its articles («подпараграф»); a subchapter in a subchapter.
INNER_RANK: Final = 7
LIST_RANK: Final = 12


@dataclass(slots=True)
class Open:
    """An element that still takes in what follows."""

    draft: Draft
    rank: int
    style: Style | None = None


@dataclass(slots=True)
class Stack:
    """Open elements and the roots they hang from; its depth is bounded by the number of ranks and list styles."""

    roots: list[Draft] = field(default_factory=list)
    opened: list[Open] = field(default_factory=list)

    @property
    def top(self) -> Open | None:
        """The innermost open element."""
        return self.opened[-1] if self.opened else None

    def open(self, draft: Draft, rank: int, style: Style | None = None) -> None:
        """Close what is not above `draft`, hang it up and leave it open."""
        self.close(rank)
        self.attach(draft)
        self.opened.append(Open(draft, rank, style))

    def close(self, rank: int) -> None:
        """Close all elements of this rank and below."""
        while self.opened and self.opened[-1].rank >= rank:
            self.opened.pop()

    def attach(self, draft: Draft) -> None:
        """Hang `draft` into the innermost open element."""
        (self.opened[-1].draft.children if self.opened else self.roots).append(draft)

    def has(self, kind: Kind) -> bool:
        """Whether an element of this kind is open."""
        return any(element.draft.kind is kind for element in self.opened)

    def lists(self) -> Iterator[Open]:
        """Yield the open list items, outermost first."""
        return (element for element in self.opened if element.rank >= LIST_RANK)

    def list_depth(self, marker: Marker) -> int:
        """Return how deep a list item lies: beside the open item of its style, or inside the innermost list."""
        lists = list(self.lists())
        styles = [element.style for element in lists]
        style = marker.style
        if style is Style.ROMAN_BRACKETS and _is_letter(marker, lists, styles):
            style = Style.LETTER_BRACKETS
        return styles.index(style) if style in styles else len(lists)

    def awaits(self, marker: Marker | None) -> int | None:
        """Return the rank of the open list item whose row `marker` goes on with, ``None`` when there is none."""
        if marker is None:
            return None
        for element in self.lists():
            if element.style is marker.style and follows(element.draft.number, marker.number):
                return element.rank
        return None


def _is_letter(marker: Marker, lists: list[Open], styles: list[Style | None]) -> bool:
    """Whether (i) is the letter after (h) and not the first Roman numeral."""
    if Style.LETTER_BRACKETS not in styles or Style.ROMAN_BRACKETS in styles or len(marker.number) != 1:
        return False
    before = lists[styles.index(Style.LETTER_BRACKETS)].draft.number
    return ord(before[0]) + 1 == ord(marker.number)


def follows(before: str, after: str) -> bool:
    """Whether a number comes later in the row than another: 2 or 1-1 after 1, б after а; a new 1 begins a new row.

    Example:
        >>> follows("1", "2"), follows("2", "2-1"), follows("3", "1"), follows("", "")
        (True, True, False, True)
    """
    if not before or not after:
        return before == after
    first, second = before.split("-", maxsplit=1)[0], after.split("-", maxsplit=1)[0]
    if first.isdigit() and second.isdigit():
        return int(second) > int(first) or (first == second and after != before)
    return after > before and after not in {"a", "а", "i"}
