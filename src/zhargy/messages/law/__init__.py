"""Norms, facts, penalties and amounts in the words of the reader: what every interface says alike."""

from zhargy.messages.law.amounts import (
    ceiling_words,
    penalty_words,
    quantity_words,
    range_words,
    remarks_on,
    worth_words,
)
from zhargy.messages.law.words import LawWords, unit_name

__all__ = [
    "LawWords",
    "ceiling_words",
    "penalty_words",
    "quantity_words",
    "range_words",
    "remarks_on",
    "unit_name",
    "worth_words",
]
