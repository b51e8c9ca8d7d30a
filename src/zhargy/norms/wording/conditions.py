"""Conditions in words: one line for each thing that is asked, and the lines that say how they belong together."""

from __future__ import annotations

from typing import Final

from zhargy.norms.expression.things import Every, Some
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Choice,
    Comparison,
    Constant,
    Day,
    Expression,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Or,
    Sign,
    Within,
)
from zhargy.norms.vocabulary import FactType
from zhargy.norms.wording.terms import term
from zhargy.norms.wording.values import Clause, Words, label, named, quoted

_ORDER: Final = {
    Sign.LESS: "less",
    Sign.AT_MOST: "at_most",
    Sign.GREATER: "greater",
    Sign.AT_LEAST: "at_least",
}
_GATHERED: Final = {
    "words.all": "words.includes_all",
    "words.any": "words.includes_any",
}
_OPPOSITE: Final = {Sign.EQUAL: Sign.UNEQUAL, Sign.UNEQUAL: Sign.EQUAL}


def condition_words(condition: Expression, words: Words) -> Clause:
    """Return a condition in words.

    Args:
        condition: A checked condition.
        words: Words of the pack.
    """
    match condition:
        case And(parts=parts) | AllOf(parts=parts):
            return _several("words.all", parts, words)
        case Or(parts=parts) | AnyOf(parts=parts):
            return _several("words.any", parts, words)
        case AtLeast(count=count, parts=parts):
            return _several("words.at_least_of", parts, words, count=count)
        case Not(operand=operand):
            line = _line(operand, words, holds=False)
            return Clause(line) if line else Clause(words.say("words.not"), (condition_words(operand, words),))
        case Some(name=name, things=things, condition=inner):
            head = words.say("words.some", name=name, things=label(things, words))
            return Clause(head, (condition_words(inner, words),))
        case Every(name=name, things=things, condition=inner):
            head = words.say("words.every", name=name, things=label(things, words))
            return Clause(head, (condition_words(inner, words),))
        case _:
            line = _line(condition, words, holds=True)
            return Clause(line or term(condition, words, conditions=condition_words).alone)


def _several(key: str, parts: tuple[Expression, ...], words: Words, **params: object) -> Clause:
    if len(parts) == 1:
        return condition_words(parts[0], words)
    if key in _GATHERED and (line := _gathered(_GATHERED[key], parts, words)):
        return Clause(line)
    return Clause(words.say(key, **params), tuple(condition_words(part, words) for part in parts))


def _gathered(key: str, parts: tuple[Expression, ...], words: Words) -> str:
    """Return on one line what is asked of the choices of one set; an empty string where more is asked."""
    found = [part for part in parts if isinstance(part, Includes)]
    collections = [part.collection for part in found]
    if len(found) < len(parts) or collections.count(collections[0]) < len(parts):
        return ""
    options = ", ".join(_choice(part.collection, part.member, words) for part in found)
    return words.say(key, left=_left(collections[0], words), options=options)


def _line(condition: Expression, words: Words, *, holds: bool) -> str:
    """Return a condition, or its contrary, on one line; an empty string where that takes more."""
    match condition:
        case FactName(name=name):
            return words.say("words.yes" if holds else "words.no", fact=label(name, words))
        case Met(norm=norm):
            return words.say("words.met" if holds else "words.unmet", norm=named(norm, words))
        case Known(fact=name):
            return words.say("words.known" if holds else "words.unknown", fact=label(name, words))
        case Constant(value=value):
            return words.say("words.always" if value is holds else "words.never")
        case Within(operand=operand, options=options):
            told = ", ".join(_choice(operand, option, words) for option in options)
            key = "words.within" if holds else "words.not_within"
            return words.say(key, left=_left(operand, words), options=told)
        case Includes(collection=collection, member=member):
            key = "words.includes" if holds else "words.not_includes"
            return words.say(key, left=_left(collection, words), right=_choice(collection, member, words))
        case Comparison(left=left, sign=sign, right=right) if holds or not sign.is_order:
            return _comparison(left, sign if holds else _OPPOSITE[sign], right, words)
        case _:
            return ""


def _comparison(left: Expression, sign: Sign, right: Expression, words: Words) -> str:
    if isinstance(right, FactName) and not isinstance(left, FactName):
        left, sign, right = right, _MIRRORED.get(sign, sign), left
    if not sign.is_order:
        key = "words.equal" if sign is Sign.EQUAL else "words.unequal"
        return words.say(key, left=_left(left, words), right=_choice(left, right, words))
    told = term(right, words, conditions=condition_words, unit=_unit(left, words))
    if isinstance(right, Day) or _is_day(left, words):
        return words.say(f"words.day.{_ORDER[sign]}", left=_left(left, words), right=told.alone)
    value = told.least if sign is Sign.AT_LEAST else told.than
    return words.say(f"words.{_ORDER[sign]}", left=_left(left, words), right=value)


def _left(value: Expression, words: Words) -> str:
    match value:
        case FactName(name=name):
            return label(name, words)
        case Between(start=start, end=end):
            ends = [term(each, words, conditions=condition_words).alone for each in (start, end)]
            return words.say("words.span", start=ends[0], end=ends[1])
        case _:
            return term(value, words, conditions=condition_words).alone


def _choice(of: Expression, value: Expression, words: Words) -> str:
    """Return a value that stands beside a fact: a choice in the words the fact has for it."""
    if isinstance(value, Choice) and isinstance(of, FactName):
        return quoted(words.choice(of.name, value.value), words)
    return term(value, words, conditions=condition_words, unit=_unit(of, words)).alone


def _unit(value: Expression, words: Words) -> str:
    match value:
        case Between(span=span):
            return str(span)
        case FactName(name=name):
            fact = words.vocabulary.find(name)
            return fact.unit if fact is not None and fact.type is FactType.NUMBER else ""
        case _:
            return ""


def _is_day(value: Expression, words: Words) -> bool:
    fact = words.vocabulary.find(value.name) if isinstance(value, FactName) else None
    return fact is not None and fact.type is FactType.DATE


_MIRRORED: Final = {
    Sign.LESS: Sign.GREATER,
    Sign.GREATER: Sign.LESS,
    Sign.AT_MOST: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.AT_MOST,
}
