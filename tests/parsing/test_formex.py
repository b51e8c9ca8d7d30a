"""The AI Act as the Publications Office keeps it, against an English text parsed from it by other people's code."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from zhargy.errors import UnreadableInput
from zhargy.model import Document, Kind, Node, Severity
from zhargy.parsing import read, structure
from zhargy.text import Language

ARCHIVE = "ai-act/ai_act_2024_1689_en_formex4.zip"


@pytest.fixture(scope="module")
def archive(test_data: Path) -> bytes:
    return (test_data / ARCHIVE).read_bytes()


@pytest.fixture(scope="module")
def act(archive: bytes) -> Document:
    return structure(read(archive, name="act.zip"))


@pytest.fixture(scope="module")
def published(test_data: Path) -> dict[str, Any]:
    """The reference text, made with another parser (its README names it)."""
    with gzip.open(test_data / "ai-act/ai_act_2024_1689_en.json.gz", "rt", encoding="utf-8") as text:
        found: dict[str, Any] = json.load(text)
        return found


def of_kind(document: Document, kind: Kind) -> list[Node]:
    return [node for node in document.walk() if node.kind is kind]


def squeezed(text: str) -> str:
    return "".join(text.split())


def flow(node: Node) -> Iterator[str]:
    """Yield the printed numbers and words below a node, footnotes left out."""
    for inner in node.children:
        if inner.kind is Kind.NOTE:
            continue
        yield inner.num
        yield inner.heading
        yield inner.text.replace("\t", " ")
        yield from flow(inner)


def told(block: Mapping[str, Any]) -> Iterator[str]:
    """Yield labels and words of a paragraph, subparagraph or point of the reference text."""
    yield block.get("label", "")
    yield block.get("heading", "")
    yield block.get("text", "")
    for key in ("sub", "points", "more"):
        inner = block.get(key) or ()
        for part in (inner,) if isinstance(inner, str) else inner:
            yield from (part,) if isinstance(part, str) else told(part)
    yield block.get("tail") or ""


def labels(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if "label" in block:
            yield block["label"]
        for key in ("sub", "points"):
            yield from labels(block.get(key, ()))


@pytest.mark.real_data
def test_the_act_has_180_recitals_113_articles_and_13_annexes(act: Document) -> None:
    # Regulation (EU) 2024/1689, OJ L, 12.7.2024
    assert [node.number for node in of_kind(act, Kind.RECITAL)] == [str(number) for number in range(1, 181)]
    assert [node.number for node in of_kind(act, Kind.ARTICLE)] == [str(number) for number in range(1, 114)]
    romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]
    assert [node.number for node in of_kind(act, Kind.ANNEX)] == romans
    assert [node.number for node in of_kind(act, Kind.CHAPTER)] == romans
    assert [node.number for node in of_kind(act, Kind.SECTION) if not node.eid.startswith("att_")] == [
        "1", "2", "3", "4", "5",  # chapter III
        "1", "2", "3", "4",  # chapter V
        "1", "2",  # chapter VII
        "1", "2", "3", "4", "5",  # chapter IX
    ]  # fmt: skip


@pytest.mark.real_data
def test_every_article_has_the_paragraphs_points_and_heading_of_the_reference(
    act: Document, published: dict[str, Any]
) -> None:
    differing = {}
    for article, expected in zip(of_kind(act, Kind.ARTICLE), published["articles"], strict=True):
        parts = expected["paragraphs"]
        found = (
            [node.number for node in article.walk() if node.kind is Kind.PARAGRAPH],
            [node.num for node in article.walk() if node.kind in {Kind.ITEM, Kind.SUBITEM, Kind.INDENT}],
            squeezed(article.heading),
        )
        quoted = "‘"  # points of a wording quoted for another act are no points of this one
        wanted = (
            [part["n"] for part in parts if part["n"]],
            [label for label in labels(parts) if not label.startswith(quoted)],
            squeezed(expected["title"]),
        )
        if found != wanted:
            differing[article.number] = (found, wanted)

    assert differing == {}


@pytest.mark.real_data
def test_every_article_and_recital_has_the_words_of_the_reference(act: Document, published: dict[str, Any]) -> None:
    recitals = {node.number: squeezed("".join(flow(node))) for node in of_kind(act, Kind.RECITAL)}
    articles = {node.number: squeezed("".join(flow(node))) for node in of_kind(act, Kind.ARTICLE)}

    expected = {
        article["n"]: squeezed(
            "".join(f"{part['n']}." * bool(part["n"]) + "".join(told(part)) for part in article["paragraphs"])
        )
        for article in published["articles"]
    }

    assert recitals == {str(recital["n"]): squeezed(recital["text"]) for recital in published["recitals"]}
    assert articles == expected


@pytest.mark.real_data
def test_every_annex_has_the_words_of_its_file(act: Document, archive: bytes) -> None:
    expected = dict(annex_words(archive))

    found = {node.number: letters(" ".join([node.num, node.heading, *flow(node)])) for node in of_kind(act, Kind.ANNEX)}

    assert found == expected


def letters(text: str) -> str:
    """Return letters and digits only: quotation marks and list signs are codes in the file."""
    return "".join(sign for sign in text if sign.isalnum())


def annex_words(archive: bytes) -> Iterator[tuple[str, str]]:
    """Yield number and words of each annex by a plain walk through its XML, metadata and footnotes left out."""
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        for name in sorted(files.namelist()):
            root = etree.fromstring(files.read(name))
            if root.tag == "ANNEX":
                for left_out in [*root.iter("BIB.INSTANCE"), *root.iter("NOTE")]:
                    left_out.text, left_out[:] = None, []
                number = str(root.findtext("TITLE/TI/P") or "").split()[1]
                yield number, letters("".join(map(str, root.itertext())))


@pytest.mark.real_data
def test_deep_numbers_and_list_signs_of_annexes_are_kept(act: Document) -> None:
    deep, dashed = act.find("att_VII__para_3__subpara_3-1"), act.find("att_II__indent_1")
    section = act.find("att_VIII__sec_A")

    assert deep is not None
    assert (deep.kind, deep.num, deep.number) == (Kind.SUBPARAGRAPH, "3.1.", "3.1")
    assert dashed is not None
    assert dashed.num == "—"
    assert section is not None
    assert section.num == "Section A"
    assert section.heading.startswith("Information to be submitted")


@pytest.mark.real_data
def test_a_wording_quoted_for_another_act_opens_no_provision(act: Document) -> None:
    article = act.find("art_105")

    assert article is not None
    assert {node.kind for node in article.walk()} == {Kind.ARTICLE, Kind.TEXT, Kind.NOTE}
    assert any(node.text.startswith("‘5. ") for node in article.children)


@pytest.mark.real_data
def test_the_act_says_what_it_is(act: Document) -> None:
    assert act.language is Language.EN
    assert act.title.startswith("Regulation (EU) 2024/1689 of the European Parliament and of the Council")
    assert act.metadata is not None
    assert act.metadata.publisher_id == "32024R1689"  # CELEX number, EUR-Lex
    assert act.metadata.identifier == "/akn/eu/act/reg/2024-06-13/2024-1689"
    assert act.metadata.source == "http://data.europa.eu/eli/reg/2024/1689/oj"
    assert act.diagnostics == ()


@pytest.mark.real_data
def test_every_word_is_found_in_its_file(act: Document, archive: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        lines = {name: files.read(name).decode("utf-8").split("\n") for name in files.namelist()}
    leaves = [node for node in act.walk() if node.kind is Kind.TEXT and node.text[:1].isalpha()]

    places = [(act.mapped.position(node.span.start), node.text[:8]) for node in leaves]

    assert len(places) > 1_000
    for place, words in places[::20]:
        line = lines[place.file][place.line - 1].replace("\u00a0", " ")
        assert line[place.column - 1 :].startswith(words.split("’")[0])


@pytest.mark.real_data
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
def test_an_archive_cut_off_gives_what_is_left_and_an_error(archive: bytes, share: float) -> None:
    whole = len(archive)

    document = structure(read(archive[: int(whole * share)], name="act.zip"))

    assert any(node.kind is Kind.RECITAL for node in document.walk())
    assert {"P103"} <= {found.code for found in document.diagnostics if found.severity is Severity.ERROR}


def test_an_archive_of_nothing_is_refused() -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as files:
        files.writestr("a.xml", "")

    with pytest.raises(UnreadableInput, match="P904"):
        read(empty.getvalue(), name="empty.zip", reader="formex")
