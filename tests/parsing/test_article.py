"""The source article: prose with a proposed chapter inside, as raw text out of a PDF.

Expected values were taken by reading the file: its headings, the provisions of the proposed chapter, its glued strings
(``benchmarks/gluing_labels.tsv``), its 66 words with a Latin letter among Cyrillic ones.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhargy.model import AnchorKind, Document, Kind, Node
from zhargy.parsing import read, structure
from zhargy.text import Language, Span
from zhargy.text.stems import stem

pytestmark = pytest.mark.real_data

LABELS = Path(__file__).parents[2] / "benchmarks" / "gluing_labels.tsv"
HEADINGS = [
    "Нәтижелер және талқылау",
    "Тәуекел жүйесі",
    "Реттеудің мәні",
    "Заң нені реттейді",
    "Құқық қорғау органдарына арналған ерекшеліктер",
    "Басқа елдердегі заңнама",
    "Қорытынды",
]
MIXED_WORDS = 66
PAGES = 7
LINE = 120
ADDRESS = "https://bureau.kz/wp-%20content/uploads/2021/02/doc-trade-kz.pdf"


def structured(data: bytes, undone: frozenset[str] = frozenset()) -> Document:
    return structure(read(data, name="article.kk.txt", undone=undone), undone=undone)


@pytest.fixture(scope="module")
def data(test_data: Path) -> bytes:
    return (test_data / "source-article" / "article.kk.txt").read_bytes()


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return structured(data)


def of_kind(document: Document, kind: Kind) -> list[Node]:
    return [node for node in document.walk() if node.kind is kind]


def leaves(document: Document) -> Iterator[Node]:
    return (node for node in document.walk() if node.text)


def leaf_at(document: Document, offset: int) -> Node:
    place = document.mapped.from_source(offset)
    return next(leaf for leaf in leaves(document) if leaf.span.start <= place < leaf.span.end)


def test_the_proposed_chapter_has_five_articles_twelve_parts_and_twenty_items(document: Document) -> None:
    chapter = next(node for node in document.children if node.kind is Kind.CHAPTER)

    found = {
        article.number: [
            (part.number, sum(inner.kind is Kind.ITEM for inner in part.children))
            for part in article.children
            if part.kind is Kind.PARAGRAPH
        ]
        for article in chapter.children
    }

    assert found == {
        "1": [("1", 0), ("2", 0)],
        "2": [("1", 0), ("2", 3), ("3", 2)],
        "3": [("1", 0), ("2", 3), ("3", 2)],
        "4": [],
        "5": [("1", 0), ("2", 4), ("3", 4), ("4", 2)],
    }
    assert len(of_kind(document, Kind.PARAGRAPH)) == 12
    assert len(of_kind(document, Kind.ITEM)) == 20


def test_a_sanction_stands_behind_the_items_it_is_for(document: Document) -> None:
    parts = [part for part in of_kind(document, Kind.PARAGRAPH) if any(c.kind is Kind.ITEM for c in part.children)]

    kinds = [[child.kind for child in part.children] for part in parts]

    assert all(row[0] is Kind.TEXT and row[-1] is Kind.TEXT for row in kinds)
    assert all(set(row[1:-1]) == {Kind.ITEM} for row in kinds)
    assert all(part.children[-1].text.endswith("жазаланады.") for part in parts)


def test_the_closing_provision_belongs_to_the_last_article_and_to_none_of_its_parts(document: Document) -> None:
    last = document.find("art_5")

    assert last is not None
    assert [child.kind for child in last.children] == [*[Kind.PARAGRAPH] * 4, Kind.TEXT]
    assert last.children[-1].text.startswith("Алаяқтық үшін")
    assert last.children[-1].text.endswith("қаралуы мүмкін.")


def test_prose_goes_on_behind_the_chapter(document: Document) -> None:
    assert document.children[-1].kind is Kind.TEXT
    assert document.children[-1].text.startswith("Қорытындылай келе")


def test_a_line_that_merely_starts_with_a_reference_begins_no_article(data: bytes, document: Document) -> None:
    references = list(re.finditer(r"^[ \d.]*?(\d-бапта)\b", data.decode(), re.MULTILINE))

    holders = [leaf_at(document, found.start(1)) for found in references]

    assert [found[1] for found in references] == ["1-бапта", "3-бапта"]
    assert [leaf.eid for leaf in holders] == ["art_2__para_1__p_1", "art_4__p_2"]


def test_the_headings_of_the_prose_are_found(document: Document) -> None:
    assert [node.heading for node in of_kind(document, Kind.TOPIC)] == HEADINGS


def test_the_page_number_and_the_address_are_lifted_out(data: bytes, document: Document) -> None:
    found = [(anchor.kind, anchor.value) for anchor in document.anchors]

    assert found == [(AnchorKind.URL, ADDRESS), (AnchorKind.PAGE_NUMBER, "5908")]
    assert all(value not in document.text for _, value in found)
    assert all(anchor.source.of(data.decode()) == anchor.value for anchor in document.anchors)


def test_an_anchor_stands_where_it_cut_the_text(data: bytes, document: Document) -> None:
    before, after = data.decode().split(ADDRESS)

    place = document.anchors[0].offset

    assert document.text[:place].split()[-1] == before.split()[-1]
    assert document.text[place:].split()[0] == after.split()[0]


def test_no_sentence_is_cut_at_a_page(data: bytes, document: Document) -> None:
    raw = data.decode()
    # A new page begins with one space on a line that no blank line parts from the last, and behind page furniture.
    pages = {found.end(): found.start() for found in re.finditer(r"(?<=\S)(?: *\n )(?=\S)", raw)}
    for anchor in document.anchors:
        before, after = raw[: anchor.source.start], raw[anchor.source.end :]
        pages[len(raw) - len(after.lstrip())] = len(before.rstrip())

    cut = [
        raw[start - 20 : end + 20]
        for end, start in pages.items()
        if raw[end].islower() and leaf_at(document, start - 1) is not leaf_at(document, end)
    ]

    assert len(pages) == PAGES
    assert cut == []


def test_at_least_nine_in_ten_glued_strings_are_parted_rightly(data: bytes, document: Document) -> None:
    rows = [line.split("\t") for line in LABELS.read_text().splitlines() if not line.startswith("//")]
    raw, mapped = data.decode(), document.mapped

    parted = {
        glued: Span(*map(mapped.from_source, (at := raw.index(glued), at + len(glued)))).of(mapped.text).strip()
        for glued, _ in rows
    }

    wrong = {glued: parted[glued] for glued, apart in rows if parted[glued] != apart}
    assert len(rows) == 15
    assert 10 * len(wrong) <= len(rows), wrong


def test_every_word_of_two_alphabets_is_matched_in_its_cyrillic_form(data: bytes, document: Document) -> None:
    mixed = [
        word for word in re.findall(r"[^\W\d_]+", data.decode()) if re.search("[a-z]", word) and not word.isascii()
    ]

    repaired = Counter(repair.before for repair in document.repairs if repair.code == "P001")

    assert len(mixed) == MIXED_WORDS
    assert {letter for word in mixed for letter in word if letter.isascii()} == {"i"}
    assert repaired == Counter(mixed)
    assert all(repair.after == repair.before.replace("i", "і") for repair in document.repairs if repair.code == "P001")
    assert all(stem(word, Language.KK) == stem(word.replace("i", "і"), Language.KK) for word in mixed)


def test_nothing_is_changed_that_no_repair_tells_of(data: bytes, document: Document) -> None:
    undone = frozenset(repair.id for repair in document.repairs)

    plain = structured(data, undone)

    assert letters(plain.text) == letters(data.decode())


def test_undoing_every_repair_leaves_none(data: bytes, document: Document) -> None:
    undone: frozenset[str] = frozenset()
    for _ in range(4):
        now = structured(data, undone)
        undone |= {repair.id for repair in now.repairs}

    assert structured(data, undone).repairs == ()
    assert letters(structured(data, undone).text) == letters(data.decode())


def undo_one(data: bytes, document: Document, number: int) -> None:
    repair = document.repairs[number]

    now = structured(data, frozenset({repair.id}))

    far = [other for other in document.repairs if not near(other.source, repair.source)]
    listed = {other.id for other in now.repairs}
    eids = [node.eid for node in now.walk()]
    assert repair.id not in listed
    assert [other for other in far if other.id not in listed] == []
    assert len(set(eids)) == len(eids)
    assert all(node.text in node.span.of(now.text) for node in now.walk())


def test_a_repair_of_each_sort_is_undone_without_harm_to_the_rest(data: bytes, document: Document) -> None:
    sorts = {repair.code: number for number, repair in enumerate(document.repairs)}
    others = random.Random(3).sample(range(len(document.repairs)), 20)  # noqa: S311

    for number in sorted({*sorts.values(), *others}):
        undo_one(data, document, number)


@pytest.mark.slow
def test_every_single_repair_is_undone_without_harm_to_the_rest(data: bytes, document: Document) -> None:
    for number in range(len(document.repairs)):
        undo_one(data, document, number)


def near(one: Span, other: Span) -> bool:
    """Whether two places share a line or stand on neighbouring ones."""
    return one.start <= other.end + LINE and other.start <= one.end + LINE


def test_the_article_is_structured_in_under_half_a_second(data: bytes) -> None:
    structured(data)
    start = time.process_time()

    structured(data)

    assert time.process_time() - start < 0.5


def letters(text: str) -> str:
    return "".join(text.split())
