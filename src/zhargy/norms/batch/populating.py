"""Random cases that are valid: for trying a pack, never for saying how often anything happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Final

import numpy as np
import numpy.typing as npt

from zhargy.norms.batch.building import condition
from zhargy.norms.batch.circuit import Circuit
from zhargy.norms.batch.columns import Bools, Column, Columns, Words, packed
from zhargy.norms.batch.lowering import Lowering
from zhargy.norms.batch.program import Program, openness_of
from zhargy.norms.batch.rows import hidden, taken
from zhargy.norms.batch.scenes import Scenes
from zhargy.norms.batch.tabling import column_of
from zhargy.norms.evaluation.supplying import supply
from zhargy.norms.expression import Expression, norm_names
from zhargy.norms.expression.tree import FactName
from zhargy.norms.packs.values import Pack
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary

_SCENES: Final = 256
_CASES_IN_SCENE: Final = 8
_LISTS: Final = frozenset({FactType.THING, FactType.LIST})


def population(pack: Pack, *, size: int, seed: int, unknown: float) -> Columns:
    """Return random valid cases; the arguments are those of `zhargy.norms.batch.population`.

    Days, numbers and sums hang together: they are drawn as scenes, each worked out from what the pack compares them
    with. In half of the cases most facts are those of an example of the pack: cases in which all elements of an
    offence meet by chance are too rare, and so are those in which just one is missing.
    """
    draw = _Draw(pack, size=size, seed=seed)
    facts = {
        fact.name: column
        for fact in pack.vocabulary.facts.values()
        if fact.type not in _LISTS and (column := draw.column(fact)) is not None
    }
    if unknown:
        share = 2 * unknown * draw.dice.random(size)
        facts = {name: hidden(column, packed(draw.dice.random(size) < share)) for name, column in facts.items()}
    return _valid(Columns(size=size, facts=_supplied(facts, pack)), pack.vocabulary)


class _Draw:
    """What is drawn for each case once, before its facts are."""

    def __init__(self, pack: Pack, *, size: int, seed: int) -> None:
        self.dice = np.random.default_rng(seed)
        self._size = size
        self._count = max(1, min(_SCENES, size // _CASES_IN_SCENE))
        self._scenes = Scenes(pack, chance=Random(seed), count=self._count)  # noqa: S311 - nothing is secret here
        self._scene: dict[str, npt.NDArray[np.int64]] = {}
        for group in self._scenes.groups():
            self._scene |= dict.fromkeys(group, self.dice.integers(self._count, size=size))
        self._examples = [supply(pack, facts) for facts in self._scenes.lawful(case.facts for case in pack.cases)]
        self._example = self.dice.integers(max(1, len(self._examples)), size=size)
        self._likeness = np.where(self.dice.random(size) < 0.5, self.dice.random(size) ** 0.25, 0.0)
        self._kept: dict[str, Bools] = {}

    def column(self, fact: Fact) -> Column | None:
        """Return the values of a fact: those of the examples where these are kept, drawn ones elsewhere."""
        drawn: Sequence[Value | None] = self._scenes.values(fact)
        told = [case.get(fact.name) for case in self._examples]
        if all(value is None for value in (*drawn, *told)):
            return None
        scene = self._scene.get(fact.name)
        chosen = self.dice.integers(len(drawn), size=self._size) if scene is None else scene
        is_told = np.array([value is not None for value in told] or [False], np.bool_)
        rows = np.where(is_told[self._example] & self._keeps(fact), len(drawn) + self._example, chosen)
        return taken(column_of([*drawn, *told], fact), rows)

    def _keeps(self, fact: Fact) -> Bools:
        """Return the cases that keep what an example says of a fact; what a table tells goes with its day."""
        name = fact.at or fact.name
        if name not in self._kept:
            self._kept[name] = self.dice.random(self._size) < self._likeness
        return self._kept[name]


def _supplied(facts: Mapping[str, Column], pack: Pack) -> dict[str, Column]:
    """Return the facts, those from a table being unknown wherever their day is."""
    found = dict(facts)
    for fact in pack.vocabulary.facts.values():
        day = facts.get(fact.at)
        if fact.supplied in pack.tables and fact.name in found and day is not None and day.unknown is not None:
            found[fact.name] = hidden(found[fact.name], day.unknown)
    return found


def _valid(columns: Columns, vocabulary: Vocabulary) -> Columns:
    """Return the cases without the facts that others rule out, or that cannot be so beside others."""
    facts = dict(columns.facts)
    for fact in vocabulary.facts.values():
        for needed in (fact.asked_if, fact.requires):
            if needed is not None and fact.name in facts:
                possible = _can_be_true(needed, Columns(size=columns.size, facts=facts), vocabulary)
                facts[fact.name] = hidden(facts[fact.name], ~possible)
    return Columns(size=columns.size, facts=facts)


def _can_be_true(expression: Expression, columns: Columns, vocabulary: Vocabulary) -> Words:
    """Return in which cases a condition is true or unknown; no norm is known to be met or not."""
    circuit = Circuit()
    met = {norm: circuit.test(FactName(name=norm)) for norm in norm_names(expression)}
    gate = condition(expression, circuit, met=met)
    lowering = Lowering(circuit, vocabulary=vocabulary, open_facts=openness_of(columns))
    return Program(lowering.steps, wanted=[lowering.can_be(gate, value=True)]).kept(columns)[0]
