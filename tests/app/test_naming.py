"""Under which words an act is found."""

from __future__ import annotations

import pytest

from zhargy.app.naming import name_key, number_key, order_key, query_words, search_words, title_keys
from zhargy.text import Language


@pytest.mark.parametrize(
    ("title", "cited", "language"),
    [
        ("Қазақстан Республикасының Қылмыстық кодексі", "Қылмыстық кодекс", Language.KK),
        ("Қазақстан Республикасының Қылмыстық кодексі", "Қазақстан Республикасы Қылмыстық кодексінің", Language.KK),
        ("Трудовой кодекс Российской Федерации", "Трудового кодекса", Language.RU),
        ("Закон «О яблоневых садах»", "О яблоневых садах", Language.RU),
    ],
)
def test_a_title_is_found_under_the_name_it_is_cited_by(title: str, cited: str, language: Language) -> None:
    assert name_key(cited, language) in title_keys(title, language)


@pytest.mark.parametrize(
    ("title", "cited", "language"),
    [
        ("«Бақтар туралы» Қазақстан Республикасының Заңы", "Бақтар туралы", Language.KK),
        ("Қазақстан Республикасының 2001 жылғы 2 мамырдағы «Бақтар туралы» Заңының", "", Language.KK),
        ("«Бақтар туралы» Қазақстан Республикасының Заңына өзгерістер енгізу туралы", "", Language.KK),
        ("«Бақтар туралы» Заңды іске асыру үшін қажет актілердің тізбесі", "", Language.KK),
        ("Федеральный закон от 2 мая 2001 года № 5-ФЗ «О садах»", "О садах", Language.RU),
        ("Закон о внесении изменений в Закон «О садах»", "", Language.RU),
        ("Перечень актов во исполнение Закона «О садах»", "", Language.RU),
        ("Law of the Republic of Kazakhstan “On orchards”", "On orchards", Language.EN),
        ("Law amending the Law “On orchards”", "", Language.EN),
    ],
)
def test_a_name_in_quotation_marks_is_the_acts_own_only_where_the_title_says_so(
    title: str, cited: str, language: Language
) -> None:
    _whole, *others = title_keys(title, language)

    assert others == [name_key(cited, language)] * bool(cited)


def test_different_codes_have_different_keys() -> None:
    keys = {
        name_key(name, Language.RU) for name in ("Трудовой кодекс", "Уголовный кодекс", "Кодекс", "Семейный кодекс")
    }

    assert len(keys) == 4


@pytest.mark.parametrize("printed", ["180-VІ", "180-vi", "№ 180-VI", "180-VI"])
def test_spellings_of_a_number_meet(printed: str) -> None:
    assert number_key(printed) == "180-vi"


def test_a_word_of_a_query_is_answered_by_any_of_its_forms() -> None:
    words = search_words("О яблоневых садах", Language.RU)

    (choices,) = query_words("САДОВ")

    assert any(word.startswith(choice) for word in words for choice in choices)


def test_titles_sort_as_in_a_kazakh_dictionary() -> None:
    titles = ["Ярмарка", "Ұлт", "Қала", "Кала", "Әділет", "Адам", "Ғимарат", "Город", "Act"]

    # order of the letters: а ә б в г ғ … к қ … у ұ … я, as the alphabet of 1940 has them
    assert sorted(titles, key=order_key) == [
        "Адам", "Әділет", "Город", "Ғимарат", "Кала", "Қала", "Ұлт", "Ярмарка", "Act",
    ]  # fmt: skip
