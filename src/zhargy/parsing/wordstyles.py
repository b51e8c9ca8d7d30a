"""Paragraph styles of a Word file: their names, and what each is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one file.

    Args:
        elements: Style elements by id.
        default: Id of the style of paragraphs that name none.
    """

    elements: Mapping[str, etree._Element]
    default: str

    @classmethod
    def of(cls, document: WordDocument) -> Styles:
        """Read the styles of `document`."""
        found = {style.get(qn("w:styleId"), ""): style for style in document.styles.element.iter(qn("w:style"))}
        default = next(
            (
                key
                for key, style in found.items()
                if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph"
            ),
            "",
        )
        return cls(found, default)

    def name(self, paragraph: etree._Element) -> str:
        """Return the name of the style of a paragraph in small letters, empty when it is not defined."""
        style = self.elements.get(self._id(paragraph))
        return "" if style is None else _value(style, "w:name").casefold()

    def chain(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the properties that hold for a paragraph: its own, those of its style, and of what that is based on."""
        own = paragraph.find(qn("w:pPr"))
        if own is not None:
            yield own
        seen: set[str] = set()
        key = self._id(paragraph)
        while key in self.elements and key not in seen:
            seen.add(key)
            properties = self.elements[key].find(qn("w:pPr"))
            if properties is not None:
                yield properties
            key = _value(self.elements[key], "w:basedOn")

    def _id(self, paragraph: etree._Element) -> str:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.default if named is None else named.get(qn("w:val"), "")


def _value(element: etree._Element, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")
