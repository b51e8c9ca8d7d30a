"""Automatic paragraph numbers of Word, which stand in no run of text and must be counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from zhargy.parsing.wordstyles import Styles
from zhargy.parsing.xmltext import parse_xml

_PLACEHOLDER = re.compile(r"%(\d)")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str


@dataclass(slots=True)
class Numbering:
    """Counts through a document and tells the number that Word would print before each paragraph.

    Args:
        levels: Level definitions by (list id, level).
        styles: Styles, which may put a paragraph into a list.
        counters: Last number given, by (list id, level).
    """

    levels: dict[tuple[str, int], _Level]
    styles: Styles
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: WordDocument, styles: Styles) -> Numbering:
        """Read the list definitions of `document`; none when it has no numbering part."""
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        root = None if part is None else parse_xml(part.blob.decode("utf-8", "replace"))[0]
        return cls({} if root is None else dict(_definitions(root)), styles)

    def next(self, paragraph: etree._Element) -> str:
        """Return the number with the space after it, empty for a paragraph outside any list."""
        place = self._place(paragraph)
        level = self.levels.get(place) if place else None
        if place is None or level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            return "• "
        list_id, depth = place
        self.counters[place] = self.counters.get(place, level.start - 1) + 1
        for deeper in [key for key in self.counters if key[0] == list_id and key[1] > depth]:
            del self.counters[deeper]
        return _PLACEHOLDER.sub(lambda match: self._shown(list_id, int(match[1]) - 1), level.text) + " "

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return (list id, level) from the paragraph itself or, failing that, from its styles."""
        for properties in self.styles.chain(paragraph):
            node = properties.find(qn("w:numPr"))
            list_id = None if node is None else node.find(qn("w:numId"))
            if node is not None and list_id is not None:
                depth = node.find(qn("w:ilvl"))
                return list_id.get(qn("w:val"), ""), 0 if depth is None else _number(depth, 0)
        return None

    def _shown(self, list_id: str, depth: int) -> str:
        level = self.levels.get((list_id, depth))
        value = self.counters.get((list_id, depth), level.start if level else 1)
        style = level.style if level else "decimal"
        if style in {"lowerLetter", "upperLetter"}:
            letter = chr(ord("a") + (value - 1) % 26)
            return letter if style == "lowerLetter" else letter.upper()
        if style == "russianLower":
            return "абвгдежзиклмнопрстуфхцчшщэюя"[(value - 1) % 28]
        if style in {"lowerRoman", "upperRoman"}:
            return _roman(value).lower() if style == "lowerRoman" else _roman(value)
        return str(value)


def _definitions(root: etree._Element) -> list[tuple[tuple[str, int], _Level]]:
    abstract = {
        node.get(qn("w:abstractNumId")): {_number(lvl, 0, "w:ilvl"): _level(lvl) for lvl in node.iter(qn("w:lvl"))}
        for node in root.iter(qn("w:abstractNum"))
    }
    found: list[tuple[tuple[str, int], _Level]] = []
    for number in root.iter(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        levels = dict(abstract.get(link.get(qn("w:val")), {})) if link is not None else {}
        for override in number.iter(qn("w:lvlOverride")):
            depth, start = _number(override, 0, "w:ilvl"), override.find(qn("w:startOverride"))
            if start is not None and depth in levels:
                old = levels[depth]
                levels[depth] = _Level(_number(start, 1), old.style, old.text)
        found.extend(((number.get(qn("w:numId"), ""), depth), level) for depth, level in levels.items())
    return found


def _start(node: etree._Element) -> int:
    start = node.find(qn("w:start"))
    return 1 if start is None else _number(start, 1)


def _level(node: etree._Element) -> _Level:
    def value(tag: str, default: str) -> str:
        child = node.find(qn(tag))
        return default if child is None else child.get(qn("w:val"), default)

    return _Level(_start(node), value("w:numFmt", "decimal"), value("w:lvlText", ""))


def _roman(value: int) -> str:
    tens, rest = divmod(value, 10)
    return "X" * tens + "".join(_small(rest))


def _small(value: int) -> list[str]:
    parts = []
    for size, letters in _ROMAN[1:]:
        while value >= size:
            parts.append(letters)
            value -= size
    return parts


def _number(node: etree._Element, default: int, name: str = "w:val") -> int:
    text = node.get(qn(name), "")
    return int(text) if text.isdecimal() and len(text) < 9 else default
