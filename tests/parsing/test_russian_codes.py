"""Ten Russian codes: what the reader finds agrees with a count of the raw pages made by other means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest

from raw_codes import count_code, raw_text
from zhargy.model import Document, Kind, Node, Severity, Status
from zhargy.parsing import read, structure

pytestmark = pytest.mark.real_data

#: Numbers of the acts in the state system.
CODES = [
    "102027595",
    "102033239",
    "102038925",
    "102041891",
    "102045146",
    "102073942",
    "102074279",
    "102078828",
    "102110716",
    "102380990",
]


@pytest.fixture(scope="module")
def opened(ru_codes: dict[str, bytes]) -> Callable[[str], Document]:
    return cache(lambda code: structure(read(ru_codes[code], name=f"{code}.html")))


def articles(document: Document) -> list[Node]:
    return [node for node in document.walk() if node.kind is Kind.ARTICLE]


@pytest.mark.parametrize("code", CODES)
def test_the_articles_of_a_code_are_those_of_an_independent_count(
    ru_codes: dict[str, bytes], opened: Callable[[str], Document], code: str
) -> None:
    expected = count_code(ru_codes[code])

    document = opened(code)

    found = articles(document)
    assert [node.number for node in found] == [article.number for article in expected.articles]
    assert [node.number for node in found if node.status is Status.REPEALED] == [
        article.number for article in expected.articles if article.is_repealed
    ]
    assert len({node.eid for node in found}) == len(found)


@pytest.mark.parametrize("code", CODES)
def test_the_units_above_the_articles_are_those_of_an_independent_count(
    ru_codes: dict[str, bytes], opened: Callable[[str], Document], code: str
) -> None:
    expected = count_code(ru_codes[code]).units

    document = opened(code)

    found = Counter(node.kind for node in document.walk())
    signs = sum(node.kind is Kind.SUBCHAPTER and node.num.startswith("§") for node in document.walk())
    assert found[Kind.CHAPTER] == expected["chapter"]
    assert found[Kind.SECTION] == expected["section"]
    assert found[Kind.SUBSECTION] == expected["subsection"]
    assert signs == expected["paragraph_sign"]


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_code_is_lost_or_read_twice(
    ru_codes: dict[str, bytes], opened: Callable[[str], Document], code: str
) -> None:
    data = ru_codes[code]

    document = opened(code)

    spans = [node.span for node in document.children]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert not [found for found in document.diagnostics if found.severity is Severity.ERROR]
    mended = [repair for repair in document.repairs if repair.before.isalpha()]
    found = words(document.text) + words(" ".join(repair.before for repair in mended))
    assert found == words(raw_text(data)) + words(" ".join(repair.after for repair in mended))


def words(text: str) -> Counter[str]:
    """Count runs of letters; superscripts and signs are compared elsewhere."""
    return Counter("".join(sign if sign.isalpha() else " " for sign in text).split())


def test_superscript_numbers_come_out_with_a_hyphen(opened: Callable[[str], Document]) -> None:
    civil, criminal = opened("102033239"), opened("102041891")

    inserted, sold = civil.find("art_66-2"), criminal.find("art_228-1")

    assert inserted is not None
    assert inserted.num == "Статья 66.2."
    assert sold is not None
    assert sold.num == "Статья 228.1."
    assert criminal.mapped.source_text(sold.span).startswith("Статья 228<span")


def test_superscripts_in_running_text_never_melt_into_the_number_before_them(
    opened: Callable[[str], Document],
) -> None:
    cited = re.compile(r"стать[а-я]{1,3} (\d{4,})\b")
    last = 1551  # the highest number of an article in any code, in part four of the Civil Code

    numbers = {code: [int(number) for number in cited.findall(opened(code).text)] for code in CODES}

    assert {code: max(found) for code, found in numbers.items() if max(found, default=0) > last} == {}


def test_a_heading_between_sign_and_articles_is_a_level_of_its_own(opened: Callable[[str], Document]) -> None:
    document = opened("102110716")

    inner = [
        node
        for outer in document.walk()
        if outer.kind is Kind.SUBCHAPTER
        for node in outer.children
        if node.kind is Kind.SUBCHAPTER
    ]

    assert len(inner) == 16  # counted by eye: 4 in § 5 of chapter 72, 7 in § 2 and 5 in § 3 of chapter 76
    assert {node.children[0].kind for node in inner} <= {Kind.ARTICLE, Kind.AMENDMENT_NOTE}


def test_the_imprint_below_the_signature_is_no_annex(opened: Callable[[str], Document]) -> None:
    document = opened("102041891")

    closing = [node.text for node in document.children if node.kind is Kind.SIGNATURE]

    assert [node for node in document.children if node.kind is Kind.ANNEX] == []
    assert closing[-1] == "№ 63-ФЗ"
    assert document.metadata is not None
    assert document.metadata.identifier == "/akn/ru/act/1996-06-13/63-fz"


def test_notes_with_points_keep_their_points(opened: Callable[[str], Document]) -> None:
    document = opened("102041891")

    note = document.find("art_201__note_1")

    assert note is not None
    assert [(child.number, child.status) for child in note.children] == [
        ("1", Status.IN_FORCE),
        ("2", Status.REPEALED),
        ("3", Status.REPEALED),
    ]
