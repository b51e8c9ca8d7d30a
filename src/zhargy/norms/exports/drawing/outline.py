"""A proof as lines with the truth of each, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhargy.norms.evaluation import Explanation, StepKind
from zhargy.norms.exact import EXACT
from zhargy.norms.expression import ExactMoney, Expression, Operand, Trace
from zhargy.norms.expression.tree import AllOf, And, AnyOf, AtLeast, Between, FactName, Met, Not, Or
from zhargy.norms.truth import Truth
from zhargy.norms.wording import Words, condition_words, counted, named
from zhargy.text.amounts import Money

MARKS: Final = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}
"""What stands before a line: it holds, it does not, it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A step of a proof in words.

    Args:
        text: The words.
        truth: How it came out.
        parts: What it rests on.
    """

    text: str
    truth: Truth
    parts: tuple[Line, ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Line]]:
        """Yield this line and all below it, each with its depth."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)


def outline(explanation: Explanation, words: Words) -> Line:
    """Return a proof in words.

    A norm that a condition names is explained below that condition, and only where it is first named. That a norm is
    law on the day goes without saying; that it is not is told.

    Args:
        explanation: The proof.
        words: Words of the reader's language.
    """
    return _Outline(words).step(explanation)


class _Outline:
    """Puts a proof into words and remembers which norms it has explained."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._explained: set[str] = set()

    def step(self, explanation: Explanation) -> Line:
        """Return a step that is about a norm, with those it rests on."""
        text = self._words.say(f"step.{explanation.kind}", norm=named(explanation.norm, self._words))
        if explanation.norm in self._explained:
            return Line(text=self._words.say("step.above", line=text), truth=explanation.truth)
        self._explained.add(explanation.norm)
        return Line(text=text, truth=explanation.truth, parts=tuple(self._parts(explanation)))

    def _parts(self, explanation: Explanation) -> Iterator[Line]:
        about = {step.norm: step for step in explanation.steps if step.kind is StepKind.NAMED}
        for step in explanation.steps:
            if step.trace is not None:
                yield self._condition(step.trace, about)
            elif step.kind is StepKind.IN_FORCE:
                if step.truth is not Truth.TRUE:
                    yield Line(
                        text=self._words.say("step.in_force", norm=named(step.norm, self._words)), truth=step.truth
                    )
            elif step.kind is not StepKind.NAMED:
                yield self.step(step)

    def _condition(self, trace: Trace, about: Mapping[str, Explanation]) -> Line:
        if isinstance(trace.expression, AllOf | AnyOf | And | Or | AtLeast) and len(trace.children) == 1:
            return self._condition(trace.children[0], about)
        clause = condition_words(trace.expression, self._words)
        if clause.parts:
            parts = tuple(self._condition(child, about) for child in trace.children)
            return Line(text=clause.text, truth=trace.truth, parts=parts)
        if (norm := _named_in(trace.expression)) in about:
            return self._met(clause.text, trace, about[norm])
        values = dict.fromkeys(_values(trace, self._words))
        told = self._words.say("words.given", line=clause.text, value=", ".join(values)) if values else clause.text
        return Line(text=told, truth=trace.truth)

    def _met(self, text: str, trace: Trace, explanation: Explanation) -> Line:
        """Return the line that names a norm, with its explanation below where that is the first time."""
        if explanation.norm in self._explained:
            return Line(text=self._words.say("step.above", line=text), truth=trace.truth)
        self._explained.add(explanation.norm)
        return Line(text=text, truth=trace.truth, parts=tuple(self._parts(explanation)))


def _named_in(expression: Expression) -> str:
    """Return the norm that a condition asks about, or its contrary; an empty string where it asks about none."""
    match expression:
        case Met(norm=norm) | Not(operand=Met(norm=norm)):
            return norm
        case _:
            return ""


def _values(trace: Trace, words: Words) -> Iterator[str]:
    """Yield what the facts were that a condition compared."""
    for operand in trace.operands:
        yield from _value(operand, words)
    for child in trace.children:
        yield from _values(child, words)


def _value(operand: Operand, words: Words) -> Iterator[str]:
    value = operand.value
    match operand.expression:
        case FactName(name=name) if isinstance(value, ExactMoney):
            yield words.value(name, Money(minor=int(EXACT.to_integral_value(value.minor)), currency=value.currency))
        case FactName(name=name) if value is not None and not isinstance(value, ExactMoney):
            yield words.value(name, value)
        case Between(span=span) if isinstance(value, Decimal):
            yield counted(value, str(span), words).alone
        case _:
            return
