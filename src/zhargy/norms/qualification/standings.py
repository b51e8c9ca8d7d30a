"""Whether an offence stands on the facts, and whether it gives way.

An exception is for whoever relies on it to show: an offence whose elements are met stands while no exception is met,
and the exceptions that are still open are told with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.evaluation import NormOutcome, Outcome
from zhargy.norms.evaluation.reaching import awaited
from zhargy.norms.packs import NormKind
from zhargy.norms.packs.relations import mentioned
from zhargy.norms.truth import Truth


def offences_in(outcome: Outcome) -> Iterator[NormOutcome]:
    """Yield what came of each offence, in the order of the act."""
    yield from (found for found in outcome.norms.values() if found.norm.kind is NormKind.OFFENCE)


def stands(found: NormOutcome, outcome: Outcome) -> bool:
    """Whether all elements are met, those of its basic form among them, and no exception to either is."""
    if not found.in_force or any(trace.truth is not Truth.TRUE for trace in found.traces):
        return False
    if Truth.TRUE in found.exceptions.values():
        return False
    return not found.norm.basic or stands(outcome.norms[found.norm.basic], outcome)


def taking(found: NormOutcome, outcome: Outcome) -> tuple[str, ...]:
    """Return the ids of the norms that stand and that an offence gives way to, in the order of the act."""
    return tuple(norm for norm in found.special if stands(outcome.norms[norm], outcome))


def holds(found: NormOutcome, outcome: Outcome) -> bool:
    """Whether an offence stands and gives way to none that does."""
    return stands(found, outcome) and not taking(found, outcome)


def open_exceptions(found: NormOutcome, outcome: Outcome) -> tuple[str, ...]:
    """Return the ids of the exceptions to an offence or to its basic form that facts could still meet."""
    own = [norm for norm, truth in found.exceptions.items() if truth is Truth.UNKNOWN]
    basic = open_exceptions(outcome.norms[found.norm.basic], outcome) if found.norm.basic else ()
    return tuple(dict.fromkeys([*own, *basic]))


def elements_await(found: NormOutcome, outcome: Outcome) -> tuple[str, ...]:
    """Return the unknown facts, questions of law among them, that could still decide whether the elements are met."""
    if found.elements is not Truth.UNKNOWN:
        return ()
    own = [name for trace in found.traces if trace.truth is Truth.UNKNOWN for name in trace.unknown]
    asked = [norm for norm in mentioned(found.norm) if outcome.norms[norm].met is Truth.UNKNOWN]
    basic = elements_await(outcome.norms[found.norm.basic], outcome) if found.norm.basic else ()
    return tuple(dict.fromkeys([*own, *awaited(outcome, asked), *basic]))
