"""Elements of Formex as drafts: preamble, divisions, articles, paragraphs, points, annexes, quoted wordings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from zhargy.model import Kind
from zhargy.parsing.blocks import Draft
from zhargy.parsing.formex_words import FormexWords
from zhargy.parsing.markers import number_of, read_marker
from zhargy.parsing.xmltext import MAX_DEPTH
from zhargy.text import MappedText, Span

_DEEP: Final = re.compile(r"\d+(?:\.\d+)+\.?")
_STOPS: Final = re.compile(r"[;.,:]+")
_SIGNS: Final = {"DASH": "—", "BULLET": "•", "NDASH": "–"}
_DASHED: Final = re.compile(r"(\S+\s\S+)\s[—–]\s")
_EDGES: Final = re.compile(r"^\W+|\W+$")


class FormexTree:
    """Turns the elements of one file into drafts.

    Args:
        words: Words of the file.
    """

    def __init__(self, words: FormexWords) -> None:
        self._words = words
        self._depth = 0
        self.is_too_deep = False

    def read(self, root: etree._Element) -> Iterator[Draft]:
        """Yield the drafts of an act or of one annex."""
        if _local(root) in {"ANNEX", "CONS.ANNEX"}:
            yield self._annex(root)
        else:
            yield from self._children(root)

    def _children(self, element: etree._Element) -> Iterator[Draft]:
        """Yield drafts of the words and elements inside `element`."""
        found: list[Draft] = []
        for item in list(self._flowing(element)):
            if not isinstance(item, list):
                found.extend(self._element(item))
                continue
            for leaf in self._words.leaves(item, Kind.TEXT):
                if not _joined_stop(found, leaf):
                    found.append(leaf)
        yield from found

    def _flowing(self, element: etree._Element) -> Iterator[list[etree._Element | str] | etree._Element]:
        """Part the content of an element into runs of words and block elements."""
        run: list[etree._Element | str] = [element.text] if element.text else []
        for child in element:
            is_element = isinstance(child.tag, str)
            if is_element and _local(child) in self._READERS:
                if run:
                    yield run
                run = []
                yield child
            elif is_element:
                run.append(child)
            if child.tail:
                run.append(child.tail)
        if run:
            yield run

    def _element(self, element: etree._Element) -> Iterator[Draft]:
        if self._depth >= MAX_DEPTH:
            self.is_too_deep = True
            yield from self._words.leaves([element], Kind.TEXT)
            return
        self._depth += 1
        yield from self._READERS[_local(element)](self, element)
        self._depth -= 1

    def _block(self, element: etree._Element) -> Iterator[Draft]:
        if _local(element) in self._READERS:
            yield from self._element(element)
        else:
            yield from self._words.leaves([element], Kind.TEXT)

    def _skip(self, element: etree._Element) -> Iterator[Draft]:
        self._words.pass_over(element)
        yield from ()

    def _title_lines(self, element: etree._Element) -> Iterator[Draft]:
        for line in element.iter("P"):
            yield from self._words.leaves([line], Kind.TITLE)

    def _preamble(self, element: etree._Element) -> Iterator[Draft]:
        yield Draft(kind=Kind.PREAMBLE, children=list(self._children(element)))

    def _recital(self, element: etree._Element) -> Iterator[Draft]:
        yield self._numbered(element, Kind.RECITAL)

    def _division(self, element: etree._Element) -> Iterator[Draft]:
        title = element.find("TITLE")
        draft = self._headed(title)
        for child in element:
            if child is not title and isinstance(child.tag, str):
                draft.children.extend(self._block(child))
        yield draft

    def _headed(self, title: etree._Element | None) -> Draft:
        """Return the draft that a title opens: its number, and the heading beside or below it."""
        lines = [] if title is None else [self._words.inside(line) for line in _title_lines(title)]
        first, rest = (lines[0] if lines else None), [line for line in lines[1:] if line is not None]
        cut = _DASHED.match(first.text) if first is not None else None
        marker = read_marker(cut[1] if cut else first.text) if first is not None else None
        if first is None or marker is None:
            return Draft(kind=Kind.SECTION, heading=_joined([line for line in (first, *rest) if line is not None]))
        start = cut.end() if cut else marker.rest
        if start < len(first):
            rest.insert(0, first.slice(Span(start, len(first))))
        num = first.slice(Span(marker.num.start, cut.end(1)) if cut else marker.num)
        return Draft(kind=marker.kind, num=num, number=_bare(num.text), heading=_joined(rest))

    def _article(self, element: etree._Element) -> Iterator[Draft]:
        num, heading = self._words.inside(element.find("TI.ART")), self._words.inside(element.find("STI.ART"))
        draft = Draft(kind=Kind.ARTICLE, num=num, heading=heading, source_id=element.get("IDENTIFIER", ""))
        draft.number = number_of(num.text) if num else ""
        body = [child for child in element if isinstance(child.tag, str) and _local(child) not in {"TI.ART", "STI.ART"}]
        draft.children.extend(self._alineas(body))
        yield draft

    def _paragraph(self, element: etree._Element) -> Iterator[Draft]:
        num = self._words.inside(element.find("NO.PARAG"))
        draft = Draft(kind=Kind.PARAGRAPH, num=num, number=number_of(num.text) if num else "")
        body = [child for child in element if isinstance(child.tag, str) and _local(child) != "NO.PARAG"]
        draft.children.extend(self._alineas(body))
        yield draft

    def _alineas(self, elements: list[etree._Element]) -> Iterator[Draft]:
        """Yield the content of paragraphs; where there are several subparagraphs each is an element of its own."""
        alineas = sum(_local(child) == "ALINEA" for child in elements)
        count = 0
        for child in elements:
            inner = list(self._block(child))
            if alineas > 1 and _local(child) == "ALINEA":
                count += 1
                yield Draft(kind=Kind.SUBPARAGRAPH, number=str(count), children=inner)
            else:
                yield from inner

    def _inner(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._children(element)

    def _item(self, element: etree._Element) -> Iterator[Draft]:
        numbered = element.find("NP")
        if numbered is None:
            yield self._dashed(element)
            return
        nested = any(_local(parent) == "ITEM" for parent in element.iterancestors())
        yield self._numbered(numbered, Kind.SUBITEM if nested else Kind.ITEM)

    def _dashed(self, element: etree._Element) -> Draft:
        """Return an item of a list whose sign stands in the type of the list only."""
        around = element.getparent()
        sign = _SIGNS.get("" if around is None else around.get("TYPE", ""))
        draft = Draft(kind=Kind.INDENT, num=self._words.sign(sign) if sign else None)
        draft.children.extend(self._children(element))
        return draft

    def _loose_number(self, element: etree._Element) -> Iterator[Draft]:
        printed = (element.findtext("NO.P") or "").strip()
        plain = Kind.PARAGRAPH if printed.endswith(".") else Kind.ITEM
        kind = Kind.SUBPARAGRAPH if _DEEP.fullmatch(printed) else plain
        yield self._numbered(element, kind)

    def _quotation(self, element: etree._Element) -> Iterator[Draft]:
        """Yield new wordings of another act as text: their numbers are no provisions of this one."""
        for draft in self._children(element):
            yield from _flattened(draft)

    def _numbered(self, element: etree._Element, kind: Kind) -> Draft:
        holder = element.find("NP") if _local(element) == "CONSID" else element
        holder = element if holder is None else holder
        num = self._words.inside(holder.find("NO.P"))
        draft = Draft(kind=kind, num=num, number=_bare(num.text) if num else "")
        for child in holder:
            if isinstance(child.tag, str) and _local(child) != "NO.P":
                draft.children.extend(self._block(child))
        return draft

    def _group(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._division(element)

    def _signature(self, element: etree._Element) -> Iterator[Draft]:
        for line in element.iter("P", "PL.DATE"):
            if not line.findall(".//P"):
                yield from self._words.leaves([line], Kind.SIGNATURE)

    def _table(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._words.table(element)

    def _annex(self, root: etree._Element) -> Draft:
        draft = Draft(kind=Kind.ANNEX)
        for child in root:
            if not isinstance(child.tag, str) or _local(child) == "BIB.INSTANCE":
                continue
            if _local(child) == "TITLE":
                head = self._headed(child)
                draft.num, draft.number, draft.heading = head.num, head.number, head.heading
            else:
                draft.children.extend(self._children(child))
        return draft

    _READERS: Final[dict[str, Callable[[FormexTree, etree._Element], Iterator[Draft]]]] = {
        "BIB.INSTANCE": _skip,
        "TITLE": _title_lines,
        "PREAMBLE": _preamble,
        "PREAMBLE.INIT": _inner,
        "GR.VISA": _inner,
        "VISA": _inner,
        "GR.CONSID": _inner,
        "GR.CONSID.INIT": _inner,
        "CONSID": _recital,
        "PREAMBLE.FINAL": _inner,
        "ENACTING.TERMS": _inner,
        "DIVISION": _division,
        "ARTICLE": _article,
        "PARAG": _paragraph,
        "SUBDIV": _division,
        "ALINEA": _inner,
        "P": _inner,
        "TXT": _inner,
        "LIST": _inner,
        "ITEM": _item,
        "NP": _loose_number,
        "GR.SEQ": _group,
        "CONTENTS": _inner,
        "QUOT.S": _quotation,
        "FINAL": _signature,
        "TBL": _table,
    }


def _title_lines(title: etree._Element) -> list[etree._Element]:
    """Return the lines of a title: its paragraphs, or its parts when it has none."""
    return [line for part in title.iterchildren("TI", "STI") for line in (part.findall("P") or [part])]


def _joined_stop(found: list[Draft], leaf: Draft) -> bool:
    """Put a stop that stands alone behind a quotation to its last words; tell whether that was possible."""
    last = next((draft for draft in reversed(found) if draft.kind is not Kind.NOTE), None)
    if leaf.text is None or not _STOPS.fullmatch(leaf.text.text) or last is None or last.text is None:
        return False
    last.text = _joined([last.text, leaf.text], "")
    return True


def _flattened(draft: Draft) -> Iterator[Draft]:
    """Yield the words of `draft` and all below it as leaves, numbers before the words that follow them."""
    lead = [text for text in (draft.num, draft.heading, draft.text) if text is not None]
    inner = [leaf for child in draft.children for leaf in _flattened(child)]
    if draft.num is not None and draft.heading is None and inner and inner[0].kind is Kind.TEXT and inner[0].text:
        first = inner.pop(0)
        lead.extend([first.text] if first.text else [])
    if lead:
        kind = draft.kind if draft.kind in {Kind.NOTE, Kind.TABLE} else Kind.TEXT
        yield Draft(kind=kind, text=_joined(lead), source_id=draft.source_id)
    yield from inner


def _joined(texts: list[MappedText], separator: str = " ") -> MappedText | None:
    """Return texts as one, ``None`` for none."""
    return MappedText.join(texts, separator, texts[0].source) if texts else None


def _bare(printed: str) -> str:
    """Return the regular number of a label such as ``(a)``, ``(12)``, ``1.``, ``—``."""
    return number_of(printed) or _EDGES.sub("", printed)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
