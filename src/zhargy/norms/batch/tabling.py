"""Facts of single cases into columns, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import compress
from typing import Any, Final

import numpy as np

from zhargy.errors import UsageError
from zhargy.norms.batch import days
from zhargy.norms.batch.columns import (
    Bools,
    Choices,
    Column,
    Columns,
    Days,
    Integers,
    Numbers,
    Sets,
    Truths,
    Words,
    bits_for,
    narrowed,
    packed,
    unpacked,
)
from zhargy.norms.exact import EXACT
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

_WIDEST: Final = np.iinfo(np.int64)


def columns_of(cases: Sequence[Mapping[str, Value]], vocabulary: Vocabulary) -> Columns:
    """Return the facts of cases as columns.

    Args:
        cases: Facts as `zhargy.norms.facts.read_facts` gives them; one that is not named is unknown.
        vocabulary: The facts there are.

    Raises:
        UsageError: N452, a number has too many digits.
    """
    facts = {}
    for fact in vocabulary.facts.values():
        values = [case.get(fact.name) for case in cases]
        if any(value is not None for value in values):
            facts[fact.name] = column_of(values, fact)
    return Columns(size=len(cases), facts=facts)


def column_of(values: Sequence[Value | None], fact: Fact) -> Column:
    """Return the values of one fact as a column; ``None`` where it is unknown.

    Raises:
        UsageError: N452, a number has too many digits.
    """
    is_known: Bools = np.array([value is not None for value in values], np.bool_)
    unknown = None if is_known.all() else packed(~is_known)
    some = next(value for value in values if value is not None)
    given: list[Any] = [some if value is None else value for value in values]
    match fact.type:
        case FactType.BOOL:
            return Truths(values=packed(np.array(given, np.bool_) & is_known), unknown=unknown)
        case FactType.ENUM:
            places = {choice: place for place, choice in enumerate(fact.choices)}
            return choices_of(np.array([places[value] for value in given], np.int64), len(places), unknown=unknown)
        case FactType.SET:
            members = {
                choice: packed(np.array([choice in value for value in given]) & is_known) for choice in fact.choices
            }
            return Sets(members=members, unknown=unknown)
        case FactType.DATE:
            return Days(codes=_days(given), unknown=unknown)
        case FactType.NUMBER | FactType.MONEY:
            return _numbers(given, fact, unknown)
        case _:
            raise UsageError("N453", norm=fact.name)


def choices_of(places: Integers, count: int, *, unknown: Words | None) -> Choices:
    """Return places among so many choices as a column."""
    return Choices(bits=tuple(packed(places >> at & 1 == 1) for at in range(bits_for(count))), unknown=unknown)


def cases_of(columns: Columns, vocabulary: Vocabulary) -> Iterator[Mapping[str, Value]]:
    """Yield the facts of each case: what `columns_of` undoes."""
    read = {name: list(_values(column, vocabulary.facts[name], columns.size)) for name, column in columns.facts.items()}
    known = {name: _known(column.unknown, columns.size) for name, column in columns.facts.items()}
    for at in range(columns.size):
        yield {name: values[at] for name, values in read.items() if known[name][at]}


def _days(given: Iterable[date]) -> Any:
    return narrowed_days(np.array([days.code(day) for day in given], np.int32))


def narrowed_days(codes: Any) -> Any:
    """Return days filled up to a whole word."""
    return narrowed(codes).astype(np.int32)


def _numbers(given: Sequence[Decimal | Money], fact: Fact, unknown: Words | None) -> Numbers:
    exact = [Decimal(value.minor) if isinstance(value, Money) else value for value in given]
    scale = max((_digits_kept(number) for number in exact if number), default=0)
    whole = [int(EXACT.scaleb(number, scale)) for number in exact]
    if not _WIDEST.min <= min(whole) <= max(whole) <= _WIDEST.max:
        raise UsageError("N452", said=fact.name)
    return numbers(np.array(whole, np.int64), scale=scale, unknown=unknown)


def numbers(whole: Integers, *, scale: int, unknown: Words | None) -> Numbers:
    """Return whole numbers times a power of ten as a column."""
    least, most = (int(whole.min()), int(whole.max())) if whole.size else (0, 0)
    return Numbers(values=narrowed(whole), scale=scale, least=least, most=most, unknown=unknown)


def _digits_kept(number: Decimal) -> int:
    """Return how many digits behind the point a number has; less than nothing for zeros before it."""
    return -int(number.normalize(EXACT).as_tuple().exponent)


def _known(unknown: Words | None, size: int) -> Sequence[bool]:
    return [True] * size if unknown is None else [not each for each in unpacked(unknown, size=size).tolist()]


def _values(column: Column, fact: Fact, size: int) -> Iterator[Value]:
    match column:
        case Truths(values=values):
            yield from unpacked(values, size=size).tolist()
        case Choices(bits=bits):
            places = sum(
                (unpacked(each, size=size) * (1 << at) for at, each in enumerate(bits)), np.zeros(size, np.intp)
            )
            yield from (fact.choices[place] for place in places.tolist())
        case Sets(members=members):
            held = {choice: unpacked(bits, size=size).tolist() for choice, bits in members.items()}
            for flags in zip(*held.values(), strict=True) if held else ((),) * size:
                yield frozenset(compress(held, flags))
        case Days(codes=codes):
            told = {code: days.day_of(code) for code in np.unique(codes[:size]).tolist()}
            yield from (told[code] for code in codes[:size].tolist())
        case Numbers(values=values, scale=scale):
            yield from (_number(value, scale, fact) for value in values[:size].tolist())


def _number(value: int, scale: int, fact: Fact) -> Decimal | Money:
    number = EXACT.scaleb(Decimal(value), -scale)
    if fact.type is FactType.MONEY:
        return Money(minor=int(number), currency=Currency(fact.unit or Currency.KZT.value))
    return number
