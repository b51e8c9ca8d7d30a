"""Parting a string into known words, on a lexicon small enough to work out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text.lexicon import Lexicon, make_lexicon
from zhargy.text.segmentation import segment

WORDS = {"заң": 400, "және": 400, "туралы": 100, "заңтуралы": 0, "бап": 100}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return make_lexicon(
        words={word: count for word, count in WORDS.items() if count},
        stems={},
        endings={"дар": 50, "лы": 8},
        last={"бап": 1000},
    )


def test_the_likeliest_words_are_found(lexicon: Lexicon) -> None:
    found = segment("заңдаржәнебап", lexicon)

    assert found is not None
    assert found.parts == ("заңдар", "және", "бап")


def test_what_is_not_made_of_known_words_alone_is_not_parted(lexicon: Lexicon) -> None:
    assert segment("заңқжәне", lexicon) is None


def test_a_mere_ending_is_no_word(lexicon: Lexicon) -> None:
    assert segment("заңдар", lexicon) is None


def test_a_word_that_often_ends_compounds_gains_less(lexicon: Lexicon) -> None:
    behind, before = segment("туралыбап", lexicon), segment("баптуралы", lexicon)

    assert behind is not None
    assert before is not None
    assert behind.gain < before.gain


def test_a_string_that_cannot_reach_the_gain_asked_for_is_not_looked_into(lexicon: Lexicon) -> None:
    found = segment("заңжәне", lexicon)

    assert found is not None
    assert segment("заңжәне", lexicon, least=found.gain) == found
    assert segment("заңжәне", lexicon, least=1000.0) is None


@given(st.lists(st.sampled_from(["заң", "және", "туралы", "бап"]), min_size=2, max_size=5))
def test_the_parts_make_up_the_string(words: list[str]) -> None:
    made = make_lexicon(words=dict.fromkeys(words, 100), stems={}, endings={})

    found = segment("".join(words), made)

    assert found is not None
    assert "".join(found.parts) == "".join(words)
    assert all(part in made.words for part in found.parts)


@given(st.lists(st.sampled_from(["заң", "және", "туралы", "бап", "дар", "қ"]), max_size=6), st.floats(-50, 50))
def test_asking_for_a_gain_never_changes_an_answer_that_has_it(words: list[str], least: float) -> None:
    made = make_lexicon(words={"заң": 400, "және": 300, "туралы": 100, "бап": 50}, stems={}, endings={"дар": 50})
    text = "".join(words)

    found = segment(text, made)

    if found is not None and found.gain >= least:
        assert segment(text, made, least=least) == found
