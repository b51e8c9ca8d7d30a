"""The nodes that speak of things: members of a list, their fields, how many there are, what they come to together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhargy.norms.expression.node import Node

if TYPE_CHECKING:  # the tree is made of these nodes
    from zhargy.norms.expression.tree import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Node):
    """A thing by the name it was given: ``child`` in ``any child in children (…)``, or what a norm is asked about."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Node):
    """``child.birth``: a field of a thing; ``marriage.wife.birth`` where a field is a thing with fields of its own."""

    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Some(Node):
    """``any child in children (…)``: the condition holds of one thing of the list at least."""

    name: str
    things: str
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Every(Node):
    """``all child in children (…)``: the condition holds of each thing of the list."""

    name: str
    things: str
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Node):
    """``count of child in children (…)``: of how many things the condition holds."""

    name: str
    things: str
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Node):
    """``sum over p in payments (…) of p.amount``: what the things of which a condition holds come to together."""

    name: str
    things: str
    condition: Expression
    value: Expression


Gathering = Some | Every | Count | Total
"""A node that gives each thing of a list a name in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Node):
    """``taxpayer = parent``: what another norm is asked about."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountOf(Node):
    """``amount(art_4)``: what another norm comes to; nothing where it is not met.

    Args:
        norm: Its element id.
        given: The things it is asked about; those not given are the ones that bear the same name here.
    """

    norm: str
    given: tuple[Given, ...] = ()
