"""How many questions does an interview ask, against a form that asks everything that has a meaning?

Random valid cases of every pack that ships, half of them near an example of the pack (`zhargy.norms.batch.population`;
made up, they say nothing about how often anything happens). The person answers every question. At the end the result of
every norm with a consequence, and what each that applies threatens, must be what all facts together give.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from datetime import date

from record import record
from zhargy.app.norms import packs
from zhargy.norms.batch import cases_of, population
from zhargy.norms.evaluation import Outcome, Plan, choices, supply
from zhargy.norms.interview import Interview, script, wanted
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

TODAY = date(2026, 11, 1)
SEED = 20260101


def main(size: int) -> None:
    record("interview", figures={"cases": size, "seed": SEED, **{pack.id: on(pack, size) for pack in packs()}})


def on(pack: Pack, size: int) -> dict[str, object]:
    plan = Plan(pack)
    shares, other, asked_in_all, in_script, applying, began = [], 0, 0, 0, 0, time.perf_counter()
    for facts in cases_of(population(pack, size=size, seed=SEED), pack.vocabulary):
        given = {name: value for name, value in facts.items() if pack.vocabulary.facts[name].is_asked}
        ended, questions = asked(Interview(plan=plan, today=TODAY), given)
        whole = plan.evaluate(supply(pack, given), as_of=ended.day)
        form = len(script(pack, given))
        asked_in_all, in_script = asked_in_all + questions, in_script + form
        shares.append(questions / form)
        other += result(pack, ended.outcome) != result(pack, whole)
        applying += any(whole.norms[norm.id].result is Truth.TRUE for norm in wanted(pack))
    return {
        "share_of_questions": round(asked_in_all / in_script, 4),
        "greatest_share": round(max(shares), 4),
        "questions": round(asked_in_all / size, 1),
        "questions_of_the_form": round(in_script / size, 1),
        "cases_in_which_a_norm_applies": applying,
        "other_results": other,
        "milliseconds_a_question": round((time.perf_counter() - began) * 1000 / asked_in_all, 1),
    }


def asked(interview: Interview, facts: Mapping[str, Value]) -> tuple[Interview, int]:
    questions = 0
    while (question := interview.question) is not None:
        questions += 1
        name = question.fact.name
        interview = interview.answer(facts[name]) if name in facts else interview.skip()
    return interview, questions


def result(pack: Pack, outcome: Outcome) -> dict[str, object]:
    """Return what is asked for: the truth of each norm, and what it threatens where it applies."""
    return {
        norm.id: choices(norm.sanction, outcome, vocabulary=pack.vocabulary)
        if found is Truth.TRUE and norm.sanction is not None
        else found
        for norm in wanted(pack)
        for found in [outcome.norms[norm.id].result]
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
