"""What can be seen of facts only beside all others and the norms: days, sources, questions that nobody looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Final

from zhargy.norms.expression import Expression, ExpressionError, fact_names, parse
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.heading import date_fact
from zhargy.norms.packs.relations import conditions_of
from zhargy.norms.packs.values import Norm
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.vocabulary import Fact, FactType, SuppliedByOffence, Vocabulary

_SUPPLIED_TYPES: Final[Mapping[str, FactType]] = {
    SuppliedByOffence.CATEGORY: FactType.ENUM,
    SuppliedByOffence.TAGS: FactType.SET,
    SuppliedByOffence.AGGRAVATED_FORM: FactType.BOOL,
}


def check_facts(
    told: Iterable[tuple[Fields, Fact]], *, vocabulary: Vocabulary, norms: Mapping[str, Norm]
) -> Iterator[Problem]:
    """Yield what is wrong with the facts of a pack itself.

    Args:
        told: The facts with the fields they were read from.
        vocabulary: These and those of the used packs.
        norms: All norms, those of used packs among them.

    Yields:
        N212 and N276 for a day or a source that does not fit the fact; N259 for a question of law about a norm there is
        not; N277 for one that no condition looks at.
    """
    named = frozenset(_named(norms.values()))
    for fields, fact in told:
        yield from date_fact(fact.at, vocabulary, fields.place("at"))
        if fact.supplied:
            yield from _source(fields, fact)
        for norm in fact.about:
            if norm not in norms:
                params = {"norm": norm, "near": near_miss(norm, norms)}
                yield Problem(code="N259", params=params, place=fields.place("norms"))
        if fact.is_reading and fact.name not in named:
            yield Problem(code="N277", params={"name": fact.name}, place=fields.place("name"))


def _source(fields: Fields, fact: Fact) -> Iterator[Problem]:
    expected = _SUPPLIED_TYPES.get(fact.supplied, FactType.MONEY)
    if fact.type is not expected:
        params = {"name": fact.name, "expected": expected.value, "found": fact.type.value}
        yield Problem(code="N276", params=params, place=fields.place("type"))


def _named(norms: Iterable[Norm]) -> Iterator[str]:
    """Yield the facts that the conditions of norms and of branches name."""
    for norm in norms:
        for condition in (*conditions_of(norm), *_branches(norm)):
            yield from fact_names(condition)


def _branches(norm: Norm) -> Iterator[Expression]:
    """Yield the conditions of the branches of its sanction that can be read; the others are told elsewhere."""
    for branch in norm.sanction.branches if norm.sanction is not None else ():
        with suppress(ExpressionError):
            yield parse(branch.when)
