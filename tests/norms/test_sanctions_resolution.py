"""Ends that the text leaves out come from the general rules, and say so.

Expected figures: Articles 11, 40 to 46 and 50 of the Criminal Code, `ru/general-part-selected.ru.md`.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazakh_sanctions import GENERAL, GENERAL_PLAIN, HERE, IN_FORCE, PROPOSED, Plain, term, up_to
from zhargy.norms.sanctions import (
    Category,
    Derived,
    Ground,
    Guilt,
    Open,
    PenaltyKind,
    Quantity,
    ResolvedCase,
    ResolvedPenalty,
    SanctionRefused,
    Stated,
    Unit,
    read_general_part,
    read_sanction,
    resolve,
)


def cases(plain: Plain, *, guilt: Guilt = Guilt.INTENT) -> tuple[ResolvedCase, ...]:
    return resolve(read_sanction(plain, place=HERE), general=GENERAL, guilt=guilt)


def penalty(case: ResolvedCase, kind: PenaltyKind) -> ResolvedPenalty:
    return next(item for choice in case.alternatives for item in choice.penalties if item.kind is kind)


def quantity(value: int, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


def test_a_missing_lower_end_is_derived_and_names_its_rule() -> None:
    fine = penalty(cases(PROPOSED["5.1"])[0], PenaltyKind.FINE)

    assert fine.lower == Derived(quantity=quantity(200, Unit.MCI), rule="art_41__para_2")
    assert fine.upper == Stated(quantity=quantity(1000, Unit.MCI))


def test_a_misdemeanour_has_the_lower_limits_of_misdemeanours() -> None:
    case = cases(PROPOSED["1.1"])[0]

    assert penalty(case, PenaltyKind.FINE).lower == Derived(quantity=quantity(20, Unit.MCI), rule="art_41__para_2")
    assert penalty(case, PenaltyKind.COMMUNITY_SERVICE).lower == Derived(
        quantity=quantity(20, Unit.HOURS), rule="art_43"
    )


def test_the_same_term_gets_the_lower_limit_of_its_own_kind() -> None:
    case = cases(PROPOSED["2.1"])[0]

    prison = penalty(case, PenaltyKind.IMPRISONMENT)

    assert prison.lower == Derived(quantity=quantity(6, Unit.MONTHS), rule="art_46")
    assert prison.upper == Stated(quantity=quantity(3, Unit.YEARS))


def test_what_the_text_states_is_never_replaced() -> None:
    prison = penalty(cases(PROPOSED["2.2"])[0], PenaltyKind.IMPRISONMENT)

    assert (prison.lower, prison.upper) == (
        Stated(quantity=quantity(3, Unit.YEARS)),
        Stated(quantity=quantity(7, Unit.YEARS)),
    )
    assert prison.excesses == ()


def test_an_accessory_of_all_choices_stands_beside_each_of_them() -> None:
    case = cases(PROPOSED["5.2"])[0]

    kinds = [
        [(item.penalty.kind.value, item.is_mandatory) for item in choice.accessories] for choice in case.alternatives
    ]

    assert kinds == [[("confiscation", True), ("deprivation_of_office", False)]] * 5
    assert case.alternatives[0].accessories[1].penalty.lower == Derived(quantity=quantity(1, Unit.YEARS), rule="art_50")


def test_a_branch_with_choices_of_its_own_replaces_all() -> None:
    base, branch = cases(PROPOSED["5.3"])

    fine = penalty(branch, PenaltyKind.FINE)
    kinds = [choice.penalties[0].kind.value for choice in branch.alternatives]

    assert [choice.penalties[0].kind.value for choice in base.alternatives] == ["restriction", "imprisonment"]
    assert kinds == ["fine", "imprisonment"]
    assert (fine.lower, fine.upper, fine.of) == (
        Stated(quantity=quantity(10, Unit.TIMES_VALUE)),
        Stated(quantity=quantity(20, Unit.TIMES_VALUE)),
        "stolen_property",
    )


def test_a_branch_that_names_an_accessory_changes_that_one_only() -> None:
    base, branch = cases(PROPOSED["5.4"])

    beside = {item.penalty.kind.value: item for item in branch.alternatives[0].accessories}

    assert branch.alternatives[0].penalties == base.alternatives[0].penalties
    assert beside.keys() == {"confiscation", "deprivation_of_office"}
    assert beside["deprivation_of_office"].is_mandatory
    assert beside["deprivation_of_office"].penalty.upper is Open.LIFE


def test_a_branch_may_add_to_every_choice() -> None:
    base, branch = cases(PROPOSED["4"])

    assert [item.kind.value for item in base.alternatives[0].penalties] == ["referred", "imprisonment"]
    assert [item.kind.value for item in branch.alternatives[0].penalties] == [
        "referred",
        "imprisonment",
        "imprisonment",
    ]
    assert branch.alternatives[0].penalties[2].upper is Open.LIFE
    assert branch.category.category is Category.ESPECIALLY_GRAVE


def test_three_times_another_sanction_is_left_as_it_stands() -> None:
    tripled = penalty(cases(PROPOSED["4"])[0], PenaltyKind.REFERRED)

    assert (tripled.lower, tripled.of) == (Stated(quantity=quantity(3, Unit.TIMES_SANCTION)), "art_3")


@pytest.mark.parametrize(
    ("part", "kind", "limit", "rule"),
    [
        ("3.1", PenaltyKind.COMMUNITY_SERVICE, None, None),  # Article 43 knows none for grave crimes
        ("4", PenaltyKind.IMPRISONMENT, quantity(240, Unit.MONTHS), "art_46"),
        ("1.2", PenaltyKind.COMMUNITY_SERVICE, quantity(200, Unit.HOURS), "art_43"),
    ],
)
def test_a_stated_end_beyond_the_limits_is_shown(
    part: str, kind: PenaltyKind, limit: Quantity | None, rule: str | None
) -> None:
    found = penalty(cases(PROPOSED[part])[0], kind).excesses

    assert [(excess.limit, excess.rule) for excess in found] == ([] if limit is None else [(limit, rule)])


def test_no_lower_end_is_derived_above_the_stated_upper_one() -> None:
    service = penalty(cases(PROPOSED["1.2"])[0], PenaltyKind.COMMUNITY_SERVICE)

    assert service.lower is Open.UNSPECIFIED
    assert service.upper == Stated(quantity=quantity(180, Unit.HOURS))


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        (300, Derived(quantity=quantity(10000, Unit.MCI), rule="art_41__para_2")),
        (10001, Open.UNSPECIFIED),  # Article 41 ends at 10,000
    ],
)
def test_a_missing_upper_end_is_derived_unless_the_lower_one_lies_beyond(lower: int, upper: Derived | Open) -> None:
    fine = penalty(cases({"alternatives": [{"kind": "fine", "unit": "mci", "from": lower}]})[0], PenaltyKind.FINE)

    assert fine.upper == upper


def test_a_branch_takes_the_place_of_accessories_of_one_choice_too() -> None:
    plain: Plain = {
        "alternatives": [
            {
                "all_of": [term("imprisonment", 3, 7)],
                "accessories": [
                    up_to("deprivation_of_office", 3, mandatory=False),
                    {"kind": "confiscation", "mandatory": True},
                ],
            }
        ],
        "branches": [{"when": "again", "accessories": [up_to("deprivation_of_office", 5, mandatory=True)]}],
    }

    beside = cases(plain)[1].alternatives[0].accessories

    assert {(item.penalty.kind.value, item.penalty.upper) for item in beside} == {
        ("confiscation", Open.UNSPECIFIED),
        ("deprivation_of_office", Stated(quantity=quantity(5, Unit.YEARS))),
    }


def test_a_limit_may_be_one_amount_only() -> None:
    limit = {"kind": "fine", "for": ["small"], "unit": "mci", "from": 50, "to": 50, "rule": "art_1"}

    general = read_general_part({"limits": [limit], "categories": []}, place=HERE)

    assert general.limits[0].least == general.limits[0].most == quantity(50, Unit.MCI)


@pytest.mark.parametrize("part", IN_FORCE)
def test_the_law_in_force_keeps_its_own_limits(part: str) -> None:
    found = [
        item.excesses for case in cases(IN_FORCE[part]) for choice in case.alternatives for item in choice.penalties
    ]

    assert set(found) == {()}


CATEGORIES = {
    "131.1": (Category.MISDEMEANOUR, Ground.AMOUNT),
    "376.1": (Category.MISDEMEANOUR, Ground.KIND),
    "209.1": (Category.SMALL, Ground.TERM),
    "147.3": (Category.MEDIUM, Ground.TERM),
    "274.3": (Category.MEDIUM, Ground.TERM),
    "147.4": (Category.GRAVE, Ground.TERM),
    "209.3": (Category.GRAVE, Ground.TERM),
    "179.3": (Category.ESPECIALLY_GRAVE, Ground.TERM),
    "194.4": (Category.ESPECIALLY_GRAVE, Ground.TERM),
}


@pytest.mark.parametrize("part", CATEGORIES)
def test_the_category_follows_from_the_greatest_penalty(part: str) -> None:
    found = cases(IN_FORCE[part])[0].category

    assert (found.category, found.ground) == CATEGORIES[part]


@pytest.mark.parametrize(
    ("years", "guilt", "category"),
    [
        (2, Guilt.INTENT, Category.SMALL),
        (3, Guilt.INTENT, Category.MEDIUM),
        (5, Guilt.INTENT, Category.MEDIUM),
        (6, Guilt.INTENT, Category.GRAVE),
        (12, Guilt.INTENT, Category.GRAVE),
        (13, Guilt.INTENT, Category.ESPECIALLY_GRAVE),
        (5, Guilt.NEGLIGENCE, Category.SMALL),
        (6, Guilt.NEGLIGENCE, Category.MEDIUM),
    ],
)
def test_thresholds_of_categories_include_their_last_year(years: int, guilt: Guilt, category: Category) -> None:
    found = cases({"alternatives": [up_to("imprisonment", years)]}, guilt=guilt)[0].category

    assert found.category is category


@pytest.mark.parametrize(
    ("penalties", "ground", "category"),
    [
        ([{"kind": "life"}], Ground.LIFE, Category.ESPECIALLY_GRAVE),
        ([up_to("imprisonment", "unlimited")], Ground.LIFE, Category.ESPECIALLY_GRAVE),
        ([up_to("restriction", 7)], Ground.NO_IMPRISONMENT, Category.SMALL),
        ([up_to("fine", 201, "mci")], Ground.NO_IMPRISONMENT, Category.SMALL),
        ([term("fine", 10, 20, "times_value", of="bribe")], Ground.NO_IMPRISONMENT, Category.SMALL),
        ([term("referred", 3, 3, "times_sanction", of="art_3")], Ground.REFERRED, None),
        (
            [up_to("imprisonment", 2), term("referred", 3, 3, "times_sanction", of="art_3")],
            Ground.REFERRED,
            None,
        ),
        ([term("imprisonment", 3, 3, "times_sanction", of="art_3")], Ground.REFERRED, None),
        ([{"kind": "imprisonment"}], Ground.SILENT, None),
    ],
)
def test_what_settles_no_category_says_so(penalties: list[object], ground: Ground, category: Category | None) -> None:
    found = cases({"alternatives": penalties})[0].category

    assert (found.category, found.ground) == (category, ground)


def test_without_a_category_no_end_is_derived_that_differs_by_category() -> None:
    plain: Plain = {
        "alternatives": [term("referred", 3, 3, "times_sanction", of="art_3"), up_to("fine", 300, "mci")],
        "accessories": [up_to("deprivation_of_office", 3, mandatory=False)],
    }

    case = cases(plain)[0]

    assert penalty(case, PenaltyKind.FINE).lower is Open.UNSPECIFIED
    assert case.alternatives[0].accessories[0].penalty.lower == Derived(quantity=quantity(1, Unit.YEARS), rule="art_50")


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_longer_term_never_makes_a_lighter_offence(first: int, second: int) -> None:
    shorter, longer = sorted([first, second])
    order = list(Category)

    light, heavy = (cases({"alternatives": [up_to("imprisonment", years)]})[0].category for years in (shorter, longer))

    assert light.category is not None
    assert heavy.category is not None
    assert order.index(light.category) <= order.index(heavy.category)


def test_faults_of_general_rules_are_told_at_once() -> None:
    raw = {
        "limits": [
            {"kind": "fine", "for": ["smal"], "unit": "hours", "from": 3, "to": 2, "rule": "art_1"},
            {"kind": "arrest", "for": [], "unit": "days", "from": 1, "to": 2.5, "rule": "art_1"},
        ],
        "categories": [{"category": "small", "guilt": "intent", "to": 2, "rule": "art_1"}],
        "laddder": [],
    }

    with pytest.raises(SanctionRefused) as refused:
        read_general_part(raw, place=HERE)

    assert [problem.code for problem in refused.value.problems] == ["N241", "N242", "N243", "N245", "N244", "N247"]


def test_general_rules_are_read_whole() -> None:
    limits = GENERAL_PLAIN["limits"]

    assert isinstance(limits, list)
    assert len(GENERAL.limits) == len(limits)
    assert [step.category for step in GENERAL.steps if step.guilt is Guilt.NEGLIGENCE] == [
        Category.SMALL,
        Category.MEDIUM,
    ]
