"""Numbers of which no digit is lost."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context
from typing import Final

LONGEST_NUMBER: Final = 30
"""Digits of a number, before and behind the point together, that an expression or a fact may have."""

EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Adds and multiplies without rounding; the default context rounds behind the 28th digit and tells nobody.

Source:
    Python documentation, module `decimal`, frequently asked questions: arbitrary precision arithmetic.

Example:
    >>> from decimal import Decimal
    >>> EXACT.add(Decimal(10) ** 27, Decimal("0.01"))
    Decimal('1000000000000000000000000000.01')
"""
