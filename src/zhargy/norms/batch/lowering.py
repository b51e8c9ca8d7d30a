"""A circuit as straight steps over bits: for each truth, where it can be true and where it can be false.

Of a truth that may be unknown two columns of bits are reckoned, of one that hangs on facts known in every case only the
first: the other is its opposite. All gates of the three-valued logic come down to "and" and "or" of such columns:
a conjunction can be true where all its parts can, and can be false where one of them can.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhargy.norms.batch.circuit import (
    Circuit,
    Conjunction,
    Disjunction,
    Fixed,
    Gate,
    Negation,
    Selection,
    Test,
    Threshold,
)
from zhargy.norms.batch.columns import bits_for
from zhargy.norms.expression import Expression, fact_names
from zhargy.norms.expression.tree import Choice, Comparison, FactName, Includes, Known
from zhargy.norms.vocabulary import Vocabulary

ALL: Final = -1
"""Every case."""

NONE: Final = -2
"""No case."""


class Op(StrEnum):
    """What a step does."""

    VALUE = "value"
    UNKNOWN = "unknown"
    TEST = "test"
    NOT = "not"
    AND = "and"
    OR = "or"


class Openness(StrEnum):
    """In how many cases a fact is unknown."""

    NOWHERE = "nowhere"
    SOMEWHERE = "somewhere"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One column of bits.

    Args:
        op: How it comes about: read as the value of a fact or where it is unknown, tested, joined.
        of: Earlier steps it joins, by place.
        fact: Name of the fact that is read.
        choice: Which choice of a set is read.
        bit: Which bit of a choice is read.
        test: What is tested.
    """

    op: Op
    of: tuple[int, ...] = ()
    fact: str = ""
    choice: str = ""
    bit: int = 0
    test: Expression | None = None


class Lowering:
    """The steps of a circuit, built as truths are asked for.

    Args:
        circuit: The gates.
        vocabulary: The facts of the pack.
        open_facts: In how many cases each fact is unknown; one that is not named is unknown in all.
    """

    def __init__(self, circuit: Circuit, *, vocabulary: Vocabulary, open_facts: Mapping[str, Openness]) -> None:
        self.steps: list[Step] = []
        self._gates = circuit.gates
        self._vocabulary = vocabulary
        self._open_facts = open_facts
        self._places: dict[Step, int] = {}
        self._told: dict[tuple[int, bool], int] = {}
        self._decided: dict[int, bool] = {}

    def can_be(self, gate: int, *, value: bool) -> int:
        """Return the step that tells where a gate can be true, or can be false."""
        key = (gate, value)
        if key not in self._told:
            is_opposite = not value and self.is_decided(gate)
            self._told[key] = self._not(self.can_be(gate, value=True)) if is_opposite else self._lowered(gate, value)
        return self._told[key]

    def is_decided(self, gate: int) -> bool:
        """Whether a gate is true or false in every case, as far as its facts tell."""
        if gate not in self._decided:
            found = self._gates[gate]
            self._decided[gate] = (
                all(self._openness(name) is Openness.NOWHERE for name in fact_names(found.expression))
                if isinstance(found, Test)
                else all(map(self.is_decided, _below(found)))
            )
        return self._decided[gate]

    def _lowered(self, gate: int, value: bool) -> int:  # noqa: FBT001 - which of the two columns
        match self._gates[gate]:
            case Fixed(value=held):
                return ALL if held is value else NONE
            case Test(expression=expression):
                return self._tested(expression, value=value)
            case Negation(of=inner):
                return self.can_be(inner, value=not value)
            case Conjunction(of=parts):
                return self._joined(Op.AND if value else Op.OR, [self.can_be(part, value=value) for part in parts])
            case Disjunction(of=parts):
                return self._joined(Op.OR if value else Op.AND, [self.can_be(part, value=value) for part in parts])
            case Threshold(count=count, of=parts):
                needed = count if value else len(parts) - count + 1
                return self._enough(needed, [self.can_be(part, value=value) for part in parts])
            case Selection(by=by, then=then, otherwise=otherwise):
                return self._selected(by, self.can_be(then, value=value), self.can_be(otherwise, value=value))

    def _tested(self, expression: Expression, *, value: bool) -> int:
        unknown = self._joined(Op.OR, [self._unknown(name) for name in fact_names(expression)])
        if isinstance(expression, Known):
            return ALL if value else unknown
        if unknown == ALL:
            return ALL
        held = self._held(expression)
        return self._joined(Op.OR, [held if value else self._not(held), unknown])

    def _held(self, expression: Expression) -> int:
        """Return the step that tells where a test holds; where a fact of it is unknown it may tell anything."""
        match expression:
            case FactName(name=name):
                return self._step(Step(op=Op.VALUE, fact=name))
            case Includes(collection=FactName(name=name), member=Choice(value=choice)):
                return self._step(Step(op=Op.VALUE, fact=name, choice=choice))
            case Includes(collection=FactName(name=name), member=member):
                return self._joined(Op.OR, [self._member(name, choice, member) for choice in self._choices(name)])
            case Comparison(left=FactName() | Choice() as left, right=FactName() | Choice() as right):
                return self._same(left, right, expression)
            case _:
                return self._step(Step(op=Op.TEST, test=expression))

    def _member(self, name: str, choice: str, member: Expression) -> int:
        """Return where a set holds a choice and another fact is that choice."""
        held = self._step(Step(op=Op.VALUE, fact=name, choice=choice))
        return self._joined(Op.AND, [held, self._is(member, choice)])

    def _same(self, left: Expression, right: Expression, comparison: Expression) -> int:
        """Return where two choices are the same; facts of other types are tested."""
        named = [self._choices(side.name) for side in (left, right) if isinstance(side, FactName)]
        if not all(named):
            return self._step(Step(op=Op.TEST, test=comparison))
        if isinstance(right, Choice):
            return self._is(left, right.value)
        choices = self._choices(right.name) if isinstance(right, FactName) else ()
        return self._joined(Op.OR, [self._joined(Op.AND, [self._is(left, c), self._is(right, c)]) for c in choices])

    def _is(self, expression: Expression, choice: str) -> int:
        """Return where a value is a choice: where all bits of its place are those of the place of the choice."""
        if not isinstance(expression, FactName):
            return ALL if expression == Choice(value=choice) else NONE
        choices = self._choices(expression.name)
        if choice not in choices:
            return NONE
        place = choices.index(choice)
        bits = [self._step(Step(op=Op.VALUE, fact=expression.name, bit=at)) for at in range(bits_for(len(choices)))]
        return self._joined(Op.AND, [bit if place >> at & 1 else self._not(bit) for at, bit in enumerate(bits)])

    def _choices(self, name: str) -> tuple[str, ...]:
        return self._vocabulary.facts[name].choices

    def _unknown(self, name: str) -> int:
        match self._openness(name):
            case Openness.NOWHERE:
                return NONE
            case Openness.EVERYWHERE:
                return ALL
            case Openness.SOMEWHERE:
                return self._step(Step(op=Op.UNKNOWN, fact=name))

    def _openness(self, name: str) -> Openness:
        return self._open_facts.get(name, Openness.EVERYWHERE)

    def _enough(self, count: int, parts: Iterable[int]) -> int:
        """Return where at least `count` of some columns hold, taking them in one by one."""
        reached = [ALL, *[NONE] * count]
        for part in parts:
            for needed in range(count, 0, -1):
                with_part = self._joined(Op.AND, [part, reached[needed - 1]])
                reached[needed] = self._joined(Op.OR, [reached[needed], with_part])
        return reached[count]

    def _selected(self, by: int, then: int, otherwise: int) -> int:
        holds, fails = (self.can_be(by, value=value) for value in (True, False))
        sides = [self._joined(Op.AND, [holds, then]), self._joined(Op.AND, [fails, otherwise])]
        return self._joined(Op.OR, [*sides, *([] if self.is_decided(by) else [self._joined(Op.AND, [holds, fails])])])

    def _not(self, step: int) -> int:
        if step in {ALL, NONE}:
            return NONE if step == ALL else ALL
        found = self.steps[step]
        return found.of[0] if found.op is Op.NOT else self._step(Step(op=Op.NOT, of=(step,)))

    def _joined(self, op: Op, parts: Iterable[int]) -> int:
        idle, deciding = (ALL, NONE) if op is Op.AND else (NONE, ALL)
        left = list(dict.fromkeys(part for part in parts if part != idle))
        if deciding in left:
            return deciding
        if not left:
            return idle
        joined = left[0]
        for part in left[1:]:
            joined = self._step(Step(op=op, of=(min(joined, part), max(joined, part))))
        return joined

    def _step(self, step: Step) -> int:
        place = self._places.setdefault(step, len(self.steps))
        if place == len(self.steps):
            self.steps.append(step)
        return place


def _below(gate: Gate) -> tuple[int, ...]:
    match gate:
        case Negation(of=inner):
            return (inner,)
        case Conjunction(of=parts) | Disjunction(of=parts) | Threshold(of=parts):
            return parts
        case Selection(by=by, then=then, otherwise=otherwise):
            return (by, then, otherwise)
        case _:
            return ()
