"""Two laws on the same facts: which offences they share, and what the others threaten, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhargy.norms.qualification.penalties import (
    Threat,
)
from zhargy.norms.qualification.values import (
    Answer,
    Offence,
    Qualification,
)
from zhargy.norms.sanctions import Comparison, GeneralPart, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """An offence of one law beside an offence of another.

    Args:
        left: Id of the offence of the first law.
        right: Id of the offence of the second law.
        left_threat: What the first threatens.
        right_threat: What the second threatens.
        comparison: How they stand to each other, alternative by alternative.
    """

    left: str
    right: str
    left_threat: Threat
    right_threat: Threat
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two answers side by side, each under one reading of its words.

    Args:
        left_choices: Readings taken of the first law.
        right_choices: Readings taken of the second law.
        shared: Ids of the offences that both find.
        only_left: Ids of those that only the first finds.
        only_right: Ids of those that only the second finds.
        pairings: What only one law finds beside what the other finds.
    """

    left_choices: Mapping[str, str]
    right_choices: Mapping[str, str]
    shared: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    pairings: tuple[Pairing, ...]


def contrasts(left: Qualification, right: Qualification) -> tuple[Contrast, ...]:
    """Return two laws side by side, for each reading of either; readings that both ask about are taken alike.

    What one law finds and the other does not is laid beside what the other finds and the first does not; where there is
    no such, beside all the other finds.

    Args:
        left: The answer of the first law.
        right: The answer of the second.
    """
    general = next((pack.general for pack in (*left.packs, *right.packs) if pack.general is not None), None)
    rules = general or GeneralPart(limits=(), steps=())
    return tuple(
        _contrast(ours, theirs, rules)
        for ours in left.answers
        for theirs in right.answers
        if all(theirs.choices.get(name, choice) == choice for name, choice in ours.choices.items())
    )


def _contrast(left: Answer, right: Answer, general: GeneralPart) -> Contrast:
    ours, theirs = _keyed(left.offences), _keyed(right.offences)
    only_left = [offence for key, offence in ours.items() if key not in theirs]
    only_right = [offence for key, offence in theirs.items() if key not in ours]
    pairs: Iterator[Pairing] = iter(())
    if only_left or only_right:
        pairs = _pairings(only_left or list(left.offences), only_right or list(right.offences), general)
    return Contrast(
        left_choices=left.choices,
        right_choices=right.choices,
        shared=tuple(offence.id for key, offence in ours.items() if key in theirs),
        only_left=tuple(offence.id for offence in only_left),
        only_right=tuple(offence.id for offence in only_right),
        pairings=tuple(pairs),
    )


def _keyed(offences: Sequence[Offence]) -> Mapping[tuple[str, str], Offence]:
    return {(offence.pack, offence.id): offence for offence in offences}


def _pairings(left: Sequence[Offence], right: Sequence[Offence], general: GeneralPart) -> Iterator[Pairing]:
    for ours in left:
        for theirs in right:
            for our_threat in ours.threats:
                for their_threat in theirs.threats:
                    yield Pairing(
                        left=ours.id,
                        right=theirs.id,
                        left_threat=our_threat,
                        right_threat=their_threat,
                        comparison=compare(our_threat.case, their_threat.case, general=general),
                    )
