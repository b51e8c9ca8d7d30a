"""Why a norm applies or does not: the proof as a tree, each step at its element id."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.evaluation.values import Explanation, NormOutcome, Outcome, StepKind
from zhargy.norms.packs.relations import mentioned
from zhargy.norms.truth import Truth


def explain(outcome: Outcome, norm: str) -> Explanation:
    """Return the proof of what came of a norm.

    Args:
        outcome: What came of the facts.
        norm: Element id of the norm.
    """
    found = outcome.norms[norm]
    special = (_met(outcome, each, StepKind.SPECIAL) for each in found.special)
    return Explanation(kind=StepKind.NORM, norm=norm, truth=found.result, steps=(*_steps(outcome, found), *special))


def _met(outcome: Outcome, norm: str, kind: StepKind) -> Explanation:
    """Explain whether a norm is met, not asking whether it gives way."""
    found = outcome.norms[norm]
    return Explanation(kind=kind, norm=norm, truth=found.met, steps=tuple(_steps(outcome, found)))


def _steps(outcome: Outcome, found: NormOutcome) -> Iterator[Explanation]:
    norm = found.norm.id
    yield Explanation(kind=StepKind.IN_FORCE, norm=norm, truth=Truth.TRUE if found.in_force else Truth.FALSE)
    if not found.in_force:
        return
    for kind, trace in ((StepKind.SUBJECT, found.subject), (StepKind.CONDITION, found.condition)):
        if trace is not None:
            yield Explanation(kind=kind, norm=norm, truth=trace.truth, trace=trace)
    for named in mentioned(found.norm):
        if named in outcome.norms:  # a norm that speaks of things is part of the condition that asks about them
            yield _met(outcome, named, StepKind.NAMED)
    if found.norm.basic:
        yield _met(outcome, found.norm.basic, StepKind.BASIC)
    for exception in found.exceptions:
        yield _met(outcome, exception, StepKind.EXCEPTION)
