"""Numbers under which the Kazakh legal portal «Әділет» keeps acts.

Source:
    Addresses of https://adilet.zan.kz: a letter for the body that made the act, two digits of the year, then eight
    digits, or in older entries seven and an underscore: ``K1400000226``, ``K950001000_``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Final

from zhargy.model.frbr import IdentifierError
from zhargy.text import Language

_NUMBER: Final = re.compile(r"(?P<letter>[A-Z])(?P<year>\d\d)(?P<number>\d{7}_|\d{8})")
_CENTURY: Final = 50


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class AdiletNumber:
    """An act on the portal, whatever its language and wording.

    Args:
        letter: Who made it: ``K`` codes and the Constitution, ``Z`` laws, ``U`` the President, ``P`` the Government,
            ``V`` ministries, ``S`` the Constitutional Court.
        year: Year of the act, four digits.
        number: Its number within the year.
        is_old: Whether it is written with seven digits and an underscore.

    Example:
        >>> AdiletNumber.parse("K1400000226").number
        226
        >>> AdiletNumber.parse("K950001000_").year
        1995
    """

    letter: str
    year: int
    number: int
    is_old: bool = False

    @classmethod
    def parse(cls, text: str) -> AdiletNumber:
        """Read a number.

        Raises:
            IdentifierError: `text` is no such number.
        """
        match = _NUMBER.fullmatch(text)
        if match is None or not text.isascii():
            raise IdentifierError(f"{text!r} is not a number of the portal such as K1400000226")
        short = int(match["year"])
        return cls(
            letter=match["letter"],
            year=short + (1900 if short >= _CENTURY else 2000),
            number=int(match["number"].rstrip("_")),
            is_old=match["number"].endswith("_"),
        )

    def __str__(self) -> str:
        number = f"{self.number:07}_" if self.is_old else f"{self.number:08}"
        return f"{self.letter}{self.year % 100:02}{number}"

    def __lt__(self, other: AdiletNumber) -> bool:
        return (self.letter, self.year, self.number, self.is_old) < (
            other.letter,
            other.year,
            other.number,
            other.is_old,
        )

    def address(self, language: Language) -> str:
        """Return the page of the act in a language.

        Example:
            >>> AdiletNumber.parse("K1400000226").address(Language.KK)
            'https://adilet.zan.kz/kaz/docs/K1400000226'
        """
        return f"https://adilet.zan.kz/{language.alpha3}/docs/{self}"
