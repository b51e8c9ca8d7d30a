"""The facts that made a norm come out as it did: of several grounds, those that decided."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.evaluation import Outcome
from zhargy.norms.expression import Trace
from zhargy.norms.expression.tree import AllOf, And, AnyOf, AtLeast, Met, Or
from zhargy.norms.truth import Truth


def reasons(outcome: Outcome, norm: str) -> tuple[str, ...]:
    """Return the facts that decided a norm, the missing ones where it is not decided.

    Where one ground of several is enough, the others are left out: of ``pregnant or disabled`` only what holds.

    Args:
        outcome: What came of the facts.
        norm: Id of the norm.
    """
    return tuple(dict.fromkeys(_of_norm(outcome, norm, seen=frozenset())))


def _of_norm(outcome: Outcome, norm: str, *, seen: frozenset[str]) -> Iterator[str]:
    if norm in seen or norm not in outcome.norms:
        return
    for trace in outcome.norms[norm].traces:
        yield from _of_trace(outcome, trace, seen=seen | {norm})


def _of_trace(outcome: Outcome, trace: Trace, *, seen: frozenset[str]) -> Iterator[str]:
    if isinstance(trace.expression, Met):
        yield from _of_norm(outcome, trace.expression.norm, seen=seen)
        return
    if not trace.children:
        yield from trace.unknown if trace.truth is Truth.UNKNOWN else trace.facts_used
        return
    for child in _deciding(trace):
        yield from _of_trace(outcome, child, seen=seen)


def _deciding(trace: Trace) -> tuple[Trace, ...]:
    one_is_enough = {
        Truth.TRUE: isinstance(trace.expression, Or | AnyOf | AtLeast),
        Truth.FALSE: isinstance(trace.expression, And | AllOf),
        Truth.UNKNOWN: True,
    }
    if not one_is_enough[trace.truth]:
        return trace.children
    return tuple(child for child in trace.children if child.truth is trace.truth)
