"""Which fact is asked next: what is still open, in the order of the act; exceptions by how much they decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zhargy.norms.evaluation import Outcome, Plan, settled_by
from zhargy.norms.expression import Trace, evaluate, fact_names, parse
from zhargy.norms.expression.tree import Met
from zhargy.norms.packs.values import Norm, NormKind, Pack
from zhargy.norms.sanctions import lay_out
from zhargy.norms.truth import Truth

#: Norms with a consequence of their own, the weightiest kinds first: a pack is asked about the first it has.
_CONSEQUENCES: Final = (
    frozenset({NormKind.OFFENCE, NormKind.DUTY, NormKind.PROHIBITION, NormKind.PERMISSION, NormKind.POWER}),
    frozenset({NormKind.CLASSIFICATION, NormKind.GENERAL_RULE}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What an interview wants to know, and the unknown facts that could still decide it.

    Args:
        norm: Element id of the norm.
        elements: Facts of its elements, in the order of the text.
        exceptions: Facts of the exceptions to it and to the norms it gives way to.
        special: Facts of the elements of the norms it gives way to.
    """

    norm: str
    elements: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    special: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """All of them, those of the elements first."""
        return tuple(dict.fromkeys([*self.elements, *self.exceptions, *self.special]))


def wanted(pack: Pack) -> tuple[Norm, ...]:
    """Return the norms that an interview is about: those of the pack itself that have a consequence."""
    for kinds in _CONSEQUENCES:
        found = tuple(norm for norm in pack.own_norms.values() if norm.kind in kinds)
        if found:
            return found
    return tuple(pack.own_norms.values())


def aims(plan: Plan, outcome: Outcome) -> Iterator[Aim]:
    """Yield what is still open: the norms in the order of the act, then what their sanctions come to.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts known so far.
    """
    norms = wanted(plan.pack)
    for norm in norms:
        if outcome.norms[norm.id].result is Truth.UNKNOWN:
            yield _aim(outcome, norm.id)
    applying = [norm for norm in norms if outcome.norms[norm.id].result is Truth.TRUE]
    for norm in applying:
        yield Aim(norm=norm.id, elements=tuple(_of_branches(plan, outcome, norm)))
    yield from _of_person(plan, outcome, applying)


def next_of(aim: Aim, plan: Plan, outcome: Outcome, *, askable: frozenset[str]) -> str | None:
    """Return the fact to ask for an aim: elements in the order of the text, exceptions by how much they decide.

    Args:
        aim: The aim.
        plan: The pack made ready.
        outcome: What came of the facts known so far.
        askable: Facts that may be asked.
    """
    elements, exceptions, special = (
        [fact for fact in facts if fact in askable] for facts in (aim.elements, aim.exceptions, aim.special)
    )
    if not elements and len(exceptions) > 1:
        return max(exceptions, key=lambda fact: settled_by(plan, outcome, fact, (aim.norm,)))
    return next(iter([*elements, *exceptions, *special]), None)


def _aim(outcome: Outcome, norm: str) -> Aim:
    special = (fact for each in outcome.norms[norm].special for fact in _leaves(outcome, each, seen=set()))
    return Aim(
        norm=norm,
        elements=tuple(dict.fromkeys(_leaves(outcome, norm, seen=set()))),
        exceptions=tuple(dict.fromkeys(_of_exceptions(outcome, norm))),
        special=tuple(dict.fromkeys(special)),
    )


def _of_exceptions(outcome: Outcome, norm: str) -> Iterator[str]:
    for each in (norm, *outcome.norms[norm].special):
        for exception, truth in outcome.norms[each].exceptions.items():
            if truth is Truth.UNKNOWN:
                yield from _leaves(outcome, exception, seen=set())
                yield from _of_exceptions(outcome, exception)


def _leaves(outcome: Outcome, norm: str, *, seen: set[str]) -> Iterator[str]:
    """Yield the open facts of the elements of a norm and of the norms they name, in the order of the text."""
    found = outcome.norms[norm]
    if norm in seen or found.elements is not Truth.UNKNOWN:
        return
    seen.add(norm)
    if found.basic is Truth.UNKNOWN:
        yield from _leaves(outcome, found.norm.basic, seen=seen)
    for trace in found.traces:
        yield from _of_trace(outcome, trace, seen=seen)


def _of_trace(outcome: Outcome, trace: Trace, *, seen: set[str]) -> Iterator[str]:
    if trace.truth is not Truth.UNKNOWN:
        return
    if isinstance(trace.expression, Met):
        yield from _leaves(outcome, trace.expression.norm, seen=seen)
        yield from _of_exceptions(outcome, trace.expression.norm)
    elif trace.children:
        for child in trace.children:
            yield from _of_trace(outcome, child, seen=seen)
    else:
        yield from trace.unknown


def _of_branches(plan: Plan, outcome: Outcome, norm: Norm) -> Iterator[str]:
    """Yield the open facts that decide which branch of a sanction is taken; the first that holds is."""
    met = {each: found.met for each, found in outcome.norms.items()}
    for branch in norm.sanction.branches if norm.sanction is not None else ():
        trace = evaluate(parse(branch.when), outcome.facts, vocabulary=plan.pack.vocabulary, met=met)
        if trace.truth is Truth.TRUE:
            return
        yield from _of_trace(outcome, trace, seen=set())


def _of_person(plan: Plan, outcome: Outcome, applying: list[Norm]) -> Iterator[Aim]:
    """Yield the rules on the person that could still strike out or lower a penalty that is threatened."""
    kinds = {kind for norm in applying for kind in _kinds(norm)}
    for norm in plan.pack.norms.values():
        touches = bool(kinds & set(norm.bars)) or (norm.caps is not None and bool(kinds))
        if touches and outcome.norms[norm.id].result is Truth.UNKNOWN:
            yield _aim(outcome, norm.id)


def _kinds(norm: Norm) -> Iterator[str]:
    for case in lay_out(norm.sanction) if norm.sanction is not None else ():
        for alternative in case.alternatives:
            yield from (penalty.kind for penalty in alternative.penalties)


def first_of(plan: Plan, fact: str, *, known: frozenset[str], closed: frozenset[str]) -> str:
    """Return the fact to ask before `fact` has a meaning: itself, unless its own condition is not yet decided."""
    condition = plan.pack.vocabulary.facts[fact].asked_if
    for name in fact_names(condition) if condition is not None else ():
        if name not in known and name not in closed:
            return first_of(plan, name, known=known, closed=closed)
    return fact
