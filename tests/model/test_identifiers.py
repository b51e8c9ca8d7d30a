"""Identifiers are values with a grammar: what is printed reads back, what is no identifier is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.model import (
    AdiletNumber,
    Ecli,
    ElementId,
    Eli,
    ExpressionId,
    IdentifierError,
    ManifestationId,
    PeriodInForce,
    Step,
    WorkId,
)
from zhargy.text import Language

_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
_SMALL = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6)
_CODE = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", max_size=6)
_NUMBER = st.from_regex(r"[1-9]\d{0,3}(-[1-9]\d?)?|[IVXL]{1,4}|[a-zа-я]", fullmatch=True)

_WORKS = st.builds(
    WorkId,
    country=st.sampled_from(["kz", "ru", "eu", "zz", "za-wc"]),
    kind=st.sampled_from(["act", "bill", "judgment", "doc"]),
    subtype=st.sampled_from(["", "code", "reg", "reg/commission"]),
    date=_DAYS.map(str) | st.integers(1000, 2999).map(str),
    number=st.from_regex(r"\d{1,4}(-[IVX]{1,4})?", fullmatch=True) | _SMALL,
)
_EXPRESSIONS = st.builds(ExpressionId, work=_WORKS, language=st.sampled_from(Language), version=st.none() | _DAYS)
_MANIFESTATIONS = st.builds(ManifestationId, expression=_EXPRESSIONS, format=st.sampled_from(["akn", "docx", "pdf"]))
_ECLIS = st.builds(
    Ecli,
    country=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2),
    court=st.builds("{}{}".format, st.sampled_from("ABCGT"), _CODE),
    year=st.integers(1800, 2999),
    number=st.builds("{}{}".format, _CODE, st.from_regex(r"[A-Z0-9.]{1,19}", fullmatch=True)),
)
_ELIS = st.builds(
    Eli,
    kind=st.sampled_from(["reg", "dir", "dec", "reg_impl"]),
    year=st.integers(1952, 2999),
    number=st.integers(1, 9999).map(str),
    steps=st.lists(st.sampled_from(["art_5", "par_1", "pnt_a", "anx_III"]), max_size=3).map(tuple),
    wording=st.sampled_from(["", "oj"]) | _DAYS.map(str),
    language=st.sampled_from(["", "eng", "deu"]),
)
_ADILET = st.builds(
    AdiletNumber,
    letter=st.sampled_from("KZUPVS"),
    year=st.integers(1950, 2049),
    number=st.integers(1, 9_999_999),
    is_old=st.booleans(),
)
_STEPS = st.builds(
    Step,
    prefix=st.sampled_from(["art", "para", "point", "chp", "att", "p"]),
    number=st.just("") | _NUMBER,
    copy=st.integers(1, 12),
)
_EIDS = st.lists(_STEPS, min_size=1, max_size=5).map(tuple).map(ElementId)


_OF_KIND: dict[type, st.SearchStrategy[Any]] = {
    WorkId: _WORKS,
    ExpressionId: _EXPRESSIONS,
    Ecli: _ECLIS,
    Eli: _ELIS,
    AdiletNumber: _ADILET,
    ElementId: _EIDS,
}


@given(st.one_of(_WORKS, _EXPRESSIONS, _MANIFESTATIONS, _ECLIS, _ELIS, _ADILET, _STEPS, _EIDS))
def test_what_is_printed_reads_back(
    identifier: WorkId | ExpressionId | ManifestationId | Ecli | Eli | AdiletNumber | Step | ElementId,
) -> None:
    assert type(identifier).parse(str(identifier)) == identifier


@given(st.one_of(_WORKS, _EXPRESSIONS, _ECLIS, _ELIS, _ADILET, _EIDS), st.data())
def test_two_of_a_kind_have_one_order(first: WorkId | Ecli, data: st.DataObject) -> None:
    second = data.draw(_OF_KIND[type(first)])

    assert (first < second) + (second < first) + (first == second) == 1


# Published examples: the Court of Justice (Google Spain), the ECLI conclusions, annex, paragraph 2 (Netherlands),
# the European Court of Human Rights.
@pytest.mark.parametrize(
    ("text", "country", "court", "year", "number"),
    [
        ("ECLI:EU:C:2014:317", "EU", "C", 2014, "317"),
        ("ECLI:NL:HR:2009:384425", "NL", "HR", 2009, "384425"),
        ("ECLI:CE:ECHR:2015:1013JUD000355907", "CE", "ECHR", 2015, "1013JUD000355907"),
        ("ecli:de:bverfg:2020:rs20200505.2bvr085915", "DE", "BVERFG", 2020, "RS20200505.2BVR085915"),
    ],
)
def test_published_case_identifiers_are_read(text: str, country: str, court: str, year: int, number: str) -> None:
    found = Ecli.parse(text)

    assert found == Ecli(country=country, court=court, year=year, number=number)
    assert str(found) == text.upper()


@pytest.mark.parametrize(
    ("text", "kind", "year", "number", "wording"),
    [
        # the register of EUR-Lex: the AI Act, the General Data Protection Regulation, a consolidated wording of it
        ("http://data.europa.eu/eli/reg/2024/1689/oj", "reg", 2024, "1689", "oj"),
        ("http://data.europa.eu/eli/reg/2016/679/oj", "reg", 2016, "679", "oj"),
        ("https://eur-lex.europa.eu/eli/reg/2016/679/2016-05-04", "reg", 2016, "679", "2016-05-04"),
        ("http://data.europa.eu/eli/dir/2014/92/oj", "dir", 2014, "92", "oj"),
    ],
)
def test_published_act_identifiers_are_read(text: str, kind: str, year: int, number: str, wording: str) -> None:
    assert Eli.parse(text) == Eli(kind=kind, year=year, number=number, wording=wording)


def test_an_act_of_the_union_is_a_work_too() -> None:
    eli = Eli.parse("http://data.europa.eu/eli/reg/2016/679/art_5/par_1/oj/eng")

    assert eli.steps == ("art_5", "par_1")
    assert str(eli.act()) == "http://data.europa.eu/eli/reg/2016/679"
    assert str(eli.work()) == "/akn/eu/act/reg/2016/2016-679"


@pytest.mark.parametrize(
    ("text", "year", "number", "is_old"),
    [
        # addresses of the portal: Criminal Code, Constitution, a law of 1998
        ("K1400000226", 2014, 226, False),
        ("K950001000_", 1995, 1000, True),
        ("Z980000284_", 1998, 284, True),
    ],
)
def test_numbers_of_the_kazakh_portal_are_read(text: str, year: int, number: int, is_old: bool) -> None:  # noqa: FBT001
    found = AdiletNumber.parse(text)

    assert (found.year, found.number, found.is_old) == (year, number, is_old)
    assert found.address(Language.RU) == f"https://adilet.zan.kz/rus/docs/{text}"


def test_element_ids_sort_as_a_reader_counts() -> None:
    eids = ["art_10", "art_2", "art_2-1", "art_1__para_10", "art_1__para_9", "art_1", "art_2-dup2"]

    found = [str(eid) for eid in sorted(map(ElementId.parse, eids))]

    assert found == ["art_1", "art_1__para_9", "art_1__para_10", "art_2", "art_2-dup2", "art_2-1", "art_10"]


def test_element_ids_know_what_lies_inside_what() -> None:
    article = ElementId.parse("art_5")
    point = article.child("para", "2").child("point", "3")

    assert str(point) == "art_5__para_2__point_3"
    assert point.parent == article.child("para", "2")
    assert article.parent is None
    assert article.holds(point)
    assert not ElementId.parse("art_55").holds(point)


def test_a_work_moves_to_its_expressions_and_files() -> None:
    # Akoma Ntoso Naming Convention 1.0, sections 4.4 to 4.6
    work = WorkId.parse("/akn/kz/act/code/2014-07-03/226-V")

    wording = work.expression(Language.KK, dt.date(2024, 6, 19))

    assert str(wording) == "/akn/kz/act/code/2014-07-03/226-V/kaz@2024-06-19"
    assert str(wording.original()) == "/akn/kz/act/code/2014-07-03/226-V/kaz@"
    assert str(wording.manifestation("akn")) == "/akn/kz/act/code/2014-07-03/226-V/kaz@2024-06-19.akn"


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (Ecli.parse, "ECLI:EU:C:2014"),
        (Ecli.parse, "ECLI:EUR:C:2014:317"),
        (Ecli.parse, "ECLI:EU:TOOLONGX:2014:317"),
        (Ecli.parse, f"ECLI:EU:C:2014:{'9' * 26}"),
        (Eli.parse, "http://example.org/eli/reg/2024/1689/oj"),
        (Eli.parse, "http://data.europa.eu/eli/reg/24/1689"),
        (AdiletNumber.parse, "K140000022"),
        (AdiletNumber.parse, "k1400000226"),
        (AdiletNumber.parse, "K14٠٠٠٠٠٢٢٦"),
        (ElementId.parse, ""),
        (ElementId.parse, "art_5____para_2"),
        (ElementId.parse, "Статья_5"),
        (WorkId.parse, "/akn/kz/act"),
        (ExpressionId.parse, "/akn/kz/act/2021-04-05/17-I"),
        (ExpressionId.parse, "/akn/kz/act/2021-04-05/17-I/kaz@2021-02-30"),
        (ManifestationId.parse, "/akn/kz/act/2021-04-05/17-I/kaz@"),
        (PeriodInForce.parse, "2024-09-01"),
        (PeriodInForce.parse, "2024-09-01/2024-09-01"),
        (PeriodInForce.parse, "2024-02-30/.."),
        (PeriodInForce.parse, "20240901/.."),
    ],
)
def test_what_is_no_identifier_is_refused(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(IdentifierError):
        parse(text)


@given(st.text(max_size=40))
def test_no_string_breaks_a_grammar(text: str) -> None:
    for parse in (Ecli.parse, Eli.parse, AdiletNumber.parse, ElementId.parse, WorkId.parse, PeriodInForce.parse):
        try:
            found = parse(text)
        except IdentifierError:
            continue
        assert parse(str(found)) == found


@given(st.none() | _DAYS, st.none() | _DAYS, _DAYS)
def test_a_period_is_half_open(start: dt.date | None, end: dt.date | None, day: dt.date) -> None:
    if start is not None and end is not None and end <= start:
        with pytest.raises(IdentifierError):
            PeriodInForce(start=start, end=end)
        return
    period = PeriodInForce(start=start, end=end)

    assert PeriodInForce.parse(str(period)) == period
    assert end is None or not period.holds(end)
    assert start is None or period.holds(start)
    following = PeriodInForce(start=end) if end is not None else None
    assert following is None or not period.overlaps(following)
    assert period.overlaps(PeriodInForce(start=day, end=day + dt.timedelta(days=1))) == period.holds(day)
