"""Expected values: the numbers as a reader of Kazakh, Russian or English counts them."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.numerals import MAX_IN_WORDS, find_numbers, parse_number, write_digits, write_number

KK, RU, EN = Language.KK, Language.RU, Language.EN

_SIZES = st.sampled_from([10, 100, 10**3, 10**4, 10**6, 10**9, MAX_IN_WORDS + 1])
WHOLE = _SIZES.flatmap(lambda size: st.integers(min_value=0, max_value=size - 1))
FRACTIONS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("нөл", 0),
        ("он бес", 15),
        ("жиырма екі", 22),
        ("алты жүз", 600),
        ("жүз жиырма", 120),
        ("бір жүз сексен", 180),
        ("мың жарым", 1500),
        ("екі мың жарым", 2500),
        ("жүз жарым", 150),
        ("екі жарым", Decimal("2.5")),
        ("екі жарым мың", 2500),
        ("миллион жарым", 1_500_000),
        ("бір мың тоғыз жүз тоқсан тоғыз", 1999),
        ("он екі миллион үш жүз мың", 12_300_000),
        ("5 мың", 5000),
        ("5мың", 5000),
        ("1,5 млн", 1_500_000),
        ("2 млн 500 мың", 2_500_000),
    ],
)
def test_kazakh_words_make_one_number(words: str, number: int | Decimal) -> None:
    assert parse_number(words, KK) == number


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (10, "он онның онға онды оннан онмен"),
        (100, "жүз жүздің жүзге жүзді жүзде жүзден жүзбен"),
        (1000, "мың мыңның мыңға мыңды мыңда мыңнан мыңмен"),
        (2, "екі екінің екіге екіні екіде екіден екімен"),
        (50, "елу елуге елуден"),
        (5, "5-тен 5-ке 5-тің 5-ті"),
        (20, "20-дан 20-ға"),
        (5000, "5мыңға 5мыңнан"),
    ],
)
def test_a_kazakh_number_is_read_with_every_case_ending(number: int, forms: str) -> None:
    assert {form: parse_number(form, KK) for form in forms.split()} == dict.fromkeys(forms.split(), number)


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (200, ("двести", "двухсот", "двумстам", "двумястами", "двухстах")),
        (500, ("пятьсот", "пятисот", "пятистам", "пятьюстами", "пятистах")),
        (40, ("сорок", "сорока")),
        (80, ("восемьдесят", "восьмидесяти", "восемьюдесятью", "восьмьюдесятью")),
        (1500, ("полутора тысяч", "полторы тысячи", "полутора тысячами")),
        (342_000, ("триста сорок две тысячи", "трёхсот сорока двух тысяч", "тремястами сорока двумя тысячами")),
        (1001, ("одна тысяча один", "одной тысячи одного", "тысяча одна")),
        (2_500_000, ("два с половиной миллиона", "двух с половиной миллионов", "2,5 млн")),
        (3, ("три", "трёх", "3-х")),
        (10, ("десять", "десятью", "10-ти")),
        (150, ("полтораста", "сто пятьдесят", "ста пятидесяти", "ста пятьюдесятью")),
    ],
)
def test_a_russian_number_is_read_in_every_case(number: int, forms: tuple[str, ...]) -> None:
    assert {form: parse_number(form, RU) for form in forms} == dict.fromkeys(forms, number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one thousand five hundred", 1500),
        ("fifteen hundred", 1500),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("twenty-one", 21),
        ("two thousand and five", 2005),
        ("one hundred and two thousand", 102_000),
        ("two and a half", Decimal("2.5")),
        ("one and a half million", 1_500_000),
        ("35 million", 35_000_000),
    ],
)
def test_english_words_make_one_number(words: str, number: int | Decimal) -> None:
    assert parse_number(words, EN) == number


@pytest.mark.parametrize(
    ("printed", "language", "number"),
    [
        ("19,4", KK, Decimal("19.4")),
        ("19,4", RU, Decimal("19.4")),
        ("70.2", KK, Decimal("70.2")),
        ("1 500 000", KK, 1_500_000),
        ("1\u00a0500\u00a0000,50", RU, Decimal("1500000.5")),
        ("1\u202f500", RU, 1500),
        ("1,500,000", KK, 1_500_000),
        ("1,500", EN, 1500),
        ("1,500.25", EN, Decimal("1500.25")),
        ("35 000 000", EN, 35_000_000),
        ("-1 500,5", RU, Decimal("-1500.5")),
        ("−7", EN, -7),
    ],
)
def test_commas_points_and_spaces_mean_what_they_mean_in_the_language(
    printed: str, language: Language, number: int | Decimal
) -> None:
    assert parse_number(printed, language) == number


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("бес алты", KK),
        ("онда", KK),
        ("бірге", KK),
        ("бірінші", KK),
        ("5-ші", KK),
        ("десять пять", RU),
        ("тысяч", RU),
        ("семью", RU),
        ("первый", RU),
        ("21-го", RU),
        ("and", EN),
        ("half", EN),
        ("1st", EN),
        ("12.07.2018", RU),
        ("1,2,3", RU),
        ("226-V", KK),
        ("-бес", KK),
        ("", KK),
    ],
)
def test_what_is_not_one_cardinal_number_gives_none(text: str, language: Language) -> None:
    assert parse_number(text, language) is None


def test_numbers_are_found_with_their_words_and_endings() -> None:
    text = "Екі жүзден бес жүзге дейін, K1400000226, № 226-V, 12.07.2018, 3-тармақ, бес-алты, 4-ші (-7)"

    found = [(numeral.span.of(text), numeral.value) for numeral in find_numbers(text, KK)]

    assert found == [
        ("Екі жүзден", 200),
        ("бес жүзге", 500),
        ("3", 3),
        ("бес", 5),
        ("алты", 6),
        ("-7", -7),
    ]


def test_latin_letters_in_a_kazakh_number_are_understood() -> None:
    text = "бiр мың екi жүз"

    assert [numeral.value for numeral in find_numbers(text, KK)] == [1200]


def test_and_joins_only_what_makes_one_number() -> None:
    text = "one hundred and two hundred; one thousand and three thousand; one hundred and fifty and six hundred"

    assert [numeral.value for numeral in find_numbers(text, EN)] == [100, 200, 1000, 3000, 150, 600]


def test_a_dash_before_a_number_is_no_minus() -> None:
    text = "- 5 градус\n-6 градус, 3 -7 жыл, тапшылық – -972"

    assert [numeral.value for numeral in find_numbers(text, KK)] == [5, 6, 3, 7, -972]


def test_a_paragraph_break_parts_two_numbers_and_a_line_break_does_not() -> None:
    assert [numeral.value for numeral in find_numbers("жүз\nбес", KK)] == [105]
    assert [numeral.value for numeral in find_numbers("жүз\n\nбес", KK)] == [100, 5]


def test_nothing_counted_in_thousands_is_nothing() -> None:
    assert parse_number("0 мың", KK) == 0
    assert parse_number("ноль тысяч", RU) is None


@given(WHOLE, st.sampled_from(Language))
def test_a_number_written_in_words_is_read_again(value: int, language: Language) -> None:
    assert parse_number(write_number(value, language), language) == value


@given(st.integers() | FRACTIONS, st.sampled_from(Language))
def test_a_number_written_in_digits_is_read_again(value: int | Decimal, language: Language) -> None:
    assert parse_number(write_digits(value, language), language) == value


@pytest.mark.parametrize("value", [0, 1, 999, 1000, 1001, 10**6, 10**9 + 1, MAX_IN_WORDS])
@pytest.mark.parametrize("language", Language)
def test_the_edges_of_the_range_are_written_and_read(value: int, language: Language) -> None:
    assert parse_number(write_number(value, language), language) == value


@pytest.mark.parametrize("value", [-1, MAX_IN_WORDS + 1])
def test_a_number_out_of_range_has_no_words(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        write_number(value, KK)


def test_what_is_not_finite_has_no_digits() -> None:
    with pytest.raises(ValueError, match="Infinity"):
        write_digits(Decimal("Infinity"), RU)


def test_numbers_are_printed_as_the_language_prints_them() -> None:
    assert write_digits(1_500_000, RU) == "1\u00a0500\u00a0000"
    assert write_digits(Decimal("-19.40"), KK) == "−19,40"
    assert write_digits(1_500_000, EN) == "1,500,000"


@given(st.text(alphabet="бірекіүшмыңжүзонжарым 0123456789,.-\n", max_size=60))
def test_found_numbers_lie_in_order_and_do_not_overlap(text: str) -> None:
    spans = [numeral.span for numeral in find_numbers(text, KK)]

    assert all(len(span) > 0 and span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize("unit", ["бес ", "12 ", "жүз мың ", "1,", "осы баптың бөлігінде ", "one hundred and "])
def test_the_time_taken_grows_with_the_text_and_not_faster(unit: str) -> None:
    small, large = unit * 500, unit * 4_000
    language = EN if unit.startswith("one") else KK

    quick = min(_seconds(small, language) for _ in range(3))
    slow = min(_seconds(large, language) for _ in range(3))

    assert slow < 40 * quick + 0.05


def _seconds(text: str, language: Language) -> float:
    start = time.process_time()
    for _ in find_numbers(text, language):
        pass
    return time.process_time() - start
