"""Escaped HTML of the law itself. Written by hand rather than by templates: a code has tens of thousands of nodes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Generic, Protocol, TypeVar

from zhargy.model import Anchor, Document, Kind, Node, Outcome, Reference, Repair, Status
from zhargy.text import Span

_HEADED: Final = frozenset(
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
#: Repairs of white space change no letter; they are listed, but not marked in the running text.
_UNMARKED: Final = frozenset({"P002", "P003", "P005", "P007", "P008"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where links of the page lead.

    Args:
        permalink: From an element id to the permanent address of a provision of this document.
        permalink_label: From a printed number to the accessible name of its permanent link.
        reference: From a resolved reference to where it leads.
        preview: From a resolved reference to the address of its preview.
    """

    permalink: Callable[[str], str]
    permalink_label: Callable[[str], str]
    reference: Callable[[Reference], str]
    preview: Callable[[Reference], str]


def legend_id(outcome: Outcome) -> str:
    """Return the id of the line that explains what a mark of a reference means."""
    return f"ref-{outcome}"


def render_nodes(document: Document, nodes: Sequence[Node], *, addresses: Addresses, level: int = 2) -> str:
    """Return the HTML of `nodes`.

    Args:
        document: The document the nodes belong to.
        nodes: What to show, in order.
        addresses: Where links lead.
        level: Heading level of the outermost headings, 2 to 6.
    """
    inline = _Inline(document, addresses)
    return "".join(piece for node in nodes for piece in _render(node, inline, level))


def render_headings(document: Document, above: Sequence[Node], *, addresses: Addresses) -> str:
    """Return the headings of the elements a page of a long act lies in, outermost first, from level 2."""
    inline = _Inline(document, addresses)
    return "".join(_heading(node, inline, level, f' id="{escape(node.eid)}"') for level, node in enumerate(above, 2))


def _heading(node: Node, inline: _Inline, level: int, identity: str = "") -> str:
    name = f"h{min(level, 6)}"
    num, heading, _ = _own_spans(node)
    words = inline.of(Span(num.start, heading.end if node.heading else num.end))
    return f'<{name} class="heading {node.kind}"{identity}>{words}{_permalink(node, inline)}</{name}>'


def _render(node: Node, inline: _Inline, level: int) -> Iterator[str]:
    if node.kind is Kind.TABLE:
        yield _table(node, inline)
    elif node.kind is Kind.TITLE:
        yield f'<p class="title" id="{escape(node.eid)}"><strong>{inline.of(node.span)}</strong></p>'
    elif not node.children and not node.num and not node.heading:
        yield f'<p class="{node.kind}" id="{escape(node.eid)}">{inline.of(node.span)}</p>'
    elif node.kind in _HEADED:
        yield from _headed(node, inline, level)
    else:
        yield from _numbered(node, inline, level)


def _headed(node: Node, inline: _Inline, level: int) -> Iterator[str]:
    tag = "article" if node.kind is Kind.ARTICLE else "section"
    yield f'<{tag} class="{_classes(node)}" id="{escape(node.eid)}">'
    if node.num or node.heading:
        yield _heading(node, inline, level)
    for child in node.children:
        yield from _render(child, inline, level + 1)
    yield f"</{tag}>"


def _numbered(node: Node, inline: _Inline, level: int) -> Iterator[str]:
    yield f'<div class="{_classes(node)}" id="{escape(node.eid)}">'
    children = list(node.children)
    lead = children.pop(0) if children and children[0].kind is Kind.TEXT else None
    num, heading, text = _own_spans(node)
    words = (
        f'<span class="num">{inline.of(num)}</span>' if node.num else "",
        f"<strong>{inline.of(heading)}</strong>" if node.heading else "",
        inline.of(lead.span if lead else text),
    )
    identity = f' id="{escape(lead.eid)}"' if lead else ""
    if any(words):
        permalink = _permalink(node, inline) if node.num else ""
        yield f"<p{identity}>{' '.join(filter(None, words))}{permalink}</p>"
    for child in children:
        yield from _render(child, inline, level + 1)
    yield "</div>"


def _own_spans(node: Node) -> tuple[Span, Span, Span]:
    """Return the stretches of a node's number, heading and text; each is followed by one character of space."""
    spans, at = [], node.span.start
    for words in (node.num, node.heading, node.text):
        spans.append(Span(at, at + len(words)))
        at += len(words) + bool(words)
    return spans[0], spans[1], spans[2]


def _classes(node: Node) -> str:
    return f"{node.kind} repealed" if node.status is Status.REPEALED else str(node.kind)


def _permalink(node: Node, inline: _Inline) -> str:
    label = escape(inline.addresses.permalink_label(node.num or node.heading))
    address = escape(inline.addresses.permalink(node.eid))
    tab = "" if node.kind in _HEADED else ' tabindex="-1"'
    return f' <a class="permalink" href="{address}" aria-label="{label}"{tab}>#</a>'


def _table(node: Node, inline: _Inline) -> str:
    rows = "".join(_row(line, inline) for line in _lines(node.span, inline.text))
    return f'<div class="scroll" tabindex="0"><table id="{escape(node.eid)}">{rows}</table></div>'


def _row(span: Span, inline: _Inline) -> str:
    return "<tr>" + "".join(f"<td>{inline.of(cell)}</td>" for cell in _lines(span, inline.text, "\t")) + "</tr>"


def _lines(span: Span, text: str, separator: str = "\n") -> Iterator[Span]:
    """Yield the stretches of `span` between separators."""
    at = span.start
    for piece in span.of(text).split(separator):
        yield Span(at, at + len(piece))
        at += len(piece) + len(separator)


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Item = TypeVar("_Item", bound=_Spanned)


class _Index(Generic[_Item]):
    """Items by the place of their span, for quick look-up of those that begin inside a stretch."""

    def __init__(self, items: Iterable[_Item]) -> None:
        self._items = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def within(self, span: Span) -> list[_Item]:
        low = bisect_left(self._starts, span.start)
        return self._items[low : bisect_left(self._starts, span.end)]


class _Inline:
    """Running text with its references, marked repairs and lifted page furniture."""

    def __init__(self, document: Document, addresses: Addresses) -> None:
        self.text = document.text
        self.addresses = addresses
        self._references = _Index(document.references)
        marked = (repair for repair in document.repairs if repair.code not in _UNMARKED and len(repair.span))
        self._repairs = _Index(marked)
        self._anchors = sorted(document.anchors, key=lambda anchor: anchor.offset)
        self._offsets = [anchor.offset for anchor in self._anchors]

    def of(self, span: Span) -> str:
        references = self._references.within(span)
        repairs = self._repairs.within(span)
        anchors = self._anchors[bisect_left(self._offsets, span.start) : bisect_left(self._offsets, span.end)]
        if not (references or repairs or anchors):
            return escape(span.of(self.text))
        return "".join(self._marked(span, references, repairs, anchors))

    def _marked(
        self, span: Span, references: list[Reference], repairs: list[Repair], anchors: list[Anchor]
    ) -> Iterator[str]:
        at = span.start
        for reference in references:
            start, end = reference.span.start, min(reference.span.end, span.end)
            if not at <= start < end:
                continue
            yield self._repaired(Span(at, start), repairs, anchors)
            yield self._link(reference, self._repaired(Span(start, end), repairs, anchors))
            at = end
        yield self._repaired(Span(at, span.end), repairs, anchors)

    def _repaired(self, span: Span, repairs: list[Repair], anchors: list[Anchor]) -> str:
        pieces, at = [], span.start
        for repair in repairs:
            start, end = max(repair.span.start, at), min(repair.span.end, span.end)
            if start >= end:
                continue
            pieces.append(self._anchored(Span(at, start), anchors))
            words = self._anchored(Span(start, end), anchors)
            pieces.append(f'<mark title="{escape(repair.code)}: {escape(repair.before)}">{words}</mark>')
            at = end
        pieces.append(self._anchored(Span(at, span.end), anchors))
        return "".join(pieces)

    def _anchored(self, span: Span, anchors: list[Anchor]) -> str:
        pieces, at = [], span.start
        for anchor in anchors:
            if span.start <= anchor.offset < span.end:
                pieces.append(escape(self.text[at : anchor.offset]))
                pieces.append(f'<span class="anchor">{escape(anchor.value)}</span>')
                at = anchor.offset
        pieces.append(escape(self.text[at : span.end]))
        return "".join(pieces)

    def _link(self, reference: Reference, inner: str) -> str:
        shown = f'class="ref {reference.outcome}"'
        if reference.outcome is not Outcome.FOUND:
            shown += f' aria-describedby="{legend_id(reference.outcome)}"'
        if not reference.eids and not reference.work:
            return f'<a {shown} href="#{legend_id(reference.outcome)}">{inner}</a>'
        address = escape(self.addresses.reference(reference))
        preview = escape(self.addresses.preview(reference)) if reference.eids else ""
        data = f' data-preview="{preview}"' if preview else ""
        return f'<a {shown} href="{address}"{data}>{inner}</a>'
