"""A walk through HTML that keeps the place of every character: paragraphs, inline styles, tables.

Pages of legal portals are word-processor exports with loose ends; what matters is where paragraphs begin and end, which
classes the words stand in, and the offset of each run of characters in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from zhargy.text import Edit, MappedText, Piece, Source, Span

_TOKEN: Final = re.compile(
    r"<!--.*?(?:-->|$)|<![^<>]*>|"
    r"<(?P<close>/?)(?P<tag>[A-Za-z][\w:-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)/?>|(?P<text>(?:<(?=<))+|<?[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
#: Elements whose content is no text of the page, with what ends them.
_RAW: Final = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "head", "noscript", "template")
}
_ATTRIBUTE: Final = re.compile(
    r"(class|id|name|href|align|style|color)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
_ENTITY: Final = re.compile(r"&#?\w{1,31};")
_BLANK: Final = re.compile(r"[\s\u00a0]+")
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "blockquote",
        "article",
        "section",
        "header",
        "footer",
        "nav",
        "main",
        "aside",
        "body",
        "html",
        "form",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "center",
        "figure",
        "title",
    ]
)
_VOID: Final = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr"])
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_RAISED: Final = re.compile(r"\d+(?:[-–]\d+)?\s*")
_DOTTED: Final = re.compile(r"\d$")


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its name, classes and the attributes that matter."""

    tag: str
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return an attribute, empty when it is not there."""
        return next((value for key, value in self.attributes if key == name), "")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with the place in the file they came from and the inline elements they stand in."""

    text: str
    start: int
    end: int
    inside: tuple[Element, ...]

    def has_class(self, *names: str) -> bool:
        """Whether an inline element around the run has one of the classes."""
        return any(element.classes.intersection(names) for element in self.inside)

    def has_tag(self, *names: str) -> bool:
        """Whether an inline element around the run has one of the names."""
        return any(element.tag in names for element in self.inside)


@dataclass(slots=True)
class Paragraph:
    """Runs between two block borders.

    Args:
        element: The innermost block element.
        path: All open block elements, outermost first.
        runs: Its characters in order.
        anchors: Ids and names met inside or just before.
        is_row_end: Whether a table row ends behind it.
    """

    element: Element
    path: tuple[Element, ...]
    runs: list[Run] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    is_row_end: bool = False

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return any(element.tag in {"td", "th"} for element in self.path)

    def inside_class(self, *names: str) -> bool:
        """Whether a block around it has one of the classes."""
        return any(element.classes.intersection(names) for element in self.path)


def walk_html(source: Source) -> Iterator[Paragraph]:
    """Yield the paragraphs of an HTML text in order; words outside any element too."""
    walker = _Walker()
    for match in _tokens(source.text):
        if match["text"] is not None:
            walker.text(match["text"], match.start())
        elif match["tag"]:
            yield from walker.tag(match["tag"].lower(), bool(match["close"]), match["rest"] or "")
    yield from walker.flush()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield tags and stretches of text; scripts and the like are passed over, to the end when they have none."""
    at = 0
    endless: set[str] = set()
    while found := _TOKEN.match(text, at):
        at = found.end()
        tag = (found["tag"] or "").lower()
        if tag not in _RAW or found["close"] or tag in endless:
            yield found
        elif end := _RAW[tag].search(text, at):
            at = end.end()
        elif tag in {"script", "style"}:
            return
        else:
            endless.add(tag)


def text_of(runs: list[Run], source: Source) -> MappedText:
    """Return runs as one mapped text, blanks collapsed as in a browser; superscript digits behind a digit get a dot."""
    parts: list[MappedText] = []
    last = ""
    for run in runs:
        if _RAISED.fullmatch(run.text) and _DOTTED.search(last) and is_raised(run):
            parts.append(MappedText(".", source, (Piece(0, run.start, run.start),)))
        parts.append(
            MappedText(run.text, source, (Piece(0, run.start, run.end, run.end - run.start == len(run.text)),))
        )
        last = run.text
    whole = MappedText.join(parts, "", source)
    edits = []
    for blank in _BLANK.finditer(whole.text):
        inner = blank.start() > 0 and blank.end() < len(whole.text)
        if blank[0] != " " or not inner:
            edits.append(Edit(span=Span(*blank.span()), after=" " if inner else "", code=""))
    return whole.apply(edits)


def is_raised(run: Run) -> bool:
    """Whether a run is printed as a superscript."""
    return run.has_tag("sup") or run.has_class("W9", "WB", "oj-super", "super")


class _Walker:
    def __init__(self) -> None:
        self._blocks: list[Element] = []
        self._inline: list[Element] = []
        self._runs: list[Run] = []
        self._anchors: list[str] = []

    def text(self, text: str, start: int) -> None:
        inside = tuple(self._inline)
        if "&" not in text:
            self._runs.append(Run(text, start, start + len(text), inside))
            return
        at = 0
        for entity in _ENTITY.finditer(text):
            if entity.start() > at:
                self._runs.append(Run(text[at : entity.start()], start + at, start + entity.start(), inside))
            self._runs.append(Run(unescape(entity[0]), start + entity.start(), start + entity.end(), inside))
            at = entity.end()
        if at < len(text):
            self._runs.append(Run(text[at:], start + at, start + len(text), inside))

    def tag(self, tag: str, closing: bool, rest: str) -> Iterator[Paragraph]:  # noqa: FBT001 - straight from the token
        element = _element(tag, rest)
        if not closing:
            self._anchors.extend(filter(None, (element.get("id"), element.get("name") if tag == "a" else "")))
        if tag == "br":
            yield from self._line_break()
        elif tag in _BLOCKS:
            yield from self.flush(row_end=closing and tag == "tr")
            self._open_block(element) if not closing else self._close(self._blocks, tag)
            if not closing and element.get("id"):
                self._anchors.append(element.get("id"))
        elif tag not in _VOID:
            self._inline.append(element) if not closing else self._close(self._inline, tag)

    def _line_break(self) -> Iterator[Paragraph]:
        if any(block.tag in _HEADINGS or block.tag in {"td", "th"} for block in self._blocks):
            at = self._runs[-1].end if self._runs else 0
            self._runs.append(Run(" ", at, at, ()))
        else:
            yield from self.flush()

    def _open_block(self, element: Element) -> None:
        if element.tag in _VOID:
            return
        if self._blocks and self._blocks[-1].tag == element.tag == "p":
            self._blocks.pop()
        self._blocks.append(element)
        self._inline.clear()

    @staticmethod
    def _close(stack: list[Element], tag: str) -> None:
        for at in range(len(stack) - 1, -1, -1):
            if stack[at].tag == tag:
                del stack[at:]
                return

    def flush(self, *, row_end: bool = False) -> Iterator[Paragraph]:
        """Yield what has been gathered."""
        if row_end or any(not run.text.isspace() for run in self._runs):
            element = self._blocks[-1] if self._blocks else Element("body")
            yield Paragraph(element, tuple(self._blocks), self._runs, list(dict.fromkeys(self._anchors)), row_end)
            self._anchors = []
        self._runs = []


def _element(tag: str, rest: str) -> Element:
    if "=" not in rest:
        return Element(tag)
    found = tuple((m[1].lower(), m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(rest))
    classes = next((value for key, value in found if key == "class"), "")
    return Element(tag, frozenset(classes.split()), found)
