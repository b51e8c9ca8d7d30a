"""The category of an offence, from the greatest penalty its sanction threatens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from zhargy.norms.sanctions.general import Category, CategoryStep, GeneralPart, Guilt, Limit, Quantity
from zhargy.norms.sanctions.layout import Case
from zhargy.norms.sanctions.values import Open, Penalty, PenaltyKind, Unit


class Ground(StrEnum):
    """What a category was read from."""

    TERM = "term"
    LIFE = "life"
    NO_IMPRISONMENT = "no_imprisonment"
    KIND = "kind"
    AMOUNT = "amount"
    REFERRED = "referred"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFinding:
    """The category with what it rests on.

    Args:
        category: The category; ``None`` where the words do not settle it.
        ground: What it was read from, or why it is not settled.
        rule: The provision applied; empty where none could be.
    """

    category: Category | None
    ground: Ground
    rule: str = ""


def category_of(case: Case, *, general: GeneralPart, guilt: Guilt = Guilt.INTENT) -> CategoryFinding:
    """Return the category of the offence that `case` punishes.

    Args:
        case: One case of a sanction, laid out.
        general: The thresholds and the kinds.
        guilt: Whether the offence is one of intent or of negligence.

    Source:
        The method is that of Articles 10, 11 and 40 of the Criminal Code of Kazakhstan: the kinds of penalty tell a
        crime from a misdemeanour, the greatest term of imprisonment tells the crimes apart. The figures are data.
    """
    penalties = [penalty for alternative in case.alternatives for penalty in alternative.penalties]
    steps = [step for step in general.steps if step.guilt is guilt]
    gravest = _by_term(penalties, steps)
    if gravest.category is not None and gravest.category is steps[-1].category:
        return gravest
    if any(_is_referred(penalty) for penalty in penalties):
        return CategoryFinding(category=None, ground=Ground.REFERRED)
    if any(penalty.kind is PenaltyKind.IMPRISONMENT for penalty in penalties):
        return gravest
    return _without_imprisonment(penalties, steps, general)


def _is_referred(penalty: Penalty) -> bool:
    return penalty.kind is PenaltyKind.REFERRED or penalty.measure.unit is Unit.TIMES_SANCTION


def _by_term(penalties: list[Penalty], steps: list[CategoryStep]) -> CategoryFinding:
    """Read the gravest prison term; a term that the words leave open settles nothing."""
    if not steps:
        return CategoryFinding(category=None, ground=Ground.SILENT)
    terms = [item for item in penalties if item.kind is PenaltyKind.IMPRISONMENT and not _is_referred(item)]
    endless = {Open.LIFE, Open.UNLIMITED}
    if any(item.kind is PenaltyKind.LIFE for item in penalties) or any(item.measure.upper in endless for item in terms):
        return CategoryFinding(category=steps[-1].category, ground=Ground.LIFE, rule=steps[-1].rule)
    uppers = list(_months(terms))
    if not uppers or len(uppers) < len(terms):
        return CategoryFinding(category=None, ground=Ground.SILENT)
    reached = (item for item in steps if item.most is None or max(uppers) <= item.most.finest.value)
    step = next(reached, steps[-1])
    return CategoryFinding(category=step.category, ground=Ground.TERM, rule=step.rule)


def _months(terms: list[Penalty]) -> Iterator[Decimal]:
    for item in terms:
        if isinstance(item.measure.upper, Decimal):
            yield Quantity(value=item.measure.upper, unit=item.measure.unit).finest.value


def _without_imprisonment(penalties: list[Penalty], steps: list[CategoryStep], general: GeneralPart) -> CategoryFinding:
    kinds = {penalty.kind for penalty in penalties}
    if kinds & general.misdemeanour_only:
        return CategoryFinding(category=Category.MISDEMEANOUR, ground=Ground.KIND, rule=general.kinds_rule)
    if not kinds & general.crime_only:
        pairs = [(item, general.limit(item.kind, category=Category.MISDEMEANOUR)) for item in penalties]
        bounded = [(item, limit) for item, limit in pairs if limit is not None]
        if bounded and all(_keeps_within(item, limit) for item, limit in bounded):
            return CategoryFinding(category=Category.MISDEMEANOUR, ground=Ground.AMOUNT, rule=bounded[0][1].rule)
    if not steps:
        return CategoryFinding(category=None, ground=Ground.SILENT)
    return CategoryFinding(category=steps[0].category, ground=Ground.NO_IMPRISONMENT, rule=steps[0].rule)


def _keeps_within(penalty: Penalty, limit: Limit) -> bool:
    upper = penalty.measure.upper
    return isinstance(upper, Decimal) and penalty.measure.unit is limit.most.unit and upper <= limit.most.value
