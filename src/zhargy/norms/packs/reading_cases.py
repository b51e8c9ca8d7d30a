"""Blocks ``case``: examples with what must come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given
from zhargy.norms.packs.values import Case, Norm, Standing
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.vocabulary import Value, Vocabulary

_NEEDED: Final = ("name", "title", "day", "facts", "expect")
_KEYS: Final = (*_NEEDED, "threatens")


def read_cases(
    blocks: Iterable[Given], *, vocabulary: Vocabulary, norms: Mapping[str, Norm], problems: list[Problem]
) -> Iterator[Case]:
    """Yield the examples of a pack in its order.

    Args:
        blocks: The blocks.
        vocabulary: Facts they may name.
        norms: Norms they may expect something of.
        problems: Takes what is wrong with a field or a fact; N258 for a name given twice, N259 for an unknown norm.
    """
    names: set[str] = set()
    for block in blocks:
        fields = Fields(block, keys=_KEYS, needed=_NEEDED, problems=problems)
        name = fields.text("name")
        if name in names:
            problems.append(Problem(code="N258", params={"id": name}, place=fields.place("name")))
        names.add(name)
        yield Case(
            name=name,
            title=fields.words("title"),
            day=fields.day("day") or date.min,
            facts=_facts(fields, vocabulary, problems),
            expect=dict(_expected(fields, norms, problems)),
            threatens=dict(_threatened(fields, norms, problems)),
            place=fields.place(),
        )


def _facts(fields: Fields, vocabulary: Vocabulary, problems: list[Problem]) -> Mapping[str, Value]:
    given = fields.items("facts")
    try:
        raw = {name: value.plain() for name, value in given.items()}
        return read_facts(raw, vocabulary, places={name: value.place for name, value in given.items()})
    except FactsRefused as error:
        problems.extend(error.problems)
        return {}


def _expected(fields: Fields, norms: Mapping[str, Norm], problems: list[Problem]) -> Iterator[tuple[str, Standing]]:
    inner = fields.inner("expect", keys=tuple(fields.items("expect")))
    for norm in _named(fields, "expect", norms, problems):
        standing = inner.choice(norm, Standing) if inner is not None else None
        if standing is not None:
            yield norm, standing


def _threatened(
    fields: Fields, norms: Mapping[str, Norm], problems: list[Problem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    inner = fields.inner("threatens", keys=tuple(fields.items("threatens")))
    for norm in _named(fields, "threatens", norms, problems):
        yield norm, inner.texts(norm) if inner is not None else ()


def _named(fields: Fields, key: str, norms: Mapping[str, Norm], problems: list[Problem]) -> Iterator[str]:
    """Yield the norms that a field names; those that the pack has not are noted."""
    for norm, given in fields.items(key).items():
        if norm not in norms:
            params = {"norm": norm, "near": near_miss(norm, norms)}
            problems.append(Problem(code="N259", params=params, place=replace(given.place, norm=norm)))
        yield norm
