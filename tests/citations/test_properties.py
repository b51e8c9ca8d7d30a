"""What holds of any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.citations import find_citations, read_amendments
from zhargy.text.scripts import LOOKALIKES

_PIECES = [
    *(
        "осы",
        "сол",
        "Кодекстің",
        "баптың",
        "бабының",
        "бірінші",
        "бөлігінде",
        "2)",
        "тармағында",
        "43",
        "45-баптары",
        "және",
    ),
    *(
        "статьи",
        "статьями",
        "части",
        "первой",
        "пункт",
        "5",
        "228.1",
        "настоящего",
        "Кодекса",
        "той",
        "же",
        "и",
        "ст.",
        "ч.",
    ),
    *(
        "Article",
        "Articles",
        "6(3)",
        "(a)",
        "points",
        "paragraph",
        "of",
        "this",
        "that",
        "Annex",
        "III",
        "to",
        "and",
        "thereof",
    ),
    *(
        ",",
        ";",
        "(",
        ")",
        "«",
        "»",
        '"',
        "-",
        "–",
        "№",
        "226-V",
        "от",
        "08.12.2003",
        "2014",
        "жылғы",
        "3",
        "шілдедегі",
        "\n",
    ),
    *(
        "Уголовного",
        "Федеральный",
        "закон",
        "ҚР",
        "Заңымен",
        "Қазақстан",
        "Республикасының",
        "туралы",
        "Regulation",
        "(EU)",
    ),
]
texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    st.text(max_size=60),
)


@given(texts)
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = [citation.span for citation in find_citations(text)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(texts)
def test_every_citation_tells_something(text: str) -> None:
    for citation in find_citations(text):
        assert any(getattr(target, name) for target in citation.targets for name in target.__slots__)
        assert citation.span.of(text).strip() == citation.span.of(text)


@given(texts)
def test_reading_the_same_text_twice_gives_the_same(text: str) -> None:
    assert find_citations(text) == find_citations(text)


@given(st.lists(st.sampled_from([piece for piece in _PIECES if not piece.isascii()]), max_size=30).map(" ".join))
def test_one_look_alike_letter_in_each_word_changes_nothing(text: str) -> None:
    to_latin = {cyrillic: latin for latin, cyrillic in LOOKALIKES.items() if latin.islower()}
    words = [_with_one_latin_letter(word, to_latin) for word in text.split(" ")]

    mixed = find_citations(" ".join(words))

    assert [citation.span for citation in mixed] == [citation.span for citation in find_citations(text)]
    assert [_levels(citation.targets) for citation in mixed] == [
        _levels(citation.targets) for citation in find_citations(text)
    ]


def _with_one_latin_letter(word: str, to_latin: dict[str, str]) -> str:
    at = next((index for index, letter in enumerate(word) if letter in to_latin), None)
    if at is None or len(word) < 3:
        return word
    return word[:at] + to_latin[word[at]] + word[at + 1 :]


def _levels(targets: tuple[object, ...]) -> list[tuple[object, ...]]:
    names = ("scope", "articles", "parts", "items", "subitems", "act_number", "act_date")
    return [tuple(getattr(target, name) for name in names) for target in targets]


@given(texts)
def test_a_note_of_any_words_is_read_or_refused_without_failing(text: str) -> None:
    note = read_amendments(text)

    assert note is None or note.amendments


@pytest.mark.parametrize(
    "piece",
    [
        "статьи 5 (", "той же статьи ", "1, ", "первой, второй ", "бірінші, ", "first, second and ", '"', "«",
        "1.", "12.07.2018 № 180-VI (", "Қазақстан Республикасының ", "пункт 1 той же статьи, ", "Article 5 of ",
        "(1)(a)", "А",
    ],
)  # fmt: skip
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = f"статья закон № 1{piece * count}бап"
        start = time.process_time()
        find_citations(text)
        return time.process_time() - start

    seconds(500)
    short, long = seconds(1_000), seconds(8_000)

    assert long < 24 * short + 0.5
