"""The JSON that the addresses serve: schemas, fields, half-open periods, exports."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.test import Client
from lxml import etree

from web.desk import PARKS, PARKS_KK

JSON = {"accept": "application/json"}


def test_a_provision_comes_with_its_words_its_place_and_its_period(client: Client) -> None:
    body = client.get(f"{PARKS_KK}/~art_2", headers=JSON).json()

    assert body["schema"] == "zhargy.provision/1"
    assert (body["work"], body["expression"], body["eid"]) == (PARKS, PARKS_KK, "art_2")
    assert (body["kind"], body["num"], body["status"]) == ("article", "2-бап.", "in_force")
    assert (body["from"], body["until"]) == ("2021-07-01", "2024-09-01")
    assert body["address"] == f"{PARKS_KK}/~art_2"
    assert body["text"].startswith("2-бап.")
    assert body["node"]["eid"] == "art_2"
    assert body["marking"] == "no AI used"
    assert len(body["certificate"]["sha256"]) == 64


def test_an_edition_comes_with_its_whole_document(client: Client) -> None:
    body = client.get(PARKS_KK, headers=JSON).json()

    assert body["schema"] == "zhargy.expression/1"
    assert body["document"]["schema"] == "zhargy.document/1"
    assert body["exports"]["akn"] == f"{PARKS_KK}.akn"
    assert body["document"]["text"].count("-бап.") == 5


def test_letters_of_the_law_are_written_as_themselves(client: Client) -> None:
    assert "Қалалық".encode() in client.get(PARKS, {"format": "json"}).content


def test_a_work_comes_with_its_editions(client: Client) -> None:
    body = client.get(PARKS, headers=JSON).json()

    assert body["schema"] == "zhargy.work/1"
    periods = [(edition["language"], edition["from"], edition["until"]) for edition in body["editions"]]
    assert periods == [("kk", "2021-07-01", "2024-09-01"), ("kk", "2024-09-01", None), ("ru", "2024-09-01", None)]


def test_the_library_is_searched_by_title(client: Client) -> None:
    body = client.get("/library/", {"q": "городских", "format": "json"}).json()

    assert (body["schema"], body["found"]) == ("zhargy.works/1", 1)
    assert body["works"][0]["work"] == PARKS


def test_a_browser_that_takes_anything_gets_a_page(client: Client) -> None:
    answer = client.get(PARKS_KK, headers={"accept": "*/*"})

    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("format_", "media_type", "suffix"),
    [
        ("akn", "application/akn+xml", ".xml"),
        ("json", "application/json", ".json"),
        ("md", "text/markdown", ".md"),
        ("text", "text/plain", ".txt"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ],
)
def test_an_edition_is_taken_away_as_a_file(client: Client, format_: str, media_type: str, suffix: str) -> None:
    answer = client.get(f"{PARKS_KK}.{format_}")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].split(";")[0] == media_type
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Disposition"].rstrip('"').endswith(suffix)


def test_the_files_hold_the_act(client: Client) -> None:
    tree = etree.fromstring(client.get(f"{PARKS_KK}.akn").content)
    document = json.loads(client.get(f"{PARKS_KK}.json").content)
    word = zipfile.ZipFile(io.BytesIO(client.get(f"{PARKS_KK}.docx").content))

    assert len(tree.findall(".//{*}article")) == 5
    assert document["schema"] == "zhargy.document/1"
    assert "Қалалық саябақтар".encode() in word.read("word/document.xml")
