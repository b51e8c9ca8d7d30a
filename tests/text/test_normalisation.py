"""Characters made regular; the composed forms are those of Unicode's normalisation form C."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import MappedText, Source, Span
from zhargy.text.normalisation import find_odd_characters, find_surplus_spaces, mend, mend_letters


def mapped(text: str) -> MappedText:
    return MappedText.of(Source(text=text, name="a.txt"))


@pytest.mark.parametrize(
    ("odd", "regular"),
    [
        ("и\u0306", "й"),
        ("е\u0308лка", "ёлка"),
        ("и\u0301", "и\u0301"),
        ("мем\u00adлекет", "мемлекет"),
        ("\ufeff1-бап", "1-бап"),
        ("5\u00a0000", "5 000"),
        ("а\u2009б\u3000в", "а б в"),
        ("а\u200bб\u200e", "аб"),
        ("\u200b\u0306", "\u0306"),
    ],
)
def test_letters_are_composed_blanks_made_plain_and_the_invisible_dropped(odd: str, regular: str) -> None:
    text, _ = mend(mapped(odd), find_odd_characters(odd))

    assert text.text == regular


def test_line_breaks_and_tabs_are_kept() -> None:
    assert list(find_odd_characters("бір\n\tекі\f\v")) == []


def test_one_space_stays_where_several_stood_between_two_words() -> None:
    line = "  1.  Осы   Заң  "

    text, changes = mend(mapped(line), find_surplus_spaces(line))

    assert text.text == "  1. Осы Заң  "
    assert [(change.before, change.after) for change in changes] == [("  ", " "), ("   ", " ")]


def test_an_undone_change_is_not_made() -> None:
    text = mapped("бір  екі  үш")
    _, changes = mend(text, find_surplus_spaces(text.text))

    kept, rest = mend(text, find_surplus_spaces(text.text), undone=frozenset({changes[0].id}))

    assert kept.text == "бір  екі үш"
    assert rest == changes[1:]


def test_a_word_that_gets_a_space_keeps_the_place_of_every_letter() -> None:
    text = mapped("екі  тәуекел.Егер")

    mended, _ = mend_letters(text)

    assert mended.source_text(Span(mended.text.index("Егер"), mended.text.index("Егер") + 1)) == "Е"


@given(st.text(alphabet="аиеЙ\u0306\u0308\u0301\u00ad\u200b\u00a0\u2009 \n1"))
def test_what_was_made_regular_stays_as_it_is(odd: str) -> None:
    text, _ = mend(mapped(odd), find_odd_characters(odd))
    again, changes = mend(mapped(text.text), find_odd_characters(text.text))

    assert unicodedata.is_normalized("NFC", text.text) or changes
    assert again.text == unicodedata.normalize("NFC", text.text)
