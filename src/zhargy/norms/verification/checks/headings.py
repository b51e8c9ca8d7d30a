"""Headings that promise more than the text keeps: a choice of a fact is named there that no norm ever takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import z3

from zhargy.model import Severity
from zhargy.norms.truth import Truth
from zhargy.norms.verification.elements import facts_of
from zhargy.norms.verification.encoding.rails import Term
from zhargy.norms.verification.encoding.symbols import Symbol
from zhargy.norms.verification.encoding.values import Choice, Choices
from zhargy.norms.verification.naming import names
from zhargy.norms.verification.sides import Claim, Side, applies, decided, own, witness
from zhargy.norms.verification.space import Space, Undecided
from zhargy.norms.verification.values import VerificationFinding, Witness
from zhargy.norms.vocabulary import FactType
from zhargy.text import Language


def wide_headings(space: Space) -> Iterator[VerificationFinding]:
    """Yield N410 of each article whose heading names a choice of a fact that its norms never take.

    Args:
        space: The space of cases.
    """
    articles: dict[str, list[Side]] = {}
    for side in own(space):
        if side.norm.sanction is not None or side.norm.heading:
            articles.setdefault(side.article, []).append(side)
    for members in articles.values():
        heading = next((side.norm.heading for side in members if side.norm.heading), {})
        if heading:
            yield from decided(_article, *members)


def _article(*members: Side) -> Iterator[VerificationFinding]:
    heading = next(side.norm.heading for side in members if side.norm.heading)
    first = members[0]
    reached = frozenset[str]().union(*map(_facts, members))
    for name, symbol in first.encoding.symbols.items():
        if name in reached and isinstance(symbol.content, Choice | Choices):
            yield from _fact(symbol, heading, members)


def _facts(side: Side) -> frozenset[str]:
    """Return the facts that a norm rests on."""
    conditions = [side.norm.when, *([side.norm.subject] if side.norm.subject is not None else [])]
    return frozenset[str]().union(*(facts_of(each, side.pack) for each in conditions))


def _fact(symbol: Symbol, heading: Mapping[Language, str], members: tuple[Side, ...]) -> Iterator[VerificationFinding]:
    """Yield the choices of one fact that are named and never taken, while another is."""
    promised = [choice for choice in symbol.fact.choices if _is_named(symbol, choice, heading)]
    idle = [choice for choice in promised if not _is_reached(symbol, choice, members)]
    taken = [choice for choice in symbol.fact.choices if choice not in idle and _is_reached(symbol, choice, members)]
    if not taken:
        return
    for choice in idle:
        yield _finding(symbol, choice, taken[0], members)


def _is_named(symbol: Symbol, choice: str, heading: Mapping[Language, str]) -> bool:
    """Whether most languages of the heading name a choice by its words."""
    found = [names(heading[each], symbol.fact.label_of(choice, each), language=each) for each in heading]
    return 2 * sum(found) > len(found)


def _is_reached(symbol: Symbol, choice: str, members: tuple[Side, ...]) -> bool:
    """Whether a norm can be met where the fact is this choice and no other."""
    return any(side.space.is_possible(side.rails.met.true, _only(symbol, choice)) for side in members)


def _only(symbol: Symbol, choice: str) -> Term:
    match symbol.content:
        case Choices(chosen=chosen):
            others = [z3.Not(term) for each, term in chosen.items() if each != choice]
            return z3.And([symbol.given, chosen[choice], *others])
        case Choice(chosen=chosen):
            return z3.And(symbol.given, chosen[choice])
        case _:
            return False


def _finding(symbol: Symbol, choice: str, taken: str, members: tuple[Side, ...]) -> VerificationFinding:
    label = {f"choice_{each}": symbol.fact.label_of(choice, each) for each in Language}
    return VerificationFinding(
        code="N410",
        severity=Severity.WARNING,
        norms=tuple(each.address for each in members),
        params={
            "norm": members[0].norm.id,
            "article": members[0].article,
            "fact": symbol.fact.name,
            "choice": choice,
            "taken": taken,
            **label,
        },
        witness=_near_miss(symbol, choice, taken, members),
    )


def _near_miss(symbol: Symbol, choice: str, taken: str, members: tuple[Side, ...]) -> Witness | None:
    """Return a case that the article punishes, and would not if the fact were the choice its heading names.

    Raises:
        Undecided: the interpreter does not say so.
    """
    side = next(each for each in members if _is_reached(symbol, taken, (each,)))
    found = witness(side.space, applies(side), _is_only(symbol, taken))
    if found is None:
        return None
    instead = frozenset({choice}) if symbol.fact.type is FactType.SET else choice
    changed = {**found.facts, symbol.fact.name: instead}
    outcome = side.space.plans[side.at].evaluate(changed, as_of=found.as_of)
    if any(outcome.norms[each.norm.id].met is Truth.TRUE for each in members):
        raise Undecided("a case was not confirmed")
    return found


def _is_only(symbol: Symbol, choice: str) -> Claim:
    """Claim that a fact is one choice and no other."""
    value = frozenset({choice}) if symbol.fact.type is FactType.SET else choice
    return Claim(
        term=_only(symbol, choice),
        confirmed=lambda outcomes: all(outcome.facts.get(symbol.fact.name) == value for outcome in outcomes[:1]),
    )
