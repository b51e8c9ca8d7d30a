"""The Akoma Ntoso 3.0 writer.

Every tree becomes a valid document: what the standard names is written under its name (article, paragraph, point …);
prose and places the standard has no word for are `hcontainer` elements with a `name`. Words before, between and after
numbered elements stand in `intro`, an unnamed `hcontainer` and `wrapUp`. What the standard has no place for (repairs,
positions, readings of references) is kept in the proprietary part of the metadata, so that reading what was written
gives the same document.

Source:
    Akoma Ntoso Version 1.0 (OASIS Standard, namespace ``…/akn/3.0``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from zhargy.model import Document, Kind, Node, Status
from zhargy.parsing.akn_names import AKN, BLOCK_NAMES, CONTAINER_NAMES, ELEMENTS, MARKUP, OWN, legal, qualified
from zhargy.parsing.markers import number_of
from zhargy.parsing.writing.akn_meta import write_meta
from zhargy.parsing.writing.akn_references import References

_LEAVES: Final = frozenset(BLOCK_NAMES) | {Kind.TEXT, Kind.TABLE}
_ROOT: Final = f'<akomaNtoso xmlns="{AKN}" xmlns:zh="{OWN}"/>'


def write_akn(document: Document) -> bytes:
    """Return `document` as Akoma Ntoso; the same document always gives the same bytes."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._references = References(document)

    def write(self) -> bytes:
        root = etree.fromstring(_ROOT)
        is_prose = any(node.kind is Kind.TOPIC for node in self._document.children)
        main = _sub(root, "doc" if is_prose else "act", name="document" if is_prose else "act")
        write_meta(main, self._document)
        titles, preamble, body, conclusions, annexes = _parts(self._document.children)
        if titles:
            self._blocks(_sub(main, "preface"), titles)
        if preamble:
            self._preamble(self._element(main, "preamble", preamble), preamble)
        self._body(_sub(main, "mainBody" if is_prose else "body"), body)
        if conclusions:
            self._blocks(_sub(main, "conclusions"), conclusions)
        if annexes:
            self._annexes(_sub(main, "attachments"), annexes)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

    def _preamble(self, element: etree._Element, preamble: Node) -> None:
        for is_recital, run in groupby(preamble.children, key=lambda node: node.kind is Kind.RECITAL):
            if is_recital:
                recitals = _sub(element, "recitals")
                for node in run:
                    self._itemised(recitals, node, "recital")
            else:
                self._blocks(element, tuple(run))
        if not preamble.children:
            _sub(element, "p")

    def _annexes(self, element: etree._Element, annexes: Iterable[Node]) -> None:
        for annex in annexes:
            attachment = self._element(element, "attachment", annex)
            self._head(attachment, annex)
            main = _sub(attachment, "doc", name="annex")
            write_meta(main, self._document, component=annex.eid)
            self._body(_sub(main, "mainBody"), annex.children)

    def _body(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        """Write nodes where only numbered elements may stand."""
        for is_leaf, run in groupby(nodes, key=_is_leaf):
            if is_leaf:
                self._blocks(_sub(_sub(element, "hcontainer", name="text"), "content"), tuple(run))
            else:
                for node in run:
                    self._hierarchy(element, node)
        if not len(element):
            _sub(_sub(_sub(element, "hcontainer", name="text"), "content"), "p")

    def _hierarchy(self, parent: etree._Element, node: Node) -> None:
        name = ELEMENTS.get(node.kind, "hcontainer")
        element = self._element(parent, name, node)
        if name == "hcontainer":
            element.set("name", CONTAINER_NAMES[node.kind])
        self._head(element, node)
        if all(_is_leaf(child) for child in node.children):
            self._content(element, node.children)
            return
        leading, middle, trailing = _around(node.children)
        if leading:
            self._blocks(_sub(element, "intro"), leading)
        for is_leaf, run in groupby(middle, key=_is_leaf):
            if is_leaf:
                self._blocks(_sub(_sub(element, "hcontainer", name="text"), "content"), tuple(run))
            else:
                for child in run:
                    self._hierarchy(element, child)
        if trailing:
            self._blocks(_sub(element, "wrapUp"), trailing)

    def _content(self, element: etree._Element, leaves: Sequence[Node]) -> None:
        content = _sub(element, "content")
        if leaves:
            self._blocks(content, leaves)
        else:
            _sub(content, "p")

    def _blocks(self, parent: etree._Element, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if node.kind is Kind.TABLE:
                self._table(parent, node)
            elif _is_leaf(node):
                name = BLOCK_NAMES.get(node.kind)
                element = self._element(parent, "block" if name else "p", node)
                if name:
                    element.set("name", name)
                self._references.write(element, node)
            else:
                self._itemised(parent, node, "tblock")

    def _itemised(self, parent: etree._Element, node: Node, name: str) -> None:
        """Write a numbered element where only blocks may stand."""
        element = self._element(parent, name, node)
        if name == "tblock":
            element.set(f"{{{OWN}}}kind", node.kind)
        self._head(element, node)
        self._blocks(element, node.children)
        if not node.children:
            _sub(element, "p")

    def _table(self, parent: etree._Element, node: Node) -> None:
        table = self._element(parent, "table", node)
        for line in node.text.split("\n"):
            row = _sub(table, "tr")
            for cell in line.split("\t"):
                _sub(_sub(row, "td"), "p").text = legal(cell)

    def _head(self, element: etree._Element, node: Node) -> None:
        if node.num or node.number:
            num = _sub(element, "num")
            num.text = legal(node.num)
            if number_of(node.num) != node.number:
                num.set(f"{{{OWN}}}number", legal(node.number))
        if node.heading:
            self._references.write_heading(_sub(element, "heading"), node)

    def _element(self, parent: etree._Element, name: str, node: Node) -> etree._Element:
        element = _sub(parent, name, eId=node.eid)
        if node.status is Status.REPEALED:
            element.set("status", "removed") if name in MARKUP else element.set(f"{{{OWN}}}status", "removed")
        if node.source_id:
            element.set(f"{{{OWN}}}source", legal(node.source_id))
        if name == "point" and node.kind is not (Kind.SUBITEM if _is_in_point(parent) else Kind.ITEM):
            element.set(f"{{{OWN}}}kind", node.kind)
        return element


def _sub(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, qualified(tag), attributes)


def _is_in_point(element: etree._Element | None) -> bool:
    while element is not None:
        if element.tag == qualified("point"):
            return True
        element = element.getparent()
    return False


def _is_leaf(node: Node) -> bool:
    return node.kind in _LEAVES and not (node.children or node.num or node.number or node.heading)


def _around(children: Sequence[Node]) -> tuple[Sequence[Node], Sequence[Node], Sequence[Node]]:
    first = next(at for at, child in enumerate(children) if not _is_leaf(child))
    last = next(at for at in range(len(children), 0, -1) if not _is_leaf(children[at - 1]))
    return children[:first], children[first:last], children[last:]


def _parts(
    children: Sequence[Node],
) -> tuple[Sequence[Node], Node | None, Sequence[Node], Sequence[Node], Sequence[Node]]:
    """Part the top elements: titles and preamble from the front, annexes and signatures from the back."""
    start, end = 0, len(children)
    while start < end and children[start].kind is Kind.TITLE and _is_leaf(children[start]):
        start += 1
    titles = children[:start]
    preamble = children[start] if start < end and _is_preamble(children[start]) else None
    start += preamble is not None
    while end > start and children[end - 1].kind is Kind.ANNEX:
        end -= 1
    annexes = children[end:]
    sign = end
    while sign > start and children[sign - 1].kind is Kind.SIGNATURE and _is_leaf(children[sign - 1]):
        sign -= 1
    return titles, preamble, children[start:sign], children[sign:end], annexes


def _is_preamble(node: Node) -> bool:
    return node.kind is Kind.PREAMBLE and not (node.num or node.number or node.heading)
