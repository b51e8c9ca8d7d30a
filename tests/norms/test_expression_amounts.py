"""Amounts and things: shares, brackets, whole steps, lists, norms that speak of what a list holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from norms.packs_at_hand import DAY, fact, norm, pack_of
from zhargy.norms.evaluation import Inquiry, Plan, Stipulation, explain, flips, unknowns
from zhargy.norms.expression import ExactMoney, amount, check_amount, parse
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs import Pack, PackRefused
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

VOCABULARY = Vocabulary.of(
    Fact(name="turnover", type=FactType.MONEY, unit="EUR"),
    Fact(name="is_small", type=FactType.BOOL),
    Fact(name="first", type=FactType.DATE),
)
PEOPLE = fact(
    "people", "list", "fields: {birth: {type: date}, income: {type: money}, spouse: {type: thing, of: people}}"
)
PARENTS = fact("parents", "list", "fields: {parent: {type: thing, of: people}, child: {type: thing, of: people}}")
FAMILY: Mapping[str, object] = {
    "people": {
        "aru": {"birth": dt.date(2015, 3, 1), "income": "0 KZT"},
        "dana": {"birth": dt.date(1985, 5, 5), "income": "700 KZT", "spouse": "erlan"},
        "erlan": {"birth": dt.date(1980, 1, 1), "income": "500 KZT", "spouse": "dana"},
    },
    "parents": {"one": {"parent": "dana", "child": "aru"}, "two": {"parent": "erlan", "child": "aru"}},
}
CHILD = norm(
    "art_1",
    "any tie in parents (tie.parent = adult and tie.child = child) and years between child.birth and 2025-08-01 < 18",
    "for: {child: people, adult: people}",
    kind="definition",
)


def eur(euros: str) -> ExactMoney:
    return ExactMoney(minor=Decimal(euros) * 100, currency=Currency.EUR)


def reckoned(text: str, **facts: Any) -> Any:
    tree = parse(text)
    assert check_amount(tree, VOCABULARY, norms=(), signatures={}, bound={}) == ()
    return amount(tree, facts, vocabulary=VOCABULARY, met={}).value


def inquiry(pack: Pack, raw: Mapping[str, object] = FAMILY, **more: Any) -> Inquiry:
    return Inquiry(pack, read_facts(raw, pack.vocabulary), as_of=DAY, **more)


@pytest.mark.parametrize(
    ("turnover", "small", "fine"),
    [
        (Money(minor=100_000_000_00, currency=Currency.EUR), False, eur("35000000")),
        (Money(minor=1_000_000_000_00, currency=Currency.EUR), False, eur("70000000")),
        (Money(minor=1_000_000_000_00, currency=Currency.EUR), True, eur("35000000")),
    ],
)
def test_the_higher_of_two_ceilings_is_taken_and_of_a_small_firm_the_lower(
    turnover: Money, small: Value, fine: ExactMoney
) -> None:
    """Regulation (EU) 2024/1689, Article 99(3) and (6)."""
    ceilings = "(35000000 EUR, 7 % * turnover)"

    found = reckoned(
        f"if is_small then least of {ceilings} else greatest of {ceilings}", turnover=turnover, is_small=small
    )

    assert found == fine


@pytest.mark.parametrize(
    ("excess", "full", "started"), [(0, 0, 0), (1, 0, 1), (2500, 1, 1), (2501, 1, 2), (-3000, 0, 0)]
)
def test_a_step_begun_counts_only_where_the_words_say_so(excess: int, full: int, started: int) -> None:
    found = [reckoned(f"{way} steps of 2500 EUR in {excess} EUR") for way in ("full", "started")]

    assert found == [full, started]


def test_brackets_are_read_from_the_first_that_fits() -> None:
    scale = "if {0} <= 100 EUR then {0} * 10 % else if {0} <= 300 EUR then 10 EUR + 20 % * ({0} - 100 EUR) else 50 EUR"

    taxes = [reckoned(scale.format(f"{income} EUR")) for income in (50, 100, 200, 300, 301)]

    assert taxes == [eur("5"), eur("10"), eur("30"), eur("50"), eur("50")]


def test_a_part_is_exact_to_the_last_digit() -> None:
    assert reckoned("0.01 EUR / 8") == eur("0.00125")
    assert reckoned("(turnover / 0.4) / 2", turnover=Money(minor=1, currency=Currency.EUR)) == eur("0.0125")


def test_the_later_of_two_days_is_taken() -> None:
    assert reckoned("days between (greatest of (first, 2025-01-10)) and 2025-01-31", first=dt.date(2025, 1, 1)) == 21


def test_a_value_waits_for_the_condition_that_chooses_it_and_not_for_the_other_value() -> None:
    tree = parse("if is_small then 1 EUR else turnover")

    waiting = amount(tree, {}, vocabulary=VOCABULARY, met={})
    chosen = amount(tree, {"is_small": True}, vocabulary=VOCABULARY, met={})

    assert (waiting.value, waiting.unknown) == (None, ("is_small",))
    assert (chosen.value, chosen.unknown) == (eur("1"), ())


def test_things_are_counted_added_up_and_looked_for() -> None:
    pack = pack_of(
        PEOPLE,
        norm("art_1", "count of p in people (p.income > 0 KZT) = 2 and any p in people (p.income = 0 KZT)"),
        norm("art_2", "all p in people (p.income >= 500 KZT)"),
        norm("art_3", "sum over p in people (p.income > 0 KZT) of p.income = 1200 KZT"),
        norm("art_4", "any p in people (p.spouse.birth < 1981-01-01 and p.spouse.spouse = p)"),
    )

    outcome = Plan(pack).evaluate(read_facts({"people": FAMILY["people"]}, pack.vocabulary), as_of=DAY)

    assert outcome.applying == ("art_1", "art_3", "art_4")


def test_what_is_not_known_of_a_thing_stays_open_until_it_cannot_matter() -> None:
    pack = pack_of(
        PEOPLE,
        norm("art_1", "any p in people (p.income > 600 KZT)"),
        norm("art_2", "all p in people (p.income > 0 KZT)"),
    )
    raw = {"people": {"aru": {}, "dana": {"income": "700 KZT"}}}

    known = Plan(pack).evaluate(read_facts(raw, pack.vocabulary), as_of=DAY)
    nothing = Plan(pack).evaluate({}, as_of=DAY)

    assert [known.norms[each].met for each in ("art_1", "art_2")] == [Truth.TRUE, Truth.UNKNOWN]
    assert nothing.norms["art_1"].condition is not None
    assert nothing.norms["art_1"].condition.unknown == ("people",)


def test_a_norm_about_things_is_met_of_some_and_not_of_others() -> None:
    asked = inquiry(pack_of(PEOPLE, PARENTS, CHILD))

    assert asked.met("art_1", {"child": "aru", "adult": "dana"}) is Truth.TRUE
    assert asked.met("art_1", {"child": "dana", "adult": "aru"}) is Truth.FALSE
    assert asked.met("art_1", {"adult": "erlan"}) is Truth.TRUE  # of some child


def test_a_norm_asks_another_about_the_things_it_names_and_those_of_the_same_name() -> None:
    pack = pack_of(
        PEOPLE,
        PARENTS,
        CHILD,
        norm("art_2", "any child in people (met(art_1))", "for: {adult: people}"),
        norm("art_3", "met(art_2 with adult = person.spouse)", "for: {person: people}"),
        norm("art_4", "any child in people (met(art_3 with person = child))"),
    )

    asked = inquiry(pack)
    outcome = Plan(pack).evaluate(read_facts(FAMILY, pack.vocabulary), as_of=DAY)

    assert [asked.met("art_3", {"person": each}) for each in ("dana", "aru")] == [Truth.TRUE, Truth.UNKNOWN]
    assert set(outcome.norms) == {"art_4"}  # of the others nothing can be said without a thing
    assert outcome.norms["art_4"].met is Truth.TRUE


def test_an_amount_is_nothing_where_its_norm_is_not_met_and_exceptions_take_it_away() -> None:
    pack = pack_of(
        PEOPLE,
        norm("art_1", "p.income > 0 KZT", "for: {p: people}", "amount: 10 % * p.income"),
        norm("art_2", "p.birth < 1981-01-01", "for: {p: people}", "defeats: [art_1]", kind="exception"),
        norm("art_3", "true or false", "amount: sum over p in people (true) of amount(art_1)"),
    )

    outcome = Plan(pack).evaluate(read_facts({"people": FAMILY["people"]}, pack.vocabulary), as_of=DAY)

    found = outcome.norms["art_3"].amount
    assert found is not None
    assert found.value == ExactMoney(minor=Decimal(7000), currency=Currency.KZT)  # of Dana alone


def test_what_is_stipulated_stands_beside_what_the_facts_prove() -> None:
    pack = pack_of(PEOPLE, norm("art_1", "p.income > 600 KZT", "for: {p: people}", "amount: 1 KZT"))
    granted = Stipulation(
        norm="art_1", things={"p": "aru"}, amount=ExactMoney(minor=Decimal(900), currency=Currency.KZT)
    )

    asked = inquiry(pack, {"people": FAMILY["people"]}, stipulations=[granted])

    assert [asked.met("art_1", {"p": each}) for each in ("aru", "dana", "erlan")] == [
        Truth.TRUE,
        Truth.TRUE,
        Truth.FALSE,
    ]
    assert asked.amounts("art_1", {"p": "aru"}) == (granted.amount,)


def test_a_deduction_may_hang_on_who_is_entitled_and_its_amount_on_the_deduction() -> None:
    """What a norm comes to and whether it is met are two things: no circle."""
    pack = pack_of(
        norm("art_1", "a", "amount: amount(art_2)"),
        norm("art_2", "met(art_1)", "amount: 5 KZT"),
        fact("a"),
    )

    outcome = Plan(pack).evaluate({"a": True}, as_of=DAY)

    assert outcome.norms["art_1"].amount is not None
    assert outcome.norms["art_1"].amount.value == ExactMoney(minor=Decimal(500), currency=Currency.KZT)


def test_an_amount_that_comes_to_itself_is_refused() -> None:
    with pytest.raises(PackRefused) as refused:
        pack_of(
            fact("a"), norm("art_1", "a", "amount: 1 KZT + amount(art_2)"), norm("art_2", "a", "amount: amount(art_1)")
        )

    assert [problem.code for problem in refused.value.problems] == ["N260"]


def test_proofs_open_facts_and_flips_pass_by_what_is_said_of_things() -> None:
    pack = pack_of(
        PEOPLE,
        fact("a"),
        norm("art_1", "p.income > 0 KZT", "for: {p: people}"),
        norm("art_2", "a and any p in people (met(art_1))"),
    )
    plan = Plan(pack)
    outcome = plan.evaluate({}, as_of=DAY)
    settled = plan.evaluate(read_facts({"people": FAMILY["people"], "a": True}, pack.vocabulary), as_of=DAY)

    assert explain(outcome, "art_2").truth is Truth.UNKNOWN
    assert [each.fact for each in unknowns(plan, outcome)] == ["a", "people"]
    assert [flip.changes[0].fact for flip in flips(plan, settled, norm="art_2")] == ["a"]


@pytest.mark.parametrize(
    ("when", "more", "codes"),
    [
        ("money / 3 > 1 KZT", (), ["N290"]),
        ("money / money > 1 KZT", (), ["N290", "N218"]),
        ("full steps of -5 KZT in money > 1", (), ["N290"]),
        ("started steps of 5 in money > 1", (), ["N215"]),
        ("least of (money, 5) > 1 KZT", (), ["N215"]),
        ("(if a then money else 5) > 1 KZT", (), ["N215"]),
        ("any a in people (true)", (), ["N291"]),
        ("any p in money (true)", (), ["N214"]),
        ("any p in peopel (true)", (), ["N212"]),
        ("any p in people (p.brith > 2020-01-01)", (), ["N296"]),
        ("any p in people (p.birth)", (), ["N214"]),
        ("any p in people (p.spouse > p)", (), ["N216"]),
        ("any q in people (met(art_2 with r = q))", (), ["N293", "N294"]),
        ("met(art_2)", (), ["N294"]),
        ("amount(art_2) > 5 KZT", (), ["N294", "N295"]),
        ("a", ("for: {p: peopel}",), ["N299"]),
        ("a", ("for: {p: people}", "basic: art_3"), []),
        ("a", ("basic: art_2",), ["N297"]),
        ("a", ("amount: a",), ["N214"]),
    ],
)
def test_what_means_nothing_is_told_with_its_code(when: str, more: tuple[str, ...], codes: list[str]) -> None:
    blocks = (
        PEOPLE,
        fact("a"),
        fact("money", "money"),
        norm("art_2", "p.income > 0 KZT", "for: {p: people}"),
        norm("art_3", "a"),
    )

    found = []
    try:
        pack_of(*blocks, norm("art_1", when, *more))
    except PackRefused as refused:
        found = [problem.code for problem in refused.problems]

    assert sorted(found) == sorted(codes)


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ({"aru": {"brith": "2015-01-01"}}, "N296"),
        ({"aru": {"birth": "soon"}}, "N221"),
        ({"aru": {"spouse": "nobody"}}, "N298"),
        (["aru"], "N221"),
    ],
)
def test_a_list_that_does_not_fit_is_refused(people: object, code: str) -> None:
    pack = pack_of(PEOPLE, norm("art_1", "any p in people (p.income > 0 KZT)"))

    with pytest.raises(FactsRefused) as refused:
        read_facts({"people": people}, pack.vocabulary)

    assert [problem.code for problem in refused.value.problems] == [code]
