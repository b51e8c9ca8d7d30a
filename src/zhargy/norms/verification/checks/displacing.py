"""Special norms that would be milder than the law in force whose place they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zhargy.model import Severity
from zhargy.norms.sanctions import Verdict, compare
from zhargy.norms.verification.rivalry import Rivals
from zhargy.norms.verification.sides import Side, applies, decided, witness
from zhargy.norms.verification.values import VerificationFinding
from zhargy.norms.verification.weights import cases_of, greatest, told_penalties, written


def milder_specials(pairs: Iterable[list[Rivals]]) -> Iterator[VerificationFinding]:
    """Yield N418: a norm of the act is special to one of an act beside it, and threatens less.

    Args:
        pairs: Rivals by the articles they stand in.
    """
    for group in pairs:
        across = [pair for pair in group if pair.narrow.at == 0 and pair.wide.at > 0]
        found = [each for pair in across for each in decided(_milder, pair.narrow, pair.wide)]
        yield from _joined(found)


def _joined(found: list[VerificationFinding]) -> Iterator[VerificationFinding]:
    """Yield one finding for two articles, the first of several with all their norms, and what was not decided."""
    told = [each for each in found if each.code == "N418"]
    if told:
        norms = dict.fromkeys(norm for each in told for norm in each.norms)
        parts = ", ".join(f"{each.params['norm']} < {each.params['other']}" for each in told)
        yield replace(told[0], norms=tuple(norms), params={**told[0].params, "parts": parts})
    yield from (each for each in found if each.code != "N418")


def _milder(special: Side, general: Side) -> Iterator[VerificationFinding]:
    ours, theirs = cases_of(special)[0], cases_of(general)[0]
    comparison = compare(ours, theirs, general=special.general)
    verdicts = [line.judgement.verdict for line in comparison.lines if line.left is not None and line.right is not None]
    is_milder = comparison.ceiling.verdict is Verdict.MILDER
    never_harsher = comparison.ceiling.verdict is not Verdict.HARSHER and Verdict.HARSHER not in verdicts
    if not is_milder and not (never_harsher and Verdict.MILDER in verdicts):
        return
    highest, other = greatest(ours, special.general), greatest(theirs, special.general)
    yield VerificationFinding(
        code="N418",
        severity=Severity.ERROR,
        norms=(special.address, general.address),
        params={
            "norm": special.norm.id,
            "other": general.norm.id,
            "pack": general.pack.id,
            "greatest": written(highest) if highest is not None else "",
            "other_greatest": written(other) if other is not None else "",
        },
        penalties=told_penalties(greatest=highest, other_greatest=other),
        witness=witness(special.space, applies(special), applies(general)),
    )
