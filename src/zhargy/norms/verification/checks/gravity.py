"""Aggravated forms that threaten no more than what they aggravate."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.model import Severity
from zhargy.norms.sanctions import Comparison, ResolvedCase, Verdict, compare
from zhargy.norms.verification.sides import Side, applies, decided, own, threatening, witness
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import VerificationFinding
from zhargy.norms.verification.weights import cases_of, greatest, told_penalties, written

_NOT_HARSHER = (Verdict.EQUAL, Verdict.MILDER)


def no_graver(space: Space) -> Iterator[VerificationFinding]:
    """Yield N411 and N412 of each aggravated form, and of each later part of an article that prevails over an earlier.

    Args:
        space: The space of cases.
    """
    for side in threatening(own(space)):
        earlier = [id_ for id_ in side.norm.prevails_over if side.beside(id_).article == side.article]
        for id_ in dict.fromkeys([*([side.norm.basic] if side.norm.basic else []), *earlier]):
            if side.beside(id_).norm.sanction is not None:
                yield from decided(_pair, side, side.beside(id_))


def _pair(graver: Side, basic: Side) -> Iterator[VerificationFinding]:
    base = cases_of(basic)[0]
    for at, case in enumerate(cases_of(graver)):
        comparison = compare(case, base, general=graver.general)
        code = _code(case, base, comparison, graver)
        if code == "N411" and at > 0:
            continue
        if code:
            yield _finding(code, graver, basic, case, base)


def _code(case: ResolvedCase, base: ResolvedCase, comparison: Comparison, side: Side) -> str:
    """Return N412 where the graver form reaches less far, N411 where both reach equally far, else nothing."""
    verdict = comparison.ceiling.verdict
    ours, theirs = greatest(case, side.general), greatest(base, side.general)
    if verdict is Verdict.MILDER:
        return "N412"
    if ours is not None and theirs is not None:
        return "N411" if (ours.kind, ours.upper, ours.of) == (theirs.kind, theirs.upper, theirs.of) else ""
    both = [line.judgement.verdict for line in comparison.lines if line.left is not None and line.right is not None]
    if verdict is Verdict.HARSHER or not all(each in _NOT_HARSHER for each in both):
        return ""
    return "N412" if Verdict.MILDER in both else "N411" if len(both) == len(comparison.lines) else ""


def _finding(code: str, graver: Side, basic: Side, case: ResolvedCase, base: ResolvedCase) -> VerificationFinding:
    ours, theirs = greatest(case, graver.general), greatest(base, graver.general)
    return VerificationFinding(
        code=code,
        severity=Severity.WARNING if code == "N411" else Severity.ERROR,
        norms=(graver.address, basic.address),
        params={
            "norm": graver.norm.id,
            "basic": basic.norm.id,
            "greatest": written(ours) if ours is not None else "",
            "basic_greatest": written(theirs) if theirs is not None else "",
            "branch": case.when,
        },
        penalties=told_penalties(greatest=ours, basic_greatest=theirs),
        witness=witness(graver.space, applies(graver)),
    )
