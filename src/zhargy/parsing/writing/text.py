"""Plain text and Markdown out, such that the readers of these formats give the same tree back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.model import Document, Kind, Node

_DEPTH: Final = {
    Kind.BOOK: 2,
    Kind.PART: 2,
    Kind.SECTION: 2,
    Kind.SUBSECTION: 2,
    Kind.CHAPTER: 2,
    Kind.SUBCHAPTER: 2,
    Kind.TOPIC: 2,
    Kind.ANNEX: 2,
    Kind.ARTICLE: 3,
}
_SPECIAL: Final = re.compile(r"([\\`*_#|<>\[\]])")
_NUMBER: Final = re.compile(r"^(\d+(?:-\d+)*)([.)])(?=\s|$)")
_BULLET: Final = re.compile(r"^([-+*])(?=\s)")


def write_text(document: Document) -> bytes:
    """Return the regular text, one block a line, an empty line between blocks."""
    lines = (_line(words) for words, _ in _blocks(document))
    return ("\n\n".join(lines) + "\n").encode()


def write_markdown(document: Document) -> bytes:
    """Return the text as Markdown: headings down to the article, numbers escaped, notes as quotes, tables as tables."""
    return ("\n\n".join(_markdown(words, node) for words, node in _blocks(document)) + "\n").encode()


def _blocks(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield every block with the node it belongs to; a number stands before the words that follow it."""
    for child in document.children:
        yield from _of(child)


def _of(node: Node) -> Iterator[tuple[str, Node]]:
    children = list(node.children)
    lead = " ".join(filter(None, (node.num, node.heading or node.text)))
    if not node.heading and node.num and children and children[0].kind is Kind.TEXT:
        lead = f"{node.num} {children.pop(0).text}"
    if lead:
        yield lead, node
    for child in children:
        yield from _of(child)


def _line(words: str) -> str:
    return words.replace("\t", "\t|\t") if "\t" in words else words


def _markdown(words: str, node: Node) -> str:
    if node.kind is Kind.TABLE:
        return _table(words)
    escaped = _SPECIAL.sub(r"\\\1", words)
    if node.kind is Kind.TITLE:
        return f"# {escaped}"
    if node.kind in _DEPTH and node.heading + node.num:
        return f"{'#' * _DEPTH[node.kind]} {escaped}"
    escaped = _BULLET.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", escaped))
    if node.kind in {Kind.AMENDMENT_NOTE, Kind.NOTE} and not node.children:
        return f"> {escaped}"
    return escaped


def _table(words: str) -> str:
    rows = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in line.split("\t")] for line in words.split("\n")]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
