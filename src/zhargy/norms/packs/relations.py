"""How the norms of a pack hang together: what defeats, what gives way, what must be known first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from zhargy.norms.expression import norm_names
from zhargy.norms.packs.values import Norm


def defeaters(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm the norms that are exceptions to it, told from either side, in the order of the act."""
    return {
        each.id: tuple(other.id for other in norms.values() if each.id in other.defeats or other.id in each.exceptions)
        for each in norms.values()
    }


def displacers(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm those it gives way to: its aggravated forms and the norms that prevail over it."""
    return {
        each.id: tuple(other.id for other in norms.values() if each.id == other.basic or each.id in other.prevails_over)
        for each in norms.values()
    }


def mentioned(norm: Norm) -> tuple[str, ...]:
    """Return the ids of the norms that the conditions of `norm` name, in the order of the text."""
    subject = () if norm.subject is None else norm_names(norm.subject)
    return tuple(dict.fromkeys([*subject, *norm_names(norm.when)]))


def order_of(norms: Mapping[str, Norm]) -> tuple[str, ...]:
    """Return the ids so that each norm comes after all that decide whether it is met.

    Raises:
        CycleError: a norm hangs on itself.
    """
    return _sorted(_deciding(norms))


def cycles(norms: Mapping[str, Norm]) -> tuple[tuple[str, ...], ...]:
    """Return a circle of norms that decide each other, and one of norms that each give way to the next, if any."""
    found = []
    for before in (_deciding(norms), displacers(norms)):
        try:
            _sorted(before)
        except CycleError as error:
            found.append(tuple(error.args[1]))
    return tuple(found)


def _deciding(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm those that decide whether it is met."""
    exceptions = defeaters(norms)
    return {
        each.id: (*mentioned(each), *([each.basic] if each.basic else []), *exceptions[each.id])
        for each in norms.values()
    }


def _sorted(before: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(TopologicalSorter(before).static_order())
