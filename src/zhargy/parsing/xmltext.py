"""Words of an XML file with the place where they stand in the file."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from lxml import etree

from zhargy.text import Edit, MappedText, Piece, Source, Span

#: Deeper than any law nests its elements; what lies below is read as flat text.
MAX_DEPTH: Final = 64
_BLANK: Final = re.compile(r"\s+")
_PROBE: Final = 48


def parse_xml(text: str) -> tuple[etree._Element | None, bool]:
    """Return the root of an XML text and whether the markup was sound; ``None`` when nothing could be read."""
    data = text.encode("utf-8", "replace")
    for recover in (False, True):
        try:
            return etree.fromstring(data, _parser(recover=recover)), not recover
        except etree.XMLSyntaxError:
            continue
    return None, False


def _parser(*, recover: bool) -> etree.XMLParser:
    """Return a parser that takes no entities from outside, asks no network and builds no trees beyond reason."""
    return etree.XMLParser(
        encoding="utf-8", recover=recover, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )


class XmlWords:
    """Finds each run of characters of a parsed file again in its text; runs must be asked for in reading order."""

    def __init__(self, source: Source, *, offset: int = 0) -> None:
        self._source = source
        self._at = offset

    @property
    def at(self) -> int:
        """Where the last run ended."""
        return self._at

    def of(self, text: str | None) -> MappedText | None:
        """Return a run of characters with its place, ``None`` for nothing."""
        if not text:
            return None
        raw = self._source.text
        if (at := raw.find(text, self._at)) >= 0 and at - self._at < _FAR:
            self._at = at + len(text)
            return MappedText(text, self._source, (Piece(0, at, at + len(text)),))
        return self._escaped(text)

    def _escaped(self, text: str) -> MappedText:
        """Find a run written with entities or other line ends: by its first words, then by what it unescapes to."""
        raw = self._source.text
        probe = re.split(r"[&<>\"'\n]", text, maxsplit=1)[0][:_PROBE]
        start = raw.find(probe, self._at) if probe else self._at
        start = start if 0 <= start - self._at < _FAR else self._at
        end = raw.find("<", start + len(probe))
        end = len(raw) if end < 0 else end
        if unescape(raw[start:end]) == text:
            self._at = end
        else:
            end = start
        return MappedText(text, self._source, (Piece(0, start, end, linear=False),))


_FAR: Final = 200_000


def squeezed(parts: list[MappedText], source: Source) -> MappedText | None:
    """Return runs of characters as one text with single spaces, ``None`` when nothing but blanks is there."""
    whole = MappedText.join(parts, "", source)
    edits = []
    for match in _BLANK.finditer(whole.text):
        inner = match.start() > 0 and match.end() < len(whole.text)
        if match[0] != " " or not inner:
            edits.append(Edit(span=Span(*match.span()), after=" " if inner else "", code=""))
    clean = whole.apply(edits)
    return clean if clean.text else None
