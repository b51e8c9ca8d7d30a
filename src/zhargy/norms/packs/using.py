"""The packs that a pack uses: found, and what of them it shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.renaming import fact_under_alias, under_alias
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.sanctions import GeneralPart, MciTable
from zhargy.norms.vocabulary import KEYWORDS, Fact, Vocabulary

Finder = Callable[[str], Pack | None]
"""Gives the pack of a name, ``None`` where there is none; one that is wrong in itself is refused with `PackRefused`."""

_ALIAS: Final = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the used packs bring.

    Args:
        packs: The packs, by alias.
        vocabulary: Their facts under their own names.
        norms: Their norms under the aliases.
        tables: Their tables.
        generals: The different general parts they bring.
        is_whole: Whether each pack that is named was found.
    """

    packs: Mapping[str, Pack] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    norms: Mapping[str, Norm] = field(default_factory=dict)
    tables: Mapping[str, MciTable] = field(default_factory=dict)
    generals: tuple[GeneralPart, ...] = ()
    is_whole: bool = True


def read_uses(head: Fields, *, find: Finder, known: Collection[str], problems: list[Problem]) -> Shared:
    """Return what the packs bring that a pack says it uses.

    Args:
        head: The fields of its block ``pack``.
        find: Gives a pack by its name.
        known: The names there are.
        problems: Takes N256 for an alias that is none, N272 for a pack there is not, N274 for a fact that two used
            packs tell differently, and what is wrong with a used pack itself.
    """
    packs: dict[str, Pack] = {}
    named = head.items("uses")
    inner = head.inner("uses", keys=tuple(named))
    if inner is not None:
        found = {alias: _found(alias, inner, find, known, problems) for alias in named}
        packs.update({alias: pack for alias, pack in found.items() if pack is not None})
    facts = dict(_facts(packs, head, problems))
    return Shared(
        packs=packs,
        vocabulary=Vocabulary(facts=facts),
        norms={id_: norm for alias, pack in packs.items() for id_, norm in under_alias(pack.norms, alias).items()},
        tables={name: table for pack in packs.values() for name, table in pack.tables.items()},
        generals=_distinct(pack.general for pack in packs.values()),
        is_whole=len(packs) == len(named),
    )


def _found(alias: str, fields: Fields, find: Finder, known: Collection[str], problems: list[Problem]) -> Pack | None:
    if not _ALIAS.fullmatch(alias) or alias in KEYWORDS:
        fields.refuse(alias, "alias")
        return None
    name = fields.text(alias)
    try:
        found = find(name)
    except PackRefused as refused:
        problems.extend(_placed(problem, fields, alias) for problem in refused.problems)
        return None
    if found is None and name:
        params = {"alias": alias, "name": name, "valid": ", ".join(known), "near": near_miss(name, known)}
        problems.append(Problem(code="N272", params=params, place=fields.place(alias)))
    return found


def _placed(problem: Problem, fields: Fields, alias: str) -> Problem:
    """Return a problem of a used pack; one that stands in no file stands where the pack is named."""
    return problem if problem.place.file else replace(problem, place=fields.place(alias))


def _facts(packs: Mapping[str, Pack], head: Fields, problems: list[Problem]) -> Iterator[tuple[str, Fact]]:
    owners: dict[str, tuple[str, Fact]] = {}
    for alias, pack in packs.items():
        for name, fact in pack.vocabulary.facts.items():
            told = owners.setdefault(name, (alias, fact))
            if replace(told[1], about=()) != replace(fact, about=()):
                problems.append(Problem(code="N274", params={"name": name}, place=head.place("uses")))
            elif told[0] == alias:
                yield name, fact_under_alias(fact, alias)


def _distinct(generals: Iterable[GeneralPart | None]) -> tuple[GeneralPart, ...]:
    found: list[GeneralPart] = []
    for general in generals:
        if general is not None and general not in found:
            found.append(general)
    return tuple(found)
