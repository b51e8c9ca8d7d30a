"""Do the engines agree? Random valid cases of every pack: single evaluation, batch, and the formulas of verification.

Half of the cases have all facts that can be asked, half lack some. For each norm it is compared whether it is met and
whether it applies. The day the law is read at is that of the deed where the pack says so, and in turn each day on which
the law changes, with its eve. How many norms were met, not met and unknown at least once is told, for engines agree
easily on what never happens.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from operator import ne

import numpy as np

from record import record
from zhargy.app.norms import pack, pack_names
from zhargy.norms.batch import cases_of, compile_pack, population
from zhargy.norms.batch.outcome import BatchOutcome
from zhargy.norms.batch.plan import BatchPlan
from zhargy.norms.evaluation import Outcome, Plan
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

CASES = 100_000
CHUNK = 2_000
UNKNOWN = 0.15
SEED = 20_261_124
LATEST = dt.date(2026, 11, 1)
NUMBERS = {Truth.TRUE: 1, Truth.FALSE: 0, Truth.UNKNOWN: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Some cases of a pack, to be drawn and compared."""

    pack: str
    number: int
    size: int
    with_formulas: bool


@cache
def engines(name: str) -> tuple[Pack, Plan, BatchPlan]:
    chosen = pack(name)
    return chosen, Plan(chosen), compile_pack(chosen)


@cache
def formulas(name: str) -> object:
    from zhargy.norms.verification.agreement import Agreement  # noqa: PLC0415 - needs z3

    return Agreement(pack(name))


def days(chosen: Pack, *, is_complete: bool) -> list[dt.date | str]:
    """Return what the law is read at in turn; the day of the deed only where it is known."""
    bounds = {day for norm in chosen.norms.values() for day in (norm.valid.start, norm.valid.end) if day is not None}
    eves = {day - dt.timedelta(days=1) for day in bounds}
    told: list[dt.date | str] = [chosen.day] if chosen.day and is_complete else []
    return [*told, LATEST, *sorted(bounds | eves)]


def compare(chunk: Chunk) -> Counter[tuple[str, ...]]:
    """Return how many cases and truths were compared, differences, and the truths that each norm had."""
    chosen, plan, batch = engines(chunk.pack)
    is_complete = chunk.number % 2 == 0
    unknown = 0.0 if is_complete else UNKNOWN
    columns = population(chosen, size=chunk.size, seed=SEED + chunk.number, unknown=unknown)
    readings = days(chosen, is_complete=is_complete)
    as_of = readings[chunk.number // 2 % len(readings)]
    outcome = batch.run(columns, as_of=as_of)
    found: Counter[tuple[str, ...]] = Counter()
    for row, facts in zip(numbers(outcome, batch.norms), cases_of(columns, chosen.vocabulary), strict=True):
        day = facts[as_of] if isinstance(as_of, str) else as_of
        assert isinstance(day, dt.date)
        single = plan.evaluate(facts, as_of=day)
        norms = [single.norms[norm] for norm in batch.norms]
        expected = [NUMBERS[each.met] for each in norms] + [NUMBERS[each.result] for each in norms]
        found["cases", "complete" if is_complete else "open"] += 1
        found["truths",] += len(expected)
        found["differences", "batch"] += sum(map(ne, row, expected))
        if chunk.with_formulas:
            found["cases", "with formulas"] += 1
            found["differences", "formulas"] += differing(chunk.pack, facts, single)
    for norm, column in outcome.met.items():
        found.update(("seen", norm, truth.value) for truth in Truth if column.where(truth).any())
    return found


def numbers(outcome: BatchOutcome, norms: Sequence[str]) -> list[list[int]]:
    """Return for each case whether each norm is met, then whether each applies, as numbers."""
    columns = [layer[norm].numbers() for layer in (outcome.met, outcome.result) for norm in norms]
    return np.stack(columns, axis=1).tolist()


def differing(name: str, facts: Mapping[str, Value], single: Outcome) -> int:
    agreement = formulas(name)
    return sum(each.layer != "elements" for each in agreement.differences(facts, outcome=single))  # type: ignore[attr-defined]


def figures(found: Counter[tuple[str, ...]], norms: int) -> dict[str, object]:
    seen = {truth: sum(key[0] == "seen" and key[2] == truth for key in found) for truth in Truth}
    return {
        "norms": norms,
        "cases_complete": found["cases", "complete"],
        "cases_with_facts_missing": found["cases", "open"],
        "truths_compared": found["truths",],
        "differences_batch": found["differences", "batch"],
        "cases_compared_with_formulas": found["cases", "with formulas"],
        "differences_formulas": found["differences", "formulas"],
        "norms_met_at_least_once": seen[Truth.TRUE],
        "norms_not_met_at_least_once": seen[Truth.FALSE],
        "norms_unknown_at_least_once": seen[Truth.UNKNOWN],
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=CASES, help="cases of each pack")
    options.add_argument("--formulas", type=int, default=0, help="how many of them are compared with the formulas too")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--pack", action="append", help="a pack; all that ship when left out")
    given = options.parse_args()
    with_formulas = given.formulas if find_spec("z3") is not None else 0
    results = {}
    with ProcessPoolExecutor(given.workers) as workers:
        for name in given.pack or pack_names():
            chunks = [
                Chunk(pack=name, number=at, size=min(CHUNK, given.cases - start), with_formulas=start < with_formulas)
                for at, start in enumerate(range(0, given.cases, CHUNK))
            ]
            found: Counter[tuple[str, ...]] = Counter()
            for each in workers.map(compare, chunks):
                found.update(each)
            results[name] = figures(found, len(pack(name).norms))
            record("norm_agreement", {"seed": SEED, "share_of_facts_missing": UNKNOWN, "packs": results})


if __name__ == "__main__":
    main()
