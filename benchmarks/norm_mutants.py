"""How many wrong encodings are noticed? Mutants of every pack against its examples and its anchors.

A mutant is one small edit of one norm: "and" for "or", a dropped "not", a bound shifted by one, another sign or choice,
a dropped condition, exception or priority, another number, kind or unit in a sanction, a dropped penalty. It is killed
by an example that comes out otherwise, or by a finding of the comparison with the words of the act. A mutant that the
reader of packs refuses is none. Survivors that can make no difference are told apart by proof: the solver finds no case
with all its facts in which any norm of the pack is met or applies under one form and not under the other; where it
finds one, that case is replayed on both forms, and told as a witness. An edit of a sanction makes no difference where
in every complete case one of its branches takes its place.

Run: ``python benchmarks/norm_mutants.py [--pack NAME] [--sample COUNT]`` (needs the extra ``verify`` for the proofs).
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from norm_mutations import Mutant, mutants
from record import TEST_DATA, record
from zhargy.app.anchoring import given_texts, own_text
from zhargy.app.norms import pack, pack_files, pack_names
from zhargy.model import Document
from zhargy.norms.anchors import check
from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.evaluation.cases import differences
from zhargy.norms.packs import Case, Pack
from zhargy.norms.packs.checking import check_norms
from zhargy.norms.packs.relations import branch_conditions
from zhargy.norms.vocabulary import Value
from zhargy.text import Language
from zhargy.text.amounts import Money

SEED = 20_261_125
PROOF_SECONDS = 20
LIFETIME = (1950, 2030)
_CODE = "kz-legislation/criminal-code-226-V"
TEXTS: Mapping[str, tuple[str, ...]] = {
    "kz-ai-offences": ("source-article/article.kk.txt",),
    "kz-criminal-general": (f"{_CODE}/ru/general-part-selected.ru.md",),
    "kz-criminal-special": (f"{_CODE}/kk/special-part-selected.kk.md", f"{_CODE}/ru/special-part-selected.ru.md"),
    "sample": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a mutant.

    Args:
        name: Its pack.
        number: Its place among the mutants of the pack.
        norm: The norm edited.
        way: The sort of edit.
        detail: The edit.
        by_cases: Whether an example noticed it.
        by_anchors: Whether the words did.
        proof: For a survivor: ``equivalent``, ``different`` or ``undecided``; empty where none was asked for.
        witness: The case that tells a survivor from the right form.
    """

    name: str
    number: int
    norm: str
    way: str
    detail: str
    by_cases: bool
    by_anchors: bool
    proof: str = ""
    witness: str = ""

    @property
    def is_killed(self) -> bool:
        """Whether anything noticed it."""
        return self.by_cases or self.by_anchors


class Bench:
    """A pack with what came of its examples, and its texts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pack = pack(name)
        self.plan = Plan(self.pack)
        self.cases = [(case, self._outcome(case)) for case in self.pack.cases]
        failing = [case.name for case, outcome in self.cases if any(differences(case, outcome, self.pack))]
        if failing:  # they would kill every mutant
            raise SystemExit(f"{name}: examples that do not come out as they say: {', '.join(failing)}")
        files = ((path, (TEST_DATA / path).read_bytes()) for path in TEXTS.get(name, ()))
        self.texts: Mapping[Language, Document] = given_texts(files) or own_text(self.pack, pack_files(name))
        self.found = frozenset((each.code, each.norm) for each in check(self.pack, self.texts))

    def _outcome(self, case: Case) -> Outcome:
        return self.plan.evaluate(supply(self.pack, case.facts), as_of=case.day)

    def mutants(self, count: int | None) -> list[Mutant]:
        """Return the mutants that can be read, all or a sample of them."""
        told = [mutant for mutant in mutants(self.pack) if not refused(mutant)]
        if count is None or count >= len(told):
            return told
        return random.Random(SEED).sample(told, count)  # noqa: S311 - a seed of a benchmark

    def fate(self, mutant: Mutant, number: int) -> Fate:
        """Return what the examples and the words say of a mutant."""
        return Fate(
            name=self.name,
            number=number,
            norm=mutant.norm,
            way=mutant.way,
            detail=mutant.detail,
            by_cases=self._is_noticed(mutant),
            by_anchors=self._parts_from_the_words(mutant),
        )

    def _is_noticed(self, mutant: Mutant) -> bool:
        plan = Plan(mutant.pack)
        edited = [id_ for id_ in self.pack.norms if _links(self.plan, id_) != _links(plan, id_)]
        for case, outcome in self.cases:
            if next(differences(case, plan.revised(outcome, [mutant.norm, *edited]), mutant.pack), None) is not None:
                return True
        return False

    def _parts_from_the_words(self, mutant: Mutant) -> bool:
        """Compare the edited norm and those inside its provision with the words."""
        inside = {id_: norm for id_, norm in mutant.pack.norms.items() if id_.startswith(mutant.norm)}
        found = check(replace(mutant.pack, norms=inside), self.texts)
        return any(each.norm == mutant.norm and (each.code, each.norm) not in self.found for each in found)


def refused(mutant: Mutant) -> bool:
    """Whether the reader of packs would not take the mutant."""
    used = {id_: norm for id_, norm in mutant.pack.norms.items() if id_ not in mutant.pack.own_norms}
    return next(check_norms(mutant.pack.own_norms, mutant.pack.vocabulary, used=used), None) is not None


def _links(plan: Plan, norm: str) -> tuple[object, ...]:
    return plan.exceptions[norm], plan.special[norm]


@cache
def bench(name: str) -> Bench:
    return Bench(name)


@cache
def chosen(name: str, count: int | None) -> list[Mutant]:
    return bench(name).mutants(count)


def fates(job: tuple[str, int | None, range]) -> list[Fate]:
    """Return what became of some mutants of a pack; survivors are put to the solver."""
    name, count, numbers = job
    told = []
    for number in numbers:
        mutant = chosen(name, count)[number]
        fate = bench(name).fate(mutant, number)
        told.append(fate if fate.is_killed else proved(fate, mutant))
    return told


def proved(fate: Fate, mutant: Mutant) -> Fate:
    """Return the fate of a survivor with what the solver says of it."""
    if mutant.touches_sanction:
        unused = not mutant.detail.removeprefix("no ").startswith("branches") and is_never_taken(mutant)
        return replace(fate, proof="equivalent" if unused else "")
    proof, case = told_apart(bench(fate.name).pack, mutant.pack)
    if case is None:
        return replace(fate, proof=proof)
    return replace(fate, proof="different" if (told := witness(fate, mutant, *case)) else "undecided", witness=told)


def told_apart(right: Pack, wrong: Pack) -> tuple[str, tuple[Mapping[str, Value], dt.date] | None]:
    """Return whether two forms of a pack are the same of all complete cases, and else a case in which they differ."""
    import z3  # noqa: PLC0415 - an extra

    from zhargy.norms.verification.encoding.days import DayTerm  # noqa: PLC0415
    from zhargy.norms.verification.encoding.norms import Encoding  # noqa: PLC0415

    solver, symbols, as_of = complete_cases(right)
    one, other = (Encoding(each, symbols=symbols, as_of=as_of).norms for each in (right, wrong))
    differing = [
        z3.Xor(_term(getattr(one[norm], layer).true), _term(getattr(other[norm], layer).true))
        for norm in right.own_norms
        for layer in ("met", "result")
    ]
    solver.add(z3.Or(differing))
    answer = solver.check()
    if answer != z3.sat:
        return ("equivalent" if answer == z3.unsat else "undecided"), None
    model = solver.model()
    days = [symbol.content for symbol in symbols.values() if isinstance(symbol.content, DayTerm)]
    solver.add(*(z3.And(day.year >= LIFETIME[0], day.year <= LIFETIME[1]) for day in days))
    if solver.check() == z3.sat:
        model = solver.model()
    facts = {name: symbol.value(model) for name, symbol in symbols.items() if symbol.is_known(model)}
    year, month, day = (
        model.eval(part, model_completion=True).as_long() for part in (as_of.year, as_of.month, as_of.day)
    )
    return "different", (facts, dt.date(year, month, day))


def complete_cases(chosen: Pack) -> tuple[Any, Mapping[str, Any], Any]:
    """Return a solver that knows which cases are complete and valid, the facts and the day the law is read at."""
    import z3  # noqa: PLC0415

    from zhargy.norms.verification.encoding.days import day_symbol, is_day  # noqa: PLC0415
    from zhargy.norms.verification.encoding.domain import complete, limits, shapes  # noqa: PLC0415
    from zhargy.norms.verification.encoding.symbols import symbols_of  # noqa: PLC0415

    as_of = day_symbol("as_of")
    symbols = symbols_of(chosen.vocabulary, beside={}, apart=chosen.id)
    solver = z3.Solver()
    solver.set("timeout", PROOF_SECONDS * 1000)
    solver.add(*is_day(as_of, first=1990, last=2060), *shapes(symbols), *limits(chosen, symbols))
    solver.add(*complete(chosen, symbols))
    return solver, symbols, as_of


def is_never_taken(mutant: Mutant) -> bool:
    """Whether in every complete case in which the edited norm applies a branch takes the place of its sanction."""
    import z3  # noqa: PLC0415

    from zhargy.norms.verification.encoding.norms import Encoding  # noqa: PLC0415

    sanction = mutant.pack.norms[mutant.norm].sanction
    if sanction is None or not sanction.branches or not all(branch.alternatives for branch in sanction.branches):
        return False
    solver, symbols, as_of = complete_cases(mutant.pack)
    encoding = Encoding(mutant.pack, symbols=symbols, as_of=as_of)
    taken = [_term(encoding.condition(condition).true) for condition in branch_conditions(sanction)]
    solver.add(_term(encoding.norms[mutant.norm].result.true), z3.Not(z3.Or(taken)))
    return bool(solver.check() == z3.unsat)


def _term(term: Any) -> Any:
    import z3  # noqa: PLC0415

    return z3.BoolVal(term) if isinstance(term, bool) else term


def witness(fate: Fate, mutant: Mutant, facts: Mapping[str, Value], as_of: dt.date) -> str:
    """Replay a case on both forms; tell the norms that come out otherwise, and the facts the edited norm rests on."""
    plan = bench(fate.name).plan
    right, wrong = (each.evaluate(facts, as_of=as_of) for each in (plan, Plan(mutant.pack)))
    changed = [
        f"{norm}: {right.norms[norm].standing} → {wrong.norms[norm].standing}"
        for norm in mutant.pack.own_norms
        if (right.norms[norm].met, right.norms[norm].result) != (wrong.norms[norm].met, wrong.norms[norm].result)
    ]
    resting = {
        mutant.norm,
        *(norm for norm in mutant.pack.own_norms if any(each.startswith(f"{norm}:") for each in changed)),
    }
    told = [
        f"{name}: {_plain(value)}"
        for name, value in sorted(facts.items())
        if not resting.isdisjoint(plan.resting_on(name))
    ]
    return "; ".join([*changed, f"day {as_of}", *told]) if changed else ""


def _plain(value: Value) -> str:
    if isinstance(value, frozenset):
        return f"[{', '.join(sorted(value))}]"
    if isinstance(value, Money):
        return f"{Decimal(value.minor) / 100:f} {value.currency}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def jobs(names: Sequence[str], count: int | None) -> Iterator[tuple[str, int | None, range]]:
    for name in names:
        total = len(chosen(name, count))
        yield from ((name, count, range(at, min(at + 40, total))) for at in range(0, total, 40))


def figures(told: Sequence[Fate]) -> dict[str, object]:
    equivalent = sum(fate.proof == "equivalent" for fate in told)
    killed = sum(fate.is_killed for fate in told)
    ways = Counter(fate.way for fate in told if fate.proof != "equivalent")
    dead = Counter(fate.way for fate in told if fate.is_killed)
    return {
        "mutants": len(told),
        "equivalent_by_proof": equivalent,
        "killed": killed,
        "killed_by_examples": sum(fate.by_cases for fate in told),
        "killed_by_anchors": sum(fate.by_anchors for fate in told),
        "killed_by_anchors_only": sum(fate.by_anchors and not fate.by_cases for fate in told),
        "killed_share": round(killed / (len(told) - equivalent), 4) if len(told) > equivalent else 1.0,
        "by_way": {way: {"mutants": ways[way], "killed": dead[way]} for way in sorted(ways)},
        "survivors": [
            {"norm": fate.norm, "way": fate.way, "edit": fate.detail, "proof": fate.proof, "witness": fate.witness}
            for fate in told
            if not fate.is_killed and fate.proof != "equivalent"
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--sample", type=int, default=None)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    names = asked.pack or [name for name in pack_names() if name in TEXTS]
    began = time.perf_counter()
    with ProcessPoolExecutor(max_workers=asked.workers) as pool:
        found = [fate for batch in pool.map(fates, jobs(names, asked.sample)) for fate in batch]
    by_pack = {name: figures([fate for fate in found if fate.name == name]) for name in names}
    data = [TEST_DATA / path for name in names for path in TEXTS[name]]
    told = {"seed": SEED, "sample": asked.sample, "seconds": round(time.perf_counter() - began, 1), "packs": by_pack}
    record("norm_mutants" if not asked.pack else f"norm_mutants-{'-'.join(names)}", told, data=data)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
