"""JSON Schemas of the facts on which a condition is certainly true, or certainly false.

A condition is certainly false when no fact that is still missing could make it true; so each schema asks that the facts
it rests on have been given. What JSON Schema has no words for (days compared, sums other than nothing, norms) gives no
schema; then the schema of a larger condition says less, never something wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, Final

from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Cash,
    Choice,
    Comparison,
    Constant,
    Expression,
    FactName,
    Includes,
    Known,
    Not,
    Number,
    Or,
    Sign,
    Within,
)

Schema = dict[str, Any]

_OPPOSITE: Final = {
    Sign.EQUAL: Sign.UNEQUAL,
    Sign.UNEQUAL: Sign.EQUAL,
    Sign.LESS: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.LESS,
    Sign.GREATER: Sign.AT_MOST,
    Sign.AT_MOST: Sign.GREATER,
}
_MIRRORED: Final = {
    Sign.LESS: Sign.GREATER,
    Sign.GREATER: Sign.LESS,
    Sign.AT_MOST: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.AT_MOST,
}
_NUMBERS: Final = {
    Sign.LESS: "exclusiveMaximum",
    Sign.AT_MOST: "maximum",
    Sign.GREATER: "exclusiveMinimum",
    Sign.AT_LEAST: "minimum",
}
#: A sum that is nothing, less, or more, as it is written: ``-0.50 KZT``.
_NOTHING: Final = "^-?[0.]+ "
_LESS: Final = "^-(?=[0-9.]*[1-9])"
_MORE: Final = "^(?=[0-9.]*[1-9])[0-9]"
_SUMS: Final = {
    Sign.EQUAL: (_NOTHING,),
    Sign.UNEQUAL: (_LESS, _MORE),
    Sign.LESS: (_LESS,),
    Sign.AT_MOST: (_LESS, _NOTHING),
    Sign.GREATER: (_MORE,),
    Sign.AT_LEAST: (_MORE, _NOTHING),
}


def decided(condition: Expression, *, truth: bool) -> Schema | None:
    """Return the schema of the facts on which a condition certainly has a truth, ``None`` where none can be written.

    Args:
        condition: A checked condition.
        truth: The truth it must have.

    Example:
        >>> from zhargy.norms.expression import parse
        >>> decided(parse("permit.held"), truth=False)
        {'properties': {'permit.held': {'const': False}}, 'required': ['permit.held']}
        >>> decided(parse("offender.birth < act.day"), truth=False) is None
        True
    """
    match condition:
        case Constant(value=value):
            return {} if value is truth else None
        case FactName(name=name):
            return _given(name, {"const": truth})
        case Not(operand=operand):
            return decided(operand, truth=not truth)
        case And(parts=parts) | AllOf(parts=parts):
            return _at_least(len(parts) if truth else 1, parts, truth=truth)
        case Or(parts=parts) | AnyOf(parts=parts):
            return _at_least(1 if truth else len(parts), parts, truth=truth)
        case AtLeast(count=count, parts=parts):
            return _at_least(count if truth else len(parts) - count + 1, parts, truth=truth)
        case _:
            return _test(condition, truth=truth)


def _test(condition: Expression, *, truth: bool) -> Schema | None:
    match condition:
        case Known(fact=name):
            return _given(name, {"not": {"type": "null"}}) if truth else None
        case Includes(collection=FactName(name=name), member=Choice(value=choice)):
            held = {"contains": {"const": choice}}
            return _given(name, {"type": "array", **(held if truth else {"not": held})})
        case Within(operand=FactName(name=name), options=options):
            choices = [each.value for each in options if isinstance(each, Choice)]
            return _chosen(name, choices, truth=truth) if len(choices) == len(options) else None
        case Comparison(left=FactName(name=name), sign=sign, right=right):
            return _compared(name, sign if truth else _OPPOSITE[sign], right)
        case Comparison(left=left, sign=sign, right=FactName(name=name)):
            turned = _MIRRORED.get(sign, sign)
            return _compared(name, turned if truth else _OPPOSITE[turned], left)
        case _:
            return None


def _compared(name: str, sign: Sign, value: Expression) -> Schema | None:
    match value:
        case Choice(value=choice) if not sign.is_order:
            return _chosen(name, [choice], truth=sign is Sign.EQUAL)
        case Number(value=number):
            if sign.is_order:
                return _given(name, {"type": "number", _NUMBERS[sign]: plain_number(number)})
            same = {"const": plain_number(number)}
            return _given(name, {"type": "number", **(same if sign is Sign.EQUAL else {"not": same})})
        case Cash(value=sum_) if not sum_:
            return _given(name, {"type": "string", "anyOf": [{"pattern": each} for each in _SUMS[sign]]})
        case _:
            return None


def _chosen(name: str, choices: Sequence[str], *, truth: bool) -> Schema:
    among = {"enum": list(choices)}
    return _given(name, among if truth else {"type": "string", "not": among})


def _given(name: str, schema: Schema) -> Schema:
    return {"properties": {name: schema}, "required": [name]}


def _at_least(count: int, parts: Sequence[Expression], *, truth: bool) -> Schema | None:
    """Return the schema on which so many parts certainly have a truth."""
    found = [schema for part in parts if (schema := decided(part, truth=truth)) is not None]
    return _any(_all(chosen) for chosen in combinations(found, count))


def _all(schemas: Sequence[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"allOf": list(schemas)}


def _any(schemas: Iterable[Schema]) -> Schema | None:
    found = list(_once(schemas))
    if not found:
        return None
    return found[0] if len(found) == 1 else {"anyOf": found}


def _once(schemas: Iterable[Schema]) -> Iterator[Schema]:
    seen: list[Schema] = []
    for schema in schemas:
        if schema not in seen:
            seen.append(schema)
            yield schema


def plain_number(number: Decimal) -> int | float:
    """Return a number as JSON writes it; a fraction that is short in decimals stays as it is written."""
    return int(number) if number == int(number) else float(number)
