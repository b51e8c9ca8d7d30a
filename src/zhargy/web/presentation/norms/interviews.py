"""A page of an interview: the question with its field, the answers so far, at the end what has come of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from zhargy.app.trying import try_facts
from zhargy.messages.law import LawWords
from zhargy.norms.interview import Answer, Interview
from zhargy.norms.problems import Problem
from zhargy.text import Language
from zhargy.web.presentation.norms.addresses import facts_query, norm_address
from zhargy.web.presentation.norms.fields import Field, fact_field, told_problem
from zhargy.web.presentation.norms.laws import NormAddress
from zhargy.web.presentation.norms.pages import Page, PlayView
from zhargy.web.presentation.norms.turning import Link
from zhargy.web.presentation.problems import Problem as Told

_FEW: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """An answer that was given.

    Args:
        name: Name of the fact.
        label: Its short name.
        value: What was answered, in words; empty where the question was skipped.
    """

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewView:
    """What a page of an interview shows.

    Args:
        field: The question with its field; ``None`` at the end.
        problems: What is wrong with the answer just given.
        is_change: Whether an earlier answer is changed.
        left: How many questions are left at most.
        answered: How many were answered or skipped.
        norms: The norms that wait for the answer.
        more: How many more do.
        answers: The answers so far.
        has_skipped: Whether any question was skipped.
        result: What has come of them; ``None`` before the end.
        try_address: Address of the answers in the playground.
    """

    field: Field | None
    problems: tuple[Told, ...]
    is_change: bool
    left: int
    answered: int
    norms: tuple[Link, ...]
    more: int
    answers: tuple[AnswerLine, ...]
    has_skipped: bool
    result: PlayView | None
    try_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPage:
    """Makes the view.

    Args:
        interview: The interview.
        language: Language of the reader.
        edited: Name of a fact whose answer is to be changed; empty for none.
        problems: What is wrong with the answer just given.
        typed: That answer as it was typed.
        address: Where norms can be read.
        today: Day the law is read at while no other is known.
    """

    interview: Interview
    language: Language
    edited: str
    problems: Sequence[Problem]
    typed: str
    address: NormAddress
    today: date

    def view(self) -> InterviewView:
        """Return what the page shows."""
        interview, words = self.interview, self._words()
        pack = interview.plan.pack
        changed = next((each for each in interview.answers if each.fact == self.edited), None)
        question = None if changed is not None else interview.question
        asked = changed.fact if changed is not None else question.fact.name if question is not None else ""
        norms = question.norms if question is not None else ()
        return InterviewView(
            field=self._field(asked, words) if asked else None,
            problems=tuple(
                told_problem(each, words.vocabulary.find(each.params["name"]), words) for each in self.problems
            ),
            is_change=changed is not None,
            left=question.left if question is not None else 0,
            answered=len(interview.answers),
            norms=tuple(Link(address=norm_address(pack, norm), label=words.norm(norm)) for norm in norms[:_FEW]),
            more=len(norms[_FEW:]),
            answers=tuple(_line(each, words) for each in interview.answers),
            has_skipped=any(each.value is None for each in interview.answers),
            result=None if asked else self._result(),
            try_address=self._try_address(),
        )

    def _words(self) -> LawWords:
        pack = self.interview.plan.pack
        return LawWords(language=self.language, packs=(pack,), vocabulary=pack.vocabulary)

    def _field(self, name: str, words: LawWords) -> Field:
        fact = self.interview.plan.pack.vocabulary.facts[name]
        known = self.interview.facts
        return fact_field(fact, known, told={name: self.typed}, words=words)

    def _result(self) -> PlayView:
        interview, pack = self.interview, self.interview.plan.pack
        trial = try_facts(interview.facts, laws=((pack.id,),), today=self.today, as_of=interview.as_of)
        page = Page(
            trial=trial,
            language=self.language,
            path=reverse("try", args=[pack.id]),
            raw={},
            as_of=interview.as_of,
            opened="",
            why="",
            address=self.address,
        )
        return page.view()

    def _try_address(self) -> str:
        return reverse("try", args=[self.interview.plan.pack.id]) + facts_query(self.interview.facts) + "#result"


def _line(answer: Answer, words: LawWords) -> AnswerLine:
    value = "" if answer.value is None else words.value(answer.fact, answer.value)
    return AnswerLine(name=answer.fact, label=words.facts([answer.fact]), value=value)
