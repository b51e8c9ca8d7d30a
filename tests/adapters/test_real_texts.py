"""Whole codes and the source article through the library."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from libraries import Library
from zhargy.app import consulting, holdings
from zhargy.app.adding import add
from zhargy.app.exporting import export
from zhargy.app.holdings import AdditionStatus
from zhargy.app.ports import Workbench
from zhargy.app.structuring import structure_bytes
from zhargy.model import Kind
from zhargy.text import Language

pytestmark = [pytest.mark.real_data, pytest.mark.slow]

CRIMINAL_CODE = (
    "ru-codes/102041891.html.zst"  # of the Russian Federation, № 63-ФЗ of 13 June 1996, README of the folder
)
LARGEST = "ru-codes/102074279.html.zst"
ARTICLE = "source-article/article.kk.txt"
SECOND = 1.0  # of the processor: what a page of the portal may take


@pytest.mark.parametrize("path", [CRIMINAL_CODE, ARTICLE])
def test_a_real_text_comes_back_and_goes_out_the_same_twice(bench: Workbench, test_data: Path, path: str) -> None:
    file = test_data / path

    edition = add(bench, file.read_bytes(), name=file.name).edition

    read = structure_bytes(file.read_bytes(), name=file.name, acts=bench.store)
    document = consulting.document(bench, edition.id)
    assert document.children == read.children
    assert document.mapped == read.mapped
    assert document.repairs == read.repairs
    assert add(bench, file.read_bytes(), name=file.name).status is AdditionStatus.UNCHANGED
    for name in ("akn", "json", "md", "text"):
        assert export(bench, edition.id, format=name) == export(bench, edition.id, format=name)


def test_a_code_is_known_by_its_requisites_and_its_name(bench: Workbench, test_data: Path) -> None:
    file = test_data / CRIMINAL_CODE

    edition = add(bench, file.read_bytes(), name=file.name).edition

    assert str(edition.id.work) == "/akn/ru/act/1996-06-13/63-fz"
    for name, number in (("Уголовный кодекс", ""), ("", "63-ФЗ")):
        (hit,) = bench.store.find(name=name, number=number, date="", language=Language.RU)
        assert hit.work == str(edition.id.work)
    assert holdings.works(bench, query="кодекса уголовного")[1] == 1


def test_a_large_act_opens_within_a_second_and_its_contents_far_sooner(bench: Workbench, test_data: Path) -> None:
    file = test_data / LARGEST
    edition = add(bench, file.read_bytes(), name=file.name).edition

    took = {}
    for name, ask in (("document", consulting.document), ("contents", consulting.contents)):
        start = time.process_time()
        ask(bench, edition.id)
        took[name] = time.process_time() - start

    assert took["document"] < SECOND
    assert took["contents"] < SECOND / 4
    articles = [n for top in consulting.contents(bench, edition.id) for n in top.walk() if n.kind is Kind.ARTICLE]
    assert len(articles) == sum(n.kind is Kind.ARTICLE for n in consulting.document(bench, edition.id).walk())


def test_both_databases_give_the_same_bytes(library: Library, test_data: Path, tmp_path: Path) -> None:
    file = test_data / ARTICLE
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    benches = [library.open(), Library(folder=tmp_path / "other", database="").open()]

    editions = [add(replace(bench, now=lambda: moment), file.read_bytes(), name=file.name).edition for bench in benches]

    assert editions[0] == editions[1]
    assert len({export(bench, editions[0].id, format="json") for bench in benches}) == 1
    for bench in benches:
        bench.store.close()
