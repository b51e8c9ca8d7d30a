"""The contract of readers: what every reader of the table must do, whoever wrote it."""

from __future__ import annotations

import gzip

import pytest
import zstandard

from mutated import sound_files
from zhargy.errors import UnreadableInput, UsageError
from zhargy.model import Document, Severity
from zhargy.packs.samples_index import samples
from zhargy.parsing import READERS, WRITERS, read, structure, write

SOUND = sound_files()
#: Formats whose words are mended; those that say what is what are taken at their word.
FLOWING = ["text", "markdown", "docx", "adilet", "pravo", "eurlex", "html"]
SPOILT = "қадiр"  # a Latin i in a Kazakh word


def opened(reader: str, data: bytes, undone: frozenset[str] = frozenset()) -> Document:
    return structure(read(data, name="file", reader=reader, undone=undone), undone=undone)


def spoilt(reader: str) -> bytes:
    """Return a sound file with a letter of the wrong alphabet in it."""
    if reader == "docx":
        text = next(found.data for found in samples() if found.name == "parks.2024.kk.txt").decode()
        document = structure(read(text.replace("Қалалық", SPOILT).encode(), name="a.txt"))
        repair = next(found for found in document.repairs if found.before == SPOILT)
        undone = frozenset({repair.id})
        return write(structure(read(text.replace("Қалалық", SPOILT).encode(), name="a.txt", undone=undone)), "docx")
    old, new = {"text": ("саябақ", SPOILT), "markdown": ("парк", f"парк {SPOILT}")}.get(
        reader, ("Шам", SPOILT) if reader in {"adilet", "html"} else ("", "")
    )
    text = SOUND[reader].decode()
    if not old:
        old, new = ("glow;", f"glow {SPOILT};") if reader == "eurlex" else ("движени", f"{SPOILT} движени")
    return text.replace(old, new, 3).encode()


def test_the_names_of_readers_and_writers_are_known() -> None:
    assert list(READERS) == [
        "text", "markdown", "pdf", "docx", "adilet", "pravo", "eurlex", "html", "formex", "akn", "json",
    ]  # fmt: skip
    assert list(WRITERS) == ["akn", "json", "md", "text", "docx"]


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_gives_the_same_document_twice(reader: str) -> None:
    first, second = opened(reader, SOUND[reader]), opened(reader, SOUND[reader])

    assert write(first, "json") == write(second, "json")


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_knows_where_every_word_stood(reader: str) -> None:
    document = opened(reader, SOUND[reader])

    lines = document.mapped.source.text.split("\n")
    assert document.mapped.source.sha256
    for node in document.walk():
        place = document.mapped.position(node.span.start)
        assert place.file == "file" or place.file.endswith(".xml")
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= max(map(len, lines)) + 1


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("data", [b"", b"\x00" * 500, bytes(range(256)) * 8], ids=["empty", "zeros", "noise"])
def test_what_is_no_text_is_refused(reader: str, data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"P90[1-4]"):
        opened(reader, data)


@pytest.mark.parametrize("reader", READERS)
def test_packed_files_are_unpacked(reader: str) -> None:
    expected = write(opened(reader, SOUND[reader]), "text")

    for packed in (gzip.compress(SOUND[reader]), zstandard.ZstdCompressor().compress(SOUND[reader])):
        assert write(opened(reader, packed), "text") == expected


@pytest.mark.parametrize("reader", FLOWING)
def test_a_repair_has_both_addresses_and_can_be_undone(reader: str) -> None:
    data = spoilt(reader)
    document = opened(reader, data)
    repair = next(found for found in document.repairs if found.code == "P001" and found.before == SPOILT)

    undone = opened(reader, data, frozenset({repair.id}))

    assert repair.after == SPOILT.replace("i", "і")
    assert repair.span.of(document.text) == repair.after
    assert repair.source.of(document.mapped.source.text) == repair.before
    assert repair.position == document.mapped.source.position(repair.source.start)
    assert repair.eid in {node.eid for node in document.walk()}
    assert repair.id not in {found.id for found in undone.repairs}
    assert undone.text.count(SPOILT) == document.text.count(SPOILT) + 1


@pytest.mark.parametrize("reader", [*FLOWING, "pdf"])
def test_undoing_everything_leaves_no_repair(reader: str) -> None:
    data = SOUND["pdf"] if reader == "pdf" else spoilt(reader)
    made = frozenset(found.id for found in opened(reader, data).repairs)

    undone = opened(reader, data, made)

    assert made.isdisjoint(found.id for found in undone.repairs)


@pytest.mark.parametrize("reader", ["akn", "json"])
def test_a_structured_file_brings_its_repairs_back(reader: str) -> None:
    document = opened("text", SOUND["text"])

    found = opened(reader, write(document, reader))

    assert document.repairs != ()
    assert found.repairs == document.repairs


@pytest.mark.parametrize("reader", ["adilet", "pravo", "eurlex", "html", "akn"])
def test_a_page_cut_off_gives_a_tree_and_an_error(reader: str) -> None:
    data = SOUND[reader]

    document = opened(reader, data[: int(len(data) * 0.8)])

    assert document.text.strip()
    assert "P103" in {found.code for found in document.diagnostics if found.severity is Severity.ERROR}


def test_an_unknown_reader_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="U103"):
        read(b"x", name="a", reader="odt")
