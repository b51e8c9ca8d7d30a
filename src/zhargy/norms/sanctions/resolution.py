"""Ranges with both ends: those the text states, and those the general rules supply, never mixed up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from zhargy.norms.sanctions.categories import CategoryFinding, category_of
from zhargy.norms.sanctions.general import Category, GeneralPart, Guilt, Limit, Quantity
from zhargy.norms.sanctions.kinds import MULTIPLES
from zhargy.norms.sanctions.layout import Case, lay_out
from zhargy.norms.sanctions.values import Alternative, Bound, Open, Penalty, PenaltyKind, Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An end that the text states."""

    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """An end that the text leaves out and a general rule supplies.

    Args:
        quantity: The end.
        rule: The provision it comes from.
    """

    quantity: Quantity
    rule: str


End = Stated | Derived | Open
"""An end of a range; `Open` where nothing supplies a number, or where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """A stated end that lies outside what a general rule allows.

    Args:
        stated: What the text says.
        limit: The bound it passes.
        rule: The provision that sets the bound.
    """

    stated: Quantity
    limit: Quantity
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPenalty:
    """One penalty with both ends.

    Args:
        kind: What is done to the person.
        lower: The least.
        upper: The most.
        of: What is multiplied, when the unit multiplies something; it is left as it stands.
        excesses: Stated ends outside the general limits.
        is_optional: Whether the words leave it to the court.
        according_to: What the words tie it to.
    """

    kind: PenaltyKind
    lower: End
    upper: End
    of: str = ""
    excesses: tuple[Excess, ...] = ()
    is_optional: bool = False
    according_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedAccessory:
    """A penalty beside the main one; not mandatory means «with or without»."""

    penalty: ResolvedPenalty
    is_mandatory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedAlternative:
    """One choice: its penalties all apply."""

    penalties: tuple[ResolvedPenalty, ...]
    accessories: tuple[ResolvedAccessory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedCase:
    """The choices in one case, and the category of the offence they make.

    Args:
        alternatives: The choices.
        category: The category with what it rests on.
        when: Condition of the branch; empty for the sanction itself.
    """

    alternatives: tuple[ResolvedAlternative, ...]
    category: CategoryFinding
    when: str = ""


def resolve(sanction: Sanction, *, general: GeneralPart, guilt: Guilt = Guilt.INTENT) -> tuple[ResolvedCase, ...]:
    """Return the case of the sanction itself and then one for each branch, with both ends of every range.

    A missing end becomes `Derived` from the limit of its kind for the category of the offence. Where the category is
    not settled and the limits differ by category, or the limit lies wholly beyond the stated end, it stays
    ``unspecified``. Multiples of a value or of another sanction
    are left as they stand, and terms for life too.

    Args:
        sanction: What the text says.
        general: The limits and thresholds.
        guilt: Whether the offence is one of intent or of negligence.
    """
    return tuple(_case(case, general, guilt) for case in lay_out(sanction))


def _case(case: Case, general: GeneralPart, guilt: Guilt) -> ResolvedCase:
    found = category_of(case, general=general, guilt=guilt)
    alternatives = tuple(_alternative(item, general, found.category) for item in case.alternatives)
    return ResolvedCase(alternatives=alternatives, category=found, when=case.when)


def _alternative(alternative: Alternative, general: GeneralPart, category: Category | None) -> ResolvedAlternative:
    return ResolvedAlternative(
        penalties=tuple(_penalty(penalty, general, category) for penalty in alternative.penalties),
        accessories=tuple(
            ResolvedAccessory(
                penalty=_penalty(accessory.penalty, general, category), is_mandatory=accessory.is_mandatory
            )
            for accessory in alternative.accessories
        ),
    )


def _penalty(penalty: Penalty, general: GeneralPart, category: Category | None) -> ResolvedPenalty:
    measure = penalty.measure
    as_stated = ResolvedPenalty(
        kind=penalty.kind,
        lower=_stated(measure.lower, penalty),
        upper=_stated(measure.upper, penalty),
        of=measure.of,
        is_optional=penalty.is_optional,
        according_to=penalty.according_to,
    )
    limit = general.limit(penalty.kind, category=category)
    return as_stated if limit is None or measure.unit in MULTIPLES else _within(as_stated, limit)


def _stated(bound: Bound, penalty: Penalty) -> End:
    if isinstance(bound, Decimal):
        return Stated(quantity=Quantity(value=bound, unit=penalty.measure.unit))
    return bound


def _within(penalty: ResolvedPenalty, limit: Limit) -> ResolvedPenalty:
    excesses = [_excess(end, limit) for end in (penalty.lower, penalty.upper)]
    least, most = limit.least, limit.most
    lower, upper = penalty.lower, penalty.upper
    can_begin = not (isinstance(upper, Stated) and _is_above(least, upper.quantity))
    can_end = not (isinstance(lower, Stated) and _is_above(lower.quantity, most))
    return replace(
        penalty,
        lower=Derived(quantity=least, rule=limit.rule) if lower is Open.UNSPECIFIED and can_begin else lower,
        upper=Derived(quantity=most, rule=limit.rule) if upper is Open.UNSPECIFIED and can_end else upper,
        excesses=tuple(excess for excess in excesses if excess is not None),
    )


def _is_above(quantity: Quantity, other: Quantity) -> bool:
    return quantity.finest.value > other.finest.value


def _excess(end: End, limit: Limit) -> Excess | None:
    """Return how a stated end leaves the limit; ends in a unit that cannot be laid beside the limit do not count."""
    if not isinstance(end, Stated) or end.quantity.finest.unit is not limit.most.finest.unit:
        return None
    if _is_above(end.quantity, limit.most):
        return Excess(stated=end.quantity, limit=limit.most, rule=limit.rule)
    if _is_above(limit.least, end.quantity):
        return Excess(stated=end.quantity, limit=limit.least, rule=limit.rule)
    return None
