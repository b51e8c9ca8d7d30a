"""Dates of Kazakh, Russian and English legal text: «2014 жылғы 3 шілде», «3 июля 2014 года», "3 July 2014".

Days of the Gregorian calendar between the years 1000 and 9999. A year of two digits, a month without a day and a date
with strokes (3/7/2014 is March or July) are not read: what they mean depends on who wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.kk import ENDING
from zhargy.text.numbers.months import MONTHS
from zhargy.text.numbers.vocabulary import fold
from zhargy.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A day named in a text.

    Args:
        span: The words that name it, with their endings and the word for year.
        year: The year, ``None`` when it is not named («17 қарашадағы»).
        month: 1 to 12.
        day: 1 to 31, a day that the month has.
    """

    span: Span
    year: int | None
    month: int
    day: int

    @property
    def value(self) -> date | None:
        """The day, ``None`` when its year is not named."""
        return None if self.year is None else date(self.year, self.month, self.day)


def find_dates(text: str, language: Language | None) -> Iterator[FoundDate]:
    """Yield the dates in `text`, in order, not overlapping; what the calendar does not have is no date.

    Args:
        text: Any text.
        language: Language of the text; ``None`` tries all.

    Example:
        >>> [found.value.isoformat() for found in find_dates("2014 жылғы 3 шілдедегі № 226-V", Language.KK)]
        ['2014-07-03']
        >>> [(found.month, found.day, found.year) for found in find_dates("17 қарашадағы заң", None)]
        [(11, 17, None)]
        >>> list(find_dates("от 31.02.2020", Language.RU))
        []
    """
    if language is not None:
        yield from _find(text, language)
        return
    end = 0
    for found in sorted((found for one in Language for found in _find(text, one)), key=_longest_first):
        if found.span.start >= end:
            yield found
            end = found.span.end


def parse_date(text: str, language: Language | None) -> date | None:
    """Return the day that the whole of `text` names, ``None`` when it names no full date or says more.

    Example:
        >>> parse_date("3 июля 2014 года", Language.RU), parse_date("2014-07-03", None)
        (datetime.date(2014, 7, 3), datetime.date(2014, 7, 3))
    """
    stripped = text.strip()
    whole = Span(0, len(stripped))
    return next((found.value for found in find_dates(stripped, language) if found.span == whole), None)


def write_date(value: date, language: Language) -> str:
    """Return a day as laws of that language write it.

    Args:
        value: A day from the year 1000 on.
        language: Language to write in.

    Raises:
        ValueError: the year is before 1000.

    Example:
        >>> [write_date(date(2014, 7, 3), language) for language in Language]
        ['2014 жылғы 3 шілде', '3 июля 2014 года', '3 July 2014']
    """
    if value.year < _FIRST_YEAR:
        raise ValueError(f"{value.year} is before the year {_FIRST_YEAR}")
    return _WORDING[language].format(day=value.day, month=MONTHS[language][value.month - 1], year=value.year)


_FIRST_YEAR: Final = 1000
_LEAP_YEAR: Final = 2000
_WORDING: Final = {
    Language.KK: "{year} жылғы {day} {month}",
    Language.RU: "{day} {month} {year} года",
    Language.EN: "{day} {month} {year}",
}
_OPENING: Final = "«\"“„'"
_CLOSING: Final = "»\"”“'"
_DAY: Final = rf"(?P<day>\d{{1,2}})[{_CLOSING}]?"
_NUMERIC: Final = re.compile(
    r"(?<!\d[.,/])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d|[.,/]\d)"
    r"|(?<!\d[.,/-])(?P<year2>\d{4})(?P<sep>[.-])(?P<month2>\d{2})(?P=sep)(?P<day2>\d{2})(?!\d|[.,/-]\d)"
)
_KK_MONTH: Final = "|".join(f"{name[:-1]}[кг]" if name.endswith("к") else name for name in MONTHS[Language.KK])
_EN_MONTH: Final = (
    "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|"
    "aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_EN_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\w)"
_EN_YEAR: Final = r"(?:,?\s+(?P<year>\d{4})(?!\w))?"
_IN_WORDS: Final = {
    Language.KK: re.compile(
        rf"(?:(?P<year>\d{{4}})\s*(?:-?жыл{ENDING}(?!\w)|ж\.?)\s*[{_OPENING}]?)?{_DAY}\s*-?\s*"
        rf"(?P<month>{_KK_MONTH}){ENDING}(?![Ѐ-ӿ\d])(?:,?\s+(?P<year2>\d{{4}})(?:\s*жыл{ENDING}(?!\w)|\s*ж\.|(?!\w)))?"
    ),
    Language.RU: re.compile(
        rf"{_DAY}(?:-?го)?\s*(?P<month>{'|'.join(MONTHS[Language.RU])})(?!\w)"
        r"(?:,?\s*(?P<year>\d{4})(?:\s*г(?:ода|оду|\.)|(?!\w)))?"
    ),
    Language.EN: re.compile(
        rf"{_EN_DAY}(?:\s+(?:day\s+)?of)?\s+(?P<month>{_EN_MONTH})(?!\w){_EN_YEAR}"
        rf"|(?P<month2>{_EN_MONTH})\s+{_EN_DAY.replace('day>', 'day2>')}{_EN_YEAR.replace('year>', 'year2>')}"
    ),
}
_STARTS: Final = {
    Language.KK: re.compile(r"\d+"),
    Language.RU: re.compile(r"\d+"),
    Language.EN: re.compile(r"\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
}
_LONGEST_NUMBER: Final = 4


def _find(text: str, language: Language) -> Iterator[FoundDate]:
    folded = fold(text, language)
    end = 0
    for start in _STARTS[language].finditer(folded):
        at = start.start()
        if at < end or (start.end() - at > _LONGEST_NUMBER and folded[at].isdecimal()):
            continue
        match = _IN_WORDS[language].match(folded, at) or _NUMERIC.match(folded, at)
        found = _read(match, language) if match and _is_name(text, match) else None
        if found:
            yield _with_quote(found, text)
            end = found.span.end


def _is_name(text: str, match: re.Match[str]) -> bool:
    """English months begin with a capital; "may 3" is a verb."""
    groups = match.groupdict()
    name = "month2" if groups.get("month2") else "month"
    start = match.start(name)
    return not text[start].isascii() or not text[start].islower()


def _read(match: re.Match[str], language: Language) -> FoundDate | None:
    groups = match.groupdict()
    year, month, day = (_first(groups, name) for name in ("year", "month", "day"))
    number = int(month) if month.isdecimal() else _month(month, language)
    try:
        date(int(year) if year else _LEAP_YEAR, number, int(day))
    except ValueError:
        return None
    if year and int(year) < _FIRST_YEAR:
        return None
    return FoundDate(span=Span(*match.span()), year=int(year) if year else None, month=number, day=int(day))


def _first(groups: dict[str, str | None], name: str) -> str:
    return groups.get(name) or groups.get(f"{name}2") or ""


def _month(name: str, language: Language) -> int:
    """Return the number of a month by its first letters: three tell English and Russian months, four Kazakh."""
    told_by = 4 if language is Language.KK else 3
    known = [month.lower()[:told_by] for month in MONTHS[language]]
    return known.index(name[:told_by]) + 1


def _with_quote(found: FoundDate, text: str) -> FoundDate:
    """Take in the quotation mark before the day in «3» июля."""
    start = found.span.start
    behind = text[start : found.span.end].lstrip("0123456789")[:1]
    if start and text[start - 1] in _OPENING and behind and behind in _CLOSING:
        return replace(found, span=Span(start - 1, found.span.end))
    return found


def _longest_first(found: FoundDate) -> tuple[int, int]:
    return found.span.start, -found.span.end
