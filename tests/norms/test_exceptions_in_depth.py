"""Exceptions to exceptions, to the fifth turn: real-time biometric identification by the police under the AI Act.

Encoded in our own words from Regulation (EU) 2024/1689, Article 5(1)(h) and (2) to (5). Each turn is a norm that
defeats the one before it, and each is tried by one fact that turns the outcome.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from norms.packs_at_hand import DAY, fact, norm, pack_of
from zhargy.norms.evaluation import Plan, explain, flips
from zhargy.norms.evaluation.values import Explanation, StepKind
from zhargy.norms.facts import read_facts
from zhargy.norms.packs import Pack, Standing
from zhargy.norms.vocabulary import Value

BAN = "art_5__para_1__point_h"
OBJECTIVES = {
    "point_i": ("victim_search", "objective = {0}", "targeted search"),
    "point_ii": ("imminent_threat", "objective = {0}", "substantial and imminent threat"),
    "point_iii": (
        "suspect",
        "objective = {0} and offence.is_listed and offence.most_custody >= 4 years",
        "at least four years",
    ),
}
NEEDED = f"{BAN}__def_needed"
#: What takes the permission away, with the words of the Act it is drawn from.
MISSING = {
    "art_5__para_2": ("not only_confirms_identity or not is_limited", "only to confirm the identity"),
    "art_5__para_2__def_assessment": ("not impact_assessment.done", "fundamental rights impact assessment"),
    "art_5__para_2__def_registration": ("not is_registered", "registered the system in the EU database"),
    "art_5__para_3": ("not authorisation.granted", "prior authorisation"),
    "art_5__para_5": ("not national_law.allows", "fully or partially authorise"),
}
#: What takes that away in its turn.
URGENT = {
    "art_5__para_2__def_urgency": ("is_urgent and is_registered_later", "art_5__para_2__def_registration"),
    "art_5__para_3__def_urgency": (
        "is_urgent and authorisation.requested and authorisation.hours <= 24 hours",
        "art_5__para_3",
    ),
}
REFUSED = "art_5__para_3__def_refusal"
LAWFUL: Mapping[str, object] = {
    "is_real_time": True,
    "is_public_space": True,
    "for_law_enforcement": True,
    "objective": "victim_search",
    "offence.is_listed": False,
    "offence.most_custody": 0,
    "is_strictly_necessary": True,
    "only_confirms_identity": True,
    "is_limited": True,
    "impact_assessment.done": True,
    "is_registered": True,
    "is_registered_later": False,
    "national_law.allows": True,
    "authorisation.granted": True,
    "authorisation.requested": True,
    "authorisation.hours": 1,
    "authorisation.refused": False,
    "is_stopped_and_deleted": False,
    "is_urgent": False,
}
URGENT_START = {"authorisation.granted": False, "is_urgent": True}
"""An urgent use that began an hour before the request."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    choices = "choices: [victim_search, imminent_threat, suspect, other]"
    given = {
        "objective": ("enum", choices),
        "offence.most_custody": ("number", "unit: years"),
        "authorisation.hours": ("number", "unit: hours"),
    }
    facts = [fact(name, *given.get(name, ("bool",))) for name in LAWFUL]
    objectives = [
        norm(f"{BAN}__{id_}", when.format(f'"{choice}"'), kind="definition")
        for id_, (choice, when, _) in OBJECTIVES.items()
    ]
    needed = f"is_strictly_necessary and any of ({', '.join(f'met({BAN}__{id_})' for id_ in OBJECTIVES)})"
    return pack_of(
        *facts,
        norm(BAN, "is_real_time and is_public_space and for_law_enforcement", kind="prohibition"),
        *objectives,
        norm(NEEDED, needed, f"defeats: [{BAN}]", kind="exception"),
        *(norm(id_, when, f"defeats: [{NEEDED}]", kind="exception") for id_, (when, _) in MISSING.items()),
        *(norm(id_, when, f"defeats: [{other}]", kind="exception") for id_, (when, other) in URGENT.items()),
        norm(
            REFUSED,
            "authorisation.refused and not is_stopped_and_deleted",
            "defeats: [art_5__para_3__def_urgency]",
            kind="exception",
        ),
    )


def standing(pack: Pack, **changed: object) -> Standing:
    facts = read_facts(
        {**LAWFUL, **{name.replace("__", "."): value for name, value in changed.items()}}, pack.vocabulary
    )
    return Plan(pack).evaluate(facts, as_of=DAY).norms[BAN].standing


def dotted(changed: Mapping[str, object]) -> dict[str, object]:
    return {name.replace(".", "__"): value for name, value in changed.items()}


@pytest.mark.parametrize("element", ["is_real_time", "is_public_space", "for_law_enforcement"])
def test_without_an_element_nothing_is_forbidden(element: str, pack: Pack) -> None:
    assert standing(pack, **{element: False}) is Standing.NOT_MET


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Standing.DEFEATED),
        ({"objective": "other"}, Standing.APPLIES),
        ({"is_strictly_necessary": False}, Standing.APPLIES),
        ({"objective": "imminent_threat"}, Standing.DEFEATED),
        ({"objective": "suspect"}, Standing.APPLIES),
        ({"objective": "suspect", "offence.is_listed": True, "offence.most_custody": 4}, Standing.DEFEATED),
        ({"objective": "suspect", "offence.is_listed": True, "offence.most_custody": 3}, Standing.APPLIES),
    ],
)
def test_an_objective_of_the_list_lifts_the_ban(changed: Mapping[str, object], expected: Standing, pack: Pack) -> None:
    assert standing(pack, **dotted(changed)) is expected


@pytest.mark.parametrize(
    "missing",
    [
        "only_confirms_identity",
        "is_limited",
        "impact_assessment.done",
        "is_registered",
        "authorisation.granted",
        "national_law.allows",
    ],
)
def test_each_missing_condition_brings_the_ban_back(missing: str, pack: Pack) -> None:
    assert standing(pack, **dotted({missing: False})) is Standing.APPLIES


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (URGENT_START, Standing.DEFEATED),
        ({**URGENT_START, "is_urgent": False}, Standing.APPLIES),
        ({**URGENT_START, "authorisation.requested": False}, Standing.APPLIES),
        ({**URGENT_START, "authorisation.hours": 24}, Standing.DEFEATED),
        ({**URGENT_START, "authorisation.hours": 25}, Standing.APPLIES),
        ({"is_registered": False, "is_urgent": True}, Standing.APPLIES),
        ({"is_registered": False, "is_urgent": True, "is_registered_later": True}, Standing.DEFEATED),
    ],
)
def test_urgency_stands_in_for_what_must_come_first(
    changed: Mapping[str, object], expected: Standing, pack: Pack
) -> None:
    assert standing(pack, **dotted(changed)) is expected


@pytest.mark.parametrize(("stopped", "expected"), [(True, Standing.DEFEATED), (False, Standing.APPLIES)])
def test_a_refusal_defeats_urgency_unless_all_is_stopped_and_deleted(
    stopped: Value, expected: Standing, pack: Pack
) -> None:
    changed = {**URGENT_START, "authorisation.refused": True, "is_stopped_and_deleted": stopped}

    assert standing(pack, **dotted(changed)) is expected


def test_an_open_fact_leaves_open_only_what_hangs_on_it(pack: Pack) -> None:
    assert standing(pack, authorisation__granted=None) is Standing.UNKNOWN
    assert standing(pack, authorisation__granted=None, objective="other") is Standing.APPLIES
    assert standing(pack, authorisation__granted=None, is_urgent=True) is Standing.DEFEATED  # urgent: either way


def test_the_proof_goes_down_all_turns(pack: Pack) -> None:
    facts = read_facts({**LAWFUL, **URGENT_START, "authorisation.refused": True}, pack.vocabulary)
    outcome = Plan(pack).evaluate(facts, as_of=DAY)

    assert chain(explain(outcome, BAN)) == [BAN, NEEDED, "art_5__para_3", "art_5__para_3__def_urgency", REFUSED]


def chain(step: Explanation) -> list[str]:
    """Return the longest row of exceptions below a step."""
    below = [chain(each) for each in step.steps if each.kind is StepKind.EXCEPTION]
    return [step.norm, *max(below, key=len, default=[])]


def test_one_fact_turns_the_outcome_at_each_level(pack: Pack) -> None:
    plan = Plan(pack)
    outcome = plan.evaluate(read_facts({**LAWFUL, **URGENT_START}, pack.vocabulary), as_of=DAY)

    turning = {flip.changes[0].fact for flip in flips(plan, outcome, norm=BAN) if len(flip.changes) == 1}

    assert {"objective", "is_limited", "is_urgent", "authorisation.hours", "authorisation.refused"} <= turning


@pytest.mark.real_data
def test_every_turn_is_drawn_from_words_of_the_act(test_data: Path) -> None:
    path = test_data / "ai-act" / "ai_act_2024_1689_en.json.gz"
    act = json.loads(gzip.decompress(path.read_bytes()))
    article = json.dumps(next(each for each in act["articles"] if str(each["n"]) == "5"), ensure_ascii=False)
    words = [*(words for _, _, words in OBJECTIVES.values()), *(words for _, words in MISSING.values())]
    words += [
        "strictly necessary",
        "duly justified situation of urgency",
        "within 24 hours",
        "immediately discarded and deleted",
    ]

    assert [each for each in words if each not in article] == []
