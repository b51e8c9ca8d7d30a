"""Norms in words that a person reads: conditions, values, penalties, places.

The sentences come from outside (`Words`), so that this package knows no language; what it knows is their order and the
case each value stands in. Conditions become lines and lines below lines, never one long sentence.
"""

from zhargy.norms.wording.conditions import condition_words
from zhargy.norms.wording.penalties import penalty_words, sanction_words
from zhargy.norms.wording.terms import Term, counted
from zhargy.norms.wording.values import Clause, Words, label, named, quoted

__all__ = [
    "Clause",
    "Term",
    "Words",
    "condition_words",
    "counted",
    "label",
    "named",
    "penalty_words",
    "quoted",
    "sanction_words",
]
