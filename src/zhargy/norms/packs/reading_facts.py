"""Blocks ``fact`` and ``reading``: the vocabulary of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from zhargy.norms.packs.checking_facts import check_facts
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given
from zhargy.norms.packs.values import Norm
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import Fact, FactType, SuppliedByOffence, Vocabulary, Wording, is_fact_name
from zhargy.text import Language
from zhargy.text.amounts import Currency

READING: Final = "reading."
"""How the name of a question of law begins."""

_FACT_NEEDED: Final = ("name", "type", *Language)
_FACT_KEYS: Final = (
    *_FACT_NEEDED,
    "unit",
    "choices",
    "asked_if",
    "requires",
    "least",
    "most",
    "supplied",
    "at",
    "of",
    "fields",
)
_FIELD_KEYS: Final = ("type", "unit", "choices", "of", "least", "most")
_READING_KEYS: Final = ("name", "norms", "choices", *Language)
_CHOICE: Final = re.compile(r'[^"\n]+')
_READING_CHOICE: Final = re.compile(r"[a-z0-9][a-z0-9_]*")
_FIELD: Final = re.compile(r"[a-z][a-z0-9_]*")
_CHOICE_KEYS: Final = ("id", *Language)
_CHOSEN: Final = frozenset({FactType.ENUM, FactType.SET})


def read_vocabulary(
    facts: Iterable[Given],
    readings: Iterable[Given] = (),
    *,
    shared: Vocabulary,
    norms: Mapping[str, Norm],
    tables: Iterable[str] = (),
    problems: list[Problem],
) -> Vocabulary:
    """Return the facts of a pack behind those of the packs it uses.

    Args:
        facts: The blocks ``fact``, in the order of the pack.
        readings: The blocks ``reading``.
        shared: Facts of the used packs.
        norms: All norms, those of used packs among them.
        tables: Names of the tables that facts can be supplied from.
        problems: Takes what is wrong with a field; N258 for a name given twice, N274 for one that a used pack has; what
            `check_facts` finds.
    """
    found: dict[str, Fact] = {}
    sources = (*tables, *SuppliedByOffence)
    told = (*_facts(facts, sources, problems), *_readings(readings, problems))
    for fields, fact in told:
        if fact.name in found:
            problems.append(Problem(code="N258", params={"id": fact.name}, place=fields.place("name")))
        elif fact.name in shared.facts:
            problems.append(Problem(code="N274", params={"name": fact.name}, place=fields.place("name")))
        elif fact.name:
            found[fact.name] = fact
    vocabulary = Vocabulary(facts={**shared.facts, **found})
    problems.extend(check_facts(told, vocabulary=vocabulary, norms=norms))
    return vocabulary


def _facts(blocks: Iterable[Given], sources: tuple[str, ...], problems: list[Problem]) -> Iterator[tuple[Fields, Fact]]:
    for block in blocks:
        fields = Fields(block, keys=_FACT_KEYS, needed=_FACT_NEEDED, problems=problems)
        fact = _fact(fields)
        if fact.name and not is_fact_name(fact.name):
            fields.refuse("name", "fact_name")
            continue
        if fact.supplied and fact.supplied not in sources:
            fields.mistake("supplied", fact.supplied, sources)
        elif fact.supplied and fact.supplied not in tuple(SuppliedByOffence) and not fact.at:
            fields.miss("at")
        yield fields, fact


def _fact(fields: Fields) -> Fact:
    kind = fields.choice("type", FactType) or FactType.BOOL
    if kind in _CHOSEN and "choices" not in fields:
        fields.miss("choices")
    return Fact(
        name=fields.text("name"),
        type=kind,
        unit=(fields.choice("unit", Currency) or "") if kind is FactType.MONEY else fields.text("unit"),
        choices=_choices(fields, _CHOICE),
        wordings=_wordings(fields),
        asked_if=fields.expression("asked_if"),
        requires=fields.expression("requires"),
        least=fields.number("least"),
        most=fields.number("most"),
        choice_words=_choice_words(fields),
        supplied=fields.text("supplied"),
        at=fields.text("at"),
        of=_list_of(fields, kind),
        fields=_fields(fields),
    )


def _list_of(fields: Fields, kind: FactType) -> str:
    """Return the list a thing is a member of."""
    if kind is FactType.THING and "of" not in fields:
        fields.miss("of")
    return fields.text("of")


def _fields(fields: Fields) -> Mapping[str, Fact]:
    """Return what is known of each thing of a list."""
    found = {}
    inner = fields.inner("fields", keys=tuple(fields.items("fields")))
    for name in fields.items("fields") if inner is not None else ():
        each = inner.inner(name, keys=_FIELD_KEYS, needed=("type",)) if inner is not None else None
        type_ = (each.choice("type", FactType) if each is not None else None) or FactType.BOOL
        if not _FIELD.fullmatch(name) or type_ is FactType.LIST:
            fields.refuse("fields", "fact_name")
        elif each is not None:
            found[name] = _field(name, type_, each)
    return found


def _field(name: str, kind: FactType, fields: Fields) -> Fact:
    if kind in _CHOSEN and "choices" not in fields:
        fields.miss("choices")
    return Fact(
        name=name,
        type=kind,
        unit=(fields.choice("unit", Currency) or "") if kind is FactType.MONEY else fields.text("unit"),
        choices=_choices(fields, _CHOICE),
        least=fields.number("least"),
        most=fields.number("most"),
        of=_list_of(fields, kind),
    )


def _readings(blocks: Iterable[Given], problems: list[Problem]) -> Iterator[tuple[Fields, Fact]]:
    for block in blocks:
        fields = Fields(block, keys=_READING_KEYS, needed=_READING_KEYS, problems=problems)
        fact = Fact(
            name=fields.text("name"),
            type=FactType.ENUM,
            choices=_choices(fields, _READING_CHOICE),
            wordings=_wordings(fields),
            choice_words=_choice_words(fields),
            is_reading=True,
            about=fields.texts("norms"),
        )
        if not is_fact_name(fact.name) or not fact.name.startswith(READING):
            fields.refuse("name", "reading_name")
            continue
        if len(fact.choices) < 2 and "choices" in fields:
            problems.append(Problem(code="N275", params={"name": fact.name}, place=fields.place("choices")))
        yield fields, fact


def _choices(fields: Fields, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the ids of the choices, each a word or a mapping with its words; those given twice are noted."""
    given = fields.given("choices")
    if given is None or not isinstance(given.value, tuple):
        return fields.texts("choices")
    named = [item.value.get("id") if isinstance(item.value, Mapping) else item for item in given.value]
    return fields.words_once("choices", [each for each in named if each is not None], pattern)


def _choice_words(fields: Fields) -> Mapping[str, Mapping[Language, str]]:
    members = fields.members("choices", keys=_CHOICE_KEYS, needed=_CHOICE_KEYS)
    return {each.text("id"): {language: each.text(language) for language in Language} for each in members}


def _wordings(fields: Fields) -> Mapping[Language, Wording]:
    found = {}
    for language in Language:
        inner = fields.inner(language, keys=("label", "question", "help"), needed=("label", "question"))
        if inner is not None:
            words = {key: inner.text(key) for key in ("label", "question", "help")}
            found[language] = Wording(label=words["label"], question=words["question"], help=words["help"])
    return found
