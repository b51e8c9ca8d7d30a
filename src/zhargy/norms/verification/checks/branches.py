"""Kinds of penalty that one branch allows and the rest of the sanction does not; sanctions that hang on a reading."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.model import Severity
from zhargy.norms.expression import fact_names, parse
from zhargy.norms.sanctions import PenaltyKind, ResolvedCase
from zhargy.norms.verification.checks.limits import unsaid
from zhargy.norms.verification.sides import Side, applies, decided, holds, own, threatening, witness
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import VerificationFinding
from zhargy.norms.verification.weights import cases_of, main_penalties, written


def odd_branches(space: Space) -> Iterator[VerificationFinding]:
    """Yield N417: a milder kind that only one branch opens, though it is there for the graver cases.

    Args:
        space: The space of cases.
    """
    for side in threatening(own(space)):
        yield from decided(_branches, side)


def _branches(side: Side) -> Iterator[VerificationFinding]:
    base, *branches = cases_of(side)
    for branch in branches:
        condition = parse(branch.when)
        if not set(readings_of(side)).isdisjoint(fact_names(condition)):
            continue
        for kind in _only_there(branch, base, side):
            told = next(written(penalty) for penalty in main_penalties(branch) if penalty.kind is kind)
            yield VerificationFinding(
                code="N417",
                severity=Severity.WARNING,
                norms=(side.address,),
                params={"norm": side.norm.id, "kind": kind.value, "condition": branch.when, "told": told},
                witness=witness(side.space, applies(side), holds(side, condition)),
            )


def _only_there(branch: ResolvedCase, base: ResolvedCase, side: Side) -> Iterator[PenaltyKind]:
    """Yield the kinds of a branch that are milder than all that the sanction has without it."""
    ladder = side.general.ladder
    usual = [ladder.index(penalty.kind) for penalty in main_penalties(base) if penalty.kind in ladder]
    for kind in dict.fromkeys(penalty.kind for penalty in main_penalties(branch)):
        if kind in ladder and usual and ladder.index(kind) < min(usual):
            yield kind


def hanging_on_readings(space: Space) -> Iterator[VerificationFinding]:
    """Yield N420: what a norm threatens hangs on a question of law that the words leave open.

    Args:
        space: The space of cases.
    """
    for side in threatening(own(space)):
        yield from decided(_readings, side)


def readings_of(side: Side) -> tuple[str, ...]:
    """Return the questions of law that the branches of a sanction ask."""
    branches = side.norm.sanction.branches if side.norm.sanction is not None else ()
    named = dict.fromkeys(name for branch in branches for name in fact_names(parse(branch.when)))
    return tuple(name for name in named if side.pack.vocabulary.facts[name].is_reading)


def _readings(side: Side) -> Iterator[VerificationFinding]:
    if unsaid(side):
        return
    for name in readings_of(side):
        yield VerificationFinding(
            code="N420",
            severity=Severity.INFO,
            norms=(side.address,),
            params={
                "norm": side.norm.id,
                "reading": name,
                "choices": ", ".join(side.pack.vocabulary.facts[name].choices),
            },
            witness=witness(side.space, applies(side)),
        )
