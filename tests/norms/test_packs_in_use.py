"""Packs use other packs: facts are shared, norms come under an alias, and each pack keeps its own cases."""

from __future__ import annotations

from datetime import date

import pytest

from norms.packs_at_hand import HEAD, case, fact, head, norm, reading
from zhargy.norms.evaluation import Plan, run_cases
from zhargy.norms.expression import unparse
from zhargy.norms.facts import read_facts
from zhargy.norms.packs import Pack, PackRefused, Shelf, Standing
from zhargy.norms.problems import Problem

AGE = fact("age", "number", "unit: years", "most: 130")
THEFT = fact("theft")
DAY = date(2025, 8, 1)
USES = head("uses: {general: rules}")
FINE = "{kind: fine, unit: mci, to: 3}"
BRANCH = "{when: met(art_1), alternatives: [{kind: fine, unit: times_sanction, of: art_2, from: 2, to: 2}]}"


def shelf(**packs: str) -> Shelf:
    return Shelf({name: {"pack.md": text} for name, text in packs.items()})


def pack(shelf: Shelf, name: str) -> Pack:
    found = shelf.find(name)
    assert found is not None
    return found


def problems(shelf: Shelf, name: str) -> tuple[Problem, ...]:
    with pytest.raises(PackRefused) as refused:
        shelf.find(name)
    return refused.value.problems


def rules(*more: str) -> str:
    sanction = f"sanction: {{alternatives: [{FINE}], branches: [{BRANCH}]}}"
    blocks = (
        norm("art_1", "age >= 16", kind="general_rule"),
        norm("art_2", "age < 16 and not met(art_1)", sanction),
        norm("art_3", "age >= 80", "defeats: [art_1]", kind="exception"),
    )
    return "\n".join([head(id="rules"), AGE, *blocks, *more])


def test_the_norms_of_a_used_pack_come_under_its_alias_with_every_mention_of_them() -> None:
    found = pack(shelf(rules=rules(), trial="\n".join([USES, THEFT, norm("art_1", "theft")])), "trial")

    assert list(found.norms) == ["art_1", "general.art_1", "general.art_2", "general.art_3"]
    assert list(found.own_norms) == ["art_1"]
    second = found.norms["general.art_2"]
    assert second.id == "general.art_2"
    assert unparse(second.when) == "age < 16 and not met(general.art_1)"
    assert found.norms["general.art_3"].defeats == ("general.art_1",)
    assert second.sanction is not None
    (branch,) = second.sanction.branches
    assert (branch.when, branch.alternatives[0].penalties[0].measure.of) == ("met(general.art_1)", "general.art_2")


def test_a_used_norm_decides_whether_one_applies() -> None:
    own = norm("art_1", "theft", "subject: met(general.art_1)", "exceptions: [general.art_3]")
    plan = Plan(pack(shelf(rules=rules(), trial=f"{USES}\n{THEFT}\n{own}"), "trial"))

    def standing(**facts: object) -> Standing:
        return plan.evaluate(read_facts(facts, plan.pack.vocabulary), as_of=DAY).norms["art_1"].standing

    assert standing(theft=True, age=20) is Standing.APPLIES
    assert standing(theft=True, age=15) is Standing.NOT_MET
    assert standing(theft=True) is Standing.UNKNOWN
    # Past eighty the rule itself is defeated, so that the subject is not met.
    assert standing(theft=True, age=80) is Standing.NOT_MET


def test_facts_are_shared_under_their_own_names_the_used_ones_first() -> None:
    found = pack(shelf(rules=rules(), trial="\n".join([USES, THEFT, norm("art_1", "theft and age < 18")])), "trial")

    assert list(found.vocabulary.facts) == ["age", "theft"]


def test_the_cases_of_a_used_pack_stay_there_and_its_offences_need_not_be_told() -> None:
    first = case("{age: 15}", "{art_2: applies}")
    own = case("{theft: true, age: 15}", "{art_1: applies}")
    trial = "\n".join([USES, THEFT, norm("art_1", "theft"), own])

    found = pack(shelf(rules=rules(first), trial=trial), "trial")

    assert [each.name for each in found.cases] == ["one"]
    assert all(result.has_passed for result in run_cases(found))


def test_a_pack_that_uses_two_has_the_facts_and_norms_of_what_both_use_once() -> None:
    special = "\n".join([head("uses: {general: rules}", id="special"), norm("art_7", "age > 3 and met(general.art_1)")])
    top = head("uses: {general: rules, special: special}")

    found = pack(shelf(rules=rules(), special=special, trial="\n".join([top, norm("art_1", "age > 1")])), "trial")

    assert list(found.vocabulary.facts) == ["age"]
    assert unparse(found.norms["special.art_7"].when) == "age > 3 and met(special.general.art_1)"
    assert "special.general.art_1" in found.norms


def test_a_question_of_law_of_a_used_pack_is_about_the_norms_under_the_alias() -> None:
    asked = reading("reading.old", "[art_5]", ["young", "old"])
    used = rules(norm("art_5", 'reading.old = "old"', kind="definition"), asked)

    found = pack(shelf(rules=used, trial="\n".join([USES, norm("art_1", "met(general.art_5)")])), "trial")

    assert [(each.name, each.about) for each in found.readings] == [("reading.old", ("general.art_5",))]


@pytest.mark.parametrize(("name", "near"), [("ruels", "rules"), ("zzz", "")])
def test_a_pack_there_is_not_is_told_with_the_near_miss_and_nothing_that_follows_from_it(name: str, near: str) -> None:
    top = head(f"uses: {{general: {name}}}")
    text = "\n".join([top, norm("art_1", "age > 3 and met(general.art_1)")])

    (problem,) = problems(shelf(rules=rules(), trial=text), "trial")

    assert (problem.code, problem.params["near"], problem.params["alias"]) == ("N272", near, "general")
    assert text.splitlines()[problem.place.line - 1][problem.place.column - 1 :].startswith(name)
    assert problem.place.file == "trial/pack.md"


def test_packs_that_use_each_other_in_a_circle_are_refused_where_they_name_each_other() -> None:
    packs = {name: "\n".join([head(f"uses: {{other: {used}}}", id=name)]) for name, used in (("a", "b"), ("b", "a"))}

    (problem,) = problems(shelf(**packs), "a")

    assert (problem.code, problem.params["cycle"]) == ("N273", "a → b → a")
    assert problem.place.file == "b/pack.md"


def test_a_fact_of_a_used_pack_cannot_be_told_again() -> None:
    (problem,) = problems(shelf(rules=rules(), trial="\n".join([USES, AGE, norm("art_1", "age > 3")])), "trial")

    assert (problem.code, problem.params) == ("N274", {"name": "age"})


def test_two_used_packs_must_agree_on_a_fact() -> None:
    other = "\n".join([head(id="other"), fact("age", "number", "unit: years", "most: 99"), norm("art_1", "age > 3")])
    top = head("uses: {general: rules, other: other}")

    (problem,) = problems(shelf(rules=rules(), other=other, trial=top), "trial")

    assert (problem.code, problem.params) == ("N274", {"name": "age"})


@pytest.mark.parametrize("alias", ["General", "a-b", "met", "1"])
def test_an_alias_is_a_short_word_of_no_other_meaning(alias: str) -> None:
    (problem,) = problems(shelf(rules=rules(), trial=head(f"uses: {{{alias}: rules}}")), "trial")

    assert (problem.code, problem.params["wanted"]) == ("N256", "alias")


def test_what_is_wrong_with_a_used_pack_is_told_at_its_own_place() -> None:
    broken = rules().replace("age >= 80", "aeg >= 80")

    (problem,) = problems(shelf(rules=broken, trial="\n".join([USES, norm("art_1", "age > 3")])), "trial")

    assert (problem.code, problem.params["near"], problem.place.file) == ("N212", "age", "rules/pack.md")


def test_a_pack_is_read_once_and_kept() -> None:
    packs = shelf(rules=HEAD, trial=USES)

    assert packs.find("rules") is pack(packs, "trial").used["general"]
    assert packs.find("nothing") is None
