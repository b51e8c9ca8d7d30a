"""Does a mitigating fact ever raise a ceiling, and an aggravating one ever lower it?

Random valid cases of each pack (`zhargy.norms.batch.population`; made up, they say nothing about how often anything
happens), all sorted by the array engine into classes that no norm tells apart; one case of each class is qualified.
Then one fact is added in all cases that lack it: each fact that a mitigating circumstance rests on; each fact, choice
or greater number that an aggravated form, its items or an aggravating circumstance rest on. What is left to the court
is compared before and after, offence family by offence family, for each way to read open words: the harshest penalty,
and the most of each kind of penalty that is threatened both times. Every case in which it goes the other way is told,
grouped by what happened.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from record import record
from zhargy.app.comparing import common_day
from zhargy.app.norms import pack as shipped
from zhargy.norms.batch import population
from zhargy.norms.batch.columns import Choices, Column, Columns, Numbers, Sets, Truths, packed, unpacked
from zhargy.norms.batch.rows import taken
from zhargy.norms.batch.tabling import column_of
from zhargy.norms.consequences import Cause, Move, Scales, Weight, tops_of
from zhargy.norms.consequences.scales import Pair
from zhargy.norms.consequences.screening import Codes, Screen, rows_of
from zhargy.norms.evaluation import Plan
from zhargy.norms.expression import fact_names, norm_names
from zhargy.norms.packs import NormKind, Pack
from zhargy.norms.sanctions import Open, PenaltyKind, Reason
from zhargy.norms.vocabulary import FactType, Value

PACKS = ("kz-criminal-special", "kz-ai-offences", "sample")
CASES = 100_000
SEED = 20_261_125
CHOICES = "choices"
CROSSED = "crossed"
APART = {CHOICES, CROSSED}
EXPLAINED = {
    ("damage.to", "art_274__para_3", "art_274__para_"): (
        "Damage counts as large above 2,000 MCI where a citizen bears it and above 10,000 where an organisation or the "
        "State does, so the same sum makes the graver part for the one victim and not for the other."
    ),
    ("victim.relates_to_office", "art_131__para_2", "art_376__para_1"): (
        "An insult by the public word (131(2)) becomes, when it is about the deputy's work, the special offence of "
        "376(1), and the special norm goes before the general one although its fine and hours are half as high."
    ),
}
"""Why the law itself lowers a ceiling, by the fact added and the offences before and after."""

ENDS = {Open.UNSPECIFIED: 0, Open.UNLIMITED: 1, Open.LIFE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact that is added: a truth, a choice in a set or in the place of the first one, or the greatest number."""

    name: str
    value: Value | None
    is_aggravating: bool

    def __str__(self) -> str:
        said = {None: "greatest", True: "true"}.get(self.value, self.value)  # type: ignore[arg-type]
        return f"{self.name}: {said}"


class Cases:
    """Cases of a pack, sorted."""

    def __init__(self, chosen: Pack, *, size: int) -> None:
        self.pack = chosen
        self.day = common_day([chosen])
        self.scales = Scales([chosen], [chosen], as_of=self.day)
        self.columns = population(chosen, size=size, seed=SEED)
        self._screens = [Screen(family, as_of=self.day) for family in self.scales.families]
        self._plans = [Plan(family) for family in self.scales.families]
        self._shares: list[list[int]] = [[] for _ in self._screens]
        self.before = [self.sorted(place, self.columns) for place in range(len(self._screens))]

    def sorted(self, family: int, columns: Columns) -> Codes:
        """Return the number of what comes of each case in a family."""
        codes, new = self._screens[family].sort(columns)
        for facts in rows_of(columns, list(new.values()), vocabulary=self.pack.vocabulary):
            self._shares[family].append(self.scales.shares(family, facts))
        return np.array(self._shares[family], np.int64)[codes]

    def touched(self, fact: str) -> Iterator[int]:
        """Yield the families in which a fact plays a part."""
        for place, plan in enumerate(self._plans):
            if plan.resting_on(fact):
                yield place


def added_facts(chosen: Pack) -> Iterator[Fact]:
    """Yield the facts to add: those that mitigation and aggravation rest on, and those of aggravated forms."""
    vocabulary = chosen.vocabulary.facts
    for norm in chosen.norms.values():
        if norm.kind is NormKind.MITIGATION:
            for name in facts_of(chosen, [norm.id]):
                if vocabulary[name].type is FactType.BOOL:
                    yield Fact(name=name, value=True, is_aggravating=False)
        elif norm.kind is NormKind.AGGRAVATION or norm.basic:
            for name in facts_of(chosen, [norm.id]):
                yield from (Fact(name=name, value=value, is_aggravating=True) for value in added(chosen, name))


def facts_of(chosen: Pack, norms: list[str]) -> Iterator[str]:
    """Yield the facts a person is asked that norms rest on, by way of the items and definitions they name."""
    seen: set[str] = set()
    while norms:
        norm = chosen.norms[norms.pop()]
        if norm.id not in seen:
            seen.add(norm.id)
            norms += norm_names(norm.when)
            yield from (name for name in fact_names(norm.when) if chosen.vocabulary.facts[name].is_asked)


def added(chosen: Pack, name: str) -> Iterator[Value | None]:
    fact = chosen.vocabulary.facts[name]
    match fact.type:
        case FactType.BOOL:
            yield True
        case FactType.SET:
            yield from fact.choices
        case FactType.ENUM:
            yield from fact.choices[1:]
        case FactType.NUMBER | FactType.MONEY:
            yield None


def with_fact(columns: Columns, fact: Fact, chosen: Pack) -> tuple[Columns, np.ndarray] | None:
    """Return the cases with a fact added, and those that lacked it; ``None`` where no case can have it."""
    column = columns.facts.get(fact.name)
    if column is None:
        return None
    known = np.ones(columns.size, np.bool_)
    if column.unknown is not None:
        known = ~unpacked(column.unknown, size=columns.size)
    changed, lacking = replaced(column, fact, chosen, columns.size)
    lacking &= known
    if not lacking.any():
        return None
    rows = np.where(lacking, np.arange(columns.size) + columns.size, np.arange(columns.size))
    both = joined(column, changed, rows, columns.size)
    return replace(columns, facts={**columns.facts, fact.name: both}), lacking


def replaced(column: Column, fact: Fact, chosen: Pack, size: int) -> tuple[Column, np.ndarray]:
    """Return the column of the fact added everywhere, and where it was not before."""
    told = chosen.vocabulary.facts[fact.name]
    match column:
        case Truths(values=values):
            return replace(column, values=~np.zeros_like(values)), ~unpacked(values, size=size)
        case Sets(members=members):
            lacking = ~unpacked(members[str(fact.value)], size=size)
            return replace(
                column, members={**members, str(fact.value): ~np.zeros_like(members[str(fact.value)])}
            ), lacking
        case Choices(bits=bits):
            first = np.ones(size, np.bool_)
            for each in bits:
                first &= ~unpacked(each, size=size)
            return taken(column_of([told.choices[0], fact.value], told), np.ones(size, np.intp)), first
        case Numbers(values=values, most=most):
            return replace(column, values=np.full_like(values, most)), values[:size] < most
        case _:
            raise TypeError(fact.name)


def joined(old: Column, new: Column, rows: np.ndarray, size: int) -> Column:
    """Return a column whose rows are those of the old one, or, counted behind them, of the new one."""
    is_new = rows >= size
    match old, new:
        case Truths(), Truths():
            return replace(old, values=merged(old.values, new.values, is_new, size))
        case Sets(), Sets():
            return replace(
                old, members={name: merged(old.members[name], new.members[name], is_new, size) for name in old.members}
            )
        case Choices(), Choices():
            pairs = zip(old.bits, new.bits, strict=True)
            return replace(old, bits=tuple(merged(*pair, is_new, size) for pair in pairs))
        case Numbers(), Numbers():
            values = old.values.copy()
            values[:size][is_new] = new.values[:size][is_new]
            return replace(old, values=values)
        case _:
            raise TypeError(old)


def merged(old: np.ndarray, new: np.ndarray, is_new: np.ndarray, size: int) -> np.ndarray:
    return packed(np.where(is_new, unpacked(new, size=size), unpacked(old, size=size)))


def wrong_ways(pair: Pair, *, is_aggravating: bool, ladder: Sequence[PenaltyKind]) -> Iterator[str]:
    """Yield what goes the wrong way: the harshest penalty, or the most of a kind that is threatened both times.

    Where no rule tells which penalty is the harshest, the kinds one by one still do.
    """
    move, reason = pair.change.move, pair.change.reason
    wrong = {Move.INCOMPARABLE, *((Move.MILDER, Move.FREED) if is_aggravating else (Move.HEAVIER, Move.PUNISHED))}
    if move in wrong and reason is not Reason.NO_RULE:
        yield CHOICES if reason is Cause.CHOICES else CROSSED if move is Move.INCOMPARABLE else f"harshest: {move}"
    before, after = (tops_of(world.weight) for world in (pair.before, pair.after))
    ranks, new = ({ladder.index(kind) for kind, _ in tops if kind in ladder} for tops in (before, after))
    if is_aggravating and ranks and new and min(new) < min(ranks):
        yield CHOICES
    for key in before.keys() & after.keys():
        first, second = size_of(before[key]), size_of(after[key])
        if first != second and (second < first) is is_aggravating:
            yield f"{key[0]} {key[1]}: {before[key]} -> {after[key]}"


def size_of(most: Fraction | Open) -> tuple[int, Fraction]:
    return (1 + ENDS[most], Fraction(0)) if isinstance(most, Open) else (0, most)


def why(pair: Pair) -> str:
    """Return what happened between the two answers."""
    before, after = (norms(world.weight) for world in (pair.before, pair.after))
    if before == after:
        if [each.gravity for each in pair.before.weight.offences] != [
            each.gravity for each in pair.after.weight.offences
        ]:
            return "other_branch_of_the_sanction"
        return "other_branch_of_the_sanction_or_limit"
    if not after:
        return "no_offence_any_more"
    if before < after:
        return "offence_added"
    if after < before:
        return "offence_taken_away"
    return "other_form_in_its_place"


def norms(weight: Weight) -> frozenset[str]:
    return frozenset(each.norm for each in weight.offences)


def on(name: str, size: int) -> dict[str, object]:
    cases = Cases(shipped(name), size=size)
    facts = list(dict.fromkeys(added_facts(cases.pack)))
    compared: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    found: Counter[tuple[str, ...]] = Counter()
    for fact in facts:
        changed = with_fact(cases.columns, fact, cases.pack)
        kind = "aggravating" if fact.is_aggravating else "mitigating"
        if changed is None:
            continue
        columns, lacking = changed
        compared[kind] += int(lacking.sum())
        for family in cases.touched(fact.name):
            after = cases.sorted(family, columns)
            pairs, counts = np.unique(np.stack([cases.before[family], after])[:, lacking], axis=1, return_counts=True)
            for (old, new), count in zip(pairs.T.tolist(), counts.tolist(), strict=True):
                if old != new:
                    moved[kind] += count
                    for row in exceptions(cases, fact, (old, new)):
                        found[row] += count
    return {
        "as_of": cases.day.isoformat(),
        "cases": size,
        "facts_added": {
            kind: sum(fact.is_aggravating is (kind == "aggravating") for fact in facts)
            for kind in ("mitigating", "aggravating")
        },
        "additions_compared": dict(compared),
        "answers_that_moved": dict(moved),
        "full_qualifications": cases.scales.qualified,
        "mitigating_that_raise_a_ceiling": rows(found, "mitigating"),
        "mitigating_that_take_a_milder_choice_away": counted(found, "mitigating", CHOICES),
        "mitigating_with_harshest_penalties_that_cross": counted(found, "mitigating", CROSSED),
        "aggravating_that_lower_a_ceiling": rows(found, "aggravating"),
        "aggravating_that_add_a_milder_choice": counted(found, "aggravating", CHOICES),
        "aggravating_with_harshest_penalties_that_cross": counted(found, "aggravating", CROSSED),
    }


def exceptions(cases: Cases, fact: Fact, numbers: tuple[int, int]) -> Iterator[tuple[str, ...]]:
    seen = set()
    for pair in cases.scales.between(*numbers):
        ladder = () if cases.pack.general is None else cases.pack.general.ladder
        ways = set(wrong_ways(pair, is_aggravating=fact.is_aggravating, ladder=ladder))
        for ways_of in (ways & {CHOICES}, ways & {CROSSED}, ways - APART):
            if not ways_of:
                continue
            kind = "aggravating" if fact.is_aggravating else "mitigating"
            names = (", ".join(sorted(norms(world.weight))) or "-" for world in (pair.before, pair.after))
            seen.add((kind, str(fact), *names, why(pair), "; ".join(sorted(ways_of))))
    yield from seen


def rows(found: Counter[tuple[str, ...]], kind: str) -> list[Mapping[str, object]]:
    grouped: dict[tuple[str, ...], list[tuple[tuple[str, ...], int]]] = {}
    for row, count in found.items():
        if row[0] == kind and row[5] not in APART:
            grouped.setdefault(row[1:5], []).append((row, count))
    return [
        {
            "fact": key[0],
            "before": key[1],
            "after": key[2],
            "what_happened": key[3],
            "explanation": explanation(key[0], key[1], key[2]),
            "additions": sum(count for _, count in each),
            "wrong_way": sorted({way for row, _ in each for way in row[5].split("; ")})[:6],
        }
        for key, each in sorted(grouped.items())
    ]


def explanation(fact: str, before: str, after: str) -> str:
    """Return why the law itself goes the other way here; empty where nobody has told."""
    return next(
        (
            told
            for (name, old, new), told in EXPLAINED.items()
            if (fact.split(":", maxsplit=1)[0], old) == (name, before) and new in after
        ),
        "",
    )


def counted(found: Counter[tuple[str, ...]], kind: str, way: str) -> dict[str, int]:
    """Return the facts that touch other choices, or leave harshest penalties that cross, with how often."""
    told: Counter[str] = Counter()
    for row, count in found.items():
        if row[0] == kind and row[5] == way:
            told[row[1]] += count
    return dict(sorted(told.items()))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=CASES, help="cases of each pack")
    options.add_argument("--pack", action="append", help="a pack; those with offences when left out")
    given = options.parse_args()
    record(
        "norm_monotonicity",
        {"seed": SEED, "packs": {name: on(name, given.cases) for name in given.pack or PACKS}},
    )


if __name__ == "__main__":
    main()
