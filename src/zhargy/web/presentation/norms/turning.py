"""What could still change an answer, each with the address that applies it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from zhargy.app.trying import TriedLaw
from zhargy.messages.law import LawWords
from zhargy.norms.evaluation import Change
from zhargy.norms.qualification import Qualification, Turn
from zhargy.norms.vocabulary import Fact, FactType, Value

Address = Callable[[Mapping[str, Value]], str]
"""From the facts that are to be others to the address of the case with them."""

_MOST_CHOICES: Final = 6
_MOST_NORMS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address with its words.

    Args:
        address: The address.
        label: The words.
    """

    address: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """What other facts would lead to.

    Args:
        effect: What would come of it.
        letters: The laws under which it would; empty where there is only one.
        changes: The changes that lead to it, each enough by itself, with the address that applies it.
    """

    effect: str
    letters: str
    changes: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """A fact that is not known and could change the answer.

    Args:
        label: Its short name.
        question: The question that asks for it.
        norms: The first of the norms it could decide.
        more: How many more it could.
        answers: Addresses of the case with each answer, where there are few.
        address: Address at which its field is open.
    """

    label: str
    question: str
    norms: str
    more: int
    answers: tuple[Link, ...]
    address: str


def turn_views(laws: Mapping[str, TriedLaw], words: LawWords, *, address: Address) -> tuple[TurnView, ...]:
    """Return what other facts would lead to, the changes that lead to the same together.

    Args:
        laws: What comes of the facts, by the letters of the laws.
        words: Words of all laws.
        address: Gives the address of the case with other facts.
    """
    letters: dict[tuple[str, Link], list[str]] = {}
    for letter, law in laws.items():
        for turn in law.turns:
            link = Link(address=address(_after(turn)), label=_changes(turn, words))
            letters.setdefault((_effect(turn, law.qualification, words), link), []).append(letter)
    found: dict[tuple[str, str], list[Link]] = {}
    for (effect, link), told in letters.items():
        found.setdefault((effect, ", ".join(told) if len(laws) > 1 else ""), []).append(link)
    return tuple(TurnView(effect=effect, letters=told, changes=tuple(links)) for (effect, told), links in found.items())


def open_views(
    waiting: Iterable[tuple[str, tuple[str, ...]]],
    words: LawWords,
    *,
    address: Address,
    opened: Callable[[str], str],
) -> tuple[OpenView, ...]:
    """Return facts that are not known, with the norms that wait for them.

    Args:
        waiting: Names of facts, the most decisive first, each with the ids of the norms it could decide.
        words: Words of all laws.
        address: Gives the address of the case with other facts.
        opened: Gives the address at which the field of a fact is open.
    """
    return tuple(
        OpenView(
            label=words.facts([name]),
            question=words.question(name),
            norms=words.norms(norms[:_MOST_NORMS]),
            more=len(norms[_MOST_NORMS:]),
            answers=tuple(_answers(words.vocabulary.facts[name], words, address)),
            address=opened(name),
        )
        for name, norms in waiting
    )


def _answers(fact: Fact, words: LawWords, address: Address) -> Iterator[Link]:
    """Yield an answer for each value of a truth or a choice, unless there are many."""
    values: tuple[Value, ...] = (True, False) if fact.type is FactType.BOOL else ()
    if fact.type is FactType.ENUM and len(fact.choices) <= _MOST_CHOICES:
        values = fact.choices
    yield from (Link(address=address({fact.name: each}), label=words.value(fact.name, each)) for each in values)


def _after(turn: Turn) -> Mapping[str, Value]:
    return {change.fact: change.after for change in turn.changes}


def _changes(turn: Turn, words: LawWords) -> str:
    return "; ".join(_change(change, words) for change in turn.changes)


def _change(change: Change, words: LawWords) -> str:
    """Return a change: of a set what goes or comes, of a number both values, of anything else the other value."""
    fact, before, after = words.facts([change.fact]), change.before, change.after
    if isinstance(before, frozenset) and isinstance(after, frozenset) and after:
        key = "change.without" if before - after else "change.with"
        return words.say(key, fact=fact, choices=words.value(change.fact, before ^ after))
    told = words.value(change.fact, after)
    if isinstance(after, bool | str | frozenset):
        return words.say("change", fact=fact, after=told)
    return words.say("change.from", fact=fact, before=words.value(change.fact, before), after=told)


def _effect(turn: Turn, law: Qualification, words: LawWords) -> str:
    held = {offence.id for offence in law.answers[0].offences}
    if not turn.gained and not turn.unsure and held == set(turn.lost):
        return words.say("turn.none")
    gained, lost = words.norms(turn.gained), words.norms(turn.lost)
    if turn.gained and turn.lost:
        return words.say("turn.instead", gained=gained, lost=lost)
    if turn.gained:
        return words.say("turn.gained", gained=gained)
    key = "turn.unsure" if set(turn.lost) <= set(turn.unsure) else "turn.lost"
    return words.say(key, lost=lost)
