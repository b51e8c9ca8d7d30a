"""The lexicon: costs are minus log probabilities of the counts handed in, worked out by hand."""

from __future__ import annotations

from math import isclose, log

import pytest

from zhargy.text import Language
from zhargy.text.lexicon import NEVER, Lexicon, load_lexicon, make_lexicon


@pytest.fixture
def small() -> Lexicon:
    return make_lexicon(
        words={"заңды": 10, "заң": 60, "кітап": 30},
        stems={"ескерт": 20},
        endings={"дар": 8, "ты": 72, "қа": 8, "ты2": 1},
    )


def test_a_known_word_costs_what_its_share_says(small: Lexicon) -> None:
    assert isclose(small.cost("заң"), log(100 / 60))


def test_a_form_nobody_met_costs_its_stem_its_ending_and_surprise(small: Lexicon) -> None:
    assert small.cost("заң") < small.cost("заңдар") < NEVER
    assert small.cost("ескертты") < small.cost("ескертқа")
    assert small.cost("жоқсөз") == NEVER


def test_a_hard_consonant_softens_before_an_ending(small: Lexicon) -> None:
    assert small.cost("кітабты") < NEVER


def test_rare_endings_read_a_word_as_one_but_part_none(small: Lexicon) -> None:
    assert small.cost("заңты2") < NEVER
    assert 6 not in small.parts_at("заңты2", 0)


def test_words_are_found_at_every_end_they_may_have(small: Lexicon) -> None:
    assert set(small.parts_at("заңдыкітап", 0)) == {3, 5}
    assert set(small.parts_at("заңдыкітап", 5)) == {10}
    assert small.parts_at("заңдыкітап", 1) == {}


def test_long_strings_are_asked_for_by_their_head(small: Lexicon) -> None:
    assert {"заңды", "кітап", "ескер"} <= small.heads
    assert all(len(head) == 5 for head in small.heads)


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_the_lexicon_that_ships_knows_the_words_of_law(language: Language) -> None:
    words = {Language.KK: ["заң", "және", "кодексінің"], Language.RU: ["закон", "или", "кодекса"]}[language]
    lexicon = load_lexicon(language)

    assert all(word in lexicon.words for word in words)
    assert lexicon.cheapest == min(cost for word, cost in lexicon.words.items() if len(word) > 2)


def test_a_language_without_tables_has_an_empty_lexicon() -> None:
    assert load_lexicon(Language.EN).words == {}
    assert load_lexicon(Language.EN).cost("law") == NEVER
