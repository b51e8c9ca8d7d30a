"""A legal text as a tree in which every word has an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zhargy.model.findings import Diagnostic, Repair
from zhargy.model.references import Reference
from zhargy.text import Language, MappedText, Span


class Kind(StrEnum):
    """What a node of the tree is. The order below is from the outermost to the innermost.

    `PART` is the Part of a code (бөлім, часть кодекса) and holds chapters; the numbered part of an article (бөлік,
    часть статьи, paragraph of an EU act) is `PARAGRAPH`, as Akoma Ntoso calls it.
    """

    # hierarchy of an act
    BOOK = "book"
    PART = "part"
    SECTION = "section"
    SUBSECTION = "subsection"
    CHAPTER = "chapter"
    SUBCHAPTER = "subchapter"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"
    SUBITEM = "subitem"
    INDENT = "indent"
    # around the hierarchy
    TITLE = "title"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    ANNEX = "annex"
    SIGNATURE = "signature"
    # prose (an article, an explanatory memorandum) that may surround a draft
    TOPIC = "topic"
    LIST_ITEM = "list_item"
    # leaves
    TEXT = "text"
    NOTE = "note"
    AMENDMENT_NOTE = "amendment_note"
    TABLE = "table"


class Status(StrEnum):
    """Whether a provision stands in this expression or only its place is kept."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One element of the tree.

    A container has children; its own words are only `num` and `heading`. Leaves (`TEXT`, `NOTE`, `AMENDMENT_NOTE`,
    `TABLE`, `TITLE`, `SIGNATURE`) have `text`. The introduction of a list and the words after it (a sanction) are
    `TEXT` children before and after the items.

    Args:
        kind: What it is.
        eid: Akoma Ntoso element id, unique in the document, such as ``art_5__para_2__point_3``.
        span: Its stretch of `Document.text`, children included.
        num: The number as printed, such as ``2)``, ``Статья 228.1.``, ``1-бап.``; empty when there is none.
        number: The number made regular, such as ``2``, ``228-1``, ``VI``, ``a``.
        heading: Words of the heading; empty when there is none.
        text: Words of a leaf. A table keeps one row a line, cells divided by tabs.
        status: In force, or repealed with its place kept.
        source_id: The id the source gave it (``z190``), empty when none.
        children: Elements inside, in order.
    """

    kind: Kind
    eid: str
    span: Span
    num: str = ""
    number: str = ""
    heading: str = ""
    text: str = ""
    status: Status = Status.IN_FORCE
    source_id: str = ""
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class AnchorKind(StrEnum):
    """What was lifted out of the running text."""

    PAGE_NUMBER = "page_number"
    RUNNING_HEAD = "running_head"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Page furniture lifted out of the text: what it said and where in the document it stood."""

    kind: AnchorKind
    value: str
    offset: int
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One expression of a work as a tree over one regular text.

    Args:
        title: The title as found in the text or told by its publisher; may be empty.
        language: Main language of the text.
        mapped: The regular text with its map to the source; one line a block.
        children: Top elements in reading order.
        references: Mentions of provisions and acts found in the text, in order.
        anchors: Page furniture lifted out, in order.
        repairs: Everything that was mended, in order of the source.
        diagnostics: Everything a person should know, in order of the source.
        metadata: What the publisher says of the act.
    """

    title: str
    language: Language
    mapped: MappedText
    children: tuple[Node, ...]
    references: tuple[Reference, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    metadata: Metadata | None = None

    @property
    def text(self) -> str:
        """The regular text all spans of this document point into."""
        return self.mapped.text

    def walk(self) -> Iterator[Node]:
        """Yield every node in reading order."""
        for child in self.children:
            yield from child.walk()

    def find(self, eid: str) -> Node | None:
        """Return the node with this element id, ``None`` when there is none."""
        return next((node for node in self.walk() if node.eid == eid), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a publisher or the text's own requisites say of an act; empty where silent.

    Args:
        identifier: FRBR work URI such as ``/akn/kz/act/code/2014-07-03/226-V``.
        version: ISO date of the wording, empty when unknown.
        number: Official number as printed.
        date: ISO date of adoption.
        source: Address the text was taken from.
        publisher_id: The publisher's own id (``K1400000226``, ``102041891``, ``32024R1689``).
    """

    identifier: str = ""
    version: str = ""
    number: str = ""
    date: str = ""
    source: str = ""
    publisher_id: str = ""
