"""What a code says, and in which language."""

from __future__ import annotations

import errno

import pytest

from zhargy.messages import preferred_language, render, repair_name
from zhargy.text import Language


def test_a_near_word_turns_the_hint_into_a_suggestion() -> None:
    params = {"value": "jsn", "valid": "akn, json"}

    assert render("U104", {**params, "near": "json"}, Language.RU).hint == (
        "Возможно, имелось в виду «json»? Допустимо: akn, json."
    )
    assert render("U104", {**params, "near": ""}, Language.RU).hint == "Допустимо: akn, json."


@pytest.mark.parametrize(
    ("language", "reason"),
    [(Language.KK, "дискіде орын жоқ"), (Language.RU, "диск заполнен"), (Language.EN, "the disk is full")],
)
def test_the_reason_of_the_operating_system_is_told_in_the_language_of_the_reader(
    language: Language, reason: str
) -> None:
    assert reason in render("N104", {"name": "act.xml", "errno": errno.ENOSPC}, language).message


def test_a_reason_without_words_of_ours_is_told_in_those_of_the_system() -> None:
    import os

    said = render("N103", {"name": "act.txt", "errno": errno.EXDEV}, Language.EN)

    assert os.strerror(errno.EXDEV) in said.message


def test_braces_in_a_value_are_not_placeholders() -> None:
    assert render("N101", {"name": "{near}.txt"}, Language.EN).message == "There is no file “{near}.txt”"


def test_a_repair_is_named_in_three_languages() -> None:
    names = [repair_name("P001", language) for language in (Language.KK, Language.RU, Language.EN)]

    assert names == [
        "Сөз ішіндегі басқа әліпбидің әріптері",
        "Буквы другого алфавита внутри слова",
        "Letters of another alphabet inside a word",
    ]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"ZHARGY_LANG": "ru", "LANG": "kk_KZ.UTF-8"}, Language.RU),
        ({"ZHARGY_LANG": "de", "LANG": "kk_KZ.UTF-8"}, Language.KK),
        ({"LC_ALL": "ru_KZ", "LANG": "kk_KZ.UTF-8"}, Language.RU),
        ({"LC_ALL": "", "LC_MESSAGES": "kk_KZ@cyrillic", "LANG": "en_GB"}, Language.KK),
        ({"LANG": "C.UTF-8"}, Language.EN),
        ({}, Language.EN),
    ],
)
def test_the_environment_tells_the_language(environment: dict[str, str], language: Language) -> None:
    assert preferred_language(environment) is language
