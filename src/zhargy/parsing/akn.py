"""The Akoma Ntoso reader: our own files come back exactly, those of others with every word kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from zhargy.model import Diagnostic, Kind, Severity, Status
from zhargy.parsing.akn_findings import read_findings, read_metadata
from zhargy.parsing.akn_names import BLOCK_NAMES, CONTAINER_NAMES, ELEMENTS, OWN
from zhargy.parsing.blocks import Draft, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.markers import number_of
from zhargy.parsing.xmltext import MAX_DEPTH, XmlWords, parse_xml, squeezed
from zhargy.text import MappedText, Source

_KINDS: Final = {
    **{name: kind for kind, name in ELEMENTS.items() if kind is not Kind.SUBITEM},
    "title": Kind.PART,
    "clause": Kind.PARAGRAPH,
    "subclause": Kind.SUBPARAGRAPH,
    "alinea": Kind.SUBPARAGRAPH,
    "rule": Kind.ARTICLE,
    "subrule": Kind.PARAGRAPH,
    "division": Kind.SECTION,
    "subdivision": Kind.SUBSECTION,
    "subpart": Kind.SUBSECTION,
    "tome": Kind.BOOK,
    "item": Kind.ITEM,
    "list": Kind.PARAGRAPH,
    "recital": Kind.RECITAL,
    "attachment": Kind.ANNEX,
}
_NAMED_CONTAINERS: Final = {name: kind for kind, name in CONTAINER_NAMES.items()}
_NAMED_BLOCKS: Final = {name: kind for kind, name in BLOCK_NAMES.items()}
_INLINE: Final = frozenset({"p", "block", "longTitle", "li"})
_SKIPPED: Final = frozenset({"meta", "coverPage", "toc"})


def read_akn(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read an Akoma Ntoso file.

    Args:
        data: Bytes of the file.
        name: File name for positions.
        undone: Not used: a structured file is not repaired.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    del undone
    source = decode(data, name=name)
    root, sound = parse_xml(source.text)
    problems = () if sound else (Diagnostic(code="P103", severity=Severity.ERROR, params={"format": "XML"}),)
    if root is None:
        return Reading(source=source, diagnostics=problems)
    title, language, metadata = read_metadata(root)
    findings = read_findings(root)
    reader = _Reader(source, exact=findings is not None)
    drafts = tuple(reader.read(root))
    if reader.is_too_deep:
        problems = (*problems, Diagnostic(code="P114", severity=Severity.ERROR))
    return Reading(
        source=source,
        drafts=drafts,
        diagnostics=problems,
        title=title,
        language=language,
        metadata=metadata,
        findings=findings,
    )


class _Reader:
    """Walks one document.

    Args:
        source: Characters of the file.
        exact: Whether every blank counts, as in files this program wrote; otherwise runs of blanks are one space.
    """

    def __init__(self, source: Source, *, exact: bool) -> None:
        self._source = source
        self._exact = exact
        self._depth = 0
        self.is_too_deep = False
        self._words = XmlWords(source, offset=max(source.text.find("</meta>"), source.text.find(":meta>"), 0))

    def read(self, root: etree._Element) -> list[Draft]:
        """Return the drafts of the first document in `root`."""
        main = next((child for child in root if isinstance(child.tag, str)), None)
        return [] if main is None else list(self._inside(main))

    def _inside(self, element: etree._Element) -> Iterator[Draft]:
        for child in element:
            if isinstance(child.tag, str):
                yield from self._element(child)
            stray = self._squeezed([self._words.of(child.tail)])
            if stray is not None:
                yield Draft(kind=Kind.TEXT, text=stray)

    def _element(self, element: etree._Element) -> Iterator[Draft]:
        tag = _local(element)
        if tag in _SKIPPED:
            return
        if self._depth >= MAX_DEPTH:
            self.is_too_deep = True
            yield from self._leaf(element, Kind.TEXT)
            return
        self._depth += 1
        yield from self._within_depth(element, tag)
        self._depth -= 1

    def _within_depth(self, element: etree._Element, tag: str) -> Iterator[Draft]:
        read = self._READERS.get(tag)
        if read is not None:
            yield from read(self, element)
        elif tag in _KINDS:
            yield self._numbered(element, _kind(element, _KINDS[tag]))
        elif _is_flat(element):
            yield from self._leaf(element, Kind.TEXT)
        else:
            lead = self._squeezed([self._words.of(element.text)])
            if lead is not None:
                yield Draft(kind=Kind.TEXT, text=lead)
            yield from self._inside(element)

    def _block(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._leaf(element, _NAMED_BLOCKS.get(element.get("name", ""), Kind.TEXT))

    def _title(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._leaf(element, Kind.TITLE)

    def _leaf(self, element: etree._Element, kind: Kind) -> Iterator[Draft]:
        text = self._whole(element)
        if text is not None or (self._exact and element.get("eId")):
            yield _draft(element, kind, text=text)

    def _container(self, element: etree._Element) -> Iterator[Draft]:
        kind = _NAMED_CONTAINERS.get(element.get("name", ""))
        if kind is None and element.find("{*}num") is None and element.find("{*}heading") is None:
            yield from self._inside(element)
        else:
            yield self._numbered(element, kind or Kind.LIST_ITEM)

    def _preamble(self, element: etree._Element) -> Iterator[Draft]:
        yield _draft(element, Kind.PREAMBLE, children=list(self._inside(element)))

    def _table_block(self, element: etree._Element) -> Iterator[Draft]:
        yield self._numbered(element, _kind(element, Kind.LIST_ITEM))

    def _note(self, element: etree._Element) -> Iterator[Draft]:
        yield _draft(element, Kind.NOTE, children=list(self._inside(element)))

    def _table(self, element: etree._Element) -> Iterator[Draft]:
        parts: list[MappedText] = []
        for row_at, row in enumerate(element.iter("{*}tr")):
            for cell_at, cell in enumerate(child for child in row if isinstance(child.tag, str)):
                mark = "\t" if cell_at else ("\n" if row_at else "")
                parts.append(_prefixed(self._cell(cell), mark))
        yield _draft(element, Kind.TABLE, text=MappedText.join(parts, "", self._source))

    def _cell(self, cell: etree._Element) -> MappedText:
        """Return the words of a table cell; its paragraphs are parted by a space."""
        lines = list(cell.iterchildren("{*}p")) or [cell]
        found = [text for line in lines if (text := self._whole(line)) is not None]
        return MappedText.join(found, " ", self._source)

    def _numbered(self, element: etree._Element, kind: Kind) -> Draft:
        draft = _draft(element, kind)
        for child in element:
            tag = _local(child) if isinstance(child.tag, str) else ""
            if tag == "num" and draft.num is None:
                draft.num = self._whole(child)
                printed = draft.num.text if draft.num else ""
                own = child.get(f"{{{OWN}}}number")
                draft.number = number_of(printed) if own is None else own
            elif tag == "heading" and draft.heading is None:
                draft.heading = self._whole(child)
            elif tag:
                draft.children.extend(self._element(child))
            stray = self._squeezed([self._words.of(child.tail)])
            if stray is not None:
                draft.children.append(Draft(kind=Kind.TEXT, text=stray))
        return draft

    def _runs(self, element: etree._Element) -> Iterator[MappedText | None]:
        yield self._words.of(element.text)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._runs(child)
            yield self._words.of(child.tail)

    def _whole(self, element: etree._Element) -> MappedText | None:
        runs = [run for run in self._runs(element) if run is not None]
        if not self._exact:
            return squeezed(runs, self._source)
        return MappedText.join(runs, "", self._source) if runs else None

    def _squeezed(self, runs: list[MappedText | None]) -> MappedText | None:
        return squeezed([run for run in runs if run is not None], self._source)

    _READERS: Final[dict[str, Callable[[_Reader, etree._Element], Iterator[Draft]]]] = {
        "p": _block,
        "block": _block,
        "longTitle": _title,
        "docTitle": _title,
        "hcontainer": _container,
        "preamble": _preamble,
        "tblock": _table_block,
        "authorialNote": _note,
        "table": _table,
    }


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _kind(element: etree._Element, default: Kind) -> Kind:
    own = element.get(f"{{{OWN}}}kind")
    if own in set(Kind):
        return Kind(own)
    if default is Kind.ITEM and any(_local(parent) in {"point", "item"} for parent in element.iterancestors()):
        return Kind.SUBITEM
    return default


def _draft(
    element: etree._Element, kind: Kind, *, text: MappedText | None = None, children: list[Draft] | None = None
) -> Draft:
    removed = "removed" in {element.get("status"), element.get(f"{{{OWN}}}status")}
    return Draft(
        kind=kind,
        text=text,
        status=Status.REPEALED if removed else Status.IN_FORCE,
        source_id=element.get(f"{{{OWN}}}source", ""),
        eid=element.get("eId", ""),
        children=children or [],
    )


def _is_flat(element: etree._Element) -> bool:
    """Whether an element holds words and inline marks only."""
    return bool((element.text or "").strip()) and not any(
        isinstance(child.tag, str)
        and _local(child) in {*_KINDS, "p", "block", "blockList", "hcontainer", "table", "content"}
        for child in element.iterdescendants()
    )


def _prefixed(text: MappedText, mark: str) -> MappedText:
    if not mark:
        return text
    edge = MappedText(mark, text.source, ())
    return MappedText.join([edge, text], "", text.source)
