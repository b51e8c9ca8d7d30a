"""Text that remembers its source: whatever is edited, every character leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Edit, MappedText, Source, Span


def mapped(text: str) -> MappedText:
    return MappedText.of(Source(text=text, name="a.txt"))


@st.composite
def edited(draw: st.DrawFn) -> tuple[MappedText, list[Edit]]:
    text = mapped(draw(st.text(max_size=60)))
    for _ in range(draw(st.integers(0, 2))):
        text = text.apply(draw(edits_of(text.text)))
    return text, draw(edits_of(text.text))


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    spans = [Span(start, end) for start, end in pairs]
    return [Edit(span=span, after=draw(st.text(max_size=4)), code="P001") for span in spans]


def by_hand(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.after + text[edit.span.end :]
    return text


@given(edited())
def test_applying_edits_gives_the_text_one_would_write_by_hand(case: tuple[MappedText, list[Edit]]) -> None:
    text, edits = case

    assert text.apply(edits).text == by_hand(text.text, edits)


@given(edited())
def test_a_character_no_edit_touched_leads_back_to_itself(case: tuple[MappedText, list[Edit]]) -> None:
    text, edits = case
    after = text.apply(edits)
    kept: list[tuple[int, int]] = []
    shift = at = 0
    for edit in edits:
        kept.extend((offset, offset + shift) for offset in range(at, edit.span.start))
        shift += len(edit.after) - len(edit.span)
        at = edit.span.end
    kept.extend((offset, offset + shift) for offset in range(at, len(text)))

    for old, new in kept:
        assert after.source_span(Span(new, new + 1)) == text.source_span(Span(old, old + 1))


@given(edited(), st.data())
def test_a_slice_keeps_the_map_of_its_characters(case: tuple[MappedText, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    whole = text.apply(edits)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))

    part = whole.slice(Span(start, end))

    assert part.text == whole.text[start:end]
    for offset in range(len(part)):
        assert part.source.text == whole.source.text
        assert part.source_span(Span(offset, offset + 1)).start >= whole.source_span(Span(start, start)).start


def test_joined_texts_lead_to_their_own_places() -> None:
    whole = mapped("бір екі")
    joined = MappedText.join([whole.slice(Span(4, 7)), whole.slice(Span(0, 3))], "\n", whole.source)

    assert joined.text == "екі\nбір"
    assert joined.source_text(Span(0, 3)) == "екі"
    assert joined.source_text(Span(4, 7)) == "бір"


def test_places_of_the_source_are_found_in_texts_joined_out_of_order() -> None:
    whole = mapped("бір екі үш")
    joined = MappedText.join(
        [whole.slice(Span(4, 7)), whole.slice(Span(0, 3)), whole.slice(Span(8, 10))], " ", whole.source
    )

    assert joined.text == "екі бір үш"
    assert [joined.from_source(offset) for offset in (4, 6, 0, 2, 8)] == [0, 2, 4, 6, 8]


@given(st.text(max_size=60), st.data())
def test_a_character_that_stands_in_the_text_is_found_from_its_source(raw: str, data: st.DataObject) -> None:
    text = mapped(raw).apply(data.draw(edits_of(raw)))
    ends = [*(piece.start for piece in text.pieces), len(text)][1:]

    for piece, end in zip(text.pieces, ends, strict=True):
        if piece.linear and piece.source_end - piece.source_start == end - piece.start:
            offsets = range(piece.source_start, piece.source_end)
            assert [text.from_source(offset) for offset in offsets] == list(range(piece.start, end))


def test_overlapping_edits_are_refused() -> None:
    edits = [Edit(span=Span(0, 3), after="", code="P001"), Edit(span=Span(2, 4), after="", code="P001")]

    with pytest.raises(ValueError, match="before the end"):
        mapped("абвгд").apply(edits)


def test_a_change_is_named_by_its_place_and_words_only() -> None:
    text = mapped("есептiк есептiк")
    first, second = (Edit(span=Span(at, at + 1), after="і", code="P001") for at in (5, 13))

    assert text.change(first).id == text.change(first).id
    assert text.change(first).id != text.change(second).id


@pytest.mark.parametrize(
    ("offset", "page", "line", "column"),
    [(0, 1, 1, 1), (3, 1, 1, 4), (4, 1, 2, 1), (8, 2, 1, 1), (13, 2, 2, 1)],
)
def test_lines_of_a_paged_source_count_from_the_top_of_the_page(offset: int, page: int, line: int, column: int) -> None:
    source = Source(text="abc\ndef\nghij\nkl", name="a.pdf", pages=((0, 1), (8, 2)))

    position = source.position(offset)

    assert (position.page, position.line, position.column) == (page, line, column)


def test_positions_in_an_archive_name_the_inner_file() -> None:
    source = Source(text="one\ntwo\n", name="a.zip", files=((0, "1.xml"), (4, "2.xml")))

    assert str(source.position(5)) == "2.xml:1:2"
