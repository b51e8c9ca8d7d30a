"""What is still unknown and matters, and what would turn the answer."""

from __future__ import annotations

from fractions import Fraction

from norms.packs_at_hand import norm, truths
from norms.qualification.small_code import DAY, code, judged, known, tenge
from zhargy.norms.evaluation import Plan
from zhargy.norms.qualification import Qualification, qualify


def turned(found: Qualification) -> dict[tuple[tuple[str, object], ...], tuple[tuple[str, ...], tuple[str, ...]]]:
    """What each change would gain and lose."""
    return {
        tuple((change.fact, change.after) for change in turn.changes): (turn.gained, turn.lost) for turn in found.turns
    }


def test_the_nearest_value_that_turns_the_answer_is_told() -> None:
    found = turned(judged(known(taken=True, stolen=tenge(5_000_000))))

    assert found[(("stolen", tenge(4_300_000)),)] == (("art_1__para_1",), ("art_1__para_2",))
    assert found[(("taken", False),)] == ((), ("art_1__para_2",))
    assert found[(("machine", True),)] == (("art_2",), ("art_1__para_2",))
    assert found[(("copied", True),)] == (("art_3",), ())


def test_an_answer_that_would_only_become_open_is_told_as_such() -> None:
    facts = known(taken=True)
    del facts["stolen"]
    pack = code(norm("art_7", "large or sorry", "defeats: [art_1__para_1]", kind="exception"))

    found = qualify(Plan(pack), facts, as_of=DAY)

    assert {turn.changes[0].fact for turn in found.turns if turn.lost} >= {"large", "sorry", "taken"}
    assert all(turn.unsure == () for turn in found.turns)


def test_the_day_of_the_deed_is_not_turned() -> None:
    assert all(change[0][0] != "act.day" for change in turned(judged(known(taken=True))))


def test_two_facts_are_told_where_neither_turns_the_answer_alone() -> None:
    pack = code(*truths(["left_side", "right_side"]), norm("art_6", "left_side and right_side"))
    facts = {"left_side": False, "right_side": False}

    found = qualify(Plan(pack), facts, as_of=DAY)

    assert turned(found) == {(("left_side", True), ("right_side", True)): (("art_6",), ())}


def test_the_fact_that_settles_most_offences_stands_first() -> None:
    facts = known()
    for name in ("taken", "official", "machine", "copied"):
        del facts[name]

    settles = {each.fact: each.settles for each in judged(facts).unknown}

    assert next(iter(settles)) == "taken"
    assert (settles["taken"], settles["copied"]) == (Fraction(3, 2), Fraction(1))


def test_a_fact_that_could_put_a_graver_form_in_place_stands_before_those_of_other_offences() -> None:
    facts = known(taken=True)
    for name in ("official", "copied", "stolen"):
        del facts[name]

    order = [each.fact for each in judged(facts).unknown]

    assert set(order) == {"official", "copied", "stolen"}


def test_supplied_facts_and_questions_of_law_are_not_asked() -> None:
    found = qualify(Plan(code()), {}, as_of=DAY)

    asked = {each.fact for each in found.unknown}
    assert "taken" in asked
    assert not asked & {"law.mci", "offence.category", "offence.tags", "offence.aggravated_form", "reading.part"}


def test_nothing_is_unknown_that_matters_when_all_is_said() -> None:
    assert judged(known(taken=True)).unknown == ()


def test_the_open_offence_of_which_least_is_missing_stands_first() -> None:
    pack = code(
        *truths(["b1", "b2", "c1", "c2", "c3"]),
        norm("art_5", "b1 and b2"),
        norm("art_6", "c1 and c2 and c3"),
        norm("art_7", "b1 or c3"),
    )

    found = qualify(Plan(pack), {**known(), "b1": False, "c1": True, "c2": True}, as_of=DAY).answers[0]

    assert [(each.norm.id, each.needed, each.given) for each in found.open] == [
        ("art_6", ("c3",), ("c1", "c2")),
        ("art_7", ("c3",), ("b1",)),
    ]
