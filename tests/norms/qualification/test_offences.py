"""Which offences hold, which give way, which are taken away, which are still open."""

from __future__ import annotations

from norms.qualification.small_code import code, judged, known, one_answer, one_offence, tenge
from zhargy.norms.evaluation import Plan
from zhargy.norms.qualification import ConcurrenceKind, Ground, qualify
from zhargy.norms.sanctions import Guilt
from zhargy.norms.truth import Truth


def test_an_offence_that_holds_is_certain_once_nothing_can_take_its_place() -> None:
    found = one_offence(judged(known(taken=True)))

    assert (found.id, found.is_certain, found.graver, found.exceptions) == ("art_1__para_1", True, (), ())
    assert found.explanation.norm == "art_1__para_1"
    assert found.explanation.truth is Truth.TRUE


def test_without_the_deed_no_offence_is_found() -> None:
    found = one_answer(judged(known()))

    assert (found.offences, found.open) == ((), ())
    assert found.concurrence.kind is ConcurrenceKind.NONE


def test_an_offence_that_is_met_is_told_while_a_graver_form_is_open() -> None:
    facts = known(taken=True)
    del facts["official"]

    found = one_answer(judged(facts))

    (offence,) = found.offences
    assert (offence.id, offence.is_certain, offence.graver) == ("art_1__para_1", False, ("art_1__para_2",))
    assert [(each.norm.id, each.missing) for each in found.open] == [("art_1__para_2", ("official",))]


def test_an_offence_is_told_with_the_exceptions_that_are_still_open() -> None:
    facts = known(taken=True, official=True)
    del facts["slight"]

    found = one_offence(judged(facts))

    assert (found.id, found.is_certain, found.exceptions) == ("art_1__para_2", False, ("art_8",))


def test_an_exception_that_is_met_takes_the_offence_away() -> None:
    found = one_answer(judged(known(taken=True, slight=True)))

    assert found.offences == ()
    assert [(each.norm.id, each.by) for each in found.excluded] == [("art_1__para_1", ("art_8",))]


def test_the_graver_form_takes_the_place_of_the_basic_one_with_the_items_that_are_met() -> None:
    found = one_answer(judged(known(taken=True, official=True)))

    (offence,), (displaced,) = found.offences, found.displaced
    assert (offence.id, offence.items) == ("art_1__para_2", ("art_1__para_2__point_2",))
    assert (displaced.norm.id, displaced.by, displaced.ground, displaced.rule) == (
        "art_1__para_1",
        ("art_1__para_2",),
        Ground.AGGRAVATED,
        "",
    )


def test_the_special_norm_goes_before_the_general_one_by_the_rule_of_the_code() -> None:
    found = one_answer(judged(known(taken=True, official=True, machine=True)))

    assert [offence.id for offence in found.offences] == ["art_2"]
    assert {each.norm.id: (each.by, each.ground, each.rule) for each in found.displaced} == {
        "art_1__para_1": (("art_2",), Ground.SPECIAL, "art_13"),
        "art_1__para_2": (("art_2",), Ground.SPECIAL, "art_13"),
    }


def test_offences_of_which_none_goes_before_the_other_stand_together() -> None:
    found = judged(known(taken=True, copied=True)).answers[0]

    assert found.concurrence.kind is ConcurrenceKind.IDEAL
    assert found.concurrence.offences == ("art_1__para_1", "art_3")


def test_packs_beside_each_other_are_judged_as_one_law() -> None:
    first, second = Plan(code()), Plan(code())

    found = qualify(first, known(taken=True), as_of=known()["act.day"], beside=[second])  # type: ignore[arg-type]

    assert [offence.id for offence in found.answers[0].offences] == ["art_1__para_1", "art_1__para_1"]
    assert found.name == "trial+trial"


def test_the_mind_is_taken_from_the_facts_and_is_intent_where_they_are_silent() -> None:
    facts = known(taken=True)
    careless = one_offence(judged({**facts, "act.guilt": "negligence"}))
    del facts["act.guilt"]

    assert (careless.guilt, one_offence(judged(facts)).guilt) == (Guilt.NEGLIGENCE, Guilt.INTENT)


def test_an_amount_in_indices_is_compared_at_the_day_of_the_deed() -> None:
    at_the_bound = one_offence(judged(known(taken=True, stolen=tenge(4_300_000))))
    above = one_offence(judged(known(taken=True, stolen=tenge(4_300_001))))

    assert (at_the_bound.id, above.id) == ("art_1__para_1", "art_1__para_2")
