"""What one number word means and what it may stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    """What a number word does to the words before it.

    - `PLAIN`: is added («он», «двести», "twenty")
    - `DIGITS`: a number in digits, added only to whole thousands («5 мың», «2 млн 500»)
    - `HUNDRED`: multiplies what stands before it by a hundred («жүз», "hundred")
    - `SCALE`: multiplies by a thousand or more («мың», «млн», "billion")
    - `HALF`: adds half of the last rank («мың жарым» is 1500, «екі жарым» is 2.5)
    - `JOIN`: means nothing by itself ("and", «с» in «два с половиной»)
    """

    PLAIN = "plain"
    DIGITS = "digits"
    HUNDRED = "hundred"
    SCALE = "scale"
    HALF = "half"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """The meaning of one number word.

    Args:
        value: What it is worth.
        role: What it does.
        last: Whether it closes the number, as a Kazakh case ending does («үштен бес» is two numbers).
        alone: Whether it may be a number all by itself; «тысячам» and «семью» (also "family") may not.
    """

    value: int | Decimal
    role: Role
    last: bool = False
    alone: bool = True

    def ending(self) -> Lexeme:
        """Return the same word with an ending that closes the number."""
        return replace(self, last=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The number words of one language, in small letters, each with its meaning.

    Args:
        cardinals: Every form of «екі», «двумя», "two".
        ordinals: Every form of «екінші», «второй», "second", with the meaning of its cardinal.
        ten_is_open: Whether a unit may follow ten («он бес» is 15 in Kazakh).
    """

    cardinals: Mapping[str, Lexeme]
    ordinals: Mapping[str, Lexeme]
    ten_is_open: bool
