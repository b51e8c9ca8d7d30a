"""Use case of trying facts: what comes of them under one law or several, also while some of them cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from zhargy.app.norms import pack
from zhargy.app.qualifying import Qualified, joined_vocabulary, standing_alone
from zhargy.norms.evaluation import Outcome, Plan, UnknownFact, supply, unknowns
from zhargy.norms.evaluation.flipping import nearest_changes
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs import Pack, law_day, read_pack_facts
from zhargy.norms.problems import Problem
from zhargy.norms.qualification import Caveat, Law, Qualification, Turn, contrasts
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value, Vocabulary

Names = tuple[str, ...]
"""Names of packs that hold at the same time: a law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedLaw:
    """What comes of the facts under one law.

    Args:
        qualification: The offences, with what they threaten.
        outcomes: What came of every norm, pack by pack, under the first reading of the words.
        plans: The packs made ready, in the same order.
    """

    qualification: Qualification
    outcomes: tuple[Outcome, ...]
    plans: tuple[Plan, ...]

    @property
    def has_offences(self) -> bool:
        """Whether it knows any offence."""
        return Caveat.NO_OFFENCES not in self.qualification.caveats

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Smallest changes that would change which offences apply; which norms do, for a law that knows no offence."""
        if self.has_offences:
            return self.qualification.turns
        pairs = zip(self.plans, self.outcomes, strict=True)
        return tuple(turn for plan, outcome in pairs for turn in _turns(plan, outcome))

    @property
    def unknown(self) -> tuple[UnknownFact, ...]:
        """The facts that could still change any consequence, for a law that knows no offence."""
        pairs = zip(self.plans, self.outcomes, strict=True)
        found = [each for plan, outcome in pairs for each in unknowns(plan, outcome)]
        return tuple(sorted(found, key=lambda each: -each.settles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What comes of facts, and what is wrong with those that cannot be used.

    Args:
        packs: The packs of all laws, each once.
        vocabulary: Their facts.
        facts: The facts that can be used.
        problems: What is wrong with the others; they are left aside, and nothing is guessed in their place.
        laws: What comes of the facts, law by law.
    """

    packs: tuple[Pack, ...]
    vocabulary: Vocabulary
    facts: Mapping[str, Value]
    problems: tuple[Problem, ...]
    laws: tuple[TriedLaw, ...]

    @property
    def qualified(self) -> Qualified:
        """The laws side by side."""
        found = tuple(law.qualification for law in self.laws)
        return Qualified(
            facts=self.facts,
            laws=found,
            contrasts=tuple(contrasts(left, right) for left, right in pairwise(found)),
        )


def try_facts(
    raw: Mapping[str, object],
    *,
    laws: Sequence[Names],
    today: date,
    as_of: date | None = None,
    at_once: int = 1,
) -> Trial:
    """Return what comes of facts under some laws.

    Args:
        raw: Plain values by the names of the facts, from an address or a form.
        laws: The names of the packs of each law.
        today: Day the law is read at while no other is known.
        as_of: Day the law is read at whatever the facts say; ``None``: the day of the deed.
        at_once: How many facts a change that turns the answer may touch: one is quick, two may take a second.

    Raises:
        NotFound: N263, there is no pack of a name.
        UsageError: N307, two packs tell a fact differently.
    """
    packs = {name: pack(name) for names in laws for name in names}
    vocabulary = vocabulary_of(laws)
    facts, problems = _usable(raw, vocabulary=vocabulary, packs=packs.values())
    tried = tuple(_tried(names, facts, today=today, as_of=as_of, at_once=at_once) for names in laws)
    return Trial(packs=tuple(packs.values()), vocabulary=vocabulary, facts=facts, problems=problems, laws=tried)


def vocabulary_of(laws: Sequence[Names]) -> Vocabulary:
    """Return the facts of all packs of some laws.

    Raises:
        NotFound: N263, there is no pack of a name.
        UsageError: N307, two packs tell a fact differently.
    """
    return _vocabulary(tuple(dict.fromkeys(name for names in laws for name in names)))


@cache
def _vocabulary(names: Names) -> Vocabulary:
    return joined_vocabulary(map(pack, names))


@cache
def _plan(name: str) -> Plan:
    return Plan(pack(name))


@cache
def _law(names: Names) -> tuple[Law, tuple[Plan, ...]]:
    """Return a law made ready, once for all who ask: it knows nothing of any case."""
    plans = tuple(_plan(each.id) for each in standing_alone([pack(name) for name in names]))
    return Law(*plans), plans


def _usable(
    raw: Mapping[str, object], *, vocabulary: Vocabulary, packs: Iterable[Pack]
) -> tuple[Mapping[str, Value], tuple[Problem, ...]]:
    """Return the facts that can be used, and every problem of the others; those are taken out until the rest holds."""
    problems: list[Problem] = []
    given = dict(raw)
    while True:
        try:
            facts = read_facts(given, vocabulary)
            for each in packs:
                known = {name: value for name, value in facts.items() if name in each.vocabulary.facts}
                read_pack_facts(known, each)
        except FactsRefused as error:
            problems += [problem for problem in error.problems if problem not in problems]
            wrong = {name for name in given if any(_is_about(problem, name) for problem in error.problems)}
            given = {name: value for name, value in given.items() if wrong and name not in wrong}
        else:
            return facts, tuple(problems)


def _is_about(problem: Problem, name: str) -> bool:
    """Whether a problem is one of a fact, or of a field of the things it lists."""
    told = problem.params.get("name", "")
    return told == name or told.startswith(f"{name}.")


def _tried(names: Names, facts: Mapping[str, Value], *, today: date, as_of: date | None, at_once: int) -> TriedLaw:
    law, plans = _law(names)
    day = next((told for each in law.packs if (told := law_day(each, facts, as_of=as_of)) is not None), today)
    found = law.qualify(facts, as_of=day, at_once=at_once)
    read = {**facts, **found.answers[0].choices}
    outcomes = tuple(plan.evaluate(_known(plan.pack, read), as_of=day) for plan in plans)
    return TriedLaw(qualification=found, outcomes=outcomes, plans=plans)


def _turns(plan: Plan, outcome: Outcome) -> Iterator[Turn]:
    """Yield changes of one given fact after which other norms of the pack apply, the nearest for each difference."""
    before = _applying(plan, outcome)
    given = (name for name in outcome.facts if plan.pack.vocabulary.facts[name].is_asked and name != plan.pack.day)
    for name in given:
        seen: set[frozenset[str]] = {before}
        for change in nearest_changes(plan, outcome, name):
            tried = plan.again(outcome, supply(plan.pack, {**outcome.facts, name: change.after}))
            after = _applying(plan, tried)
            if after not in seen:
                seen.add(after)
                lost = before - after
                unsure = {norm for norm in lost if tried.norms[norm].result is Truth.UNKNOWN}
                yield Turn(
                    changes=(change,),
                    gained=tuple(sorted(after - before)),
                    lost=tuple(sorted(lost)),
                    unsure=tuple(sorted(unsure)),
                )


def _applying(plan: Plan, outcome: Outcome) -> frozenset[str]:
    return frozenset(norm for norm in outcome.applying if norm in plan.pack.own_norms)


def _known(of: Pack, facts: Mapping[str, Value]) -> Mapping[str, Value]:
    return supply(of, {name: value for name, value in facts.items() if name in of.vocabulary.facts})
