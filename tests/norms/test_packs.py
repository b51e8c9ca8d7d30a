"""Packs are read whole or refused with everything that is wrong, each thing with its two addresses."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from norms.packs_at_hand import HEAD, case, fact, norm, pack_of
from zhargy.model import PeriodInForce
from zhargy.norms.packs import NormKind, PackRefused, Standing, read_pack
from zhargy.norms.problems import Problem
from zhargy.packs import norm_packs
from zhargy.text import Language

AGE = fact("age", "number", "unit: years", "most: 130")


def problems(*blocks: str, head: str = HEAD) -> tuple[Problem, ...]:
    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": "\n".join([head, *blocks])})
    return refused.value.problems


def test_a_pack_says_what_it_encodes() -> None:
    pack = pack_of(AGE, norm("art_1", "age < 18"))

    assert (pack.id, str(pack.act), pack.editions) == ("trial", "/akn/kz/act/2025-02-10/9-II", (date(2025, 7, 1),))
    assert (pack.title[Language.RU], pack.sources, pack.encoder, pack.reviewer) == ("Проба", ("made up",), "nobody", "")
    assert pack.vocabulary.facts["age"].most == Decimal(130)


def test_a_norm_has_its_fields() -> None:
    more = ("basic: art_1", "defeats: [art_3]", "prevails_over: [art_1]", "valid: 2025-07-01/..", "subject: age >= 16")
    others = (norm("art_1", "age < 18"), norm("art_3", "age < 18"))
    pack = pack_of(AGE, *others, norm("art_2__para_1", "true", *more, kind="duty"))

    found = pack.norms["art_2__para_1"]
    assert (found.kind, found.basic) == (NormKind.DUTY, "art_1")
    assert (found.defeats, found.prevails_over) == (("art_3",), ("art_1",))
    assert found.valid == PeriodInForce(start=date(2025, 7, 1))
    assert found.subject is not None


def test_norms_stand_in_the_order_of_the_act() -> None:
    pack = pack_of(AGE, norm("art_10", "age < 18"), norm("art_2-1", "age < 18"), norm("art_2", "age < 18"))

    assert list(pack.norms) == ["art_2", "art_2-1", "art_10"]


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    found = problems(AGE, norm("art_1", "aeg < 18", "defeat: []"), norm("art_2", "age < ", kind="offense"))

    assert [problem.code for problem in found] == ["N212", "N254", "N257", "N202"]


def test_a_problem_has_the_address_in_the_file_and_in_the_law() -> None:
    text = "\n".join([HEAD, AGE, norm("art_1", "age < 18 hours")])

    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": text})

    place = refused.value.problems[0].place
    line = text.splitlines()[place.line - 1]
    assert (place.file, place.norm) == ("trial.md", "art_1")
    assert line[place.column - 1 :] == "age < 18 hours"


@pytest.mark.parametrize(
    "written",
    ["age < 18 and\n  aeg > 1", "|\n  age < 18 and\n  aeg > 1", ">\n    age < 18\n    and aeg > 1", '"aeg > 1"'],
)
def test_a_condition_over_several_lines_keeps_its_places(written: str) -> None:
    text = "\n".join([HEAD, AGE, norm("art_1", written)])

    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": text})

    place = refused.value.problems[0].place
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith("aeg > 1")


def test_words_of_yaml_that_look_like_truth_values_stay_words() -> None:
    pack = pack_of(fact("country", "enum", "choices: [no, kz]"), norm("art_1", "'country = \"no\"'"))

    assert pack.vocabulary.facts["country"].choices == ("no", "kz")


def test_money_is_counted_in_a_currency_there_is() -> None:
    found = problems(fact("damage", "money", "unit: KZR"), norm("art_1", "damage > 5 KZT"))

    assert [(problem.code, problem.params["near"]) for problem in found] == [("N257", "KZT")]


def test_no_number_becomes_a_binary_fraction() -> None:
    pack = pack_of(fact("share", "number", "most: 0.1"), norm("art_1", "share > 0.05"))

    assert pack.vocabulary.facts["share"].most == Decimal("0.1")


# Billion laughs: the classic way to make a small YAML file huge.
@pytest.mark.parametrize("value", ["&a [x]", "*a", "!!python/name:os.system x", "!!str x"])
def test_anchors_aliases_and_tags_are_refused(value: str) -> None:
    found = problems(AGE, norm("art_1", "age < 18", f"sources: {value}"))

    assert "N253" in {problem.code for problem in found}


def test_depths_no_norm_has_are_refused() -> None:
    found = problems(AGE, norm("art_1", "age < 18", f"sources: {'[' * 3000}{']' * 3000}"))

    # libyaml has a bound of its own, far above ours.
    assert {problem.code for problem in found} in ({"N251"}, {"N253"})


def test_a_key_given_twice_is_refused() -> None:
    found = problems(AGE, norm("art_1", "age < 18", "when: age < 16"))

    assert [(problem.code, problem.params["key"]) for problem in found] == [("N252", "when")]


def test_a_block_of_another_language_is_left_to_the_reader() -> None:
    assert pack_of("```json\n{}\n```\n", AGE, norm("art_1", "age < 18")).norms


@pytest.mark.parametrize(
    ("more", "near"), [("defeats: [art_11]", "art_1"), ("basic: art_99", "art_9"), ("prevails_over: [zzz]", "")]
)
def test_an_unknown_norm_is_told_with_the_near_miss(more: str, near: str) -> None:
    found = problems(AGE, norm("art_1", "age < 18", more), norm("art_9", "age < 18"))

    assert [problem.code for problem in found] == ["N259"]
    assert found[0].params["near"] == near or near == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("defeats: [art_2]", "defeats: [art_1]"),
        ("basic: art_2", "basic: art_1"),
        ("prevails_over: [art_2]", "prevails_over: [art_1]"),
        ("exceptions: [art_2]", "basic: art_1"),
        ("subject: met(art_2)", "subject: met(art_1)"),
    ],
)
def test_circles_of_norms_are_refused(first: str, second: str) -> None:
    found = problems(AGE, norm("art_1", "age < 18", first), norm("art_2", "age < 18", second))

    assert {problem.code for problem in found} == {"N260"}
    assert {problem.params["cycle"].count("→") for problem in found} == {2}


def test_a_sanction_is_refused_at_the_part_that_is_wrong() -> None:
    sanction = "sanction:\n  alternatives:\n    - {kind: fine, unit: hours, to: 30}"
    text = "\n".join([HEAD, AGE, norm("art_1", "age < 18", sanction)])

    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": text})

    (problem,) = refused.value.problems
    assert problem.code == "N243"
    assert text.splitlines()[problem.place.line - 1][problem.place.column - 1 :].startswith("hours")


def test_the_condition_of_a_branch_is_checked() -> None:
    branch = "{when: aeg < 3, alternatives: [{kind: fine, unit: mci, to: 5}]}"
    sanction = f"sanction: {{alternatives: [{{kind: fine, unit: mci, to: 3}}], branches: [{branch}]}}"

    found = problems(AGE, norm("art_1", "age < 18", sanction))

    assert [(problem.code, problem.params["near"]) for problem in found] == [("N212", "age")]


def test_a_case_is_read_with_its_facts_in_their_types() -> None:
    (found,) = pack_of(AGE, norm("art_1", "age < 18"), case("{age: 16}", "{art_1: applies}")).cases

    assert found.facts == {"age": Decimal(16)}
    assert (found.day, found.expect) == (date(2025, 8, 1), {"art_1": Standing.APPLIES})


@pytest.mark.parametrize(
    ("facts", "expect", "codes"),
    [
        ("{aeg: 16}", "{art_1: applies}", ["N220"]),
        ("{age: 300}", "{art_1: applies}", ["N223"]),
        ("{age: 16}", "{art_2: applies}", ["N259"]),
        ("{age: 16}", "{art_1: aplies}", ["N257"]),
        ("16", "[art_1]", ["N256", "N256"]),
    ],
)
def test_what_is_wrong_with_a_case_is_told(facts: str, expect: str, codes: list[str]) -> None:
    found = problems(AGE, norm("art_1", "age < 18"), case(facts, expect))

    assert sorted({problem.code for problem in found}) == sorted(set(codes))


@pytest.mark.parametrize(
    ("head", "code"),
    [("", "N262"), (HEAD + HEAD, "N262"), (HEAD.replace("/akn", "akn"), "N256"), (HEAD.replace("id:", "ids:"), "N255")],
)
def test_the_head_is_one_and_whole(head: str, code: str) -> None:
    found = problems(AGE, norm("art_1", "age < 18"), head=head)

    assert code in {problem.code for problem in found}


SCRAPS = (
    "{",
    "}",
    "[",
    ": ",
    "- ",
    "'",
    '"',
    "\n",
    "\t",
    "null",
    "2026-99-99",
    "|",
    "\0",
    "\u2028",
    "%",
    "`",
    "art_1",
    "*",
    "&",
)


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_pack_is_a_pack_or_a_refusal_with_places(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed of a test
    name, text = chance.choice(list(norm_packs()["sample"].items()))
    for _ in range(3):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SCRAPS) + text[at + chance.choice([0, 0, 1, 20]) :]

    try:
        found: tuple[Problem, ...] = ()
        read_pack({**norm_packs()["sample"], name: text})
    except PackRefused as refused:
        found = refused.problems
        assert found

    assert all(problem.place.file and problem.place.line >= 1 for problem in found)
