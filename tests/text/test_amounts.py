"""Expected values: what a lawyer reads in the words; sums in real texts were counted by eye in the files named."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.amounts import (
    Amount,
    AmountRange,
    Currency,
    MciAmount,
    Money,
    Multiple,
    Percent,
    Period,
    Style,
    Unit,
    find_amounts,
    parse_amount,
    parse_range,
    period,
    write_amount,
    write_range,
)

KK, RU, EN = Language.KK, Language.RU, Language.EN


def _years(value: int) -> Period:
    return Period(value=value, unit=Unit.YEARS)


def _months(value: int) -> Period:
    return Period(value=value, unit=Unit.MONTHS)


def _days(value: int) -> Period:
    return Period(value=value, unit=Unit.DAYS)


def _hours(value: int) -> Period:
    return Period(value=value, unit=Unit.HOURS)


def _money(major: int, currency: Currency, minor: int = 0) -> Money:
    return Money(minor=100 * major + minor, currency=currency)


def _percent(value: int) -> Percent:
    return Percent(value=value)


def _times(value: int) -> Multiple:
    return Multiple(times=value)


def _mci(count: int | Decimal) -> MciAmount:
    return MciAmount(count=count)


def _found(text: str, language: Language) -> list[tuple[str, Amount | None, Amount | None]]:
    return [(found.span.of(text), found.range.lower, found.range.upper) for found in find_amounts(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("он мың теңге", KK, _money(10_000, Currency.KZT)),
        ("он мың теңге елу тиын", KK, _money(10_000, Currency.KZT, 50)),
        ("1 500 000,50 теңге", KK, _money(1_500_000, Currency.KZT, 50)),
        ("0 мың теңге", KK, _money(0, Currency.KZT)),
        ("€35 млн", KK, _money(35_000_000, Currency.EUR)),
        ("15 000 000 EUR", KK, _money(15_000_000, Currency.EUR)),
        ("сто тысяч рублей", RU, _money(100_000, Currency.RUB)),
        ("сто рублей 50 копеек", RU, _money(100, Currency.RUB, 50)),
        ("1,5 млн тенге", RU, _money(1_500_000, Currency.KZT)),
        ("5 долларов США", RU, _money(5, Currency.USD)),
        ("EUR 35 000 000", EN, _money(35_000_000, Currency.EUR)),
        ("$5 million", EN, _money(5_000_000, Currency.USD)),
        ("twenty-five euros and fifty cents", EN, _money(25, Currency.EUR, 50)),
        ("−5 %", RU, Percent(value=-5)),
        ("−972 мың теңге", KK, _money(-972_000, Currency.KZT)),
    ],
)
def test_money_is_read_in_whole_minor_units(text: str, language: Language, amount: Amount) -> None:
    assert parse_amount(text, language) == amount


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("бір жүз айлық есептік көрсеткіш", KK, _mci(100)),
        ("екі мың АЕК", KK, _mci(2000)),
        ("0,5 АЕК", KK, _mci(Decimal("0.5"))),
        ("айлық есептік көрсеткіштің 30000 еселенген", KK, _mci(30_000)),
        ("200 МРП", RU, _mci(200)),
        ("двухсот месячных расчетных показателей", RU, _mci(200)),
        ("одного месячного расчётного показателя", RU, _mci(1)),
        ("десятикратного месячного расчетного показателя", RU, _mci(10)),
        ("two hundred monthly calculation indices", EN, _mci(200)),
        ("7 %", KK, Percent(value=7)),
        ("жеті пайыз", KK, Percent(value=7)),
        ("0,1 процента", RU, Percent(value=Decimal("0.1"))),
        ("3 per cent", EN, Percent(value=3)),
        ("он еселенген", KK, Multiple(times=10)),
        ("үш есе", KK, Multiple(times=3)),
        ("двадцатикратном", RU, Multiple(times=20)),
        ("10-кратного", RU, Multiple(times=10)),
        ("полуторакратный", RU, Multiple(times=Decimal("1.5"))),
        ("ten times", EN, Multiple(times=10)),
    ],
)
def test_indices_percentages_and_multiples_are_read(text: str, language: Language, amount: Amount) -> None:
    assert parse_amount(text, language) == amount


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("үш жыл", KK, _years(3)),
        ("5жылға", KK, _years(5)),
        ("екі жыл алты ай", KK, _months(30)),
        ("екі жарым жыл", KK, _months(30)),
        ("жарты жыл", KK, _months(6)),
        ("он күндік", KK, _days(10)),
        ("екі апта", KK, _days(14)),
        ("10 жұмыс күні", KK, Period(value=10, unit=Unit.WORKING_DAYS)),
        ("алты жүз сағат", KK, _hours(600)),
        ("мың жарым сағатқа", KK, _hours(1500)),
        ("один год и шесть месяцев", RU, _months(18)),
        ("полтора года", RU, _months(18)),
        ("трехдневный", RU, _days(3)),
        ("двадцатипятилетнего", RU, _years(25)),
        ("15 суток", RU, _days(15)),
        ("пяти рабочих дней", RU, Period(value=5, unit=Unit.WORKING_DAYS)),
        ("двумястами сорока часами", RU, _hours(240)),
        ("two years and six months", EN, _months(30)),
        ("five-year", EN, _years(5)),
        ("15 calendar days", EN, _days(15)),
    ],
)
def test_periods_are_read_in_their_own_unit(text: str, language: Language, amount: Amount) -> None:
    assert parse_amount(text, language) == amount


@pytest.mark.parametrize(
    ("text", "language", "lower", "upper"),
    [
        ("үш жылдан жеті жылға дейінгі", KK, _years(3), _years(7)),
        ("екіден бес жылға дейін", KK, _years(2), _years(5)),
        ("екі жүзден бес жүзге дейінгі айлық есептік көрсеткіш", KK, _mci(200), _mci(500)),
        ("он еселенгеннен жиырма еселенгенге дейінгі", KK, Multiple(times=10), Multiple(times=20)),
        ("от трёх до семи лет", RU, _years(3), _years(7)),
        ("от шести месяцев до двух лет", RU, _months(6), _years(2)),
        ("от ста восьмидесяти до двухсот сорока часов", RU, _hours(180), _hours(240)),
        ("от десяти- до двадцатикратного", RU, Multiple(times=10), Multiple(times=20)),
        ("3–5 лет", RU, _years(3), _years(5)),
        ("from three to seven years", EN, _years(3), _years(7)),
        ("between one hundred and two hundred hours", EN, _hours(100), _hours(200)),
        ("between one hundred and two thousand hours", EN, _hours(100), _hours(2000)),
        ("between one hundred and fifty and two hundred hours", EN, _hours(150), _hours(200)),
    ],
)
def test_a_range_has_both_ends(text: str, language: Language, lower: Amount, upper: Amount) -> None:
    assert parse_range(text, language) == AmountRange(lower=lower, upper=upper)


@pytest.mark.parametrize(
    ("text", "language", "upper"),
    [
        ("үш жылға дейінгі", KK, _years(3)),
        ("2 жылға дейн", KK, _years(2)),
        ("алты жүз сағатқа дейін", KK, _hours(600)),
        ("7% дейін", KK, Percent(value=7)),
        ("жеті жылдан аспайтын", KK, _years(7)),
        ("бір жүз айлық есептiк көрсеткiшке дейiнгi", KK, _mci(100)),
        ("до трёх лет", RU, _years(3)),
        ("не более пяти лет", RU, _years(5)),
        ("не превышающего 1 000 000 тенге", RU, _money(1_000_000, Currency.KZT)),
        ("up to 7 %", EN, Percent(value=7)),
        ("not exceeding five years", EN, _years(5)),
    ],
)
def test_a_lower_end_that_is_not_named_is_not_invented(text: str, language: Language, upper: Amount) -> None:
    assert parse_range(text, language) == AmountRange(lower=None, upper=upper)
    assert parse_amount(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "lower", "strict"),
    [
        ("кемінде үш жыл", KK, _years(3), False),
        ("үш жылдан кем емес", KK, _years(3), False),
        ("үш жылдан астам", KK, _years(3), True),
        ("не менее чем на три года", RU, _years(3), False),
        ("трех лет и более", RU, _years(3), False),
        ("десять и более процентов", RU, Percent(value=10), False),
        ("свыше трех лет", RU, _years(3), True),
        ("at least three years", EN, _years(3), False),
        ("more than three years", EN, _years(3), True),
    ],
)
def test_a_lower_end_alone_says_whether_it_is_included(
    text: str, language: Language, lower: Amount, *, strict: bool
) -> None:
    assert parse_range(text, language) == AmountRange(lower=lower, upper=None, strict=strict)


def test_a_thousand_said_once_is_shared_only_by_a_lower_end_that_would_rise_past_it() -> None:
    rouble = Currency.RUB

    assert parse_range("от 5 до 10 тысяч рублей", RU) == AmountRange(
        lower=_money(5000, rouble), upper=_money(10_000, rouble)
    )
    assert parse_range("от пятисот до тысячи рублей", RU) == AmountRange(
        lower=_money(500, rouble), upper=_money(1000, rouble)
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2014 жылғы", KK),
        ("в 2014 году", RU),
        ("в течение 2014-2016 годов", RU),
        ("Сомасы, мың теңге", KK),
        ("бес айыппұл", KK),
        ("12,345 теңге", KK),
        ("шестнадцатилетнего возраста", RU),
        ("малолетний и совершеннолетний", RU),
        ("fifty cents", EN),
        ("бірінші жыл", KK),
        ("жылдан жылға дейін", KK),
    ],
)
def test_calendar_years_ages_headings_and_words_alike_are_no_amounts(text: str, language: Language) -> None:
    assert _found(text, language) == []


def test_falling_or_unlike_ends_are_two_amounts() -> None:
    assert _found("жеті жылдан үш жылға дейін", KK) == [
        ("жеті жылдан", _years(7), _years(7)),
        ("үш жылға дейін", None, _years(3)),
    ]
    assert _found("от 5 лет до 10 процентов", RU) == [
        ("5 лет", _years(5), _years(5)),
        ("до 10 процентов", None, Percent(value=10)),
    ]


def test_a_sign_or_a_bound_between_two_amounts_belongs_to_one_of_them() -> None:
    assert _found("5 € 7", EN) == [("5 €", _money(5, Currency.EUR), _money(5, Currency.EUR))]
    assert [words for words, _, _ in _found("10 years or more than 5 years", EN)] == ["10 years or more", "5 years"]


def test_a_range_that_means_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="means nothing"):
        AmountRange(lower=None, upper=None)
    with pytest.raises(ValueError, match="means nothing"):
        AmountRange(lower=_years(1), upper=_years(2), strict=True)
    with pytest.raises(ValueError, match="means nothing"):
        AmountRange(lower=_years(1), upper=Percent(value=2))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (_mci(100), ("бір жүз айлық есептік көрсеткіш", "сто месячных расчетных показателей")),
        (_mci(22), ("жиырма екі айлық есептік көрсеткіш", "двадцать два месячных расчетных показателя")),
        (_years(21), ("жиырма бір жыл", "двадцать один год")),
        (_money(2, Currency.RUB, 2), ("екі рубль екі копейка", "два рубля две копейки")),
        (Multiple(times=25), ("жиырма бес еселенген", "двадцатипятикратный")),
        (Percent(value=Decimal("0.1")), ("0,1 пайыз", "0,1 процента")),
    ],
)
def test_amounts_are_worded_as_laws_word_them(amount: Amount, words: tuple[str, str]) -> None:
    assert (write_amount(amount, KK), write_amount(amount, RU)) == words


@pytest.mark.parametrize("amount", [_years(-1), _mci(-1), Multiple(times=-1)])
def test_a_count_below_nothing_is_refused(amount: Amount) -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        write_amount(amount, EN)


WHOLE = st.integers(min_value=0, max_value=10**15)
COUNTS = WHOLE | st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False).filter(lambda value: value % 1)
SIGNED = st.integers(min_value=-(10**15), max_value=10**15)
AMOUNTS: st.SearchStrategy[Amount] = st.one_of(
    st.builds(lambda minor, currency: Money(minor=minor, currency=currency), SIGNED, st.sampled_from(Currency)),
    st.builds(lambda count: MciAmount(count=count), COUNTS),
    st.builds(lambda value: Percent(value=value), SIGNED | COUNTS),
    st.builds(lambda times: Multiple(times=times), COUNTS),
    st.builds(period, COUNTS, st.sampled_from(Unit)),
)


@given(AMOUNTS, st.sampled_from(Language), st.sampled_from(Style))
def test_an_amount_that_was_written_is_read_again(amount: Amount, language: Language, style: Style) -> None:
    assert parse_amount(write_amount(amount, language, style=style), language) == amount


ONE_ENDED = st.one_of(
    st.builds(lambda amount: AmountRange(lower=amount, upper=None), AMOUNTS),
    st.builds(lambda amount: AmountRange(lower=None, upper=amount), AMOUNTS),
    st.builds(lambda amount: AmountRange(lower=amount, upper=None, strict=True), AMOUNTS),
    st.builds(lambda amount: AmountRange(lower=None, upper=amount, strict=True), AMOUNTS),
)


@given(ONE_ENDED, st.sampled_from(Language), st.sampled_from(Style))
def test_a_range_of_one_end_that_was_written_is_read_again(span: AmountRange, language: Language, style: Style) -> None:
    assert parse_range(write_range(span, language, style=style), language) == span


@given(
    st.lists(WHOLE, min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from([*Unit, *Currency, "mci", "percent", "times"]),
    st.sampled_from(Language),
    st.sampled_from(Style),
)
def test_a_range_of_two_ends_that_was_written_is_read_again(
    ends: list[int], kind: str, language: Language, style: Style
) -> None:
    span = AmountRange(lower=_amount(ends[0], kind), upper=_amount(ends[1], kind))

    assert parse_range(write_range(span, language, style=style), language) == span


def _amount(value: int, kind: str) -> Amount:
    if isinstance(kind, Unit):
        return Period(value=value, unit=kind)
    if isinstance(kind, Currency):
        return Money(minor=value, currency=kind)
    kinds: dict[str, Callable[[int], Amount]] = {"mci": _mci, "percent": _percent, "times": _times}
    return kinds[kind](value)


_WORDS = (
    "5 12,5 0 бес мың жүз жарым жыл жылдан жеті жылға дейін кемінде млн € EUR % - — теңге тиын one hundred and two "
    "between to years or more than two с половиной от трех до пяти лет не менее МРП двухлетний 2014 жылғы"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join) | st.text(), st.sampled_from(Language))
def test_any_text_gives_amounts_in_order_that_do_not_overlap(text: str, language: Language) -> None:
    spans = [found.span for found in find_amounts(text, language)]

    assert all(len(span) > 0 and span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize("unit", ["үш жылдан ", "5-", "12 EUR ", "до до до 5 ", "one hundred and two years and "])
def test_the_time_taken_grows_with_the_text_and_not_faster(unit: str) -> None:
    language = EN if unit.startswith("one") else KK

    quick = min(_seconds(unit * 500, language) for _ in range(3))
    slow = min(_seconds(unit * 4_000, language) for _ in range(3))

    assert slow < 40 * quick + 0.05


def _seconds(text: str, language: Language) -> float:
    start = time.process_time()
    for _ in find_amounts(text, language):
        pass
    return time.process_time() - start


@pytest.mark.real_data
def test_every_sanction_of_the_proposed_chapter_is_read(test_data: Path) -> None:
    text = (test_data / "source-article" / "article.kk.txt").read_text(encoding="utf-8")
    chapter = re.sub(r"\s+", " ", text[text.index("Тарау. Жасаңды") :])

    found = [(found.range.lower, found.range.upper) for found in find_amounts(chapter, KK)]

    # Read off the chapter by eye, sanction after sanction; 36 amounts.
    assert found == list(_sanctions())


def _sanctions() -> Iterator[tuple[Amount | None, Amount | None]]:
    # Article 1, part 1 and part 2
    yield from _up_to(_mci(100), _hours(120))
    yield from _up_to(_mci(200), _hours(180), _years(2))
    # Article 2, parts 1 to 3
    yield from _up_to(_years(3), _mci(2000), _hours(600), _years(3))
    yield from _up_to(_years(3))
    yield _years(3), _years(7)
    yield from _up_to(_years(5))
    yield _years(5), _years(10)
    # Article 3, parts 1 to 3
    yield from _up_to(_years(5), _mci(5000), _hours(1500), _years(7))
    yield from _up_to(_years(5))
    yield _years(5), _years(7)
    yield from _up_to(_years(7))
    yield _years(7), _years(10)
    # Article 4: three times the punishment of article 3, ten to thirty years
    yield Multiple(times=3), Multiple(times=3)
    yield _years(10), _years(30)
    # Article 5, parts 1 to 4
    yield from _up_to(_mci(1000), _hours(600), _years(2))
    yield from _up_to(_years(3), _mci(4000), _hours(1000), _years(4))
    yield from _up_to(_years(6))
    yield _years(3), _years(7)
    yield Multiple(times=10), Multiple(times=20)
    yield _years(3), _years(7)
    yield from _up_to(_years(10))
    yield _years(5), _years(10)


def _up_to(*amounts: Amount) -> Iterator[tuple[None, Amount]]:
    return ((None, amount) for amount in amounts)


@pytest.mark.real_data
def test_the_fines_the_source_article_quotes_are_read(test_data: Path) -> None:
    text = (test_data / "source-article" / "article.kk.txt").read_text(encoding="utf-8")
    start = text.index("€35")

    found = _found(text[start : start + 80].replace("\n", " "), KK)

    # Read off the file: thirty-five million euros, and up to seven per cent of turnover.
    assert [upper for _, _, upper in found] == [_money(35_000_000, Currency.EUR), Percent(value=7)]


@pytest.mark.real_data
def test_the_fines_of_the_ai_act_are_read(test_data: Path) -> None:
    with gzip.open(test_data / "ai-act" / "ai_act_2024_1689_en.json.gz", "rt", encoding="utf-8") as packed:
        articles = json.load(packed)["articles"]
    text = json.dumps([article for article in articles if article["n"] in {99, 100, 101, "99", "100", "101"}])

    found = [found.range.upper for found in find_amounts(text, EN)]

    # Articles 99(3) to (5), 100(2) and (3), 101(1): six sums in euros and four shares of turnover.
    euros = (35_000_000, 15_000_000, 7_500_000, 1_500_000, 750_000, 15_000_000)
    assert [amount for amount in found if isinstance(amount, Money)] == [_money(sum_, Currency.EUR) for sum_ in euros]
    assert [amount.value for amount in found if isinstance(amount, Percent)] == [7, 3, 1, 3]


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("file", "language", "unit"),
    [
        ("kk/special-part-selected.kk.md", KK, r"айлық есепт[iі]к көрсетк[iі]ш\w*|(?<=\w )сағатқа|(?<!тиіс )жылға"),
        ("ru/special-part-selected.ru.md", RU, r"месячн\w+ расчетн\w+ показател\w+|\bчасов\b|\bлет\b|\bгода?\b"),
    ],
)
def test_no_unit_of_a_sanction_of_the_criminal_code_is_missed(
    test_data: Path, file: str, language: Language, unit: str
) -> None:
    text = (test_data / "kz-legislation" / "criminal-code-226-V" / file).read_text(encoding="utf-8")

    units = list(re.finditer(unit, text))
    covered = {at for found in find_amounts(text, language) for at in range(found.span.start, found.span.end)}

    assert len(units) > 40
    assert [text[match.start() - 30 : match.end()] for match in units if match.start() not in covered] == []
