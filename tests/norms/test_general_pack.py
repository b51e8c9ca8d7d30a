"""The pack of the General Part: its examples come out, and it says what the Code says, read apart from the pack.

Sources of what is expected: Criminal Code of Kazakhstan 226-V in `kz-legislation/criminal-code-226-V`, read at run time
where the tests are marked `real_data`, and by hand in `kazakh_sanctions`.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kazakh_sanctions import GENERAL
from zhargy.app.norms import pack as shipped
from zhargy.app.structuring import structure_bytes
from zhargy.model import Node
from zhargy.norms.evaluation import Plan, run_cases, supply
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs import NormKind, Pack, PackRefused, Standing, read_pack
from zhargy.norms.sanctions import Category, GeneralPart, PenaltyKind
from zhargy.norms.vocabulary import FactType
from zhargy.packs import norm_packs
from zhargy.text import Language
from zhargy.text.amounts import Currency, MciAmount, Money, Period, Unit, find_amounts

NAME = "kz-criminal-general"
FILES = norm_packs()[NAME]
DAY = date(2026, 3, 1)
WITHOUT_TEXT = {
    "art_15__para_2",
    "art_54__para_1",
    *(f"art_3__point_{number}" for number in (3, 4, 16, 24, 28, 29, 38)),
}
"""Provisions whose words are not in the data: Articles 3 and 15(2) stand there as facts, 54(1) is left out."""

#: What one index was worth in tenge, read by hand from `mci-by-year.csv`.
MCI = {2019: 2525, 2023: 3450, 2024: 3692, 2025: 3932, 2026: 4325}


@pytest.fixture(scope="module")
def general() -> Pack:
    return shipped(NAME)


@pytest.fixture(scope="module")
def plan(general: Pack) -> Plan:
    return Plan(general)


@pytest.fixture(scope="module")
def provisions(test_data: Path) -> Mapping[str, str]:
    """The Russian words of each provision by its element id."""
    file = test_data / "kz-legislation/criminal-code-226-V/ru/general-part-selected.ru.md"
    document = structure_bytes(file.read_bytes(), name=file.name)

    def below(node: Node) -> list[Node]:
        return [node, *(inner for child in node.children for inner in below(child))]

    nodes = [node for child in document.children for node in below(child)]
    return {node.eid: " ".join(document.text[node.span.start : node.span.end].split()) for node in nodes}


def standing(plan: Plan, norm: str, raw: Mapping[str, object], *, day: date = DAY) -> Standing:
    """Where one norm stands on plain facts."""
    facts = supply(plan.pack, read_facts({"act.day": day, **raw}, plan.pack.vocabulary))
    return plan.evaluate(facts, as_of=day).norms[norm].standing


def test_every_example_comes_out_as_it_says(general: Pack) -> None:
    results = list(run_cases(general))

    assert len(results) >= 75
    assert [(result.case.name, result.differences) for result in results if not result.has_passed] == []


def test_every_norm_is_told_in_three_examples_and_both_holds_and_does_not(general: Pack) -> None:
    told = Counter(norm for case in general.cases for norm in case.expect)
    standings = {norm: {case.expect.get(norm) for case in general.cases} for norm in general.norms}

    assert {norm: told[norm] for norm in general.norms if told[norm] < 3} == {}
    assert [norm for norm, found in standings.items() if Standing.APPLIES not in found] == []
    assert [norm for norm, found in standings.items() if found <= {Standing.APPLIES, None}] == []


def test_all_words_are_there_in_three_languages(general: Pack) -> None:
    facts = general.vocabulary.facts.values()
    titles = [general.title, *(norm.title for norm in general.norms.values()), *(case.title for case in general.cases)]
    questions = [{tag: words.question for tag, words in fact.wordings.items()} for fact in facts]
    choices = [fact.choice_words[choice] for fact in facts for choice in fact.choices]

    for words in (*titles, *questions, *choices):
        assert set(words) == set(Language)
        assert all(words.values())
    for words in (*titles, *questions):
        assert words[Language.KK] != words[Language.RU]


def test_a_fact_with_choices_has_words_for_each(general: Pack) -> None:
    chosen = [fact for fact in general.vocabulary.facts.values() if fact.type in {FactType.ENUM, FactType.SET}]

    assert len(chosen) >= 15
    assert [fact.name for fact in chosen if set(fact.choice_words) != set(fact.choices)] == []


@pytest.mark.real_data
def test_every_anchor_stands_in_the_text_at_its_element_id(general: Pack, provisions: Mapping[str, str]) -> None:
    missing = [
        (norm.id, anchor.words)
        for norm in general.norms.values()
        for anchor in norm.anchors
        if anchor.language is not Language.RU or anchor.words not in provisions.get(norm.id, "")
    ]

    assert missing == []


@pytest.mark.real_data
def test_only_provisions_whose_words_are_missing_go_without_an_anchor(
    general: Pack, provisions: Mapping[str, str]
) -> None:
    bare = {norm.id for norm in general.norms.values() if not norm.anchors}

    assert bare == WITHOUT_TEXT
    assert all(general.norms[norm].sources for norm in bare)
    assert bare & set(provisions) == {"art_54__para_1"}
    assert "<...>" in provisions["art_54__para_1"]


def test_the_general_rules_are_those_read_by_hand(general: Pack) -> None:
    assert general.general is not None

    assert _limits(general.general) == _limits(GENERAL)
    assert _steps(general.general) == _steps(GENERAL)
    assert general.general.misdemeanour_only == GENERAL.misdemeanour_only
    assert general.general.crime_only == GENERAL.crime_only
    assert general.general.ladder == GENERAL.ladder


def _limits(rules: GeneralPart) -> set[tuple[object, ...]]:
    return {(each.kind, each.categories, each.least.finest, each.most.finest) for each in rules.limits}


def _steps(rules: GeneralPart) -> set[tuple[object, ...]]:
    return {(each.category, each.guilt, each.most and each.most.finest) for each in rules.steps}


@pytest.mark.real_data
def test_every_bound_of_the_general_rules_is_told_by_the_provision_it_names(
    general: Pack, provisions: Mapping[str, str]
) -> None:
    assert general.general is not None
    untold = []
    for limit in general.general.limits:
        told = told_numbers(provisions[limit.rule])
        ends = {limit.least.finest.value, limit.most.finest.value}
        untold += [(limit.rule, end) for end in sorted(ends - told)]
    for step in general.general.steps:
        if step.most is not None and step.most.finest.value not in told_numbers(provisions[step.rule]):
            untold.append((step.rule, step.most.finest.value))

    assert untold == []


def told_numbers(words: str) -> set[Decimal]:
    """The numbers of indices, hours, days and months that the words tell, years turned into months and as they are."""
    found: set[Decimal] = set()
    for amount in find_amounts(words, Language.RU):
        for end in (amount.range.lower, amount.range.upper):
            if isinstance(end, MciAmount):
                found.add(Decimal(end.count))
            elif isinstance(end, Period):
                found.add(Decimal(end.value) * (12 if end.unit is Unit.YEARS else 1))
    return found


def test_rules_name_norms_of_the_pack(general: Pack) -> None:
    assert general.general is not None
    limits, steps = general.general.limits, general.general.steps
    rules = {each.rule for each in limits} | {each.rule for each in steps} | {general.general.special_rule}

    assert rules <= set(general.norms)


@pytest.mark.real_data
def test_the_index_of_each_year_is_the_published_one(general: Pack, test_data: Path) -> None:
    with (test_data / "kz-legislation/mci-by-year.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = general.tables["mci"]

    for row in rows:
        for day in (date.fromisoformat(row["valid_from"]), date.fromisoformat(row["valid_to"])):
            assert table.at(day).tenge == Decimal(row["mci_kzt"])
            if row["confidence"] == "recollection":
                assert not table.at(day).is_certain


@pytest.mark.parametrize(("year", "index"), MCI.items())
@pytest.mark.parametrize(("norm", "times"), [("art_3__point_38", 1000), ("art_3__point_3", 4000)])
def test_an_amount_is_large_only_beyond_the_bound(plan: Plan, norm: str, times: int, year: int, index: int) -> None:
    # Article 3(38) and 3(3): exceeding 1,000 and 4,000 indices of the day of the deed; the bound itself is not beyond.
    bound = times * index * 100
    found = {
        day: [
            standing(plan, norm, {"property.value": Money(minor=bound + more, currency=Currency.KZT)}, day=day)
            for more in (-1, 0, 1)
        ]
        for day in (date(year, 1, 1), date(year, 12, 31))
    }

    assert all(each == [Standing.NOT_MET, Standing.NOT_MET, Standing.APPLIES] for each in found.values())


@pytest.mark.parametrize(
    ("norm", "age", "before", "after"),
    [
        ("art_15__para_1", 16, Standing.NOT_MET, Standing.APPLIES),
        ("art_15__para_2", 14, Standing.NOT_MET, Standing.APPLIES),
        ("art_53__para_1__point_2", 18, Standing.APPLIES, Standing.NOT_MET),
        ("art_46__para_4", 18, Standing.APPLIES, Standing.NOT_MET),
    ],
)
def test_an_age_is_reached_on_the_birthday_in_every_year(
    plan: Plan, norm: str, age: int, before: Standing, after: Standing
) -> None:
    person = {"offender.kind": "person", "offender.sane": True, "offender.sex": "male", "offender.disability": "none"}
    for year in range(2015, 2031):
        birthday = date(year, 3, 1)
        born = {**person, "offender.birth": date(year - age, 3, 1)}

        assert standing(plan, norm, born, day=birthday - timedelta(days=1)) is before
        assert standing(plan, norm, born, day=birthday) is after


@pytest.mark.parametrize(
    ("person", "service", "life"),
    [
        # Articles 43(3) and 46(4), read by hand: who may not be given community service, who not life.
        ({"offender.sex": "male"}, False, False),
        ({"offender.sex": "female", "offender.pregnant": False}, False, True),
        ({"offender.sex": "female", "offender.pregnant": True}, True, True),
        ({"offender.sex": "male", "offender.small_child": True}, True, False),
        ({"offender.sex": "male", "offender.disability": "first"}, True, True),
        ({"offender.sex": "male", "offender.disability": "second"}, True, True),
        ({"offender.sex": "male", "offender.disability": "third"}, False, False),
        ({"offender.sex": "male", "offender.soldier": True}, True, False),
        ({"offender.sex": "male", "offender.birth": date(1963, 3, 1)}, True, True),
        ({"offender.sex": "male", "offender.birth": date(1963, 3, 2)}, False, False),
        ({"offender.sex": "female", "offender.pregnant": False, "offender.birth": date(1968, 3, 1)}, True, True),
        ({"offender.sex": "female", "offender.pregnant": False, "offender.birth": date(1968, 3, 2)}, False, True),
    ],
)
def test_persons_are_spared_as_the_code_says(
    plan: Plan, person: Mapping[str, object], *, service: bool, life: bool
) -> None:
    usual = {
        "offender.kind": "person",
        "offender.birth": date(1990, 5, 17),
        "offender.small_child": False,
        "offender.disability": "none",
        "offender.soldier": False,
    }
    facts = {**usual, **person}
    if facts["offender.birth"] != usual["offender.birth"]:
        facts["sentence.day"] = DAY

    found = [standing(plan, norm, facts) is Standing.APPLIES for norm in ("art_43__para_3", "art_46__para_4")]

    assert found == [service, life]


def test_the_bars_name_the_punishments_they_bar(general: Pack) -> None:
    barred = {norm.id: set(norm.bars) for norm in general.norms.values() if norm.kind is NormKind.BAR}

    assert barred == {
        "art_43__para_3": {PenaltyKind.COMMUNITY_SERVICE},
        "art_46__para_4": {PenaltyKind.LIFE},
    }


#: The fractions of Article 55(2) in its own Russian words.
FRACTIONS = {
    "половины": Fraction(1, 2),
    "двух третей": Fraction(2, 3),
    "трех четвертей": Fraction(3, 4),
    "четырех пятых": Fraction(4, 5),
}


@pytest.mark.real_data
def test_each_cap_is_the_fraction_that_its_item_names(general: Pack, provisions: Mapping[str, str]) -> None:
    caps = {norm.id: norm.caps for norm in general.norms.values() if norm.caps is not None}
    told = {
        norm: [fraction for words, fraction in FRACTIONS.items() if words in provisions[norm]]
        for norm in (f"art_55__para_2__point_{item}" for item in range(1, 5))
    }

    assert {norm: [cap] for norm, cap in caps.items()} == told


@pytest.mark.parametrize(
    ("category", "against_life", "item"),
    [
        *((category, life, 1) for category in ("misdemeanour", "small", "medium") for life in (False, True)),
        ("grave", False, 2),
        ("grave", True, 3),
        ("especially_grave", False, 3),
        ("especially_grave", True, 4),
    ],
)
def test_exactly_one_cap_applies_to_each_kind_of_offence(
    general: Pack, plan: Plan, category: str, *, against_life: bool, item: int
) -> None:
    tags = ["life_or_health"] if against_life else []
    raw: dict[str, object] = {"mitigation.repentance": True, "aggravation.any": False, "offence.aggravated_form": False}
    raw |= {"act.day": DAY, "offence.category": category, "offence.tags": tags}

    outcome = plan.evaluate(read_facts(raw, general.vocabulary, stands_in=True), as_of=DAY)

    applying = [norm for norm, found in outcome.norms.items() if norm in CAPS and found.standing is Standing.APPLIES]
    assert applying == [f"art_55__para_2__point_{item}"]


CAPS = {f"art_55__para_2__point_{item}" for item in range(1, 5)}


def test_every_category_of_the_sanctions_can_be_supplied(general: Pack) -> None:
    assert set(general.vocabulary.facts["offence.category"].choices) == set(Category)


@pytest.mark.parametrize(
    ("raw", "code", "name"),
    [
        ({"offender.kind": "organisation", "offender.sane": True}, "N225", "offender.sane"),
        ({"offender.sex": "male", "offender.pregnant": True}, "N225", "offender.pregnant"),
        ({"damage.value": "0 KZT", "damage.to": "state"}, "N225", "damage.to"),
        ({"act.day": "2026-03-01", "offender.birth": "2026-03-01"}, "N281", "offender.birth"),
        ({"act.day": "2026-03-01", "sentence.day": "2026-02-28"}, "N281", "sentence.day"),
        ({"act.group": "gang"}, "N222", "act.group"),
        ({"property.value": "-1 KZT"}, "N223", "property.value"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_name(
    general: Pack, raw: Mapping[str, object], code: str, name: str
) -> None:
    with pytest.raises(FactsRefused) as refused:
        read_facts(raw, general.vocabulary)

    assert [(problem.code, problem.params["name"]) for problem in refused.value.problems] == [(code, name)]


#: Wrong edits an encoder could make in the norms.
MUTANTS = [
    ("property.value > 1000 * law.mci", "property.value >= 1000 * law.mci"),
    ("property.value > 4000 * law.mci", "property.value > 4001 * law.mci"),
    ("harm.grave or damage.value", "harm.grave and damage.value"),
    ("damage.value > 1000 * law.mci", "damage.value >= 1000 * law.mci"),
    ('offender.office = "responsible_post"', 'offender.office = "equated"'),
    ('act.group = "criminal_group"', 'act.group = "by_agreement"'),
    ("when: act.insignificant", "when: not act.insignificant"),
    ("when: act.repeated", "when: not act.repeated"),
    ('when: act.guilt = "negligence"', 'when: act.guilt = "intent"'),
    ("act.day >= 16", "act.day > 16"),
    ("act.day >= 14", "act.day >= 15"),
    (
        "offender.sane and years between offender.birth and act.day >= 16",
        "years between offender.birth and act.day >= 16",
    ),
    ('offender.kind = "person" and offender.sane and years between offender.birth and act.day >= 14', "offender.sane"),
    ("any of (offender.small_child, ", "any of ("),
    (" offender.soldier,\n", "\n"),
    ('(offender.sex = "female" and offender.pregnant)', "offender.small_child"),
    ("act.day >= 58", "act.day >= 59"),
    ("sentence.day >= 58", "sentence.day > 58"),
    ("sentence.day >= 58", "sentence.day >= 57"),
    ("sentence.day >= 63", "sentence.day > 63"),
    ("act.day >= 63", "act.day > 63"),
    ("any of (years between offender.birth and act.day < 18", "any of (years between offender.birth and act.day <= 18"),
    ("  offender.disability in", "  not offender.disability in"),
    ('"life_only" and met(art_46__para_4)', '"life_only" or met(art_46__para_4)'),
    ("from: 20, to: 25", "from: 15, to: 25"),
    ("from: 15, to: 20}]", "from: 15, to: 25}]"),
    ("when: met(art_3__point_29)", "when: not met(art_3__point_29)"),
    (
        'mitigation.first_by_chance and offence.category in {"misdemeanour", "small", "medium"}',
        "mitigation.first_by_chance",
    ),
    ('when: offender.sex = "female" and offender.pregnant', 'when: offender.sex = "female"'),
    ("offender.young_child or offender.small_child", "offender.young_child"),
    ("when: mitigation.hardship", "when: mitigation.coercion"),
    ("when: mitigation.other", "when: mitigation.repentance"),
    ("not met(art_54__para_1)", "met(art_54__para_1)"),
    ("not offence.aggravated_form", "offence.aggravated_form"),
    ("met(art_53__para_1__point_11), ", ""),
    ('and not offence.tags includes "life_or_health"\ncaps', "\ncaps"),
    ('any of ((offence.category = "grave"', 'all of ((offence.category = "grave"'),
    (
        'offence.category = "especially_grave" and offence.tags includes',
        'offence.category = "grave" and offence.tags includes',
    ),
    (
        'met(art_55__para_2) and offence.category in {"misdemeanour", "small", "medium"}',
        'offence.category in {"small", "medium"}',
    ),
]


@pytest.mark.parametrize(("right", "wrong"), MUTANTS)
def test_a_wrong_edit_is_noticed_by_the_examples(general: Pack, right: str, wrong: str) -> None:
    norms = FILES["general-part.md"]
    edited = {
        "facts.md": FILES["facts.md"],
        "mci.csv": FILES["mci.csv"],
        "general-part.md": norms.replace(right, wrong),
    }
    assert right in norms

    try:
        changed = replace(general, norms=read_pack(edited).norms)
        noticed = any(not result.has_passed for result in run_cases(changed))
    except PackRefused:
        noticed = True

    assert noticed
