"""Facts the program supplies, deeds before the law, facts that cannot stand beside each other, and general parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from norms.packs_at_hand import HEAD, case, fact, head, norm, pack_of
from zhargy.norms.evaluation import Plan, flips, run_cases, supply, unknowns
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs import NormKind, PackRefused, PackStatus, first_day, law_day, read_pack, read_pack_facts
from zhargy.norms.problems import Problem
from zhargy.norms.sanctions import PenaltyKind
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

DAY = date(2026, 3, 1)
#: Figures made up for these tests; the second row is one that is not sure.
INDEX = """valid_from,valid_to,mci_kzt,basis,confidence
2025-01-01,2025-12-31,4000,budget,seen (news)
2026-01-01,2026-12-31,4325.50,budget,recollection
"""
WORTH = (fact("act.day", "date"), fact("law.mci", "money", "supplied: mci", "at: act.day"), fact("stolen", "money"))
LARGE = norm("art_1", "stolen > 1000 * law.mci")
GENERAL = """```yaml general_part
limits:
  - {kind: fine, for: [small], unit: mci, from: 20, to: 500, rule: art_9}
categories:
  - {category: small, guilt: intent, rule: art_8}
```
"""


def tenge(amount: str) -> Money:
    return Money(minor=int(Decimal(amount) * 100), currency=Currency.KZT)


def problems(*blocks: str, top: str = HEAD, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(PackRefused) as refused:
        pack_of(*blocks, top=top, **files)
    return refused.value.problems


@pytest.mark.parametrize(
    ("day", "worth"),
    [(date(2025, 12, 31), "4000"), (date(2026, 1, 1), "4325.50"), (date(2024, 12, 31), None), (date(2027, 1, 1), None)],
)
def test_a_table_supplies_what_an_index_was_worth_on_the_day_of_the_deed(day: date, worth: str | None) -> None:
    pack = pack_of(*WORTH, LARGE, mci=INDEX)

    found = supply(pack, {"act.day": day})

    assert found == {"act.day": day, **({} if worth is None else {"law.mci": tenge(worth)})}


def test_what_a_table_told_of_another_day_does_not_stay() -> None:
    pack = pack_of(*WORTH, LARGE, mci=INDEX)
    before = supply(pack, {"act.day": date(2025, 5, 1)})

    assert supply(pack, {**before, "act.day": DAY})["law.mci"] == tenge("4325.50")
    assert "law.mci" not in supply(pack, {"law.mci": tenge("4000")})


@pytest.mark.parametrize(("stolen", "standing"), [("4325500", "not_met"), ("4325500.01", "applies")])
def test_an_example_is_judged_by_the_index_of_its_day(stolen: str, standing: str) -> None:
    # 1000 times 4325.50 tenge.
    told = case(f"{{act.day: 2026-03-01, stolen: {stolen} KZT}}", f"{{art_1: {standing}}}")

    (result,) = run_cases(pack_of(*WORTH, LARGE, told, mci=INDEX))

    assert result.has_passed


def test_for_a_supplied_fact_the_day_is_asked() -> None:
    plan = Plan(pack_of(*WORTH, LARGE, mci=INDEX))

    outcome = plan.evaluate(supply(plan.pack, {"stolen": tenge("9000000")}), as_of=DAY)

    assert [each.fact for each in unknowns(plan, outcome)] == ["act.day"]


def test_what_would_change_a_result_is_told_in_facts_that_people_give() -> None:
    plan = Plan(pack_of(*WORTH, LARGE, mci=INDEX))
    facts: dict[str, Value] = {"act.day": DAY, "stolen": tenge("9000000")}

    outcome = plan.evaluate(supply(plan.pack, facts), as_of=DAY)

    assert {change.fact for flip in flips(plan, outcome, norm="art_1") for change in flip.changes} <= set(facts)


def test_a_supplied_fact_is_not_given_by_hand() -> None:
    pack = pack_of(*WORTH, LARGE, mci=INDEX)

    with pytest.raises(FactsRefused) as refused:
        read_facts({"law.mci": "4000 KZT"}, pack.vocabulary)

    assert [(each.code, each.params) for each in refused.value.problems] == [
        ("N278", {"name": "law.mci", "source": "mci"})
    ]


def test_an_example_may_stand_in_for_what_qualification_finds() -> None:
    category = fact("offence.category", "enum", "choices: [small, grave]", "supplied: offence.category")
    told = case("{offence.category: small}", "{art_1: applies}")
    pack = pack_of(category, norm("art_1", 'offence.category = "small"', kind="bar"), told)

    assert all(result.has_passed for result in run_cases(pack))
    with pytest.raises(FactsRefused):
        read_facts({"offence.category": "small"}, pack.vocabulary)


@pytest.mark.parametrize(
    ("kind", "more", "code"),
    [
        ("money", ("supplied: mcl", "at: act.day"), "N257"),
        ("money", ("supplied: mci",), "N255"),
        ("money", ("supplied: mci", "at: act.dey"), "N212"),
        ("money", ("supplied: mci", "at: stolen"), "N276"),
        ("number", ("supplied: mci", "at: act.day"), "N276"),
        ("bool", ("supplied: offence.category",), "N276"),
        ("bool", ("supplied: offence.tags",), "N276"),
        ("money", ("supplied: offence.aggravated_form",), "N276"),
    ],
)
def test_a_source_that_does_not_fit_is_refused(kind: str, more: tuple[str, ...], code: str) -> None:
    found = problems(WORTH[0], WORTH[2], fact("worth", kind, *more), norm("art_1", "stolen > 5 KZT"), mci=INDEX)

    assert [each.code for each in found] == [code]


def test_a_table_is_refused_at_its_line() -> None:
    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": "\n".join([HEAD, *WORTH[:1]]), "mci.csv": INDEX.replace("4325.50", "many")})

    (problem,) = refused.value.problems
    assert (problem.code, problem.place.file, problem.place.line) == ("N270", "mci.csv", 3)


def test_the_law_is_read_at_the_day_asked_for_or_else_at_that_of_the_deed() -> None:
    pack = pack_of(*WORTH, LARGE, top=head("day: act.day"), mci=INDEX)

    assert law_day(pack, {"act.day": DAY}) == DAY
    assert law_day(pack, {"act.day": DAY}, as_of=date(2026, 5, 1)) == date(2026, 5, 1)
    assert law_day(pack, {}) is None


@pytest.mark.parametrize(("name", "code"), [("act.dey", "N212"), ("stolen", "N276")])
def test_the_day_of_a_pack_is_a_date_among_its_facts(name: str, code: str) -> None:
    assert [each.code for each in problems(*WORTH, LARGE, top=head(f"day: {name}"), mci=INDEX)] == [code]


@pytest.mark.parametrize(("status", "refused"), [("in_force", True), ("fictional", True), ("proposed", False)])
def test_a_deed_before_the_first_wording_is_refused_unless_the_law_is_a_proposal(status: str, refused: bool) -> None:  # noqa: FBT001
    # The head of the trial pack has one wording, of 1 July 2025; article 2 is older than that.
    pack = pack_of(
        *WORTH,
        LARGE,
        norm("art_2", "true", "valid: 2025-06-01/.."),
        top=head("day: act.day", f"status: {status}"),
        mci=INDEX,
    )

    assert (pack.status, first_day(pack)) == (PackStatus(status), date(2025, 6, 1))
    assert read_pack_facts({"act.day": "2025-06-01"}, pack) == {"act.day": date(2025, 6, 1)}
    if not refused:
        assert read_pack_facts({"act.day": "2025-05-31"}, pack) == {"act.day": date(2025, 5, 31)}
        return
    with pytest.raises(FactsRefused) as told:
        read_pack_facts({"act.day": "2025-05-31"}, pack)
    assert told.value.problems[0].code == "N279"
    assert told.value.problems[0].params == {
        "name": "act.day",
        "day": "2025-05-31",
        "first": "2025-06-01",
        "pack": "trial",
    }


def test_facts_that_cannot_stand_beside_each_other_are_refused() -> None:
    pack = pack_of(fact("birth", "date", "requires: birth < act.day"), WORTH[0], norm("art_1", "birth < act.day"))

    assert read_facts({"birth": "2000-01-01"}, pack.vocabulary)
    assert read_facts({"birth": "2000-01-01", "act.day": "2000-01-02"}, pack.vocabulary)
    with pytest.raises(FactsRefused) as refused:
        read_facts({"birth": "2000-01-01", "act.day": "2000-01-01"}, pack.vocabulary)
    assert [(each.code, each.params) for each in refused.value.problems] == [
        ("N281", {"name": "birth", "condition": "birth < act.day"})
    ]


def test_what_a_fact_requires_is_checked_like_any_condition() -> None:
    found = problems(fact("birth", "date", "requires: brith < 2000-01-01"), norm("art_1", "known(birth)"))

    assert [(each.code, each.params["near"]) for each in found] == [("N212", "birth")]


def test_a_norm_says_what_it_bars_and_caps_and_what_it_is_about() -> None:
    more = ("tags: [corruption]", "bars: [fine, life]", "caps: 2/3")

    found = pack_of(fact("a"), norm("art_1", "a", *more, kind="limit")).norms["art_1"]

    assert (found.kind, found.tags) == (NormKind.LIMIT, ("corruption",))
    assert (found.bars, found.caps) == ((PenaltyKind.FINE, PenaltyKind.LIFE), Fraction(2, 3))


@pytest.mark.parametrize("caps", ["2", "3/2", "2/2", "0/2", "half", "0.5", "1/0"])
def test_a_cap_is_a_part_of_one(caps: str) -> None:
    found = problems(fact("a"), norm("art_1", "a", f"caps: {caps}", kind="limit"))

    assert [(each.code, each.params["wanted"]) for each in found] == [("N256", "fraction")]


def test_a_kind_of_penalty_there_is_not_is_told_with_the_near_miss() -> None:
    found = problems(fact("a"), norm("art_1", "a", "bars: [fine, arest]", kind="bar"))

    assert [(each.code, each.params["near"], each.place.norm) for each in found] == [("N257", "arrest", "art_1")]


def test_a_tag_is_a_choice_of_the_fact_that_hands_tags_to_the_norms() -> None:
    carrier = fact("offence.tags", "set", "choices: [corruption, life_or_health]", "supplied: offence.tags")

    found = problems(carrier, fact("a"), norm("art_1", "a", "tags: [coruption]"))

    assert [(each.code, each.params["near"]) for each in found] == [("N257", "corruption")]


def test_the_rules_of_a_general_part_are_read_with_the_pack() -> None:
    found = pack_of(GENERAL, fact("a"), norm("art_1", "a")).general

    assert found is not None
    assert [(limit.kind, limit.most.value, limit.rule) for limit in found.limits] == [
        (PenaltyKind.FINE, Decimal(500), "art_9")
    ]


def test_a_pack_has_one_general_part() -> None:
    found = problems(GENERAL, GENERAL, fact("a"), norm("art_1", "a"))

    assert [(each.code, each.params["count"]) for each in found] == [("N280", "2")]


def test_a_general_part_is_refused_at_the_part_that_is_wrong() -> None:
    text = "\n".join([HEAD, GENERAL.replace("unit: mci, from", "unit: hours, from")])

    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": text})

    (problem,) = refused.value.problems
    assert problem.code == "N243"
    assert text.splitlines()[problem.place.line - 1][problem.place.column - 1 :].startswith("hours")


def test_a_multiple_of_a_sanction_names_a_norm_or_a_provision_that_holds_one() -> None:
    def sanction(of: str) -> str:
        return f"sanction: {{alternatives: [{{kind: fine, unit: times_sanction, of: {of}, from: 2, to: 2}}]}}"

    first = norm("art_1__para_1", "a")
    assert pack_of(fact("a"), first, norm("art_2", "a", sanction("art_1")))
    found = problems(fact("a"), first, norm("art_2", "a", sanction("art_1__para_3")))

    assert [(each.code, each.params["near"]) for each in found] == [("N259", "art_1__para_1")]


def test_choices_may_have_words() -> None:
    words = "{id: keeper, kk: Күтуші, ru: Хранитель, en: Keeper}"
    pack = pack_of(fact("role", "enum", f"choices: [visitor, {words}]"), norm("art_1", 'role = "keeper"'))

    role = pack.vocabulary.facts["role"]
    assert role.choices == ("visitor", "keeper")
    assert [role.label_of(choice, language) for choice in role.choices for language in role.wordings] == [
        *["visitor"] * 3,
        "Күтуші",
        "Хранитель",
        "Keeper",
    ]


def test_a_choice_is_given_once() -> None:
    found = problems(fact("role", "enum", "choices: [visitor, visitor]"), norm("art_1", 'role = "visitor"'))

    assert [(each.code, each.params["id"]) for each in found] == [("N258", "visitor")]
