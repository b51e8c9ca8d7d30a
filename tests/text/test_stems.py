"""Expected stems: dictionary forms of Kazakh, Russian and English; the figure for UD-KTB is the project's own goal."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.stemming.kk_analysis import Reading, readings
from zhargy.text.stems import Strength, stem

KK, RU, EN = Language.KK, Language.RU, Language.EN


def _kk(word: str) -> str:
    return stem(word, KK)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("бап", "баптар баптың бапқа бапты бапта баптан баппен бабы бабының баптарында баптарындағы бабымен"),
        ("заң", "заңдар заңның заңға заңды заңда заңнан заңмен заңы заңымыз заңдарының заңындағы"),
        ("құқық", "құқықтар құқығы құқығының құқықтарынан құқықпен құқығымыз"),
        ("кітап", "кітабы кітабым кітаптың кітапқа кітаптарыңыз"),
        ("үй", "үйдің үйге үйлер үйінде үйіміз"),
        ("өлке", "өлкенің өлкеге өлкесі өлкесінде өлкелер"),
    ],
)
def test_number_possession_and_case_come_off_a_noun(lemma: str, forms: str) -> None:
    assert {form: _kk(form) for form in forms.split()} == dict.fromkeys(forms.split(), _kk(lemma))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("халқы", "халық"), ("орны", "орын"), ("мүлкінен", "мүлік"), ("аузында", "ауыз"), ("ерні", "ерін")],
)
def test_the_vowel_that_a_possessive_pushes_out_comes_back(form: str, lemma: str) -> None:
    assert _kk(form) == lemma


@pytest.mark.parametrize(
    ("stem_of_verb", "forms"),
    [
        ("жаз", "жазды жазады жазған жазып жазса жазсын жазу жазуға жазылған жазбайды жазатын"),
        ("тап", "тапты табады табу тапқан тауып таппаған табылған"),
        ("оқы", "оқиды оқу оқып оқыған оқитын оқымайды"),
        ("қой", "қояды қою қойған қоюы қойылған"),
        ("тағайында", "тағайындайды тағайындау тағайындалады тағайындалған тағайындауға"),
        ("ек", "егеді егу еккен егілген"),
    ],
)
def test_voice_negation_tense_and_person_come_off_a_verb(stem_of_verb: str, forms: str) -> None:
    assert {form: _kk(form) for form in forms.split()} == dict.fromkeys(forms.split(), _kk(stem_of_verb))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("заңсыз", "заң"),
        ("заңгер", "заң"),
        ("өлтіру", "өлу"),
        ("қылмыстық", "қылмыс"),
        ("қала", "қал"),
        ("балық", "бал"),
    ],
)
def test_words_that_differ_in_meaning_keep_different_stems(one: str, other: str) -> None:
    assert _kk(one) != _kk(other)


def test_full_strength_joins_words_of_one_matter_but_never_the_contrary() -> None:
    full = {word: stem(word, KK, strength=Strength.FULL) for word in ("қылмыстық", "құқықтық", "сыртқы", "заңсыз")}

    assert full == {"қылмыстық": "қылмыс", "құқықтық": "құқық", "сыртқы": "сырт", "заңсыз": "заңсыз"}


def test_pronouns_and_ordinals_go_to_their_lemma() -> None:
    assert [_kk(word) for word in ("оған", "мұның", "маған", "екінші")] == ["ол", "бұл", "мен", "екі"]


def test_latin_letters_inside_a_kazakh_word_do_not_matter() -> None:
    assert _kk("көрсеткiшке") == _kk("көрсеткішке") == _kk("көрсеткіш")
    assert _kk("iPhone") == "iphone"


def test_compounds_and_numbers_with_endings() -> None:
    assert [_kk(word) for word in ("ата-аналардың", "55-ші", "2014-ке", "19,4", "226-V")] == [
        "ата-ана",
        "55",
        "2014",
        "19,4",
        "226-v",
    ]


@given(st.text(alphabet="абгдезиклмнорстуыіәғқңөұүһя", min_size=1, max_size=16))
def test_a_kazakh_stem_is_its_own_stem(word: str) -> None:
    assert _kk(_kk(word)) == _kk(word)


@given(st.text(max_size=20), st.sampled_from(list(Language)))
def test_no_word_is_refused(word: str, language: Language) -> None:
    stemmed = stem(word, language)

    assert stemmed.strip() or not word.strip()


def test_a_reading_names_root_and_endings() -> None:
    assert Reading("құқық", "N", ("plural", "poss.3", "loc", "attr")) in readings("құқықтарындағы")


def test_russian_words_of_law_are_read_as_law_reads_them() -> None:
    words = ("статей", "судов", "данных", "вину", "осуждённого", "предусмотренных", "предусмотрено", "совершенное")

    assert [stem(word, RU) for word in words] == [
        "статья",
        "суд",
        "данные",
        "вина",
        "осудить",
        "предусмотреть",
        "предусмотреть",
        "совершить",
    ]


def test_english_inflection_comes_off() -> None:
    assert stem("obligations", EN) == stem("Obligation", EN)
    assert stem("provider’s", EN) == stem("providers", EN)


@pytest.mark.real_data
def test_nine_in_ten_forms_of_the_treebank_meet_their_lemma(test_data: Path) -> None:
    content = {"NOUN", "VERB", "ADJ", "PROPN", "ADV", "PRON", "NUM"}
    with gzip.open(test_data / "kazakh-nlp" / "ud_kazakh_ktb_test.conllu.gz", "rt", encoding="utf-8") as rows:
        cells = [row.split("\t") for row in rows if row[:1].isdigit()]
    pairs = [
        (cell[1].lower(), cell[2].lower())
        for cell in cells
        if cell[3] in content and cell[1].isalpha() and cell[2].isalpha()
    ]
    lemmas = {lemma for _, lemma in pairs}

    met = sum(_kk(form) == _kk(lemma) for form, lemma in pairs) / len(pairs)
    apart = len({_kk(lemma) for lemma in lemmas}) / len(lemmas)

    assert len(pairs) == 6563
    assert met > 0.9
    assert apart > 0.9
