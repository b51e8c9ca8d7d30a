"""Offences that bear on each other, as forms of one another or one before the other: each family a law of its own.

What comes of a case is the union of what comes of it in each family: so many cases need few full qualifications, for a
family has few outcomes even where a code has very many together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from zhargy.norms.expression import norm_names
from zhargy.norms.packs import Norm, NormKind, Pack
from zhargy.norms.packs.relations import conditions_of, defeaters, displacers
from zhargy.norms.qualification.threats import multiplied_norms
from zhargy.norms.sanctions import Branch, Sanction, Unit


def families_of(pack: Pack) -> tuple[Pack, ...]:
    """Return the pack once for each family, each time with the norms that the family rests on.

    Args:
        pack: A checked pack.
    """
    return tuple(_alone(pack, family) for family in _families(pack))


def offences_of(pack: Pack) -> Iterator[str]:
    """Yield the ids of the offences of a pack that are about the whole case."""
    yield from (norm.id for norm in pack.norms.values() if norm.kind is NormKind.OFFENCE and not norm.parameters)


def _families(pack: Pack) -> Sequence[frozenset[str]]:
    families: list[frozenset[str]] = []
    special = displacers(pack.norms)
    offences = frozenset(offences_of(pack))
    for norm in offences_of(pack):
        kin = frozenset({norm, pack.norms[norm].basic, *special[norm]}) & offences
        apart = [family for family in families if family.isdisjoint(kin)]
        families = [*apart, kin.union(*(family for family in families if family not in apart))]
    places = {norm: place for place, norm in enumerate(pack.norms)}
    return sorted(families, key=lambda family: min(places[norm] for norm in family))


def _alone(pack: Pack, family: frozenset[str]) -> Pack:
    """Return a pack with what its family rests on and what bears on penalties; offences outside it are definitions."""
    kept = _reached(pack, [*family, *(norm.id for norm in pack.norms.values() if norm.bars or norm.caps is not None)])
    norms = {norm.id: _within(norm, family=family, kept=kept) for norm in pack.norms.values() if norm.id in kept}
    return replace(pack, norms=norms, cases=())


def _reached(pack: Pack, norms: Iterable[str]) -> frozenset[str]:
    """Return norms with all that decides whether they are met, give way and what they threaten."""
    exceptions, special = defeaters(pack.norms), displacers(pack.norms)
    found: set[str] = set()
    waiting = list(norms)
    while waiting:
        norm = pack.norms[waiting.pop()]
        if norm.id not in found:
            found.add(norm.id)
            basic = [norm.basic] if norm.basic else []
            asked = [name for condition in conditions_of(norm) for name in norm_names(condition)]
            waiting += [*asked, *basic, *exceptions[norm.id], *special[norm.id], *multiplied(norm, pack=pack)]
    return frozenset(found)


def _within(norm: Norm, *, family: frozenset[str], kept: frozenset[str]) -> Norm:
    is_outside = norm.kind is NormKind.OFFENCE and norm.id not in family
    return replace(
        norm,
        kind=NormKind.DEFINITION if is_outside else norm.kind,
        defeats=tuple(filter(kept.__contains__, norm.defeats)),
        prevails_over=tuple(filter(kept.__contains__, norm.prevails_over)),
    )


def multiplied(norm: Norm, *, pack: Pack) -> Iterator[str]:
    """Yield the ids of the norms whose sanction that of a norm multiplies, whichever of them is meant."""
    for name in _measures(norm.sanction) if norm.sanction is not None else ():
        yield from multiplied_norms(name, pack=pack)


def _measures(sanction: Sanction) -> Iterator[str]:
    """Yield what is multiplied anywhere in a sanction."""
    parts: tuple[Sanction | Branch, ...] = (sanction, *sanction.branches)
    for part in parts:
        penalties = [penalty for choice in part.alternatives for penalty in choice.penalties]
        accessories = [accessory.penalty for accessory in part.accessories]
        for penalty in (*penalties, *part.added, *accessories):
            if penalty.measure.unit is Unit.TIMES_SANCTION:
                yield penalty.measure.of
