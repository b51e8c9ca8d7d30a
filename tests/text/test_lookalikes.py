"""Letters of a wrong alphabet; words from the source article and from the scans it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text.lookalikes import REPAIR_CODE, find_letters_for_digits, find_lookalikes, mend_word
from zhargy.text.scripts import LOOKALIKES, is_mixed


@pytest.mark.parametrize(
    ("mixed", "one_alphabet"),
    [
        ("есептiк", "есептік"),
        ("көрсеткiшке", "көрсеткішке"),
        ("Yкiметi", "Үкіметі"),
        ("стaтья", "статья"),
        ("PФ", "РФ"),
        ("аrticle", "article"),
        ("VІ", "VI"),
        ("ХХI", "XXI"),
    ],
)
def test_the_other_letters_tell_the_alphabet_of_a_word(mixed: str, one_alphabet: str) -> None:
    assert mend_word(mixed) == one_alphabet


@pytest.mark.parametrize("word", ["iPhoneға", "IT-компанияға", "Wi-Fiға", "SMSхабарлама"])
def test_a_foreign_name_with_a_kazakh_ending_is_left_alone(word: str) -> None:
    assert list(find_lookalikes(word)) == []


def test_the_words_around_decide_where_all_letters_could_be_either() -> None:
    word = "cор"

    assert mend_word(word, among="мына cор туралы сөз") == "сор"
    assert mend_word(word, among="to the cор of this act") == "cop"


def test_each_word_is_one_edit_in_order() -> None:
    text = "айлық есептiк көрсеткiшке дейiнгi 180-VІ"

    edits = list(find_lookalikes(text))

    assert [(edit.span.of(text), edit.after) for edit in edits] == [
        ("есептiк", "есептік"),
        ("көрсеткiшке", "көрсеткішке"),
        ("дейiнгi", "дейінгі"),
        ("VІ", "VI"),
    ]
    assert {edit.code for edit in edits} == {REPAIR_CODE}


@given(st.text(alphabet="қғңөшщдлз", min_size=1), st.text(alphabet="".join(set(LOOKALIKES) - {"Y"})))
def test_latin_twins_in_a_word_with_letters_only_cyrillic_has_become_cyrillic(own: str, twins: str) -> None:
    mended = mend_word(own + twins)

    assert mended == own + "".join(LOOKALIKES[letter] for letter in twins)


@given(st.text(alphabet="абқiaeoVІX zWf-"))
def test_a_mended_text_has_nothing_left_to_mend(text: str) -> None:
    edits = list(find_lookalikes(text))
    mended = text
    for edit in reversed(edits):
        mended = mended[: edit.span.start] + edit.after + mended[edit.span.end :]

    assert len(mended) == len(text)
    assert all(not is_mixed(edit.after) for edit in edits)


def test_letters_that_a_scanner_saw_in_the_number_of_a_provision_become_digits() -> None:
    text = "З-бап. Бақ\n1О-тарау. Күту\n2З-баптың\nОсы З-сынып, О-топ, ЗО-бөлік"

    assert [(edit.span.of(text), edit.after) for edit in find_letters_for_digits(text)] == [
        ("З", "3"),
        ("1О", "10"),
        ("2З", "23"),
        ("ЗО", "30"),
    ]
