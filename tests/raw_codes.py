"""Counting provisions of raw pages without our readers: the other side of every comparison.

The count reads the HTML of the Russian state legal information system with lxml, knows nothing of positions, repairs or
trees, and takes an article for repealed when nothing but an editorial mark is left of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard
from lxml import etree, html

_ARTICLE = re.compile(r"Статья\s+(\d+(?:[.-]\d+)*)")
_UNITS = {
    "chapter": re.compile(r"глава\s+[\dIVXL]", re.IGNORECASE),
    "section": re.compile(r"раздел\s+[\w]", re.IGNORECASE),
    "subsection": re.compile(r"подраздел\s+[\dIVXL]", re.IGNORECASE),
    "paragraph_sign": re.compile(r"§"),
}
_STRUCK = re.compile(r"Исключена|Утратила силу")
_GONE = re.compile(r"утратил|исключен")


@dataclass
class RawArticle:
    """An article of the raw page.

    Args:
        number: Number with superscripts behind hyphens, ``228-1``.
        heading: Words of its heading.
        words: Whether any words stand below the heading outside editorial marks.
        marks: Words of the editorial marks.
    """

    number: str
    heading: str
    words: bool = False
    marks: list[str] = field(default_factory=list)

    @property
    def is_repealed(self) -> bool:
        """Whether only its place is kept."""
        return not self.words and any(_GONE.search(mark) for mark in self.marks)


@dataclass
class RawCode:
    """What a raw page holds."""

    articles: list[RawArticle] = field(default_factory=list)
    units: Counter[str] = field(default_factory=Counter)


def unpacked(path: Path) -> bytes:
    """Return the bytes of a Zstandard file."""
    with path.open("rb") as packed:
        return zstandard.ZstdDecompressor().stream_reader(packed).read()


def count_code(data: bytes) -> RawCode:
    """Count a Russian code in its raw HTML."""
    code = RawCode()
    article: RawArticle | None = None
    for sort, words, mark in _paragraphs(data):
        found = _ARTICLE.match(words)
        if found and sort in {"H", "T"}:
            article = RawArticle(found[1].rstrip(".").replace(".", "-"), words)
            code.articles.append(article)
        elif sort in {"H", "T", "C", "Z"} and words:
            article = None
            lines = words.split("\n")
            code.units.update(
                name for name, unit in _UNITS.items() if unit.match(lines[0]) or (lines[1:] and unit.match(lines[1]))
            )
        elif article is not None and _STRUCK.match(words) and not article.words:
            article.marks.append(words.lower())
        elif article is not None and words:
            article.words = True
        if article is not None and mark:
            article.marks.append(mark)
    return code


def _paragraphs(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield class, words and editorial marks of each paragraph."""
    root = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for line_break in root.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for paragraph in root.iter("p"):
        marks = []
        for span in list(paragraph.iter("span")):
            sort = span.get("class", "")
            if sort in {"W9", "WB"}:
                span.text = "-" + (span.text or "")
            elif sort.startswith("mark"):
                marks.append(_words(span).replace("\n", " "))
                _empty(span)
        yield paragraph.get("class", ""), _words(paragraph), " ".join(marks)


def _words(element: etree._Element) -> str:
    text = "".join(map(str, element.itertext())).replace("\u00a0", " ")
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


def raw_text(data: bytes) -> str:
    """Return all words of the paragraphs of a page, one paragraph a line."""
    root = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for line_break in root.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return "\n".join(_words(paragraph) for paragraph in root.iter("p"))
