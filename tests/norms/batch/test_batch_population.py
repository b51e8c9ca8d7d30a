"""Random cases: valid, repeatable, and near enough to the bounds to be worth comparing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from zhargy.app.norms import pack, pack_names
from zhargy.norms.batch import cases_of, compile_pack, population
from zhargy.norms.facts import read_facts
from zhargy.norms.packs import Pack
from zhargy.norms.packs.dating import read_pack_facts
from zhargy.norms.vocabulary import Value

DAY = date(2026, 11, 1)


def given_by_people(chosen: Pack, *, unknown: float) -> Iterator[dict[str, Value]]:
    """Random cases without the facts that the program supplies by itself."""
    facts = chosen.vocabulary.facts
    for case in cases_of(population(chosen, size=300, seed=8, unknown=unknown), chosen.vocabulary):
        yield {name: value for name, value in case.items() if not facts[name].supplied}


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("unknown", [0.0, 0.3])
def test_no_random_case_would_be_refused_if_a_person_gave_it(name: str, unknown: float) -> None:
    chosen = pack(name)

    for case in given_by_people(chosen, unknown=unknown):
        assert read_pack_facts(case, chosen) == read_facts(case, chosen.vocabulary) == case


def test_the_same_seed_gives_the_same_cases_and_another_gives_others() -> None:
    chosen = pack("sample")

    one, same, other = (
        list(cases_of(population(chosen, size=50, seed=seed, unknown=0.1), chosen.vocabulary)) for seed in (1, 1, 2)
    )

    assert one == same
    assert one != other


def test_about_the_wanted_share_of_what_is_asked_is_unknown() -> None:
    chosen = pack("sample")
    complete, open_ = (
        sum(map(len, cases_of(population(chosen, size=4000, seed=1, unknown=share), chosen.vocabulary)))
        for share in (0.0, 0.25)
    )

    assert 0.72 <= open_ / complete <= 0.78


@pytest.mark.parametrize("name", pack_names())
def test_of_a_few_thousand_cases_some_meet_almost_every_norm(name: str) -> None:
    chosen = pack(name)

    told = compile_pack(chosen).tally(population(chosen, size=4000, seed=1), as_of=DAY)

    both_ways = [norm for norm, tally in told.items() if tally.met.true and tally.met.false]
    assert len(both_ways) >= 0.9 * len(told)


def test_ages_lie_on_both_sides_of_a_birthday() -> None:
    chosen = pack("sample")
    cases = cases_of(population(chosen, size=4000, seed=1), chosen.vocabulary)

    distances = set()
    for case in cases:
        birth, deed = case.get("offender.birth"), case["act.day"]
        assert isinstance(deed, date)
        if isinstance(birth, date) and (birth.month, birth.day) != (2, 29):
            distances.add((deed - birth.replace(year=birth.year + 16)).days)

    assert {-1, 0, 1} <= distances
