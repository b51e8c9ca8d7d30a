"""A pack made ready for evaluation: norms in the order in which they decide each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zhargy.norms.evaluation.inquiring import Inquiry
from zhargy.norms.evaluation.values import NormOutcome, Outcome
from zhargy.norms.expression import Operand, Trace, fact_names
from zhargy.norms.expression.context import Context
from zhargy.norms.expression.evaluator import decide
from zhargy.norms.expression.sharing import Sharing
from zhargy.norms.packs.relations import conditions_of, defeaters, dependents, displacers, order_of
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.truth import Truth, conjunction, disjunction, negation
from zhargy.norms.vocabulary import Value, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """A norm before it is asked whether it gives way."""

    in_force: bool
    subject: Trace | None
    condition: Trace | None
    basic: Truth
    elements: Truth
    exceptions: Mapping[str, Truth]
    met: Truth
    amount: Operand | None = None


_NOT_IN_FORCE = _Met(
    in_force=False,
    subject=None,
    condition=None,
    basic=Truth.FALSE,
    elements=Truth.FALSE,
    exceptions={},
    met=Truth.FALSE,
)


class Plan:
    """What of a pack does not hang on the facts, worked out once for many evaluations.

    Args:
        pack: A checked pack.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.exceptions = defeaters(pack.norms)
        self.special = displacers(pack.norms)
        self._closed = tuple(norm.id for norm in pack.norms.values() if not norm.parameters)
        self._order = tuple(id_ for id_ in order_of(pack.norms) if id_ in frozenset(self._closed))
        self._asks = any(norm.parameters or norm.amount is not None for norm in pack.norms.values())
        self._rests = dependents(pack.norms)
        self._read = {norm.id: frozenset(_facts_read(norm, pack.vocabulary)) for norm in pack.norms.values()}
        self._resting: dict[str, frozenset[str]] = {}
        sharing = Sharing()
        self._conditions = {
            norm.id: (sharing.shared(norm.when), None if norm.subject is None else sharing.shared(norm.subject))
            for norm in pack.norms.values()
        }

    def evaluate(self, facts: Mapping[str, Value], *, as_of: date) -> Outcome:
        """Return what comes of the facts.

        Args:
            facts: What is known; a fact that is not named is unknown, never false.
            as_of: Day the law is read at.
        """
        found: dict[str, _Met] = {}
        met: dict[str, Truth] = {}
        context = self._context(facts, as_of, met)
        for norm in (self.pack.norms[each] for each in self._order):
            found[norm.id] = self._judge(norm, as_of, context)
            met[norm.id] = found[norm.id].met
        norms = {id_: self._outcome(self.pack.norms[id_], found[id_], found) for id_ in self._closed}
        return Outcome(as_of=as_of, facts=facts, norms=norms)

    def again(self, outcome: Outcome, facts: Mapping[str, Value]) -> Outcome:
        """Return what comes of other facts on the same day, working out only what rests on those that differ.

        Args:
            outcome: What came of some facts under this plan.
            facts: The other facts.
        """
        differing = [name for name in {**outcome.facts, **facts} if outcome.facts.get(name) != facts.get(name)]
        return self._anew(outcome, facts, frozenset[str]().union(*(self.resting_on(name) for name in differing)))

    def revised(self, outcome: Outcome, norms: Iterable[str]) -> Outcome:
        """Return what comes of the facts of an outcome found under another wording of some norms.

        Args:
            outcome: What came of the facts under a plan whose norms have the same ids.
            norms: Ids of the norms that are worded otherwise here, or to which other norms are now exceptions.
        """
        return self._anew(outcome, outcome.facts, self._with_dependents(norms))

    def _anew(self, outcome: Outcome, facts: Mapping[str, Value], resting: frozenset[str]) -> Outcome:
        met = {id_: found.met for id_, found in outcome.norms.items()}
        found: dict[str, _Met | NormOutcome] = {**outcome.norms}
        judged: dict[str, _Met] = {}
        context = self._context(facts, outcome.as_of, met)
        for id_ in (id_ for id_ in self._order if id_ in resting):
            found[id_] = judged[id_] = self._judge(self.pack.norms[id_], outcome.as_of, context)
            met[id_] = judged[id_].met
        norms = dict(outcome.norms)
        for id_ in self._giving_way(resting):
            norm = self.pack.norms[id_]
            norms[id_] = self._outcome(norm, judged.get(id_) or outcome.norms[id_], found)
        return Outcome(as_of=outcome.as_of, facts=facts, norms=norms)

    def resting_on(self, fact: str) -> frozenset[str]:
        """Return the ids of the norms whose elements or exceptions rest on a fact, straight or by way of others."""
        if fact not in self._resting:
            reading = [norm.id for norm in self.pack.norms.values() if fact in self._read[norm.id]]
            self._resting[fact] = self._with_dependents(reading)
        return self._resting[fact]

    def _with_dependents(self, norms: Iterable[str]) -> frozenset[str]:
        """Return norms and all whose being met hangs on one of them."""
        found = set(norms)
        waiting = list(found)
        while waiting:
            further = [id_ for id_ in self._rests[waiting.pop()] if id_ not in found]
            found.update(further)
            waiting += further
        return frozenset(found)

    def _giving_way(self, norms: frozenset[str]) -> Iterator[str]:
        """Yield norms and those that give way to one of them."""
        return (id_ for id_ in self._closed if id_ in norms or not norms.isdisjoint(self.special[id_]))

    def _context(self, facts: Mapping[str, Value], as_of: date, met: Mapping[str, Truth]) -> Context:
        """Return what an evaluation rests on; only a pack with things or amounts has somebody to ask about them."""
        asked = Inquiry(self.pack, facts, as_of=as_of, met=met) if self._asks else None
        return Context(facts=facts, vocabulary=self.pack.vocabulary, met=met, decide=decide, asked=asked, kept={})

    def _judge(self, norm: Norm, as_of: date, context: Context) -> _Met:
        if not norm.valid.holds(as_of):
            return _NOT_IN_FORCE
        met = context.met
        when, addressee = self._conditions[norm.id]
        condition = decide(when, context)
        subject = None if addressee is None else decide(addressee, context)
        basic = met[norm.basic] if norm.basic else Truth.TRUE
        parts = [condition.truth, basic, *([subject.truth] if subject is not None else [])]
        elements = conjunction(parts)
        exceptions = {each: met[each] for each in self.exceptions[norm.id] if self.pack.norms[each].valid.holds(as_of)}
        is_met = conjunction([elements, negation(disjunction(exceptions.values()))])
        return _Met(
            in_force=True,
            subject=subject,
            condition=condition,
            basic=basic,
            elements=elements,
            exceptions=exceptions,
            met=is_met,
            amount=_amount(norm, is_met, context),
        )

    def _outcome(self, norm: Norm, judged: _Met | NormOutcome, found: Mapping[str, _Met | NormOutcome]) -> NormOutcome:
        special = {each: found[each].met for each in self.special[norm.id] if found[each].in_force}
        return NormOutcome(
            norm=norm,
            in_force=judged.in_force,
            subject=judged.subject,
            condition=judged.condition,
            basic=judged.basic,
            elements=judged.elements,
            exceptions=judged.exceptions,
            met=judged.met,
            special=special,
            result=conjunction([judged.met, negation(disjunction(special.values()))]),
            amount=judged.amount,
        )


def _amount(norm: Norm, is_met: Truth, context: Context) -> Operand | None:
    """Return what a norm comes to where it is met."""
    if norm.amount is None or is_met is not Truth.TRUE or not isinstance(context.asked, Inquiry):
        return None
    return context.asked.reckoned(norm)


def _facts_read(norm: Norm, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the facts that the conditions and the amount of a norm look at, and those that rule such a fact out."""
    for expression in (*conditions_of(norm), *([] if norm.amount is None else [norm.amount])):
        for name in fact_names(expression):
            yield name
            fact = vocabulary.find(name)
            if fact is not None and fact.asked_if is not None:
                yield from fact_names(fact.asked_if)


def evaluate(pack: Pack, facts: Mapping[str, Value], *, as_of: date) -> Outcome:
    """Return what comes of the facts under the norms of a pack.

    Args:
        pack: A checked pack.
        facts: What is known, as `zhargy.norms.facts.read_facts` gives it.
        as_of: Day the law is read at.

    Source:
        Three-valued logic of Kleene (1952), section 64; exceptions as norms that defeat norms, the special before the
        general (lex specialis derogat legi generali).
    """
    return Plan(pack).evaluate(facts, as_of=as_of)
