"""Conditions that change nothing: without them the norm is met by the very same facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import z3

from zhargy.model import Severity
from zhargy.norms.expression import unparse, walk
from zhargy.norms.expression.tree import AllOf, And, AnyOf, AtLeast, Constant, Expression, Not, Or
from zhargy.norms.verification.sides import Side, decided, own
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import VerificationFinding


def redundant(space: Space) -> Iterator[VerificationFinding]:
    """Yield N407 for each condition in a norm that can be struck out.

    A condition counts as idle only where that is so for all facts there could be, missing ones and those the program
    would refuse among them: what the vocabulary alone makes idle is not held against the law.

    Args:
        space: The space of cases.
    """
    for side in own(space):
        yield from decided(_idle, side)


def _idle(side: Side) -> Iterator[VerificationFinding]:
    whole = side.encoding.condition(side.norm.when).true
    if not side.space.is_possible(whole, free=True):
        return  # never met, which is told elsewhere
    struck: list[Expression] = []
    for part, without in _variants(side.norm.when, lambda shorter: shorter):
        if any(part == inner for outer in struck for inner in walk(outer)):
            continue
        changed = side.encoding.condition(without).true
        if not side.space.is_possible(_differ(whole, changed), free=True):
            struck.append(part)
            yield VerificationFinding(
                code="N407",
                severity=Severity.WARNING,
                norms=(side.address,),
                params={"norm": side.norm.id, "condition": unparse(part)},
            )


def _variants(
    expression: Expression, put: Callable[[Expression], Expression]
) -> Iterator[tuple[Expression, Expression]]:
    """Yield each part that can be struck out, with the whole condition as it is without it.

    Args:
        expression: The condition, or a part of it.
        put: Puts another in its place and returns the whole.
    """
    match expression:
        case Not(operand=operand):
            yield from _variants(operand, lambda inner: put(replace(expression, operand=inner)))
        case And(parts=parts) | AllOf(parts=parts) | Or(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            neutral = Constant(value=isinstance(expression, And | AllOf))
            for at, part in enumerate(parts):
                if not isinstance(expression, AtLeast):
                    yield part, put(_with(expression, at, neutral))
                yield from _variants(part, partial(_put_at, expression, at, put))
        case _:
            return


def _put_at(
    expression: And | AllOf | Or | AnyOf | AtLeast, at: int, put: Callable[[Expression], Expression], inner: Expression
) -> Expression:
    return put(_with(expression, at, inner))


def _with(expression: And | AllOf | Or | AnyOf | AtLeast, at: int, part: Expression) -> Expression:
    parts = expression.parts
    return replace(expression, parts=(*parts[:at], part, *parts[at + 1 :]))


def _differ(one: object, other: object) -> object:
    if isinstance(one, bool) and isinstance(other, bool):
        return one is not other
    return z3.Xor(one, other)
