"""The source beside the text: lines as they were given, and where on a page they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhargy.text import Source, Span
from zhargy.web.presentation.addresses import expression_address, page_address
from zhargy.web.presentation.reader import Reading
from zhargy.web.presentation.words import place, position

#: Lines shown before and after the stretch asked for, and the most characters of each side.
_LINES: Final = 3
_SIDE: Final = 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A stretch of the source with its surroundings.

    Args:
        title: Title of the act.
        language: BCP 47 tag of its text.
        file: Name of the file.
        position: The place in words.
        before: Lines before.
        words: The stretch itself.
        after: Lines after.
        page: Number of the page, 0 in files without pages.
        image: Address of the picture of that page, empty when there is none.
        place: Legal place of the stretch.
        back: Where the stretch stands in the structured text.
    """

    title: str
    language: str
    file: str
    position: str
    before: str
    words: str
    after: str
    page: int
    image: str
    place: str
    back: str


def source_view(reading: Reading, span: Span) -> SourceView:
    """Return the source around `span`, given in offsets of the source."""
    document, expression = reading.document, reading.edition.id
    source = document.mapped.source
    where = source.position(span.start)
    eid = _eid(reading, document.mapped.from_source(span.start))
    page = where.page or 0
    return SourceView(
        title=document.title,
        language=document.language.value,
        file=where.file,
        position=position(where),
        before="\n".join(source.text[max(span.start - _SIDE, 0) : span.start].split("\n")[-_LINES - 1 :]),
        words=span.of(source.text),
        after="\n".join(source.text[span.end : span.end + _SIDE].split("\n")[: _LINES + 1]),
        page=page,
        image=page_address(expression, page, span) if page and reading.edition.reader == "pdf" else "",
        place=place(eid, nodes=reading.paging.nodes, parents=reading.paging.parents),
        back=reading.address_of(eid) if eid else expression_address(expression),
    )


def span_on_page(source: Source, page: int, span: Span) -> Span:
    """Return the part of `span` that lies on a page, in offsets of that page's text; empty when none does."""
    starts = [*source.pages, (len(source.text) + 1, 0)]
    at = next(index for index, (_, number) in enumerate(starts) if number == page)
    begin, end = starts[at][0], starts[at + 1][0] - 1
    low, high = max(span.start, begin), min(span.end, end)
    return Span(low - begin, high - begin) if low < high else Span(0, 0)


def _eid(reading: Reading, offset: int) -> str:
    """Return the innermost element that holds a place of the document text."""
    found, nodes = "", reading.document.children
    while True:
        inner = next((node for node in nodes if node.span.start <= offset < node.span.end), None)
        if inner is None:
            return found
        found, nodes = inner.eid, inner.children
