"""LegalRuleML: valid by a profile of the standard's schema, closed in itself, and saying what the program reckons."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from norms.exports.legalruleml_reading import LRML, RULEML, Reading
from norms.packs_at_hand import fact, norm, pack_of, reading, truths
from zhargy.app.norms import pack, pack_names
from zhargy.errors import UsageError
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.exports import write_legalruleml
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth

PROFILE = Path(__file__).parents[2] / "data" / "legalruleml" / "profile.rng"
LARGE = {"kz-ai-offences", "kz-criminal-special"}
THREE = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


@cache
def profile() -> etree.RelaxNG:
    """The part we write, transcribed in our own words from the schema of the standard (OASIS, 2021); not that one."""
    return etree.RelaxNG(etree.parse(str(PROFILE)))


@cache
def written(name: str) -> etree._Element:
    return etree.fromstring(write_legalruleml(pack(name)))


def root_of(found: Pack) -> etree._Element:
    return etree.fromstring(write_legalruleml(found))


def faults(root: etree._Element) -> list[str]:
    found = profile()
    return [] if found.validate(root) else str(found.error_log).splitlines()


@pytest.mark.parametrize("name", pack_names())
def test_every_pack_is_valid_by_the_profile(name: str) -> None:
    assert faults(written(name)) == []


@pytest.mark.parametrize("name", pack_names())
def test_every_reference_leads_to_one_key_of_the_document(name: str) -> None:
    everything = list(written(name).iter(etree.Element))
    keys = [key.lstrip(":") for each in everything if (key := each.get("key") or each.get("refersTo"))]
    references = [
        each.get(name, "")[1:] for each in everything for name in ("keyref", "over", "under") if each.get(name)
    ]

    assert len(references) > 100
    assert len(keys) == len(set(keys))
    assert set(references) <= set(keys)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in LARGE else ()) for name in pack_names()]
)
def test_a_reader_that_knows_only_the_standard_reckons_as_the_program_does(name: str) -> None:
    found, root = pack(name), written(name)
    plan = Plan(found)
    compared = 0
    for case in found.cases:
        choices = {fact.name: str(case.facts.get(fact.name, fact.choices[0])) for fact in found.readings}
        facts = {**supply(found, case.facts), **choices}
        outcome = plan.evaluate(facts, as_of=case.day)
        others = {id_.replace(".", ":", 1): THREE[each.met] for id_, each in outcome.norms.items() if "." in id_}
        told = Reading(root, facts=facts, choices=choices, as_of=case.day, others=others)

        expected = {id_: THREE[outcome.norms[id_].met] for id_ in found.own_norms}
        assert {id_: told.met(id_) for id_ in found.own_norms} == expected, case.name
        compared += len(expected)

    assert compared == len(found.cases) * len(found.own_norms) > 0


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert write_legalruleml(pack("sample")) == write_legalruleml(pack("sample"))


def test_an_offence_is_a_prohibition_whose_breach_has_a_penalty() -> None:
    root = written("sample")

    (reparation,) = keyed(root, "art_3__para_1--reparation").iter(f"{LRML}Reparation")
    assert [each.get("keyref") for each in reparation] == ["#art_3__para_1--penalty", "#art_3__para_1"]
    rule = keyed(root, "art_3__para_1")
    assert rule.tag == f"{LRML}PrescriptiveStatement"
    assert [each.tag for each in rule.iter(f"{LRML}Prohibition")] == [f"{LRML}Prohibition"]
    # Article 3(1) of the fictional act: a fine of up to 30 indices or community service of up to 80 hours.
    penalty = keyed(root, "art_3__para_1--penalty")
    assert [each.text for each in penalty.iter(f"{RULEML}Rel")] == ["fine", "community service"]
    assert [each.text for each in penalty.iter(f"{RULEML}Data")] == ["30", "80"]


def test_an_exception_overrides_the_rule_and_allows_what_it_forbids() -> None:
    root = written("sample")

    permission = next(keyed(root, "art_4__para_1").iter(f"{LRML}Permission"))
    assert permission[0][0].get("iri") == "norm:art_3__para_1"
    assert ("#art_4__para_1", "#art_3__para_1", "zh:defeats") in overrides(root)
    assert ("#art_4__para_2", "#art_4__para_1", "zh:defeats") in overrides(root)
    assert ("#art_4__para_3", "#art_4__para_2", "zh:defeats") in overrides(root)


def test_a_special_norm_takes_the_place_of_the_penalty_and_leaves_the_breach() -> None:
    root = written("sample")

    assert ("#art_5--reparation", "#art_3__para_1--reparation", "zh:displaces") in overrides(root)
    assert ("#art_5", "#art_3__para_1", "zh:defeats") not in overrides(root)


def test_each_way_to_read_the_words_is_an_alternative_in_a_context_of_its_own() -> None:
    root = written("sample")

    ways = [each.get("keyref") for each in keyed(root, "art_5-1__para_2--penalty").iter(f"{LRML}hasAlternative")]
    assert ways == [f"#art_5-1__para_2--penalty--part_{part}" for part in (1, 2, 3)]
    context = keyed(root, "reading.doubled_part--part_2")
    assert [each.get("keyref") for each in context.iter(f"{LRML}inScope")] == ["#art_5-1__para_2--penalty--part_2"]
    (multiple,) = [
        each for each in keyed(root, "art_5-1__para_2--penalty--part_2").iter(f"{RULEML}Ind") if each.get("iri")
    ]
    assert multiple.get("iri") == "norm:art_3__para_2"


def test_the_days_of_force_are_tied_to_the_statements() -> None:
    root = written("sample")

    (association,) = [
        each
        for each in root.iter(f"{LRML}Association")
        if "#art_3__para_3" in [target.get("keyref") for target in each.iter(f"{LRML}toTarget")]
    ]
    (change,) = association.iter(f"{LRML}appliesTemporalCharacteristic")
    # Article 6 of the fictional act: part 3 of Article 3 comes into force on 1 January 2026.
    assert change.get("keyref") == "#starts-2026-01-01"
    assert keyed(root, ":day-2026-01-01")[0].text == "2026-01-01"


def test_bars_and_limits_are_prohibitions_and_obligations() -> None:
    root = written("sample")

    barred = next(keyed(root, "art_5-2__para_2").iter(f"{LRML}Prohibition"))
    limited = next(keyed(root, "art_5-2__para_3").iter(f"{LRML}Obligation"))
    assert barred[0][0].get("iri") == "zh:community_service"
    assert [each.text for each in limited.iter(f"{RULEML}Data")] == ["1", "2"]


@pytest.mark.parametrize(
    ("kind", "element"), [("duty", "Obligation"), ("permission", "Permission"), ("power", "Right")]
)
def test_what_binds_and_what_allows_has_its_operator(kind: str, element: str) -> None:
    found = pack_of(*truths(["a", "b"]), norm("art_1", "a", kind=kind), norm("art_2", "met(art_1) and b"))

    root = root_of(found)

    assert faults(root) == []
    assert [each[0][0].get("iri") for each in root.iter(f"{LRML}{element}")] == ["norm:art_1", "norm:art_1"]


def test_at_least_so_many_are_all_ways_to_choose_them() -> None:
    root = root_of(pack_of(*truths(["a", "b", "c"]), norm("art_1", "at least 2 of (a, b, c)", kind="definition")))

    either = next(root.iter(f"{RULEML}Or"))
    assert [[rel.text for rel in way.iter(f"{RULEML}Rel")] for way in either] == [["a", "b"], ["a", "c"], ["b", "c"]]


def test_a_condition_on_things_is_quantified() -> None:
    found = pack_of(
        fact("children", "list", "fields: {birth: {type: date}}"),
        norm("art_1", "any child in children (child.birth >= 2020-01-01)", kind="definition"),
        norm("art_2", "all child in children (child.birth >= 2020-01-01)", kind="definition"),
    )

    root = root_of(found)

    assert faults(root) == []
    assert [each[0].text for each in root.iter(f"{RULEML}Exists", f"{RULEML}Forall")] == ["child", "child"]


def test_a_reading_inside_a_condition_leaves_what_holds_by_each_choice() -> None:
    either = 'b or (reading.r = "wide" and a)'
    found = pack_of(
        *truths(["a", "b"]),
        norm("art_1", either, kind="definition"),
        reading("reading.r", "[art_1]", ["narrow", "wide"]),
    )

    root = root_of(found)

    assert faults(root) == []
    assert atoms(keyed(root, "art_1--narrow")) == ["b"]
    assert atoms(keyed(root, "art_1--wide")) == ["b", "a"]


def test_a_value_that_hangs_on_a_condition_is_refused_with_the_norm() -> None:
    amounts = [fact("income", "number"), *truths(["a"])]
    found = pack_of(*amounts, norm("art_1", "income > (if a then 5 else 7)", kind="definition"))

    with pytest.raises(UsageError) as refused:
        write_legalruleml(found)

    assert (refused.value.code, refused.value.params) == ("N461", {"norm": "art_1", "construct": "conditional"})


BROKEN: dict[str, Any] = {
    "a rule without a premise and conclusion in their order": lambda root: next(root.iter(f"{RULEML}Rule")).append(
        next(root.iter(f"{RULEML}if"))
    ),
    "a reference that is no fragment": lambda root: next(root.iter(f"{LRML}toTarget")).set("keyref", "art_1"),
    "a key that is no name": lambda root: next(root.iter(f"{LRML}Context")).set("key", "1 2"),
    "a name without a prefix": lambda root: next(root.iter(f"{RULEML}Rel")).set("iri", "felled"),
    "metadata behind the statements": lambda root: root.append(next(root.iter(f"{LRML}LegalSources"))),
    "an operator in what only says what is": lambda root: keyed(root, "art_1")[-1][-1].append(
        next(root.iter(f"{LRML}Prohibition"))
    ),
    "a strength there is not": lambda root: next(root.iter(f"{RULEML}Rule")).set("strength", "strong"),
    "a number that is none": lambda root: setattr(next(root.iter(f"{RULEML}Data")), "text", "many"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_profile_refuses(fault: str) -> None:
    root = etree.fromstring(write_legalruleml(pack("sample")))

    BROKEN[fault](root)

    assert faults(root) != []


def keyed(root: etree._Element, key: str) -> etree._Element:
    (found,) = [each for each in root.iter(etree.Element) if each.get("key") == key]
    return found


def overrides(root: etree._Element) -> set[tuple[str | None, ...]]:
    return {(each.get("over"), each.get("under"), each.get("type")) for each in root.iter(f"{LRML}Override")}


def atoms(statement: etree._Element) -> list[str | None]:
    premise = next(statement.iter(f"{RULEML}if"))
    return [each.text for each in premise.iter(f"{RULEML}Rel")]
