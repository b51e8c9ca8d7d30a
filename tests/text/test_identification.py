from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.identification import identify, weigh

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("1-тарау. Жалпы ережелер", KK),
        ("баланы тарту туралы", KK),
        ("деген жол мынадай редакцияда жазылсын", KK),
        ("ЖАЛПЫ ЕРЕЖЕЛЕР МЕН ШАРТТАР", KK),
        ("айлық есептiк көрсеткiш", KK),
        ("Статью 19 изложить в следующей редакции", RU),
        ("ОБЩИЕ ПОЛОЖЕНИЯ ЗАКОНА", RU),
        ("Министр образования и науки", RU),
        ("Article 5 Prohibited AI practices", EN),
        ("GENERAL PROVISIONS", EN),
    ],
)
def test_a_short_line_is_told(line: str, language: Language) -> None:
    assert identify(line) is language


@pytest.mark.parametrize(
    "line", ["", "   ", "№ 226-V", "03.07.2014", "XIV. 5) — 7", "https://adilet.zan.kz/kaz", "***"]
)
def test_numbers_codes_and_signs_are_no_evidence(line: str) -> None:
    assert identify(line) is None


def test_a_loan_word_does_not_drown_a_function_word() -> None:
    assert identify("«КОВИД-19» немесе коронавирус") is KK


def test_a_few_latin_names_do_not_make_a_line_english() -> None:
    assert identify("Deepfake көмегімен жасалған аудио және бейне") is KK


@given(st.text())
def test_no_text_is_refused_and_the_verdict_agrees_with_the_evidence(text: str) -> None:
    evidence = weigh(text)

    assert identify(text) is evidence.language
    assert evidence.language is not EN or evidence.latin > evidence.cyrillic
    assert evidence.language is not KK or evidence.odds > 0
    assert evidence.language is not RU or evidence.odds < 0


@pytest.mark.real_data
def test_sentences_of_two_treebanks_never_used_for_learning_are_told(test_data: Path) -> None:
    with gzip.open(test_data / "kazakh-nlp" / "ud_kazakh_ktb_test.conllu.gz", "rt", encoding="utf-8") as rows:
        kazakh = [row.split("=", 1)[1] for row in rows if row.startswith("# text =")]
    with gzip.open(test_data / "nerel" / "nerel_dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        russian = [line for row in rows for line in json.loads(row)["text"].split("\n") if len(line.split()) > 2]

    assert sum(identify(line) is KK for line in kazakh) / len(kazakh) > 0.99
    assert sum(identify(line) is RU for line in russian) / len(russian) > 0.99
