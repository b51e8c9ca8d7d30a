"""What can be seen of lists and of the norms that speak of their members only when all of them are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.norms.packs.values import Norm
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.vocabulary import FactType, Vocabulary


def check_things(
    norms: Mapping[str, Norm], vocabulary: Vocabulary, *, everything: Mapping[str, Norm]
) -> Iterator[Problem]:
    """Yield what is wrong with the things that norms and fields speak of.

    Args:
        norms: The norms of the pack itself.
        vocabulary: Facts of the pack.
        everything: All norms, those of used packs among them.

    Yields:
        N299 for a word that is no list, N291 for a name that is taken, N297 for an exception, a basic form or a special
        norm that speaks of other things than the norm it changes.
    """
    lists = [fact.name for fact in vocabulary.facts.values() if fact.type is FactType.LIST]
    for norm in norms.values():
        for name, things in norm.parameters.items():
            if things not in lists:
                params = {"name": things, "valid": ", ".join(lists), "near": near_miss(things, lists)}
                yield Problem(code="N299", params=params, place=norm.place)
            if vocabulary.find(name) is not None:
                yield Problem(code="N291", params={"name": name}, place=norm.place)
        yield from _relatives(norm, everything)
    for fact in vocabulary.facts.values():
        for each in (fact, *fact.fields.values()):
            if each.type is FactType.THING and each.of not in lists:
                params = {"name": each.of, "valid": ", ".join(lists), "near": near_miss(each.of, lists)}
                yield Problem(code="N299", params=params)


def _relatives(norm: Norm, everything: Mapping[str, Norm]) -> Iterator[Problem]:
    """Yield a problem for each pair of which the changing norm speaks of more things than the changed one."""
    changed = [(norm.id, each) for each in (*norm.defeats, *norm.prevails_over)]
    changed += [(each, norm.id) for each in norm.exceptions]
    changed += [(norm.basic, norm.id)] if norm.basic else []
    for changing, other in changed:
        if changing not in everything or other not in everything:
            continue
        known = everything[other].parameters
        strange = [name for name, things in everything[changing].parameters.items() if known.get(name) != things]
        if strange:
            params = {"norm": changing, "other": other, "name": ", ".join(strange)}
            yield Problem(code="N297", params=params, place=norm.place)
