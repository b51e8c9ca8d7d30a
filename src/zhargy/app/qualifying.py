"""Use case of qualification: facts under several laws, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from zhargy.errors import UsageError
from zhargy.norms.evaluation import Plan
from zhargy.norms.packs import Pack, PackStatus, first_day, law_day
from zhargy.norms.problems import Place, Problem
from zhargy.norms.qualification import (
    Contrast,
    Law,
    Qualification,
    contrasts,
    read_facts_file,
    write_contrast,
    write_facts,
    write_qualification,
)
from zhargy.norms.vocabulary import Fact, Value, Vocabulary

DEFAULT_LAWS: Final = ("kz-criminal-special", "kz-criminal-special+kz-ai-offences")
"""The laws asked about where none is named: the Code in force, and the Code with the proposed chapter beside it."""

JOIN: Final = "+"
"""Stands between the names of packs that hold at the same time."""

SCHEMA: Final = "zhargy.qualification/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """What comes of the facts under each law, and how each law stands to the one before it.

    Args:
        facts: The facts that were given.
        laws: What comes of them, law by law.
        contrasts: For each law but the first, how it stands to the one before it, for each reading of either.
    """

    facts: Mapping[str, Value]
    laws: tuple[Qualification, ...]
    contrasts: tuple[tuple[Contrast, ...], ...]

    def plain(self) -> dict[str, Any]:
        """Return everything as plain values; the schema is described in ``docs/reference/json.md``."""
        pairs = [
            {"left": left.name, "right": right.name, "readings": [write_contrast(each) for each in found]}
            for (left, right), found in zip(pairwise(self.laws), self.contrasts, strict=True)
        ]
        return {
            "schema": SCHEMA,
            "facts": write_facts(self.facts),
            "laws": [write_qualification(law) for law in self.laws],
            "contrasts": pairs,
        }


def qualify_file(data: bytes, *, name: str, laws: Sequence[Sequence[Pack]], as_of: date | None = None) -> Qualified:
    """Return what comes of a file of facts.

    Args:
        data: The file, YAML or JSON.
        name: Its name, for the places of problems.
        laws: The packs of each law.
        as_of: Day the law is read at; ``None``: the day of the deed.

    Raises:
        FactsFileRefused: N301, with everything that is wrong.
        UnreadableInput: N304, N305.
        UsageError: N307, two packs tell a fact differently.
    """
    packs = tuple(pack for law in laws for pack in law)

    def check(facts: Mapping[str, Value], places: Mapping[str, Place]) -> Iterable[Problem]:
        found = [
            _day_problem(pack, facts, places, as_of=as_of, file=name)
            for pack in {each.id: each for each in packs}.values()
        ]
        return [problem for at, problem in enumerate(found) if problem is not None and problem not in found[:at]]

    facts = read_facts_file(data, name=name, vocabulary=joined_vocabulary(packs), check=check)
    return qualify_facts(facts, laws=laws, as_of=as_of)


def qualify_facts(
    facts: Mapping[str, Value], *, laws: Sequence[Sequence[Pack]], as_of: date | None = None
) -> Qualified:
    """Return what comes of facts that were read.

    Args:
        facts: What is known.
        laws: The packs of each law.
        as_of: Day the law is read at; ``None``: the day of the deed.

    Raises:
        UsageError: N306, no day is known that a law could be read at.
    """
    plans = {id(pack): Plan(pack) for packs in laws for pack in standing_alone(packs)}
    found = tuple(_qualified([plans[id(pack)] for pack in standing_alone(packs)], facts, as_of) for packs in laws)
    return Qualified(
        facts=facts, laws=found, contrasts=tuple(contrasts(left, right) for left, right in pairwise(found))
    )


def standing_alone(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """Return packs without those that another of them uses: its norms hold within that one already."""
    used = {inner.id for pack in packs for inner in _used(pack)}
    return tuple({pack.id: pack for pack in packs if pack.id not in used}.values())


def joined_vocabulary(packs: Iterable[Pack]) -> Vocabulary:
    """Return the facts of several packs.

    Raises:
        UsageError: N307, two of them tell a fact differently.
    """
    found: dict[str, Fact] = {}
    for pack in packs:
        for name, fact in pack.vocabulary.facts.items():
            told = found.setdefault(name, fact)
            if (told.type, told.unit, told.choices) != (fact.type, fact.unit, fact.choices):
                raise UsageError("N307", name=name, pack=pack.id)
    return Vocabulary(facts=found)


def _qualified(plans: Sequence[Plan], facts: Mapping[str, Value], as_of: date | None) -> Qualification:
    packs = [plan.pack for plan in plans]
    day = next((day for pack in packs if (day := law_day(pack, facts, as_of=as_of)) is not None), None)
    if day is None:
        raise UsageError("N306", name=_day_names(packs))
    return Law(*plans).qualify(facts, as_of=day)


def _day_problem(
    pack: Pack, facts: Mapping[str, Value], places: Mapping[str, Place], *, as_of: date | None, file: str
) -> Problem | None:
    """Return what keeps the law from being read: the day is not known, or lies before its first wording."""
    day, first = law_day(pack, facts, as_of=as_of), first_day(pack)
    place = places.get(pack.day, Place(file=file))
    if day is None:
        return Problem(code="N306", params={"name": pack.day}, place=place)
    if first is None or day >= first or pack.status is PackStatus.PROPOSED:
        return None
    name = pack.day if as_of is None else "--as-of"
    params = {"name": name, "day": day.isoformat(), "first": first.isoformat(), "pack": pack.id}
    return Problem(code="N279", params=params, place=place)


def _day_names(packs: Iterable[Pack]) -> str:
    return ", ".join(dict.fromkeys(pack.day for pack in packs if pack.day))


def _used(pack: Pack) -> Iterator[Pack]:
    for inner in pack.used.values():
        yield inner
        yield from _used(inner)
