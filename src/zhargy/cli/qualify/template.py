"""An empty file of facts, with the questions as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from zhargy.cli.console import Console
from zhargy.messages.law import unit_name
from zhargy.norms.expression import unparse
from zhargy.norms.vocabulary import Fact, FactType, Vocabulary

_WIDTH: Final = 96


def template(vocabulary: Vocabulary, *, titles: tuple[str, ...], console: Console) -> str:
    """Return an empty file of facts: each fact with its question, how to answer and its choices.

    Args:
        vocabulary: The facts.
        titles: Names of the laws, for the head.
        console: The console, for the language.
    """
    return "\n".join([*_head(titles, console), *_facts(vocabulary, console), ""])


def _head(titles: tuple[str, ...], console: Console) -> Iterator[str]:
    yield f"# {console.words('cli.qualify.template.head')}"
    yield from (f"# {title}" for title in titles)


def _facts(vocabulary: Vocabulary, console: Console) -> Iterator[str]:
    asked = [fact for fact in vocabulary.facts.values() if fact.is_asked]
    for group in dict.fromkeys(fact.name.partition(".")[0] for fact in asked):
        yield ""
        members = [fact for fact in asked if fact.name.partition(".")[0] == group]
        is_flat = any(fact.name == group for fact in members)
        if not is_flat:
            yield f"{group}:"
        for fact in members:
            name = fact.name if is_flat else fact.name.partition(".")[2]
            indent = "" if is_flat else "  "
            yield from (f"{indent}{line}" for line in _fact(fact, name, console))


def _fact(fact: Fact, name: str, console: Console) -> Iterator[str]:
    words = fact.wordings.get(console.language)
    if words is not None:
        yield from _comment(words.question)
        yield from _comment(words.help)
    yield f"#   {_how(fact, console)}"
    for choice in fact.choices:
        label = fact.label_of(choice, console.language)
        yield f"#     {choice}" if label == choice else f"#     {choice}: {label}"
    if fact.asked_if is not None:
        yield f"#   {console.words('cli.qualify.template.only_if', condition=unparse(fact.asked_if))}"
    yield f"{name}:"


def _comment(text: str) -> Iterator[str]:
    yield from textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _how(fact: Fact, console: Console) -> str:
    key = f"cli.qualify.template.{fact.type}"
    if fact.type is FactType.NUMBER and fact.unit:
        return console.words(f"{key}_unit", unit=unit_name(fact.unit, console.language))
    return console.words(key, unit=fact.unit or "KZT", example=", ".join(fact.choices[:2]))
