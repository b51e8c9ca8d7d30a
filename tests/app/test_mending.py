"""Undoing repairs and making them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.texts import BEES_RU, ORCHARDS_KK, Scanner, scan
from zhargy.app import consulting, holdings, mending
from zhargy.app.adding import add, add_samples
from zhargy.app.holdings import AdditionStatus, Edition
from zhargy.app.ports import Workbench
from zhargy.errors import NotFound, TryLater, UnreadableInput
from zhargy.model import Document, Outcome, Repair
from zhargy.model.frbr import ExpressionId


@pytest.fixture
def orchards(bench: Workbench) -> ExpressionId:
    """The edition of an act with mixed alphabets."""
    return add(bench, ORCHARDS_KK.encode(), name="a.txt").edition.id


def repair_of(document: Document, words: str) -> Repair:
    return next(repair for repair in document.repairs if repair.before == words)


def test_an_undone_repair_gives_the_words_of_the_source(bench: Workbench, orchards: ExpressionId) -> None:
    repair = repair_of(consulting.document(bench, orchards), "есептiк")

    edition = mending.undo(bench, orchards, repair.id)

    document = consulting.document(bench, orchards)
    assert "сайын есептiк кітап" in document.text
    assert repair not in document.repairs
    assert edition == holdings.edition(bench, orchards)
    assert (edition.undone, edition.repairs) == (frozenset({repair.id}), len(document.repairs))
    assert mending.undone(bench, orchards) == (repair,)
    assert "есептiк" in consulting.provision(bench, orchards, "art_1__para_2").text


def test_undone_and_made_again_is_the_identical_document(bench: Workbench) -> None:
    for addition in list(add_samples(bench)):
        before = consulting.document(bench, addition.edition.id)
        made = holdings.edition(bench, addition.edition.id)
        for repair in before.repairs:
            mending.undo(bench, addition.edition.id, repair.id)

            edition = mending.redo(bench, addition.edition.id, repair.id)

            assert consulting.document(bench, addition.edition.id) == before
            assert edition == made


def test_repairs_are_undone_one_after_another(bench: Workbench, orchards: ExpressionId) -> None:
    before = consulting.document(bench, orchards)
    ids = [repair_of(before, words).id for words in ("есептiк", "кiтап", "күтедi")]

    for repair in ids:
        mending.undo(bench, orchards, repair)
    mending.redo(bench, orchards, ids[0])

    text = consulting.document(bench, orchards).text
    assert "есептік кiтап" in text
    assert "күтедi" in text
    assert holdings.edition(bench, orchards).undone == set(ids[1:])


def test_doing_it_twice_is_the_same_as_once(bench: Workbench, orchards: ExpressionId) -> None:
    repair = repair_of(consulting.document(bench, orchards), "есептiк").id
    made = holdings.edition(bench, orchards)

    assert mending.redo(bench, orchards, repair) == made
    assert mending.undo(bench, orchards, repair) == mending.undo(bench, orchards, repair)


@pytest.mark.parametrize("change", [mending.undo, mending.redo])
def test_an_unknown_repair_is_named(bench: Workbench, orchards: ExpressionId, change: type) -> None:
    with pytest.raises(NotFound) as refused:
        change(bench, orchards, "0123456789ab")

    assert refused.value.code == "L105"
    assert refused.value.params == {"repair": "0123456789ab", "expression": str(orchards)}


def test_adding_the_file_again_keeps_what_was_undone(bench: Workbench, orchards: ExpressionId) -> None:
    repair = repair_of(consulting.document(bench, orchards), "есептiк").id
    edition = mending.undo(bench, orchards, repair)

    again = add(bench, ORCHARDS_KK.encode(), name="a.txt")

    assert (again.edition, again.status) == (edition, AdditionStatus.UNCHANGED)


def test_an_edition_keeps_its_name_when_the_words_it_was_named_by_change(bench: Workbench) -> None:
    text = "1-бап. Есептiк\n\nАуа райы.\n"
    edition = add(bench, text.encode(), name="a.txt").edition
    repair = repair_of(consulting.document(bench, edition.id), "Есептiк").id

    again = mending.undo(bench, edition.id, repair)

    assert again.id == edition.id
    assert holdings.statistics(bench).works == 1


def test_nothing_changes_when_the_original_is_gone(bench: Workbench, orchards: ExpressionId) -> None:
    edition = holdings.edition(bench, orchards)
    before = consulting.document(bench, orchards)
    bench.originals.drop(edition.sha256)

    with pytest.raises(UnreadableInput) as refused:
        mending.undo(bench, orchards, before.repairs[0].id)

    assert refused.value.code == "L107"
    assert consulting.document(bench, orchards) == before
    assert holdings.edition(bench, orchards) == edition


def test_scanned_pages_are_not_lost_where_they_cannot_be_read_again(bench: Workbench) -> None:
    with_scanner = replace(bench, recognise=Scanner(ORCHARDS_KK))
    edition = add(with_scanner, scan(), name="scan.pdf").edition
    repair = repair_of(consulting.document(bench, edition.id), "есептiк").id

    with pytest.raises(TryLater) as refused:
        mending.undo(replace(bench, recognise=None), edition.id, repair)

    assert refused.value.code == "L113"
    assert mending.undo(with_scanner, edition.id, repair).undone == {repair}


@pytest.mark.parametrize("change", [mending.undo, mending.redo])
def test_an_edition_that_is_no_longer_the_one_that_was_seen_stays_as_it_is(
    bench: Workbench, orchards: ExpressionId, change: Callable[..., Edition]
) -> None:
    seen = holdings.edition(bench, orchards)
    first, second = (repair.id for repair in consulting.document(bench, orchards).repairs[:2])
    changed = mending.undo(bench, orchards, first, seen=seen)

    with pytest.raises(TryLater) as refused:
        change(bench, orchards, first if change is mending.redo else second, seen=seen)

    assert refused.value.code == "L106"
    assert holdings.edition(bench, orchards) == changed
    assert change(bench, orchards, first if change is mending.redo else second, seen=changed) != changed


def test_what_other_acts_cite_follows_the_tree_that_a_repair_changes(bench: Workbench) -> None:
    mixed = ORCHARDS_KK.replace("1-бап.", "1-бaп.")
    cited = add(bench, mixed.encode(), name="orchards.txt").edition.id
    bees = add(bench, BEES_RU.encode(), name="bees.txt").edition.id
    repair = repair_of(consulting.document(bench, cited), "бaп").id

    outcomes = []
    for change in (mending.undo, mending.redo):
        outcomes.append(consulting.document(bench, bees).references[-1].outcome)
        change(bench, cited, repair)
    outcomes.append(consulting.document(bench, bees).references[-1].outcome)

    assert outcomes == [Outcome.FOUND, Outcome.NOT_FOUND, Outcome.FOUND]


def test_who_changed_the_edition_meanwhile_wins(bench: Workbench) -> None:
    scanner = Scanner(ORCHARDS_KK)
    with_scanner = replace(bench, recognise=scanner)
    edition = add(with_scanner, scan(), name="scan.pdf").edition
    first, second = (repair.id for repair in consulting.document(bench, edition.id).repairs[:2])

    class Meanwhile(Scanner):
        """Somebody undoes a repair while the pages are being read."""

        def __call__(self, png: bytes, /) -> object:  # type: ignore[override]
            mending.undo(with_scanner, edition.id, first)
            return super().__call__(png)

    with pytest.raises(TryLater) as refused:
        mending.undo(replace(bench, recognise=Meanwhile(ORCHARDS_KK)), edition.id, second)  # type: ignore[arg-type]

    assert refused.value.code == "L106"
    assert holdings.edition(bench, edition.id).undone == {first}
