"""Files made to harm: bombs, entities, endless nesting, patterns that go round in circles. All of them stay bounded."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mutated import FORMEX
from zhargy.errors import UnreadableInput
from zhargy.model import Document, Severity
from zhargy.parsing import read, registry, structure, write
from zhargy.parsing.archives import read_archive

DEPTH = 10_000
SECONDS = 20.0  # a circle takes hours; a busy machine takes its time
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    began = time.perf_counter()
    yield
    assert time.perf_counter() - began < SECONDS


def errors(document: Document) -> set[str]:
    return {found.code for found in document.diagnostics if found.severity is Severity.ERROR}


def wrapped(body: str) -> str:
    return f'<akomaNtoso xmlns="{AKN}"><act><body>{body}</body></act></akomaNtoso>'


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return out.getvalue()


def test_a_gzip_bomb_is_refused_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_MAX_UNPACKED", 1_000_000)

    with pytest.raises(UnreadableInput, match="P904"):
        read(gzip.compress(b" " * 2_000_000), name="bomb.gz")


def test_a_zip_bomb_is_refused_whatever_its_header_claims() -> None:
    bomb = bytearray(zipped("word/document.xml", b"0" * 3_000_000))
    at = bomb.rfind(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the size the directory claims

    with pytest.raises(UnreadableInput, match="P904"):
        read_archive(zipped("a.xml", b"0" * 3_000_000), name="a.zip", wanted=lambda _: True, limit=1_000_000)
    with pytest.raises(UnreadableInput, match="P904"):
        read(bytes(bomb), name="bomb.docx")


def test_a_locked_archive_is_told_as_locked() -> None:
    locked = bytearray(zipped("a.xml", FORMEX.encode()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(mark) + offset] |= 1

    with pytest.raises(UnreadableInput, match="P903"):
        read(bytes(locked), name="locked.zip")


@pytest.mark.parametrize("form", ["akn", "formex"])
def test_entities_are_not_expanded(form: str) -> None:
    inner = '<act name="act"><body><p>&a11;</p></body></act>' if form == "akn" else "<ACT><TITLE>&a11;</TITLE></ACT>"
    root = f'<akomaNtoso xmlns="{AKN}">{inner}</akomaNtoso>' if form == "akn" else inner
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>{root}'

    document = structure(read(text.encode(), name="laughs.xml", reader=form))

    assert len(document.text) < 1_000


def test_no_file_of_the_machine_is_drawn_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("құпия сөз", encoding="utf-8")
    text = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>{wrapped("<p>&s;</p>")}'

    document = structure(read(text.encode(), name="a.xml", reader="akn"))

    assert "құпия" not in document.text


def test_ten_thousand_nested_elements_give_a_tree_and_an_error() -> None:
    akn = wrapped(f"{'<section>' * DEPTH}<p>сөз</p>{'</section>' * DEPTH}")
    formex = f"<ACT>{'<DIVISION>' * DEPTH}<P>word</P>{'</DIVISION>' * DEPTH}</ACT>"
    lists = f"<ACT>{'<LIST><ITEM>' * DEPTH}<P>word</P></ACT>"

    for text, reader in ((akn, "akn"), (formex, "formex"), (lists, "formex")):
        document = structure(read(text.encode(), name="deep.xml", reader=reader))

        assert errors(document) & {"P103", "P114"}
        assert write(document, "akn")


def test_elements_as_deep_as_xml_allows_are_read_flat_below_a_limit() -> None:
    depth = 200
    sections = f"{'<section>' * depth}<content><p>сөз</p></content>{'</section>' * depth}"
    text = wrapped(sections)

    document = structure(read(text.encode(), name="deep.xml", reader="akn"))

    assert "P114" in errors(document)
    assert "сөз" in document.text


@pytest.mark.parametrize("tag", ["div", "span", "table", "p", "ul"])
def test_ten_thousand_nested_tags_of_a_page_are_read(tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * DEPTH}1-бап. Шам{f'</{tag}>' * DEPTH}</body></html>"

    document = structure(read(page.encode(), name="deep.html"))

    assert document.text == "1-бап. Шам"


@pytest.mark.parametrize(
    "page",
    [
        "<script>" * 50_000,
        "<head>" * 50_000,
        "<!" * 50_000,
        "<!--" * 100_000,
        '<a href="' * 40_000,
        "<" * 100_000,
        "<title>" * 20_000,
        f"<p class='{'x' * 5_000_000}'>шам</p>",
        "&" * 300_000,
        "&#99999999999;" * 10_000,
        "<table>" + "<tr><td>" * 30_000,
    ],
    ids=lambda page: page[:12],
)
def test_no_page_makes_the_reader_go_round_in_circles(page: str) -> None:
    structure(read(f"<html><body>{page}".encode(), name="page.html", reader="html"))


@pytest.mark.parametrize(
    "text",
    [
        "a\n" + " " * 300_000 + "\nb",
        "a" * 2_000_000,
        "1." * 200_000,
        "(" * 200_000,
        "1) " * 100_000,
        "«" * 100_000,
        "\t" * 200_000 + "x",
        "a-\n" * 20_000,
        "| " * 200_000,
        "#" * 200_000 + " a",
        "*" * 200_000,
        "\\" * 50_000,
        "<!-- " * 100_000,
        "> " * 100_000,
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.parametrize("reader", ["text", "markdown"])
def test_no_text_makes_the_reader_go_round_in_circles(text: str, reader: str) -> None:
    structure(read(f"шам {text}".encode(), name="a.txt", reader=reader))


def test_json_nested_beyond_reason_is_refused() -> None:
    node = '{"kind": "item", "eid": "a", "span": [0, 0], "children": [' * 500 + "]}" * 500
    text = '{"schema": "zhargy.document/1", "children": [' + node + "]}"

    for data in (text.encode(), json.dumps({"schema": "zhargy.document/1"}).encode(), b"[" * 200_000):
        with pytest.raises(UnreadableInput, match="P901"):
            read(data, name="a.json", reader="json")
