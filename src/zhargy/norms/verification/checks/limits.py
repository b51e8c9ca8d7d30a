"""Sanctions outside what the General Part allows: terms, amounts, kinds, and multiples of other sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zhargy.model import Severity
from zhargy.model.eid import ElementId
from zhargy.norms.packs.values import NormKind
from zhargy.norms.sanctions import (
    Category,
    Excess,
    Limit,
    PenaltyKind,
    Quantity,
    ResolvedCase,
    ResolvedPenalty,
    Stated,
    Unit,
)
from zhargy.norms.verification.sides import Side, own, threatening
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import Passed, VerificationFinding
from zhargy.norms.verification.weights import (
    cases_of,
    excess_written,
    is_above,
    limit_of,
    main_penalties,
    multiplied,
    penalties_in,
    quantity,
    written,
)


def out_of_bounds(space: Space) -> Iterator[VerificationFinding]:
    """Yield N413 to N416 and N419 of each offence, each thing once; the general rules themselves may set other bounds.

    Args:
        space: The space of cases.
    """
    for side in threatening(own(space)):
        if side.norm.kind is not NormKind.OFFENCE:
            continue
        found = [finding for case in cases_of(side) for finding in _case(side, case)]
        yield from {(each.code, *sorted(each.params.items())): each for each in found}.values()


def _case(side: Side, case: ResolvedCase) -> Iterator[VerificationFinding]:
    for penalty in penalties_in(case):
        if _is_multiple(penalty):
            yield from _multiple(side, case, penalty)
        else:
            yield from _ends(side, case.category.category, penalty)
    for penalty in main_penalties(case):
        yield from _kind(side, case, penalty)


def _ends(side: Side, category: Category | None, penalty: ResolvedPenalty) -> Iterator[VerificationFinding]:
    """Yield N413: a stated end above the most or below the least."""
    limit = limit_of(penalty.kind, category, side.general)
    if limit is None:
        return
    for end in (penalty.lower, penalty.upper):
        if not isinstance(end, Stated):
            continue
        if is_above(end.quantity, limit.most):
            yield _excess(side, penalty, end.quantity, limit.most, limit)
        elif is_above(limit.least, end.quantity) and side.general.limit(penalty.kind, category=category) is not None:
            yield _excess(side, penalty, end.quantity, limit.least, limit)


def _excess(
    side: Side, penalty: ResolvedPenalty, stated: Quantity, bound: Quantity, limit: Limit
) -> VerificationFinding:
    passed = Passed(kind=penalty.kind, excess=Excess(stated=stated, limit=bound, rule=limit.rule))
    params = {"kind": penalty.kind.value, "stated": quantity(stated), "limit": quantity(bound), "rule": limit.rule}
    return replace(_finding("N413", side, **params), passed=(passed,))


def _kind(side: Side, case: ResolvedCase, penalty: ResolvedPenalty) -> Iterator[VerificationFinding]:
    """Yield N415, a kind that the category of the offence cannot bring, and N416, one that is no main penalty."""
    general, category = side.general, case.category.category
    limits = [limit for limit in general.limits if limit.kind is penalty.kind]
    is_crime = category is not None and category is not Category.MISDEMEANOUR
    barred = bool(limits) and category is not None and general.limit(penalty.kind, category=category) is None
    if barred or (is_crime and penalty.kind in general.misdemeanour_only):
        rule = limits[0].rule if limits else general.kinds_rule
        yield _finding("N415", side, kind=penalty.kind.value, category=str(category), rule=rule, told=written(penalty))
    elif general.ladder and penalty.kind not in {*general.ladder, PenaltyKind.REFERRED, *general.misdemeanour_only}:
        yield _finding("N416", side, kind=penalty.kind.value, rule=general.ladder_rule or general.kinds_rule)


def _multiple(side: Side, case: ResolvedCase, penalty: ResolvedPenalty) -> Iterator[VerificationFinding]:
    """Yield N414 for each sanction that multiplied passes a limit, N419 where it is not said which one is meant.

    «Twice the fine of article 3» multiplies the fine alone, «twice the punishment» all that the article threatens.
    """
    targets = _targets(side, penalty.of)
    if len(targets) > 1:
        names = ", ".join(target.norm.id for target in targets)
        yield _finding("N419", side, of=penalty.of, targets=names, told=written(penalty))
    if not isinstance(penalty.upper, Stated):
        return
    times = penalty.upper.quantity.value
    for target in targets:
        passed = [
            each
            for each in _passing(target, case.category.category, times)
            if penalty.kind in {each.kind, PenaltyKind.REFERRED}
        ]
        if passed:
            measures = "; ".join(excess_written(each.kind, each.excess) for each in passed)
            params = {"of": target.norm.id, "times": f"{times.normalize():f}", "measures": measures}
            yield replace(_finding("N414", side, **params), passed=tuple(passed))


def _passing(target: Side, category: Category | None, times: Decimal) -> Iterator[Passed]:
    """Yield each penalty that multiplied passes its limit."""
    for penalty in penalties_in(cases_of(target)[0]):
        limit, much = limit_of(penalty.kind, category, target.general), multiplied(penalty.upper, times)
        if limit is not None and much is not None and is_above(much, limit.most):
            yield Passed(kind=penalty.kind, excess=Excess(stated=much, limit=limit.most, rule=limit.rule))


def unsaid(side: Side) -> bool:
    """Whether a sanction multiplies that of an article with several, and it is not said which."""
    multiples = (penalty for case in cases_of(side)[:1] for penalty in penalties_in(case) if _is_multiple(penalty))
    return any(len(_targets(side, penalty.of)) > 1 for penalty in multiples)


def _targets(side: Side, of: str) -> list[Side]:
    """Return the norms with a sanction that stand at an element id or below it."""
    named = ElementId.parse(of)
    return [
        each
        for each in threatening(iter([side.beside(id_) for id_ in side.pack.own_norms]))
        if _is_within(ElementId.parse(each.norm.id), named)
    ]


def _is_within(eid: ElementId, named: ElementId) -> bool:
    return eid.steps[: len(named.steps)] == named.steps


def _is_multiple(penalty: ResolvedPenalty) -> bool:
    ends = (penalty.lower, penalty.upper)
    return any(isinstance(end, Stated) and end.quantity.unit is Unit.TIMES_SANCTION for end in ends)


def _finding(code: str, side: Side, **params: str) -> VerificationFinding:
    severity = Severity.WARNING if code in {"N419", "N416"} else Severity.ERROR
    return VerificationFinding(
        code=code, severity=severity, norms=(side.address,), params={"norm": side.norm.id, **params}
    )
