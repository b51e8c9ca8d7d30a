"""Adding texts to the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from app.texts import NAMELESS, NEWER_KK, ORCHARDS_KK, ORCHARDS_RU, Scanner, scan
from libraries import Library
from zhargy.app import consulting, holdings
from zhargy.app.adding import add, add_files, add_samples
from zhargy.app.holdings import Addition, AdditionStatus, Provenance, Refusal
from zhargy.app.ports import Workbench
from zhargy.errors import UnreadableInput, UsageError
from zhargy.model.frbr import WorkId
from zhargy.text import Language

WORK = WorkId(country="zz", kind="act", date="2019-03-04", number="88-V")
SAMPLES = (5, 3)  # files and acts that packs/samples/index.json names


def test_a_new_act_is_kept_with_where_it_comes_from(bench: Workbench) -> None:
    moment = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    provenance = Provenance(source="https://example.org/88", licence="CC BY 4.0", fetched=date(2026, 11, 1))

    added = add(replace(bench, now=lambda: moment), ORCHARDS_KK.encode(), name="orchards.txt", provenance=provenance)

    edition = holdings.edition(bench, added.edition.id)
    assert added == Addition(edition=edition, status=AdditionStatus.NEW)
    assert (edition.id.work, edition.id.language, edition.id.version) == (WORK, Language.KK, None)
    assert (edition.title, edition.name, edition.reader) == ("Алма бақтары туралы", "orchards.txt", "text")
    assert (edition.added, edition.provenance) == (moment, provenance)
    assert (edition.start, edition.end) == (date(2019, 3, 4), None)
    assert edition.size == len(ORCHARDS_KK.encode())


def test_the_same_file_twice_changes_nothing_and_is_not_read_again(bench: Workbench) -> None:
    scanner = Scanner(ORCHARDS_KK)
    bench = replace(bench, recognise=scanner)
    first = add(bench, scan(), name="scan.pdf")
    before = holdings.statistics(bench)

    second = add(bench, scan(), name="scan.pdf")

    assert second == Addition(edition=first.edition, status=AdditionStatus.UNCHANGED)
    assert holdings.statistics(bench) == before
    assert scanner.pages == 1


def test_the_same_file_told_the_same_in_another_way_changes_nothing(bench: Workbench) -> None:
    first = add(bench, ORCHARDS_KK.encode(), name="a.txt")

    second = add(bench, ORCHARDS_KK.encode(), name="b.txt", work=WORK, language=Language.KK, reader="text")

    assert second == Addition(edition=first.edition, status=AdditionStatus.UNCHANGED)


def test_the_same_words_in_another_file_change_nothing(bench: Workbench) -> None:
    first = add(bench, ORCHARDS_KK.encode(), name="a.txt")

    second = add(bench, ORCHARDS_KK.encode("utf-16"), name="b.txt")

    assert second == Addition(edition=first.edition, status=AdditionStatus.UNCHANGED)
    assert holdings.statistics(bench).originals == 1


def test_other_words_for_the_same_edition_are_refused_and_nothing_is_replaced(
    library: Library, bench: Workbench
) -> None:
    kept = add(bench, ORCHARDS_KK.encode(), name="old.txt").edition
    before = consulting.document(bench, kept.id)

    with pytest.raises(UsageError) as refused:
        add(bench, NEWER_KK.encode(), name="new.txt")

    assert refused.value.code == "L111"
    assert refused.value.params == {"expression": str(kept.id), "name": "old.txt"}
    assert consulting.document(bench, kept.id) == before
    assert library.originals() == [kept.sha256]


def test_another_wording_with_its_own_day_is_a_new_edition(bench: Workbench) -> None:
    add(bench, ORCHARDS_KK.encode(), name="old.txt")

    added = add(bench, NEWER_KK.encode(), name="new.txt", version=date(2022, 1, 1))

    assert added.status is AdditionStatus.NEW_EDITION
    first, second = holdings.work(bench, WORK).editions
    assert (first.start, first.end) == (date(2019, 3, 4), date(2022, 1, 1))
    assert (second.start, second.end) == (date(2022, 1, 1), None)


def test_two_languages_of_an_act_stand_in_one_work(bench: Workbench) -> None:
    add(bench, ORCHARDS_KK.encode(), name="kk.txt")

    added = add(bench, ORCHARDS_RU.encode(), name="ru.txt")

    assert added.status is AdditionStatus.NEW_EDITION
    assert [edition.id.language for edition in holdings.work(bench, WORK).editions] == [Language.KK, Language.RU]


def test_what_the_caller_says_wins_over_the_text(bench: Workbench) -> None:
    work = WorkId.parse("/akn/kz/act/2001-01-01/1-II")

    edition = add(
        bench,
        ORCHARDS_KK.encode(),
        name="a.txt",
        work=work,
        language=Language.RU,
        version=date(2002, 2, 2),
        title="Сад",
    ).edition

    assert str(edition.id) == "/akn/kz/act/2001-01-01/1-II/rus@2002-02-02"
    document = consulting.document(bench, edition.id)
    assert (document.title, document.language) == ("Сад", Language.RU)
    assert document.metadata is not None
    assert (document.metadata.identifier, document.metadata.version) == (str(work), "2002-02-02")


def test_texts_without_requisites_stand_apart(bench: Workbench) -> None:
    first = add(bench, NAMELESS.encode(), name="a.txt")
    second = add(bench, NAMELESS.replace("қолшатыр", "шатыр").encode(), name="a.txt")

    assert (first.status, second.status) == (AdditionStatus.NEW, AdditionStatus.NEW)
    assert first.edition.id.work != second.edition.id.work
    assert (first.edition.start, first.edition.end) == (None, None)


def test_a_file_that_is_no_text_leaves_nothing_behind(library: Library, bench: Workbench) -> None:
    with pytest.raises(UnreadableInput):
        add(bench, bytes(range(256)) * 40, name="noise.bin")

    assert holdings.statistics(bench).works == 0
    assert library.originals() == []


def test_a_refused_file_does_not_stop_the_others_and_a_second_run_goes_on(bench: Workbench) -> None:
    files = [("a.txt", ORCHARDS_KK.encode), ("empty.txt", lambda: b""), ("b.txt", NAMELESS.encode)]

    first = list(add_files(bench, files))
    second = list(add_files(bench, files))

    assert [type(done) for done in first] == [Addition, Refusal, Addition]
    assert isinstance(first[1], Refusal)
    assert (first[1].name, first[1].error.code) == ("empty.txt", "P902")
    assert [done.status for done in second if isinstance(done, Addition)] == [AdditionStatus.UNCHANGED] * 2


def test_files_are_read_one_at_a_time(bench: Workbench) -> None:
    asked: list[str] = []

    def load(name: str) -> bytes:
        asked.append(name)
        return f"{NAMELESS}{name}".encode()

    files = [(name, partial(load, name)) for name in ("a", "b", "c")]

    adding = add_files(bench, files)
    next(adding)

    assert asked == ["a"]
    assert holdings.statistics(bench).works == 1


def test_the_sample_library_goes_in_once(bench: Workbench) -> None:
    first = list(add_samples(bench))
    again = list(add_samples(bench))

    found = holdings.statistics(bench)
    assert (found.editions, found.works) == SAMPLES
    assert AdditionStatus.UNCHANGED not in {added.status for added in first}
    assert {added.status for added in again} == {AdditionStatus.UNCHANGED}


def test_two_libraries_fed_alike_are_alike(
    library: Library, bench: Workbench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Library(folder=tmp_path_factory.mktemp("other"), database="").open()
    moment = datetime(2026, 11, 24, tzinfo=UTC)

    for one in (bench, other):
        list(add_samples(replace(one, now=lambda: moment)))

    assert holdings.works(bench) == holdings.works(other)
    assert holdings.statistics(bench) == holdings.statistics(other)
    for holding in holdings.works(bench)[0]:
        for edition in holding.editions:
            assert consulting.document(bench, edition.id) == consulting.document(other, edition.id)
    other.store.close()
