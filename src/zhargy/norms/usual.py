"""What holds in every case of a kind unless the case says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zhargy.norms.expression import Expression, evaluate, fact_names
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, Value, Vocabulary


def usual_beside(
    told: Mapping[str, Value], *, usual: Mapping[str, Value], silent: Collection[str], vocabulary: Vocabulary
) -> Mapping[str, Value]:
    """Return the usual facts that hold in a case beside what it tells.

    One that the case rules out is left out, and so is one that has a meaning only if another was that is left out.

    Args:
        told: What the case tells.
        usual: What holds unless a case says otherwise; in itself without contradiction.
        silent: Names on which it does not hold: those that the case tells, or tells to be unknown.
        vocabulary: The facts there are.

    Example:
        >>> from zhargy.norms.expression import parse
        >>> from zhargy.norms.vocabulary import FactType
        >>> armed = Fact(name="armed", type=FactType.BOOL)
        >>> loaded = Fact(name="loaded", type=FactType.BOOL, asked_if=parse("armed"))
        >>> facts = Vocabulary.of(armed, loaded)
        >>> usual = {"armed": True, "loaded": True}
        >>> usual_beside({"armed": False}, usual=usual, silent={"armed"}, vocabulary=facts)
        {}
        >>> usual_beside({}, usual=usual, silent={"armed"}, vocabulary=facts)
        {'loaded': True}
    """
    kept = {name: value for name, value in usual.items() if name not in silent}
    gone: frozenset[str] = frozenset()
    while out := {name for name in kept if _is_out(vocabulary.facts[name], {**told, **kept}, gone, vocabulary)}:
        gone |= out
        kept = {name: value for name, value in kept.items() if name not in out}
    return kept


def _is_out(fact: Fact, facts: Mapping[str, Value], gone: frozenset[str], vocabulary: Vocabulary) -> bool:
    conditions = (fact.asked_if, fact.requires)
    if any(each is not None and _truth(each, facts, vocabulary) is Truth.FALSE for each in conditions):
        return True
    asked_if = fact.asked_if
    if asked_if is None or gone.isdisjoint(fact_names(asked_if)):
        return False
    return _truth(asked_if, facts, vocabulary) is not Truth.TRUE


def _truth(condition: Expression, facts: Mapping[str, Value], vocabulary: Vocabulary) -> Truth:
    return evaluate(condition, facts, vocabulary=vocabulary, met={}).truth
