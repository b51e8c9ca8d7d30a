"""What is wrong with a pack, an expression or a set of facts, and where: a value with a code, never a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A place with its two addresses: in a file, and in the law.

    Args:
        file: Name of the file; empty when the text came from none.
        line: Line, counted from 1.
        column: Column in code points, counted from 1.
        norm: Element id of the norm the place belongs to; empty when it belongs to none.

    Example:
        >>> str(Place(file="parks.md", line=12, column=7, norm="art_4"))
        'parks.md:12:7 (art_4)'
    """

    file: str = ""
    line: int = 1
    column: int = 1
    norm: str = ""

    def __str__(self) -> str:
        address = ":".join(part for part in (self.file, str(self.line), str(self.column)) if part)
        return f"{address} ({self.norm})" if self.norm else address


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend.

    Args:
        code: Stable code, such as ``N212``; its page shows an example.
        params: Values for the placeholders of the message; ``near`` is the valid word that was perhaps meant, or empty.
        place: Where it stands.
    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    place: Place = field(default_factory=Place)


def near_miss(word: str, valid: Iterable[str]) -> str:
    """Return the valid word most like `word`, an empty string when none is; one with the same letters comes first.

    Example:
        >>> near_miss("victim.aeg", ["victim.age", "offender.age"]), near_miss("adn", ["any", "and"])
        ('victim.age', 'and')
    """
    near = get_close_matches(word, sorted(valid))
    exchanged = (valid_word for valid_word in near if sorted(valid_word) == sorted(word))
    return next(exchanged, next(iter(near), ""))
