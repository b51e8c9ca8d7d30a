"""References stay true while the library grows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from app.texts import BEES_RU, ORCHARDS_RU
from zhargy.app import consulting, holdings
from zhargy.app.adding import add, add_samples
from zhargy.app.linking import linked
from zhargy.app.ports import Store, Workbench
from zhargy.app.structuring import structure_bytes
from zhargy.model import Outcome, Reference
from zhargy.model.frbr import ExpressionId

ORCHARDS = "/akn/zz/act/2019-03-04/88-V"
BY_NAME = """ВЫМЫШЛЕННЫЙ ЗАКОН

О меде

8 мая 2020 года № 13-VI

Статья 1. Мед

Мед собирают по правилам статьи 1 Пчелиного кодекса.
"""
APIARIES = """Пчелиный кодекс

9 мая 2020 года № 14-VI

Статья 1. Пасека

Пасека ставится в саду.
"""


def outside(bench: Workbench, expression: ExpressionId) -> list[Reference]:
    """Return the references to other acts."""
    return [
        reference
        for reference in consulting.document(bench, expression).references
        if reference.work or reference.outcome is Outcome.OUTSIDE_LIBRARY
    ]


def test_a_reference_to_an_act_of_the_library_is_found(bench: Workbench) -> None:
    add(bench, ORCHARDS_RU.encode(), name="orchards.txt")

    bees = add(bench, BEES_RU.encode(), name="bees.txt").edition

    (reference,) = outside(bench, bees.id)
    assert (reference.outcome, reference.work) == (Outcome.FOUND, ORCHARDS)
    assert reference.eids == ("art_1__para_1",)
    provision = consulting.provision(bench, ExpressionId.parse(f"{reference.work}/rus@"), reference.eids[0])
    assert "ухаживает садовник" in provision.text


@pytest.mark.parametrize(("citing", "cited", "work"), [
    (BEES_RU, ORCHARDS_RU, ORCHARDS),
    (BY_NAME, APIARIES, "/akn/zz/act/code/2020-05-09/14-VI"),
])  # fmt: skip
def test_an_act_that_comes_later_is_found_by_those_that_named_it(
    bench: Workbench, citing: str, cited: str, work: str
) -> None:
    bees = add(bench, citing.encode(), name="citing.txt").edition
    (before,) = outside(bench, bees.id)

    add(bench, cited.encode(), name="cited.txt")

    (after,) = outside(bench, bees.id)
    assert (before.outcome, before.work) == (Outcome.OUTSIDE_LIBRARY, "")
    assert (after.outcome, after.work) == (Outcome.FOUND, work)
    assert holdings.statistics(bench).references[Outcome.OUTSIDE_LIBRARY] == 0


class ClosedBooks:
    """A store of which nobody may open a text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> object:
        assert name not in {"document", "text", "node"}
        return getattr(self._store, name)


def test_no_citing_text_is_opened_for_an_act_that_comes_later(bench: Workbench) -> None:
    bees = add(bench, BEES_RU.encode(), name="bees.txt").edition

    add(replace(bench, store=cast("Store", ClosedBooks(bench.store))), ORCHARDS_RU.encode(), name="orchards.txt")

    (after,) = outside(bench, bees.id)
    assert (after.outcome, after.work, after.eids) == (Outcome.FOUND, ORCHARDS, ("art_1__para_1",))


def test_a_new_wording_takes_away_what_it_no_longer_has(bench: Workbench) -> None:
    add(bench, ORCHARDS_RU.encode(), name="orchards.txt")
    bees = add(bench, BEES_RU.encode(), name="bees.txt").edition
    shorter = ORCHARDS_RU.replace("1. За садом ухаживает садовник.", "").replace("2. Садовник", "Садовник")

    add(bench, shorter.encode(), name="shorter.txt", version=date(2025, 1, 1))

    (reference,) = outside(bench, bees.id)
    assert (reference.outcome, reference.work) == (Outcome.NOT_FOUND, ORCHARDS)


def test_the_order_of_adding_does_not_matter(bench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> None:
    from libraries import Library

    other = Library(folder=tmp_path_factory.mktemp("other"), database="").open()
    texts = [ORCHARDS_RU, BEES_RU, BY_NAME, APIARIES]
    for one, order in ((bench, texts), (other, texts[::-1])):
        for text in order:
            add(one, text.encode(), name="a.txt")

    found, _ = holdings.works(bench)
    for holding in found:
        (edition,) = holding.editions
        assert consulting.document(bench, edition.id) == consulting.document(other, edition.id)
    other.store.close()


def test_kept_references_are_those_that_linking_again_gives(bench: Workbench) -> None:
    editions = [addition.edition for addition in add_samples(bench)]

    for edition in editions:
        document = consulting.document(bench, edition.id)
        assert linked(document, acts=bench.store).references == document.references


@pytest.mark.real_data
@pytest.mark.slow
def test_codes_that_name_each_other_are_linked_alike_in_any_order(
    bench: Workbench, test_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from libraries import Library

    # the Penal Enforcement Code and the Family Code of the Russian Federation; README of the folder
    files = [test_data / "ru-codes" / f"{name}.html.zst" for name in ("102045146", "102038925")]
    constitution = test_data / "ru-codes" / "102027595.html.zst"
    other = Library(folder=tmp_path_factory.mktemp("other"), database="").open()
    for one, order in ((bench, [*files, constitution]), (other, [constitution, *files[::-1]])):
        for file in order:
            add(one, file.read_bytes(), name=file.name)

    for holding in holdings.works(bench)[0]:
        (edition,) = holding.editions
        document = consulting.document(bench, edition.id)
        assert document.references == consulting.document(other, edition.id).references
        assert document.references == linked(document, acts=bench.store).references
    assert holdings.statistics(bench) == holdings.statistics(other)
    other.store.close()


def test_without_a_library_other_acts_are_outside_it() -> None:
    document = structure_bytes(BEES_RU.encode(), name="bees.txt")

    outcomes = {reference.outcome for reference in document.references if reference.target.act_number}

    assert outcomes == {Outcome.OUTSIDE_LIBRARY}


@pytest.mark.parametrize(("country", "outcome"), [("Казахстан", "outside_library"), ("Федерация", "found")])
def test_the_code_of_another_country_is_not_put_in_the_place_of_ones_own(
    bench: Workbench, country: str, outcome: str
) -> None:
    state = {"Казахстан": "Республики Казахстан", "Федерация": "Российской Федерации"}[country]
    code = APIARIES.replace("Пчелиный кодекс", "Пчелиный кодекс Российской Федерации")
    add(bench, code.encode(), name="code.txt")

    honey = add(bench, BY_NAME.replace("ВЫМЫШЛЕННЫЙ ЗАКОН", f"Закон {state}").encode(), name="honey.txt").edition

    (reference,) = outside(bench, honey.id)
    assert reference.outcome == outcome
