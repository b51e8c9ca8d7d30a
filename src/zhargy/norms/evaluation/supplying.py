"""Facts that the program supplies: what an index was worth on the day of another fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhargy.errors import NotFound
from zhargy.norms.packs.values import Pack
from zhargy.norms.sanctions import MciTable, MciValue
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

_TIYN = 100


def supply(pack: Pack, facts: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return the facts with those that the tables of the pack tell; what they told of other days is dropped.

    A day that is not known, or that the table has not, supplies nothing: the fact is unknown, never guessed.

    Args:
        pack: A checked pack.
        facts: What is known.
    """
    found = dict(facts)
    for fact in pack.vocabulary.facts.values():
        table = pack.tables.get(fact.supplied)
        if table is not None:
            found.pop(fact.name, None)
            told = worth(table, facts.get(fact.at))
            if told is not None:
                found[fact.name] = Money(minor=int(told.tenge * _TIYN), currency=Currency.KZT)
    return found


def worth(table: MciTable, day: Value | None) -> MciValue | None:
    """Return the worth that a table tells of a day, ``None`` where the day is not known or the table has it not.

    Args:
        table: Worth over time.
        day: The day, as a fact has it.
    """
    if not isinstance(day, date):
        return None
    try:
        return table.at(day)
    except NotFound:
        return None
