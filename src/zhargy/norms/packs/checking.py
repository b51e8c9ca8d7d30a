"""What can be seen only when all norms are read: names that lead nowhere, circles, conditions that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.norms.expression import ExpressionError, check, parse
from zhargy.norms.packs.relations import cycles
from zhargy.norms.packs.values import Norm
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.vocabulary import Vocabulary


def check_norms(norms: Mapping[str, Norm], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield what is wrong between norms: N259, N260, and what `zhargy.norms.expression.check` finds.

    Args:
        norms: Norms by id.
        vocabulary: Facts the conditions may name.
    """
    ids = frozenset(norms)
    for fact in vocabulary.facts.values():
        if fact.asked_if is not None:
            yield from check(fact.asked_if, vocabulary, norms=ids)
    strays = [problem for norm in norms.values() for problem in _strays(norm, ids)]
    yield from strays
    conditions = [problem for norm in norms.values() for problem in _conditions(norm, vocabulary, ids)]
    yield from conditions
    if not strays and not conditions:
        for circle in cycles(norms):
            params = {"cycle": " → ".join(circle)}
            yield Problem(code="N260", params=params, place=norms[min(circle)].place)


def _strays(norm: Norm, ids: frozenset[str]) -> Iterator[Problem]:
    named = [*([norm.basic] if norm.basic else []), *norm.defeats, *norm.exceptions, *norm.prevails_over]
    for name in named:
        if name not in ids:
            yield Problem(code="N259", params={"norm": name, "near": near_miss(name, ids)}, place=norm.place)


def _conditions(norm: Norm, vocabulary: Vocabulary, ids: frozenset[str]) -> Iterator[Problem]:
    for expression in (norm.subject, norm.when):
        if expression is not None:
            yield from check(expression, vocabulary, norms=ids)
    for branch in norm.sanction.branches if norm.sanction is not None else ():
        try:
            yield from check(parse(branch.when, place=norm.place), vocabulary, norms=ids)
        except ExpressionError as error:
            yield error.problem
