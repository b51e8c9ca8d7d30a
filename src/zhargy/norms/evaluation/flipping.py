"""What would change a result: the smallest changes of the known facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from zhargy.norms.evaluation.plan import Plan
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.evaluation.reaching import known_facts
from zhargy.norms.evaluation.supplying import supply
from zhargy.norms.evaluation.values import Change, Flip, Outcome
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Money


def flips(plan: Plan, outcome: Outcome, *, norm: str) -> tuple[Flip, ...]:
    """Return the changes of one known fact, and of two where neither does alone, that change the result of a norm.

    For each fact (or pair) and each other result the nearest of the values worth trying is told.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts.
        norm: Element id of the norm.
    """

    def tried(changes: tuple[Change, ...]) -> Flip:
        facts = {**outcome.facts, **{change.fact: change.after for change in changes}}
        return Flip(changes=changes, result=plan.again(outcome, supply(plan.pack, facts)).norms[norm].result)

    before = outcome.norms[norm].result
    singles = [
        [tried((change,)) for change in nearest_changes(plan, outcome, fact)] for fact in known_facts(outcome, norm)
    ]
    idle = [[flip.changes[0] for flip in group if flip.result is before] for group in singles]
    pairs = [[tried(pair) for pair in product(*two)] for two in combinations(idle, 2)]
    return tuple(flip for group in (*singles, *pairs) for flip in _nearest(group, before))


def _nearest(group: Sequence[Flip], before: Truth) -> tuple[Flip, ...]:
    """Return the first of the changes that lead to each other result."""
    found: dict[Truth, Flip] = {}
    for flip in group:
        if flip.result is not before:
            found.setdefault(flip.result, flip)
    return tuple(found.values())


def nearest_changes(plan: Plan, outcome: Outcome, fact: str) -> Sequence[Change]:
    """Return the other values of a known fact that are worth trying, the nearest first.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts.
        fact: Name of the fact.
    """
    before = outcome.facts[fact]
    found = [
        Change(fact=fact, before=before, after=value)
        for value in probes(plan.pack, fact, outcome.facts)
        if value != before
    ]
    return sorted(found, key=lambda change: _distance(change.before, change.after))


def _distance(before: Value, after: Value) -> Decimal:
    if isinstance(before, date) and isinstance(after, date):
        return Decimal(abs((after - before).days))
    if isinstance(before, Money) and isinstance(after, Money):
        return Decimal(abs(after.minor - before.minor))
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        return abs(after - before)
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        return Decimal(len(before ^ after))
    return Decimal(0)
