"""Expected values: the calendar; counts in real texts are of patterns independent of the reader, or made by eye."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from zhargy.text import Language
from zhargy.text.dates import find_dates, parse_date, write_date

KK, RU, EN = Language.KK, Language.RU, Language.EN
THIRD_OF_JULY = date(2014, 7, 3)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 31))

_KK_DATE = re.compile(r"\d+ (?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйе|қазан|қараша|желтоқсан)\w*")
_RU_DATE = re.compile(
    r"\d+ (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) \d{4} года"
    r"|(?<![\d.])\d\d\.\d\d\.\d{4}(?![.\d])"
)


def _found(text: str, language: Language | None) -> list[str]:
    return [found.span.of(text) for found in find_dates(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "2014 жылғы 3 шілде",
        "2014 жылғы 3 шілдедегі",
        "2014 жылғы 3 шiлдеден",
        "2014 жылдың 3 шілдесінен",
        "2014 жылы 3 шілдеде",
        "2014 ж. 3 шілде",
        "2014 жылғы «3» шілдедегі",
        "3 шілде 2014 жыл",
        "3 шілде 2014 ж.",
        "03.07.2014",
        "2014.07.03",
        "2014-07-03",
    ],
)
def test_a_day_is_read_as_kazakh_texts_write_it(text: str) -> None:
    assert parse_date(text, KK) == parse_date(text, None) == THIRD_OF_JULY


@pytest.mark.parametrize(
    "text",
    ["3 июля 2014 года", "3 июля 2014 г.", "«3» июля 2014 года", "3-го июля 2014 года", "03 ИЮЛЯ 2014", "3.7.2014"],
)
def test_a_day_is_read_as_russian_texts_write_it(text: str) -> None:
    assert parse_date(text, RU) == parse_date(text, None) == THIRD_OF_JULY


@pytest.mark.parametrize(
    "text", ["3 July 2014", "July 3, 2014", "3rd of July, 2014", "3 Jul. 2014", "2014-07-03", "3.7.2014"]
)
def test_a_day_is_read_as_english_texts_write_it(text: str) -> None:
    assert parse_date(text, EN) == parse_date(text, None) == THIRD_OF_JULY


@pytest.mark.parametrize(
    ("text", "language", "month", "day"),
    [
        ("17 қарашадағы", KK, 11, 17),
        ("29 ақпан", KK, 2, 29),
        ("1 қыркүйегінен", KK, 9, 1),
        ("1 января", RU, 1, 1),
        ("25 May", EN, 5, 25),
        ("May 25", EN, 5, 25),
    ],
)
def test_a_day_without_a_year_keeps_month_and_day_and_has_no_value(
    text: str, language: Language, month: int, day: int
) -> None:
    (found,) = find_dates(text, language)

    assert (found.value, found.year, found.month, found.day) == (None, None, month, day)
    assert parse_date(text, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("31.02.2020", RU),
        ("29.02.2019", RU),
        ("29 февраля 2019 года", RU),
        ("2014 жылғы 30 ақпан", KK),
        ("112 желтоқсандағы", KK),
        ("31 April", EN),
        ("2014-13-01", EN),
        ("0.7.2014", RU),
        ("03.07.0999", RU),
        ("03.07.14", RU),
        ("03/07/2014", EN),
        ("1.2.2014.5", RU),
        ("10.10.2010.10", KK),
        ("may 3 persons", EN),
        ("шілде 2014 ж.", KK),
    ],
)
def test_what_the_calendar_does_not_have_or_may_be_read_two_ways_is_no_date(text: str, language: Language) -> None:
    assert _found(text, language) == _found(text, None) == []


def test_dates_are_found_with_all_their_words() -> None:
    text = "Қазақстан Республикасының 2014 жылғы 3 шілдедегі № 226-V Кодексі (2015 жылғы 1 қаңтардан), 17 қарашадағы"

    assert _found(text, KK) == ["2014 жылғы 3 шілдедегі", "2015 жылғы 1 қаңтардан", "17 қарашадағы"]


def test_two_days_with_a_dash_between_are_two_dates() -> None:
    assert _found("01.01.2014-31.12.2014", RU) == ["01.01.2014", "31.12.2014"]


def test_without_a_language_all_are_tried_and_none_is_found_twice() -> None:
    text = "2014 жылғы 3 шілде, 3 июля 2014 года, 3 July 2014, 03.07.2014"

    assert [found.value for found in find_dates(text, None)] == [THIRD_OF_JULY] * 4


@given(DAYS)
def test_a_date_that_was_written_is_read_again(day: date) -> None:
    for language in Language:
        written = write_date(day, language)

        assert parse_date(written, language) == parse_date(written, None) == day


@pytest.mark.parametrize("day", [date(1000, 1, 1), date(2000, 2, 29), date(9999, 12, 31)])
@pytest.mark.parametrize("language", Language)
def test_the_edges_of_the_calendar_are_written_and_read(day: date, language: Language) -> None:
    assert parse_date(write_date(day, language), language) == day


def test_a_year_before_1000_is_refused() -> None:
    with pytest.raises(ValueError, match="999"):
        write_date(date(999, 12, 31), KK)


@given(st.text(alphabet="0123456789. -жылғышілдеқараша«»\n", max_size=50))
def test_found_dates_lie_in_order_and_do_not_overlap(text: str) -> None:
    spans = [found.span for found in find_dates(text, None)]

    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.real_data
def test_days_in_three_hundred_kazakh_acts_are_found(test_data: Path) -> None:
    with (test_data / "ir-kz-acts" / "corpus.jsonl.zst").open("rb") as packed:
        rows = zstandard.ZstdDecompressor().stream_reader(packed).read().splitlines()
    texts = [json.loads(row)["text"] for row in islice(rows, 0, None, 31)][:300]

    missed = [(text, match) for text in texts for match in _missed(text, _KK_DATE, KK)]

    # Seen by eye: "112 желтоқсан", "қаңтардағs", «қазанд », «тамызд », «қыркүйект» are slips of the acts themselves.
    assert len({match[0] for _, match in missed}) <= 6
    assert sum(len(_KK_DATE.findall(text)) for text in texts) > 1000


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["102027595", "102038925"])
def test_every_day_in_a_russian_code_is_found(test_data: Path, name: str) -> None:
    with (test_data / "ru-codes" / f"{name}.html.zst").open("rb") as packed:
        page = zstandard.ZstdDecompressor().stream_reader(packed).read().decode("utf-8")
    text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))

    assert len(_RU_DATE.findall(text)) > 100
    assert [match[0] for match in _missed(text, _RU_DATE, RU)] == []


@pytest.mark.real_data
def test_every_day_in_the_amendment_notes_of_the_criminal_code_is_found(test_data: Path) -> None:
    folder = test_data / "kz-legislation" / "criminal-code-226-V"
    texts = {path.suffixes[0]: path.read_text(encoding="utf-8") for path in folder.glob("*/special-part*.md")}

    found = {suffix: [day for day in find_dates(text, None) if day.value] for suffix, text in texts.items()}

    # Counted by eye: eighteen days stand in the Kazakh file, ten in the Russian.
    assert {suffix: len(days) for suffix, days in found.items()} == {".kk": 18, ".ru": 10}
    assert {day.value for day in found[".ru"]} == {
        date(2014, 7, 3),
        date(2015, 11, 24),
        date(2016, 1, 1),
        date(2018, 7, 12),
        date(2019, 1, 21),
        date(2022, 7, 11),
        date(2023, 1, 3),
    }


def _missed(text: str, pattern: re.Pattern[str], language: Language) -> list[re.Match[str]]:
    found = [day.span for day in find_dates(text, language)]
    covered = {at for span in found for at in range(span.start, span.end)}
    return [match for match in pattern.finditer(text) if not {match.start(), match.end() - 1} <= covered]
