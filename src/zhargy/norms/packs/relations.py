"""How the norms of a pack hang together: what defeats, what gives way, what must be known first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from typing import Final

from zhargy.norms.expression import AmountOf, Expression, norm_names, parse, walk
from zhargy.norms.expression.tree import Met
from zhargy.norms.packs.values import Norm
from zhargy.norms.sanctions import Sanction

_AMOUNT: Final = "#amount"
"""What stands behind the id of a norm where not the norm but what it comes to is meant."""


def defeaters(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm the norms that are exceptions to it, told from either side, in the order of the act."""
    told: dict[str, set[str]] = {each.id: set(each.exceptions) for each in norms.values()}
    for other in norms.values():
        for defeated in other.defeats:
            told.setdefault(defeated, set()).add(other.id)
    return _in_order(told, norms)


def displacers(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm those it gives way to: its aggravated forms and the norms that prevail over it."""
    told: dict[str, set[str]] = {}
    for other in norms.values():
        for displaced in (other.basic, *other.prevails_over):
            told.setdefault(displaced, set()).add(other.id)
    return _in_order(told, norms)


def _in_order(told: Mapping[str, set[str]], norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm those told of it, in the order of the act."""
    at = {id_: number for number, id_ in enumerate(norms)}
    return {id_: tuple(sorted((each for each in told.get(id_, ()) if each in at), key=at.__getitem__)) for id_ in norms}


def mentioned(norm: Norm) -> tuple[str, ...]:
    """Return the ids of the norms that the conditions and the amount of `norm` name, in the order of the text."""
    told = (each for each in (norm.subject, norm.when, norm.amount) if each is not None)
    return tuple(dict.fromkeys(name for each in told for name in norm_names(each)))


def conditions_of(norm: Norm) -> Iterator[Expression]:
    """Yield the conditions under which a norm holds."""
    if norm.subject is not None:
        yield norm.subject
    yield norm.when


def branch_conditions(sanction: Sanction) -> Iterator[Expression]:
    """Yield the conditions of the branches of a sanction, in their order.

    Raises:
        ExpressionError: one cannot be read; a checked pack has none.
    """
    return (_parsed(branch.when) for branch in sanction.branches)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Expression:
    return parse(text)


def dependents(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return for each norm those whose being met hangs on it straight."""
    before = _deciding(norms)
    found: dict[str, list[str]] = {id_: [] for id_ in norms}
    for id_, norm in norms.items():
        for each in dict.fromkeys(_straight(norm.id, before)):
            found[each].append(id_)
    return {id_: tuple(each) for id_, each in found.items()}


def order_of(norms: Mapping[str, Norm]) -> tuple[str, ...]:
    """Return the ids so that each norm comes after all that decide whether it is met.

    Raises:
        CycleError: a norm hangs on itself.
    """
    return tuple(id_ for id_ in _sorted(_deciding(norms)) if id_ in norms)


def cycles(norms: Mapping[str, Norm]) -> tuple[tuple[str, ...], ...]:
    """Return a circle of norms that decide each other, and one of norms that each give way to the next, if any."""
    found = []
    for before in (_deciding(norms), displacers(norms)):
        try:
            _sorted(before)
        except CycleError as error:
            circle = (each.removesuffix(_AMOUNT) for each in error.args[1])
            found.append(tuple(id_ for id_, _ in groupby(circle)))
    return tuple(found)


def _deciding(norms: Mapping[str, Norm]) -> Mapping[str, tuple[str, ...]]:
    """Return what decides whether each norm is met, and what each amount is reckoned from: two things of one norm."""
    exceptions = defeaters(norms)
    found = {}
    for each in norms.values():
        told = _asked(conditions_of(each))
        found[each.id] = (*told, *([each.basic] if each.basic else []), *exceptions[each.id])
        if each.amount is not None:
            found[f"{each.id}{_AMOUNT}"] = (each.id, *_asked([each.amount]))
    return found


def _asked(expressions: Iterable[Expression]) -> Iterator[str]:
    for node in (node for expression in expressions for node in walk(expression)):
        if isinstance(node, Met):
            yield node.norm
        elif isinstance(node, AmountOf):
            yield f"{node.norm}{_AMOUNT}"


def _straight(id_: str, before: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the norms that decide one, those an amount is reckoned from among them."""
    waiting, seen = [id_], {id_}
    while waiting:
        for each in before.get(waiting.pop(), ()):
            if each in seen:
                continue
            seen.add(each)
            if each.endswith(_AMOUNT):
                waiting.append(each)
            else:
                yield each


def _sorted(before: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(TopologicalSorter(before).static_order())
