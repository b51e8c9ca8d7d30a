"""Running text with its references as links."""

from __future__ import annotations

from bisect import bisect_left

from lxml import etree

from zhargy.model import Document, Node, Reference
from zhargy.parsing.akn_names import legal, qualified
from zhargy.text import Span


class References:
    """Writes the words of a node, the references among them as `ref` elements."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._references = sorted(document.references, key=lambda reference: reference.span)
        self._starts = [reference.span.start for reference in self._references]

    def write(self, element: etree._Element, node: Node) -> None:
        """Write the text of a leaf into `element`."""
        self._write(element, Span(node.span.end - len(node.text), node.span.end))

    def write_heading(self, element: etree._Element, node: Node) -> None:
        """Write the heading of `node`; it stands behind the number with one space between."""
        start = node.span.start + (len(node.num) + 1 if node.num else 0)
        self._write(element, Span(start, start + len(node.heading)))

    def _write(self, element: etree._Element, span: Span) -> None:
        at, last = span.start, None
        for reference in self._within(span):
            if reference.span.start < at or reference.span.end > span.end:
                continue
            _append(element, last, legal(self._text[at : reference.span.start]))
            last = etree.SubElement(element, qualified("ref"), {"href": _target(reference), "class": reference.outcome})
            last.text = legal(reference.span.of(self._text))
            at = reference.span.end
        _append(element, last, legal(self._text[at : span.end]))

    def _within(self, span: Span) -> list[Reference]:
        low = bisect_left(self._starts, span.start)
        return self._references[low : bisect_left(self._starts, span.end)]


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text


def _target(reference: Reference) -> str:
    eid = reference.eids[0] if reference.eids else ""
    if reference.work:
        return f"{reference.work}/~{eid}" if eid else reference.work
    return f"#{eid}"
