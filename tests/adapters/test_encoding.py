"""A document as bytes and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.adapters.database.encoding import decode, decode_repair, encode, encode_repair, pack, unpack
from zhargy.app.structuring import structure_bytes
from zhargy.errors import UnreadableInput
from zhargy.model import Anchor, AnchorKind, Diagnostic, Document, Kind, Metadata, Node, Repair, Severity, Status
from zhargy.packs import samples
from zhargy.text import Language, MappedText, Piece, Position, Source, Span

_TEXTS = st.text(max_size=20)
_NUMBERS = st.integers(0, 1 << 40)
_SPANS = st.builds(Span, _NUMBERS, _NUMBERS)
_POSITIONS = st.builds(
    Position, file=_TEXTS, page=st.none() | _NUMBERS, line=st.integers(1, 99), column=st.integers(1, 99)
)
_LEAVES = st.builds(
    Node, kind=st.sampled_from(Kind), eid=_TEXTS, span=_SPANS, num=_TEXTS, number=_TEXTS, heading=_TEXTS, text=_TEXTS,
    status=st.sampled_from(Status), source_id=_TEXTS,
)  # fmt: skip
_NODES = st.recursive(
    _LEAVES, lambda inner: st.builds(replace, _LEAVES, children=st.lists(inner, max_size=3).map(tuple)), max_leaves=8
)
_REPAIRS = st.builds(
    Repair, id=_TEXTS, code=_TEXTS, before=_TEXTS, after=_TEXTS, source=_SPANS, position=_POSITIONS, span=_SPANS,
    eid=_TEXTS,
)  # fmt: skip
_SOURCES = st.builds(
    Source, text=_TEXTS, name=_TEXTS, files=st.lists(st.tuples(_NUMBERS, _TEXTS), max_size=2).map(tuple),
    pages=st.lists(st.tuples(_NUMBERS, _NUMBERS), max_size=2).map(tuple), sha256=_TEXTS,
)  # fmt: skip
_PIECES = st.lists(st.builds(Piece, _NUMBERS, _NUMBERS, _NUMBERS, st.booleans()), max_size=4).map(tuple)
_DIAGNOSTICS = st.builds(
    Diagnostic, code=_TEXTS, severity=st.sampled_from(Severity), params=st.dictionaries(_TEXTS, _TEXTS, max_size=2),
    span=st.none() | _SPANS, position=st.none() | _POSITIONS, eid=_TEXTS,
)  # fmt: skip
_DOCUMENTS = st.builds(
    Document, title=_TEXTS, language=st.sampled_from(Language), mapped=st.builds(MappedText, _TEXTS, _SOURCES, _PIECES),
    children=st.lists(_NODES, max_size=3).map(tuple),
    anchors=st.lists(
        st.builds(Anchor, kind=st.sampled_from(AnchorKind), value=_TEXTS, offset=_NUMBERS, source=_SPANS), max_size=2
    ).map(tuple),
    repairs=st.lists(_REPAIRS, max_size=2).map(tuple), diagnostics=st.lists(_DIAGNOSTICS, max_size=2).map(tuple),
    metadata=st.none() | st.builds(Metadata, identifier=_TEXTS, version=_TEXTS, number=_TEXTS),
)  # fmt: skip


@given(_DOCUMENTS)
def test_any_document_comes_back_exactly(document: Document) -> None:
    assert decode(encode(document)) == document


@given(_REPAIRS)
def test_any_repair_comes_back_exactly(repair: Repair) -> None:
    assert decode_repair(encode_repair(repair)) == repair


def test_the_same_document_is_always_the_same_bytes() -> None:
    for sample in samples():
        document = structure_bytes(sample.data, name=sample.name)

        assert encode(document) == encode(decode(encode(document)))


@pytest.mark.parametrize("damage", [b"", b"not packed", pack(b"law")[:-3]])
def test_damaged_bytes_are_told(damage: bytes) -> None:
    with pytest.raises(UnreadableInput, match="L107"):
        unpack(damage)


def test_a_format_of_a_newer_version_is_told() -> None:
    with pytest.raises(UnreadableInput, match="L107"):
        decode(pack(b'{"format":99}'))
