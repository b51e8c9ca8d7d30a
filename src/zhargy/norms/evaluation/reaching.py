"""Which facts a result hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhargy.norms.evaluation.values import NormOutcome, Outcome
from zhargy.norms.packs.relations import mentioned
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Vocabulary


def open_facts(outcome: Outcome, norm: str) -> tuple[str, ...]:
    """Return the unknown facts that could still decide whether a norm applies, in the order of the proof.

    Empty where the result is decided: no further fact changes it.

    Args:
        outcome: What came of the facts.
        norm: Element id of the norm.
    """
    if outcome.norms[norm].result is not Truth.UNKNOWN:
        return ()
    return awaited(outcome, (norm, *outcome.norms[norm].special))


def asked_facts(outcome: Outcome, norm: str, *, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the facts a person can be asked for that could still decide whether a norm applies.

    For a fact that a table supplies stands the day the table is read at; questions of law and what qualification finds
    are not asked.

    Args:
        outcome: What came of the facts.
        norm: Element id of the norm.
        vocabulary: The facts of the pack.
    """
    asked: dict[str, None] = {}
    for name in open_facts(outcome, norm):
        fact = vocabulary.find(name)
        for each in [name] if fact is None or fact.is_asked else [fact.at]:
            if each and each not in outcome.facts:
                asked[each] = None
    return tuple(asked)


def awaited(outcome: Outcome, norms: Iterable[str]) -> tuple[str, ...]:
    """Return the unknown facts, supplied ones and questions of law too, that could still decide whether norms are met.

    Args:
        outcome: What came of the facts.
        norms: Element ids.
    """
    names = (
        name
        for found in _reached(outcome, norms)
        if found.met is Truth.UNKNOWN
        for trace in found.traces
        if trace.truth is Truth.UNKNOWN
        for name in trace.unknown
    )
    return tuple(dict.fromkeys(names))


def known_facts(outcome: Outcome, norm: str) -> tuple[str, ...]:
    """Return the known facts that the result of a norm was worked out from, in the order of the proof."""
    names = (
        name
        for found in _reached(outcome, (norm, *outcome.norms[norm].special))
        for trace in found.traces
        for name in trace.facts_used
    )
    return tuple(name for name in dict.fromkeys(names) if name in outcome.facts)


def _reached(outcome: Outcome, norms: Iterable[str]) -> Iterator[NormOutcome]:
    """Yield norms and those that they rest on."""
    seen: set[str] = set()
    waiting = [*norms]
    while waiting:
        each = waiting.pop(0)
        if each in seen:
            continue
        seen.add(each)
        found = outcome.norms[each]
        yield found
        basic = [found.norm.basic] if found.norm.basic else []
        waiting += [*(named for named in mentioned(found.norm) if named in outcome.norms), *basic, *found.exceptions]
