"""What an interview has come to, as a person reads it: offences as ``zhargy qualify`` shows them, then other norms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zhargy.app.qualifying import qualify_facts
from zhargy.cli.console import Console
from zhargy.cli.qualify.command import add_laws
from zhargy.cli.qualify.page import Page
from zhargy.messages.law import LawWords
from zhargy.norms.evaluation import NormOutcome
from zhargy.norms.interview import Interview, wanted
from zhargy.norms.packs import NormKind
from zhargy.norms.packs.values import Standing
from zhargy.norms.wording import Clause, sanction_words

_TOLD: Final = frozenset({Standing.APPLIES, Standing.UNKNOWN})


def outcome_page(interview: Interview, console: Console) -> Page:
    """Return what has come of the answers.

    Args:
        interview: The interview, ended or put down.
        console: The console.
    """
    page, pack = Page.of_terminal(), interview.plan.pack
    norms = wanted(pack)
    if any(norm.kind is NormKind.OFFENCE for norm in norms):
        add_laws(qualify_facts(interview.facts, laws=[(pack,)], as_of=interview.day), page=page, console=console)
    words = LawWords(language=console.language, packs=(pack,), vocabulary=pack.vocabulary)
    others = [norm.id for norm in norms if norm.kind is not NormKind.OFFENCE]
    found = [each for norm in others if (each := interview.outcome.norms[norm]).standing in _TOLD]
    page.blank()
    for each in sorted(found, key=lambda each: each.standing is Standing.UNKNOWN):
        _add_norm(each, page=page, words=words, console=console)
    if not found and len(others) == len(norms):
        page.add(console.words("cli.ask.nothing"), bold=True)
    return page


def _add_norm(found: NormOutcome, *, page: Page, words: LawWords, console: Console) -> None:
    standing = console.words(f"cli.ask.standing.{found.standing}")
    page.add(f"{words.norm(found.norm.id)} – {standing}", mark="•", bold=found.standing is Standing.APPLIES)
    for clause in sanction_words(found.norm.sanction, words) if found.norm.sanction is not None else ():
        for level, line in _lines(clause, level=1):
            page.add(line, level=level)


def _lines(clause: Clause, *, level: int) -> Iterator[tuple[int, str]]:
    yield level, clause.text
    for part in clause.parts:
        yield from _lines(part, level=level + 1)
