"""What norms are put into words with: sentences come from outside, their order from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from zhargy.norms.packs import Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.vocabulary import Value, Vocabulary
from zhargy.text import Language


class Words(Protocol):
    """Words of the reader's language for what a law is made of; `zhargy.messages.law.LawWords` is one."""

    @property
    def language(self) -> Language:
        """Language of the reader."""

    @property
    def packs(self) -> Sequence[Pack]:
        """The packs of the law."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts of all packs."""

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of the catalogue with its placeholders filled."""

    def place(self, norm: str) -> str:
        """Return the place of a norm as lawyers cite it."""

    def norm(self, norm: str) -> str:
        """Return the place of a norm with its title."""

    def facts(self, names: Iterable[str]) -> str:
        """Return the labels of some facts."""

    def choice(self, name: str, choice: str) -> str:
        """Return the words of a choice of a fact."""

    def unit(self, unit: str) -> str:
        """Return what a fact counts; an empty string for an empty one."""

    def value(self, name: str, value: Value) -> str:
        """Return a value of a fact."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in words: a line, and the lines it is made of.

    Args:
        text: The line; with parts, what is said of them («at least one of these:»).
        parts: The lines below it.

    Example:
        >>> str(Clause("all of these:", (Clause("a"), Clause("any of these:", (Clause("b"), Clause("c"))))))
        'all of these: a; (any of these: b; c)'
    """

    text: str
    parts: tuple[Clause, ...] = ()

    def __str__(self) -> str:
        inner = "; ".join(f"({part})" if part.parts else part.text for part in self.parts)
        return f"{self.text} {inner}" if inner else self.text

    def walk(self) -> Iterator[Clause]:
        """Yield this line and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def label(name: str, words: Words) -> str:
    """Return the label of a fact, its name where it has none."""
    return words.facts([name])


def quoted(text: str, words: Words) -> str:
    """Return words in the quotation marks of the language."""
    return words.say("words.quoted", words=text)


def named(norm: str, words: Words) -> str:
    """Return the place of a norm with its title; behind one of another act stands the title of that act."""
    alias, sign, _ = norm.partition(ALIAS_SIGN)
    acts = (pack.used[alias] for pack in words.packs if sign and alias in pack.used)
    act = next((f" [{other.title[words.language]}]" for other in acts), "")
    return f"{words.norm(norm)}{act}"


def together(parts: Iterable[str], words: Words) -> str:
    """Return what holds together: «a and b and c»."""
    first, *others = parts
    for other in others:
        first = words.say("words.and", first=first, second=other)
    return first
