"""Proofs as nested lists that open and close: each step says in words whether it holds, at its place in the act."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from zhargy.messages.law import LawWords
from zhargy.norms.evaluation import Explanation, StepKind
from zhargy.norms.expression import Trace
from zhargy.norms.expression.tree import Expression, Met, Not
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value
from zhargy.norms.wording import Clause, condition_words

_SIGNS: Final = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}
_TRUTHS: Final = {
    Truth.TRUE: gettext_lazy("holds"),
    Truth.FALSE: gettext_lazy("does not hold"),
    Truth.UNKNOWN: gettext_lazy("not known"),
}
_LEADS: Final = {
    StepKind.SUBJECT: gettext_lazy("Who can be its addressee"),
    StepKind.CONDITION: gettext_lazy("What it asks for"),
    StepKind.BASIC: gettext_lazy("The basic form"),
    StepKind.EXCEPTION: gettext_lazy("Exception"),
    StepKind.SPECIAL: gettext_lazy("It gives way to"),
    StepKind.IN_FORCE: gettext_lazy("It is law on that day"),
}
#: A condition that says the very fact needs it not once more; the fact is told without quotation marks.
_UNQUOTED: Final = str.maketrans("", "", "«»“”„")
#: How deep a proof is shown open; what lies below opens on a click.
_OPEN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a proof.

    Args:
        truth: Whether it holds.
        lead: What it is to the step above it; may be empty.
        text: What it says.
        eid: Element id of the norm it is about; empty where it is about none.
        address: Where that norm can be read.
        given: The facts it looked at, in words.
        steps: What it rests on.
    """

    truth: Truth
    lead: str = ""
    text: str = ""
    eid: str = ""
    address: str = ""
    given: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prover:
    """Makes steps of one law.

    Args:
        words: Words of the law.
        facts: What is known.
        address: From the id of a norm to where it can be read.
    """

    words: LawWords
    facts: Mapping[str, Value]
    address: Callable[[str], str]
    _clauses: dict[Expression, Clause] = field(default_factory=dict, init=False)

    def html(self, proof: Explanation) -> SafeString:
        """Return a proof as HTML, all of it escaped."""
        return mark_safe("".join(_list(self.steps(proof), depth=0)))  # noqa: S308 - every word is escaped below

    def steps(self, proof: Explanation) -> tuple[Step, ...]:
        """Return what a norm rests on; that it is law on that day only where it is not."""
        named = {step.norm: step for step in proof.steps if step.kind is StepKind.NAMED}
        return tuple(
            self._step(step, named)
            for step in proof.steps
            if step.kind is not StepKind.NAMED and not (step.kind is StepKind.IN_FORCE and step.truth is Truth.TRUE)
        )

    def _step(self, step: Explanation, named: Mapping[str, Explanation]) -> Step:
        lead = str(_LEADS.get(step.kind, ""))
        if step.trace is not None:
            return self._of_trace(step.trace, named, lead=lead)
        if step.kind is StepKind.IN_FORCE:
            return Step(truth=step.truth, text=lead)
        return self._of_norm(step, lead=lead)

    def _of_norm(self, step: Explanation, *, lead: str = "") -> Step:
        return Step(
            truth=step.truth,
            lead=lead,
            text=self.words.norm(step.norm),
            eid=step.norm.rpartition(ALIAS_SIGN)[2],
            address=self.address(step.norm),
            steps=self.steps(step),
        )

    def _of_trace(self, trace: Trace, named: Mapping[str, Explanation], *, lead: str = "") -> Step:
        expression = trace.expression
        if isinstance(expression, Met) and expression.norm in named:
            return self._of_norm(named[expression.norm], lead=lead)
        if len(trace.children) == 1 and not isinstance(expression, Not):
            return self._of_trace(trace.children[0], named, lead=lead)
        clause = self._clause(expression)
        is_met_below = isinstance(expression, Not) and isinstance(expression.operand, Met)
        parts = trace.children if len(clause.parts) == len(trace.children) or is_met_below else ()
        given = [self._given(name) for name in trace.facts_used if name in self.facts] if not parts else []
        return Step(
            truth=trace.truth,
            lead=lead,
            text=clause.text,
            given=() if given == [clause.text.translate(_UNQUOTED)] else tuple(given),
            steps=tuple(self._of_trace(part, named) for part in parts),
        )

    def _given(self, name: str) -> str:
        label, value = self.words.facts([name]), self.words.value(name, self.facts[name])
        return f"{label}: {value}"

    def _clause(self, expression: Expression) -> Clause:
        if expression not in self._clauses:
            self._clauses[expression] = condition_words(expression, self.words)
        return self._clauses[expression]


def _list(steps: tuple[Step, ...], *, depth: int) -> Iterator[str]:
    yield '<ul class="proof">'
    for step in steps:
        yield f'<li class="{step.truth}">'
        if step.steps:
            yield f"<details{' open' if depth < _OPEN else ''}><summary>{_line(step)}</summary>{_cited(step)}"
            yield from _list(step.steps, depth=depth + 1)
            yield "</details>"
        else:
            yield f"<p>{_line(step)}</p>{_cited(step)}"
        yield "</li>"
    yield "</ul>"


def _cited(step: Step) -> str:
    return f'<p class="cite"><a href="{escape(step.address)}">{escape(step.eid)}</a></p>' if step.eid else ""


def _line(step: Step) -> str:
    sign, said = _SIGNS[step.truth], escape(str(_TRUTHS[step.truth]))
    lead = f'<span class="lead">{escape(step.lead)}</span> ' if step.lead else ""
    given = f' <span class="given">{escape("; ".join(step.given))}</span>' if step.given else ""
    return f'<span class="truth">{sign} {said}</span> {lead}{escape(step.text)}{given}'
