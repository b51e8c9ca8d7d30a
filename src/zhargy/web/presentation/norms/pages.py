"""A page of the playground: the facts as a form, what comes of them, and what could still change that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from zhargy.app.trying import Trial
from zhargy.messages.law import LawWords
from zhargy.norms.qualification import Offence
from zhargy.norms.vocabulary import Value
from zhargy.text import Language
from zhargy.web.presentation.norms.addresses import day_told, facts_query
from zhargy.web.presentation.norms.beside import ContrastView, contrast_views
from zhargy.web.presentation.norms.fields import Group, groups, stray_problems
from zhargy.web.presentation.norms.laws import LawPresenter, LawView, NormAddress, NormLine
from zhargy.web.presentation.norms.turning import OpenView, TurnView, open_views, turn_views
from zhargy.web.presentation.problems import Problem

_FEW: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayView:
    """What a page of the playground shows.

    Args:
        groups: The facts as a form.
        problems: What is wrong with facts that the form has no field for.
        known: How many facts are known.
        has_problems: Whether any fact cannot be used.
        as_of: Day asked for, as addresses hold it; empty where none is.
        laws: What comes of the facts, law by law.
        contrasts: Two laws side by side; empty where there is only one.
        turns: Smallest changes that would turn the answer.
        pairs: Address at which changes of two facts are tried too; empty where there is no need.
        open: Facts that are not known and matter, the most decisive first.
        more: The others.
        why: A norm that was asked about, with its proof.
        why_address: Beginning of the address that asks about a norm.
    """

    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]
    known: int
    has_problems: bool
    as_of: str
    laws: tuple[LawView, ...]
    contrasts: tuple[ContrastView, ...]
    turns: tuple[TurnView, ...]
    pairs: str
    open: tuple[OpenView, ...]
    more: tuple[OpenView, ...]
    why: NormLine | None
    why_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Makes the view.

    Args:
        trial: What comes of the facts.
        language: Language of the reader.
        path: Path of the page.
        raw: What was told, facts that cannot be used among it.
        as_of: Day asked for.
        opened: Name of a group to show at once.
        why: Id of a norm that is asked about; empty for none.
        address: Where norms can be read.
    """

    trial: Trial
    language: Language
    path: str
    raw: Mapping[str, object]
    as_of: date | None
    opened: str
    why: str
    address: NormAddress

    def view(self) -> PlayView:
        """Return what the page shows."""
        trial, words = self.trial, self._words()
        qualified = trial.qualified
        letters = [chr(ord("A") + at) for at in range(len(trial.laws))] if len(trial.laws) > 1 else [""]
        presenters = self._presenters(letters, words)
        by_letter = dict(zip(letters, trial.laws, strict=True))
        turns = turn_views(by_letter, words, address=self._with)
        waiting = open_views(self._waiting(), words, address=self._with, opened=self._opened)
        beside = zip(letters, letters[1:], qualified.contrasts, strict=False)
        proofs = (presenter.proof_of(self.why) for presenter in presenters) if self.why else ()
        return PlayView(
            groups=groups(
                trial.vocabulary,
                trial.facts,
                told=self.raw,
                problems=trial.problems,
                words=words,
                opened=self.opened,
            ),
            problems=stray_problems(trial.problems, words),
            known=len(trial.facts),
            has_problems=bool(trial.problems),
            as_of=day_told(self.as_of),
            laws=tuple(presenter.view() for presenter in presenters),
            contrasts=tuple(
                view for left, right, found in beside for view in contrast_views(found, words, letters=(left, right))
            ),
            turns=turns,
            pairs=self._pairs() if not turns else "",
            open=waiting[:_FEW],
            more=waiting[_FEW:],
            why=next((each for each in proofs if each is not None), None),
            why_address=self._query(trial.facts) + ("&" if trial.facts or self.as_of else "?") + "why=",
        )

    def _pairs(self) -> str:
        """Return the address at which changes of two facts are tried too; empty where there are none to try."""
        has_offences = any(law.has_offences for law in self.trial.laws)
        return self._query(self.trial.facts, pairs="1") if has_offences and len(self.trial.facts) > 1 else ""

    def _words(self) -> LawWords:
        return LawWords(language=self.language, packs=self.trial.packs, vocabulary=self.trial.vocabulary)

    def _presenters(self, letters: list[str], words: LawWords) -> tuple[LawPresenter, ...]:
        shown: list[tuple[str, Offence]] = []
        made = []
        for letter, law in zip(letters, self.trial.laws, strict=True):
            made.append(LawPresenter(law=law, words=words, letter=letter, address=self.address, shown=tuple(shown)))
            shown += [(letter, each) for answer in law.qualification.answers for each in answer.offences]
        return tuple(made)

    def _waiting(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the facts that are open under any law, each once, the most decisive of any law first."""
        found: dict[str, tuple[tuple[object, ...], tuple[str, ...]]] = {}
        for law in self.trial.laws:
            for fact in law.qualification.unknown:
                rank = fact.rank
                if fact.fact not in found or rank < found[fact.fact][0]:
                    found[fact.fact] = (rank, fact.norms)
        if not any(law.has_offences for law in self.trial.laws):
            return [(each.fact, each.norms) for law in self.trial.laws for each in law.unknown]
        return [(name, norms) for name, (_, norms) in sorted(found.items(), key=lambda item: item[1][0])]

    def _query(self, facts: Mapping[str, Value], **service: str) -> str:
        return self.path + facts_query(facts, as_of=day_told(self.as_of), **service)

    def _with(self, changed: Mapping[str, Value]) -> str:
        return f"{self._query({**self.trial.facts, **changed})}#result"

    def _opened(self, name: str) -> str:
        return f"{self._query(self.trial.facts, open=name.partition('.')[0])}#f-{name}"
