"""What could still change the answers, as a page shows it: open offences, unknown facts, turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhargy.cli.qualify.laws import add_list
from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.words import Words
from zhargy.norms.evaluation import Change
from zhargy.norms.qualification import OpenFact, OpenOffence, Qualification, Turn


def add_further(laws: Mapping[str, Qualification], *, page: Page, words: Words) -> None:
    """Add what could still change the answers; what several laws have alike is told once.

    Args:
        laws: The answers by the letters of the laws.
        page: The page.
        words: Words of all laws.
    """
    page.blank()
    page.rule()
    open_: dict[tuple[str, str], OpenOffence] = {}
    for law in laws.values():
        for answer in law.answers:
            for each in answer.open:
                open_.setdefault((each.pack, each.norm.id), each)
    lines = [
        words.say("open.one", norm=words.norm(each.norm.id), facts=words.facts(each.needed or each.missing))
        for each in sorted(open_.values(), key=lambda each: each.distance)
    ]
    add_list("open", lines, page=page, words=words)
    unknown = [f"{words.fact(each.fact)}: {words.question(each.fact)}" for each in _joined(list(laws.values()))]
    add_list("unknown", unknown, page=page, words=words)
    add_list("turns", _turns(laws, words), page=page, words=words)


def _joined(laws: Sequence[Qualification]) -> list[OpenFact]:
    """Return the unknown facts of all laws, each once, the most decisive of any law first."""
    found: dict[str, OpenFact] = {}
    for law in laws:
        for each in law.unknown:
            told = found.setdefault(each.fact, each)
            if (each.settles or 0) > (told.settles or 0):
                found[each.fact] = each
    return sorted(found.values(), key=lambda each: each.rank)


def _turns(laws: Mapping[str, Qualification], words: Words) -> list[str]:
    """Return a line for each other answer, with the changes that lead to it and the laws under which they do."""
    found: dict[tuple[str, str], list[str]] = {}
    for letter, law in laws.items():
        for turn in law.turns:
            letters = found.setdefault((_changes(turn, words), _effect(turn, law, words)), [])
            letters.append(letter)
    by_effect: dict[tuple[str, str], list[str]] = {}
    for (change, effect), letters in found.items():
        by_effect.setdefault(("" if len(laws) == 1 else ", ".join(letters), effect), []).append(change)
    return [
        words.say(
            "turn.under" if letters else "turn.if", letters=letters, change=_any_of(changes, words), effect=effect
        )
        for (letters, effect), changes in by_effect.items()
    ]


def _any_of(changes: Sequence[str], words: Words) -> str:
    """Return changes each of which is enough."""
    return changes[0] if len(changes) == 1 else words.say("turn.any", changes="; ".join(changes))


def _changes(turn: Turn, words: Words) -> str:
    return ", ".join(_change(change, words) for change in turn.changes)


def _change(change: Change, words: Words) -> str:
    """Return a change: of a set what goes or comes, of a number both values, of anything else the other value."""
    fact, before, after = words.facts([change.fact]), change.before, change.after
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        if not after:
            return words.say("change", fact=fact, after=words.say("nothing"))
        key = "change.without" if before - after else "change.with"
        return words.say(key, fact=fact, choices=words.value(change.fact, before ^ after))
    if isinstance(after, bool | str):
        return words.say("change", fact=fact, after=words.value(change.fact, after))
    return words.say(
        "change.from", fact=fact, before=words.value(change.fact, before), after=words.value(change.fact, after)
    )


def _effect(turn: Turn, law: Qualification, words: Words) -> str:
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
