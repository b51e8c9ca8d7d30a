"""Broken files: a tree with what is left and a word about it, or a clear refusal; never anything else."""

from __future__ import annotations

from collections import Counter

from mutated import mutations, sound_files
from zhargy.errors import UnreadableInput
from zhargy.model import Document, Severity
from zhargy.parsing import detect, read, structure, write


def test_sound_files_are_told_apart_and_read_without_errors() -> None:
    for reader, data in sound_files().items():
        document = structure(read(data, name="file"))

        assert detect(data, name="file") == reader
        assert not [found for found in document.diagnostics if found.severity is Severity.ERROR], reader
        assert any(node.num for node in document.walk()), reader


def test_two_hundred_broken_files_give_a_tree_or_a_refusal() -> None:
    outcomes: Counter[str] = Counter()
    for reader, way, data in mutations(200, seed=20_260_901):
        for chosen in (reader, None):
            try:
                document = structure(read(data, name="broken", reader=chosen))
            except UnreadableInput as refusal:
                outcomes[refusal.code] += 1
                continue
            outcomes["tree"] += 1
            assert_sound(document, f"{reader}, {way}")

    assert outcomes.keys() <= {"tree", "P106", "P901", "P902", "P903", "P904"}
    assert outcomes["tree"] > 200


def assert_sound(document: Document, told: str) -> None:
    """Check what holds of every document, however it came about."""
    eids = [node.eid for node in document.walk()]
    assert len(set(eids)) == len(eids), told
    for node in document.walk():
        assert 0 <= node.span.start <= node.span.end <= len(document.text), told
        assert all(node.span.covers(child.span) for child in node.children if len(child.span)), told
    assert all(repair.span.end <= len(document.text) for repair in document.repairs), told
    assert write(document, "akn"), told
