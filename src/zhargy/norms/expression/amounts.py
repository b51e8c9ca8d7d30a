"""The nodes an amount is reckoned with beside sums and products: shares, the greater of two, brackets, whole steps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from zhargy.norms.expression.node import Node

if TYPE_CHECKING:  # the tree is made of these nodes
    from zhargy.norms.expression.tree import Expression


class Way(StrEnum):
    """Which of several values is taken."""

    LEAST = "least"
    GREATEST = "greatest"


class Whole(StrEnum):
    """Whether a step that is only begun counts."""

    FULL = "full"
    STARTED = "started"


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Node):
    """``15 %``: a share, fifteen hundredths."""

    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotient(Node):
    """``a / 2``: one of so many equal parts; the divisor is written, so that nothing need be rounded."""

    dividend: Expression
    divisor: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme(Node):
    """``least of (a, b)``, ``greatest of (a, b)``: of numbers, sums of money or days."""

    way: Way
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional(Node):
    """``if c then a else b``: one of two values; behind ``else`` may stand another ``if``."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Node):
    """``started steps of 2500 USD in a``: how many whole steps lie in a value, never less than none.

    Args:
        way: Whether the last one counts when it is only begun.
        step: Length of a step; it is written.
        operand: What is measured.
    """

    way: Whole
    step: Expression
    operand: Expression
