"""Blocks ``fact``: the vocabulary of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import Fact, FactType, Vocabulary, Wording, is_fact_name
from zhargy.text import Language
from zhargy.text.amounts import Currency

_NEEDED: Final = ("name", "type", *Language)
_KEYS: Final = (*_NEEDED, "unit", "choices", "asked_if", "least", "most")


def read_vocabulary(blocks: Iterable[Given], *, problems: list[Problem]) -> Vocabulary:
    """Return the facts of a pack.

    Args:
        blocks: The blocks, in the order of the pack.
        problems: Takes what is wrong with a field; N258 for a name given twice.
    """
    found: dict[str, Fact] = {}
    for block in blocks:
        fields = Fields(block, keys=_KEYS, needed=_NEEDED, problems=problems)
        fact = _fact(fields)
        if fact.name and not is_fact_name(fact.name):
            fields.refuse("name", "fact_name")
        elif fact.name in found:
            problems.append(Problem(code="N258", params={"id": fact.name}, place=fields.place("name")))
        elif fact.name:
            found[fact.name] = fact
    return Vocabulary(facts=found)


def _fact(fields: Fields) -> Fact:
    kind = fields.choice("type", FactType) or FactType.BOOL
    if kind in {FactType.ENUM, FactType.SET} and "choices" not in fields:
        fields.miss("choices")
    return Fact(
        name=fields.text("name"),
        type=kind,
        unit=(fields.choice("unit", Currency) or "") if kind is FactType.MONEY else fields.text("unit"),
        choices=fields.texts("choices"),
        wordings=_wordings(fields),
        asked_if=fields.expression("asked_if"),
        least=fields.number("least"),
        most=fields.number("most"),
    )


def _wordings(fields: Fields) -> Mapping[Language, Wording]:
    found = {}
    for language in Language:
        inner = fields.inner(language, keys=("label", "question", "help"), needed=("label", "question"))
        if inner is not None:
            words = {key: inner.text(key) for key in ("label", "question", "help")}
            found[language] = Wording(label=words["label"], question=words["question"], help=words["help"])
    return found
