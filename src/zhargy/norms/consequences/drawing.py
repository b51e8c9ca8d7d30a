"""Cases made up by chance for two laws at once: near the bounds and the examples of either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from zhargy.norms.batch import population
from zhargy.norms.expression import Expression
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.packs.relations import conditions_of
from zhargy.norms.vocabulary import Vocabulary

if TYPE_CHECKING:  # numpy is loaded by the first call
    from zhargy.norms.batch.columns import Columns


def drawn(packs: Sequence[Pack], *, size: int, seed: int) -> Columns:
    """Return random valid cases that have the facts of all packs.

    They are made up and say nothing about how often anything happens.

    Args:
        packs: The packs.
        size: How many cases.
        seed: The same seed gives the same cases.

    Raises:
        UsageError: N451, numpy is not installed.
    """
    return population(joined(packs), size=size, seed=seed)


def joined(packs: Sequence[Pack]) -> Pack:
    """Return one pack to draw cases from: the facts, conditions and examples of several, each condition once.

    It is no law: its norms do not find each other.

    Args:
        packs: The packs; a fact that two of them tell is one fact.
    """
    first = packs[0]
    facts = {name: fact for pack in reversed(packs) for name, fact in pack.vocabulary.facts.items()}
    norms: dict[str, Norm] = {}
    conditions: set[tuple[Expression, ...]] = set()
    for at, norm in ((at, norm) for at, pack in enumerate(packs) for norm in pack.norms.values()):
        told = tuple(conditions_of(norm))
        if told not in conditions:
            conditions.add(told)
            norms[f"{at}:{norm.id}"] = norm
    return replace(
        first,
        id="+".join(pack.id for pack in packs),
        vocabulary=Vocabulary(facts=facts),
        norms=norms,
        cases=tuple(case for pack in packs for case in pack.cases),
        editions=tuple(sorted({day for pack in packs for day in pack.editions})),
        tables={name: table for pack in reversed(packs) for name, table in pack.tables.items()},
        used={},
    )
