"""European Case Law Identifiers.

Source:
    Council conclusions inviting the introduction of the European Case Law Identifier (ECLI), 2011/C 127/01, annex,
    paragraphs 1 and 2: five parts divided by colons, the same in capitals and small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zhargy.model.frbr import IdentifierError

_ECLI: Final = re.compile(
    r"ECLI:(?P<country>[A-Z]{2}):(?P<court>[A-Z][A-Z0-9]{0,6}):(?P<year>\d{4}):(?P<number>[A-Z0-9.]{1,25})"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Ecli:
    """A judgment, named for all of Europe.

    Args:
        country: Code of the member state; ``EU`` for the courts of the Union, ``CE`` for the Council of Europe.
        court: Abbreviation of the court, one to seven letters or digits, a letter first.
        year: Year of the decision.
        number: Its own number, at most 25 letters, digits and dots.

    Example:
        >>> Ecli.parse("ECLI:EU:C:2014:317").court
        'C'
        >>> str(Ecli.parse("ecli:nl:hr:2010:bk9632"))
        'ECLI:NL:HR:2010:BK9632'
    """

    country: str
    court: str
    year: int
    number: str

    @classmethod
    def parse(cls, text: str) -> Ecli:
        """Read an identifier in capitals or small letters.

        Raises:
            IdentifierError: `text` is no ECLI.
        """
        match = _ECLI.fullmatch(text.upper())
        if match is None:
            raise IdentifierError(f"{text!r} is not an ECLI such as ECLI:EU:C:2014:317")
        return cls(country=match["country"], court=match["court"], year=int(match["year"]), number=match["number"])

    def __str__(self) -> str:
        return f"ECLI:{self.country}:{self.court}:{self.year:04}:{self.number}"
