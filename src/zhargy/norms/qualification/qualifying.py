"""Facts under one law: which offences they make, and what those threaten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.packs import NormKind, Pack, PackStatus
from zhargy.norms.qualification.answering import answer
from zhargy.norms.qualification.opening import open_facts_of
from zhargy.norms.qualification.reading import read_outcomes
from zhargy.norms.qualification.standings import offences_in
from zhargy.norms.qualification.trials import Trials
from zhargy.norms.qualification.turning import turns
from zhargy.norms.qualification.values import (
    Caveat,
    Qualification,
)
from zhargy.norms.vocabulary import Value

_Found = tuple[tuple[Plan, Outcome], ...]


class Law:
    """Packs that hold at the same time, made ready for many questions.

    Args:
        plans: The packs, each with all it uses.
    """

    def __init__(self, *plans: Plan) -> None:
        self.packs = tuple(plan.pack for plan in plans)
        self._plans = plans
        self._trials = tuple(map(Trials.of, plans))

    def qualify(self, facts: Mapping[str, Value], *, as_of: date, at_once: int = 2) -> Qualification:
        """Return what comes of the facts.

        Args:
            facts: What is known, as `zhargy.norms.facts.read_facts` gives it; a fact that no pack knows is left aside.
            as_of: Day the law is read at.
            at_once: How many facts a change that turns the answer may touch: one is quick, two may take a second.
        """
        given = [(plan, _known(plan, facts)) for plan in self._plans]
        read = list(_read(given, as_of))
        answers = tuple(answer(found, choices=choices) for choices, found in read)
        first = read[0][1]
        not_held = tuple(norm for _, outcome in first for norm in _not_held(outcome))
        tried = [trials.on(outcome) for trials, (_, outcome) in zip(self._trials, first, strict=True)]
        return Qualification(
            packs=self.packs,
            as_of=as_of,
            facts={name: value for _, known in given for name, value in known.items()},
            answers=answers,
            unknown=open_facts_of(tried, answers),
            turns=turns(tried, at_once=at_once),
            caveats=(*_caveats(self.packs), *([Caveat.OTHER_WORDING] if not_held else [])),
            not_held=not_held,
        )


def qualify(plan: Plan, facts: Mapping[str, Value], *, as_of: date, beside: Sequence[Plan] = ()) -> Qualification:
    """Return what comes of the facts under one law.

    Args:
        plan: A pack made ready.
        facts: What is known.
        as_of: Day the law is read at.
        beside: Packs that hold beside it.

    Source:
        Criminal Code of Kazakhstan, Articles 10 to 13: what an offence is, its categories, several offences by one
        deed, the special norm before the general one. Which norm is special the packs say themselves.
    """
    return Law(plan, *beside).qualify(facts, as_of=as_of)


def _known(plan: Plan, facts: Mapping[str, Value]) -> Mapping[str, Value]:
    own = {name: value for name, value in facts.items() if name in plan.pack.vocabulary.facts}
    return supply(plan.pack, own)


def _read(given: Sequence[tuple[Plan, Mapping[str, Value]]], as_of: date) -> Iterator[tuple[Mapping[str, str], _Found]]:
    """Yield each reading of the words with what comes of the norms; readings of several packs that agree are joined."""
    of_each = [[(plan, found) for found in read_outcomes(plan, known, as_of=as_of)] for plan, known in given]
    for combination in product(*of_each):
        choices: dict[str, str] = {}
        for _, found in combination:
            choices.update(found.choices)
        if all(choices[name] == choice for _, found in combination for name, choice in found.choices.items()):
            yield choices, tuple((plan, found.outcome) for plan, found in combination)


def _not_held(outcome: Outcome) -> Iterator[str]:
    """Yield the offences that are no law on the day read at: the pack has them in another wording only."""
    yield from (found.norm.id for found in offences_in(outcome) if not found.in_force)


def _caveats(packs: Sequence[Pack]) -> Iterator[Caveat]:
    statuses = {pack.status for pack in packs}
    if PackStatus.PROPOSED in statuses:
        yield Caveat.PROPOSED
    if PackStatus.FICTIONAL in statuses:
        yield Caveat.FICTIONAL
    if any(not pack.reviewer for pack in packs):
        yield Caveat.UNREVIEWED
    if not any(norm.kind is NormKind.OFFENCE for pack in packs for norm in pack.norms.values()):
        yield Caveat.NO_OFFENCES
    if all(pack.general is None for pack in packs):
        yield Caveat.NO_GENERAL_PART
