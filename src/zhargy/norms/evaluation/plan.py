"""A pack made ready for evaluation: norms in the order in which they decide each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhargy.norms.evaluation.values import NormOutcome, Outcome
from zhargy.norms.expression import Expression, Trace
from zhargy.norms.expression import evaluate as evaluate_expression
from zhargy.norms.packs.relations import defeaters, displacers, order_of
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.truth import Truth, conjunction, disjunction, negation
from zhargy.norms.vocabulary import Value


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
        self._order = order_of(pack.norms)

    def evaluate(self, facts: Mapping[str, Value], *, as_of: date) -> Outcome:
        """Return what comes of the facts.

        Args:
            facts: What is known; a fact that is not named is unknown, never false.
            as_of: Day the law is read at.
        """
        found: dict[str, _Met] = {}
        met: dict[str, Truth] = {}
        for norm in (self.pack.norms[each] for each in self._order):
            found[norm.id] = self._judge(norm, facts, as_of, met)
            met[norm.id] = found[norm.id].met
        norms = {norm.id: self._outcome(norm, found[norm.id], found) for norm in self.pack.norms.values()}
        return Outcome(as_of=as_of, facts=facts, norms=norms)

    def _judge(self, norm: Norm, facts: Mapping[str, Value], as_of: date, met: Mapping[str, Truth]) -> _Met:
        if not norm.valid.holds(as_of):
            return _NOT_IN_FORCE

        def trace(expression: Expression) -> Trace:
            return evaluate_expression(expression, facts, vocabulary=self.pack.vocabulary, met=met)

        condition = trace(norm.when)
        subject = None if norm.subject is None else trace(norm.subject)
        basic = met[norm.basic] if norm.basic else Truth.TRUE
        parts = [condition.truth, basic, *([subject.truth] if subject is not None else [])]
        elements = conjunction(parts)
        exceptions = {each: met[each] for each in self.exceptions[norm.id] if self.pack.norms[each].valid.holds(as_of)}
        return _Met(
            in_force=True,
            subject=subject,
            condition=condition,
            basic=basic,
            elements=elements,
            exceptions=exceptions,
            met=conjunction([elements, negation(disjunction(exceptions.values()))]),
        )

    def _outcome(self, norm: Norm, judged: _Met, found: Mapping[str, _Met]) -> NormOutcome:
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
        )


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
