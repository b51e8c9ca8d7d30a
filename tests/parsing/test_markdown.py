"""Markdown: the Criminal Code of Kazakhstan as published in a public repository, counted by hand; marks and tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zhargy.model import Document, Kind, Node, Status
from zhargy.parsing import detect, read, structure

FOLDER = "kz-legislation/criminal-code-226-V"

#: Article -> for each numbered part the items in it; counted by hand in the file.
KAZAKH = {
    "131": [0, 0],
    "147": [0, 0, 0, 0, 0],
    "179": [0, 0, 0],
    "190": [0, 5, 4, 2],
    "194": [0, 3, 2, 2],
    "209": [0, 3, 2],
    "210": [0, 3, 2],
    "274": [0, 3, 0, 2],
    "375": [0, 0, 0],
    "376": [0, 0, 0],
}
RUSSIAN = {
    "147": [0, 0, 0, 0, 0],
    "190": [0, 5, 4, 2],
    "194": [0, 3, 2, 2],
    "209": [0, 3, 2],
    "375": [0, 0, 0],
}
GENERAL = {
    "40": {"1": 5, "2": 5, "3": 5},
    "41": {"1": 0, "2": 0},
    "42": {"3": 0},
    "43": {"2": 0, "3": 0},
    "44": {"1": 0},
    "45": {"2": 0},
    "46": {"3": 0, "4": 0, "4-1": 0},
    "50": {"2": 0},
    "53": {"1": 11, "2": 0, "3": 0},
    "54": {"1": 0, "2": 0, "3": 0},
    "55": {"2": 4},
    "10": {"2": 0, "3": 0, "4": 0},
    "11": {"2": 0, "3": 0, "4": 0, "5": 0},
    "12": {"1": 0},
    "13": {"3": 0},
    "15": {"1": 0},
    "19": {"4": 0},
}


@pytest.fixture(scope="module")
def opened(test_data: Path) -> Callable[[str], Document]:
    def opened(name: str) -> Document:
        return structure(read((test_data / FOLDER / name).read_bytes(), name=Path(name).name))

    return opened


def shape(document: Document) -> dict[str, dict[str, int]]:
    """Return for each article its parts with the number of their items."""
    return {
        article.number: {
            part.number: sum(node.kind is Kind.ITEM for node in part.children)
            for part in article.children
            if part.kind is Kind.PARAGRAPH
        }
        for article in document.walk()
        if article.kind is Kind.ARTICLE
    }


def numbered(counts: dict[str, list[int]]) -> dict[str, dict[str, int]]:
    return {article: {str(at): count for at, count in enumerate(parts, 1)} for article, parts in counts.items()}


@pytest.mark.real_data
def test_the_kazakh_articles_have_the_parts_and_items_counted_by_hand(opened: Callable[[str], Document]) -> None:
    assert shape(opened("kk/special-part-selected.kk.md")) == numbered(KAZAKH)


@pytest.mark.real_data
def test_the_russian_articles_have_the_parts_and_items_counted_by_hand(opened: Callable[[str], Document]) -> None:
    assert shape(opened("ru/special-part-selected.ru.md")) == numbered(RUSSIAN)
    assert shape(opened("ru/general-part-selected.ru.md")) == GENERAL


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "verb"),
    [("kk/special-part-selected.kk.md", "жазаланады"), ("ru/special-part-selected.ru.md", "наказыва")],
)
def test_every_part_ends_with_its_sanction(opened: Callable[[str], Document], name: str, verb: str) -> None:
    parts = [node for node in opened(name).walk() if node.kind is Kind.PARAGRAPH]

    assert len(parts) == sum(map(len, (KAZAKH if name.startswith("kk") else RUSSIAN).values()))
    assert [part.eid for part in parts if not _is_sanction(part.children[-1], verb)] == []


def _is_sanction(node: Node, verb: str) -> bool:
    return node.kind is Kind.TEXT and verb in node.text


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["kk/special-part-selected.kk.md", "ru/special-part-selected.ru.md"])
def test_a_struck_out_item_keeps_its_place_and_no_gap_is_told(opened: Callable[[str], Document], name: str) -> None:
    document = opened(name)

    assert [node.eid for node in document.walk() if node.status is Status.REPEALED] == ["art_190__para_2__point_2"]
    assert not [found for found in document.diagnostics if found.code == "P101" and "point" in found.eid]


@pytest.mark.real_data
def test_an_item_without_its_bracket_is_mended_and_can_be_undone(opened: Callable[[str], Document]) -> None:
    document = opened("kk/special-part-selected.kk.md")

    repair = next(found for found in document.repairs if found.code == "P011")

    assert (repair.before, repair.after, repair.eid) == ("2", "2)", "art_209__para_2__point_2")


@pytest.mark.real_data
def test_norm_notes_and_amendment_notes_are_told_apart(opened: Callable[[str], Document]) -> None:
    document = opened("kk/special-part-selected.kk.md")

    article = document.find("art_375")

    assert article is not None
    assert [child.kind for child in article.children] == [Kind.PARAGRAPH] * 3 + [Kind.NOTE, Kind.AMENDMENT_NOTE]
    assert not [node for node in document.walk() if "*" in node.text or "\\" in node.num]


@pytest.mark.real_data
def test_anchors_of_the_source_are_kept(opened: Callable[[str], Document]) -> None:
    document = opened("kk/special-part-selected.kk.md")

    assert [node.source_id for node in document.walk() if node.kind is Kind.ARTICLE] == [f"st{n}" for n in KAZAKH]


def test_marks_are_read_and_positions_stay_true() -> None:
    text = "# Қиялдағы заң\n\n## 1-тарау. Шамдар\n\n### 1-бап. Шам\n\n1\\. Шам **жанады**.\n\n2\\) кеш\\_те;\n"

    document = structure(read(text.encode(), name="a.md"))

    part = document.find("art_1__para_1__p_1")
    assert part is not None
    assert part.text == "Шам жанады."
    assert str(document.mapped.position(part.span.start)) == "a.md:7:5"
    assert document.title == "Қиялдағы заң"
    assert "кеш_те;" in document.text


def test_a_table_keeps_rows_and_cells() -> None:
    text = "# Заң\n\n| Аты | Саны |\n| --- | --- |\n| шам \\| бағана | 2 |\n"

    document = structure(read(text.encode(), name="a.md"))

    assert [node.text for node in document.walk() if node.kind is Kind.TABLE] == ["Аты\tСаны\nшам | бағана\t2"]


@pytest.mark.parametrize(
    ("text", "reader"),
    [("# Заң\n\nСөз", "markdown"), ("1\\. Сөз", "markdown"), ("1. Сөз", "text"), ("№ 5 заң # емес", "text")],
)
def test_markdown_is_told_by_its_signs(text: str, reader: str) -> None:
    assert detect(text.encode(), name="-") == reader
