"""FRBR identifiers in the form of Akoma Ntoso URIs.

Source:
    Akoma Ntoso Naming Convention 1.0 (OASIS), sections 4.4 to 4.6. ``/akn/kz/act/code/2014-07-03/226-V`` names a work,
    ``…/kaz@2024-06-19`` an expression, ``….akn`` a manifestation.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import total_ordering
from typing import Final

from zhargy.text import Language

_SEGMENT = r"[^/@~!:\s]+"
_WORK: Final = re.compile(
    rf"/akn/(?P<country>[a-z]{{2}}(?:-[^/@\s]+)?)/(?P<kind>[a-z]+)(?P<middle>(?:/(?!\d{{4}}(?:-\d\d){{0,2}}/){_SEGMENT})*)"
    rf"/(?P<date>\d{{4}}(?:-\d\d){{0,2}})/(?P<number>{_SEGMENT})"
)
_EXPRESSION: Final = re.compile(r"(?P<work>/akn/\S+?)/(?P<language>[a-z]{3})@(?P<version>\d{4}-\d\d-\d\d)?")
_MANIFESTATION: Final = re.compile(r"(?P<expression>\S+@[\d-]*)\.(?P<format>[a-z0-9]+)")


class IdentifierError(ValueError):
    """A string is not an identifier of the kind asked for."""


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkId:
    """The act itself, whatever its language, wording or file.

    Args:
        country: ISO 3166 code, with a subdivision where one is named.
        kind: Document type of Akoma Ntoso: ``act``, ``bill``, ``judgment``, ``doc``.
        subtype: Nature and author between type and date, such as ``code``; may be empty.
        date: Date of adoption, or its year.
        number: Number or name.

    Example:
        >>> WorkId.parse("/akn/kz/act/code/2014-07-03/226-V").number
        '226-V'
    """

    country: str
    kind: str
    date: str
    number: str
    subtype: str = ""

    @classmethod
    def parse(cls, text: str) -> WorkId:
        """Read a work URI.

        Raises:
            IdentifierError: `text` is no work URI.
        """
        match = _WORK.fullmatch(text)
        if match is None:
            raise IdentifierError(f"{text!r} is not a work URI such as /akn/kz/act/code/2014-07-03/226-V")
        return cls(
            country=match["country"],
            kind=match["kind"],
            subtype=match["middle"].strip("/"),
            date=match["date"],
            number=match["number"],
        )

    def __str__(self) -> str:
        parts = ["akn", self.country, self.kind, *([self.subtype] if self.subtype else []), self.date, self.number]
        return "/" + "/".join(parts)

    def __lt__(self, other: WorkId) -> bool:
        return str(self) < str(other)

    def expression(self, language: Language, version: dt.date | None = None) -> ExpressionId:
        """Return the expression of this work in a language, in the wording of a day."""
        return ExpressionId(work=self, language=language, version=version)


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionId:
    """The act in one language and one wording.

    Args:
        work: The act.
        language: Language of the text.
        version: First day of the wording; ``None`` for the original one.

    Example:
        >>> str(ExpressionId.parse("/akn/kz/act/code/2014-07-03/226-V/kaz@2024-06-19").work)
        '/akn/kz/act/code/2014-07-03/226-V'
    """

    work: WorkId
    language: Language
    version: dt.date | None = None

    @classmethod
    def parse(cls, text: str) -> ExpressionId:
        """Read an expression URI.

        Raises:
            IdentifierError: `text` is no expression URI, or its date does not exist.
        """
        match = _EXPRESSION.fullmatch(text)
        if match is None:
            raise IdentifierError(
                f"{text!r} is not an expression URI such as /akn/kz/act/2021-04-05/17-I/kaz@2024-09-01"
            )
        try:
            version = dt.date.fromisoformat(match["version"]) if match["version"] else None
            return cls(
                work=WorkId.parse(match["work"]), language=Language.from_alpha3(match["language"]), version=version
            )
        except ValueError as error:
            raise IdentifierError(str(error)) from error

    def __str__(self) -> str:
        return f"{self.work}/{self.language.alpha3}@{self.version.isoformat() if self.version else ''}"

    def __lt__(self, other: ExpressionId) -> bool:
        return str(self) < str(other)

    def original(self) -> ExpressionId:
        """Return the expression in the same language as first adopted."""
        return replace(self, version=None)

    def manifestation(self, format: str) -> ManifestationId:  # noqa: A002 - the field's word
        """Return the file of this expression in a format."""
        return ManifestationId(expression=self, format=format)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestationId:
    """A file that holds an expression.

    Args:
        expression: What it holds.
        format: Suffix of the format, such as ``akn``, ``docx``.

    Example:
        >>> ManifestationId.parse("/akn/kz/act/2021-04-05/17-I/kaz@.docx").format
        'docx'
    """

    expression: ExpressionId
    format: str

    @classmethod
    def parse(cls, text: str) -> ManifestationId:
        """Read a manifestation URI.

        Raises:
            IdentifierError: `text` is no manifestation URI.
        """
        match = _MANIFESTATION.fullmatch(text)
        if match is None:
            raise IdentifierError(f"{text!r} is not a manifestation URI such as /akn/kz/act/2021-04-05/17-I/kaz@.akn")
        return cls(expression=ExpressionId.parse(match["expression"]), format=match["format"])

    def __str__(self) -> str:
        return f"{self.expression}.{self.format}"
