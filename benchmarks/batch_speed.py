"""How fast are norms over millions of cases, beside other engines on the same cases and beside the memory?

Articles 1 and 5 of ``kz-ai-offences``: for each norm, whether it is met and whether it applies, counted. One core; CPU
seconds, so that other work on the machine does not count; medians of several runs, the best beside them. The cases are
random and, for the other engines, complete, for they know no "unknown"; their inputs are handed over before the clock
starts, as ours are packed before it. All engines must count the same. The other engines run in a Python of their own:

    python -m venv rivals && rivals/bin/pip install openfisca-core==46.* numba polars
    RIVALS_PYTHON=rivals/bin/python python benchmarks/batch_speed.py
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
import numpy.typing as npt

from batch_formulas import Formulas, met_name, result_name
from record import record
from zhargy.app.norms import pack, packs
from zhargy.norms.batch import cases_of, columns_from, compile_pack, population
from zhargy.norms.batch.columns import Columns
from zhargy.norms.batch.outcome import NormTally
from zhargy.norms.batch.plan import BatchPlan
from zhargy.norms.batch.rows import taken
from zhargy.norms.evaluation import Plan, explain
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, FactType

PACK = "kz-ai-offences"
ARTICLES = ("art_1__", "art_5__")
AS_OF = dt.date(2026, 11, 1)
CASES = 1 << 22
REPEATED = 8
SEED = 5
UNKNOWN = 0.15
RUNS = 7
SINGLE = 200
MEGABYTES = 512
ENGINES = ("openfisca", "numba", "polars")


def timed(work: Callable[[], object], *, runs: int = RUNS) -> list[float]:
    """Return the CPU seconds of several runs, one before them not counted."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return seconds


def rate(seconds: Iterable[float], size: int) -> dict[str, float]:
    millions = [size / each / 1e6 for each in seconds]
    return {"million_cases_per_s": round(median(millions), 1), "best": round(max(millions), 1)}


def memory() -> dict[str, float]:
    """Measure the memory with arrays that no cache holds."""
    size = MEGABYTES * 1_000_000 // 8
    one, two, three = (np.full(size, value, np.float64) for value in (1.0, 2.0, 3.0))

    def triad() -> None:
        np.multiply(two, 3.0, out=one)
        np.add(one, three, out=one)

    giga = size * 8 / 1e9
    return {
        "copy_gb_per_s": round(2 * giga / min(timed(lambda: np.copyto(one, two))), 1),
        "triad_in_two_passes_gb_per_s": round(5 * giga / min(timed(triad)), 1),
        "read_gb_per_s": round(giga / min(timed(lambda: np.max(two))), 1),
    }


def complete(columns: Columns) -> Columns:
    """Return cases in which nothing is unknown: what was is false, or any value."""
    return replace(columns, facts={name: replace(column, unknown=None) for name, column in columns.facts.items()})


def repeated(columns: Columns, *, needed: Iterable[str]) -> Columns:
    """Return the cases several times over, with the facts that are needed."""
    rows = np.tile(np.arange(columns.size), REPEATED)
    return Columns(size=rows.size, facts={name: taken(columns.facts[name], rows) for name in needed})


def from_arrays(plan: BatchPlan, columns: Columns) -> dict[str, object]:
    """Time the way from a person's own arrays (bools, integers, days, places of choices) to the counts."""
    few = taken_first(columns, names=plan.facts(as_of=AS_OF), size=CASES // (4 * REPEATED))
    vocabulary = plan.pack.vocabulary
    cases = list(cases_of(few, vocabulary))
    arrays = {name: own_array(vocabulary.facts[name], [case[name] for case in cases]) for name in few.facts}
    seconds = timed(lambda: plan.tally(columns_from(arrays, vocabulary), as_of=AS_OF))
    return {
        "cases": few.size,
        "bytes_of_arrays_per_case": sum(array.nbytes for array in arrays.values()) // few.size,
        **rate(seconds, few.size),
    }


def taken_first(columns: Columns, *, names: Iterable[str], size: int) -> Columns:
    return Columns(size=size, facts={name: taken(columns.facts[name], np.arange(size)) for name in names})


def own_array(fact: Fact, values: Sequence[Any]) -> npt.NDArray[Any]:
    match fact.type:
        case FactType.ENUM:
            return np.array([fact.choices.index(value) for value in values], np.int8)
        case FactType.SET:
            return np.array([[choice in value for choice in fact.choices] for value in values])
        case FactType.MONEY:
            return np.array([value.minor for value in values])
        case FactType.NUMBER:
            return np.array([int(value) for value in values])
        case FactType.DATE:
            return np.array(values, "datetime64[D]")
        case _:
            return np.array(values)


def ours(plan: BatchPlan, columns: Columns, speed: Mapping[str, float]) -> dict[str, object]:
    counted = timed(lambda: plan.tally(columns, as_of=AS_OF))
    kept = timed(lambda: plan.run(columns, as_of=AS_OF))
    read = plan.bytes_read(columns, as_of=AS_OF)
    return {
        "cases": columns.size,
        "counts_only": rate(counted, columns.size),
        "truths_of_every_case_kept": rate(kept, columns.size),
        "bytes_read_per_case": round(read / columns.size, 2),
        "gb_read_per_s": round(read / median(counted) / 1e9, 2),
        "million_cases_per_s_if_only_read": round(speed["read_gb_per_s"] * 1e3 * columns.size / read),
        "share_of_the_speed_of_reading": round(read / median(counted) / 1e9 / speed["read_gb_per_s"], 2),
    }


def rival(python: str, engine: str, folder: Path, expected: Mapping[str, int], size: int) -> dict[str, object]:
    script = Path(__file__).with_name("batch_rival.py")
    done = subprocess.run([python, str(script), engine, str(folder)], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return {
        "version": told["version"],
        **rate(told["seconds"], size),
        "seconds_before_the_first_run": round(told["made_ready"], 2),
        "seconds_of_the_first_run": round(told["seconds"][0], 2),
        "same_counts_as_ours": told["counts"] == expected,
    }


def rivals(python: str, chosen: Pack, norms: list[str], columns: Columns) -> dict[str, dict[str, object]]:
    formulas = Formulas(chosen, columns, as_of=AS_OF)
    texts = formulas.norms(norms)
    wanted = [name(norm) for name in (met_name, result_name) for norm in norms]
    named = {word for _, text in texts for word in re.findall(r"\b[a-z][a-z0-9_]*\b", text)}
    expected = counts(compile_pack(chosen, norms=norms).tally(columns, as_of=AS_OF))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "norms.json").write_text(json.dumps({"norms": texts, "wanted": wanted}), encoding="utf-8")
        np.savez(folder / "columns.npz", **formulas.arrays(named))
        return {engine: rival(python, engine, folder, expected, columns.size) for engine in ENGINES}


def counts(tallies: Mapping[str, NormTally]) -> dict[str, int]:
    met = {met_name(norm): tally.met.true for norm, tally in tallies.items()}
    return met | {result_name(norm): tally.result.true for norm, tally in tallies.items()}


def single() -> dict[str, object]:
    """Time one evaluation on the largest pack, with the proof of every norm that applies."""
    largest = max(packs(), key=lambda each: len(each.norms))
    plan = Plan(largest)
    cases = list(cases_of(population(largest, size=SINGLE, seed=SEED, unknown=UNKNOWN), largest.vocabulary))
    milliseconds = []
    for facts in [*cases, *(case.facts for case in largest.cases)]:
        start = time.process_time()
        outcome = plan.evaluate(facts, as_of=AS_OF)
        for norm in outcome.norms:
            if outcome.norms[norm].result is Truth.TRUE and norm in largest.own_norms:
                explain(outcome, norm)
        milliseconds.append((time.process_time() - start) * 1e3)
    return {
        "pack": largest.id,
        "norms": len(largest.norms),
        "cases": len(milliseconds),
        "median_ms": round(median(milliseconds), 2),
        "ms_that_95_of_100_stay_under": round(quantiles(milliseconds, n=20)[-1], 2),
    }


def main() -> None:
    chosen = pack(PACK)
    norms = [norm for norm in chosen.own_norms if norm.startswith(ARTICLES)]
    plan = compile_pack(chosen, norms=norms)
    speed = memory()
    figures: dict[str, object] = {"pack": PACK, "norms": len(norms), "seed": SEED, "memory": speed}
    cases = complete(population(chosen, size=CASES, seed=SEED))
    figures["complete_cases"] = ours(plan, cases, speed)
    if python := os.environ.get("RIVALS_PYTHON"):
        figures["other_engines"] = others = rivals(python, chosen, norms, cases)
        mine = figures["complete_cases"]["counts_only"]["million_cases_per_s"]  # type: ignore[index]
        figures["times_openfisca"] = round(mine / float(others["openfisca"]["million_cases_per_s"]), 1)  # type: ignore[arg-type]
        figures["times_best_run_of_openfisca"] = round(mine / float(others["openfisca"]["best"]), 1)  # type: ignore[arg-type]
    figures["complete_cases_beyond_the_cache"] = ours(plan, repeated(cases, needed=plan.facts(as_of=AS_OF)), speed)
    figures["cases_with_facts_missing"] = ours(plan, population(chosen, size=CASES, seed=SEED, unknown=UNKNOWN), speed)
    figures["complete_cases_from_plain_arrays"] = from_arrays(plan, cases)
    figures["one_evaluation"] = single()
    record("batch_speed", figures)


if __name__ == "__main__":
    main()
