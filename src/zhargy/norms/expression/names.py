"""The facts and norms an expression names."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.expression.amounts import Conditional, Extreme, Quotient, Steps
from zhargy.norms.expression.things import AmountOf, Count, Every, Some, Total
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Comparison,
    Expression,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Or,
    Product,
    Sum,
    Within,
)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions right below one, in the order of the text.

    Example:
        >>> parts_of(Not(operand=FactName(name="a")))
        (FactName(name='a'),)
    """
    match expression:
        case And(parts=parts) | Or(parts=parts) | AllOf(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return parts
        case Not(operand=operand):
            return (operand,)
        case Comparison(left=left, right=right):
            return (left, right)
        case Within(operand=operand, options=options):
            return (operand, *options)
        case Includes(collection=collection, member=member):
            return (collection, member)
        case Sum(first=first, steps=steps):
            return (first, *(step.operand for step in steps))
        case Product(factors=factors):
            return factors
        case Between(start=start, end=end):
            return (start, end)
        case Met(given=given) | AmountOf(given=given):
            return tuple(each.value for each in given)
        case _:
            return _below(expression)


def _below(expression: Expression) -> tuple[Expression, ...]:
    """Return the parts of amounts and of what is said of things."""
    match expression:
        case Quotient(dividend=dividend, divisor=divisor):
            return (dividend, divisor)
        case Extreme(parts=parts):
            return parts
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Steps(step=step, operand=operand):
            return (step, operand)
        case Some(condition=condition) | Every(condition=condition) | Count(condition=condition):
            return (condition,)
        case Total(condition=condition, value=value):
            return (condition, value)
        case _:
            return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all below it, in the order of the text."""
    yield expression
    for part in parts_of(expression):
        yield from walk(part)


def fact_names(expression: Expression) -> tuple[str, ...]:
    """Return the facts an expression names, each once, in the order of the text.

    Example:
        >>> fact_names(And(parts=(FactName(name="b"), FactName(name="a"), FactName(name="b"))))
        ('b', 'a')
    """
    found: dict[str, None] = {}
    for node in walk(expression):
        match node:
            case FactName(name=name) | Known(fact=name):
                found[name] = None
            case Some(things=things) | Every(things=things) | Count(things=things) | Total(things=things):
                found[things] = None
            case _:
                pass
    return tuple(found)


def norm_names(expression: Expression) -> tuple[str, ...]:
    """Return the norms an expression asks about, each once, in the order of the text.

    Example:
        >>> norm_names(Not(operand=Met(norm="art_4")))
        ('art_4',)
    """
    return tuple(dict.fromkeys(node.norm for node in walk(expression) if isinstance(node, Met | AmountOf)))
