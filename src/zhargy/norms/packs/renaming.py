"""The norms of a used pack under its alias: their ids and every mention of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from zhargy.norms.expression import parse, unparse
from zhargy.norms.expression.node import Node
from zhargy.norms.expression.tree import Expression
from zhargy.norms.packs.values import ALIAS_SIGN, Norm
from zhargy.norms.sanctions import Accessory, Alternative, Branch, Penalty, Sanction, Unit
from zhargy.norms.vocabulary import Fact

_Part = TypeVar("_Part", Sanction, Branch)
_Built = TypeVar("_Built")
_NORM: Final = "norm"
"""The field in which every node that asks about a norm names it."""


def under_alias(norms: Mapping[str, Norm], alias: str) -> Mapping[str, Norm]:
    """Return norms as a pack that uses theirs names them: ``art_3`` becomes ``general.art_3``, in conditions too.

    Args:
        norms: Norms by id; they name each other only.
        alias: What the using pack calls their pack.
    """

    def renamed(id_: str) -> str:
        return f"{alias}{ALIAS_SIGN}{id_}" if id_ in norms else id_

    return {renamed(id_): _norm(norm, renamed) for id_, norm in norms.items()}


def fact_under_alias(fact: Fact, alias: str) -> Fact:
    """Return a fact as a pack that uses its pack has it: a question of law is about norms under the alias."""
    return replace(fact, about=tuple(f"{alias}{ALIAS_SIGN}{norm}" for norm in fact.about))


def renamed_mentions(expression: Expression, renamed: Callable[[str], str]) -> Expression:
    """Return a condition that asks about norms by their new ids.

    Example:
        >>> unparse(renamed_mentions(parse("a and not met(art_3)"), "general.{}".format))
        'a and not met(general.art_3)'
    """
    return _rebuilt(expression, renamed)


def _rebuilt(node: _Built, renamed: Callable[[str], str]) -> _Built:
    if not isinstance(node, Node):
        return node
    changed: dict[str, Any] = {}
    for each in fields(node):
        value = getattr(node, each.name)
        if each.name == _NORM and isinstance(value, str):
            changed[each.name] = renamed(value)
        elif isinstance(value, Node):
            changed[each.name] = _rebuilt(value, renamed)
        elif isinstance(value, tuple):
            changed[each.name] = tuple(_rebuilt(item, renamed) for item in value)
    return replace(node, **changed)


def _norm(norm: Norm, renamed: Callable[[str], str]) -> Norm:
    return replace(
        norm,
        id=renamed(norm.id),
        when=renamed_mentions(norm.when, renamed),
        subject=None if norm.subject is None else renamed_mentions(norm.subject, renamed),
        amount=None if norm.amount is None else renamed_mentions(norm.amount, renamed),
        basic=renamed(norm.basic),
        defeats=tuple(map(renamed, norm.defeats)),
        exceptions=tuple(map(renamed, norm.exceptions)),
        prevails_over=tuple(map(renamed, norm.prevails_over)),
        sanction=None if norm.sanction is None else _sanction(norm.sanction, renamed),
    )


def _sanction(sanction: Sanction, renamed: Callable[[str], str]) -> Sanction:
    branches = tuple(
        replace(_part(branch, renamed), when=unparse(renamed_mentions(parse(branch.when), renamed)))
        for branch in sanction.branches
    )
    return replace(_part(sanction, renamed), branches=branches)


def _part(part: _Part, renamed: Callable[[str], str]) -> _Part:
    return replace(
        part,
        alternatives=tuple(_alternative(each, renamed) for each in part.alternatives),
        added=tuple(_penalty(each, renamed) for each in part.added),
        accessories=tuple(_accessory(each, renamed) for each in part.accessories),
    )


def _alternative(alternative: Alternative, renamed: Callable[[str], str]) -> Alternative:
    return replace(
        alternative,
        penalties=tuple(_penalty(each, renamed) for each in alternative.penalties),
        accessories=tuple(_accessory(each, renamed) for each in alternative.accessories),
    )


def _accessory(accessory: Accessory, renamed: Callable[[str], str]) -> Accessory:
    return replace(accessory, penalty=_penalty(accessory.penalty, renamed))


def _penalty(penalty: Penalty, renamed: Callable[[str], str]) -> Penalty:
    measure = penalty.measure
    if measure.unit is not Unit.TIMES_SANCTION:
        return penalty
    return replace(penalty, measure=replace(measure, of=renamed(measure.of)))
