from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Span
from zhargy.text.sentences import sentences
from zhargy.text.tokens import TokenKind, tokens


def _texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@given(st.text())
def test_every_character_that_is_not_space_is_in_exactly_one_token(text: str) -> None:
    found = list(tokens(text))

    assert all(token.span.of(text) == token.text for token in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert re.sub(r"\s", "", text) == "".join(token.text for token in found)


def test_an_act_number_is_one_code_in_either_alphabet() -> None:
    kinds = {token.text: token.kind for token in tokens("180-VI 180-VІ 226-V K1400000226")}

    assert kinds == dict.fromkeys(("180-VI", "180-VІ", "226-V", "K1400000226"), TokenKind.CODE)


def test_an_article_and_its_number_are_separate_words_so_that_lists_match() -> None:
    assert _texts("43 және 45-баптары") == ["43", "және", "45", "-", "баптары"]
    assert _texts("1-бап") == ["1", "-", "бап"]


@pytest.mark.parametrize(
    "number", ["55-ші", "2014-ке", "35-те", "5-й", "21-го", "1st", "228-1", "66.2", "17.11.2015", "19,4"]
)
def test_a_number_keeps_its_ending_and_its_separators(number: str) -> None:
    assert [(token.text, token.kind) for token in tokens(number)] == [(number, TokenKind.NUMBER)]


def test_glued_number_and_word_are_two_tokens() -> None:
    assert _texts("5мың теңге 10кг") == ["5", "мың", "теңге", "10", "кг"]


def test_a_hyphen_at_the_end_of_a_line_is_not_part_of_the_word() -> None:
    assert _texts("құқықтық-\nақпараттық") == ["құқықтық", "-", "ақпараттық"]
    assert _texts("нормативтік-құқықтық") == ["нормативтік-құқықтық"]


def test_dotted_abbreviations_initials_and_addresses_are_one_token() -> None:
    assert _texts("А.А.Соколова т.б. и.о.") == ["А.А.", "Соколова", "т.б.", "и.о."]
    assert _texts("see https://a.kz/b?c=1.") == ["see", "https://a.kz/b?c=1", "."]


@given(st.text(alphabet="абв .!?\n1АБ(«»)"))
def test_sentences_lose_nothing_but_space_and_do_not_overlap(text: str) -> None:
    spans = list(sentences(text))

    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(span.of(text) for span in spans))


def test_abbreviations_of_law_do_not_end_a_sentence() -> None:
    text = "Согласно ст. 5 УК РФ, п. 2 ч. 1 суд решил. Сумма 5 тыс. руб. возмещена."

    assert _sentences(text) == ["Согласно ст. 5 УК РФ, п. 2 ч. 1 суд решил.", "Сумма 5 тыс. руб. возмещена."]


def test_abbreviations_of_english_law_do_not_end_a_sentence() -> None:
    text = "See Art. 6(3) and No. 5. Roe v. Wade held so, e.g. here. Is it?"

    assert _sentences(text) == ["See Art. 6(3) and No. 5.", "Roe v. Wade held so, e.g. here.", "Is it?"]


def test_an_abbreviation_that_may_be_last_ends_the_sentence_before_a_capital() -> None:
    assert _sentences("Үй, бақ және т.б. Олар бар.") == ["Үй, бақ және т.б.", "Олар бар."]
    assert _sentences("Үй, бақ және т.б. заттар бар.") == ["Үй, бақ және т.б. заттар бар."]


def test_initials_and_the_number_of_an_item_do_not_end_a_sentence() -> None:
    text = "1. Ақын А.А. Соколова келді. III. Қорытынды жасалды."

    assert _sentences(text) == ["1. Ақын А.А. Соколова келді.", "III. Қорытынды жасалды."]


def test_an_empty_line_ends_a_sentence_and_a_single_break_does_not() -> None:
    assert _sentences("Тақырып\n\nБірінші\nсөйлем.") == ["Тақырып", "Бірінші\nсөйлем."]


@pytest.mark.real_data
def test_the_source_article_is_read_without_loss(test_data: Path) -> None:
    text = (test_data / "source-article" / "article.kk.txt").read_text(encoding="utf-8")

    found = list(tokens(text))

    assert sum(len(token.text) for token in found) == sum(not char.isspace() for char in text)
    initials = [Span(name.start(), name.start() + 4) for name in re.finditer(r"А\.А\.Соколова", text)]
    assert len(initials) > 2
    assert set(initials) <= {token.span for token in found}
    # Counted by eye in the file: no sentence of the article begins with the surname after initials.
    assert not any(sentence.startswith(("Соколова", "Морхат", "Глебов")) for sentence in _sentences(text))
