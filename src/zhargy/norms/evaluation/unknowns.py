"""Which facts could still change the result, the most decisive first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zhargy.norms.evaluation.plan import Plan
from zhargy.norms.evaluation.probing import probes
from zhargy.norms.evaluation.reaching import asked_facts
from zhargy.norms.evaluation.supplying import supply
from zhargy.norms.evaluation.values import Outcome
from zhargy.norms.packs.values import NormKind
from zhargy.norms.truth import Truth

_AUXILIARY = frozenset({NormKind.DEFINITION, NormKind.EXCEPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownFact:
    """A fact that is not known and could still change the result.

    Args:
        fact: Its name.
        norms: Ids of the norms it could decide, in the order of the act.
        settles: How many norms an answer settles by itself, on average over the values worth trying.
    """

    fact: str
    norms: tuple[str, ...]
    settles: Fraction


def unknowns(plan: Plan, outcome: Outcome) -> tuple[UnknownFact, ...]:
    """Return the unknown facts that could still change a consequence, the most decisive first.

    Definitions and exceptions have no consequence of their own: they count through the norms that rest on them. Facts
    that settle equally much stand in the order in which the act comes to them.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts.
    """
    waiting: dict[str, list[str]] = {}
    for norm, found in outcome.norms.items():
        if found.norm.kind not in _AUXILIARY:
            for fact in asked_facts(outcome, norm, vocabulary=plan.pack.vocabulary):
                waiting.setdefault(fact, []).append(norm)
    found_facts = [
        UnknownFact(fact=fact, norms=tuple(norms), settles=settled_by(plan, outcome, fact, tuple(norms)))
        for fact, norms in waiting.items()
    ]
    return tuple(sorted(found_facts, key=lambda found: -found.settles))


def settled_by(plan: Plan, outcome: Outcome, fact: str, norms: tuple[str, ...]) -> Fraction:
    """Return how many of some norms an answer settles, on average over the values worth trying.

    Args:
        plan: The pack made ready.
        outcome: What came of the facts.
        fact: Name of an unknown fact.
        norms: Ids of the norms.
    """
    values = probes(plan.pack, fact, outcome.facts)
    settled = 0
    for value in values:
        tried = plan.again(outcome, supply(plan.pack, {**outcome.facts, fact: value}))
        settled += sum(tried.norms[norm].result is not Truth.UNKNOWN for norm in norms)
    return Fraction(settled, len(values)) if values else Fraction(0)
