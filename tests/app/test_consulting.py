"""Opening what the library keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.texts import ORCHARDS_KK
from libraries import Library
from zhargy.app import consulting, holdings
from zhargy.app.adding import add, add_samples
from zhargy.app.exporting import export
from zhargy.app.linking import linked
from zhargy.app.ports import Workbench
from zhargy.app.structuring import structure_bytes
from zhargy.errors import NotFound, UnreadableInput, UsageError
from zhargy.model import Kind, Metadata
from zhargy.parsing import WRITERS, write
from zhargy.text import Language


def test_a_document_comes_back_as_it_was_read(bench: Workbench) -> None:
    for addition in list(add_samples(bench)):
        edition = addition.edition
        read = structure_bytes(
            consulting.original(bench, edition), name=edition.name, acts=bench.store, language=edition.id.language
        )
        named = replace(read.metadata or Metadata(), identifier=str(edition.id.work), version=str(edition.id.version))

        opened = consulting.document(bench, edition.id)

        assert opened == linked(replace(read, metadata=named, title=edition.title), acts=bench.store)


def test_the_map_to_the_source_is_kept(bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="orchards.txt").edition

    document = consulting.document(bench, edition.id)

    repair = next(repair for repair in document.repairs if repair.before == "есептiк")
    assert repair.source.of(document.mapped.source.text) == "есептiк"
    assert document.mapped.source_text(repair.span) == "есептiк"
    line = ORCHARDS_KK.split("\n").index("2. Бағбан жыл сайын есептiк кiтап толтырады.") + 1
    assert document.mapped.position(repair.span.start).line == line


def test_a_provision_is_the_element_of_the_document(bench: Workbench) -> None:
    for addition in list(add_samples(bench)):
        document = consulting.document(bench, addition.edition.id)
        edition = holdings.edition(bench, addition.edition.id)
        for node in document.walk():
            provision = consulting.provision(bench, addition.edition.id, node.eid)

            assert provision.node == node
            assert provision.text == node.span.of(document.text)
            assert provision.edition == edition


def test_the_contents_are_the_headings_down_to_the_article(bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition

    shown = [node for node in consulting.contents(bench, edition.id) if node.kind is Kind.ARTICLE]

    assert [(node.eid, node.num, node.heading) for node in shown] == [
        ("art_1", "1-бап.", "Алма бағы"),
        ("art_2", "2-бап.", "Жауаптылық"),
    ]
    assert all(not node.text and not node.children for node in shown)


def test_an_unknown_provision_is_named(bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition

    with pytest.raises(NotFound) as refused:
        consulting.provision(bench, edition.id, "art_9")

    assert refused.value.code == "L104"
    assert refused.value.params == {"eid": "art_9", "expression": str(edition.id)}


def test_an_unknown_edition_is_named(bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition
    other = edition.id.work.expression(Language.EN)

    for ask in (consulting.document, consulting.contents):
        with pytest.raises(NotFound) as refused:
            ask(bench, other)
        assert refused.value.code == "L103"


def test_the_original_is_the_very_file(library: Library, bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode("cp1251", errors="ignore"), name="a.txt").edition

    assert consulting.original(bench, edition) == ORCHARDS_KK.encode("cp1251", errors="ignore")
    assert library.originals() == [edition.sha256]


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_damaged_original_is_never_handed_out(library: Library, bench: Workbench, damage: str) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition
    (path,) = (library.folder / "originals").rglob(edition.sha256)
    path.unlink() if damage == "gone" else path.write_bytes(b"other words")

    with pytest.raises(UnreadableInput) as refused:
        consulting.original(bench, edition)

    assert refused.value.code == "L107"


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_an_export_is_the_document_written_and_always_the_same(bench: Workbench, name: str) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition

    first = export(bench, edition.id, format=name)

    assert first == write(consulting.document(bench, edition.id), name)
    assert export(bench, edition.id, format=name) == first


def test_an_unknown_format_is_refused_with_the_known_ones(bench: Workbench) -> None:
    edition = add(bench, ORCHARDS_KK.encode(), name="a.txt").edition

    with pytest.raises(UsageError) as refused:
        export(bench, edition.id, format="dock")

    assert refused.value.code == "U104"
    assert refused.value.params == {"value": "dock", "valid": "akn, json, md, text, docx", "near": "docx"}
