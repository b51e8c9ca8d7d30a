"""What an evaluation answers: the truth with its reasons."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from zhargy.norms.expression.tree import Expression
from zhargy.norms.truth import Truth
from zhargy.text.amounts import Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactMoney:
    """A sum as an expression reckons it: half a tiyn is not rounded away.

    Args:
        minor: Hundredths of the currency, whole or not.
        currency: Its currency.
    """

    minor: Decimal
    currency: Currency


Reckoned = Decimal | ExactMoney | dt.date | str | frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """A value that a condition looked at.

    Args:
        expression: What it is.
        value: Its value, ``None`` while a fact is missing.
        parts: The values it was reckoned from.
        facts_used: Given facts it rests on, in the order of the text.
        unknown: Missing facts it waits for, in the order of the text.
        unknown_norms: Norms not yet decided that it waits for, in the same way.
    """

    expression: Expression
    value: Reckoned | None
    parts: tuple[Operand, ...] = ()
    facts_used: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unknown_norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The truth of a condition and what it rests on.

    Args:
        expression: The condition.
        truth: Whether it holds.
        children: The conditions it is made of.
        operands: The values it compared.
        facts_used: Given facts it rests on, in the order of the text.
        unknown: Missing facts that could still change the truth, in the order of the text; none once it is decided.
            Each condition is looked at on its own: of ``a or not a`` the fact ``a`` is named.
        unknown_norms: Norms not yet decided that could still change the truth, in the same way.
    """

    expression: Expression
    truth: Truth
    children: tuple[Trace, ...] = ()
    operands: tuple[Operand, ...] = ()
    facts_used: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unknown_norms: tuple[str, ...] = ()
