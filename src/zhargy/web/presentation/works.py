"""Works of the library and their editions, as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhargy.app.holdings import Edition, Holding
from zhargy.web.presentation.addresses import expression_address, work_address
from zhargy.web.presentation.words import day, language_name, period


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """One edition of a work.

    Args:
        address: Permanent address.
        language: BCP 47 tag of its text.
        language_name: Name of that language.
        title: Its title.
        period: Its days in force, in words.
        source: Where it was taken from.
        licence: Under what terms.
        added: Day it came into the library.
        counts: Provisions, references and repairs in it.
    """

    address: str
    language: str
    language_name: str
    title: str
    period: str
    source: str
    licence: str
    added: str
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A work with its editions.

    Args:
        address: Permanent address.
        identifier: FRBR work URI.
        title: Title.
        language: BCP 47 tag of the title.
        languages: Languages it can be read in: tag and name.
        editions: Editions, in order of language and day.
    """

    address: str
    identifier: str
    title: str
    language: str
    languages: tuple[tuple[str, str], ...]
    editions: tuple[EditionLine, ...]


def work_lines(holdings: Iterable[Holding]) -> tuple[WorkLine, ...]:
    """Return works as lists show them."""
    return tuple(work_line(holding) for holding in holdings)


def work_line(holding: Holding) -> WorkLine:
    """Return one work as lists and its own page show it."""
    languages = sorted({edition.id.language for edition in holding.editions})
    return WorkLine(
        address=work_address(holding.id),
        identifier=str(holding.id),
        title=holding.title or str(holding.id),
        language=holding.language.value,
        languages=tuple((language.value, language_name(language)) for language in languages),
        editions=tuple(edition_line(edition) for edition in holding.editions),
    )


def edition_line(edition: Edition) -> EditionLine:
    """Return one edition as lists show it."""
    return EditionLine(
        address=expression_address(edition.id),
        language=edition.id.language.value,
        language_name=language_name(edition.id.language),
        title=edition.title,
        period=period(edition),
        source=edition.provenance.source,
        licence=edition.provenance.licence,
        added=day(edition.added.date()),
        counts=(edition.provisions, edition.references, edition.repairs),
    )
