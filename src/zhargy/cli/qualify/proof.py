"""Why a norm applies, step by step, as a page shows it."""

from __future__ import annotations

from typing import Final

from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.words import Words
from zhargy.norms.evaluation import Explanation, StepKind
from zhargy.norms.expression import unparse
from zhargy.norms.truth import Truth

_MARKS: Final = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}
_SILENT: Final = frozenset({StepKind.IN_FORCE})


def add_proof(step: Explanation, *, page: Page, words: Words, level: int) -> None:
    """Add a step of a proof with those it rests on.

    Args:
        step: The step.
        page: The page.
        words: Words of the law.
        level: How far in it stands.
    """
    if step.kind in _SILENT and step.truth is Truth.TRUE:
        return
    told = unparse(step.trace.expression) if step.trace is not None else words.norm(step.norm)
    page.add(told, level=level, mark=_MARKS[step.truth])
    for inner in step.steps:
        add_proof(inner, page=page, words=words, level=level + 1)
