"""Which work a text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts import NAMELESS, ORCHARDS_KK
from zhargy.app.identity import Requisites, requisites, work_of
from zhargy.app.structuring import structure_bytes
from zhargy.model import Document


def read(text: str, *, name: str = "act.txt") -> Document:
    return structure_bytes(text.encode(), name=name)


@pytest.mark.parametrize(
    ("title", "work"),
    [
        (
            "Қазақстан Республикасының Қылмыстық кодексі\n\n2014 жылғы 3 шілде № 226-V ҚРЗ",
            "kz/act/code/2014-07-03/226-V",
        ),
        ("Қазақстан Республикасының 2020 жылғы 9 маусымдағы № 341-VІ Заңы", "kz/act/2020-06-09/341-VI"),
        ("Закон Республики Казахстан от 9 июня 2020 года № 341-VI", "kz/act/2020-06-09/341-VI"),
        ("Федеральный закон Российской Федерации\n\n5 мая 2014 года № 99-ФЗ", "ru/act/2014-05-05/99-fz"),
        (
            "Қаржы министрінің 2021 жылғы 2 ақпандағы № 77 бұйрығы\n\nҚазақстан Республикасы",
            "kz/act/order/2021-02-02/77",
        ),
        (
            "Regulation (EU) 2030/15 of the European Parliament and of the Council of 4 May 2030",
            "eu/act/reg/2030-05-04/2030-15",
        ),
        ("Notes on Orchards\n\n4 May 2030 No 15", "zz/act/2030-05-04/15"),
    ],
)
def test_an_act_is_named_by_the_requisites_of_its_title(title: str, work: str) -> None:
    document = read(f"{title}\n\n1-бап. Ұғымдар\n\nБақ – ағаштар өсетін жер.\n")

    assert str(work_of(document)) == f"/akn/{work}"


def test_both_languages_of_an_act_are_one_work() -> None:
    kazakh = read("Қазақстан Республикасының Заңы\n\n2021 жылғы 2 ақпандағы № 5-VII\n\n1-бап. Бақ\n\nБақ өседі.\n")
    russian = read("Закон Республики Казахстан\n\n2 февраля 2021 года № 5-VII\n\nСтатья 1. Сад\n\nСад растет.\n")

    assert work_of(kazakh) == work_of(russian)


def test_the_act_an_order_is_made_under_does_not_name_the_order() -> None:
    document = read(
        "«Бақтар туралы» 2016 жылғы 6 сәуірдегі № 480-V Заңға сәйкес БҰЙЫРАМЫН:\n\n1. Қағидалар бекітілсін.\n"
    )

    assert requisites(document) is None
    assert work_of(document).kind == "doc"


def test_an_act_that_amends_a_code_is_no_code() -> None:
    document = read(
        "Қазақстан Республикасының Заңы\n\nБақ кодексіне өзгерістер енгізу туралы\n\n2021 жылғы 2 ақпандағы № 5-VII\n\n"
        "1-бап. Өзгерістер\n\nБақ өседі.\n"
    )

    assert str(work_of(document)) == "/akn/kz/act/2021-02-02/5-VII"


def test_a_day_without_a_number_is_not_enough() -> None:
    document = read("Бақтар туралы\n\n2021 жылғы 2 ақпан\n\n1-бап. Бақ\n\nБақ өседі.\n")

    assert work_of(document).kind == "doc"


def test_requisites_below_the_first_article_are_not_those_of_the_act() -> None:
    document = read("Бақтар туралы\n\n1-бап. Бақ\n\n2021 жылғы 2 ақпандағы № 5-VII\n")

    assert requisites(document) is None


def test_what_a_file_says_of_itself_wins_over_its_words() -> None:
    told = read(ORCHARDS_KK)
    said = structure_bytes(ORCHARDS_KK.replace("88-V", "99-V").encode(), name="act.txt")

    assert requisites(told) == Requisites(date="2019-03-04", number="88-V")
    assert work_of(told) != work_of(said)
    assert told.metadata is not None
    assert told.metadata.identifier == str(work_of(told))


@given(st.lists(st.text(alphabet="абвгд ,\n", min_size=1, max_size=60), min_size=2, max_size=6, unique=True))
def test_texts_without_requisites_share_a_name_exactly_when_their_words_are_the_same(endings: list[str]) -> None:
    documents = [read(f"{NAMELESS}{ending}ё") for ending in endings]

    names = {document.text: work_of(document) for document in documents}

    assert len(set(names.values())) == len({document.text for document in documents})
    assert all(work_of(document) == names[document.text] for document in documents)
