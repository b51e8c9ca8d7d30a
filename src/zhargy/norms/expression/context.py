"""What an evaluation rests on: the facts, the things they list, and what is known of other norms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from zhargy.norms.expression.things import AmountOf, Bound, Field
from zhargy.norms.expression.trace import Operand, Trace
from zhargy.norms.expression.tree import Expression, FactName, Met
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Thing, Value, Vocabulary


class Asked(Protocol):
    """Who answers what another norm comes to, and whether a norm that speaks of things is met of some."""

    def truth(self, norm: str, things: Mapping[str, Thing]) -> Truth:
        """Return whether a norm is met of the things."""

    def operand(self, asked: AmountOf, things: Mapping[str, Thing]) -> Operand:
        """Return what a norm comes to for the things."""

    def parameters(self, norm: str) -> Iterable[str]:
        """Return the names of the things a norm speaks of."""


class Decides(Protocol):
    """What tells whether a condition holds."""

    def __call__(self, expression: Expression, context: Context) -> Trace:
        """Return the truth of a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What one evaluation rests on.

    Args:
        facts: Facts as `read_facts` returns them.
        vocabulary: The facts of the pack.
        met: Whether norms about the whole case are met; a missing one is asked for, or unknown.
        decide: What tells whether a condition inside a value holds.
        asked: Who answers for norms that speak of things; ``None``: nobody does.
        bound: The things by the names they were given.
        is_brief: Whether the parts of a condition that is decided are left out.
        index: The things of each list by their ids, filled when first asked for; it belongs to the facts.
        kept: What conditions came to, by their objects, which outlive it; ``None``: nothing is kept.
    """

    facts: Mapping[str, Value]
    vocabulary: Vocabulary
    met: Mapping[str, Truth]
    decide: Decides
    asked: Asked | None = None
    bound: Mapping[str, Thing] = field(default_factory=dict)
    is_brief: bool = False
    index: dict[str, Mapping[str, Thing]] = field(default_factory=dict)
    kept: dict[int, Trace] | None = None

    def members(self, things: str) -> tuple[Thing, ...] | None:
        """Return the things of a list, ``None`` when it was not given."""
        found = self.facts.get(things)
        return found if isinstance(found, tuple) else None

    def member(self, things: str, name: str) -> Thing | None:
        """Return one thing of a list."""
        if things not in self.index:
            self.index[things] = {thing.id: thing for thing in self.members(things) or ()}
        return self.index[things].get(name)

    def having(self, name: str, thing: Thing) -> Context:
        """Return the same context with one more thing named."""
        return replace(self, bound={**self.bound, name: thing}, kept=None)

    def follow(self, name: str, path: tuple[str, ...]) -> Value | None:
        """Return a field of a named thing, ``None`` where it or one on the way to it is not known."""
        thing: Thing | None = self.bound[name]
        value: Value | None = None
        for step in path:
            if thing is None:
                return None
            value = thing.fields.get(step)
            of = self.vocabulary.facts[thing.list].fields[step].of
            thing = self.member(of, value) if of and isinstance(value, str) else None
        return value

    def things_for(self, asked: Met | AmountOf) -> Mapping[str, Thing] | None:
        """Return the things another norm is asked about, ``None`` while one of them is not known."""
        if self.asked is None:
            return None
        given = {each.name: each.value for each in asked.given}
        found = {}
        for name in self.asked.parameters(asked.norm):
            thing = self.thing(given[name]) if name in given else self.bound.get(name)
            if thing is None:
                return None
            found[name] = thing
        return found

    def thing(self, expression: Expression) -> Thing | None:
        """Return the thing an expression names, ``None`` while it is not known."""
        match expression:
            case Bound(name=name):
                return self.bound.get(name)
            case Field(name=name, path=path):
                *way, last = path
                owner = self.bound[name] if not way else self.thing(Field(name=name, path=tuple(way)))
                value = None if owner is None else owner.fields.get(last)
                of = "" if owner is None else self.vocabulary.facts[owner.list].fields[last].of
                return self.member(of, value) if isinstance(value, str) else None
            case FactName(name=name):
                value, fact = self.facts.get(name), self.vocabulary.find(name)
                return self.member(fact.of, value) if fact is not None and isinstance(value, str) else None
            case _:
                return None
