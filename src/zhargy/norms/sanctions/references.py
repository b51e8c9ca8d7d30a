"""«In the same amount», «for the same term»: the penalty whose measure another one takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zhargy.norms.sanctions.values import (
    Accessory,
    Alternative,
    Branch,
    Penalty,
    Sanction,
    Unit,
    penalties_of,
)

_UNMEASURED = frozenset({Unit.SAME, Unit.WHOLE})


def referent(penalty: Penalty, *, part: Sanction | Branch, sanction: Sanction) -> Penalty | None:
    """Return the penalty that `penalty` takes its measure from, ``None`` when there is none.

    The nearest one of the named kind before it in the same part of the sanction is meant; without one, the first after
    it; for a branch that has none, the last one of the sanction itself. Only a penalty with a measure of its own
    counts.

    Args:
        penalty: A penalty of `part` whose unit is ``same``.
        part: The sanction or the branch that writes it.
        sanction: The whole.
    """
    own = list(penalties_of(part))
    at = next((index for index, other in enumerate(own) if other is penalty), len(own))
    backwards = [*reversed(own[:at]), *own[at:]]
    around = backwards if part is sanction else [*backwards, *reversed(list(penalties_of(sanction)))]
    return next((other for other in around if _lends(other, kind=penalty.measure.of)), None)


def settle(sanction: Sanction) -> Sanction:
    """Return the sanction with each «same» replaced by the measure it stands for.

    Example:
        >>> from zhargy.norms.sanctions.values import Measure, PenaltyKind
        >>> from decimal import Decimal
        >>> fine = Penalty(kind=PenaltyKind.FINE, measure=Measure(unit=Unit.MCI, upper=Decimal(200)))
        >>> work = Penalty(kind=PenaltyKind.CORRECTIVE_WORK, measure=Measure(unit=Unit.SAME, of="fine"))
        >>> both = (Alternative(penalties=(fine,)), Alternative(penalties=(work,)))
        >>> settle(Sanction(alternatives=both)).alternatives[1].penalties[0].measure.upper
        Decimal('200')
    """
    own = _settler(sanction, sanction)
    return replace(
        sanction,
        alternatives=_alternatives(sanction, own),
        added=tuple(own(penalty) for penalty in sanction.added),
        accessories=_accessories(sanction.accessories, own),
        branches=tuple(_branch(branch, _settler(branch, sanction)) for branch in sanction.branches),
    )


def _lends(other: Penalty, *, kind: str) -> bool:
    return other.kind == kind and other.measure.unit not in _UNMEASURED


def _settler(part: Sanction | Branch, sanction: Sanction) -> Callable[[Penalty], Penalty]:
    def settled(penalty: Penalty) -> Penalty:
        if penalty.measure.unit is not Unit.SAME:
            return penalty
        lender = referent(penalty, part=part, sanction=sanction)
        return replace(penalty, measure=lender.measure) if lender else penalty

    return settled


def _branch(branch: Branch, own: Callable[[Penalty], Penalty]) -> Branch:
    return replace(
        branch,
        alternatives=_alternatives(branch, own),
        added=tuple(own(penalty) for penalty in branch.added),
        accessories=_accessories(branch.accessories, own),
    )


def _alternatives(part: Sanction | Branch, own: Callable[[Penalty], Penalty]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            penalties=tuple(own(penalty) for penalty in alternative.penalties),
            accessories=_accessories(alternative.accessories, own),
        )
        for alternative in part.alternatives
    )


def _accessories(accessories: tuple[Accessory, ...], own: Callable[[Penalty], Penalty]) -> tuple[Accessory, ...]:
    return tuple(replace(accessory, penalty=own(accessory.penalty)) for accessory in accessories)
