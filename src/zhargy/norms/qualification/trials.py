"""How the offences of a pack would stand on other facts: many answers quickly, without their proofs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.packs.relations import order_of
from zhargy.norms.packs.values import Norm, NormKind
from zhargy.norms.qualification.conditions import condition
from zhargy.norms.qualification.standings import stands
from zhargy.norms.truth import Truth, conjunction, disjunction, negation
from zhargy.norms.vocabulary import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Which offences hold, and of which it is not decided whether they apply."""

    holding: frozenset[str]
    open: frozenset[str]


class Trials:
    """The norms of a pack made ready to be tried on many facts.

    Args:
        plan: The pack made ready.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        norms = plan.pack.norms
        vocabulary = plan.pack.vocabulary
        self.order = tuple(norms[each] for each in order_of(norms) if not norms[each].parameters)
        self.offences = tuple(norm.id for norm in self.order if norm.kind is NormKind.OFFENCE)
        self.conditions = {
            norm.id: tuple(
                condition(each, vocabulary=vocabulary) for each in (norm.when, norm.subject) if each is not None
            )
            for norm in self.order
        }

    @classmethod
    def of(cls, plan: Plan) -> Trials:
        """Return the norms of a plan made ready, once for all who ask."""
        if plan not in _READY:
            _READY[plan] = cls(plan)
        return _READY[plan]

    def on(self, outcome: Outcome) -> Tried:
        """Return the trials from an outcome on."""
        return Tried(self, outcome)


_READY: Final[WeakKeyDictionary[Plan, Trials]] = WeakKeyDictionary()


class Tried:
    """Other facts tried from one outcome on.

    Args:
        trials: The pack.
        outcome: What came of the facts.
    """

    def __init__(self, trials: Trials, outcome: Outcome) -> None:
        self.plan = trials.plan
        self.outcome = outcome
        self._trials = trials
        self._met = {norm: found.met for norm, found in outcome.norms.items()}
        self._standing = {norm: stands(found, outcome) for norm, found in outcome.norms.items()}
        self.before = self._standings(self._met, self._standing)

    def after(self, changed: Mapping[str, Value]) -> Standings:
        """Return how the offences stand when some facts are others.

        Args:
            changed: The facts that are others; those the pack does not know are left aside.
        """
        before = self.outcome.facts
        known = {name: value for name, value in changed.items() if name in self.plan.pack.vocabulary.facts}
        facts = supply(self.plan.pack, {**before, **known})
        differing = [name for name in {**before, **facts} if before.get(name) != facts.get(name)]
        resting = frozenset[str]().union(*(self.plan.resting_on(name) for name in differing))
        met, standing = dict(self._met), dict(self._standing)
        for norm in self._trials.order:
            if norm.id in resting and self.outcome.norms[norm.id].in_force:
                met[norm.id], standing[norm.id] = self._judged(norm, facts, met, standing)
        return self._standings(met, standing)

    def _judged(
        self, norm: Norm, facts: Mapping[str, Value], met: Mapping[str, Truth], standing: Mapping[str, bool]
    ) -> tuple[Truth, bool]:
        conditions = [each(facts, met) for each in self._trials.conditions[norm.id]]
        exceptions = [met[each] for each in self.plan.exceptions[norm.id]]
        basic = met[norm.basic] if norm.basic else Truth.TRUE
        is_met = conjunction([*conditions, basic, negation(disjunction(exceptions))])
        is_standing = (
            all(truth is Truth.TRUE for truth in conditions)
            and Truth.TRUE not in exceptions
            and (not norm.basic or standing[norm.basic])
        )
        return is_met, is_standing

    def _standings(self, met: Mapping[str, Truth], standing: Mapping[str, bool]) -> Standings:
        special = self.plan.special
        return Standings(
            holding=frozenset(
                norm
                for norm in self._trials.offences
                if standing[norm] and not any(standing[each] for each in special[norm])
            ),
            open=frozenset(norm for norm in self._trials.offences if self._is_open(norm, met)),
        )

    def _is_open(self, norm: str, met: Mapping[str, Truth]) -> bool:
        special = [met[each] for each in self.plan.special[norm]]
        return conjunction([met[norm], negation(disjunction(special))]) is Truth.UNKNOWN
