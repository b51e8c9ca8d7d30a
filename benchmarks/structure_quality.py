"""How well real acts come out: our counts beside those made by other means.

The ten Russian codes are counted in their raw HTML with lxml (`tests/raw_codes.py`), the AI Act is compared with a text
parsed by other people's code. Pairs are ours first, the other count second.

Run: ``python benchmarks/structure_quality.py``.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from pathlib import Path

from record import TEST_DATA, record
from zhargy.model import Document, Kind, Node, Status
from zhargy.parsing import read, structure, write

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from raw_codes import count_code, unpacked

FORMATS = {"md": "markdown", "text": "text", "docx": "docx", "akn": "akn", "json": "json"}
UNITS = {"chapter": Kind.CHAPTER, "section": Kind.SECTION, "subsection": Kind.SUBSECTION}


def main() -> None:
    codes = sorted((TEST_DATA / "ru-codes").glob("*.html.zst"))
    act = TEST_DATA / "ai-act" / "ai_act_2024_1689_en_formex4.zip"
    reference = TEST_DATA / "ai-act" / "ai_act_2024_1689_en.json.gz"
    figures = {
        "ru_codes": {path.name.removesuffix(".html.zst"): code(path) for path in codes},
        "ai_act": ai_act(act, reference),
    }
    record("structure_quality", figures, data=[*codes, act, reference])


def code(path: Path) -> dict[str, object]:
    data = unpacked(path)
    expected = count_code(data)
    began = time.perf_counter()
    document = structure(read(data, name=path.name.removesuffix(".zst")))
    seconds = time.perf_counter() - began
    articles = of_kind(document, Kind.ARTICLE)
    repealed = [node.number for node in articles if node.status is Status.REPEALED]
    return {
        "articles": [len(articles), len(expected.articles)],
        "articles_equal_in_order": [node.number for node in articles] == [item.number for item in expected.articles],
        "repealed": [len(repealed), sum(item.is_repealed for item in expected.articles)],
        "repealed_equal": repealed == [item.number for item in expected.articles if item.is_repealed],
        **{name: [len(of_kind(document, kind)), expected.units[name]] for name, kind in UNITS.items()},
        "diagnostics": dict(sorted(Counter(found.code for found in document.diagnostics).items())),
        "same_after_writing_and_reading": comes_back(document),
        "seconds": round(seconds, 2),
    }


def ai_act(path: Path, reference: Path) -> dict[str, object]:
    document = structure(read(path.read_bytes(), name=path.name))
    with gzip.open(reference, "rt", encoding="utf-8") as text:
        expected = json.load(text)
    articles = of_kind(document, Kind.ARTICLE)
    parts = [sum(child.kind is Kind.PARAGRAPH for child in node.walk()) for node in articles]
    return {
        "recitals": [len(of_kind(document, Kind.RECITAL)), len(expected["recitals"])],
        "articles": [len(articles), len(expected["articles"])],
        "annexes": [len(of_kind(document, Kind.ANNEX)), len(expected["annexes"])],
        "paragraphs": [
            sum(parts),
            sum(bool(part["n"]) for item in expected["articles"] for part in item["paragraphs"]),
        ],
        "same_after_writing_and_reading": comes_back(document),
    }


def of_kind(document: Document, kind: Kind) -> list[Node]:
    return [node for node in document.walk() if node.kind is kind]


def comes_back(document: Document) -> dict[str, float]:
    """Return for each format the share of elements that come back with id, numbers, heading, words and status."""
    expected = shown(document)
    shares = {}
    for form, reader in FORMATS.items():
        found = shown(structure(read(write(document, form), name="again", reader=reader)))
        shares[form] = round(sum((expected & found).values()) / max(expected.total(), 1), 4)
    return shares


def shown(document: Document) -> Counter[tuple[str, ...]]:
    return Counter(
        (node.kind, node.eid, node.num, node.number, node.heading, node.text, node.status) for node in document.walk()
    )


if __name__ == "__main__":
    main()
