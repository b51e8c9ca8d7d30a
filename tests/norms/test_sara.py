"""Nine sections of a tax code and the cases others wrote about them: the language was not made for one act."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from sara import Case, read_sara_pack
from sara.clauses import Compound, Variable, read_clauses
from sara.granting import norm_of, read_arguments
from sara.solving import Program
from zhargy.model.eid import ElementId
from zhargy.norms.packs import Pack

Row = Mapping[str, str]
#: Share of yes and no questions, and of amounts in whole dollars, that must come out as the data set has them.
ENOUGH = {"binary": 0.98, "numeric": 0.95}
LARGEST = 4000
"""Facts longer than this are left to the benchmark: one case employs 157 people."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_sara_pack()


@pytest.fixture(scope="module")
def rows(test_data: Path) -> tuple[Row, ...]:
    folder = test_data / "reason-sara"
    found = []
    for name in ("train", "test_public"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            found += [json.loads(line) for line in lines]
    return tuple(found)


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["binary", "numeric"])
def test_the_cases_of_others_come_out_as_they_say(kind: str, rows: tuple[Row, ...], pack: Pack) -> None:
    """Holzenberger et al. 2020: answers by the authors, checked by their own rules."""
    asked = [row for row in rows if row["kind"] == kind and len(row["facts"]) < LARGEST]

    right = Counter(Case(row, pack).answer() == row["answer"] for row in asked)

    assert right.total() > 85
    assert right[True] / right.total() >= ENOUGH[kind]


@pytest.mark.real_data
def test_every_twentieth_case_comes_out_as_it_says(rows: tuple[Row, ...], pack: Pack) -> None:
    sample = [row for row in sorted(rows, key=lambda row: row["id"])[::20] if len(row["facts"]) < LARGEST]

    wrong = [row["id"] for row in sample if Case(row, pack).answer() != row["answer"]]

    assert len(sample) > 12
    assert wrong == []


@pytest.mark.real_data
def test_nothing_is_answered_from_the_answer(rows: tuple[Row, ...], pack: Pack) -> None:
    amounts = [row for row in rows if row["kind"] == "numeric" and len(row["facts"]) < LARGEST][:6]
    blind = [{**row, "answer": "", "query": row["query"].replace(row["answer"].strip("$"), "1")} for row in amounts]

    found = [Case(row, pack).answer() for row in blind]

    assert found == [row["answer"] for row in amounts]


@pytest.mark.real_data
def test_no_name_or_number_of_a_case_is_in_the_pack(rows: tuple[Row, ...]) -> None:
    folder = Path(__file__).parents[2] / "benchmarks" / "sara"
    written = "\n".join(path.read_text(encoding="utf-8") for path in (*folder.glob("*.py"), *folder.glob("pack/*.md")))

    assert not [row["id"] for row in rows if row["id"] in written]
    assert not [name for name in ("alice_", "bob", "charlie", "hopkins") if f'"{name}' in written.lower()]


@pytest.mark.real_data
def test_the_numbers_of_the_pack_stand_in_the_sections(test_data: Path, pack: Pack) -> None:
    folder = test_data / "reason-sara" / "statutes"
    texts = {path.stem.removeprefix("section"): path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}

    missing = [
        (norm.id, anchor.words)
        for norm in pack.norms.values()
        for anchor in norm.anchors
        if anchor.words not in " ".join(texts[ElementId.parse(norm.id).steps[0].number].split())
    ]

    assert sum(len(norm.anchors) for norm in pack.norms.values()) > 80
    assert missing == []


def test_a_clause_is_read_as_prolog_reads_it() -> None:
    text = """:- discontiguous s63/3. % a remark
        start_("the day", "2015-01-01") :- between(1,3,X), (X == 2 ; X == 5 -> true), \\+ member(X, [a,'b c',_])."""

    directive, clause = read_clauses(text)

    assert isinstance(directive, Compound)
    assert isinstance(clause, Compound)
    assert clause.arguments[0] == Compound("start_", ("the day", "2015-01-01"))


def test_clauses_answer_what_their_bodies_prove() -> None:
    program = Program(
        """paid(Event, Year) :- between(2010, 2110, Year), atom_concat('paid_', Year, Event).
        old(E) :- paid(E, Y), (Y == 2011 -> true ; Y == 2012).
        big(Event) :- split_string(Event, "_", "", [X, _]), X == "paid".""",
        last_year=2012,
    )

    events = [event for (event,) in program.ask("old", Variable("E"))]

    assert [answer for _, answer in program.ask("paid", Variable("E"), Variable("Y"))] == [2010, 2011, 2012]
    assert events == ["paid_2011", "paid_2012"]
    assert [each for (each,) in program.ask("big", "paid_2012")] == ["paid_2012"]


@pytest.mark.parametrize(
    ("predicate", "norm"),
    [
        ("s152_c_1_B", "sec_152__subsec_c__para_1__subpara_B"),
        ("s2_b_1_A_i_I", "sec_2__subsec_b__para_1__subpara_A__clause_i__subclause_I"),
        ("s3306_c_A", "sec_3306__subsec_c__subpara_A"),
        ("s151_c_applies", "sec_151__subsec_c"),
        ("s1_a_iii", "sec_1__subsec_a__item_iii"),
        ("income_", None),
    ],
)
def test_a_predicate_is_named_after_a_provision(predicate: str, norm: str | None) -> None:
    assert norm_of(predicate) == norm


def test_arguments_are_told_apart_by_what_they_are() -> None:
    (goal,) = list(read_clauses("s63_c(ann, _, 2000, 2017, [1200])."))
    assert isinstance(goal, Compound)

    reading = read_arguments("sec_63__subsec_c", goal.arguments, year=2017, sums=frozenset({2000}))

    assert (reading.names, reading.years) == (("ann", None), (2017,))
    assert [int(each) for each in (*reading.amounts, *reading.listed_amounts)] == [2000, 1200]
