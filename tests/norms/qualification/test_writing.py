"""Everything that was found, as plain values."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from norms.qualification.small_code import judged, known, tenge
from zhargy.norms.qualification import (
    Answer,
    LaidPenalty,
    Offence,
    Qualification,
    Threat,
    contrasts,
    write_contrast,
    write_qualification,
)

FACTS = known(taken=True, official=True, stolen=tenge(9_000_000), copied=True, woman=True, sorry=True)


def plain() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(write_qualification(judged(FACTS))))
    return told


def test_what_is_written_survives_json() -> None:
    found = write_qualification(judged(FACTS))

    assert json.loads(json.dumps(found)) == found


#: Fields that are written under another name, or told by what is written of them.
RENAMED = {"choices": "readings", "norm": "id", "case": "category", "circumstances": "bars", "penalty": "kind"}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Qualification, ()),
        (Answer, ("answers", 0)),
        (Offence, ("answers", 0, "offences", 0)),
        (LaidPenalty, ("answers", 0, "offences", 0, "threats", 0, "alternatives", 0, "penalties", 0)),
    ],
)
def test_every_field_of_an_answer_is_written(kind: type, path: tuple[str | int, ...]) -> None:
    told: Any = plain()
    for step in path:
        told = told[step]

    renamed = {**RENAMED, "turns": "turns"}
    missing = {field.name for field in fields(kind)} - set(told) - {"is_mandatory"}  # written of accessories
    assert {name for name in missing if renamed.get(name) not in told} == set()


def test_a_threat_is_written_whole() -> None:
    threat = plain()["answers"][0]["offences"][0]["threats"][0]

    written = set(threat) | {"case", "choices", "circumstances"}
    assert {field.name for field in fields(Threat)} <= written
    assert threat["category"] == {"category": "grave", "ground": "term", "rule": "art_11"}
    assert [laid["kind"] for choice in threat["alternatives"] for laid in choice["penalties"]] == [
        "fine",
        "imprisonment",
    ]
    assert threat["alternatives"][0]["penalties"][0]["worth"] == {
        "lower": "90000000 KZT",
        "upper": "180000000 KZT",
        "index": None,
    }


def test_ends_say_where_they_come_from() -> None:
    told = write_qualification(judged(known(taken=True)))

    fine = told["answers"][0]["offences"][0]["threats"][0]["alternatives"][0]["penalties"][0]
    assert fine["lower"] == {"source": "derived", "value": 200, "unit": "mci", "rule": "art_20"}
    assert fine["upper"] == {"source": "stated", "value": 1000, "unit": "mci"}


def test_an_offence_is_named_by_its_provision() -> None:
    told = plain()["answers"][0]["offences"][0]

    assert (told["id"], told["eid"], told["article"], told["part"]) == ("art_1__para_2", "art_1__para_2", "1", "2")
    assert told["explanation"]["truth"] == "true"
    assert told["explanation"]["steps"][1]["condition"].startswith("any of (met(art_1__para_2__point_1)")


def test_an_unknown_fact_is_written_with_its_question_in_each_language() -> None:
    facts = known(taken=True)
    del facts["official"]

    (told,) = write_qualification(judged(facts))["unknown"]

    assert told["fact"] == "official"
    assert told["words"]["kk"] == {"label": "Label", "question": "Which?"}


def test_a_comparison_is_written_line_by_line() -> None:
    (found,) = contrasts(judged(known(taken=True)), judged(known(taken=True, machine=True)))

    told = write_contrast(found)

    assert (told["only_left"], told["only_right"]) == (["art_1__para_1"], ["art_2"])
    assert {line["kind"]: line["verdict"] for line in told["pairings"][0]["lines"]} == {
        "fine": "incomparable",
        "imprisonment": "milder",
        "life": "incomparable",
    }
    assert told["pairings"][0]["ceiling"] == {"verdict": "milder", "reason": "kind", "rule": "art_19"}
