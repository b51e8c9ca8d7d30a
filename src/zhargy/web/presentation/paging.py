"""Divides a long act into pages at its chapters and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from zhargy.model import Document, Kind, Node

#: Characters of text a page holds; about fifteen printed pages, drawn by a browser in a moment.
PAGE_LENGTH: Final = 45_000
#: An act up to this length stays in one piece.
WHOLE_LENGTH: Final = 90_000
#: Elements that are never torn apart, however long.
_WHOLE: Final = frozenset({Kind.ARTICLE, Kind.TABLE, Kind.RECITAL, Kind.PARAGRAPH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of an act.

    Args:
        above: The elements the page lies in, outermost first; empty for the top of the act.
        nodes: Elements shown, in order.
    """

    above: tuple[Node, ...]
    nodes: tuple[Node, ...]

    @property
    def label(self) -> str:
        """Number and heading of the first element that has any."""
        titled = [node for node in self.nodes if node.num or node.heading] or list(self.above[-1:])
        return f"{titled[0].num} {titled[0].heading}".strip() if titled else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The pages of a document, and what lies where in it.

    Args:
        sheets: Pages in reading order; at least one.
        sheet_of: From element id to the index of its page.
        nodes: From element id to the element.
        parents: From element id to the id of the element around it; top elements have none.
    """

    sheets: tuple[Sheet, ...]
    sheet_of: Mapping[str, int]
    nodes: Mapping[str, Node] = field(repr=False)
    parents: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, document: Document, *, whole: int = WHOLE_LENGTH, length: int = PAGE_LENGTH) -> Paging:
        """Divide `document`.

        Args:
            document: What to show.
            whole: Characters up to which it stays in one piece.
            length: Characters of a page, exceeded only by an element that is not torn apart.
        """
        sheets = [Sheet(above=(), nodes=document.children)]
        if len(document.text) > whole:
            sheets = list(_sheets(document.children, (), length)) or sheets
        sheet_of: dict[str, int] = {}
        for index, sheet in enumerate(sheets):
            for node in sheet.above:
                sheet_of.setdefault(node.eid, index)
            sheet_of.update((inner.eid, index) for node in sheet.nodes for inner in node.walk())
        return cls(
            sheets=tuple(sheets),
            sheet_of=sheet_of,
            nodes={node.eid: node for node in document.walk()},
            parents=dict(_parents(document.children)),
        )

    def above(self, eid: str) -> tuple[Node, ...]:
        """Return the elements around one, outermost first."""
        found: list[Node] = []
        while eid := self.parents.get(eid, ""):
            found.append(self.nodes[eid])
        return tuple(reversed(found))


def shortened(node: Node, *, length: int) -> Node:
    """Return `node` with no more of its children than about `length` characters of text hold."""
    if len(node.span) <= length or not node.children:
        return node
    kept: list[Node] = []
    for child in node.children:
        left = length - (child.span.start - node.span.start)
        if left <= 0:
            break
        kept.append(shortened(child, length=left))
    return replace(node, children=tuple(kept))


def _sheets(nodes: Sequence[Node], above: tuple[Node, ...], length: int) -> Iterator[Sheet]:
    gathered: list[Node] = []
    size = 0
    for node in nodes:
        torn = len(node.span) > length and node.children and node.kind not in _WHOLE
        if gathered and (torn or size + len(node.span) > length):
            yield Sheet(above=above, nodes=tuple(gathered))
            gathered, size = [], 0
        if torn:
            yield from _sheets(node.children, (*above, node), length)
        else:
            gathered.append(node)
            size += len(node.span)
    if gathered:
        yield Sheet(above=above, nodes=tuple(gathered))


def _parents(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        yield from ((child.eid, node.eid) for child in node.children)
        yield from _parents(node.children)
