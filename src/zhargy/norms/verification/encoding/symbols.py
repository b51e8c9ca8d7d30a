"""Facts as symbols of the solver, and back: what a fact is where the solver has found something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import z3

from zhargy.norms.verification.encoding.days import DayTerm, day_symbol, is_day
from zhargy.norms.verification.encoding.rails import Rail, Term, all_hold, decided, opposite
from zhargy.norms.verification.encoding.values import Choice, Choices, Content, Quantity, number_of
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

EARLIEST: Final = 1
LATEST: Final = 9999
_MINOR: Final = 100


class NoFiniteDecimal(Exception):
    """The solver found a number that has no end when it is written in decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A fact that can be anything.

    Args:
        fact: The fact.
        given: When it is known.
        truth: When it is true, for a fact that is true or false.
        content: What it is, for any other.
    """

    fact: Fact
    given: Term
    truth: Term = False
    content: Content | None = None

    @property
    def rail(self) -> Rail:
        """Its truth."""
        return decided(self.truth, given=self.given)

    def shape(self) -> Iterator[Term]:
        """Yield what makes it a value of its type."""
        match self.content:
            case Choice(chosen=chosen):
                terms = list(chosen.values())
                yield z3.Or(terms)
                yield from (z3.Or(z3.Not(one), z3.Not(two)) for at, one in enumerate(terms) for two in terms[:at])
            case DayTerm() as day:
                yield from is_day(day, first=EARLIEST, last=LATEST)
            case Quantity(number=number) if self.fact.type is FactType.MONEY:
                yield z3.IsInt(number)

    def bounds(self) -> Iterator[Term]:
        """Yield the bounds of a number or a sum."""
        if isinstance(self.content, Quantity):
            scale = _MINOR if self.fact.type is FactType.MONEY else 1
            if self.fact.least is not None:
                yield self.content.number >= number_of(self.fact.least * scale)
            if self.fact.most is not None:
                yield self.content.number <= number_of(self.fact.most * scale)

    def equals(self, value: Value) -> Term:
        """Return when it is known to be this value."""
        return all_hold([self.given, *self._same(value)])

    def _same(self, value: Value) -> Iterator[Term]:
        match self.content, value:
            case None, _:
                yield self.truth if value is True else opposite(self.truth)
            case Choice(chosen=chosen), str():
                yield chosen[value]
            case Choices(chosen=chosen), frozenset():
                yield from (term if each in value else z3.Not(term) for each, term in chosen.items())
            case DayTerm(year=year, month=month, day=day), dt.date():
                yield from (year == value.year, month == value.month, day == value.day)
            case Quantity(number=number), Money(minor=minor):
                yield number == minor
            case Quantity(number=number), Decimal():
                yield number == number_of(value)

    def value(self, model: Any) -> Value:
        """Return what it is in a model of the solver.

        Raises:
            NoFiniteDecimal: it is a number that cannot be written.
        """
        match self.content:
            case None:
                return _is_true(model, self.truth)
            case Choice(chosen=chosen):
                return next(each for each, term in chosen.items() if _is_true(model, term))
            case Choices(chosen=chosen):
                return frozenset(each for each, term in chosen.items() if _is_true(model, term))
            case DayTerm() as day:
                return dt.date(*(int(_found(model, part).as_long()) for part in (day.year, day.month, day.day)))
            case Quantity(number=number):
                return self._quantity(_found(model, number))

    def is_known(self, model: Any) -> bool:
        """Whether a model of the solver gives it."""
        return _is_true(model, self.given)

    def _quantity(self, number: Any) -> Decimal | Money:
        value = _decimal(number)
        if self.fact.type is not FactType.MONEY:
            return value
        return Money(minor=int(value), currency=Currency(self.fact.unit or Currency.KZT))


def symbols_of(vocabulary: Vocabulary, *, beside: Mapping[str, Symbol], apart: str) -> Mapping[str, Symbol]:
    """Return a symbol for each fact that is no thing; one that is already there is the same question and is shared.

    Args:
        vocabulary: The facts of a pack.
        beside: Symbols of the packs before it; a fact of the same name but of another type, unit or other choices asks
            something else.
        apart: What keeps such a fact apart from its namesake.
    """
    found = {}
    for name, fact in vocabulary.facts.items():
        if fact.type in {FactType.LIST, FactType.THING}:
            continue
        there = beside.get(name)
        found[name] = (
            there
            if there is not None and _same_question(there.fact, fact)
            else _symbol(fact, f"{apart}:{name}" if there is not None else name)
        )
    return found


def _same_question(one: Fact, other: Fact) -> bool:
    return (one.type, one.unit, set(one.choices)) == (other.type, other.unit, set(other.choices))


def _symbol(fact: Fact, name: str) -> Symbol:
    given = z3.Bool(f"{name}|given")
    chosen = {each: z3.Bool(f"{name}|is|{each}") for each in fact.choices}
    match fact.type:
        case FactType.ENUM:
            return Symbol(fact=fact, given=given, content=Choice(chosen=chosen))
        case FactType.SET:
            return Symbol(fact=fact, given=given, content=Choices(chosen=chosen))
        case FactType.DATE:
            return Symbol(fact=fact, given=given, content=day_symbol(name))
        case FactType.NUMBER | FactType.MONEY:
            return Symbol(fact=fact, given=given, content=Quantity(number=z3.Real(f"{name}|number")))
        case _:
            return Symbol(fact=fact, given=given, truth=z3.Bool(name))


def _found(model: Any, term: Term) -> Any:
    return model.eval(term, model_completion=True)


def _is_true(model: Any, term: Term) -> bool:
    return term if isinstance(term, bool) else bool(z3.is_true(_found(model, term)))


def _decimal(number: Any) -> Decimal:
    """Return a fraction in decimals.

    Raises:
        NoFiniteDecimal: it has none, or is no fraction at all.
    """
    if not z3.is_rational_value(number):
        raise NoFiniteDecimal(str(number))
    numerator, denominator = number.numerator_as_long(), number.denominator_as_long()
    digits = 0
    while (numerator * 10**digits) % denominator:
        digits += 1
        if digits > _LONGEST:
            raise NoFiniteDecimal(str(number))
    return Decimal(numerator * 10**digits // denominator).scaleb(-digits)


_LONGEST: Final = 30
