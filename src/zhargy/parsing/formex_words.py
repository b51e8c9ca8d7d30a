"""Words of Formex elements: quotation marks from their codes, superscripts, footnotes set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from zhargy.model import Kind
from zhargy.parsing.blocks import Draft
from zhargy.parsing.xmltext import XmlWords, squeezed
from zhargy.text import MappedText, Piece, Source

_QUOTES: Final = frozenset({"QUOT.START", "QUOT.END"})
_RAISED: Final = frozenset({"SUP"})


#: Number of a footnote and its words, read where they stand.
_Note = tuple[str, list[MappedText]]


class FormexWords:
    """Reads the words of elements in order; every run knows its place in the file.

    Args:
        source: The text of all files.
        offset: Where the file at hand begins in it.
    """

    def __init__(self, source: Source, *, offset: int) -> None:
        self._source = source
        self._words = XmlWords(source, offset=offset)

    def inside(self, element: etree._Element | None) -> MappedText | None:
        """Return all words of an element, footnotes left out; ``None`` when there are none."""
        if element is None:
            return None
        notes: list[_Note] = []
        return squeezed(list(self._runs(element, notes)), self._source)

    def leaves(self, run: Sequence[etree._Element | str], kind: Kind) -> Iterator[Draft]:
        """Yield one leaf for a run of words and inline elements, and one note for each footnote in it."""
        notes: list[_Note] = []
        parts: list[MappedText] = []
        for item in run:
            if isinstance(item, str):
                parts.extend(self._word(item))
            else:
                parts.extend(self._inline(item, notes))
        text = squeezed(parts, self._source)
        if text is not None:
            yield Draft(kind=kind, text=text)
        for number, runs in notes:
            words = squeezed(runs, self._source)
            if words is not None:
                yield Draft(kind=Kind.NOTE, text=words, source_id=number)

    def table(self, element: etree._Element) -> Iterator[Draft]:
        """Yield the title of a table and its cells."""
        for title in element.iterfind("TITLE"):
            yield from self.leaves([title], Kind.TEXT)
        rows = []
        for row in element.iter("ROW"):
            cells = [self.inside(cell) or MappedText("", self._source, ()) for cell in row.iter("CELL")]
            rows.append(MappedText.join(cells, "\t", self._source))
        if rows:
            yield Draft(kind=Kind.TABLE, text=MappedText.join(rows, "\n", self._source))

    def pass_over(self, element: etree._Element) -> None:
        """Read the words of an element without keeping them, so that later words are found behind it."""
        for text in element.itertext():
            self._words.of(str(text))

    def _runs(self, element: etree._Element, notes: list[_Note]) -> Iterator[MappedText]:
        yield from self._word(element.text)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._inline(child, notes)
            yield from self._word(child.tail)

    def _inline(self, element: etree._Element, notes: list[_Note]) -> Iterator[MappedText]:
        name = etree.QName(element).localname
        if name == "NOTE":
            notes.append((element.get("NOTE.ID", ""), list(self._runs(element, []))))
        elif name in _QUOTES:
            yield self.sign(chr(int(element.get("CODE", "22"), 16)))
        else:
            if name == "HT" and element.get("TYPE") in _RAISED:
                yield self.sign("^")
            yield from self._runs(element, notes)
            if name in {"P", "TXT", "NP", "NO.P", "ITEM", "TI", "STI"}:
                yield self.sign(" ")

    def _word(self, text: str | None) -> Iterator[MappedText]:
        found = self._words.of(text)
        if found is not None:
            yield found

    def sign(self, sign: str) -> MappedText:
        """Return a sign that no character of the file stands for, placed where the last words ended."""
        at = self._words.at
        return MappedText(sign, self._source, (Piece(0, at, at, linear=False),))
