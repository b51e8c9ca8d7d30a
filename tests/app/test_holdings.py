"""What the library holds, and as it stood on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts import NAMELESS, NEWER_KK, ORCHARDS_KK, ORCHARDS_RU
from zhargy.app import holdings
from zhargy.app.adding import add, add_samples
from zhargy.app.ports import Workbench
from zhargy.errors import NotFound
from zhargy.model import Outcome
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language

WORK = WorkId(country="zz", kind="act", date="2019-03-04", number="88-V")
CHANGE = date(2022, 1, 1)


@pytest.fixture
def orchards(bench: Workbench) -> Workbench:
    """A library with two Kazakh wordings and one Russian of one act."""
    add(bench, ORCHARDS_KK.encode(), name="old.txt")
    add(bench, NEWER_KK.encode(), name="new.txt", version=CHANGE)
    add(bench, ORCHARDS_RU.encode(), name="ru.txt", version=date(2020, 6, 1))
    return bench


@pytest.mark.parametrize(
    ("day", "language", "version"),
    [
        (date(2019, 3, 4), Language.KK, None),
        (CHANGE - timedelta(days=1), Language.KK, None),
        (CHANGE, Language.KK, CHANGE),
        (date(2099, 1, 1), Language.KK, CHANGE),
        (date(2099, 1, 1), Language.RU, date(2020, 6, 1)),
        (date(2020, 6, 1), None, None),
    ],
)
def test_the_wording_of_a_day_is_the_one_whose_half_open_period_holds_it(
    orchards: Workbench, day: date, language: Language | None, version: date | None
) -> None:
    edition = holdings.edition_on(orchards, WORK, day=day, language=language)

    assert (edition.id.language, edition.id.version) == (language or Language.KK, version)


@pytest.mark.parametrize(
    ("day", "language"),
    [
        (date(2019, 3, 3), Language.KK),
        (date(2019, 3, 3), None),
        (date(2020, 5, 31), Language.RU),
        (CHANGE, Language.EN),
    ],
)
def test_no_other_day_or_language_is_put_in_the_place_of_the_one_asked_for(
    orchards: Workbench, day: date, language: Language | None
) -> None:
    with pytest.raises(NotFound) as refused:
        holdings.edition_on(orchards, WORK, day=day, language=language)

    assert refused.value.code == "L102"
    assert refused.value.params == {"work": str(WORK), "day": day.isoformat()}


def test_without_a_language_the_one_in_which_the_act_stood_is_taken(bench: Workbench) -> None:
    add(bench, ORCHARDS_RU.encode(), name="ru.txt")

    edition = holdings.edition_on(bench, WORK, day=CHANGE)

    assert edition.id.language is Language.RU


def test_a_text_without_any_date_stands_on_every_day(bench: Workbench) -> None:
    added = add(bench, NAMELESS.encode(), name="a.txt").edition

    assert holdings.edition_on(bench, added.id.work, day=date(1, 1, 1)) == added


@given(days=st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1, max_size=5, unique=True), at=st.dates())
def test_the_periods_of_a_language_neither_overlap_nor_leave_gaps(days: list[date], at: date) -> None:
    from zhargy.adapters.database.models import Expression
    from zhargy.adapters.database.rows import editions_of

    rows = [
        Expression(uri=str(WORK.expression(Language.KK, day)), language="kk", version=day, start=day) for day in days
    ]

    standing = [edition for edition in editions_of(rows, {}) if edition.holds(at)]

    before = [day for day in days if day <= at]
    assert [edition.start for edition in standing] == ([max(before)] if before else [])


def test_what_is_not_there_is_told_apart(orchards: Workbench) -> None:
    unknown = WorkId.parse("/akn/kz/act/1999-09-09/9")

    with pytest.raises(NotFound) as no_work:
        holdings.edition(orchards, unknown.expression(Language.KK))
    with pytest.raises(NotFound) as no_expression:
        holdings.edition(orchards, ExpressionId(work=WORK, language=Language.EN))

    assert (no_work.value.code, no_expression.value.code) == ("L101", "L103")


@pytest.mark.parametrize(
    "query",
    ["алма бақтары", "БАҚТАРЫ АЛМА", "бақ", "бақтардың", "садов яблоневых", "ЯБЛОНЕВ", "88-V", "aлма", "", "  "],
)
def test_a_work_is_found_by_words_of_its_titles(orchards: Workbench, query: str) -> None:
    found, count = holdings.works(orchards, query=query)

    assert ([holding.id for holding in found], count) == ([WORK], 1)


@pytest.mark.parametrize("query", ["алма гүл", "лма", "%", "_", "садовник", "' OR 1=1 --"])
def test_a_work_is_not_found_by_other_words(orchards: Workbench, query: str) -> None:
    found, count = holdings.works(orchards, query=query)

    expected = 1 if query in {"%", "_"} else 0  # marks are no words, so they ask for nothing
    assert (len(found), count) == (expected, expected)


def test_works_come_by_title_in_pages(bench: Workbench) -> None:
    for title in ("Ән туралы", "Ат туралы", "Яшма туралы", "Қой туралы"):
        add(bench, f"{NAMELESS}{title}".encode(), name="a.txt", title=title)

    first, count = holdings.works(bench, limit=3)
    second, _ = holdings.works(bench, offset=3, limit=3)

    assert [holding.title for holding in (*first, *second)] == ["Ат туралы", "Ән туралы", "Қой туралы", "Яшма туралы"]
    assert (len(first), count) == (3, 4)


def test_a_work_shows_its_newest_title_in_the_first_of_its_languages(orchards: Workbench) -> None:
    renamed = ORCHARDS_KK.replace("Алма бақтары", "Жеміс бақтары")
    add(orchards, renamed.encode(), name="renamed.txt", version=date(2023, 1, 1))

    holding = holdings.work(orchards, WORK)

    assert (holding.title, holding.language) == ("Жеміс бақтары туралы", Language.KK)
    assert holdings.works(orchards, query="алма")[1] == 1


def test_statistics_count_what_was_added(bench: Workbench) -> None:
    added = [addition.edition for addition in add_samples(bench)]

    found = holdings.statistics(bench)

    assert (found.works, found.editions, found.originals) == (3, 5, 5)
    assert found.by_language == {Language.KK: 2, Language.RU: 2, Language.EN: 1}
    assert found.bytes == sum(edition.size for edition in added)
    assert found.provisions == sum(edition.provisions for edition in added)
    assert found.repairs == sum(edition.repairs for edition in added)
    assert set(found.references) == set(Outcome)
    assert sum(found.references.values()) == sum(edition.references for edition in added)


def test_an_empty_library_has_nothing(bench: Workbench) -> None:
    assert holdings.works(bench) == ((), 0)
    assert (holdings.statistics(bench).works, holdings.statistics(bench).bytes) == (0, 0)
