"""What a note on amendments tells: which provision was changed, by which acts, how, and from when.

Notes of the Kazakh register («Ескерту. 194-бапқа өзгеріс енгізілді - ҚР 12.07.2018 № 180-VI (…) Заңымен.», «Сноска.
Статья 147 в редакции Закона РК …») and of the Russian one («(В редакции Федерального закона от …  № 162-ФЗ)»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zhargy.citations.finding import find_citations
from zhargy.model import Citation, Scope, Target
from zhargy.text import Language, Span
from zhargy.text.dates import find_dates
from zhargy.text.numerals import parse_number


class Change(StrEnum):
    """What an act did to a provision."""

    NEW_WORDING = "new_wording"
    AMENDED = "amended"
    ADDED = "added"
    REPEALED = "repealed"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """From when an amendment applies: a day, or a number of calendar days after first official publication.

    Args:
        day: The day, ``None`` when it is not named.
        days_after_publication: Calendar days that must pass after the day of publication; 0 when a day is named.
    """

    day: date | None = None
    days_after_publication: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One amending act of a note.

    Args:
        span: Its words in the note.
        act: The act, its date and number.
        change: What it did.
        in_force: From when, ``None`` when the note does not say.
    """

    span: Span
    act: Target
    change: Change
    in_force: InForce | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentNote:
    """A note read.

    Args:
        provision: The provision it speaks of by number; ``None`` where it stands at its provision and names none.
        amendments: The amending acts, in the order of the note.
    """

    provision: Target | None
    amendments: tuple[Amendment, ...]


_CHANGES: Final = {
    Change.REPEALED: r"утратил[аио]?\s+силу|исключен|алып\s+тасталды|күші\s+жойыл|repealed|deleted",
    Change.ADDED: r"дополн|толықтыр|inserted|added",
    Change.NEW_WORDING: r"в\s+(?:новой\s+)?редакции|жаңа\s+редакцияда|replaced",
    Change.AMENDED: r"изменени|өзгер[іi]с|amended",
}
_CHANGE: Final = re.compile(
    "|".join(f"(?P<{change.value}>{words})" for change, words in _CHANGES.items()), re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"\s*\(([^()]{1,400})\)")
_APPLIES: Final = re.compile(r"вводится|вступает|действует|қолданыс|appl", re.IGNORECASE)
_AFTER_RU: Final = re.compile(r"по истечении\s+(?P<number>[\w-]+(?:\s+[\w-]+)?)\s+календарн\w+\s+дн", re.IGNORECASE)
_AFTER_KK: Final = re.compile(r"күнтізбелік\s+(?P<number>\w+(?:\s+\w+)?)\s+күн\s+өткен", re.IGNORECASE)


def read_amendments(note: str) -> AmendmentNote | None:
    """Return what a note on amendments tells, ``None`` for words that name no amending act.

    Args:
        note: The whole note, with or without its first word.

    Example:
        >>> note = read_amendments("(Часть в редакции Федерального закона от 08.12.2003 № 162-ФЗ)")
        >>> [(one.act.act_number, one.act.act_date, one.change.value) for one in note.amendments]
        [('162-ФЗ', '2003-12-08', 'new_wording')]
    """
    citations = find_citations(note)
    acts = [citation for citation in citations if _is_amending(citation)]
    if not acts:
        return None
    provision = next(
        (
            citation.targets[0]
            for citation in citations
            if citation.targets[0].scope is not Scope.OTHER_ACT and citation.span.start < acts[0].span.start
        ),
        None,
    )
    return AmendmentNote(provision=provision, amendments=tuple(_amendments(note, acts)))


def _is_amending(citation: Citation) -> bool:
    target = citation.targets[0]
    return target.scope is Scope.OTHER_ACT and bool(target.act_date or target.act_number)


def _amendments(note: str, acts: list[Citation]) -> Iterator[Amendment]:
    """Yield the acts of a note; the change named last before an act is what it did."""
    change, read = Change.UNSTATED, 0
    for citation in acts:
        for found in _CHANGE.finditer(note, read, citation.span.start):
            change = Change(found.lastgroup or Change.UNSTATED)
        read = citation.span.end
        yield Amendment(
            span=citation.span,
            act=citation.targets[0],
            change=change if change is not Change.UNSTATED else _change_behind(note, read),
            in_force=_in_force(note, read),
        )


def _change_behind(note: str, at: int) -> Change:
    found = _CHANGE.search(note, at)
    return Change(found.lastgroup or Change.UNSTATED) if found else Change.UNSTATED


def _in_force(note: str, at: int) -> InForce | None:
    """Read the bracket behind an act: «(вводится в действие с 01.01.2016)»."""
    clause = _CLAUSE.match(note, at)
    if clause is None or not _APPLIES.search(clause[1]):
        return None
    for pattern, language in ((_AFTER_RU, Language.RU), (_AFTER_KK, Language.KK)):
        found = pattern.search(clause[1])
        number = parse_number(found["number"], language) if found else None
        if number is not None:
            return InForce(days_after_publication=int(number))
    day = next((found.value for found in find_dates(clause[1], None) if found.value), None)
    return InForce(day=day) if day else None
