"""Where sentences end, judged by the writing rules of the three languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text.sentences import sentences


def parted(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Зерттеуші А.А. Соколова осыны айтты.",
        "См. ст. 5 и п. 2 ч. 1 ст. 158 УК РФ.",
        "Құжаттар, т.б. мәліметтер тіркеледі.",
        "1. Осы Заң қоғамдық қатынастарды реттейді.",
        "Ставка 19.4 % с 1 янв. текущего года.",
        "See Art. 5 para. 2 of the Act.",
        "«Тоқта!» деді ол.",
    ],
)
def test_a_dot_that_belongs_to_a_word_ends_no_sentence(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Заң күшіне енді. Ол жарияланды.", ["Заң күшіне енді.", "Ол жарияланды."]),
        ("Кто решает? Суд.", ["Кто решает?", "Суд."]),
        ("Он сказал: «Да.» Суд согласился.", ["Он сказал: «Да.»", "Суд согласился."]),
        ("Ол 2014 ж. Содан бері", ["Ол 2014 ж.", "Содан бері"]),
        ("бірінші\n\nекінші", ["бірінші", "екінші"]),
    ],
)
def test_a_stop_before_a_capital_and_an_empty_line_end_a_sentence(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


def test_a_line_break_inside_a_sentence_does_not_part_it() -> None:
    assert parted("Осы Заң\nкүшіне енеді.") == ["Осы Заң\nкүшіне енеді."]


@given(st.text(alphabet="Аа.!? \n«»1ж"))
def test_every_character_but_blanks_stands_in_exactly_one_sentence(text: str) -> None:
    spans = list(sentences(text))

    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(parted(text)).split()) == "".join(text.split())
    assert all(part == part.strip() and part for part in parted(text))
