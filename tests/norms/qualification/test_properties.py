"""What holds of every law: mitigation never makes an answer harsher, aggravation never milder."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

import pytest

from zhargy.app.norms import pack
from zhargy.norms.evaluation import Plan, supply
from zhargy.norms.packs import Case, NormKind, Pack
from zhargy.norms.qualification import LaidPenalty, Offence, Threat
from zhargy.norms.qualification.answering import answer
from zhargy.norms.qualification.reading import read_outcomes
from zhargy.norms.sanctions import Derived, Stated, Verdict, compare, resolve
from zhargy.norms.vocabulary import Value

LAWS: Final = ("kz-criminal-special", "kz-ai-offences")
MITIGATING: Final[Mapping[str, Value]] = {
    "mitigation.help_to_victim": True,
    "mitigation.compensated": True,
    "mitigation.hardship": True,
    "mitigation.coercion": True,
    "mitigation.lawful_bounds_exceeded": True,
    "mitigation.victim_misconduct": True,
    "mitigation.repentance": True,
    "mitigation.helped_uncover_ai_fraud": True,
}
_CASES: Final = 12

#: Forms that give way to one whose harshest penalty is not harsher: none in the Code, none in the chapter.
MILDER_FORMS: Final[frozenset[tuple[str, str]]] = frozenset()


def offences(plan: Plan, facts: Mapping[str, Value], *, as_of: dt.date) -> Mapping[str, Offence]:
    """The offences under the first reading."""
    first = read_outcomes(plan, supply(plan.pack, facts), as_of=as_of)[0]
    return {each.id: each for each in answer([(plan, first.outcome)], choices=first.choices).offences}


def cases(law: Pack, plan: Plan) -> Iterator[Case]:
    """Some examples of a pack on which an offence holds."""
    found = list(law.cases)
    random.Random(3).shuffle(found)  # noqa: S311 - a seed of a test
    held = (case for case in found if offences(plan, case.facts, as_of=case.day))
    yield from (case for _, case in zip(range(_CASES), held, strict=False))


def most(laid: LaidPenalty) -> Fraction | None:
    """The most that can be imposed: the lowered one where there is one."""
    if laid.ceiling is not None:
        return laid.ceiling.value
    upper = laid.penalty.upper
    return Fraction(upper.quantity.finest.value) if isinstance(upper, Stated | Derived) else None


def mosts(threats: tuple[Threat, ...]) -> list[Fraction | None]:
    return [most(laid) for threat in threats for choice in threat.choices for laid in choice.penalties]


def is_no_higher(left: list[Fraction | None], right: list[Fraction | None]) -> bool:
    """Whether no end of the first is above that of the second; both have the same ends."""
    assert len(left) == len(right)
    return all(a is None or b is None or a <= b for a, b in zip(left, right, strict=True))


@pytest.mark.parametrize("name", LAWS)
def test_a_mitigating_fact_changes_no_offence_and_raises_no_ceiling(name: str) -> None:
    law = pack(name)
    plan = Plan(law)

    tried = lowered = 0
    for case in cases(law, plan):
        facts = {**case.facts, "aggravation.any": False}
        before = offences(plan, facts, as_of=case.day)
        for fact, value in MITIGATING.items():
            after = offences(plan, {**facts, fact: value}, as_of=case.day)
            assert after.keys() == before.keys(), (case.name, fact)
            for norm, offence in after.items():
                ends = mosts(before[norm].threats), mosts(offence.threats)
                assert is_no_higher(ends[1], ends[0]), (case.name, fact, norm)
                lowered += ends[0] != ends[1]
                tried += 1
    assert tried >= 8 * _CASES
    assert lowered > 0


@pytest.mark.parametrize("name", LAWS)
def test_an_aggravating_circumstance_lowers_no_ceiling(name: str) -> None:
    law = pack(name)
    plan = Plan(law)

    for case in cases(law, plan):
        sorry = {**case.facts, "mitigation.repentance": True}
        before = offences(plan, {**sorry, "aggravation.any": False}, as_of=case.day)
        after = offences(plan, {**sorry, "aggravation.any": True}, as_of=case.day)
        assert after.keys() == before.keys(), case.name
        for norm, offence in after.items():
            assert is_no_higher(mosts(before[norm].threats), mosts(offence.threats)), (case.name, norm)


@pytest.mark.parametrize("name", LAWS)
def test_a_graver_form_is_never_milder_at_its_harshest(name: str) -> None:
    law = pack(name)
    assert law.general is not None

    milder = set()
    for norm in law.norms.values():
        if norm.kind is not NormKind.OFFENCE or norm.sanction is None:
            continue
        for other in filter(None, (norm.basic, *norm.prevails_over)):
            sanction = law.norms[other].sanction
            if sanction is None:
                continue
            basic = resolve(sanction, general=law.general)[0]
            for case in resolve(norm.sanction, general=law.general):
                if compare(case, basic, general=law.general).ceiling.verdict is Verdict.MILDER:
                    milder.add((other, norm.id))
    assert milder == MILDER_FORMS


@pytest.mark.parametrize("name", LAWS)
def test_an_item_that_is_met_besides_never_leads_to_a_milder_offence(name: str) -> None:
    """Facts that meet one more item are added to an example; the harshest penalty must not become milder."""
    law = pack(name)
    plan = Plan(law)
    assert law.general is not None
    features: Mapping[str, Value] = {
        "act.group": "criminal_group",
        "act.uses_office": True,
        "act.repeated": True,
        "harm.grave": True,
    }

    grown = 0
    for case in cases(law, plan):
        before = offences(plan, case.facts, as_of=case.day)
        for fact, value in features.items():
            after = offences(plan, {**case.facts, fact: value}, as_of=case.day)
            for norm in after.keys() - before.keys():
                for old in before.keys() - after.keys():
                    pair = after[norm].threats[0].case, before[old].threats[0].case
                    verdict = compare(*pair, general=law.general).ceiling.verdict
                    assert verdict is not Verdict.MILDER, (case.name, fact, norm, old)
                    grown += 1
    assert grown > 0
