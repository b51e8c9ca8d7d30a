"""Names of Akoma Ntoso elements for the kinds of our tree, read and written alike."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Kind

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Namespace of what the standard has no place for.
OWN: Final = "urn:zhargy:akn:1"

ELEMENTS: Final = {
    Kind.BOOK: "book",
    Kind.PART: "part",
    Kind.SECTION: "section",
    Kind.SUBSECTION: "subsection",
    Kind.CHAPTER: "chapter",
    Kind.SUBCHAPTER: "subchapter",
    Kind.ARTICLE: "article",
    Kind.PARAGRAPH: "paragraph",
    Kind.SUBPARAGRAPH: "subparagraph",
    Kind.ITEM: "point",
    Kind.SUBITEM: "point",
    Kind.INDENT: "indent",
}
#: Names of `hcontainer` elements.
CONTAINER_NAMES: Final = {
    Kind.TOPIC: "topic",
    Kind.LIST_ITEM: "listItem",
    Kind.ANNEX: "annex",
    Kind.NOTE: "note",
    Kind.AMENDMENT_NOTE: "remark",
    Kind.TITLE: "title",
    Kind.SIGNATURE: "signature",
    Kind.PREAMBLE: "preamble",
    Kind.RECITAL: "recital",
    Kind.TEXT: "paragraphs",
    Kind.TABLE: "tables",
}
#: Names of `block` elements; plain text is `p`, tables are `table`.
BLOCK_NAMES: Final = {
    Kind.NOTE: "note",
    Kind.AMENDMENT_NOTE: "remark",
    Kind.TITLE: "title",
    Kind.SIGNATURE: "signature",
}
#: Elements that take the attribute `status`.
MARKUP: Final = frozenset(ELEMENTS.values()) | {"hcontainer"}


_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return `text` without characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def qualified(name: str) -> str:
    """Return an Akoma Ntoso name with its namespace."""
    return f"{{{AKN}}}{name}"
