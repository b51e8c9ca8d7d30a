"""Which facts can stand together: every case that the program takes, and none that it refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import z3

from zhargy.norms.packs.values import Pack
from zhargy.norms.sanctions import MciTable
from zhargy.norms.verification.encoding.conditions import Conditions
from zhargy.norms.verification.encoding.days import DayTerm, day_of
from zhargy.norms.verification.encoding.rails import Term, all_hold, one_holds, opposite
from zhargy.norms.verification.encoding.symbols import Symbol
from zhargy.norms.verification.encoding.values import Quantity, number_of
from zhargy.norms.vocabulary import Fact

_MINOR = 100


def shapes(symbols: Mapping[str, Symbol]) -> Iterator[Term]:
    """Yield what makes each fact a value of its type."""
    for symbol in symbols.values():
        yield from symbol.shape()


def limits(pack: Pack, symbols: Mapping[str, Symbol]) -> Iterator[Term]:
    """Yield what facts that are known must keep to: their bounds, their meaning beside the others, the tables.

    Args:
        pack: The pack.
        symbols: Its facts.
    """
    for symbol in symbols.values():
        kept = [*symbol.bounds(), *_requirement(symbol, symbols), *_table(pack, symbol, symbols)]
        yield z3.Implies(symbol.given, all_hold([*kept, opposite(_ruled_out(symbol.fact, symbols))]))


def complete(pack: Pack, symbols: Mapping[str, Symbol]) -> Iterator[Term]:
    """Yield that every fact is known that has a meaning beside the others.

    What is true of some facts stays true when more become known, so nothing true is missed.

    Args:
        pack: The pack.
        symbols: Its facts.
    """
    for symbol in symbols.values():
        rows = _rows(pack, symbol, symbols)
        tabled = True if rows is None else one_holds(rows)
        yield symbol.given == all_hold([opposite(_ruled_out(symbol.fact, symbols)), tabled])


def _ruled_out(fact: Fact, symbols: Mapping[str, Symbol]) -> Term:
    """Return when a fact has no meaning beside the others."""
    return False if fact.asked_if is None else Conditions(symbols).rail(fact.asked_if, {}).false


def _requirement(symbol: Symbol, symbols: Mapping[str, Symbol]) -> Iterator[Term]:
    """Yield that the condition which a fact requires is not false."""
    if symbol.fact.requires is not None:
        yield opposite(Conditions(symbols).rail(symbol.fact.requires, {}).false)


def _table(pack: Pack, symbol: Symbol, symbols: Mapping[str, Symbol]) -> Iterator[Term]:
    rows = _rows(pack, symbol, symbols)
    if rows is not None:
        yield one_holds(rows)


def _rows(pack: Pack, symbol: Symbol, symbols: Mapping[str, Symbol]) -> list[Term] | None:
    """Return for each row of the table a fact is supplied from, that the day is in it and the fact its worth."""
    table, day = pack.tables.get(symbol.fact.supplied), symbols.get(symbol.fact.at)
    if table is None or day is None or not isinstance(symbol.content, Quantity) or not isinstance(day.content, DayTerm):
        return None
    return list(_worths(table, day=day, content=symbol.content, known=day.content))


def _worths(table: MciTable, *, day: Symbol, content: Quantity, known: DayTerm) -> Iterator[Term]:
    for row in table.values:
        period = [
            *([known.rank >= day_of(row.valid.start).rank] if row.valid.start is not None else []),
            *([known.rank < day_of(row.valid.end).rank] if row.valid.end is not None else []),
        ]
        yield all_hold([day.given, *period, content.number == number_of(row.tenge * _MINOR)])
