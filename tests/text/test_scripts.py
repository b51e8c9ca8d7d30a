from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhargy.text.scripts import LOOKALIKES, Script, is_mixed, script_of, to_cyrillic, to_latin


def test_each_lookalike_pairs_a_latin_letter_with_a_cyrillic_one() -> None:
    assert all(script_of(latin) is Script.LATIN for latin in LOOKALIKES)
    assert all(script_of(cyrillic) is Script.CYRILLIC for cyrillic in LOOKALIKES.values())


def test_kazakh_letters_are_cyrillic() -> None:
    assert {script_of(letter) for letter in "әғқңөұүһіӘҒҚҢӨҰҮҺІ"} == {Script.CYRILLIC}


def test_digits_marks_and_greek_have_neither_script() -> None:
    assert {script_of(letter) for letter in "7.№—αΩ"} == {None}


@given(st.text(alphabet="".join(LOOKALIKES)))
def test_the_twins_of_twins_are_the_letters_themselves(word: str) -> None:
    assert to_latin(to_cyrillic(word)) == word
    assert not is_mixed(to_cyrillic(word))
