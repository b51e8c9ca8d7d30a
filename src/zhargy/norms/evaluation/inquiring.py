"""Norms asked about things: is this person a dependant of that one, what does the exemption come to.

A norm that speaks of things (`for` in the pack) is not true or false of a case as such; it is asked about some of them.
Each question is answered once and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import product

from zhargy.norms.expression import AmountOf, Operand, Reckoned, amount, evaluate
from zhargy.norms.packs.relations import defeaters
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.truth import Truth, conjunction, disjunction, negation
from zhargy.norms.vocabulary import Thing, Value

_NOTHING = Decimal(0)
_Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stipulation:
    """What is taken for granted: that a norm is met of some things, and what it comes to.

    Args:
        norm: Its element id.
        things: The id of each thing it speaks of, by its name.
        amount: What it comes to; ``None`` to have it reckoned.
    """

    norm: str
    things: Mapping[str, str] = field(default_factory=dict)
    amount: Reckoned | None = None


class Inquiry:
    """Answers about the norms of a pack on the facts of one case.

    Args:
        pack: A checked pack.
        facts: What is known.
        as_of: Day the law is read at.
        met: Whether norms about the whole case are met, as far as that is worked out.
        stipulations: What is taken for granted; it stands beside whatever the facts prove.

    Example:
        Whether a norm ``art_2`` with ``for: {child: persons}`` is met of the person called ``aru``::

            Inquiry(pack, facts, as_of=day).met("art_2", {"child": "aru"})
    """

    def __init__(
        self,
        pack: Pack,
        facts: Mapping[str, Value],
        *,
        as_of: date,
        met: Mapping[str, Truth] | None = None,
        stipulations: Sequence[Stipulation] = (),
    ) -> None:
        self._pack = pack
        self._facts = facts
        self._as_of = as_of
        self._closed = {} if met is None else met
        self._exceptions = defeaters(pack.norms)
        self._truths: dict[_Key, Truth] = {}
        self._operands: dict[_Key, Operand] = {}
        self._granted = {self._key(each.norm, each.things): each for each in stipulations}

    def met(self, norm: str, things: Mapping[str, str] | None = None) -> Truth:
        """Return whether a norm is met of these things; of those left out, whether it is of any."""
        return disjunction(self.truth(norm, each) for each in self._completions(norm, things or {}))

    def amounts(self, norm: str, things: Mapping[str, str] | None = None) -> tuple[Reckoned, ...]:
        """Return what a norm comes to where it is met of these things, once for each choice of those left out."""
        found = []
        for each in self._completions(norm, things or {}):
            value = self.operand(AmountOf(norm=norm), each).value
            if value is not None and self.truth(norm, each) is Truth.TRUE:
                found.append(value)
        return tuple(dict.fromkeys(found))

    def parameters(self, norm: str) -> Iterable[str]:
        """Return the names of the things a norm speaks of."""
        return self._pack.norms[norm].parameters

    def truth(self, norm: str, things: Mapping[str, Thing]) -> Truth:
        """Return whether a norm is met of the things."""
        if norm in self._closed:
            return self._closed[norm]
        key = self._key(norm, {name: thing.id for name, thing in things.items()})
        if key not in self._truths:
            self._truths[key] = self._judge(self._pack.norms[norm], key, things)
        return self._truths[key]

    def operand(self, asked: AmountOf, things: Mapping[str, Thing]) -> Operand:
        """Return what a norm comes to for the things; nothing where it is not met."""
        key = self._key(asked.norm, {name: thing.id for name, thing in things.items()})
        if key not in self._operands:
            self._operands[key] = self._reckon(asked, key, things)
        return self._operands[key]

    def _judge(self, norm: Norm, key: _Key, things: Mapping[str, Thing]) -> Truth:
        if key in self._granted:
            return Truth.TRUE
        if not norm.valid.holds(self._as_of):
            return Truth.FALSE
        elements = conjunction(self._elements(norm, things))
        if elements is Truth.FALSE:
            return elements
        exceptions = (self._pack.norms[each] for each in self._exceptions[norm.id])
        defeated = disjunction(self.truth(each.id, self._of(each, things)) for each in exceptions)
        return conjunction([elements, negation(defeated)])

    def _elements(self, norm: Norm, things: Mapping[str, Thing]) -> Iterable[Truth]:
        if norm.basic:
            yield self.truth(norm.basic, self._of(self._pack.norms[norm.basic], things))
        for expression in (norm.subject, norm.when):
            if expression is not None:
                yield evaluate(
                    expression,
                    self._facts,
                    vocabulary=self._pack.vocabulary,
                    met=self._closed,
                    asked=self,
                    bound=things,
                ).truth

    def _reckon(self, asked: AmountOf, key: _Key, things: Mapping[str, Thing]) -> Operand:
        norm, granted = self._pack.norms[asked.norm], self._granted.get(key)
        if granted is not None and granted.amount is not None:
            return Operand(expression=asked, value=granted.amount)
        truth = self.truth(norm.id, things)
        if truth is Truth.FALSE:
            return Operand(expression=asked, value=_NOTHING)
        if truth is Truth.UNKNOWN or norm.amount is None:
            return Operand(expression=asked, value=None, unknown_norms=(norm.id,))
        return self.reckoned(norm, things)

    def reckoned(self, norm: Norm, things: Mapping[str, Thing] | None = None) -> Operand:
        """Return what a norm comes to, whether or not it is met."""
        assert norm.amount is not None
        vocabulary, bound = self._pack.vocabulary, things or {}
        return amount(norm.amount, self._facts, vocabulary=vocabulary, met=self._closed, asked=self, bound=bound)

    def _of(self, norm: Norm, things: Mapping[str, Thing]) -> Mapping[str, Thing]:
        """Return the things that another norm speaks of, which are among those of the one at hand."""
        return {name: things[name] for name in norm.parameters}

    def _completions(self, norm: str, things: Mapping[str, str]) -> Iterable[Mapping[str, Thing]]:
        """Yield the things a norm can be asked about, those given and every choice of those left out."""
        choices = []
        for name, list_name in self._pack.norms[norm].parameters.items():
            members = self._facts.get(list_name)
            wanted = things.get(name)
            known = members if isinstance(members, tuple) else ()
            choices.append([(name, thing) for thing in known if wanted is None or thing.id == wanted])
        return (dict(chosen) for chosen in product(*choices))

    def _key(self, norm: str, things: Mapping[str, str]) -> _Key:
        return norm, tuple(things.get(name, "") for name in self._pack.norms[norm].parameters)
