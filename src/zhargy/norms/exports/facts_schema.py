"""JSON Schema of the facts of a pack: what may be given, in which form, and what it means.

Source:
    JSON Schema, draft 2020-12 (json-schema.org): core and validation vocabularies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from zhargy.norms.exact import LONGEST_NUMBER
from zhargy.norms.exports.deciding import Schema, decided, plain_number
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Pack
from zhargy.norms.vocabulary import Fact, FactType
from zhargy.text import Language
from zhargy.text.amounts import Currency

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NULL: Final = {"type": "null"}
_DAY: Final = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def facts_schema(pack: Pack, *, language: Language) -> dict[str, Any]:
    """Return the schema of the facts of a pack, as plain values.

    It takes facts by their full names, in the plain form: numbers as JSON numbers, sums and days as text, sets as
    lists; ``null`` is what is not known. A fact that another rules out is refused as far as JSON Schema can say it.
    What it cannot say stands as a comment beside the fact, in the norm language: days compared, sums with bounds.

    Args:
        pack: A checked pack.
        language: Language of titles and descriptions.
    """
    told = [fact for fact in pack.vocabulary.facts.values() if not fact.supplied]
    schema: dict[str, Any] = {
        "$schema": DIALECT,
        "$id": f"urn:zhargy:facts:{pack.id}:{language}",
        "title": pack.title[language],
        "type": "object",
        "properties": {fact.name: _fact(fact, language) for fact in told},
        "additionalProperties": False,
    }
    rules = [rule for fact in told for rule in _rules(fact)]
    return {**schema, "allOf": rules} if rules else schema


def _fact(fact: Fact, language: Language) -> Schema:
    return {**_words(fact, language), **_or_unknown(_value(fact, language)), **_remarks(fact)}


def _words(fact: Fact, language: Language) -> Schema:
    words = fact.wordings.get(language)
    if words is None:
        return {}
    return {"title": words.label, "description": "\n".join(filter(None, (words.question, words.help)))}


def _or_unknown(schema: Schema) -> Schema:
    """Return a schema that takes what is not known too."""
    if set(schema) & {"anyOf", "oneOf"}:
        key, choices = next((key, schema[key]) for key in ("anyOf", "oneOf") if key in schema)
        return {key: [*choices, _NULL]}
    return {**schema, "type": [schema["type"], "null"]}


def _value(fact: Fact, language: Language) -> Schema:
    match fact.type:
        case FactType.BOOL:
            return {"type": "boolean"}
        case FactType.NUMBER:
            return {"type": "number", **_bounds(fact)}
        case FactType.MONEY:
            return {"type": "string", "pattern": _sum(fact)}
        case FactType.DATE:
            return dict(_DAY)
        case FactType.ENUM:
            return {"oneOf": _choices(fact, language)}
        case FactType.SET:
            return {"type": "array", "items": {"oneOf": _choices(fact, language)}}
        case FactType.THING:
            return {"type": "string"}
        case FactType.LIST:
            return {"type": "object", "additionalProperties": _or_unknown(_thing(fact.fields, language))}


def _thing(fields: Mapping[str, Fact], language: Language) -> Schema:
    properties = {name: _fact(field, language) for name, field in fields.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _bounds(fact: Fact) -> Schema:
    """Return the bounds of a number; where the fact sets none, those of a number that is reckoned with exactly."""
    longest = 10**LONGEST_NUMBER
    found: Schema = {} if fact.least is not None else {"exclusiveMinimum": -longest}
    if fact.least is not None:
        found["minimum"] = plain_number(fact.least)
    if fact.most is not None:
        return {**found, "maximum": plain_number(fact.most)}
    return {**found, "exclusiveMaximum": longest}


def _sum(fact: Fact) -> str:
    """Return the pattern of a sum: whole hundredths of the currency, not below nothing where the fact says so."""
    sign = "(?:-(?=[0.]+ ))?" if fact.least is not None and fact.least >= 0 else "-?"
    return rf"^{sign}[0-9]+(?:\.[0-9]{{1,2}}0*)? {fact.unit or Currency.KZT.value}$"


def _choices(fact: Fact, language: Language) -> list[Schema]:
    return [{"const": choice, "title": fact.label_of(choice, language)} for choice in fact.choices]


def _remarks(fact: Fact) -> Schema:
    """Return what is said of a fact beside its form: its unit, and in the norm language when it may be given."""
    told = {"asked_if": fact.asked_if, "requires": fact.requires}
    comment = "; ".join(f"{name}: {unparse(each)}" for name, each in told.items() if each is not None)
    if fact.type is FactType.MONEY and (fact.least or fact.most is not None):
        comment = "; ".join(filter(None, (comment, f"least: {fact.least}, most: {fact.most}")))
    unit = {"x-unit": fact.unit} if fact.unit else {}
    return {**unit, **({"$comment": comment} if comment else {})}


def _rules(fact: Fact) -> Iterator[Schema]:
    """Yield the rule that a fact which the others rule out is not given."""
    ruled_out = decided(fact.asked_if, truth=False) if fact.asked_if is not None else None
    if ruled_out is not None:
        given = {"properties": {fact.name: {"not": _NULL}}, "required": [fact.name]}
        yield {"if": given, "then": {"not": ruled_out}}
