"""Every row of citation-examples.jsonl is read exactly as its author reads it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from zhargy.citations import Amendment, Change, InForce, find_citations, read_amendments
from zhargy.model import Kind, Target
from zhargy.parsing import read, structure

pytestmark = pytest.mark.real_data
_LEVELS = ("chapters", "articles", "parts", "items", "subitems")
_CHANGES = {Change.NEW_WORDING: "new wording"}


@pytest.fixture(scope="module")
def rows(test_data: Path) -> list[dict[str, Any]]:
    path = test_data / "kz-legislation" / "citation-examples.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(target: Target) -> dict[str, Any]:
    """The reading in the terms of the file: scope of this act or article, name of another act, numbers by level."""
    told: dict[str, Any] = {level: list(getattr(target, level)) for level in _LEVELS if getattr(target, level)}
    if target.scope.value.startswith("this"):
        told["scope"] = target.scope.value
    return told | ({"act": target.act} if target.act else {})


def in_words(in_force: InForce) -> str:
    if in_force.day:
        return in_force.day.isoformat()
    return f"{in_force.days_after_publication} calendar days after first official publication"


def law(amendment: Amendment, expected: dict[str, str]) -> dict[str, str]:
    """What the row tells of a law, as read: the row leaves out what it does not test."""
    told = {"date": amendment.act.act_date, "number": amendment.act.act_number}
    if amendment.in_force:
        told["in_force"] = in_words(amendment.in_force)
    told["kind"] = _CHANGES.get(amendment.change, "")
    return {key: told[key] for key in expected}


def test_the_file_has_rows_of_every_sort(rows: list[dict[str, Any]]) -> None:
    sorts = [
        next(iter({"heading", "amendment", "court_act", "act_requisites"} & set(row["expected"][0])), "")
        for row in rows
    ]

    assert len(rows) == 16
    assert set(sorts) == {"", "heading", "amendment", "court_act", "act_requisites"}


def test_citations_of_provisions_read_as_expected(rows: list[dict[str, Any]]) -> None:
    ordinary = [row for row in rows if {"articles", "parts", "items"} & set(row["expected"][0])]

    read_as = [[plain(one) for citation in find_citations(row["text"]) for one in citation.targets] for row in ordinary]

    assert read_as == [row["expected"] for row in ordinary]
    assert len(ordinary) == 11


def test_the_heading_of_an_article_is_structure_and_no_citation(rows: list[dict[str, Any]]) -> None:
    (row,) = [row for row in rows if row["expected"][0].get("heading")]

    document = structure(read(row["text"].encode(), name="heading.txt"))

    assert find_citations(row["text"]) == ()
    assert [(node.number, node.heading) for node in document.walk() if node.kind is Kind.ARTICLE] == [
        (row["expected"][0]["article"], row["expected"][0]["title"])
    ]


def test_amendment_notes_tell_the_article_and_the_laws(rows: list[dict[str, Any]]) -> None:
    for row in (row for row in rows if row["expected"][0].get("amendment")):
        (expected,) = row["expected"]

        note = read_amendments(row["text"])

        assert note is not None
        assert note.provision is not None
        assert note.provision.articles == (expected["article"],)
        assert [law(one, told) for one, told in zip(note.amendments, expected["laws"], strict=True)] == expected["laws"]


def test_a_court_act_tells_court_date_and_number(rows: list[dict[str, Any]]) -> None:
    (row,) = [row for row in rows if "court_act" in row["expected"][0]]

    (citation,) = find_citations(row["text"])

    target = citation.targets[0]
    assert citation.span.of(row["text"]) == row["text"]
    assert [{"court_act": target.act_author, "date": target.act_date, "number": target.act_number}] == row["expected"]


def test_requisites_alone_tell_date_number_and_kind(rows: list[dict[str, Any]]) -> None:
    (row,) = [row for row in rows if "act_requisites" in row["expected"][0]]

    (citation,) = find_citations(row["text"])

    told = asdict(citation.targets[0])
    assert {"date": told["act_date"], "number": told["act_number"], "kind": told["act_kind"]} == row["expected"][0][
        "act_requisites"
    ]
