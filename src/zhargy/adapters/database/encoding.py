"""A document as bytes and back, exactly, with the map to its source.

JSON under Zstandard rather than pickle: it outlives changes of the program, and reading it runs no code of a stranger.
The words of the tree are told three times over (text, nodes, source); the long window of the compressor takes that
back. Format 1; a later format gets another number and old ones stay readable.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

import zstandard

from zhargy.errors import UnreadableInput
from zhargy.model import Anchor, AnchorKind, Diagnostic, Document, Kind, Metadata, Node, Repair, Severity, Status
from zhargy.text import Language, MappedText, Piece, Position, Source, Span

FORMAT: Final = 1
_PARAMETERS: Final = zstandard.ZstdCompressionParameters.from_level(3, window_log=24, enable_ldm=True)
_LARGEST: Final = 1 << 31


def pack(value: bytes) -> bytes:
    """Return bytes packed."""
    return zstandard.ZstdCompressor(compression_params=_PARAMETERS).compress(value)


def unpack(value: bytes | memoryview) -> bytes:
    """Return bytes as they were before `pack`.

    Raises:
        UnreadableInput: L107, they are damaged.
    """
    try:
        return zstandard.ZstdDecompressor().decompress(bytes(value), max_output_size=_LARGEST)
    except zstandard.ZstdError as error:
        raise UnreadableInput("L107", name="zhargy.db") from error


def encode(document: Document) -> bytes:
    """Return a document without its references, packed."""
    told = {
        "format": FORMAT,
        "title": document.title,
        "language": document.language,
        "metadata": asdict(document.metadata) if document.metadata else None,
        "text": document.text,
        "source": _source(document.mapped.source),
        "pieces": [
            [number for piece in document.mapped.pieces for number in piece[:3]],
            [at for at, piece in enumerate(document.mapped.pieces) if not piece.linear],
        ],
        "children": [_node(node) for node in document.children],
        "anchors": [[item.kind, item.value, item.offset, *_pair(item.source)] for item in document.anchors],
        "repairs": [encode_repair(item) for item in document.repairs],
        "diagnostics": [_diagnostic(item) for item in document.diagnostics],
    }
    return pack(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def decode(packed: bytes | memoryview) -> Document:
    """Return the document that `encode` was given, without references.

    Raises:
        UnreadableInput: L107, the bytes are damaged, or of a format that only a newer version knows.
    """
    told = json.loads(unpack(packed).decode("utf-8", "surrogatepass"))
    if told["format"] != FORMAT:
        raise UnreadableInput("L107", name="zhargy.db")
    numbers, apart = told["pieces"]
    not_linear = frozenset(apart)
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    pieces = tuple(Piece(*triple, at not in not_linear) for at, triple in enumerate(triples))
    return Document(
        title=told["title"],
        language=Language(told["language"]),
        mapped=MappedText(told["text"], _read_source(told["source"]), pieces),
        children=tuple(_read_node(node) for node in told["children"]),
        anchors=tuple(
            Anchor(kind=AnchorKind(kind), value=value, offset=offset, source=Span(start, end))
            for kind, value, offset, start, end in told["anchors"]
        ),
        repairs=tuple(decode_repair(item) for item in told["repairs"]),
        diagnostics=tuple(_read_diagnostic(item) for item in told["diagnostics"]),
        metadata=Metadata(**told["metadata"]) if told["metadata"] else None,
    )


def encode_repair(repair: Repair) -> list[Any]:
    """Return a repair as plain values."""
    return [
        repair.id,
        repair.code,
        repair.before,
        repair.after,
        _pair(repair.source),
        _position(repair.position),
        _pair(repair.span),
        repair.eid,
    ]


def decode_repair(told: Sequence[Any]) -> Repair:
    """Return the repair that `encode_repair` was given."""
    id, code, before, after, source, position, span, eid = told  # noqa: A001 - the field's word
    return Repair(
        id=id,
        code=code,
        before=before,
        after=after,
        source=Span(*source),
        position=_read_position(position),
        span=Span(*span),
        eid=eid,
    )


def _source(source: Source) -> list[Any]:
    return [source.text, source.name, source.files, source.pages, source.sha256]


def _read_source(told: Sequence[Any]) -> Source:
    text, name, files, pages, sha256 = told
    return Source(
        text=text,
        name=name,
        files=tuple((offset, file) for offset, file in files),
        pages=tuple((offset, number) for offset, number in pages),
        sha256=sha256,
    )


def _node(node: Node) -> list[Any]:
    return [
        node.kind,
        node.eid,
        node.span.start,
        node.span.end,
        node.num,
        node.number,
        node.heading,
        node.text,
        node.status,
        node.source_id,
        [_node(child) for child in node.children],
    ]


def _read_node(told: Sequence[Any]) -> Node:
    kind, eid, start, end, num, number, heading, text, status, source_id, children = told
    return Node(
        kind=Kind(kind),
        eid=eid,
        span=Span(start, end),
        num=num,
        number=number,
        heading=heading,
        text=text,
        status=Status(status),
        source_id=source_id,
        children=tuple(_read_node(child) for child in children),
    )


def _diagnostic(found: Diagnostic) -> list[Any]:
    span = _pair(found.span) if found.span is not None else None
    position = _position(found.position) if found.position is not None else None
    return [found.code, found.severity, dict(found.params), span, position, found.eid]


def _read_diagnostic(told: Sequence[Any]) -> Diagnostic:
    code, severity, params, span, position, eid = told
    return Diagnostic(
        code=code,
        severity=Severity(severity),
        params=params,
        span=Span(*span) if span is not None else None,
        position=_read_position(position) if position is not None else None,
        eid=eid,
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _position(position: Position) -> list[Any]:
    return [position.file, position.page, position.line, position.column]


def _read_position(told: Sequence[Any]) -> Position:
    file, page, line, column = told
    return Position(file=file, page=page, line=line, column=column)
