"""Conditions seen from the side of columns: values chosen by conditions taken out, things refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final

from zhargy.errors import UsageError
from zhargy.norms.expression import Expression, parts_of, walk
from zhargy.norms.expression.amounts import Conditional
from zhargy.norms.expression.node import Node
from zhargy.norms.expression.things import AmountOf, Bound, Count, Every, Field, Some, Total
from zhargy.norms.expression.tree import FactName
from zhargy.norms.packs.relations import conditions_of
from zhargy.norms.packs.values import Norm
from zhargy.norms.vocabulary import FactType, Vocabulary

_OF_THINGS: Final = (AmountOf, Bound, Count, Every, Field, Some, Total)


def refuse_things(norm: Norm, vocabulary: Vocabulary) -> None:
    """Refuse a norm that is about things in lists, or about the amount of another norm.

    Raises:
        UsageError: N453.
    """
    nodes = (node for expression in conditions_of(norm) for node in walk(expression))
    if norm.parameters or any(isinstance(node, _OF_THINGS) or _is_thing(node, vocabulary) for node in nodes):
        raise UsageError("N453", norm=norm.id)


def _is_thing(node: Expression, vocabulary: Vocabulary) -> bool:
    fact = vocabulary.find(node.name) if isinstance(node, FactName) else None
    return fact is not None and fact.type in {FactType.THING, FactType.LIST}


def conditionals(expression: Expression) -> Iterator[Conditional]:
    """Yield the values chosen by a condition that stand in an expression and in no other such value."""
    if isinstance(expression, Conditional):
        yield expression
        return
    for part in parts_of(expression):
        yield from conditionals(part)


def replaced(expression: Any, old: Node, new: Node) -> Any:
    """Return an expression with a part exchanged wherever it stands.

    Example:
        >>> from zhargy.norms.expression import parse, unparse
        >>> unparse(replaced(parse("a + b > a"), FactName(name="a"), FactName(name="c")))
        'c + b > c'
    """
    if expression == old:
        return new
    if isinstance(expression, tuple):
        return tuple(replaced(each, old, new) for each in expression)
    if not isinstance(expression, Node):
        return expression
    return replace(
        expression, **{each.name: replaced(getattr(expression, each.name), old, new) for each in fields(expression)}
    )
