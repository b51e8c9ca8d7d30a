"""Questions of law on which the words are open: the answer for each way to read them that matters on the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from zhargy.norms.evaluation.branching import Taken, taken
from zhargy.norms.evaluation.plan import Plan
from zhargy.norms.evaluation.reaching import awaited
from zhargy.norms.evaluation.values import NormOutcome, Outcome
from zhargy.norms.expression import fact_names, norm_names
from zhargy.norms.packs.relations import branch_conditions, mentioned
from zhargy.norms.packs.values import Norm, NormKind, Standing
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

_Consequences = Mapping[str, tuple[Standing, int | None]]
_Groups = Sequence[tuple["ReadOutcome", ...]]

_Each = TypeVar("_Each")
_AUXILIARY: Final = frozenset({NormKind.DEFINITION, NormKind.EXCEPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOutcome:
    """What comes of the facts if the words are read in one way.

    Args:
        choices: The choice taken for each question of law that matters; empty where none does.
        outcome: What comes of the facts then.
    """

    choices: Mapping[str, str]
    outcome: Outcome


def readings(plan: Plan, facts: Mapping[str, Value], *, as_of: date) -> tuple[ReadOutcome, ...]:
    """Return the answer for each combination of the open questions of law that matters on the facts.

    A question matters if its choices lead to different standings of a norm that has a consequence, or to different
    branches of its sanction. A question that matters under some choices of another is told under those only. Where
    every choice leads to the same, the question is left out.

    Args:
        plan: The pack made ready.
        facts: What is known; a reading among them is settled.
        as_of: Day the law is read at.
    """
    return tuple(_Reading(plan).split(plan.evaluate(facts, as_of=as_of), {}))


class _Reading:
    """The norms of a pack that have a consequence of their own, as far as it can hang on a question of law."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = tuple(fact.name for fact in plan.pack.readings)
        resting = frozenset[str]().union(*(plan.resting_on(name) for name in self._names))
        named = {name for norm in plan.pack.norms.values() for name in mentioned(norm)}
        self._weighty = tuple(
            norm.id
            for norm in plan.pack.norms.values()
            if norm.kind not in _AUXILIARY
            and not (norm.kind is NormKind.CLASSIFICATION and norm.id in named)
            and self._hangs(norm, resting)
        )

    def _hangs(self, norm: Norm, resting: frozenset[str]) -> bool:
        """Whether the standing of a norm or the branch of its sanction can hang on a question of law."""
        if norm.id in resting or not resting.isdisjoint(self._plan.special[norm.id]):
            return True
        branches = tuple(branch_conditions(norm.sanction)) if norm.sanction is not None else ()
        return any(
            not resting.isdisjoint(norm_names(condition)) or not set(self._names).isdisjoint(fact_names(condition))
            for condition in branches
        )

    def split(self, outcome: Outcome, chosen: Mapping[str, str]) -> Iterator[ReadOutcome]:
        """Yield an outcome for each way to read what is still open."""
        name = self._mattering(outcome)
        if name is None:
            yield ReadOutcome(choices=chosen, outcome=outcome)
            return
        groups = []
        for choice in self._plan.pack.vocabulary.facts[name].choices:
            tried = self._plan.again(outcome, {**outcome.facts, name: choice})
            groups.append(tuple(self.split(tried, {**chosen, name: choice})))
        if self._agree(groups, name):
            yield from self._without(groups[0], name)
        else:
            yield from (read for group in groups for read in group)

    def _mattering(self, outcome: Outcome) -> str | None:
        """Return the first open question, in the order of the pack, that can still change a consequence."""
        living = [outcome.norms[norm] for norm in self._weighty if outcome.norms[norm].result is not Truth.FALSE]
        traces = [trace for found in living for trace in self._taken(found, outcome).open]
        unsettled = [name for found in living if found.result is Truth.UNKNOWN for name in _itself(found)]
        asked = (name for trace in traces for name in trace.unknown_norms)
        waiting = {*awaited(outcome, (*unsettled, *asked)), *(name for trace in traces for name in trace.unknown)}
        return next((name for name in self._names if name in waiting), None)

    def _agree(self, groups: _Groups, name: str) -> bool:
        first, *others = [[(_less(read.choices, name), self._told(read.outcome)) for read in group] for group in groups]
        return all(other == first for other in others)

    def _without(self, group: Sequence[ReadOutcome], name: str) -> Iterator[ReadOutcome]:
        """Yield outcomes that do not hang on a question: with it open where that tells as much, else with a choice."""
        for read in group:
            choices = _less(read.choices, name)
            left_open = self._plan.again(read.outcome, _less(read.outcome.facts, name))
            is_same = self._told(left_open) == self._told(read.outcome)
            yield ReadOutcome(choices=choices, outcome=left_open if is_same else read.outcome)

    def _told(self, outcome: Outcome) -> _Consequences:
        return {
            norm: (found.standing, self._taken(found, outcome).branch)
            for norm in self._weighty
            if (found := outcome.norms[norm]).result is not Truth.FALSE
        }

    def _taken(self, found: NormOutcome, outcome: Outcome) -> Taken:
        sanction = found.norm.sanction
        return Taken(branch=0) if sanction is None else taken(sanction, outcome, vocabulary=self._plan.pack.vocabulary)


def _itself(found: NormOutcome) -> tuple[str, ...]:
    """Return a norm and those it gives way to."""
    return (found.norm.id, *found.special)


def _less(mapping: Mapping[str, _Each], name: str) -> dict[str, _Each]:
    return {key: value for key, value in mapping.items() if key != name}
