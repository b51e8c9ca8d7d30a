"""What counts as one deed under two norms, and what is lawful concurrence."""

from __future__ import annotations

import time

import pytest

from norms.packs_at_hand import fact, norm, pack_of, truths
from zhargy.norms.packs import Pack
from zhargy.norms.verification import VerificationFinding, verify

FINE = "sanction: {alternatives: [{kind: fine, unit: mci, to: 100}]}"
PRISON = "sanction: {alternatives: [{kind: imprisonment, unit: years, to: 3}]}"
RIVALS = {"N401", "N402", "N403", "N422"}


def rivals(pack: Pack) -> list[VerificationFinding]:
    return [each for each in verify(pack) if each.code in RIVALS]


def act(*norms: str, facts: str = "abcdef") -> Pack:
    return pack_of(*truths(list(facts)), *norms)


def test_two_deeds_that_one_person_can_do_at_once_are_no_rivals() -> None:
    assert rivals(act(norm("art_1", "a and b", FINE), norm("art_2", "a and c", PRISON))) == []


def test_a_norm_that_says_all_that_another_says_is_its_rival() -> None:
    (told,) = rivals(act(norm("art_1", "a", FINE), norm("art_2", "a and b", PRISON)))

    assert (told.code, told.params["nearness"], told.params["narrow"]) == ("N401", "contained", "art_2")


def test_a_rule_of_priority_settles_it() -> None:
    assert rivals(act(norm("art_1", "a", FINE), norm("art_2", "a and b", PRISON, "prevails_over: [art_1]"))) == []


def test_an_exception_that_keeps_them_apart_settles_it() -> None:
    apart = norm("art_3", "b", "defeats: [art_1]", kind="exception")

    assert rivals(act(norm("art_1", "a", FINE), norm("art_2", "a and b", PRISON), apart)) == []


def test_an_aggravated_form_is_no_rival_of_its_basic_form() -> None:
    basic, graver = norm("art_1__para_1", "a", FINE), norm("art_1__para_2", "b", "basic: art_1__para_1", PRISON)

    assert rivals(act(basic, graver)) == []


def test_one_way_of_meeting_a_norm_is_enough() -> None:
    (told,) = rivals(act(norm("art_1", "a and b", FINE), norm("art_2", "a and (b or c) and d", PRISON)))

    assert (told.params["nearness"], told.params["way"], told.params["narrow"]) == ("in_one_way", "b", "art_2")


def test_one_element_less_is_told_where_two_others_are_shared() -> None:
    (told,) = rivals(act(norm("art_1", "a and b and c", FINE), norm("art_2", "a and b and d and e", PRISON)))

    assert (told.code, told.params["missing"], told.params["wide"]) == ("N402", "c", "art_1")


def test_elements_that_every_article_asks_for_are_no_common_ground() -> None:
    others = [norm(f"art_{at}", f"a and b and {deed}", FINE) for at, deed in enumerate("cde", start=1)]

    assert rivals(act(*others)) == []


def test_choices_that_exclude_each_other_are_never_met_together() -> None:
    role = fact("role", "enum", "choices: [citizen, soldier]")
    norms = [norm("art_1", 'a and role = "citizen"', FINE), norm("art_2", 'a and role = "soldier"', PRISON)]

    assert rivals(pack_of(*truths(["a"]), role, *norms)) == []


def test_thresholds_that_exclude_each_other_are_never_met_together() -> None:
    damage = fact("damage", "money", "unit: KZT")
    small, great = norm("art_1", "a and damage <= 100 KZT", FINE), norm("art_2", "a and damage > 100.5 KZT", PRISON)

    assert rivals(pack_of(*truths(["a"]), damage, small, great)) == []


def test_wordings_that_follow_each_other_are_never_law_together() -> None:
    before = norm("art_1", "a", FINE, "valid: 2025-07-01/2026-01-01")
    after = norm("art_2", "a and b", PRISON, "valid: 2026-01-01/..")

    assert rivals(act(before, after)) == []


def test_whole_years_are_exact_where_two_ages_meet() -> None:
    birth, day = fact("birth", "date"), fact("day", "date")
    young = norm("art_1", "a and years between birth and day < 18", FINE)
    grown = norm("art_2", "a and b and years between birth and day >= 18", PRISON)

    assert rivals(pack_of(*truths(["a", "b"]), birth, day, young, grown)) == []


def test_what_is_unknown_to_formulas_is_never_told_without_a_case() -> None:
    things = fact("persons", "list", "fields: {guilty: {type: bool}}")
    norms = [norm("art_1", "a", FINE), norm("art_2", "a and any p in persons (p.guilty)", PRISON)]

    told = verify(pack_of(*truths(["a"]), things, *norms))

    assert {each.code for each in told} <= {"N428"}


def _article(number: int) -> list[str]:
    deed = f"d{number} and d{(number + 1) % 100} and (w{number % 7} or w{number % 5}) and not c{number % 11}"
    basic = f"art_{number}__para_1"
    return [
        norm(basic, deed, FINE),
        norm(f"art_{number}__para_2", f"g{number % 13} and sum.taken > {number} KZT", f"basic: {basic}", PRISON),
    ]


@pytest.mark.slow
def test_two_hundred_norms_take_less_than_ten_seconds() -> None:
    names = [f"d{at}" for at in range(100)] + [f"w{at}" for at in range(7)] + [f"c{at}" for at in range(11)]
    blocks = [*truths([*names, *(f"g{at}" for at in range(13))]), fact("sum.taken", "money", "unit: KZT")]
    pack = pack_of(*blocks, *(each for number in range(100) for each in _article(number)))
    start = time.process_time()

    told = verify(pack)

    assert len(pack.norms) == 200
    assert time.process_time() - start < 10
    assert [each.code for each in told if each.code in RIVALS] == []


def test_a_higher_threshold_implies_a_lower_one() -> None:
    damage = fact("damage", "money", "unit: KZT")
    low, high = norm("art_1", "a and damage > 100 KZT", FINE), norm("art_2", "b and a and damage > 500 KZT", PRISON)

    (told,) = rivals(pack_of(*truths(["a", "b"]), damage, low, high))

    assert (told.params["nearness"], told.params["narrow"], told.params["wide"]) == ("contained", "art_2", "art_1")


def test_a_general_rule_that_puts_the_special_norm_first_settles_what_is_contained() -> None:
    general = "```yaml general_part\nlimits: []\ncategories: []\nspecial_rule: art_13\n```\n"
    contained = [norm("art_1", "a", FINE), norm("art_2", "a and b", PRISON)]
    in_one_way = [norm("art_1", "a and b", FINE), norm("art_2", "a and (b or c) and d", PRISON)]

    assert rivals(act(general, *contained)) == []
    assert [each.code for each in rivals(act(general, *in_one_way))] == ["N401"]
