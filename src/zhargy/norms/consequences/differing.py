"""Which norms two laws do not share: what was added, taken away or changed, act by act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Final

from zhargy.norms.packs import Norm, Pack

_ALIKE: Final[tuple[Callable[[Pack, Pack], bool], ...]] = (
    lambda old, new: old == new,
    lambda old, new: old.id == new.id,
    lambda old, new: old.act == new.act,
)
"""What makes two packs counterparts, the surest sign first."""

_UNSAID: Final = frozenset({"place", "title", "anchors", "sources", "heading"})
"""Fields in which norms may differ without anything following from it."""


class Part(StrEnum):
    """How a norm of one law stands to the other law."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormDifference:
    """A norm that the two laws do not share.

    Args:
        pack: Name of the pack it stands in; of a changed one that of the second law.
        norm: Its id.
        part: Added, removed or changed.
        fields: Names of the fields that differ, of a changed one.
    """

    pack: str
    norm: str
    part: Part
    fields: tuple[str, ...] = ()


def differences(left: Sequence[Pack], right: Sequence[Pack]) -> tuple[NormDifference, ...]:
    """Return the norms that two laws do not share.

    Packs of one name are laid beside each other, else packs that encode one act; a pack that has no counterpart is new
    or gone with all its norms.

    Args:
        left: Packs of the first law.
        right: Packs of the second.
    """
    return tuple(found for ours, theirs in _paired(left, right) for found in _between(ours, theirs))


def _paired(left: Sequence[Pack], right: Sequence[Pack]) -> Iterator[tuple[Pack | None, Pack | None]]:
    ours, theirs = list(_with_used(left)), list(_with_used(right))
    for alike in _ALIKE:
        for old in tuple(ours):
            new = next((each for each in theirs if alike(old, each)), None)
            if new is not None:
                ours.remove(old)
                theirs.remove(new)
                yield old, new
    yield from ((old, None) for old in ours)
    yield from ((None, new) for new in theirs)


def _with_used(packs: Iterable[Pack]) -> Iterator[Pack]:
    """Yield packs with those they use, each once."""
    seen: list[Pack] = []
    for pack in packs:
        for each in (pack, *_with_used(pack.used.values())):
            if each not in seen:
                seen.append(each)
                yield each


def _between(ours: Pack | None, theirs: Pack | None) -> Iterator[NormDifference]:
    old = {} if ours is None else ours.own_norms
    new = {} if theirs is None else theirs.own_norms
    yield from (_one(ours, norm, Part.REMOVED) for norm in old if norm not in new)
    for norm in new:
        if norm not in old:
            yield _one(theirs, norm, Part.ADDED)
        elif changed := _changed(old[norm], new[norm]):
            yield replace(_one(theirs, norm, Part.CHANGED), fields=changed)


def _one(pack: Pack | None, norm: str, part: Part) -> NormDifference:
    return NormDifference(pack="" if pack is None else pack.id, norm=norm, part=part)


def _changed(old: Norm, new: Norm) -> tuple[str, ...]:
    told = (each.name for each in fields(Norm) if each.name not in _UNSAID)
    return tuple(name for name in told if getattr(old, name) != getattr(new, name))
