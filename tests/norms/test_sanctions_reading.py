"""What is no sanction is refused, with every fault and its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kazakh_sanctions import HERE, IN_FORCE, PROPOSED
from zhargy.norms.problems import Place
from zhargy.norms.sanctions import (
    Accessory,
    Alternative,
    Branch,
    Measure,
    Note,
    Open,
    Penalty,
    PenaltyKind,
    Sanction,
    SanctionRefused,
    Unit,
    read_sanction,
    settle,
    write_sanction,
)
from zhargy.text import Language

FINE = {"kind": "fine", "unit": "mci", "to": 200}


def faults(raw: object) -> list[tuple[str, dict[str, str]]]:
    with pytest.raises(SanctionRefused) as refused:
        read_sanction(raw, place=HERE)
    return [(problem.code, dict(problem.params)) for problem in refused.value.problems]


def only(*penalties: object) -> dict[str, object]:
    return {"alternatives": list(penalties)}


@pytest.mark.parametrize(
    ("raw", "code", "params"),
    [
        ("up to 200 MCI", "N240", {"path": "", "wanted": "mapping"}),
        ({"alternatives": []}, "N240", {"path": "alternatives"}),
        ({"alternatives": FINE}, "N240", {"path": "alternatives", "wanted": "list", "found": "mapping"}),
        (only({"all_of": []}), "N240", {"path": "alternatives.0.all_of"}),
        (only({"kind": "life", "may": "yes"}), "N240", {"path": "alternatives.0.may", "found": "yes"}),
        (only({**FINE, "form": 3}), "N241", {"path": "alternatives.0.form", "key": "form", "near": "from"}),
        (only({"kind": "imprisonmnt"}), "N242", {"path": "alternatives.0.kind", "near": "imprisonment"}),
        (only({**FINE, "unit": "mcis"}), "N242", {"path": "alternatives.0.unit", "near": "mci"}),
        (only({**FINE, "unit": "hours"}), "N243", {"kind": "fine", "unit": "hours"}),
        (only(FINE, {"kind": "restriction", "same_as": "fine"}), "N243", {"kind": "restriction", "unit": "mci"}),
        (only({**FINE, "to": 0.5}), "N244", {"path": "alternatives.0.to", "found": "0.5"}),
        (only({**FINE, "to": -1}), "N244", {"found": "-1"}),
        (only({**FINE, "to": True}), "N244", {"found": "True"}),
        (only({**FINE, "to": "life"}), "N244", {"found": "life"}),
        (only({**FINE, "from": "unlimited"}), "N244", {"path": "alternatives.0.from"}),
        (only({**FINE, "from": 201}), "N245", {"from": "201", "to": "200"}),
        (only({"kind": "corrective_work", "same_as": "fine"}), "N246", {"kind": "corrective_work", "same_as": "fine"}),
        (only({"unit": "mci", "to": 200}), "N247", {"path": "alternatives.0", "key": "kind"}),
        (only({"kind": "fine", "to": 200}), "N247", {"key": "unit"}),
        (only({"kind": "fine", "unit": "times_value", "to": 20}), "N247", {"key": "of"}),
        (only({"kind": "referred"}), "N247", {"key": "unit"}),
        (
            {**only(FINE), "accessories": [{"kind": "confiscation"}]},
            "N247",
            {"path": "accessories.0", "key": "mandatory"},
        ),
        ({**only(FINE), "branches": [{"when": "item_2"}]}, "N247", {"path": "branches.0", "key": "alternatives"}),
        (only({**FINE, "of": "bribe"}), "N248", {"key": "of", "beside": "mci"}),
        (only(FINE, {**FINE, "same_as": "fine", "to": 3}), "N248", {"key": "unit", "beside": "same_as"}),
    ],
)
def test_each_fault_has_its_code_and_its_place(raw: object, code: str, params: dict[str, str]) -> None:
    found_code, found = faults(raw)[0]

    assert (found_code, {key: found[key] for key in params}) == (code, params)


def test_all_faults_are_told_at_once() -> None:
    raw = {
        "alternatives": [{"kind": "fin", "unit": "mci", "to": 200}, {"kind": "arrest", "unit": "years", "to": 1}],
        "acessories": [],
    }

    codes = [code for code, _ in faults(raw)]

    assert codes == ["N241", "N242", "N243"]


def test_a_fault_stands_at_the_nearest_known_place() -> None:
    known = Place(file="parks.md", line=12, column=5, norm="art_4")
    raw = only({**FINE, "to": 0.5}, {"kind": "life", "to": 3})

    with pytest.raises(SanctionRefused) as refused:
        read_sanction(raw, place=HERE, positions={("alternatives", 0): known})

    assert [problem.place for problem in refused.value.problems] == [known, HERE]


def test_the_refusal_names_its_first_fault() -> None:
    with pytest.raises(SanctionRefused, match=r"N247 .*key=alternatives"):
        read_sanction({}, place=HERE)


def test_half_an_index_is_written_as_text_and_stays_exact() -> None:
    sanction = read_sanction(only({**FINE, "to": "0.5"}), place=HERE)

    assert sanction.alternatives[0].penalties[0].measure.upper == Decimal("0.5")
    assert write_sanction(sanction) == only({**FINE, "to": "0.5"})


def test_the_same_term_is_taken_from_the_nearest_penalty_before() -> None:
    raw = only(
        {"kind": "restriction", "unit": "years", "to": 2},
        {"kind": "restriction", "unit": "years", "from": 3, "to": 7},
        {"kind": "imprisonment", "same_as": "restriction"},
    )

    settled = settle(read_sanction(raw, place=HERE))

    assert settled.alternatives[2].penalties[0].measure == Measure(unit=Unit.YEARS, lower=Decimal(3), upper=Decimal(7))


def test_a_branch_may_take_a_measure_of_the_sanction() -> None:
    raw = {
        **only(FINE),
        "branches": [{"when": "again", "alternatives": [{"kind": "corrective_work", "same_as": "fine"}]}],
    }

    settled = settle(read_sanction(raw, place=HERE))

    assert settled.branches[0].alternatives[0].penalties[0].measure.upper == Decimal(200)


numbers = st.one_of(st.integers(0, 40000).map(Decimal), st.decimals(0, 40000, places=2))
names = st.text("abcdefgh_", min_size=1, max_size=8)


@st.composite
def measures(draw: st.DrawFn, units: tuple[Unit, ...]) -> Measure:
    unit = draw(st.sampled_from(units))
    lower, upper = sorted([draw(numbers), draw(numbers)])
    lowers: list[Decimal | Open] = [lower, Open.UNSPECIFIED]
    uppers: list[Decimal | Open] = [upper, Open.UNSPECIFIED, Open.UNLIMITED]
    return Measure(
        unit=unit,
        lower=draw(st.sampled_from(lowers)),
        upper=draw(st.sampled_from(uppers)),
        of=draw(names) if unit in {Unit.TIMES_VALUE, Unit.TIMES_SANCTION} else "",
    )


def penalties(kind: PenaltyKind, *units: Unit) -> st.SearchStrategy[Penalty]:
    return st.builds(
        Penalty,
        kind=st.just(kind),
        measure=measures(units),
        is_optional=st.booleans(),
        according_to=st.just("") | names,
    )


fines = penalties(PenaltyKind.FINE, Unit.MCI, Unit.TIMES_VALUE)
mains = st.one_of(
    fines,
    penalties(PenaltyKind.IMPRISONMENT, Unit.MONTHS, Unit.YEARS),
    penalties(PenaltyKind.REFERRED, Unit.TIMES_SANCTION),
    st.just(Penalty(kind=PenaltyKind.LIFE)),
    st.just(
        Penalty(kind=PenaltyKind.IMPRISONMENT, measure=Measure(unit=Unit.YEARS, lower=Decimal(3), upper=Open.LIFE))
    ),
)
accessories = st.lists(
    st.builds(
        Accessory,
        penalty=penalties(PenaltyKind.DEPRIVATION_OF_OFFICE, Unit.YEARS),
        is_mandatory=st.booleans(),
    ),
    max_size=2,
).map(tuple)
alternatives = st.builds(
    Alternative, penalties=st.lists(mains, min_size=1, max_size=3).map(tuple), accessories=accessories
)
lists = st.lists(alternatives, min_size=1, max_size=3).map(tuple)
branches = st.builds(
    Branch, when=names, alternatives=lists, added=st.lists(mains, max_size=2).map(tuple), accessories=accessories
)
notes = st.one_of(names.map(Note.alike), st.builds(Note, kk=names, ru=names, en=names))
sanctions = st.builds(
    Sanction,
    alternatives=lists,
    added=st.lists(mains, max_size=2).map(tuple),
    accessories=accessories,
    branches=st.lists(branches, max_size=2).map(tuple),
    notes=st.lists(notes, max_size=2).map(tuple),
)


@given(sanctions)
def test_reading_what_was_written_gives_the_same_sanction(sanction: Sanction) -> None:
    assert read_sanction(write_sanction(sanction), place=HERE) == sanction


@given(sanctions, fines)
def test_a_same_measure_survives_writing_and_is_settled(sanction: Sanction, fine: Penalty) -> None:
    work = Penalty(kind=PenaltyKind.CORRECTIVE_WORK, measure=Measure(unit=Unit.SAME, of="fine"))
    pair = (Alternative(penalties=(fine,)), Alternative(penalties=(work,)))
    whole = Sanction(alternatives=pair, branches=sanction.branches, notes=sanction.notes)

    again = read_sanction(write_sanction(whole), place=HERE)

    assert again == whole
    assert settle(again).alternatives[1].penalties[0].measure == fine.measure


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.decimals(),
    st.sampled_from(["fine", "mci", "years", "imprisonment", "life", "unlimited", "unspecified", "stolen_property"]),
    st.text(max_size=4),
)
keys = st.sampled_from(
    [
        "alternatives",
        "added",
        "accessories",
        "branches",
        "notes",
        "when",
        "all_of",
        "kind",
        "unit",
        "from",
        "to",
        "of",
        "same_as",
        "may",
        "mandatory",
        "колхоз",
    ]
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner), max_leaves=12
)


@given(st.dictionaries(keys, anything))
def test_whatever_is_given_is_read_or_refused(raw: dict[str, object]) -> None:
    codes = set()
    try:
        sanction = read_sanction(raw, place=HERE)
        assert read_sanction(write_sanction(sanction), place=HERE) == sanction
    except SanctionRefused as refused:
        codes = {problem.code[:3] for problem in refused.problems}

    assert codes <= {"N24"}


@pytest.mark.parametrize("plain_values", [*PROPOSED.values(), *IN_FORCE.values()])
def test_a_real_sanction_is_written_as_it_was_read(plain_values: dict[str, object]) -> None:
    sanction = read_sanction(plain_values, place=HERE)

    assert write_sanction(sanction) == plain_values


def test_a_note_is_told_in_three_languages_or_alike_in_all() -> None:
    told = {"kk": "мөлшері айтылмаған", "ru": "размер не назван", "en": "no measure is given"}
    raw = {"alternatives": [{"kind": "fine", "unit": "mci", "to": 200}], "notes": [told, "the words are silent"]}

    first, second = read_sanction(raw, place=HERE).notes

    assert [first[language] for language in Language] == [
        "мөлшері айтылмаған",
        "размер не назван",
        "no measure is given",
    ]
    assert {second[language] for language in Language} == {"the words are silent"}


def test_a_note_without_one_of_the_languages_is_refused() -> None:
    raw = {"alternatives": [{"kind": "fine", "unit": "mci", "to": 200}], "notes": [{"kk": "а", "ru": "б"}]}

    with pytest.raises(SanctionRefused, match="en"):
        read_sanction(raw, place=HERE)
