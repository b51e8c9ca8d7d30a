"""Which of two sanctions is harsher, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazakh_sanctions import GENERAL, HERE, IN_FORCE, PROPOSED, Plain, ladder, office, term, up_to
from zhargy.norms.sanctions import (
    Comparison,
    GeneralPart,
    PenaltyKind,
    Reason,
    ResolvedCase,
    Verdict,
    ceiling,
    compare,
    compare_penalties,
    read_sanction,
    resolve,
)

OPPOSITE = {
    Verdict.HARSHER: Verdict.MILDER,
    Verdict.MILDER: Verdict.HARSHER,
    Verdict.EQUAL: Verdict.EQUAL,
    Verdict.INCOMPARABLE: Verdict.INCOMPARABLE,
}


def first(plain: Plain) -> ResolvedCase:
    return resolve(read_sanction(plain, place=HERE), general=GENERAL)[0]


def laid_beside(left: Plain, right: Plain, *, general: GeneralPart = GENERAL) -> Comparison:
    return compare(first(left), first(right), general=general)


def choices(*penalties: object) -> Plain:
    return {"alternatives": list(penalties)}


def test_three_years_for_blackmail_are_more_than_the_two_of_the_law_in_force() -> None:
    # proposed Article 2 part 1 and Article 209 part 1
    found = laid_beside(PROPOSED["2.1"], IN_FORCE["209.1"])

    assert (found.ceiling.verdict, found.ceiling.reason) == (Verdict.HARSHER, Reason.UPPER)
    # the fine, the corrective work and the service are the same: three years without office instead of two decide
    assert [(line.kind.value, line.judgement.verdict, line.judgement.reason) for line in found.lines] == [
        (kind, Verdict.HARSHER, Reason.UPPER)
        for kind in ("fine", "corrective_work", "community_service", "restriction", "imprisonment")
    ]


def test_article_five_repeats_the_law_in_force() -> None:
    found = laid_beside(PROPOSED["5.2"], IN_FORCE["190.2"])

    assert {line.judgement.verdict for line in found.lines} == {Verdict.EQUAL}
    assert found.ceiling.verdict is Verdict.EQUAL


@pytest.mark.parametrize(
    ("left", "right", "verdict", "reason"),
    [
        (choices(up_to("fine", 10000, "mci")), choices(up_to("arrest", 10, "days")), "milder", "kind"),
        (choices({"kind": "life"}), choices(term("imprisonment", 15, 20)), "harsher", "kind"),
        (choices(term("imprisonment", 3, 7)), choices(term("imprisonment", 2, 7)), "harsher", "lower"),
        (choices(term("imprisonment", 3, 7)), choices(term("imprisonment", 2, 8)), "incomparable", "crossed"),
        (choices(term("imprisonment", 3, "life")), choices(term("imprisonment", 3, 8)), "harsher", "life"),
        (
            choices(term("imprisonment", 1, 2)),
            choices(term("imprisonment", 12, 24, "months")),
            "equal",
            "same",
        ),
        (
            choices(term("fine", 10, 20, "times_value", of="bribe")),
            choices(term("fine", 10, 20, "mci")),
            "incomparable",
            "unlike_units",
        ),
        (
            choices(term("fine", 10, 20, "times_value", of="bribe")),
            choices(term("fine", 30, 40, "times_value", of="bribe")),
            "milder",
            "upper",
        ),
        (PROPOSED["4"], IN_FORCE["375.1"], "harsher", "upper"),
        (
            choices(term("referred", 3, 3, "times_sanction", of="art_3")),
            choices(term("imprisonment", 3, 7)),
            "incomparable",
            "referred",
        ),
        (
            choices({"all_of": [term("referred", 3, 3, "times_sanction", of="art_3"), term("imprisonment", 1, 2)]}),
            choices(term("imprisonment", 3, 7)),
            "incomparable",
            "referred",
        ),
        (
            choices({"all_of": [term("imprisonment", 1, 2), term("imprisonment", 1, "life")]}),
            choices(term("imprisonment", 1, 20)),
            "harsher",
            "life",
        ),
        (
            choices(term("imprisonment", 3, 3, "times_sanction", of="art_3")),
            choices(term("imprisonment", 3, 7)),
            "incomparable",
            "referred",
        ),
        (
            choices(term("imprisonment", 3, "life")),
            choices(term("imprisonment", 3, "unlimited")),
            "incomparable",
            "open_end",
        ),
        (
            choices({"kind": "compensation"}),
            choices(up_to("compensation", 200, "mci")),
            "incomparable",
            "open_end",
        ),
        (PROPOSED["2.3"], IN_FORCE["209.3"], "harsher", "more_penalties"),
        (IN_FORCE["194.2"], IN_FORCE["274.4"], "harsher", "more_penalties"),
        (
            choices(up_to("imprisonment", 2, may=True)),
            choices(up_to("imprisonment", 2)),
            "milder",
            "mandatory",
        ),
        (
            choices(term("imprisonment", 3, 7)) | {"accessories": [{"kind": "confiscation", "mandatory": False}]},
            choices(term("imprisonment", 3, 7)) | {"accessories": [{"kind": "confiscation", "mandatory": True}]},
            "milder",
            "mandatory",
        ),
        (
            choices(term("imprisonment", 3, 7)) | {"accessories": [office(3)]},
            choices(term("imprisonment", 3, 7)) | {"accessories": [{"kind": "confiscation", "mandatory": True}]},
            "incomparable",
            "crossed",
        ),
    ],
)
def test_ceilings_are_compared_with_their_reason(left: Plain, right: Plain, verdict: str, reason: str) -> None:
    found = laid_beside(left, right).ceiling

    assert (found.verdict.value, found.reason.value) == (verdict, reason)


def test_unlike_kinds_are_incomparable_where_no_rule_orders_them() -> None:
    unordered = replace(GENERAL, ladder=(), ladder_rule="")

    found = laid_beside(choices(up_to("fine", 300, "mci")), choices(up_to("arrest", 10, "days")), general=unordered)

    assert (found.ceiling.verdict, found.ceiling.reason) == (Verdict.INCOMPARABLE, Reason.NO_RULE)


def test_a_kind_that_the_rule_leaves_out_is_incomparable() -> None:
    fine, paid = choices(up_to("fine", 300, "mci")), choices(up_to("compensation", 300, "mci"))

    verdicts = [laid_beside(*pair).ceiling.verdict for pair in ((fine, paid), (paid, fine))]

    assert verdicts == [Verdict.INCOMPARABLE] * 2


def test_a_verdict_by_kind_names_the_rule() -> None:
    found = laid_beside(choices(up_to("fine", 300, "mci")), choices(up_to("restriction", 1)))

    assert found.ceiling.rule == "art_40"


def test_a_choice_that_only_one_has_is_shown_without_a_verdict() -> None:
    found = laid_beside(choices(*ladder(2000, 600, 2)), choices(*ladder(2000, None, 2)))

    line = next(line for line in found.lines if line.kind is PenaltyKind.COMMUNITY_SERVICE)

    assert line.right is None
    assert (line.judgement.verdict, line.judgement.reason) == (Verdict.INCOMPARABLE, Reason.ONLY_ONE_HAS_IT)


def test_the_ceiling_is_the_harshest_choice_wherever_it_stands() -> None:
    highest = ceiling(first(choices(up_to("imprisonment", 2), up_to("fine", 500, "mci"))), general=GENERAL)

    assert highest is not None
    assert highest.penalties[0].kind is PenaltyKind.IMPRISONMENT


def test_a_term_added_to_every_choice_leaves_the_choices_apart() -> None:
    # proposed Article 1 part 2 beside Article 131 part 2: the same choices, and a prison term that may be added to each
    found = laid_beside(PROPOSED["1.2"], IN_FORCE["131.2"])

    assert [(line.kind.value, line.judgement.verdict, line.judgement.reason) for line in found.lines] == [
        (kind, Verdict.HARSHER, Reason.KIND) for kind in ("fine", "corrective_work", "community_service")
    ]
    assert (found.ceiling.verdict, found.ceiling.reason) == (Verdict.HARSHER, Reason.KIND)


def test_two_choices_of_one_kind_are_each_shown() -> None:
    found = laid_beside(
        choices(up_to("fine", 300, "mci"), term("fine", 2, 3, "times_value", of="bribe")),
        choices(up_to("fine", 300, "mci")),
    )

    assert [line.judgement.reason for line in found.lines] == [Reason.SAME, Reason.ONLY_ONE_HAS_IT]


def test_there_is_no_ceiling_where_choices_cannot_be_ordered() -> None:
    case = first(choices(term("imprisonment", 3, 7), term("imprisonment", 2, 8)))

    assert ceiling(case, general=GENERAL) is None


def test_choices_that_cannot_be_ordered_equal_themselves_and_nothing_else() -> None:
    crossed = choices(term("imprisonment", 3, 7), term("imprisonment", 2, 8))

    assert laid_beside(crossed, crossed).ceiling.verdict is Verdict.EQUAL
    assert laid_beside(crossed, choices(term("imprisonment", 3, 7))).ceiling.reason is Reason.NO_RULE


@pytest.mark.parametrize(("times", "verdict"), [(3, Verdict.EQUAL), (2, Verdict.INCOMPARABLE)])
def test_multiples_of_another_sanction_are_equal_only_when_they_are_the_same(times: int, verdict: Verdict) -> None:
    left, right = (
        first(choices(term("referred", number, number, "times_sanction", of="art_3"))).alternatives[0].penalties[0]
        for number in (3, times)
    )

    assert compare_penalties(left, right, general=GENERAL).verdict is verdict


def test_a_multiple_of_another_sanction_is_incomparable_with_a_term() -> None:
    tripled = first(choices(term("imprisonment", 3, 3, "times_sanction", of="art_3"))).alternatives[0].penalties[0]
    prison = first(choices(term("imprisonment", 3, 7))).alternatives[0].penalties[0]

    assert compare_penalties(tripled, prison, general=GENERAL).reason is Reason.REFERRED
    assert compare_penalties(prison, tripled, general=GENERAL).reason is Reason.REFERRED


SOME = st.sampled_from([*PROPOSED.values(), *IN_FORCE.values()])


@given(SOME, SOME)
def test_the_verdict_turns_round_with_the_sides(left: Plain, right: Plain) -> None:
    there, back = laid_beside(left, right).ceiling, laid_beside(right, left).ceiling

    assert there.verdict is OPPOSITE[back.verdict]


@given(SOME)
def test_a_sanction_equals_itself(plain: Plain) -> None:
    found = laid_beside(plain, plain)

    assert found.ceiling.verdict is Verdict.EQUAL
    assert {line.judgement.verdict for line in found.lines} == {Verdict.EQUAL}
