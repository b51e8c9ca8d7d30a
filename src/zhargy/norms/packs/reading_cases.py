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

_NEEDED: Final = ("name", "title", "day", "facts")
_KEYS: Final = (*_NEEDED, "expect", "otherwise_not_met", "threatens")
_USUAL: Final = ("facts",)
_INSIDE: Final = "__"

Usual = Mapping[str, Mapping[str, Value]]
"""What is usual in the examples of each file: facts by their names."""


def read_usual(blocks: Iterable[Given], *, vocabulary: Vocabulary, problems: list[Problem]) -> Usual:
    """Return what is usual in the examples of each file that says so.

    Args:
        blocks: The blocks ``usual``.
        vocabulary: Facts they may name.
        problems: Takes what is wrong with a field or a fact; N282 for a second block in a file.
    """
    usual: dict[str, Mapping[str, Value]] = {}
    for block in blocks:
        file = block.place.file
        if file in usual:
            problems.append(Problem(code="N282", params={"file": file}, place=block.place))
            continue
        fields = Fields(block, keys=_USUAL, needed=_USUAL, problems=problems)
        usual[file] = _facts(fields, vocabulary, problems)
    return usual


def read_cases(
    blocks: Iterable[Given],
    *,
    usual: Usual,
    vocabulary: Vocabulary,
    norms: Mapping[str, Norm],
    problems: list[Problem],
) -> Iterator[Case]:
    """Yield the examples of a pack in its order.

    Args:
        blocks: The blocks ``case``.
        usual: What is usual in the examples of a file.
        vocabulary: Facts they may name.
        norms: Norms they may expect something of.
        problems: Takes what is wrong with a field or a fact; N258 for a name given twice, also for a provision in
            ``otherwise_not_met`` of which all was told before; N259 for an unknown norm.
    """
    names: set[str] = set()
    for block in blocks:
        fields = Fields(block, keys=_KEYS, needed=_NEEDED, problems=problems)
        name = fields.text("name")
        if name in names:
            problems.append(Problem(code="N258", params={"id": name}, place=fields.place("name")))
        names.add(name)
        if "expect" not in fields and "otherwise_not_met" not in fields:
            fields.miss("expect")
        facts = _facts(fields, vocabulary, problems, usual=usual.get(block.place.file))
        yield Case(
            name=name,
            title=fields.words("title"),
            day=fields.day("day") or date.min,
            facts=facts,
            told={fact: facts.get(fact) for fact in fields.items("facts")},
            expect=_expected(fields, norms, problems),
            threatens=dict(_threatened(fields, norms, problems)),
            place=fields.place(),
        )


def _facts(
    fields: Fields, vocabulary: Vocabulary, problems: list[Problem], *, usual: Mapping[str, Value] | None = None
) -> Mapping[str, Value]:
    """Return facts with what is usual beside them; a usual one that does not fit is told where the facts begin."""
    given = fields.items("facts")
    try:
        raw = {name: value.plain() for name, value in given.items()}
        places = dict.fromkeys(usual or (), fields.place("facts")) | {name: each.place for name, each in given.items()}
        return read_facts(raw, vocabulary, places=places, stands_in=True, usual=usual)
    except FactsRefused as error:
        problems.extend(error.problems)
        return {}


def _expected(fields: Fields, norms: Mapping[str, Norm], problems: list[Problem]) -> Mapping[str, Standing]:
    """Return the standings told one by one, and the norms of provisions of which nothing else is met."""
    told = dict(_standings(fields, norms, problems))
    for place, provision in fields.placed_texts("otherwise_not_met"):
        inside = [norm for norm in norms if norm == provision or norm.startswith(f"{provision}{_INSIDE}")]
        rest = {norm: Standing.NOT_MET for norm in inside if norm not in told}
        if not inside:
            params = {"norm": provision, "near": near_miss(provision, norms)}
            problems.append(Problem(code="N259", params=params, place=replace(place, norm=provision)))
        elif not rest:
            problems.append(Problem(code="N258", params={"id": provision}, place=place))
        told |= rest
    return told


def _standings(fields: Fields, norms: Mapping[str, Norm], problems: list[Problem]) -> Iterator[tuple[str, Standing]]:
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
