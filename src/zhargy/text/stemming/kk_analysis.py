"""Every way of reading a Kazakh word as a root and a chain of endings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from zhargy.text.stemming.kk_sounds import CONSONANTS, VOWELS, is_front, unvoiced
from zhargy.text.stemming.kk_suffixes import Ending, endings

_FINAL_STATES: Final = ("N", "NP", "P1", "P3", "L", "C", "E", "NV", "NK", "V", "VN", "T", "AO", "CP", "CD")


class Reading(NamedTuple):
    """A root, whether it is a noun (``N``) or a verb (``V``), and its endings from the root outwards."""

    root: str
    kind: str
    tags: tuple[str, ...]


def readings(word: str) -> list[Reading]:
    """Return every reading of `word`, itself as a bare noun and as a bare verb included.

    Args:
        word: Lower-case Cyrillic letters.

    Example:
        >>> Reading("құқық", "N", ("poss.3", "abl")) in readings("құқығынан")
        True
        >>> Reading("халық", "N", ("vowel.lost", "poss.3")) in readings("халқы")
        True
    """
    found: dict[Reading, None] = {}
    for state in _FINAL_STATES:
        for reading in _strip(word, state, ()):
            found.setdefault(reading)
    return list(found)


def _strip(word: str, state: str, tags: tuple[str, ...]) -> Iterator[Reading]:
    if state in {"N", "V"}:
        if _can_be_root(word):
            yield Reading(word, state, tags)
        if state == "N":
            if tags and tags[0].startswith("poss"):
                yield from _with_vowel_back(word, tags)
            return
    table, longest = _table(state)
    for size in range(1, min(longest, len(word) - 1) + 1):
        for ending in table.get(word[-size:], ()):
            for rest in _remainders(word[:-size], ending):
                chain = (ending.tag, *tags)
                for source in ending.sources:
                    yield from _strip(rest, source, chain)


def _remainders(prefix: str, ending: Ending) -> Iterator[str]:
    if prefix[-1] not in ending.after:
        return
    if ending.restore:
        if ending.restore == "й" or is_front(prefix) in {None, ending.restore == "і"}:
            yield prefix + ending.restore
        return
    front = is_front(prefix)
    if None not in {front, ending.front} and front != ending.front:
        return
    if not ending.softens:
        yield prefix
        return
    yield from unvoiced(prefix)
    if ending.tag == "converb" and prefix[-1] == "у":
        yield prefix[:-1] + "п"


def _with_vowel_back(word: str, tags: tuple[str, ...]) -> Iterator[Reading]:
    """Yield the root with the vowel that a possessive pushes out: орн -> орын."""
    if len(word) >= 3 and word[-1] in CONSONANTS and word[-2] in CONSONANTS and word[-3] in VOWELS:
        vowel = "і" if is_front(word) else "ы"
        yield Reading(word[:-1] + vowel + word[-1], "N", ("vowel.lost", *tags))


def _can_be_root(word: str) -> bool:
    return len(word) > 1 and any(letter in VOWELS for letter in word)


@cache
def _table(state: str) -> tuple[dict[str, list[Ending]], int]:
    table = _all_endings().get(state, {})
    return table, max(map(len, table), default=0)


@cache
def _all_endings() -> dict[str, dict[str, list[Ending]]]:
    return endings()
