"""Each case of a sanction with everything that applies in it written out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zhargy.norms.sanctions.references import settle
from zhargy.norms.sanctions.values import Accessory, Alternative, Branch, PenaltyKind, Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The choices of a sanction in one case.

    Args:
        alternatives: The choices, each with all its penalties and accessories.
        when: Condition of the branch; empty for the sanction itself, which holds where no branch does.
    """

    alternatives: tuple[Alternative, ...]
    when: str = ""


def lay_out(sanction: Sanction) -> tuple[Case, ...]:
    """Return the case of the sanction itself and then one for each branch, in order; «same» is settled.

    Example:
        >>> from zhargy.norms.sanctions.values import Penalty, PenaltyKind
        >>> life = Alternative(penalties=(Penalty(kind=PenaltyKind.LIFE),))
        >>> paid = Penalty(kind=PenaltyKind.COMPENSATION)
        >>> [penalty.kind.value for penalty in lay_out(Sanction(alternatives=(life,), added=(paid,)))[0]
        ...     .alternatives[0].penalties]
        ['life', 'compensation']
    """
    settled = settle(sanction)
    base = Case(alternatives=_joined(settled))
    return (base, *(_branch_case(branch, settled) for branch in settled.branches))


def _branch_case(branch: Branch, sanction: Sanction) -> Case:
    if branch.alternatives:
        return Case(alternatives=_joined(branch), when=branch.when)
    kinds = {accessory.penalty.kind for accessory in branch.accessories}
    kept = tuple(accessory for accessory in sanction.accessories if accessory.penalty.kind not in kinds)
    changed = replace(
        sanction,
        alternatives=tuple(_without(alternative, kinds) for alternative in sanction.alternatives),
        added=(*sanction.added, *branch.added),
        accessories=(*kept, *branch.accessories),
    )
    return Case(alternatives=_joined(changed), when=branch.when)


def _without(alternative: Alternative, kinds: set[PenaltyKind]) -> Alternative:
    kept: tuple[Accessory, ...] = tuple(item for item in alternative.accessories if item.penalty.kind not in kinds)
    return replace(alternative, accessories=kept)


def _joined(part: Sanction | Branch) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            penalties=(*alternative.penalties, *part.added),
            accessories=(*part.accessories, *alternative.accessories),
        )
        for alternative in part.alternatives
    )
