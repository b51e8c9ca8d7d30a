"""How a case stands under the second law against the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zhargy.norms.consequences.values import Cause, Change, Move, OffenceWeight, Weight
from zhargy.norms.sanctions import (
    CategoryFinding,
    Comparison,
    GeneralPart,
    Ground,
    Judgement,
    Reason,
    ResolvedAlternative,
    ResolvedCase,
    Verdict,
    ceiling,
    compare,
)

_MOVES: Final = {
    Verdict.HARSHER: Move.MILDER,
    Verdict.MILDER: Move.HEAVIER,
    Verdict.INCOMPARABLE: Move.INCOMPARABLE,
}
"""What becomes of a case whose first law stands so to the second."""

_UNCHANGED: Final = Change(move=Move.EQUAL, reason=Reason.SAME)
_NO_RULE: Final = Judgement(verdict=Verdict.INCOMPARABLE, reason=Reason.NO_RULE)
_NO_CATEGORY: Final = CategoryFinding(category=None, ground=Ground.SILENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """What is worked out of a weight once.

    Args:
        offences: Its offences as numbers; of those that say the same the number is one.
        harshest: Number of its harshest choice; ``None`` where no rule tells which one it is.
    """

    offences: Counter[int]
    harshest: int | None


class Judge:
    """Tells how what comes of cases changes; what does not hang on the pair is worked out once.

    Args:
        general: The order of the kinds of penalty, common to both laws.
    """

    def __init__(self, general: GeneralPart) -> None:
        self._general = general
        self._weighed: dict[Weight, _Weighed] = {}
        self._contents: dict[tuple[object, ...], int] = {}
        self._ceilings: dict[OffenceWeight, int | None] = {}
        self._numbers: dict[ResolvedAlternative, int] = {}
        self._choices: list[ResolvedAlternative] = []
        self._harsher: dict[tuple[int, int], Judgement] = {}

    def change(self, before: Weight, after: Weight) -> Change:
        """Return how what comes of a case changes.

        First it counts whether it is an offence at all; then whether one law finds all that the other finds and more;
        then the harshest penalty; last the other choices of the court. What no rule orders is incomparable.

        Args:
            before: What comes of it under the first law.
            after: What comes of it under the second.
        """
        if not before.offences or not after.offences:
            return _at_the_border(before, after)
        ours, theirs = self._of(before), self._of(after)
        if ours.offences == theirs.offences:
            return _UNCHANGED
        found = self._judgement(ours.harshest, theirs.harshest)
        if ours.offences < theirs.offences or theirs.offences < ours.offences:
            return _nested(found, has_more=ours.offences < theirs.offences)
        if found.verdict is not Verdict.EQUAL:
            return Change(move=_MOVES[found.verdict], reason=found.reason)
        if len(before.offences) != 1 or len(after.offences) != 1:
            return Change(move=Move.INCOMPARABLE, reason=Reason.NO_RULE)
        return _below(compare(_case(before.offences[0]), _case(after.offences[0]), general=self._general))

    def _judgement(self, before: int | None, after: int | None) -> Judgement:
        """Return how the harshest choices stand to each other."""
        if before is None or after is None:
            return _NO_RULE
        if (before, after) not in self._harsher:
            left, right = (_of([self._choices[number]]) for number in (before, after))
            self._harsher[before, after] = compare(left, right, general=self._general).ceiling
        return self._harsher[before, after]

    def _of(self, weight: Weight) -> _Weighed:
        if weight not in self._weighed:
            contents = (self._contents.setdefault(_content(each), len(self._contents)) for each in weight.offences)
            self._weighed[weight] = _Weighed(offences=Counter(contents), harshest=self._harshest(weight))
        return self._weighed[weight]

    def _harshest(self, weight: Weight) -> int | None:
        ceilings = dict.fromkeys(map(self._ceiling, weight.offences))
        if None in ceilings:
            return None
        chosen = _of(self._choices[each] for each in ceilings if each is not None)
        return self._number(ceiling(chosen, general=self._general))

    def _ceiling(self, offence: OffenceWeight) -> int | None:
        if offence not in self._ceilings:
            self._ceilings[offence] = self._number(ceiling(_case(offence), general=self._general))
        return self._ceilings[offence]

    def _number(self, choice: ResolvedAlternative | None) -> int | None:
        if choice is None:
            return None
        if choice not in self._numbers:
            self._numbers[choice] = len(self._choices)
            self._choices.append(choice)
        return self._numbers[choice]


def change_between(before: Weight, after: Weight, *, general: GeneralPart) -> Change:
    """Return how what comes of one case changes; the rules are those of `Judge.change`."""
    return Judge(general).change(before, after)


def _at_the_border(before: Weight, after: Weight) -> Change:
    if not before.offences and not after.offences:
        return _UNCHANGED
    return Change(move=Move.FREED if before.offences else Move.PUNISHED)


def _nested(found: Judgement, *, has_more: bool) -> Change:
    """Return the change where one law finds all that the other finds, and more; the harshest penalty is named first."""
    move = Move.HEAVIER if has_more else Move.MILDER
    if _MOVES.get(found.verdict) is move:
        return Change(move=move, reason=found.reason)
    return Change(move=move, reason=Cause.MORE_OFFENCES if has_more else Cause.FEWER_OFFENCES)


def _below(found: Comparison) -> Change:
    """Return the change where the harshest penalties are equal: what the other choices tell, if all tell one thing."""
    moves = set(_choices(found))
    if not moves:
        return _UNCHANGED
    return Change(move=moves.pop() if len(moves) == 1 else Move.INCOMPARABLE, reason=Cause.CHOICES)


def _choices(found: Comparison) -> Iterator[Move]:
    """Yield where each choice points; one that only a single law leaves to the court makes that law milder."""
    for line in found.lines:
        if line.left is None or line.right is None:
            yield Move.MILDER if line.left is None else Move.HEAVIER
        elif line.judgement.verdict is not Verdict.EQUAL:
            yield _MOVES[line.judgement.verdict]


def _content(offence: OffenceWeight) -> tuple[object, ...]:
    """Return what tells offences apart, whatever their pack is called."""
    return offence.norm, offence.gravity, offence.alternatives


def _case(offence: OffenceWeight) -> ResolvedCase:
    return _of(offence.alternatives)


def _of(alternatives: Iterable[ResolvedAlternative]) -> ResolvedCase:
    return ResolvedCase(alternatives=tuple(alternatives), category=_NO_CATEGORY)
