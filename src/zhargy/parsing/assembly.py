"""The last step of reading: one regular text, a tree with addresses, every finding at its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from zhargy.model import Anchor, Diagnostic, Document, Kind, Metadata, Node, Repair
from zhargy.parsing.blocks import Draft, Findings, Reading
from zhargy.parsing.diagnosis import diagnose
from zhargy.parsing.elements import assign_eids
from zhargy.parsing.outline import outline
from zhargy.text import Language, MappedText, Piece, Source, Span
from zhargy.text.identification import identify as identify_language

_SAMPLES: Final = 5
_SAMPLE: Final = 60
_ABOUT: Final = re.compile(r"туралы\s*$|^(?:О|Об)\s", re.IGNORECASE)
_ACT: Final = re.compile(r"кодекс|конституц|заң|закон|регулир|regulation|directive|\bact\b|\blaw\b", re.IGNORECASE)


def structure(reading: Reading, *, undone: frozenset[str] = frozenset()) -> Document:
    """Return the document of what a reader has read.

    Args:
        reading: Blocks, which are outlined first, or drafts, which already are a tree.
        undone: Ids of repairs not to make.

    Returns:
        A document without references; those are found by `zhargy.citations`.
    """
    if reading.drafts:
        return assemble(reading, reading.drafts)
    drafts, changes = outline(reading.blocks, undone=undone)
    if changes:
        merged = sorted((*reading.changes, *changes), key=lambda change: (change.source.start, change.source.end))
        reading = replace(reading, changes=tuple(merged))
    return assemble(reading, drafts)


def assemble(reading: Reading, drafts: Sequence[Draft]) -> Document:
    """Lay the regular text out, give every element its id and span, and place repairs and diagnostics."""
    assign_eids(drafts)
    layout = _Layout(reading.source)
    children = tuple(layout.node(draft) for draft in drafts)
    mapped = layout.text()
    if reading.findings is not None:
        return _restored(reading, reading.findings, mapped, children)
    places = _Places(mapped, children)
    document = Document(
        title=reading.title or _title(children),
        language=reading.language or identify_language(_sample(mapped.text)) or Language.KK,
        mapped=mapped,
        children=children,
        anchors=tuple(places.anchors(reading)),
        repairs=tuple(places.repairs(reading)),
        metadata=reading.metadata or Metadata(),
    )
    found = [places.placed(diagnostic) for diagnostic in (*reading.diagnostics, *diagnose(document))]
    return replace(document, diagnostics=tuple(found))


def _sample(text: str) -> str:
    """Return stretches from all over the text, enough to tell its main language by."""
    step = max(len(text) // _SAMPLES, _SAMPLE)
    return " ".join(text[at : at + _SAMPLE] for at in range(0, len(text), step))


def _restored(reading: Reading, findings: Findings, mapped: MappedText, children: tuple[Node, ...]) -> Document:
    """Return a document this program wrote before, with everything found when it was first read."""
    return Document(
        title=reading.title,
        language=reading.language or Language.KK,
        mapped=mapped,
        children=children,
        references=findings.references,
        anchors=findings.anchors,
        repairs=findings.repairs,
        diagnostics=(*findings.diagnostics, *reading.diagnostics),
        metadata=reading.metadata or Metadata(),
    )


class _Layout:
    """Writes nodes one after another: a number and the words that follow it share a line, blocks are lines."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._separator = ""

    def node(self, draft: Draft) -> Node:
        """Write `draft` and all below it; return its node."""
        start = self._length + len(self._separator)
        num = self._write(draft.num, "\n" if draft.heading is None and not _begins_with_text(draft) else " ")
        heading = self._write(draft.heading, "\n")
        text = self._write(draft.text, "\n")
        children = tuple(self.node(child) for child in draft.children)
        self._separator = "\n" if self._parts else ""
        return Node(
            kind=draft.kind,
            eid=draft.eid,
            span=Span(min(start, self._length), self._length),
            num=num,
            number=draft.number,
            heading=heading,
            text=text,
            status=draft.status,
            source_id=draft.source_id,
            children=children,
        )

    def text(self) -> MappedText:
        """Return everything written."""
        return MappedText("".join(self._parts), self._source, tuple(self._pieces))

    def _write(self, text: MappedText | None, separator: str) -> str:
        if text is None or not text.text:
            return ""
        if self._separator:
            end = self._pieces[-1].source_end if self._pieces else 0
            self._pieces.append(Piece(self._length, end, end))
            self._parts.append(self._separator)
            self._length += len(self._separator)
        for piece in text.pieces:
            self._pieces.append(Piece(piece.start + self._length, piece.source_start, piece.source_end, piece.linear))
        self._parts.append(text.text)
        self._length += len(text.text)
        self._separator = separator
        return text.text


def _begins_with_text(draft: Draft) -> bool:
    return bool(draft.text) or bool(draft.children and draft.children[0].kind is Kind.TEXT)


def _title(children: Sequence[Node]) -> str:
    """Return the line that names the act: «… туралы», «О …»; else the first with a word for an act, else the first."""
    lines = [" ".join(node.text.split()) for node in children if node.kind is Kind.TITLE]
    for pattern in (_ABOUT, _ACT):
        for at, line in enumerate(lines):
            if pattern.search(line):
                more = lines[at + 1] if at + 1 < len(lines) and lines[at + 1][:1].islower() else ""
                return f"{line} {more}".strip()
    headed = next(
        (node.heading for child in children for node in child.walk() if node.heading and node.kind is not Kind.TOPIC),
        "",
    )
    return lines[0] if lines else headed


class _Places:
    """Finds the words and the provision that belong to a place in the source."""

    def __init__(self, mapped: MappedText, children: Sequence[Node]) -> None:
        self._mapped = mapped
        nodes = [node for child in children for node in child.walk()]
        self._starts = [node.span.start for node in nodes]
        self._eids = [node.eid for node in nodes]

    def eid(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        return self._eids[index] if index >= 0 else ""

    def span(self, source: Span) -> Span:
        """Return the words that come from `source`, without the line break that the layout puts behind a block."""
        start, end = self._mapped.from_source(source.start), self._mapped.from_source(source.end)
        while end > start and self._mapped.text[end - 1] == "\n":
            end -= 1
        return Span(start, max(start, end))

    def repairs(self, reading: Reading) -> list[Repair]:
        found = []
        for change in reading.changes:
            span = self.span(change.source)
            found.append(
                Repair(
                    id=change.id,
                    code=change.code,
                    before=change.before,
                    after=change.after,
                    source=change.source,
                    position=reading.source.position(change.source.start),
                    span=span,
                    eid=self.eid(span.start),
                )
            )
        return found

    def anchors(self, reading: Reading) -> list[Anchor]:
        return [
            Anchor(
                kind=item.kind, value=item.value, offset=self._mapped.from_source(item.source.start), source=item.source
            )
            for item in reading.lifted
        ]

    def placed(self, diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.span is None:
            return diagnostic
        place = diagnostic.position or self._mapped.position(diagnostic.span.start)
        return replace(diagnostic, position=place, eid=diagnostic.eid or self.eid(diagnostic.span.start))
