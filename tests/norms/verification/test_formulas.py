"""Formulas say of any facts what the interpreter says: conditions, days, whole packs, unknown included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from norms.packs_at_hand import DAY, norm, pack_of, truths
from norms.trees import NORMS, PATIENT, VOCABULARY, all_facts, all_norms, conditions
from zhargy.app.norms import pack
from zhargy.norms.evaluation import Plan
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.expression import Expression, evaluate, parse
from zhargy.norms.expression.spans import whole as counted
from zhargy.norms.expression.tree import Span
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.verification import disagreements
from zhargy.norms.verification.agreement import Agreement
from zhargy.norms.verification.encoding.conditions import Conditions
from zhargy.norms.verification.encoding.days import day_of, whole
from zhargy.norms.verification.encoding.rails import FALSE, TRUE, UNKNOWN, Rail
from zhargy.norms.verification.encoding.symbols import symbols_of
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

_RAILS = {Truth.TRUE: TRUE, Truth.FALSE: FALSE, Truth.UNKNOWN: UNKNOWN}


def is_certain(term: Any, facts: list[Any]) -> bool:
    solver = z3.Solver()
    solver.add(*facts, z3.Not(term) if not isinstance(term, bool) else not term)
    return bool(solver.check() == z3.unsat)


def said(condition: Expression, facts: Mapping[str, Value], met: Mapping[str, Truth]) -> Truth:
    """What the formulas say of a condition on these facts."""
    symbols = symbols_of(VOCABULARY, beside={}, apart="")
    rail = Conditions(symbols).rail(condition, {name: _RAILS[truth] for name, truth in met.items()})
    known = [symbol.equals(facts[name]) for name, symbol in symbols.items() if name in facts]
    shapes = [term for symbol in symbols.values() for term in symbol.shape()]
    missing = [z3.Not(symbol.given) for name, symbol in symbols.items() if name not in facts]
    rails: list[tuple[Truth, Rail]] = [(Truth.TRUE, rail), (Truth.FALSE, Rail(true=rail.false, false=rail.true))]
    found = [truth for truth, each in rails if is_certain(each.true, [*shapes, *known, *missing])]
    assert len(found) <= 1
    return found[0] if found else Truth.UNKNOWN


@given(conditions(), all_facts(), all_norms(), st.sets(st.sampled_from(sorted({*VOCABULARY.facts, *NORMS}))))
@PATIENT
def test_a_condition_is_what_the_evaluator_says_whatever_is_missing(
    condition: Expression, facts: dict[str, Value], met: dict[str, Truth], missing: set[str]
) -> None:
    known = {name: value for name, value in facts.items() if name not in missing}
    asked = {name: Truth.UNKNOWN if name in missing else truth for name, truth in met.items()}

    truth = evaluate(condition, known, vocabulary=VOCABULARY, met=asked).truth

    assert said(condition, known, asked) is truth


@pytest.mark.parametrize(
    "text",
    [
        "damage >= 15 % * damage + 5 KZT",
        "damage / 8 < 12.5 KZT",
        "least of (victim.age, 18 years) = victim.age",
        "greatest of (birth, offence.day, 2001-01-01) = offence.day",
        "(if is_group then victim.age else 3 years) > 3",
        "full steps of 100 KZT in damage = 2",
        "started steps of 100 KZT in damage = 3",
        'at least 2 of (is_group, consent, role in {"official", "soldier"}, harms includes "health")',
    ],
)
def test_amounts_are_reckoned_as_the_evaluator_reckons_them(text: str) -> None:
    condition, chance = parse(text), Random(7)  # noqa: S311 - a sequence, no secret
    days = [dt.date(2001, 1, 1) + dt.timedelta(days=each) for each in range(3)]

    for _ in range(25):
        facts: dict[str, Value] = {
            "victim.age": Decimal(chance.choice([2, 3, 17, 18, 19])),
            "damage": Money(minor=chance.choice([0, 100, 20000, 20001, 29999]), currency=Currency.KZT),
            "birth": chance.choice(days),
            "offence.day": chance.choice(days),
            "is_group": chance.choice([True, False]),
            "consent": chance.choice([True, False]),
            "role": chance.choice(["citizen", "official"]),
            "harms": frozenset(chance.sample(["health", "honour"], k=1)),
        }
        for name in list(facts):
            if chance.random() < 0.2:
                del facts[name]

        assert said(condition, facts, {}) is evaluate(condition, facts, vocabulary=VOCABULARY, met={}).truth


@given(st.sampled_from(Span), st.dates(), st.dates())
def test_whole_years_months_and_days_are_those_of_the_calendar(span: Span, start: dt.date, end: dt.date) -> None:
    number = z3.simplify(whole(span, day_of(start), day_of(end)))

    assert number.as_long() == counted(span, start, end)


# A leap day, the end of a short month, the day before a birthday: where counting goes wrong.
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2008-02-29", "2026-02-28"),
        ("2026-01-31", "2026-03-30"),
        ("2010-03-02", "2026-03-01"),
        ("2026-03-01", "1999-02-28"),
    ],
)
@pytest.mark.parametrize("span", list(Span))
def test_days_at_the_edge_are_counted_alike(span: Span, start: str, end: str) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)

    assert z3.simplify(whole(span, day_of(first), day_of(last))).as_long() == counted(span, first, last)


def cases_of(chosen: Pack, *, count: int, seed: int) -> list[tuple[dict[str, Value], dt.date]]:
    """Cases at the bounds a pack compares with; in every second one a fifth of the facts is missing."""
    chance, found = Random(seed), []  # noqa: S311
    for at in range(count):
        facts: dict[str, Value] = {}
        for name in chosen.vocabulary.facts:
            values = probes(chosen, name, facts) or [dt.date(1990, 1, 1) + dt.timedelta(days=chance.randrange(14000))]
            if at % 2 or chance.random() < 0.8:
                facts[name] = chance.choice(values)
        found.append((facts, dt.date(2025, 6, 1) + dt.timedelta(days=chance.randrange(400))))
    return found


@pytest.mark.parametrize("name", ["sample", "kz-criminal-general", "kz-criminal-special", "kz-ai-offences"])
def test_a_pack_comes_to_the_same_in_formulas_and_in_the_interpreter(name: str) -> None:
    chosen = pack(name)

    found = list(disagreements(chosen, cases_of(chosen, count=60, seed=401)))

    assert found == []


def test_a_difference_would_be_told_with_its_case() -> None:
    agreement = Agreement(pack_of(*truths(["a"]), norm("art_1", "a")))
    other = pack_of(*truths(["a"]), norm("art_1", "not a"))
    outcome = Plan(other).evaluate({"a": True}, as_of=DAY)

    found = list(agreement.differences({"a": True}, outcome=outcome))

    assert [(each.norm, each.layer, each.formula, each.interpreter) for each in found] == [
        ("art_1", layer, Truth.TRUE, Truth.FALSE) for layer in ("elements", "met", "result")
    ]
