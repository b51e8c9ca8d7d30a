"""A small validator for the part of JSON Schema that the schema of facts uses; any other keyword is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "null": (type(None),),
    "boolean": (bool,),
    "number": (int, float, Decimal),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
}
_ANNOTATIONS = {"$schema", "$id", "$comment", "title", "description", "x-unit"}


def accepts(schema: Any, value: Any) -> bool:
    """Whether a value is valid."""
    return all(_holds(keyword, schema, value) for keyword in schema if keyword not in _ANNOTATIONS)


def _holds(keyword: str, schema: Any, value: Any) -> bool:
    told = schema[keyword]
    match keyword:
        case "type":
            return any(_is(value, each) for each in ([told] if isinstance(told, str) else told))
        case "const":
            return _same(value, told)
        case "enum":
            return any(_same(value, each) for each in told)
        case "not":
            return not accepts(told, value)
        case "allOf":
            return all(accepts(each, value) for each in told)
        case "anyOf":
            return any(accepts(each, value) for each in told)
        case "oneOf":
            return sum(accepts(each, value) for each in told) == 1
        case "if":
            return not accepts(told, value) or accepts(schema["then"], value)
        case "then":
            return True
        case _:
            return _of_type(keyword, schema, value)


def _of_type(keyword: str, schema: Any, value: Any) -> bool:
    """Keywords that look at values of one type only."""
    told = schema[keyword]
    match keyword:
        case "pattern":
            return not isinstance(value, str) or re.search(told, value) is not None
        case "format":
            return not isinstance(value, str) or _is_day(value)
        case "minimum":
            return not _is(value, "number") or value >= told
        case "maximum":
            return not _is(value, "number") or value <= told
        case "exclusiveMinimum":
            return not _is(value, "number") or value > told
        case "exclusiveMaximum":
            return not _is(value, "number") or value < told
        case "items":
            return not isinstance(value, list) or all(accepts(told, each) for each in value)
        case "contains":
            return not isinstance(value, list) or any(accepts(told, each) for each in value)
        case "required":
            return not isinstance(value, dict) or set(told) <= set(value)
        case "properties":
            return not isinstance(value, dict) or all(
                accepts(told[name], value[name]) for name in told if name in value
            )
        case "additionalProperties":
            return not isinstance(value, dict) or all(_further(told, value[name]) for name in _others(schema, value))
        case _:
            raise AssertionError(f"the keyword {keyword} is not checked")


def _others(schema: Any, value: dict[str, Any]) -> Iterator[str]:
    return (name for name in value if name not in schema.get("properties", {}))


def _further(told: Any, value: Any) -> bool:
    return told is not False and accepts(told, value)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _same(value: Any, other: Any) -> bool:
    return type(value) is type(other) and bool(value == other) if isinstance(value, bool | str) else value == other


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
