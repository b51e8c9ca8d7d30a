"""Automatic paragraph numbers of Word, which stand in no run of text and must be counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

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
        counters: Last number given, by (list id, level).
    """

    levels: dict[tuple[str, int], _Level]
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: WordDocument) -> Numbering:
        """Read the list definitions of `document`; none when it has no numbering part."""
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        return cls({} if part is None else dict(_definitions(etree.fromstring(part.blob, _PARSER))))

    def next(self, paragraph: Paragraph) -> str:
        """Return the number with the space after it, empty for a paragraph outside any list."""
        place = _place(paragraph)
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


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _definitions(root: etree._Element) -> list[tuple[tuple[str, int], _Level]]:
    abstract = {
        node.get(qn("w:abstractNumId")): {
            int(lvl.get(qn("w:ilvl"), "0")): _level(lvl) for lvl in node.iter(qn("w:lvl"))
        }
        for node in root.iter(qn("w:abstractNum"))
    }
    found = []
    for number in root.iter(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        levels = dict(abstract.get(link.get(qn("w:val")), {})) if link is not None else {}
        for override in number.iter(qn("w:lvlOverride")):
            depth, start = int(override.get(qn("w:ilvl"), "0")), override.find(qn("w:startOverride"))
            if start is not None and depth in levels:
                old = levels[depth]
                levels[depth] = _Level(int(start.get(qn("w:val"), "1")), old.style, old.text)
        found.extend(((number.get(qn("w:numId"), ""), depth), level) for depth, level in levels.items())
    return found


def _level(node: etree._Element) -> _Level:
    def value(tag: str, default: str) -> str:
        child = node.find(qn(tag))
        return default if child is None else child.get(qn("w:val"), default)

    return _Level(int(value("w:start", "1")), value("w:numFmt", "decimal"), value("w:lvlText", ""))


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return (list id, level) from the paragraph itself or, failing that, from its styles."""
    candidates = [paragraph._p.find(qn("w:pPr"))]  # noqa: SLF001 - numbering has no public accessor
    style = paragraph.style
    while style is not None:
        candidates.append(style.element.find(qn("w:pPr")))
        style = style.base_style  # type: ignore[assignment]
    for properties in candidates:
        node = None if properties is None else properties.find(qn("w:numPr"))
        if node is None:
            continue
        list_id, depth = node.find(qn("w:numId")), node.find(qn("w:ilvl"))
        if list_id is not None:
            return list_id.get(qn("w:val"), ""), int(depth.get(qn("w:val"), "0")) if depth is not None else 0
    return None


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
