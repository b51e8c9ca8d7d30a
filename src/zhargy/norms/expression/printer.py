"""From a tree to the words of the language, with as few parentheses as the grammar allows."""

from __future__ import annotations

from enum import IntEnum

from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.things import AmountOf, Bound, Count, Every, Field, Given, Some, Total
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Cash,
    Choice,
    Comparison,
    Constant,
    Day,
    Expression,
    FactName,
    Includes,
    Known,
    Literal,
    Met,
    Not,
    Number,
    Or,
    Product,
    Sum,
    Within,
)


class _Level(IntEnum):
    """The rule of the grammar that a node is read by; a higher one may stand where a lower one is asked for."""

    CONDITION = 0
    CLAUSE = 1
    COMPARISON = 2
    SUM = 3
    QUOTIENT = 4
    PRODUCT = 5
    PRIMARY = 6


def unparse(expression: Expression) -> str:
    """Return the text of an expression; reading it gives the same tree.

    Args:
        expression: A tree as `parse` makes them: two parts or more in ``and``, ``or``, sums and products, one or more
            in lists.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> unparse(parse("((a) and (not ((b < 18))))"))
        'a and not b < 18'
    """
    return _print(expression, _Level.CONDITION)


def _print(expression: Expression, least: _Level) -> str:
    text = _text(expression)
    return text if _level(expression) >= least else f"({text})"


def _level(expression: Expression) -> _Level:
    match expression:
        case And() | Or() | Conditional():
            return _Level.CONDITION
        case Comparison() | Within() | Includes() | Not(operand=Within()):
            return _Level.COMPARISON
        case Not():
            return _Level.CLAUSE
        case Sum():
            return _Level.SUM
        case Quotient():
            return _Level.QUOTIENT
        case Product():
            return _Level.PRODUCT
        case _:
            return _Level.PRIMARY


def _text(expression: Expression) -> str:
    match expression:
        case Number() | Percent() | Cash() | Choice() | Day():
            return _literal(expression)
        case FactName(name=name) | Bound(name=name):
            return name
        case Field(name=name, path=path):
            return ".".join((name, *path))
        case Sum() | Product() | Quotient() | Between():
            return _operation(expression)
        case Extreme() | Conditional() | Steps():
            return _amount(expression)
        case Some() | Every() | Count() | Total():
            return _gathering(expression)
        case _:
            return _condition(expression)


def _literal(literal: Literal) -> str:
    match literal:
        case Number(value=value, unit=unit):
            return f"{value:f} {unit}" if unit else f"{value:f}"
        case Percent(value=value):
            return f"{value:f} %"
        case Cash(value=value, currency=currency):
            return f"{value:f} {currency}"
        case Choice(value=choice):
            return f'"{choice}"'
        case Day(value=day):
            return day.isoformat()


def _operation(operation: Sum | Product | Quotient | Between) -> str:
    match operation:
        case Quotient(dividend=dividend, divisor=divisor):
            return f"{_print(dividend, _Level.PRODUCT)} / {_print(divisor, _Level.PRIMARY)}"
        case Sum(first=first, steps=steps):
            signed = (f" {'-' if step.is_negative else '+'} {_print(step.operand, _Level.QUOTIENT)}" for step in steps)
            return _print(first, _Level.QUOTIENT) + "".join(signed)
        case Product(factors=factors):
            return " * ".join(_print(factor, _Level.PRIMARY) for factor in factors)
        case Between(span=span, start=start, end=end):
            return f"{span} between {_print(start, _Level.PRIMARY)} and {_print(end, _Level.PRIMARY)}"


def _amount(amount: Extreme | Conditional | Steps) -> str:
    match amount:
        case Extreme(way=way, parts=parts):
            return f"{way} of {_list(parts)}"
        case Steps(way=way, step=step, operand=operand):
            return f"{way} steps of {_print(step, _Level.PRIMARY)} in {_print(operand, _Level.PRIMARY)}"
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            chosen = f"if {_print(condition, _Level.CONDITION)} then {_print(then, _Level.SUM)} else "
            return chosen + (
                _amount(otherwise) if isinstance(otherwise, Conditional) else _print(otherwise, _Level.SUM)
            )


def _gathering(gathering: Some | Every | Count | Total) -> str:
    each = f"{gathering.name} in {gathering.things} ({_print(gathering.condition, _Level.CONDITION)})"
    match gathering:
        case Some():
            return f"any {each}"
        case Every():
            return f"all {each}"
        case Count():
            return f"count of {each}"
        case Total(value=value):
            return f"sum over {each} of {_print(value, _Level.PRIMARY)}"


def _condition(expression: Expression) -> str:
    match expression:
        case And(parts=parts):
            return " and ".join(_print(part, _Level.CLAUSE) for part in parts)
        case Or(parts=parts):
            return " or ".join(_print(part, _Level.CLAUSE) for part in parts)
        case AllOf(parts=parts):
            return f"all of {_list(parts)}"
        case AnyOf(parts=parts):
            return f"any of {_list(parts)}"
        case AtLeast(count=count, parts=parts):
            return f"at least {count} of {_list(parts)}"
        case Not(operand=Within(operand=operand, options=options)):
            return f"{_print(operand, _Level.SUM)} not in {_braces(options)}"
        case Not(operand=operand):
            return f"not {_print(operand, _Level.CLAUSE)}"
        case _:
            return _test(expression)


def _test(expression: Expression) -> str:
    match expression:
        case Comparison(left=left, sign=sign, right=right):
            return f"{_print(left, _Level.SUM)} {sign} {_print(right, _Level.SUM)}"
        case Within(operand=operand, options=options):
            return f"{_print(operand, _Level.SUM)} in {_braces(options)}"
        case Includes(collection=collection, member=member):
            return f"{_print(collection, _Level.SUM)} includes {_print(member, _Level.PRIMARY)}"
        case Met(norm=norm, given=given):
            return f"met({norm}{_with(given)})"
        case AmountOf(norm=norm, given=given):
            return f"amount({norm}{_with(given)})"
        case Known(fact=fact):
            return f"known({fact})"
        case Constant(value=value):
            return "true" if value else "false"
        case _:
            raise TypeError(f"{type(expression).__name__} is no condition")


def _with(given: tuple[Given, ...]) -> str:
    named = ", ".join(f"{each.name} = {_print(each.value, _Level.PRIMARY)}" for each in given)
    return f" with {named}" if named else ""


def _list(parts: tuple[Expression, ...]) -> str:
    return f"({', '.join(_print(part, _Level.CONDITION) for part in parts)})"


def _braces(options: tuple[Literal, ...]) -> str:
    return "{" + ", ".join(_literal(option) for option in options) + "}"
