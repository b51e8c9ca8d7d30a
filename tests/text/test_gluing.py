"""Kazakh and Russian words as legal texts write them; what is glued here was met in acts and in the source article."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from pathlib import Path

import pytest
from build_lexicon import is_held_out, kazakh_texts
from hypothesis import given
from hypothesis import strategies as st

from zhargy.parsing.plain import read_text
from zhargy.text import Edit, Source
from zhargy.text.combining import COMBINING_FORMS
from zhargy.text.gluing import SPACE_CODE, WORDS_CODE, find_glued_words, find_missing_spaces, part_word

LETTERS = "абөі"


def mended(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.after + text[edit.span.end :]
    return text


def spaced(text: str) -> str:
    return mended(text, list(find_missing_spaces(text)))


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("тәуекел.Егер", "тәуекел. Егер"),
        ("болады:күнделікті", "болады: күнделікті"),
        ('өткендей,"жасанды', 'өткендей, "жасанды'),
        ("деректемелері;жүк", "деректемелері; жүк"),
        ("талап ету– ", "талап ету – "),
        ("5жылға", "5 жылға"),
        ("қауіптіЖИ", "қауіпті ЖИ"),
        ("ҚазақстанРеспубликасыАуыл", "Қазақстан Республикасы Ауыл"),
    ],
)
def test_a_space_lost_behind_a_mark_a_number_or_before_a_capital_comes_back(glued: str, apart: str) -> None:
    assert spaced(glued) == apart


@pytest.mark.parametrize(
    "whole",
    [
        "А.А.Соколова",
        "www.adilet.zan.kz",
        "т.б.Осы",
        "19,4",
        "17.11.2015ж.",
        "№5жарлық",
        "КазТрансГаз",
        "«ҚазМұнайГаз»",
        "1-қосымшаЖ",
        "2014ж",
    ],
)
def test_initials_addresses_numbers_and_names_stay_whole(whole: str) -> None:
    assert spaced(whole) == whole


def test_all_places_of_one_stretch_are_one_edit() -> None:
    edits = list(find_missing_spaces("мың теңге,оның ішінде:салық,кіріс деп"))

    assert [edit.after for edit in edits] == ["теңге, оның", "ішінде: салық, кіріс"]


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\v", "\f", "\u2028", "\u00a0"])
def test_any_blank_ends_a_stretch(blank: str) -> None:
    text = f"бір{blank}теңге,оның{blank}ішінде"

    assert [edit.after for edit in find_missing_spaces(text)] == ["теңге, оның"]


@given(st.text(alphabet=f"{LETTERS}Ж.,;:–5 \n\t\v\f\u2028\u0085"))
def test_spaces_are_only_added_and_the_search_comes_to_an_end(text: str) -> None:
    edits = list(find_missing_spaces(text))

    assert all(before.span.end <= after.span.start for before, after in pairwise(edits))
    assert all(edit.after.replace(" ", "") == edit.span.of(text) for edit in edits)
    assert all(edit.code == SPACE_CODE for edit in edits)


@given(st.text(alphabet=f"{LETTERS}Ж.,;:–5 \n\t\v", max_size=60))
def test_a_text_with_its_spaces_needs_no_more(text: str) -> None:
    once = spaced(text)

    assert spaced(once) == once


def test_a_long_stretch_without_blanks_is_read_in_one_go() -> None:
    text = "теңге,оның;ішінде:" * 20_000

    edits = list(find_missing_spaces(text))

    assert len(edits) == 1
    assert edits[0].after.count(" ") == 3 * 20_000 - 1


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("тартуғажазаланады", ("тартуға", "жазаланады")),
        ("отырыпқасақана", ("отырып", "қасақана")),
        ("туралызаңдардысақтайдыжәне", ("туралы", "заңдарды", "сақтайды", "және")),
        ("Республикасыныңпрезиденті", ("Республикасының", "президенті")),
    ],
)
def test_words_grown_together_are_parted(glued: str, parts: tuple[str, ...]) -> None:
    assert part_word(glued) == parts


@pytest.mark.parametrize(
    "word",
    [
        "Интелекет",
        "жасаңды",
        "президенттінің",
        "авиакәсіпорынның",
        "телерадиокорпорациясы",
        "вышеуказанные",
        "правоотношениями",
        "саморегулируемых",
        "двухмесячный",
        "подследственных",
        "пятидесятипроцентного",
        "кибербуллинг",
        "Александровскийдің",
    ],
)
def test_misspelt_words_compounds_and_names_stay_whole(word: str) -> None:
    assert part_word(word) == (word,)


@given(st.sampled_from(sorted(COMBINING_FORMS)), st.sampled_from(["қызмет", "решение", "жүйесі", "деятельности"]))
def test_nothing_is_parted_behind_the_first_half_of_a_compound(form: str, word: str) -> None:
    assert part_word(form + word)[0] != form


@given(st.text(alphabet="абвгдеқңөі", max_size=40))
def test_the_parts_of_a_word_are_its_letters(word: str) -> None:
    assert "".join(part_word(word)) == word


def test_a_phrase_that_many_write_as_one_word_is_parted_where_its_neighbour_shows_it() -> None:
    edits = list(find_glued_words("қандайда бір, кезкелген, сондай-ақ қандайда"))

    assert [edit.after for edit in edits] == ["қандай да", "кез келген"]
    assert {edit.code for edit in edits} == {WORDS_CODE}


@pytest.mark.real_data
def test_few_words_of_acts_the_lexicon_has_not_seen_are_parted(
    test_data: Path,
) -> None:
    held_out = (text for name, text in kazakh_texts(test_data) if is_held_out(name) and text.strip())

    tokens = parted = 0
    for text in islice(held_out, 150):
        tokens += len(re.findall(r"[^\W\d_]+", text))
        changes = read_text(Source(text=text, name="act")).changes
        parted += sum(change.code in {WORDS_CODE, SPACE_CODE} for change in changes)

    assert tokens > 50_000
    assert parted < 0.005 * tokens
