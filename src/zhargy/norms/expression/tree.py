"""The tree of an expression: conditions, and the values that conditions compare.

Nodes are equal when they say the same; the place they were read from does not count.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.node import Node
from zhargy.norms.expression.things import AmountOf, Bound, Count, Every, Field, Given, Some, Total
from zhargy.text.amounts import Currency


class Sign(StrEnum):
    """How two values are compared."""

    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    GREATER = ">"
    AT_LEAST = ">="

    @property
    def is_order(self) -> bool:
        """Whether it asks which of the two comes first."""
        return self not in {Sign.EQUAL, Sign.UNEQUAL}


class Span(StrEnum):
    """What the time between two days is counted in, whole ones only."""

    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant(Node):
    """``true`` or ``false``."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Node):
    """A number, with the name of its unit or without: ``18``, ``0.5``, ``18 years``."""

    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cash(Node):
    """A sum of money in major units: ``1000 KZT``."""

    value: Decimal
    currency: Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """One of the choices of a fact, in quotes: ``"official"``."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Node):
    """A date: ``2026-01-31``."""

    value: dt.date


Literal = Number | Percent | Cash | Choice | Day


@dataclass(frozen=True, slots=True, kw_only=True)
class FactName(Node):
    """A fact of the vocabulary: a condition when it is true or false, else a value."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Node):
    """One more term of a sum, added or taken away."""

    operand: Expression
    is_negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Node):
    """``first + … - …``, reckoned from the left."""

    first: Expression
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Node):
    """``a * b * …``."""

    factors: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Node):
    """``years between a and b``: the whole years, months or days from the first day to the second."""

    span: Span
    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    """``not …``."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class And(Node):
    """``a and b and …``."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or(Node):
    """``a or b or …``."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Node):
    """``all of (a, b, …)``."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Node):
    """``any of (a, b, …)``."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast(Node):
    """``at least 2 of (a, b, …)``."""

    count: int
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Node):
    """``a < b`` and its like."""

    left: Expression
    sign: Sign
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Within(Node):
    """``a in {x, y}``."""

    operand: Expression
    options: tuple[Literal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Includes(Node):
    """``a includes "x"``: a set holds a choice."""

    collection: Expression
    member: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Met(Node):
    """``met(art_4)``: another norm of the pack is met.

    Args:
        norm: Its element id.
        given: The things it is asked about, for a norm that speaks of things; those not given are the ones that bear
            the same name here.
    """

    norm: str
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Node):
    """``known(a)``: the fact has been given; while it has not, that is unknown, for it may still be."""

    fact: str


Condition = (
    Constant | Not | And | Or | AllOf | AnyOf | AtLeast | Comparison | Within | Includes | Met | Known | Some | Every
)
Operation = Sum | Product | Quotient | Between | Extreme | Conditional | Steps | Count | Total | AmountOf
Expression = Condition | Literal | Operation | FactName | Bound | Field
"""Any node but `Step` and `Given`, which stand inside others only."""
