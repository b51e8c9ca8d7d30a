"""What is usual in the examples of a file holds in each of them, unless the example says otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from norms.packs_at_hand import HEAD, case, fact, head, norm, pack_of
from zhargy.messages.law import LawWords
from zhargy.norms.exports import sheet_of
from zhargy.norms.packs import Case, Pack, PackRefused, Shelf, Standing, read_pack
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import Value
from zhargy.text import Language

NAMES = ("group", "office", "helped")
BLOCKS = (
    *map(fact, NAMES),
    fact("age", "number", "unit: years", "most: 130", "asked_if: helped"),
    fact("school", "bool", "asked_if: age < 18"),
    fact("born", "date", "requires: born < done"),
    fact("done", "date"),
    norm("art_1", "group and office and helped and age > 3 and school and born < done"),
    norm("art_1__para_1", "group"),
    norm("art_1__para_2", "office"),
    norm("art_10", "helped"),
)


def usual(facts: str, *more: str) -> str:
    return "\n".join(["```yaml usual", f"facts: {facts}", *more, "```", ""])


def told(facts: str, *blocks: str, expect: str = "{art_1: not_met}") -> Case:
    (found,) = pack_of(*BLOCKS, *blocks, case(facts, expect)).cases
    return found


def problems(*blocks: str) -> tuple[Problem, ...]:
    with pytest.raises(PackRefused) as refused:
        read_pack({"trial.md": "\n".join([HEAD, *BLOCKS, *blocks])})
    return refused.value.problems


def test_a_usual_fact_holds_in_a_case_that_says_nothing_of_it() -> None:
    found = told("{group: true}", usual("{office: false}"))

    assert found.facts == {"group": True, "office": False}
    assert found.told == {"group": True}


def test_a_case_overrides_what_is_usual() -> None:
    found = told("{office: true}", usual("{office: false, group: false}"))

    assert found.facts == {"office": True, "group": False}


def test_a_case_can_leave_a_usual_fact_unknown_and_says_so() -> None:
    found = told("{office: null}", usual("{office: false, group: false}"))

    assert found.facts == {"group": False}
    assert found.told == {"office": None}


def test_what_the_case_tells_comes_first_wherever_the_block_stands() -> None:
    blocks = ("\n".join([case("{group: true}", "{}"), usual("{office: false}")]),)
    (found,) = pack_of(*BLOCKS, *blocks).cases

    assert list(found.facts) == ["group", "office"]


def test_a_usual_fact_that_has_no_meaning_in_the_case_is_left_out() -> None:
    found = told("{helped: false}", usual("{helped: true, age: 20}"))

    assert found.facts == {"helped": False}


def test_what_has_a_meaning_only_beside_a_fact_left_out_is_left_out_too() -> None:
    found = told("{helped: false}", usual("{helped: true, age: 16, school: true}"))

    assert found.facts == {"helped": False}


def test_beside_a_fact_that_is_only_unknown_a_usual_one_stays() -> None:
    found = told("{helped: null}", usual("{helped: true, age: 16, school: true}"))

    assert found.facts == {"age": Decimal(16), "school": True}


def test_a_usual_fact_that_cannot_be_so_in_the_case_is_left_out() -> None:
    found = told("{done: 1980-01-01}", usual("{born: 1990-05-17, done: 2026-03-01}"))

    assert found.facts == {"done": date(1980, 1, 1)}


@pytest.mark.parametrize(
    ("facts", "code"),
    [("{age: 16}", "N225"), ("{born: 2026-03-02}", "N281"), ("{helped: false, age: 16}", "N225"), ("{aeg: 1}", "N220")],
)
def test_what_the_case_tells_itself_is_never_left_out_but_refused_at_its_place(facts: str, code: str) -> None:
    blocks = (usual("{helped: false, done: 2026-03-01}"), case(facts, "{art_1: not_met}"))
    line = "\n".join([HEAD, *BLOCKS, *blocks]).splitlines().index(f"facts: {facts}") + 1

    (found,) = problems(*blocks)

    assert (found.code, found.place.line) == (code, line)


@pytest.mark.parametrize(
    ("facts", "code", "near"),
    [
        ("{grup: true}", "N220", "group"),
        ("{group: maybe}", "N221", None),
        ("{age: 300}", "N223", None),
        ("{helped: false, age: 16}", "N225", None),
        ("{born: 2026-03-01, done: 2026-03-01}", "N281", None),
    ],
)
def test_usual_facts_are_checked_by_themselves_and_told_once(facts: str, code: str, near: str | None) -> None:
    (found,) = problems(usual(facts), case("{}", "{}"), case("{}", "{}").replace("name: one", "name: two"))

    assert (found.code, found.params.get("near")) == (code, near)
    assert found.place.file == "trial.md"


def test_a_file_has_one_block_of_what_is_usual() -> None:
    (found,) = problems(usual("{group: true}"), usual("{office: true}"))

    assert (found.code, found.params) == ("N282", {"file": "trial.md"})


def test_other_fields_are_refused() -> None:
    (found,) = problems(usual("{group: true}", "days: 3"))

    assert (found.code, found.params["key"]) == ("N254", "days")


def test_what_is_usual_in_one_file_is_nothing_to_the_others() -> None:
    second = case("{helped: true}", "{art_10: applies}").replace("name: one", "name: two")
    files = {
        "a.md": "\n".join([HEAD, *BLOCKS]),
        "b.md": "\n".join([usual("{group: true}"), case("{}", "{}")]),
        "c.md": "\n".join([usual("{office: true}"), second]),
    }

    first, other = read_pack(files).cases

    assert (first.facts, other.facts) == ({"group": True}, {"helped": True, "office": True})


def test_a_thing_that_is_usual_must_be_in_the_list_of_the_case() -> None:
    people = fact("people", "list", "fields: {age: {type: number}}")
    owner = fact("owner", "thing", "of: people")
    blocks = (people, owner, norm("art_2", "any p in people (p = owner)", kind="definition"))
    given = (usual("{people: {aru: {age: 3}}, owner: aru}"), case("{people: {dana: {age: 4}}}", "{}"))

    (found,) = problems(*blocks, *given)

    assert (found.code, found.params["value"]) == ("N298", "aru")


def test_the_usual_facts_of_a_used_pack_stay_there() -> None:
    used = "\n".join([head(id="rules"), fact("group"), norm("art_1", "group"), usual("{group: true}")])
    own = "\n".join([head("uses: {general: rules}"), norm("art_1", "group"), case("{}", "{art_1: unknown}")])

    found = Shelf({"rules": {"a.md": used}, "trial": {"a.md": own}}).find("trial")

    assert found is not None
    assert found.cases[0].facts == {}


def test_a_printed_case_tells_its_story_apart_from_what_is_usual() -> None:
    pack = pack_of(*BLOCKS, usual("{office: false, helped: true}"), case("{group: true, helped: null}", "{}"))
    words = LawWords(language=Language.EN, packs=(pack,), vocabulary=pack.vocabulary)

    examples = next(part for part in sheet_of(pack, words).parts if part.id == "examples")

    fields = {field.label: [str(line) for line in field.lines] for field in examples.entries[0].fields}
    assert fields["facts"] == ["Label: yes", "Label: not known yet"]
    assert fields["as usual"] == ["Label: no"]


VALUES: st.SearchStrategy[dict[str, bool]] = st.dictionaries(st.sampled_from(NAMES), st.booleans())


@given(usually=VALUES, facts=st.dictionaries(st.sampled_from(NAMES), st.none() | st.booleans()))
def test_without_conditions_the_case_is_simply_laid_over_what_is_usual(
    usually: dict[str, bool], facts: dict[str, bool | None]
) -> None:
    found = told(_written(facts), usual(_written(usually)))

    laid: dict[str, Value | None] = {**usually, **facts}
    assert found.facts == {name: value for name, value in laid.items() if value is not None}
    assert found.told == facts


def _written(facts: dict[str, bool] | dict[str, bool | None]) -> str:
    words = {True: "true", False: "false", None: "null"}
    return "{" + ", ".join(f"{name}: {words[value]}" for name, value in facts.items()) + "}"


def expecting(*lines: str) -> Pack:
    title = "title: {kk: Бірі, ru: Один, en: One}"
    block = ["```yaml case", "name: one", title, "day: 2025-08-01", "facts: {}", *lines, "```", ""]
    return pack_of(*BLOCKS, "\n".join(block))


def test_of_a_provision_nothing_is_met_but_what_is_told() -> None:
    (found,) = expecting("expect: {art_1__para_1: applies}", "otherwise_not_met: [art_1]").cases

    assert found.expect == {
        "art_1__para_1": Standing.APPLIES,
        "art_1": Standing.NOT_MET,
        "art_1__para_2": Standing.NOT_MET,
    }


def test_a_case_may_tell_only_what_is_not_met() -> None:
    (found,) = expecting("otherwise_not_met: [art_1__para_2, art_10]").cases

    assert found.expect == dict.fromkeys(["art_1__para_2", "art_10"], Standing.NOT_MET)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["otherwise_not_met: [art_11]"], "N259"),
        (["expect: {art_10: applies}", "otherwise_not_met: [art_10]"], "N258"),
        (["otherwise_not_met: [art_1, art_1__para_2]"], "N258"),
        (["otherwise_not_met: art_1"], "N256"),
        ([], "N255"),
    ],
)
def test_a_case_that_expects_nothing_new_or_nothing_there_is_refused(lines: list[str], code: str) -> None:
    with pytest.raises(PackRefused) as refused:
        expecting(*lines)

    (found,) = refused.value.problems
    assert (found.code, found.place.file) == (code, "trial.md")
    assert found.params.get("near", "art_1") == "art_1"
