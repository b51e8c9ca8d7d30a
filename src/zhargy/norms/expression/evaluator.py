"""Whether a condition holds, with its reasons and with what could still change it."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.reckoning import joined, reckon
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
from zhargy.norms.vocabulary import Fact, Value, Vocabulary

_COMPARED: Final[Mapping[Sign, Callable[[Any, Any], bool]]] = {
    Sign.EQUAL: operator.eq,
    Sign.UNEQUAL: operator.ne,
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.GREATER: operator.gt,
    Sign.AT_LEAST: operator.ge,
}


def evaluate(
    expression: Expression, facts: Mapping[str, Value], *, vocabulary: Vocabulary, met: Mapping[str, Truth]
) -> Trace:
    """Return whether a condition holds, as far as the facts tell.

    Args:
        expression: A condition that `check` found nothing wrong with; then nothing here is refused.
        facts: Facts as `read_facts` returns them; a missing one is unknown.
        vocabulary: The facts of the pack; one that the facts given rule out is not named as still open.
        met: Whether other norms are met; a missing one is unknown.

    Returns:
        The truth of the condition and of every condition in it.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> trace = evaluate(parse("a and (b or c)"), {"a": True}, vocabulary=Vocabulary(), met={})
        >>> trace.truth, trace.unknown
        (<Truth.UNKNOWN: 'unknown'>, ('b', 'c'))
    """
    return _Evaluation(facts=facts, vocabulary=vocabulary, met=met).condition(expression)


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


class _Evaluation:
    """The facts and norms one evaluation rests on."""

    def __init__(self, *, facts: Mapping[str, Value], vocabulary: Vocabulary, met: Mapping[str, Truth]) -> None:
        self._facts = facts
        self._vocabulary = vocabulary
        self._met = met

    def condition(self, expression: Expression) -> Trace:
        match expression:
            case Constant(value=value):
                return Trace(expression=expression, truth=Truth.of(value))
            case FactName(name=name):
                return self._fact(expression, name, Truth.of(self._facts.get(name)))
            case Known(fact=name):
                return self._fact(expression, name, Truth.TRUE if name in self._facts else Truth.UNKNOWN)
            case Met(norm=norm):
                truth = self._met.get(norm, Truth.UNKNOWN)
                return Trace(expression=expression, truth=truth, unknown_norms=() if truth.is_decided else (norm,))
            case Comparison() | Within() | Includes():
                return self._test(expression)
            case _:
                return self._joined(expression)

    def _fact(self, expression: Expression, name: str, truth: Truth) -> Trace:
        if truth.is_decided:
            return Trace(expression=expression, truth=truth, facts_used=(name,))
        return Trace(expression=expression, truth=truth, unknown=self._open((name,)))

    def _joined(self, expression: Expression) -> Trace:
        children = tuple(self.condition(part) for part in parts_of(expression))
        truth = _together(expression, [child.truth for child in children])
        open_children = () if truth.is_decided else children
        return Trace(
            expression=expression,
            truth=truth,
            children=children,
            facts_used=joined(child.facts_used for child in children),
            unknown=joined(child.unknown for child in open_children),
            unknown_norms=joined(child.unknown_norms for child in open_children),
        )

    def _test(self, expression: Comparison | Within | Includes) -> Trace:
        operands = tuple(reckon(part, self._facts) for part in parts_of(expression))
        truth = _tested(expression, operands)
        return Trace(
            expression=expression,
            truth=truth,
            operands=operands,
            facts_used=joined(operand.facts_used for operand in operands),
            unknown=() if truth.is_decided else self._open(joined(operand.unknown for operand in operands)),
        )

    def _open(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the facts among `names` that can still be given."""
        found = ((name, self._vocabulary.find(name)) for name in names)
        return tuple(name for name, fact in found if fact is None or not is_ruled_out(fact, self._facts))


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
