"""Values in words: facts, numbers, sums, days, and what is reckoned from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhargy.norms.exact import EXACT
from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.things import AmountOf, Bound, Count, Field, Total
from zhargy.norms.expression.tree import (
    Between,
    Cash,
    Choice,
    Day,
    Expression,
    FactName,
    Number,
    Product,
    Sum,
)
from zhargy.norms.vocabulary import FactType
from zhargy.norms.wording.values import Clause, Words, label, named, quoted
from zhargy.text import Language
from zhargy.text.amounts import Money, Period, Style, write_amount
from zhargy.text.amounts import Percent as Share
from zhargy.text.amounts import Unit as PeriodUnit
from zhargy.text.numerals import write_digits
from zhargy.text.quantities.wording import Place

Conditions = Callable[[Expression, Words], Clause]
"""Puts a condition into words."""

_PERIODS: Final = frozenset(PeriodUnit)


@dataclass(frozen=True, slots=True)
class Term:
    """A value in the forms that comparisons and ranges ask for.

    Args:
        alone: By itself.
        than: Behind «more than» and «from»: the ablative in Kazakh, the genitive in Russian.
        least: Behind «at least»: the base form in Kazakh, the genitive in Russian.
        up_to: Before or behind «up to»: the dative in Kazakh, the genitive in Russian; only amounts have it.
    """

    alone: str
    than: str
    least: str
    up_to: str = ""


def term(value: Expression, words: Words, *, conditions: Conditions, unit: str = "") -> Term:
    """Return a value in words.

    Args:
        value: Any expression that is no condition.
        words: Words of the pack.
        conditions: Puts the conditions inside it into words.
        unit: What a number without a unit counts.
    """
    match value:
        case Number(value=number, unit=own):
            return counted(number, own or unit, words)
        case Percent(value=number):
            share = Share(value=_whole(number))
            return _amounts(words, lambda place: write_amount(share, words.language, style=Style.DIGITS, place=place))
        case Cash(value=number, currency=currency):
            money = Money(minor=int(EXACT.scaleb(number, 2)), currency=currency)
            return _amounts(words, lambda place: write_amount(money, words.language, style=Style.DIGITS, place=place))
        case Product(factors=(Number(value=number), FactName(name=name))) if _is_index(name, words):
            return indices(number, words)
        case _:
            alone = _plain(value, words, conditions)
            return _other(alone, words)


def counted(number: Decimal, unit: str, words: Words) -> Term:
    """Return a number of a unit: a length of time in words of its own, any other with the unit behind it."""
    if unit in _PERIODS and number >= 0:
        period = Period(value=_whole(number), unit=PeriodUnit(unit))
        return _amounts(words, lambda place: write_amount(period, words.language, style=Style.DIGITS, place=place))
    alone = " ".join(filter(None, (write_digits(number, words.language), words.unit(unit))))
    return _other(alone, words)


def _plain(value: Expression, words: Words, conditions: Conditions) -> str:
    def inner(part: Expression) -> str:
        return term(part, words, conditions=conditions).alone

    match value:
        case FactName(name=name):
            return quoted(label(name, words), words)
        case Choice(value=choice):
            return quoted(choice, words)
        case Day(value=day):
            return day.isoformat()
        case Bound(name=name):
            return name
        case Field(name=name, path=path):
            return ".".join((name, *path))
        case Sum(first=first, steps=steps):
            return inner(first) + "".join(
                f" {'−' if step.is_negative else '+'} {inner(step.operand)}" for step in steps
            )
        case Product(factors=factors):
            return " × ".join(map(inner, factors))
        case Quotient(dividend=dividend, divisor=divisor):
            return f"{inner(dividend)} ÷ {inner(divisor)}"
        case _:
            return _said(value, words, conditions)


def _said(value: Expression, words: Words, conditions: Conditions) -> str:
    def inner(part: Expression) -> str:
        return term(part, words, conditions=conditions).alone

    match value:
        case Between(span=span, start=start, end=end):
            return words.say(f"words.span.{span}", start=inner(start), end=inner(end))
        case Extreme(way=way, parts=parts):
            return words.say(f"words.{way}", parts="; ".join(map(inner, parts)))
        case Steps(way=way, step=step, operand=operand):
            return words.say(f"words.steps.{way}", step=inner(step), operand=inner(operand))
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            told = {"condition": conditions(condition, words), "then": inner(then), "otherwise": inner(otherwise)}
            return words.say("words.if", **told)
        case Count(name=name, things=things, condition=condition):
            told = {"name": name, "things": label(things, words), "condition": conditions(condition, words)}
            return words.say("words.count", **told)
        case Total(name=name, things=things, condition=condition, value=summed):
            told = {"name": name, "things": label(things, words), "condition": conditions(condition, words)}
            return words.say("words.total", value=inner(summed), **told)
        case AmountOf(norm=norm):
            return words.say("words.amount", norm=named(norm, words))
        case _:
            return str(conditions(value, words))


def _is_index(name: str, words: Words) -> bool:
    """Whether a fact is the worth of the monthly calculation index."""
    fact = words.vocabulary.find(name)
    return fact is not None and fact.supplied == "mci" and fact.type is FactType.MONEY


def indices(number: Decimal, words: Words) -> Term:
    """Return a number of monthly calculation indices."""
    told = write_digits(number, words.language)
    return _amounts(words, lambda place: words.say(f"mci.{place}", number=told))


def _amounts(words: Words, write: Callable[[Place], str]) -> Term:
    least = Place.ALONE if words.language is Language.KK else Place.LOWER
    return Term(write(Place.ALONE), write(Place.LOWER), write(least), write(Place.UPPER))


def _other(alone: str, words: Words) -> Term:
    """Return a value that bears no endings; Kazakh puts a noun that does behind it."""
    return Term(alone, words.say("words.than", term=alone), alone)


def _whole(number: Decimal) -> int | Decimal:
    return int(number) if number == int(number) else number
