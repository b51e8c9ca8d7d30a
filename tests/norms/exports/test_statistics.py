"""What a pack holds, counted."""

from __future__ import annotations

import pytest

from norms.packs_at_hand import case, norm, pack_of, reading, truths
from zhargy.app.norms import pack, pack_names
from zhargy.norms.exports import statistics_of
from zhargy.norms.packs import NormKind
from zhargy.text import Language


def test_the_fictional_act_is_counted() -> None:
    told = statistics_of(pack("sample"))

    # Counted by hand in the files of the pack.
    assert told.kinds == {
        NormKind.DEFINITION: 2,
        NormKind.OFFENCE: 5,
        NormKind.CLASSIFICATION: 2,
        NormKind.GENERAL_RULE: 2,
        NormKind.EXCEPTION: 4,
        NormKind.MITIGATION: 1,
        NormKind.BAR: 1,
    }
    assert (told.norms, told.sanctions, told.branches, told.readings) == (17, 5, 3, 1)
    # An exception to two norms and one to a mitigation; one to the first; one to that.
    assert told.exceptions == {1: 2, 2: 1, 3: 1}
    assert told.anchored == told.norms


def test_examples_are_counted_by_norm() -> None:
    blocks = [
        *truths(["a"]),
        norm("art_1", "a"),
        norm("art_2", "a"),
        case("{a: true}", "{art_1: applies, art_2: applies}"),
    ]
    further = case("{a: false}", "{art_1: not_met}").replace("name: one", "name: two")

    told = statistics_of(pack_of(*blocks, further))

    assert dict(told.cases_of) == {"art_1": 2, "art_2": 1}
    assert (told.cases, told.fewest_cases, told.median_cases) == (2, 1, 1.5)


def test_what_the_used_packs_hold_is_not_counted_as_own() -> None:
    found = pack("kz-ai-offences")

    told = statistics_of(found)

    general = found.used["general"]
    assert told.used_facts == len(general.vocabulary.facts)
    assert told.own_facts + told.used_facts == len(found.vocabulary.facts)
    assert told.norms == len(found.own_norms) < len(found.norms)
    assert told.exceptions == {1: 1}  # the insignificant deed of the General Part


def test_an_empty_pack_has_nothing() -> None:
    told = statistics_of(pack_of())

    assert (told.norms, told.cases, told.fewest_cases, told.median_cases, told.exceptions) == (0, 0, 0, 0.0, {})


def test_a_reading_about_a_norm_is_counted() -> None:
    found = pack_of(*truths(["a"]), norm("art_1", 'reading.r = "x" and a'), reading("reading.r", "[art_1]", ["x", "y"]))

    assert statistics_of(found).readings == 1


@pytest.mark.parametrize("name", pack_names())
def test_every_shipped_pack_speaks_three_languages(name: str) -> None:
    told = statistics_of(pack(name))

    assert set(told.languages) == set(Language)
    for each in told.languages.values():
        assert (each.norms, each.facts, each.cases) == (told.norms, told.own_facts, told.cases)
    assert sum(each.anchors for each in told.languages.values()) == told.anchors
