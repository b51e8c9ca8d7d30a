"""Which branch of a sanction the facts call for."""

from __future__ import annotations

from dataclasses import dataclass

from zhargy.norms.evaluation.values import Outcome
from zhargy.norms.expression import Trace, evaluate
from zhargy.norms.packs.relations import branch_conditions
from zhargy.norms.sanctions import Sanction
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Which case of a sanction holds.

    Args:
        branch: Place of the case among those that `lay_out` returns: 0 for the sanction itself; ``None`` while it is
            open.
        open: The conditions not yet decided that it waits for, in their order.
    """

    branch: int | None
    open: tuple[Trace, ...] = ()


def taken(sanction: Sanction, outcome: Outcome, *, vocabulary: Vocabulary) -> Taken:
    """Return the case of a sanction that the facts call for.

    The first branch whose condition holds is taken, the sanction itself where none does. While an earlier condition is
    unknown it is open.

    Args:
        sanction: The sanction.
        outcome: What came of the facts.
        vocabulary: The facts of the pack.
    """
    waiting: list[Trace] = []
    met = {id_: found.met for id_, found in outcome.norms.items()} if sanction.branches else {}
    for place, condition in enumerate(branch_conditions(sanction), start=1):
        trace = evaluate(condition, outcome.facts, vocabulary=vocabulary, met=met)
        if trace.truth is Truth.TRUE:
            return Taken(branch=None, open=tuple(waiting)) if waiting else Taken(branch=place)
        if trace.truth is Truth.UNKNOWN:
            waiting.append(trace)
    return Taken(branch=None, open=tuple(waiting)) if waiting else Taken(branch=0)
