"""Values that conditions compare, each with when it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import z3

from zhargy.norms.verification.encoding.days import DayTerm
from zhargy.norms.verification.encoding.rails import Term, all_hold, one_holds


class NoFormula(Exception):
    """An expression for which there is no formula: it speaks of things, or of the amount of another norm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, or a sum of money in hundredths of its currency."""

    number: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice: for each there is, when it is the one."""

    chosen: Mapping[str, Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Several choices: for each there is, when it is among them."""

    chosen: Mapping[str, Term]


Content = Quantity | Choice | Choices | DayTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """A value.

    Args:
        content: What it is.
        given: When it is known; elsewhere `content` means nothing.
    """

    content: Content
    given: Term


def number_of(value: Decimal | int) -> Term:
    """Return a number exactly."""
    fraction = Fraction(value)
    return z3.Q(fraction.numerator, fraction.denominator)


def overlap(left: Mapping[str, Term], right: Mapping[str, Term]) -> Term:
    """Return when two have a choice in common."""
    return one_holds(all_hold([left[each], right[each]]) for each in left if each in right)
