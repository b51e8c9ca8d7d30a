"""Blocks ``pack`` and ``general_part``: what the pack as a whole is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from zhargy.model.frbr import IdentifierError, WorkId
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given
from zhargy.norms.packs.values import Case, Norm, Pack, PackStatus
from zhargy.norms.problems import Place, Problem
from zhargy.norms.sanctions import GeneralPart, SanctionRefused, read_general_part
from zhargy.norms.vocabulary import FactType, Vocabulary

_NEEDED: Final = ("id", "title", "act", "editions", "sources", "encoder")
_KEYS: Final = (*_NEEDED, "reviewer", "uses", "status", "day")


def read_head(blocks: Sequence[Given], files: Mapping[str, str], problems: list[Problem]) -> Fields | None:
    """Return the fields of the one block that says what pack it is.

    Args:
        blocks: The blocks ``pack``.
        files: The files of the pack, the first of which is named where there is no block.
        problems: Takes N262 where there is not one, and what is wrong with a field.
    """
    if len(blocks) != 1:
        place = blocks[1].place if blocks else Place(file=min(files, default=""))
        problems.append(Problem(code="N262", params={"count": str(len(blocks))}, place=place))
        return None
    return Fields(blocks[0], keys=_KEYS, needed=_NEEDED, problems=problems)


def pack_of(
    head: Fields, *, vocabulary: Vocabulary, norms: Mapping[str, Norm], cases: tuple[Case, ...], problems: list[Problem]
) -> Pack | None:
    """Return the pack, ``None`` where the act it encodes has no name.

    Args:
        head: The fields of the block ``pack``.
        vocabulary: Its facts.
        norms: Its norms and those it uses.
        cases: Its examples.
        problems: Takes N212 and N276 for a day that is no date among the facts.
    """
    act, title, editions, sources = _work(head), head.words("title"), head.days("editions"), head.texts("sources")
    status = head.choice("status", PackStatus) or PackStatus.IN_FORCE
    day = head.text("day")
    problems.extend(date_fact(day, vocabulary, head.place("day")))
    if act is None:
        return None
    return Pack(
        id=head.text("id"),
        title=title,
        act=act,
        editions=editions,
        vocabulary=vocabulary,
        norms=norms,
        cases=cases,
        sources=sources,
        encoder=head.text("encoder"),
        reviewer=head.text("reviewer"),
        status=status,
        day=day,
    )


def date_fact(name: str, vocabulary: Vocabulary, place: Place) -> list[Problem]:
    """Return what is wrong with the name of a fact that must be a day: N212, N276; nothing where none is named."""
    fact = vocabulary.find(name)
    if not name or (fact is not None and fact.type is FactType.DATE):
        return []
    if fact is None:
        return [Problem(code="N212", params={"name": name, "near": vocabulary.near(name)}, place=place)]
    params = {"name": name, "expected": FactType.DATE.value, "found": fact.type.value}
    return [Problem(code="N276", params=params, place=place)]


def read_general(
    blocks: Sequence[Given], inherited: Sequence[GeneralPart], head: Fields, problems: list[Problem]
) -> GeneralPart | None:
    """Return the rules that sanctions need: the pack's own, else those of the packs it uses.

    Args:
        blocks: The blocks ``general_part``.
        inherited: The different rules of the used packs.
        head: The fields of the block ``pack``.
        problems: Takes N280 where there are several, and N240 to N248 for what is wrong with them.
    """
    if len(blocks) > 1 or (not blocks and len(inherited) > 1):
        place = blocks[1].place if blocks else head.place("uses")
        count = str(len(blocks) or len(inherited))
        problems.append(Problem(code="N280", params={"count": count}, place=place))
        return None
    if not blocks:
        return inherited[0] if inherited else None
    try:
        return read_general_part(blocks[0].plain(), place=blocks[0].place, positions=blocks[0].places())
    except SanctionRefused as error:
        problems.extend(error.problems)
        return None


def _work(head: Fields) -> WorkId | None:
    try:
        return WorkId.parse(head.text("act"))
    except IdentifierError:
        head.refuse("act", "work")
        return None
