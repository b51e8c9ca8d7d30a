"""Whether a condition holds, with its reasons and with what could still change it."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from zhargy.norms.expression.context import Asked, Context
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.reckoning import joined, reckon
from zhargy.norms.expression.things import Every, Field, Some
from zhargy.norms.expression.trace import ExactMoney, Operand, Reckoned, Trace
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Comparison,
    Constant,
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
from zhargy.norms.truth import Truth, at_least, conjunction, disjunction, negation
from zhargy.norms.vocabulary import Fact, Thing, Value, Vocabulary

_COMPARED: Final[Mapping[Sign, Callable[[Any, Any], bool]]] = {
    Sign.EQUAL: operator.eq,
    Sign.UNEQUAL: operator.ne,
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.GREATER: operator.gt,
    Sign.AT_LEAST: operator.ge,
}


def evaluate(
    expression: Expression,
    facts: Mapping[str, Value],
    *,
    vocabulary: Vocabulary,
    met: Mapping[str, Truth],
    asked: Asked | None = None,
    bound: Mapping[str, Thing] | None = None,
) -> Trace:
    """Return whether a condition holds, as far as the facts tell.

    Args:
        expression: A condition that `check` found nothing wrong with; then nothing here is refused.
        facts: Facts as `read_facts` returns them; a missing one is unknown.
        vocabulary: The facts of the pack; one that the facts given rule out is not named as still open.
        met: Whether other norms are met; a missing one is asked for, or unknown.
        asked: Who answers for norms that speak of things, and for amounts.
        bound: The things the condition itself is about, by their names.

    Returns:
        The truth of the condition and of every condition in it.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> trace = evaluate(parse("a and (b or c)"), {"a": True}, vocabulary=Vocabulary(), met={})
        >>> trace.truth, trace.unknown
        (<Truth.UNKNOWN: 'unknown'>, ('b', 'c'))
    """
    context = Context(
        facts=facts, vocabulary=vocabulary, met=met, decide=decide, asked=asked, bound=bound or {}, is_brief=bool(bound)
    )
    return decide(expression, context)


def amount(
    expression: Expression,
    facts: Mapping[str, Value],
    *,
    vocabulary: Vocabulary,
    met: Mapping[str, Truth],
    asked: Asked | None = None,
    bound: Mapping[str, Thing] | None = None,
) -> Operand:
    """Return what an amount comes to, as far as the facts tell; the arguments are those of `evaluate`.

    Example:
        >>> from decimal import Decimal
        >>> from zhargy.norms.expression.parser import parse
        >>> bracket = parse("if income <= 100 then income * 10 % else 10 + (income - 100) * 20 %")
        >>> amount(bracket, {"income": Decimal(150)}, vocabulary=Vocabulary(), met={}).value
        Decimal('20.00')
    """
    context = Context(
        facts=facts, vocabulary=vocabulary, met=met, decide=decide, asked=asked, bound=bound or {}, is_brief=bool(bound)
    )
    return reckon(expression, context)


def is_ruled_out(fact: Fact, facts: Mapping[str, Value]) -> bool:
    """Whether a fact has no meaning beside the others: the condition under which it is asked does not hold.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> from zhargy.norms.vocabulary import FactType
        >>> victim_age = Fact(name="victim.age", type=FactType.NUMBER, asked_if=parse("has_victim"))
        >>> is_ruled_out(victim_age, {"has_victim": False}), is_ruled_out(victim_age, {})
        (True, False)
    """
    if fact.asked_if is None:
        return False
    return evaluate(fact.asked_if, facts, vocabulary=Vocabulary(), met={}).truth is Truth.FALSE


def decide(expression: Expression, context: Context) -> Trace:
    """Return whether a condition holds in a context."""
    if context.kept is None:
        return _decided(expression, context)
    found = context.kept.get(id(expression))
    if found is None:
        found = context.kept[id(expression)] = _decided(expression, context)
    return found


def _decided(expression: Expression, context: Context) -> Trace:
    match expression:
        case Constant(value=value):
            return Trace(expression=expression, truth=Truth.of(value))
        case FactName(name=name):
            return _fact(expression, name, Truth.of(context.facts.get(name)), context)
        case Field(name=name, path=path):
            return _fact(expression, context.bound[name].list, Truth.of(context.follow(name, path)), context)
        case Known(fact=name):
            return _fact(expression, name, Truth.TRUE if name in context.facts else Truth.UNKNOWN, context)
        case Met(norm=norm):
            truth = _met(expression, context)
            return Trace(expression=expression, truth=truth, unknown_norms=() if truth.is_decided else (norm,))
        case Comparison() | Within() | Includes():
            return _test(expression, context)
        case Some() | Every():
            return _gathered(expression, context)
        case _:
            return _joined(expression, context)


def _met(asked: Met, context: Context) -> Truth:
    if asked.norm in context.met:
        return context.met[asked.norm]
    things = context.things_for(asked)
    return Truth.UNKNOWN if things is None or context.asked is None else context.asked.truth(asked.norm, things)


def _fact(expression: Expression, name: str, truth: Truth, context: Context) -> Trace:
    if truth.is_decided:
        return Trace(expression=expression, truth=truth, facts_used=(name,))
    return Trace(expression=expression, truth=truth, unknown=_open((name,), context))


def _joined(expression: Expression, context: Context) -> Trace:
    children: list[Trace] = []
    for part in parts_of(expression):
        children.append(decide(part, context))
        if context.is_brief and _settles(expression, children[-1].truth):
            break
    return _above(expression, _together(expression, [child.truth for child in children]), children)


def _settles(expression: Expression, truth: Truth) -> bool:
    """Whether a part of this truth decides the whole."""
    match expression:
        case And() | AllOf() | Every():
            return truth is Truth.FALSE
        case Or() | AnyOf() | Some():
            return truth is Truth.TRUE
        case _:
            return False


def _gathered(expression: Some | Every, context: Context) -> Trace:
    """Ask the condition of each thing of a list."""
    members = context.members(expression.things)
    if members is None:
        open_facts = _open((expression.things,), context)
        return Trace(expression=expression, truth=Truth.UNKNOWN, unknown=open_facts)
    children: list[Trace] = []
    for member in members:
        children.append(decide(expression.condition, context.having(expression.name, member)))
        if context.is_brief and _settles(expression, children[-1].truth):
            break
    truths = [child.truth for child in children]
    truth = disjunction(truths) if isinstance(expression, Some) else conjunction(truths)
    return _above(expression, truth, children, facts_used=(expression.things,))


def _above(expression: Expression, truth: Truth, children: list[Trace], *, facts_used: tuple[str, ...] = ()) -> Trace:
    open_children = () if truth.is_decided else tuple(children)
    return Trace(
        expression=expression,
        truth=truth,
        children=tuple(children),
        facts_used=joined([facts_used, *(child.facts_used for child in children)]),
        unknown=joined(child.unknown for child in open_children),
        unknown_norms=joined(child.unknown_norms for child in open_children),
    )


def _test(expression: Comparison | Within | Includes, context: Context) -> Trace:
    operands = tuple(reckon(part, context) for part in parts_of(expression))
    truth = _tested(expression, operands)
    unknown = () if truth.is_decided else joined(operand.unknown for operand in operands)
    norms = () if truth.is_decided else joined(operand.unknown_norms for operand in operands)
    return Trace(
        expression=expression,
        truth=truth,
        operands=operands,
        facts_used=joined(operand.facts_used for operand in operands),
        unknown=_open(unknown, context),
        unknown_norms=norms,
    )


def _open(names: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Return the facts among `names` that can still be given."""
    if not names:
        return ()
    found = ((name, context.vocabulary.find(name)) for name in names)
    return tuple(name for name, fact in found if fact is None or not is_ruled_out(fact, context.facts))


def _together(expression: Expression, truths: list[Truth]) -> Truth:
    match expression:
        case Not():
            return negation(truths[0])
        case And() | AllOf():
            return conjunction(truths)
        case Or() | AnyOf():
            return disjunction(truths)
        case AtLeast(count=count):
            return at_least(count, truths)
        case _:
            raise TypeError(f"{type(expression).__name__} is no condition; check() would have told")


def _tested(expression: Comparison | Within | Includes, operands: tuple[Operand, ...]) -> Truth:
    first, *others = (operand.value for operand in operands)
    if first is None or None in others:
        return Truth.UNKNOWN
    match expression:
        case Comparison(sign=sign):
            return Truth.of(_COMPARED[sign](_plain(first), _plain(others[0])))
        case Within():
            return Truth.of(first in others)
        case Includes():
            return Truth.of(isinstance(first, frozenset) and others[0] in first)


def _plain(value: Reckoned | None) -> Decimal | dt.date | str | frozenset[str] | None:
    return value.minor if isinstance(value, ExactMoney) else value
