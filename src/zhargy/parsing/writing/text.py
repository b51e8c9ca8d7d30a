"""Plain text and Markdown out, such that the readers of these formats give the same tree back."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Document, Kind
from zhargy.parsing.writing.lines import Line, lines

_DEPTH: Final = {Kind.ARTICLE: 3}
_UNIT_DEPTH: Final = 2
_SPECIAL: Final = re.compile(r"([\\`*_#|<>\[\]])")
_NUMBER: Final = re.compile(r"^(\d+(?:[.-]\d+)*)([.)])(?=\s|$)")
_BULLET: Final = re.compile(r"^([-+*])(?=\s)")


def write_text(document: Document) -> bytes:
    """Return the regular text, one block a line, an empty line between blocks."""
    return ("\n\n".join(line.words.replace("\t", "\t|\t") for line in lines(document)) + "\n").encode()


def write_markdown(document: Document) -> bytes:
    """Return the text as Markdown: headings down to the article, numbers escaped, notes as quotes, tables as tables."""
    return ("\n\n".join(map(_markdown, lines(document))) + "\n").encode()


def _markdown(line: Line) -> str:
    node, words = line.node, line.words
    if node.kind is Kind.TABLE:
        return _table(words)
    escaped = _SPECIAL.sub(r"\\\1", words)
    if node.kind is Kind.TITLE:
        return f"# {escaped}"
    if line.is_heading:
        return f"{'#' * _DEPTH.get(node.kind, _UNIT_DEPTH)} {escaped}"
    escaped = _BULLET.sub(r"\\\1", _NUMBER.sub(r"\1\\\2", escaped))
    if node.kind is Kind.AMENDMENT_NOTE:
        return f"> *{escaped}*"
    return f"> {escaped}" if node.kind is Kind.NOTE and not node.children else escaped


def _table(words: str) -> str:
    rows = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in line.split("\t")] for line in words.split("\n")]
    width = max(len(row) for row in rows)
    written = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([written[0], "|" + " --- |" * width, *written[1:]])
