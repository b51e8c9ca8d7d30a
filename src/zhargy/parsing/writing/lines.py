"""A document as lines, such that the readers of flowing formats find every number, heading and block again.

A number stands before the words that follow it where the two read back as number and words; otherwise it has a line of
its own, as a printed act would have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zhargy.model import Document, Kind, Node
from zhargy.parsing.markers import read_marker

_UNITS: Final = frozenset(
    {
        Kind.BOOK,
        Kind.PART,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.CHAPTER,
        Kind.SUBCHAPTER,
        Kind.ARTICLE,
        Kind.ANNEX,
        Kind.TOPIC,
    }
)
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block of the written text.

    Args:
        words: Its words; a table keeps one row a line, cells divided by tabs.
        node: The element it belongs to.
        is_heading: Whether it opens a unit of the act: number, heading or both.
    """

    words: str
    node: Node
    is_heading: bool = False


def lines(document: Document) -> Iterator[Line]:
    """Yield the blocks of a document in reading order; what cannot be printed is written as U+FFFD."""
    for child in document.children:
        yield from _lines(child)


def printable(words: str) -> str:
    """Return `words` with U+FFFD for what no page can show: control characters, halves of pairs."""
    return _UNPRINTABLE.sub("\ufffd", words)


def _lines(node: Node) -> Iterator[Line]:
    children = list(node.children)
    if node.heading:
        yield from _headed(node)
    elif node.num and node.kind not in _UNITS and children and children[0].kind is Kind.TEXT:
        yield _line(f"{node.num} {children.pop(0).text}", node)
    elif node.num:
        yield _line(node.num, node, is_heading=node.kind in _UNITS)
    elif node.text:
        yield _line(node.text, node)
    for child in children:
        yield from _lines(child)


def _headed(node: Node) -> Iterator[Line]:
    whole = f"{node.num} {node.heading}".strip()
    marker = read_marker(whole)
    if node.num and (marker is None or whole[marker.rest :] != node.heading):
        yield _line(node.num, node, is_heading=True)
        yield _line(node.heading, node)
    else:
        yield _line(whole, node, is_heading=True)


def _line(words: str, node: Node, *, is_heading: bool = False) -> Line:
    return Line(words=printable(words), node=node, is_heading=is_heading)
