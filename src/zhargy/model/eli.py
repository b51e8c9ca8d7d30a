"""European Legislation Identifiers, as the Union mints them.

Source:
    Council conclusions inviting the introduction of the European Legislation Identifier (ELI), 2012/C 325/02, annex,
    section 1; the order of the parts for acts of the Union is that of https://eur-lex.europa.eu/eli-register.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import total_ordering
from typing import Final

from zhargy.model.frbr import IdentifierError, WorkId

_BASE: Final = "http://data.europa.eu/eli"
_STEP: Final = r"(?:prm|cit|rct|enc|anx|prt|tis|cpt|sct|sbs|art|par|sub|unp|pnt|ind|sen|fin|tbl)_[\w.-]+"
_ELI: Final = re.compile(
    r"https?://(?:data\.europa\.eu|eur-lex\.europa\.eu)/eli/(?P<kind>[a-z_]+)/(?P<year>\d{4})/(?P<number>\d+(?:\(\d+\))?)"
    rf"(?P<steps>(?:/{_STEP})*)(?:/(?P<wording>oj|\d{{4}}-\d\d-\d\d))?(?:/(?P<language>[a-z]{{3}}))?"
)
_KINDS: Final = {"reg": "reg", "dir": "dir", "dec": "dec"}


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Eli:
    """An act of the Union, a provision of it, or one wording of either.

    Args:
        kind: Sort of act: ``reg``, ``dir``, ``dec``, ``reg_impl`` …
        year: Year of adoption.
        number: Natural number within the year.
        steps: Subdivisions from the outermost in, such as ``("art_5", "par_1", "pnt_a")``.
        wording: ``oj`` as first published, the date of a consolidated text, or empty for the act itself.
        language: Three letters, empty for all languages.

    Example:
        >>> Eli.parse("http://data.europa.eu/eli/reg/2024/1689/oj").number
        '1689'
        >>> str(Eli(kind="reg", year=2016, number="679", steps=("art_5",), wording="oj"))
        'http://data.europa.eu/eli/reg/2016/679/art_5/oj'
    """

    kind: str
    year: int
    number: str
    steps: tuple[str, ...] = ()
    wording: str = ""
    language: str = ""

    @classmethod
    def parse(cls, text: str) -> Eli:
        """Read an address; that of EUR-Lex names the same act as that of the register.

        Raises:
            IdentifierError: `text` is no ELI of the Union.
        """
        match = _ELI.fullmatch(text)
        if match is None:
            raise IdentifierError(f"{text!r} is not an ELI such as http://data.europa.eu/eli/reg/2024/1689/oj")
        return cls(
            kind=match["kind"],
            year=int(match["year"]),
            number=match["number"],
            steps=tuple(match["steps"].split("/")[1:]),
            wording=match["wording"] or "",
            language=match["language"] or "",
        )

    def __str__(self) -> str:
        parts = [_BASE, self.kind, f"{self.year:04}", self.number, *self.steps, self.wording, self.language]
        return "/".join(part for part in parts if part)

    def __lt__(self, other: Eli) -> bool:
        return str(self) < str(other)

    def act(self) -> Eli:
        """Return the act itself, whatever its provision, wording or language."""
        return replace(self, steps=(), wording="", language="")

    def work(self) -> WorkId:
        """Return the act as a work.

        Example:
            >>> str(Eli.parse("http://data.europa.eu/eli/reg/2024/1689/oj").work())
            '/akn/eu/act/reg/2024/2024-1689'
        """
        subtype = _KINDS.get(self.kind, self.kind.replace("_", "-"))
        return WorkId(
            country="eu", kind="act", subtype=subtype, date=f"{self.year:04}", number=f"{self.year}-{self.number}"
        )
