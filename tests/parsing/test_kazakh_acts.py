"""Real acts in Kazakh as flat text: none may fail, little may stay unclassified, every word stays in its place."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import zstandard

from zhargy.model import Document, Kind
from zhargy.parsing import read, structure

pytestmark = pytest.mark.real_data

SAMPLE = 150
SEED = 2014
TWINS = str.maketrans("ABCEHIKMOPTXYaceiopxyhjҮ", "АВСЕНІКМОРТХУасеіорхуһјУ")


@pytest.fixture(scope="module")
def acts(test_data: Path) -> dict[str, str]:
    """A fixed random sample of the acts that have words."""
    with (test_data / "ir-kz-acts" / "corpus.jsonl.zst").open("rb") as packed:
        lines = zstandard.ZstdDecompressor().stream_reader(packed).read().decode().split("\n")
    rows = [json.loads(line) for line in random.Random(SEED).sample(lines, SAMPLE) if line]  # noqa: S311
    return {row["id"]: row["text"] for row in rows if row["text"].strip()}


@pytest.fixture(scope="module")
def documents(acts: dict[str, str]) -> dict[str, Document]:
    return {name: structure(read(text.encode(), name=name)) for name, text in acts.items()}


def test_hardly_a_line_is_left_unclassified(documents: dict[str, Document]) -> None:
    blocks = sum(document.text.count("\n") + 1 for document in documents.values())
    left = sum(node.kind is Kind.TEXT for document in documents.values() for node in document.children)

    assert len(documents) > 0.97 * SAMPLE
    assert left < 0.005 * blocks


def test_every_act_with_an_enacting_formula_has_provisions(documents: dict[str, Document]) -> None:
    enacting = {
        name: document
        for name, document in documents.items()
        if "ҚАУЛЫ ЕТЕДІ" in document.text or "ШЕШТІ" in document.text
    }

    without = [
        name
        for name, document in enacting.items()
        if not any(node.kind in {Kind.PARAGRAPH, Kind.ARTICLE, Kind.ITEM} for node in document.walk())
    ]

    assert len(enacting) > 50
    assert without == []


def test_the_words_of_an_act_are_all_there_and_in_order(acts: dict[str, str], documents: dict[str, Document]) -> None:
    changed = {name for name, text in acts.items() if twins(documents[name].text) != twins(text)}

    assert changed <= {name for name, document in documents.items() if document.anchors}


def test_a_line_in_the_tree_leads_back_to_its_words_in_the_source(documents: dict[str, Document]) -> None:
    for document in documents.values():
        astray = [
            node.eid
            for node in document.walk()
            if node.text and twins(document.mapped.source_text(node.span)) != twins(node.text)
        ]

        assert not astray or document.anchors


def test_each_element_has_an_address_of_its_own(documents: dict[str, Document]) -> None:
    for document in documents.values():
        eids = [node.eid for node in document.walk()]

        assert len(set(eids)) == len(eids)


def twins(text: str) -> str:
    """Return the letters and digits, those of the Latin and the Cyrillic alphabet that look alike made one."""
    return "".join(character for character in text if character.isalnum()).translate(TWINS)
