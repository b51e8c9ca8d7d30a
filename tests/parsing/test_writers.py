"""What is written comes back.

Akoma Ntoso (its own tests) and JSON keep everything. Flowing formats keep what a printed act shows: for each element
its kind, element id, printed and regular number, heading, words and status, in order. What a source tells only by its
markup (an unnumbered subparagraph of Formex, the anchor names of a page) is not printed and cannot come back.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from documents import documents
from zhargy.citations import link
from zhargy.errors import UnreadableInput, UsageError
from zhargy.model import Document, Kind
from zhargy.packs.samples_index import samples
from zhargy.parsing import WRITERS, read, structure, write

READER = {"akn": "akn", "json": "json", "md": "markdown", "text": "text", "docx": "docx"}
FLOWING = ["md", "text", "docx"]
SAMPLES = {found.name: found for found in samples()}


def sample(name: str) -> Document:
    return structure(read(SAMPLES[name].data, name=name))


def again(data: bytes, form: str) -> Document:
    return structure(read(data, name=f"again.{form}", reader=READER[form]))


def shown(document: Document) -> list[tuple[str, ...]]:
    """Return what a printed act shows of each element."""
    return [
        (node.kind, node.eid, node.num, node.number, node.heading, node.text, node.status) for node in document.walk()
    ]


@given(documents())
@settings(max_examples=80, deadline=None)
def test_json_keeps_everything(document: Document) -> None:
    data = write(document, "json")

    found = again(data, "json")

    assert replace(found, mapped=document.mapped) == document
    assert found.text == document.text
    assert write(found, "json") == data


@given(documents())
@settings(max_examples=40, deadline=None)
def test_no_document_breaks_a_writer_of_flowing_text(document: Document) -> None:
    for form in FLOWING:
        data = write(document, form)

        assert write(document, form) == data
        if document.text.strip():
            structure(read(data, name=f"again.{form}", reader=READER[form]))


@pytest.mark.parametrize("form", FLOWING)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_back_from_every_format(name: str, form: str) -> None:
    document = sample(name)

    found = again(write(document, form), form)

    assert shown(found) == shown(document)
    assert (found.title, found.language) == (document.title, document.language)
    assert found.repairs == ()


@pytest.mark.real_data
@pytest.mark.parametrize("form", FLOWING)
@pytest.mark.parametrize(
    "path",
    [
        "source-article/article.kk.txt",
        "kz-legislation/criminal-code-226-V/kk/special-part-selected.kk.md",
        "kz-legislation/criminal-code-226-V/ru/special-part-selected.ru.md",
    ],
)
def test_a_real_text_comes_back_from_every_format(test_data: Path, path: str, form: str) -> None:
    document = structure(read((test_data / path).read_bytes(), name=Path(path).name))

    found = again(write(document, form), form)

    assert shown(found) == shown(document)


@pytest.mark.real_data
@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize("code", ["102027595", "102380990"])
def test_a_code_comes_back_from_markdown_and_word(ru_codes: dict[str, bytes], code: str, form: str) -> None:
    document = structure(read(ru_codes[code], name=f"{code}.html"))

    found = again(write(document, form), form)

    assert shown(found) == shown(document)


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.parametrize("form", ["md", "docx"])
def test_the_other_codes_come_back_from_markdown_and_word(ru_codes: dict[str, bytes], form: str) -> None:
    for code in ru_codes.keys() - {"102027595", "102380990"}:
        document = structure(read(ru_codes[code], name=f"{code}.html"))

        assert shown(again(write(document, form), form)) == shown(document)


@pytest.mark.real_data
def test_the_articles_of_a_code_come_back_from_plain_text(ru_codes: dict[str, bytes]) -> None:
    document = structure(read(ru_codes["102041891"], name="code.html"))

    found = again(write(document, "text"), "text")

    assert [node.eid for node in found.walk() if node.kind is Kind.ARTICLE] == [
        node.eid for node in document.walk() if node.kind is Kind.ARTICLE
    ]


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    first, second = link(sample("parks.2021.kk.txt")), link(sample("parks.2021.kk.txt"))

    assert write(first, form) == write(second, form)


def test_a_heading_that_does_not_read_back_beside_its_number_has_a_line_of_its_own() -> None:
    lines = write(sample("parks.2024.kk.txt"), "text").decode().split("\n\n")

    assert lines[lines.index("Қосымша") + 1] == "Сирек ағаш тұқымдары"
    assert "3-1-бап. Саябақ кеңесі" in lines


def test_markdown_escapes_what_would_be_a_sign() -> None:
    document = structure(read("1-бап. Шам * түн\n\n1. Бұл _шам_ | [шам]; # жоқ.\n".encode(), name="a.txt"))

    data = write(document, "md").decode()

    assert r"### 1-бап. Шам \* түн" in data
    assert r"1\. Бұл \_шам\_ \| \[шам\]; \# жоқ." in data


def test_an_unknown_reader_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match=r"U103.*near=docx"):
        read(b"x", name="a", reader="docs")


@pytest.mark.parametrize(
    "data", [b"{}", b'{"schema": "zhargy.document/2"}', b'{"schema": "zhargy.document/1"}', b"[1]", b"{" * 90_000]
)
def test_json_that_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="P90"):
        read(data, name="a.json", reader="json")
