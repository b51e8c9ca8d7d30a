"""A question as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.cli.console import Console
from zhargy.messages.law import unit_name
from zhargy.norms.interview import Question
from zhargy.norms.vocabulary import Fact, FactType


def question_lines(question: Question, console: Console) -> Iterator[str]:
    """Yield the lines of a question: how many are left, the question, its choices, how to answer."""
    fact = question.fact
    words = fact.wordings.get(console.language)
    yield ""
    yield f"[{console.count('cli.ask.left', question.left)}] {words.question if words else fact.name}"
    for number, choice in enumerate(fact.choices, start=1):
        yield f"  {number}) {fact.label_of(choice, console.language)}"
    yield f"  {console.words(f'cli.ask.how.{fact.type}', unit=unit_name(_unit(fact), console.language))}"


def help_lines(fact: Fact, console: Console) -> Iterator[str]:
    """Yield what is told of a fact when a person asks for help."""
    words = fact.wordings.get(console.language)
    yield f"{words.label if words else fact.name} ({fact.name})"
    if words and words.help:
        yield words.help
    yield console.words("cli.ask.keys")


def _unit(fact: Fact) -> str:
    return fact.unit or ("KZT" if fact.type is FactType.MONEY else "")
