"""The interview itself: what has been answered, what it comes to, what is asked next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from zhargy.errors import UsageError
from zhargy.norms.evaluation import Outcome, Plan, supply
from zhargy.norms.expression import is_ruled_out
from zhargy.norms.interview.asking import Aim, aims, first_of, next_of
from zhargy.norms.packs import read_pack_facts
from zhargy.norms.vocabulary import Fact, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer.

    Args:
        fact: Name of the fact.
        value: What was answered; ``None`` where the question was skipped.
    """

    fact: str
    value: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that can still change the result.

    Args:
        fact: The fact asked for.
        norms: Ids of the norms that wait for it, in the order of the act.
        left: How many facts at most are still open, this one included.
    """

    fact: Fact
    norms: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What has been answered so far.

    Args:
        plan: The pack made ready.
        today: Day the law is read at while the day of the deed is not known.
        as_of: Day the law is read at whatever is answered; ``None``: the day of the deed.
        answers: The answers in their order.
    """

    plan: Plan
    today: date
    as_of: date | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def facts(self) -> Mapping[str, Value]:
        """What is known."""
        return {answer.fact: answer.value for answer in self.answers if answer.value is not None}

    @property
    def day(self) -> date:
        """Day the law is read at."""
        told = self.facts.get(self.plan.pack.day) if self.plan.pack.day else None
        return self.as_of or (told if isinstance(told, date) else self.today)

    @property
    def outcome(self) -> Outcome:
        """What comes of what is known."""
        return self.plan.evaluate(supply(self.plan.pack, self.facts), as_of=self.day)

    @property
    def question(self) -> Question | None:
        """The next question; ``None`` when nothing that may be asked can change the result."""
        closed = frozenset(answer.fact for answer in self.answers)
        day = self.plan.pack.day
        if day and self.as_of is None and day not in closed:
            askable = [each for each in self.plan.pack.vocabulary.facts.values() if each.is_asked]
            return Question(fact=self._fact(day), norms=(), left=len(askable))
        outcome = self.outcome
        waiting = [aim for aim in aims(self.plan, outcome) if any(self._may_ask(fact, closed) for fact in aim.facts)]
        if not waiting:
            return None
        open_facts = frozenset(fact for aim in waiting for fact in aim.facts if self._may_ask(fact, closed))
        first = next_of(waiting[0], self.plan, outcome, askable=open_facts)
        return None if first is None else self._question(first, waiting, open_facts)

    def answer(self, given: object) -> Interview:
        """Return the interview after an answer to its question.

        Args:
            given: The answer as `zhargy.norms.read_facts` takes it.

        Raises:
            FactsRefused: N221 to N226, the answer is of another type, out of bounds, or ruled out by another; N279, the
                deed lies before the law; N281, it cannot be so beside the others.
            UsageError: N321, nothing is asked any more.
        """
        return self._after(self._asked().fact.name, given)

    def skip(self) -> Interview:
        """Return the interview with its question left open: the fact stays unknown.

        Raises:
            UsageError: N321, nothing is asked any more.
        """
        return replace(self, answers=(*self.answers, Answer(fact=self._asked().fact.name, value=None)))

    def back(self) -> Interview:
        """Return the interview before its last answer; one without answers stays as it is."""
        return replace(self, answers=self.answers[:-1])

    def change(self, fact: str, given: object) -> Interview:
        """Return the interview with another answer to a question it has asked.

        Answers that have no meaning beside the new one are taken back; the rest stay.

        Raises:
            FactsRefused: N220 to N226, as in `answer`.
            UsageError: N322, that has not been asked.
        """
        if fact not in {answer.fact for answer in self.answers}:
            raise UsageError("N322", name=fact)
        value = read_pack_facts({fact: given}, self.plan.pack)[fact]
        changed = tuple(Answer(fact=fact, value=value) if each.fact == fact else each for each in self.answers)
        return replace(self, answers=tuple(self._meaningful(changed)))

    def _meaningful(self, answers: tuple[Answer, ...]) -> Iterator[Answer]:
        known: dict[str, Value] = {}
        for answer in answers:
            if not is_ruled_out(self._fact(answer.fact), known):
                yield answer
                if answer.value is not None:
                    known[answer.fact] = answer.value

    def _after(self, fact: str, given: object) -> Interview:
        facts = read_pack_facts({**self.facts, fact: given}, self.plan.pack)
        return replace(self, answers=(*self.answers, Answer(fact=fact, value=facts.get(fact))))

    def _asked(self) -> Question:
        question = self.question
        if question is None:
            raise UsageError("N321")
        return question

    def _question(self, first: str, waiting: list[Aim], askable: frozenset[str]) -> Question:
        closed = frozenset(answer.fact for answer in self.answers)
        asked = first_of(self.plan, first, known=frozenset(self.facts), closed=closed)
        norms = dict.fromkeys(aim.norm for aim in waiting if first in aim.facts)
        return Question(fact=self._fact(asked), norms=tuple(norms), left=len(askable | {asked}))

    def _may_ask(self, fact: str, closed: frozenset[str]) -> bool:
        return fact not in closed and self._fact(fact).is_asked

    def _fact(self, name: str) -> Fact:
        return self.plan.pack.vocabulary.facts[name]
