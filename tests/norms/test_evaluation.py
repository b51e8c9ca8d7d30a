"""What comes of facts: three layers, exceptions to any depth, aggravated and special norms."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from norms.packs_at_hand import DAY, case, fact, norm, pack_of, truths, yes
from zhargy.norms.evaluation import Plan, StepKind, choices, evaluate, explain, flips, run_cases, unknowns
from zhargy.norms.packs import Pack, Standing
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

TOWER = [
    norm("art_1", "a"),
    norm("art_2", "b", "defeats: [art_1]", kind="exception"),
    norm("art_3", "c", "defeats: [art_2]", kind="exception"),
    norm("art_4", "d", "defeats: [art_3]", kind="exception"),
]
GRADED = [
    norm("art_1__para_1", "a"),
    norm("art_1__para_2", "b", "basic: art_1__para_1"),
    norm("art_1__para_3", "c", "basic: art_1__para_1", "prevails_over: [art_1__para_2]"),
    norm("art_2", "d", "prevails_over: [art_1__para_1]"),
]


def tower() -> Pack:
    return pack_of(*truths("abcd"), *TOWER)


def graded() -> Pack:
    return pack_of(*truths("abcd"), *GRADED)


def known(true: str, names: str = "abcd") -> dict[str, Value]:
    """Facts all known, those of `true` true."""
    return {name: name in true for name in names}


def standings(pack: Pack, facts: dict[str, Value], day: date = DAY) -> list[str]:
    return [found.standing.value for found in evaluate(pack, facts, as_of=day).norms.values()]


# Each exception undoes the one before it, so the rule holds when an even number of storeys stands unbroken from below.
@pytest.mark.parametrize(
    ("true", "standing"),
    [
        ("", "not_met"),
        ("a", "applies"),
        ("ab", "defeated"),
        ("abc", "applies"),
        ("abcd", "defeated"),
        ("abd", "defeated"),
        ("ac", "applies"),
        ("bcd", "not_met"),
    ],
)
def test_exceptions_to_exceptions_undo_each_other(true: str, standing: str) -> None:
    assert standings(tower(), known(true))[0] == standing


def test_an_exception_told_from_the_other_side_is_the_same() -> None:
    pack = pack_of(*truths("ab"), norm("art_1", "a", "exceptions: [art_2]"), norm("art_2", "b", kind="exception"))

    assert standings(pack, known("ab", "ab"))[0] == "defeated"


@pytest.mark.parametrize(
    ("true", "expected"),
    [
        ("a", ["applies", "not_met", "not_met", "not_met"]),
        ("ab", ["displaced", "applies", "not_met", "not_met"]),
        ("abc", ["displaced", "displaced", "applies", "not_met"]),
        ("bc", ["not_met", "not_met", "not_met", "not_met"]),
        ("ad", ["displaced", "not_met", "not_met", "applies"]),
    ],
)
def test_an_aggravated_form_needs_its_basic_form_and_takes_its_place(true: str, expected: list[str]) -> None:
    assert standings(graded(), known(true)) == expected


def test_elements_met_and_not_displaced_are_two_layers() -> None:
    found = evaluate(graded(), known("ab"), as_of=DAY).norms["art_1__para_1"]

    assert (found.elements, found.met, found.result) == (Truth.TRUE, Truth.TRUE, Truth.FALSE)
    assert found.special == {"art_1__para_2": Truth.TRUE, "art_1__para_3": Truth.FALSE, "art_2": Truth.FALSE}


def test_what_defeats_the_basic_form_takes_the_aggravated_one_with_it() -> None:
    pack = pack_of(*truths("abcde"), *GRADED, norm("art_9", "e", "defeats: [art_1__para_1]", kind="exception"))

    assert standings(pack, known("abe", "abcde"))[:2] == ["defeated", "not_met"]


def test_a_missing_fact_is_unknown_and_never_false() -> None:
    assert standings(tower(), yes("a"))[0] == "unknown"
    assert standings(tower(), {"a": True, "b": False})[0] == "applies"
    assert standings(tower(), {"a": False})[0] == "not_met"


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2025, 6, 30), "not_in_force"),
        (date(2025, 7, 1), "applies"),
        (date(2025, 12, 31), "applies"),
        (date(2026, 1, 1), "not_in_force"),
    ],
)
def test_a_norm_is_law_on_the_days_of_its_half_open_period(day: date, standing: str) -> None:
    pack = pack_of(*truths("a"), norm("art_1", "a", "valid: 2025-07-01/2026-01-01"))

    assert standings(pack, yes("a"), day)[0] == standing


def test_an_exception_not_yet_in_force_defeats_nothing() -> None:
    late = norm("art_2", "b", "defeats: [art_1]", "valid: 2026-01-01/..", kind="exception")
    pack = pack_of(*truths("ab"), norm("art_1", "a"), late)

    assert standings(pack, yes("a", "b"), date(2025, 12, 31)) == ["applies", "not_in_force"]
    assert standings(pack, yes("a", "b"), date(2026, 1, 1)) == ["defeated", "applies"]


def test_the_proof_cites_every_norm_it_rests_on() -> None:
    proof = explain(evaluate(tower(), known("abc"), as_of=DAY), "art_1")

    assert (proof.kind, proof.norm, proof.truth) == (StepKind.NORM, "art_1", Truth.TRUE)
    assert [(step.kind, step.norm, step.truth) for step in proof.steps] == [
        (StepKind.IN_FORCE, "art_1", Truth.TRUE),
        (StepKind.CONDITION, "art_1", Truth.TRUE),
        (StepKind.EXCEPTION, "art_2", Truth.FALSE),
    ]
    assert [step.norm for step in proof.steps[2].steps if step.kind is StepKind.EXCEPTION] == ["art_3"]


def test_the_proof_of_a_displaced_norm_names_what_displaces_it() -> None:
    proof = explain(evaluate(graded(), known("ab"), as_of=DAY), "art_1__para_1")

    assert [(step.norm, step.truth) for step in proof.steps if step.kind is StepKind.SPECIAL] == [
        ("art_1__para_2", Truth.TRUE),
        ("art_1__para_3", Truth.FALSE),
        ("art_2", Truth.FALSE),
    ]


def test_the_proof_follows_norms_that_a_condition_names() -> None:
    pack = pack_of(*truths("ab"), norm("art_1", "b", kind="definition"), norm("art_2", "a and met(art_1)"))

    proof = explain(evaluate(pack, yes("a", "b"), as_of=DAY), "art_2")

    assert [(step.norm, step.truth) for step in proof.steps if step.kind is StepKind.NAMED] == [("art_1", Truth.TRUE)]


def test_the_most_decisive_unknown_comes_first() -> None:
    # Counted by hand: a = false settles both norms and a = true none; b settles art_1 if false, c art_2 if false.
    pack = pack_of(*truths("abc"), norm("art_1", "b and a"), norm("art_2", "c and a"))
    plan = Plan(pack)

    found = unknowns(plan, plan.evaluate({}, as_of=DAY))

    assert [(each.fact, each.settles) for each in found] == [
        ("a", Fraction(1)),
        ("b", Fraction(1, 2)),
        ("c", Fraction(1, 2)),
    ]
    assert found[0].norms == ("art_1", "art_2")


def test_what_can_no_longer_change_a_result_is_not_asked() -> None:
    plan = Plan(tower())

    assert [each.fact for each in unknowns(plan, plan.evaluate({"a": False}, as_of=DAY))] == []
    assert {each.fact for each in unknowns(plan, plan.evaluate(yes("a", "b"), as_of=DAY))} == {"c", "d"}


def test_a_single_fact_that_changes_the_result_is_told() -> None:
    plan = Plan(tower())

    found = flips(plan, plan.evaluate(known("ab"), as_of=DAY), norm="art_1")

    singles = [(flip.changes[0].fact, flip.changes[0].after, flip.result) for flip in found if len(flip.changes) == 1]
    assert singles == [("b", False, Truth.TRUE), ("c", True, Truth.TRUE)]


def test_a_pair_is_told_only_where_neither_fact_does_alone() -> None:
    plan = Plan(pack_of(*truths("abc"), norm("art_1", "a and b or not c".replace("a and b", "(a and b)"))))

    found = flips(plan, plan.evaluate(known("c", "abc"), as_of=DAY), norm="art_1")

    assert [tuple(change.fact for change in flip.changes) for flip in found] == [("c",), ("a", "b")]


@pytest.mark.parametrize(("birth", "nearest"), [("2010-03-02", date(2010, 3, 1)), ("1990-05-17", date(2010, 3, 2))])
def test_the_nearest_birthday_that_changes_the_result_is_told(birth: str, nearest: date) -> None:
    pack = pack_of(fact("birth", "date"), fact("deed", "date"), norm("art_1", "years between birth and deed >= 16"))
    facts: dict[str, Value] = {"birth": date.fromisoformat(birth), "deed": date(2026, 3, 1)}
    plan = Plan(pack)

    found = flips(plan, plan.evaluate(facts, as_of=DAY), norm="art_1")

    singles = [flip.changes[0] for flip in found if len(flip.changes) == 1]
    assert [change.after for change in singles if change.fact == "birth"] == [nearest]


SANCTION = """sanction:
  alternatives: [{kind: fine, unit: mci, to: 30}, {kind: life}]
  branches:
    - {when: b, alternatives: [{kind: fine, unit: mci, from: 50, to: 100}]}"""


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"b": False}, ("fine to 30 mci", "life")),
        ({"b": True}, ("fine from 50 to 100 mci",)),
        ({}, ()),
    ],
)
def test_the_choices_of_a_sanction_follow_the_facts(facts: dict[str, Value], lines: tuple[str, ...]) -> None:
    pack = pack_of(*truths("ab"), norm("art_1", "a", SANCTION))
    outcome = evaluate(pack, facts, as_of=DAY)
    sanction = outcome.norms["art_1"].norm.sanction
    assert sanction is not None

    assert choices(sanction, outcome, vocabulary=pack.vocabulary) == lines


def test_a_case_that_comes_out_as_it_says_passes() -> None:
    pack = pack_of(*truths("abcd"), *TOWER, case("{a: true, b: false}", "{art_1: applies, art_2: not_met}"))

    (result,) = run_cases(pack)

    assert result.has_passed


@pytest.mark.parametrize(
    ("expect", "more", "difference"),
    [
        ("{art_1: defeated}", (), ("art_1", ("defeated",), ("applies",))),
        ("{art_2: not_met}", (), ("art_1", (), ("applies",))),
        ("{art_1: applies}", ("threatens: {art_1: [life]}",), ("art_1", ("life",), ())),
    ],
)
def test_a_case_that_comes_out_otherwise_tells_the_difference(
    expect: str, more: tuple[str, ...], difference: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    pack = pack_of(*truths("abcd"), *TOWER, case("{a: true, b: false}", expect, *more))

    (result,) = run_cases(pack)

    assert not result.has_passed
    assert [(each.norm, each.expected, each.found) for each in result.differences] == [difference]


def test_an_offence_left_open_is_a_difference_where_the_case_is_silent() -> None:
    pack = pack_of(*truths("abcd"), *TOWER, case("{a: true}", "{art_4: unknown}"))

    (result,) = run_cases(pack)

    assert [(each.norm, each.found) for each in result.differences] == [("art_1", (Standing.UNKNOWN,))]
