"""The Formex 4 reader: the files in which the Publications Office of the European Union keeps the Official Journal.

Source:
    Formex V4, physical and logical elements (Publications Office of the European Union).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.model import Diagnostic, Metadata, Severity
from zhargy.parsing.archives import read_archive
from zhargy.parsing.blocks import Draft, Reading
from zhargy.parsing.decoding import decode_text
from zhargy.parsing.formex_tree import FormexTree
from zhargy.parsing.formex_words import FormexWords
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
        UnreadableInput: P901, no text; P902, empty; P904, an archive of which nothing can be read.
    """
    del undone
    files, problems = _files(data, name)
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
    roots: list[etree._Element] = []
    for (offset, inner), (_, text) in zip(marks, files, strict=True):
        root, sound = parse_xml(text)
        if not sound:
            problems.append(_damaged(f"XML ({inner})"))
        if root is not None:
            roots.append(root)
            if _is_content(root):
                tree = FormexTree(FormexWords(source, offset=offset))
                drafts.extend(tree.read(root))
                if tree.is_too_deep:
                    problems.append(Diagnostic(code="P114", severity=Severity.ERROR))
    main = next((root for root in roots if _is_content(root)), None)
    return Reading(
        source=source,
        drafts=tuple(drafts),
        diagnostics=tuple(problems),
        title=_title(main),
        language=Language.from_tag((_first(main, ".//BIB.INSTANCE/LG.DOC") or "").lower()),
        metadata=_metadata(roots, main),
    )


def _files(data: bytes, name: str) -> tuple[list[tuple[str, str]], list[Diagnostic]]:
    """Return the XML files by name with their characters, and what was wrong with the archive."""
    if not data.startswith(b"PK"):
        return [(name, _decoded(data, name))], []
    archive = read_archive(data, name=name, wanted=lambda inner: inner.lower().endswith(".xml"), limit=_MAX_UNPACKED)
    files = [(inner, _decoded(part, inner)) for inner, part in sorted(archive.entries.items()) if part.strip()]
    if not files:
        raise UnreadableInput("P904", name=name)
    return files, [] if archive.is_whole else [_damaged("ZIP")]


def _damaged(format: str) -> Diagnostic:  # noqa: A002 - the placeholder of the message
    return Diagnostic(code="P103", severity=Severity.ERROR, params={"format": format})


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise UnreadableInput("P902", name=name)
    text = decode_text(data)
    if text is None:
        raise UnreadableInput("P901", name=name)
    return text


def _is_content(root: etree._Element) -> bool:
    return etree.QName(root).localname in _CONTENT


def _first(root: etree._Element | None, path: str) -> str | None:
    return None if root is None else root.findtext(path)


def _title(main: etree._Element | None) -> str:
    lines = [] if main is None else main.findall("TITLE/TI/P")
    return " ".join(" ".join("".join(map(str, line.itertext())).split()) for line in lines)


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
