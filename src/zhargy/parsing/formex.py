"""The Formex 4 reader: the files in which the Publications Office of the European Union keeps the Official Journal.

Source:
    Formex V4, physical and logical elements (Publications Office of the European Union).
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.model import Diagnostic, Kind, Metadata, Severity
from zhargy.parsing.blocks import Draft, Reading
from zhargy.parsing.decoding import decode_text
from zhargy.parsing.formex_words import FormexWords
from zhargy.parsing.markers import number_of, read_marker
from zhargy.parsing.xmltext import parse_xml
from zhargy.text import Language, Source

_CONTENT: Final = frozenset({"ACT", "ANNEX", "GENERAL", "CONS.ACT", "CONS.ANNEX", "AGR"})
_MAX_UNPACKED: Final = 200 * 1024 * 1024
_LETTERS: Final = {"REG": "R", "DIR": "L", "DEC": "D"}


def is_formex(text: str) -> bool:
    """Whether an XML text is Formex."""
    return "formex" in text[:2_000].lower()


def read_formex(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read one Formex file, or the archive of an act with its annexes.

    Args:
        data: Bytes of an XML file or of a zip archive.
        name: File name for positions.
        undone: Not used: a structured file is not repaired.

    Raises:
        UnreadableInput: P901, no text or a damaged archive; P902, empty.
    """
    del undone
    files = list(_files(data, name))
    marks, at = [], 0
    for inner, text in files:
        marks.append((at, inner))
        at += len(text) + 1
    source = Source(
        text="\n".join(text for _, text in files),
        name=name,
        files=tuple(marks) if len(files) > 1 else (),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    drafts: list[Draft] = []
    problems: list[Diagnostic] = []
    roots: list[etree._Element] = []
    for (offset, inner), (_, text) in zip(marks, files, strict=True):
        root, sound = parse_xml(text)
        if not sound:
            problems.append(Diagnostic(code="P103", severity=Severity.ERROR, params={"format": f"XML ({inner})"}))
        if root is None:
            continue
        roots.append(root)
        if _local(root) in _CONTENT:
            drafts.extend(_Reader(FormexWords(source, offset=offset)).read(root))
    main = next((root for root in roots if _local(root) in _CONTENT), None)
    return Reading(
        source=source,
        drafts=tuple(drafts),
        diagnostics=tuple(problems),
        title=_title(main),
        language=Language.find((_first(main, ".//BIB.INSTANCE/LG.DOC") or "").lower()),
        metadata=_metadata(roots, main),
    )


def _files(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    if not data.startswith(b"PK"):
        yield name, _decoded(data, name)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".xml")]
            if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
                raise UnreadableInput("P904", name=name)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                yield entry.filename, _decoded(archive.read(entry), entry.filename)
    except zipfile.BadZipFile as error:
        raise UnreadableInput("P901", name=name) from error


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise UnreadableInput("P902", name=name)
    text = decode_text(data)
    if text is None:
        raise UnreadableInput("P901", name=name)
    return text


class _Reader:
    """Turns the elements of one file into drafts."""

    def __init__(self, words: FormexWords) -> None:
        self._words = words

    def read(self, root: etree._Element) -> Iterator[Draft]:
        if _local(root) in {"ANNEX", "CONS.ANNEX"}:
            yield self._annex(root)
        else:
            yield from self._children(root)

    def _children(self, element: etree._Element) -> Iterator[Draft]:
        """Yield drafts of the words and elements inside `element`."""
        flowing = list(self._flowing(element))
        for item in flowing:
            if isinstance(item, list):
                yield from self._words.leaves(item, Kind.TEXT)
            else:
                yield from self._element(item)

    def _flowing(self, element: etree._Element) -> Iterator[list[etree._Element | str] | etree._Element]:
        """Part the content of an element into runs of words and block elements."""
        run: list[etree._Element | str] = [element.text] if element.text else []
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif _local(child) in self._READERS:
                if run:
                    yield run
                run = []
                yield child
            else:
                run.append(child)
            if child.tail:
                run.append(child.tail)
        if run:
            yield run

    def _element(self, element: etree._Element) -> Iterator[Draft]:
        yield from self._READERS[_local(element)](self, element)

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
        num = self._words.inside(title.find("TI")) if title is not None else None
        heading = self._words.inside(title.find("STI")) if title is not None else None
        marker = read_marker(num.text) if num else None
        kind = marker.kind if marker else Kind.SECTION
        draft = Draft(kind=kind, num=num, number=marker.number if marker else "", heading=heading)
        if marker is None:
            draft.num, draft.heading = None, num or heading
        for child in element:
            if child is not title and isinstance(child.tag, str):
                draft.children.extend(self._block(child))
        yield draft

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
            yield from self._children(element)
            return
        nested = any(_local(parent) == "ITEM" for parent in element.iterancestors())
        yield self._numbered(numbered, Kind.SUBITEM if nested else Kind.ITEM)

    def _loose_number(self, element: etree._Element) -> Iterator[Draft]:
        printed = "".join(element.findtext("NO.P") or "")
        yield self._numbered(element, Kind.PARAGRAPH if printed.strip().endswith(".") else Kind.ITEM)

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
                draft.num, draft.heading = self._words.inside(child.find("TI")), self._words.inside(child.find("STI"))
                draft.number = number_of(draft.num.text) if draft.num else ""
            else:
                draft.children.extend(self._children(child))
        return draft

    _READERS: Final[dict[str, Callable[[_Reader, etree._Element], Iterator[Draft]]]] = {
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
        "QUOT.S": _inner,
        "FINAL": _signature,
        "TBL": _table,
    }


def _bare(printed: str) -> str:
    """Return the regular number of a label such as ``(a)``, ``(12)``, ``1.``, ``—``."""
    return number_of(printed) or re.sub(r"[^\w-]", "", printed)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _first(root: etree._Element | None, path: str) -> str | None:
    return None if root is None else root.findtext(path)


def _title(main: etree._Element | None) -> str:
    lines = [] if main is None else main.findall("TITLE/TI/P")
    return " ".join(" ".join("".join(line.itertext()).split()) for line in lines)


def _metadata(roots: list[etree._Element], main: etree._Element | None) -> Metadata | None:
    year, number = _first(main, ".//BIB.INSTANCE/NO.DOC/YEAR"), _first(main, ".//BIB.INSTANCE/NO.DOC/NO.CURRENT")
    if main is None or not year or not number:
        return None
    day = main.find(".//BIB.INSTANCE/DATE")
    date = _iso(day.get("ISO", "")) if day is not None else ""
    values = [value for root in roots if (value := root.findtext(".//LEGAL.VALUE"))]
    value = values[0] if values else ""
    eli = next((node.get("ID", "") for root in roots for node in root.iter("NO.ELI")), "")
    celex = f"3{year}{_LETTERS[value]}{int(number):04}" if value in _LETTERS else ""
    kind = f"{value.lower()}/" if value else ""
    return Metadata(
        identifier=f"/akn/eu/act/{kind}{date or year}/{year}-{number}",
        version=date,
        number=f"{year}/{number}",
        date=date,
        source=eli,
        publisher_id=celex,
    )


def _iso(compact: str) -> str:
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:8]}" if re.fullmatch(r"\d{8}", compact) else ""
