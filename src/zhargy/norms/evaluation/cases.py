"""The examples of a pack, run: each comes out as it says, or the differences are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhargy.norms.evaluation.choosing import choices
from zhargy.norms.evaluation.plan import Plan
from zhargy.norms.evaluation.supplying import supply
from zhargy.norms.evaluation.values import Outcome
from zhargy.norms.packs.values import Case, NormKind, Pack, Standing

#: What an offence may be that an example does not mention.
_SILENT = frozenset({Standing.NOT_IN_FORCE, Standing.NOT_MET, Standing.DEFEATED, Standing.DISPLACED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A norm that came out otherwise than an example says.

    Args:
        norm: Its element id.
        expected: What the example says, a standing or choices of a sanction; empty where it says nothing of an offence
            that applies or is unknown.
        found: What came of it.
    """

    norm: str
    expected: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """What came of an example."""

    case: Case
    outcome: Outcome
    differences: tuple[Difference, ...]

    @property
    def has_passed(self) -> bool:
        """Whether everything came out as the example says."""
        return not self.differences


def run_cases(pack: Pack) -> Iterator[CaseResult]:
    """Yield what comes of each example of a pack, in its order."""
    plan = Plan(pack)
    for case in pack.cases:
        outcome = plan.evaluate(supply(pack, case.facts), as_of=case.day)
        yield CaseResult(case=case, outcome=outcome, differences=tuple(differences(case, outcome, pack)))


def differences(case: Case, outcome: Outcome, pack: Pack) -> Iterator[Difference]:
    """Yield the norms that came out otherwise than an example says.

    Args:
        case: The example.
        outcome: What came of its facts.
        pack: The pack.
    """
    own = pack.own_norms
    for norm, found in outcome.norms.items():
        expected = case.expect.get(norm)
        unmentioned = norm in own and found.norm.kind is NormKind.OFFENCE and found.standing not in _SILENT
        if found.standing is not expected and (expected is not None or unmentioned):
            yield Difference(norm=norm, expected=(expected,) if expected else (), found=(found.standing,))
    for norm, threatened in case.threatens.items():
        sanction = outcome.norms[norm].norm.sanction
        written = choices(sanction, outcome, vocabulary=pack.vocabulary) if sanction is not None else ()
        if written != threatened:
            yield Difference(norm=norm, expected=threatened, found=written)
