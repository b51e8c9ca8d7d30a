"""Expected values: the forms of ordinals as grammars of Kazakh, Russian and English give them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.ordinals import MAX_ORDINAL, parse_ordinal, write_ordinal

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, "бірінші біріншінің біріншіге біріншіні біріншіде біріншіден біріншімен біріншісі біріншісінде"),
        (2, "екінші екіншінің екіншіден екіншісін екіншідегі"),
        (3, "үшінші үшіншіге үшіншілер"),
        (6, "алтыншы алтыншының алтыншыға алтыншыдан алтыншысымен"),
        (10, "оныншы оныншыда"),
        (20, "жиырмасыншы жиырмасыншыға"),
        (40, "қырқыншы қырықыншы қырқыншыдан"),
        (100, "жүзінші"),
        (5, "5-ші 5-шіге 5-інші 5ші"),
        (20, "20-шы 20-шысында"),
    ],
)
def test_a_kazakh_ordinal_is_read_in_every_form(number: int, forms: str) -> None:
    assert {form: parse_ordinal(form, KK) for form in forms.split()} == dict.fromkeys(forms.split(), number)


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, "первый первая первое первые первой первого первому первую первым первом первых первыми"),
        (2, "второй вторая вторую второго"),
        (3, "третий третья третье третьей третьего третьему третью третьим третьем третьих третьими"),
        (4, "четвертая четвёртая четвёртой ЧЕТВЁРТАЯ"),
        (7, "седьмой седьмая седьмую"),
        (11, "одиннадцатой одиннадцатый"),
        (40, "сороковой сороковая"),
        (50, "пятидесятой"),
        (200, "двухсотая"),
        (3, "3-й 3-я 3-ей 3-го 3-ю"),
        (2000, "двухтысячный"),
    ],
)
def test_a_russian_ordinal_is_read_in_every_case_and_gender(number: int, forms: str) -> None:
    assert {form: parse_ordinal(form, RU) for form in forms.split()} == dict.fromkeys(forms.split(), number)


@pytest.mark.parametrize(
    ("number", "words", "language"),
    [
        (11, "он бірінші", KK),
        (25, "жиырма бесінші", KK),
        (119, "бір жүз он тоғызыншы", KK),
        (21, "двадцать первая", RU),
        (125, "сто двадцать пятой", RU),
        (120, "сто двадцатый", RU),
        (21, "twenty-first", EN),
        (21, "Twenty first", EN),
        (101, "one hundred and first", EN),
        (12, "twelfth", EN),
        (22, "22nd", EN),
    ],
)
def test_an_ordinal_of_several_words_is_one_number(number: int, words: str, language: Language) -> None:
    assert parse_ordinal(words, language) == number


@pytest.mark.parametrize("word", ["бiрiншi", "бірiнші", "екiншi", "үшiнші", "төртiншi"])
def test_latin_letters_in_a_kazakh_ordinal_are_understood(word: str) -> None:
    assert parse_ordinal(word, KK) == parse_ordinal(word.replace("i", "і"), KK) is not None


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("1-1", KK),
        ("228-1", RU),
        ("5", KK),
        ("бес", KK),
        ("пять", RU),
        ("five", EN),
        ("статья", RU),
        ("бес алтыншы", KK),
        ("двадцать одиннадцатый", RU),
        ("сто сотый", RU),
        ("first second", EN),
        ("", KK),
        ("-", EN),
    ],
)
def test_what_is_no_ordinal_gives_none(word: str, language: Language) -> None:
    assert parse_ordinal(word, language) is None


@given(st.integers(min_value=1, max_value=9999) | st.integers(min_value=0, max_value=MAX_ORDINAL))
def test_an_ordinal_that_was_written_is_read_again(value: int) -> None:
    assert [parse_ordinal(write_ordinal(value, language), language) for language in Language] == [value] * 3


@given(st.text(max_size=30))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    assert all(isinstance(parse_ordinal(text, language), int | None) for language in Language)


@pytest.mark.parametrize("value", [-1, MAX_ORDINAL + 1])
def test_an_ordinal_out_of_range_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        write_ordinal(value, RU)


@pytest.mark.real_data
def test_every_part_named_in_the_source_article_is_read(test_data: Path) -> None:
    text = (test_data / "source-article" / "article.kk.txt").read_text(encoding="utf-8")
    chapter = text[text.index("Тарау. Жасаңды") :]

    named = re.findall(r"\w+н?шi|\w+н?ші(?= бөл)|\w+і?ншi(?=[ ,])", chapter)

    # Read off the chapter by eye: parts 1 or 2 in article 2, the same in article 3; parts 1, 2, 3 and part 3 in 5.
    assert [number for word in named if (number := parse_ordinal(word, KK))] == [1, 2, 1, 2, 1, 2, 3, 3]
