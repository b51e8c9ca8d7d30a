"""Which facts a result hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.evaluation.values import NormOutcome, Outcome
from zhargy.norms.packs.relations import mentioned
from zhargy.norms.truth import Truth


def open_facts(outcome: Outcome, norm: str) -> tuple[str, ...]:
    """Return the unknown facts that could still decide whether a norm applies, in the order of the proof.

    Empty where the result is decided: no further fact changes it.
    """
    if outcome.norms[norm].result is not Truth.UNKNOWN:
        return ()
    names = (
        name
        for found in _reached(outcome, norm)
        if found.met is Truth.UNKNOWN
        for trace in found.traces
        if trace.truth is Truth.UNKNOWN
        for name in trace.unknown
    )
    return tuple(dict.fromkeys(names))


def known_facts(outcome: Outcome, norm: str) -> tuple[str, ...]:
    """Return the known facts that the result of a norm was worked out from, in the order of the proof."""
    names = (name for found in _reached(outcome, norm) for trace in found.traces for name in trace.facts_used)
    return tuple(name for name in dict.fromkeys(names) if name in outcome.facts)


def _reached(outcome: Outcome, norm: str) -> Iterator[NormOutcome]:
    """Yield the norms that the result of one rests on, itself first."""
    seen: set[str] = set()
    waiting = [norm, *outcome.norms[norm].special]
    while waiting:
        each = waiting.pop(0)
        if each in seen:
            continue
        seen.add(each)
        found = outcome.norms[each]
        yield found
        basic = [found.norm.basic] if found.norm.basic else []
        waiting += [*mentioned(found.norm), *basic, *found.exceptions]
