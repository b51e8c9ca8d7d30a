"""The smallest changes of the facts that would change which offences apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from zhargy.norms.evaluation import Change, Outcome, Plan
from zhargy.norms.evaluation.flipping import nearest_changes
from zhargy.norms.qualification.trials import Standings, Tried
from zhargy.norms.qualification.values import (
    Turn,
)

_MOST_IN_PAIRS: Final = 10
"""Facts that are tried two by two where none turns the answer alone."""

_Found = Sequence[Tried]


def turns(found: _Found, *, at_once: int = 2) -> tuple[Turn, ...]:
    """Return the changes of one given fact that change which offences hold; of two where no fact does alone.

    Of the values of a fact that lead to the same offences only the nearest is told.

    Args:
        found: The packs of the law, each from its outcome on.
        at_once: How many facts may be changed at once: 1 or 2.
    """
    facts = list(dict.fromkeys(fact for each in found for fact in _given(each.plan, each.outcome)))
    singles = [turn for fact in facts for turn in _told(found, (fact,))]
    if singles or at_once < 2:
        return tuple(singles)
    pairs = combinations(facts[:_MOST_IN_PAIRS], 2)
    return tuple(turn for pair in pairs for turn in _told(found, pair))


def _given(plan: Plan, outcome: Outcome) -> Iterator[str]:
    """Yield the facts that people gave and a norm rests on; not the day of the deed: the law may be another then."""
    asked = {fact.name for fact in plan.pack.vocabulary.facts.values() if fact.is_asked} - {plan.pack.day}
    yield from (name for name in outcome.facts if name in asked and plan.resting_on(name))


def _told(found: _Found, facts: tuple[str, ...]) -> Iterator[Turn]:
    """Yield a turn for each set of offences that other values of some facts lead to, by the nearest value."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    before = [each.before for each in found]
    for changes in _changes(found, facts):
        changed = {change.fact: change.after for change in changes}
        after = [each.after(changed) for each in found]
        turn = _turn(changes, before, after)
        if (turn.gained or turn.lost) and (turn.gained, turn.lost) not in seen:
            seen.add((turn.gained, turn.lost))
            yield turn


def _changes(found: _Found, facts: tuple[str, ...]) -> Iterator[tuple[Change, ...]]:
    """Yield other values of the facts, those worth trying in any of the packs, the nearest first."""
    of_each = [
        dict.fromkeys(
            change
            for each in found
            if fact in each.plan.pack.vocabulary.facts
            for change in nearest_changes(each.plan, each.outcome, fact)
            if _is_near(change)
        )
        for fact in facts
    ]
    yield from product(*of_each)


def _is_near(change: Change) -> bool:
    """Whether a set differs in one choice, or is empty: from there every other can be come to."""
    before, after = change.before, change.after
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        return not after or len(before ^ after) == 1
    return True


def _turn(changes: tuple[Change, ...], before: Sequence[Standings], after: Sequence[Standings]) -> Turn:
    pairs = list(zip(before, after, strict=True))
    gained = {norm for old, new in pairs for norm in new.holding - old.holding}
    lost = {norm for old, new in pairs for norm in old.holding - new.holding}
    unsure = {norm for _, new in pairs for norm in lost & new.open}
    return Turn(changes=changes, gained=tuple(sorted(gained)), lost=tuple(sorted(lost)), unsure=tuple(sorted(unsure)))
