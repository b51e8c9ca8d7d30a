"""What a person should know of a text: notices, and what became of its references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from zhargy.messages import render
from zhargy.model import Diagnostic, Document, Outcome, Reference
from zhargy.model.frbr import ExpressionId
from zhargy.text import Span
from zhargy.web.presentation.addresses import source_address
from zhargy.web.presentation.markup import legend_id
from zhargy.web.presentation.paging import Paging
from zhargy.web.presentation.problems import Problem, page_language
from zhargy.web.presentation.words import place, position

#: Order in which outcomes are told: what needs a person's eye comes first.
_OUTCOMES: Final = (Outcome.NOT_FOUND, Outcome.AMBIGUOUS, Outcome.OUTSIDE_LIBRARY, Outcome.FOUND)
#: Outcomes whose references are listed one by one.
_LISTED: Final = frozenset({Outcome.NOT_FOUND, Outcome.AMBIGUOUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference as printed, and where it stands."""

    address: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A diagnostic in words, with its legal place and its place in the source."""

    code: str
    severity: str
    message: str
    place: str
    address: str
    position: str
    source_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """How many references came out in one way, and what that means.

    Args:
        id: Id of the line, to which marked references point.
        outcome: The outcome.
        count: References with it on this page.
        meaning: What it means.
        mentions: The references themselves, for outcomes that need a person's eye.
    """

    id: str
    outcome: str
    count: int
    meaning: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """Makes lines of the findings of one document.

    Args:
        expression: The edition.
        document: Its text.
        paging: What lies where in it.
        address_of: From an element id to where it is shown.
    """

    expression: ExpressionId
    document: Document
    paging: Paging
    address_of: Callable[[str], str]

    def notice(self, found: Diagnostic) -> Notice:
        """Return one diagnostic."""
        source = self.document.mapped.source_span(found.span) if found.span is not None else Span(0, 0)
        return Notice(
            code=found.code,
            severity=found.severity.value,
            message=problem_of(found).message,
            place=place(found.eid, nodes=self.paging.nodes, parents=self.paging.parents),
            address=self.address_of(found.eid) if found.eid in self.paging.sheet_of else "",
            position=position(found.position) if found.position else "",
            source_address=source_address(self.expression, source) if found.span is not None else "",
        )

    def outcomes(self, references: Sequence[Reference]) -> tuple[OutcomeLine, ...]:
        """Return what became of `references`, each outcome that occurs on a line."""
        counts = Counter(reference.outcome for reference in references)
        return tuple(
            OutcomeLine(
                id=legend_id(outcome),
                outcome=outcome.value,
                count=counts[outcome],
                meaning=meaning(outcome),
                mentions=tuple(self._mentions(references, outcome)),
            )
            for outcome in _OUTCOMES
            if counts[outcome]
        )

    def _mentions(self, references: Sequence[Reference], outcome: Outcome) -> list[Mention]:
        if outcome not in _LISTED:
            return []
        return [
            Mention(address=self.address_of(reference.eid), label=reference.span.of(self.document.text))
            for reference in references
            if reference.outcome is outcome
        ]


def meaning(outcome: Outcome) -> str:
    """Return what an outcome means for the reader."""
    return {
        Outcome.FOUND: _("Found: the link leads to the provision."),
        Outcome.NOT_FOUND: _("Not found: the act has no such provision. The reference may be wrong or out of date."),
        Outcome.AMBIGUOUS: _("Ambiguous: several provisions fit. The preview shows them; the link leads to the first."),
        Outcome.OUTSIDE_LIBRARY: _("Outside the library: the act is not here, so the reference was not checked."),
    }[outcome]


def problem_of(found: Diagnostic) -> Problem:
    """Return a diagnostic as a message with what to do."""
    said = render(found.code, found.params, page_language())
    return Problem(code=found.code, message=said.message, hint=said.hint)
