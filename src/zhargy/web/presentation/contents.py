"""The table of contents of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from zhargy.model import Kind, Node, Status

_LISTED: Final = frozenset(
    {
        Kind.BOOK,
        Kind.PART,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.CHAPTER,
        Kind.SUBCHAPTER,
        Kind.ARTICLE,
        Kind.ANNEX,
        Kind.PREAMBLE,
        Kind.TOPIC,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the table of contents.

    Args:
        eid: Element id the line leads to.
        label: Number and heading as printed.
        repealed: Whether only the place of the provision is kept.
        children: Lines below it.
    """

    eid: str
    label: str
    repealed: bool
    children: tuple[Entry, ...] = ()


def contents(nodes: Sequence[Node]) -> tuple[Entry, ...]:
    """Return the entries of all headed provisions down to the article."""
    return tuple(entry for node in nodes for entry in _entries(node))


def contents_html(entries: Sequence[Entry], *, address: Callable[[str], str], current: frozenset[str]) -> str:
    """Return the entries as nested lists.

    Args:
        entries: What to list.
        address: From an element id to where its line leads.
        current: Ids of the elements that the page shows; their lines are marked.
    """
    return "".join(_listed(entries, address, current))


def _listed(entries: Sequence[Entry], address: Callable[[str], str], current: frozenset[str]) -> Iterator[str]:
    if not entries:
        return
    yield "<ol>"
    for entry in entries:
        here = ' aria-current="location"' if entry.eid in current else ""
        yield '<li class="repealed">' if entry.repealed else "<li>"
        yield f'<a href="{escape(address(entry.eid))}"{here}>{escape(entry.label)}</a>'
        yield from _listed(entry.children, address, current)
        yield "</li>"
    yield "</ol>"


def _entries(node: Node) -> tuple[Entry, ...]:
    below = contents(node.children)
    label = f"{node.num} {node.heading}".strip()
    if node.kind not in _LISTED or not label:
        return below
    return (Entry(eid=node.eid, label=label, repealed=node.status is Status.REPEALED, children=below),)
