"""Norms about the same deed without a rule that says which goes first; deeds that are forbidden and allowed at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from zhargy.model import Severity
from zhargy.norms.packs.values import NormKind
from zhargy.norms.verification.rivalry import Field, Nearness, Rivals, twins
from zhargy.norms.verification.sides import Side, applies, decided, own, sides, witness
from zhargy.norms.verification.values import VerificationFinding

_CODES = {
    Nearness.CONTAINED: "N401",
    Nearness.IN_ONE_WAY: "N401",
    Nearness.BUT_FOR_ONE: "N402",
    Nearness.TWINS: "N422",
}
_FORBIDDING = (NormKind.OFFENCE, NormKind.PROHIBITION)


def all_rivals(field: Field) -> tuple[dict[tuple[object, object], list[Rivals]], list[VerificationFinding]]:
    """Return the rivals by the two articles they stand in, and what could not be decided."""
    found: dict[tuple[object, object], list[Rivals]] = {}
    undecided: list[VerificationFinding] = []

    def rivals(one: Side, other: Side) -> Iterator[VerificationFinding]:
        pair = field.rivals(one, other)
        if pair is not None:
            found.setdefault(pair.articles, []).append(pair)
        return iter(())

    for one, other in field.pairs():
        undecided.extend(decided(rivals, one, other))
    for pair in twins(field):
        if pair.articles not in found or found[pair.articles][0].nearness is Nearness.TWINS:
            found.setdefault(pair.articles, []).append(pair)
    return found, undecided


def overlaps(pairs: Iterable[list[Rivals]]) -> Iterator[VerificationFinding]:
    """Yield N401, N402 and N422: one finding for two articles, told by the nearest of their parts.

    Args:
        pairs: Rivals by the articles they stand in.
    """
    for every in pairs:
        group = [pair for pair in every if not _is_settled(pair)]
        if not group:
            continue
        nearest = min(group, key=lambda each: list(Nearness).index(each.nearness))

        yield from decided(partial(_finding, nearest, group), nearest.narrow, nearest.wide)


def _is_settled(pair: Rivals) -> bool:
    """Whether the General Part itself puts the special norm first: one norm lies wholly in the other."""
    return pair.nearness is Nearness.CONTAINED and bool(pair.narrow.general.special_rule)


def contradictions(field: Field) -> Iterator[VerificationFinding]:
    """Yield N403: the same facts meet a norm that forbids and one that permits, and neither gives way."""
    space = field.space
    forbidding = [side for side in own(space) if side.norm.kind in _FORBIDDING]
    everywhere = [side for at in range(len(space.encodings)) for side in sides(space, at)]
    permitting = [side for side in everywhere if side.norm.kind is NormKind.PERMISSION]
    for other in permitting:
        for article in dict.fromkeys(side.article for side in forbidding):
            members = [side for side in forbidding if side.article == article]
            yield from decided(_contradiction, other, *members)


def _contradiction(permitting: Side, *forbidding: Side) -> Iterator[VerificationFinding]:
    """Yield one finding for all parts of an article that forbid what is permitted."""
    shown = [(side, witness(side.space, applies(side), applies(permitting))) for side in forbidding]
    told = [(side, case) for side, case in shown if case is not None]
    if told:
        yield VerificationFinding(
            code="N403",
            severity=Severity.ERROR,
            norms=(*(side.address for side, _ in told), permitting.address),
            params={"norm": told[0][0].norm.id, "other": permitting.norm.id},
            witness=told[0][1],
        )


def _finding(nearest: Rivals, group: list[Rivals], *_: Side) -> Iterator[VerificationFinding]:
    ordered = sorted((nearest.narrow, nearest.wide), key=lambda side: side.at)
    names = {
        side.address: None
        for pair in (nearest, *group)
        for side in sorted((pair.narrow, pair.wide), key=lambda side: side.at)
    }
    parts = [f"{pair.narrow.norm.id} ~ {pair.wide.norm.id}" for pair in group]
    yield VerificationFinding(
        code=_CODES[nearest.nearness],
        severity=Severity.WARNING,
        norms=tuple(names),
        params={
            "norm": ordered[0].norm.id,
            "other": ordered[1].norm.id,
            "narrow": nearest.narrow.norm.id,
            "wide": nearest.wide.norm.id,
            "pack": ordered[1].pack.id,
            "nearness": nearest.nearness.value,
            "way": nearest.way,
            "missing": nearest.missing,
            "parts": ", ".join(parts),
        },
        witness=witness(nearest.narrow.space, applies(nearest.narrow), applies(nearest.wide)),
    )
