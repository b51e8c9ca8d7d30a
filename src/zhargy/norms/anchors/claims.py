"""What an encoding says that the words of a law must say too: each measure with its kind of penalty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zhargy.norms.expression import walk
from zhargy.norms.expression.tree import Cash, Number
from zhargy.norms.packs.relations import branch_conditions, conditions_of
from zhargy.norms.packs.values import Norm
from zhargy.norms.sanctions import Bound, Measure, Open, Penalty, PenaltyKind, Sanction, Unit, penalties_of
from zhargy.norms.sanctions.kinds import MULTIPLES

_MONTHS_IN_YEAR: Final = 12


class Counted(StrEnum):
    """What the number of a claim counts; years are counted in months, so that «6 months to 15 years» is one range."""

    MCI = "mci"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    TIMES = "times"
    MONEY = "money"
    PERCENT = "percent"
    SAME = "same"
    LIFE = "life"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One measure.

    Args:
        counted: What is counted; «the same» and «for life» have no numbers.
        kind: The kind of penalty it belongs to; ``None`` for a number that belongs to none.
        lower: The least; ``None`` where it is not named.
        upper: The most, in the same way.
    """

    counted: Counted
    kind: PenaltyKind | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


def told(claim: Claim) -> Mapping[str, str]:
    """Return a measure as the parameters of a message: the kind of penalty, what is counted, the numbers.

    Example:
        >>> dict(told(Claim(counted=Counted.HOURS, lower=Decimal(20), upper=Decimal(200))))
        {'kind': '', 'counted': 'hours', 'number': '20-200'}
    """
    ends = [f"{end.normalize():f}" for end in (claim.lower, claim.upper) if end is not None]
    number = "-".join(dict.fromkeys(ends))
    return {"kind": claim.kind.value if claim.kind else "", "counted": claim.counted.value, "number": number}


def claims_of(sanction: Sanction) -> Iterator[Claim]:
    """Yield the measures of a sanction and of its branches, once for each time they are written."""
    for part in sanction.parts:
        for penalty in penalties_of(part):
            claim = _claim(penalty)
            if claim is not None:
                yield claim


def counted_in_months(number: Decimal, unit: str) -> tuple[Decimal, Counted]:
    """Return a number with what it counts, years turned into months.

    Example:
        >>> counted_in_months(Decimal("2.5"), "years")
        (Decimal('30.0'), <Counted.MONTHS: 'months'>)
    """
    if unit == Unit.YEARS:
        return number * _MONTHS_IN_YEAR, Counted.MONTHS
    return number, Counted.TIMES if unit in MULTIPLES else Counted(unit)


def condition_numbers(norm: Norm) -> frozenset[Decimal]:
    """Return the numbers that the conditions of a norm and of the branches of its sanction write."""
    branches = branch_conditions(norm.sanction) if norm.sanction is not None else ()
    nodes = (node for expression in (*conditions_of(norm), *branches) for node in walk(expression))
    return frozenset(node.value for node in nodes if isinstance(node, Number | Cash))


def _claim(penalty: Penalty) -> Claim | None:
    measure = penalty.measure
    if penalty.kind is PenaltyKind.LIFE:
        return Claim(counted=Counted.LIFE, kind=PenaltyKind.IMPRISONMENT)
    if measure.unit is Unit.SAME:
        return Claim(counted=Counted.SAME, kind=penalty.kind)
    if Open.LIFE in {measure.lower, measure.upper}:
        return Claim(counted=Counted.LIFE, kind=penalty.kind)
    ends = (_end(measure.lower, measure), _end(measure.upper, measure))
    if ends == (None, None):
        return None
    return Claim(
        counted=counted_in_months(Decimal(0), measure.unit)[1], kind=penalty.kind, lower=ends[0], upper=ends[1]
    )


def _end(bound: Bound, measure: Measure) -> Decimal | None:
    return counted_in_months(bound, measure.unit)[0] if isinstance(bound, Decimal) else None
