"""How what comes of a case changes: worked out by hand on small sanctions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from zhargy.norms.consequences import (
    Cause,
    Change,
    Gravity,
    Move,
    OffenceWeight,
    Weight,
    change_between,
    tops_of,
    weight_of,
)
from zhargy.norms.sanctions import (
    GeneralPart,
    Open,
    PenaltyKind,
    Quantity,
    Reason,
    ResolvedAlternative,
    ResolvedPenalty,
    Stated,
    Unit,
)

RULES = GeneralPart(
    limits=(),
    steps=(),
    ladder=(PenaltyKind.FINE, PenaltyKind.RESTRICTION, PenaltyKind.IMPRISONMENT, PenaltyKind.LIFE),
    ladder_rule="art_19",
)
NOTHING = weight_of([])


def penalty(kind: PenaltyKind, upper: int | Open, unit: Unit, *, of: str = "") -> ResolvedPenalty:
    end = upper if isinstance(upper, Open) else Stated(quantity=Quantity(value=Decimal(upper), unit=unit))
    return ResolvedPenalty(kind=kind, lower=Open.UNSPECIFIED, upper=end, of=of)


def prison(years: int | Open) -> ResolvedPenalty:
    return penalty(PenaltyKind.IMPRISONMENT, years, Unit.YEARS)


def fine(mci: int) -> ResolvedPenalty:
    return penalty(PenaltyKind.FINE, mci, Unit.MCI)


def offence(norm: str, *choices: ResolvedPenalty, gravity: Gravity = Gravity.MEDIUM) -> OffenceWeight:
    alternatives = tuple(ResolvedAlternative(penalties=(each,)) for each in choices)
    return OffenceWeight(pack="code", norm=norm, gravity=gravity, alternatives=alternatives)


def change(before: Weight, after: Weight) -> Change:
    return change_between(before, after, general=RULES)


THEFT = offence("art_1__para_1", fine(100), prison(2))
FRAUD = offence("art_2__para_1", fine(50), prison(2))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], Change(move=Move.EQUAL, reason=Reason.SAME)),
        ([], [THEFT], Change(move=Move.PUNISHED)),
        ([THEFT], [], Change(move=Move.FREED)),
        ([THEFT], [THEFT], Change(move=Move.EQUAL, reason=Reason.SAME)),
        ([THEFT], [offence("art_9", prison(3))], Change(move=Move.HEAVIER, reason=Reason.UPPER)),
        ([THEFT], [offence("art_9", fine(9000))], Change(move=Move.MILDER, reason=Reason.KIND)),
        ([THEFT], [THEFT, FRAUD], Change(move=Move.HEAVIER, reason=Cause.MORE_OFFENCES)),
        ([THEFT, FRAUD], [FRAUD], Change(move=Move.MILDER, reason=Cause.FEWER_OFFENCES)),
        ([THEFT], [THEFT, offence("art_9", prison(5))], Change(move=Move.HEAVIER, reason=Reason.UPPER)),
        ([THEFT], [FRAUD], Change(move=Move.MILDER, reason=Cause.CHOICES)),
        ([THEFT], [offence("art_9", prison(2))], Change(move=Move.HEAVIER, reason=Cause.CHOICES)),
    ],
)
def test_a_case_moves_as_the_rules_say(
    before: list[OffenceWeight], after: list[OffenceWeight], expected: Change
) -> None:
    found = change(weight_of(before), weight_of(after))

    assert found == expected


def test_two_laws_that_each_find_what_the_other_does_not_cannot_be_compared_at_equal_ceilings() -> None:
    found = change(weight_of([THEFT, FRAUD]), weight_of([offence("art_8", prison(2)), offence("art_9", prison(2))]))

    assert found == Change(move=Move.INCOMPARABLE, reason=Reason.NO_RULE)


def test_the_name_of_a_pack_changes_nothing() -> None:
    copy = OffenceWeight(pack="copy", norm=THEFT.norm, gravity=THEFT.gravity, alternatives=THEFT.alternatives)

    assert change(weight_of([THEFT]), weight_of([copy])).move is Move.EQUAL


def test_a_weight_holds_the_gravest_category_and_the_most_of_each_kind() -> None:
    multiple = penalty(PenaltyKind.FINE, 20, Unit.TIMES_VALUE, of="stolen")
    grave = offence("art_3", prison(7), multiple, gravity=Gravity.GRAVE)

    found = weight_of([THEFT, grave])

    assert (found.gravity, found.months, found.fine, found.multiple) == (
        Gravity.GRAVE,
        Fraction(84),
        Fraction(100),
        Fraction(20),
    )
    assert tops_of(found) == {
        (PenaltyKind.FINE, Unit.MCI): 100,
        (PenaltyKind.IMPRISONMENT, Unit.MONTHS): 84,
        (PenaltyKind.FINE, "stolen"): 20,
    }


def test_a_term_for_life_is_more_than_any_number_and_an_open_one_is_said_to_be_open() -> None:
    assert weight_of([THEFT, offence("art_4", prison(Open.LIFE))]).months is Open.LIFE
    assert weight_of([THEFT, offence("art_4", prison(Open.UNSPECIFIED))]).months is Open.UNSPECIFIED
    assert NOTHING.months is None
