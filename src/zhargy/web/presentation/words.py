"""Dates, periods, places and names in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhargy.app.holdings import Edition
from zhargy.model import Node
from zhargy.model.in_force import PeriodInForce
from zhargy.text import Language, Position
from zhargy.text.dates import write_date
from zhargy.web.presentation.problems import page_language

_LANGUAGES: Final = {
    Language.KK: gettext_lazy("Kazakh"),
    Language.RU: gettext_lazy("Russian"),
    Language.EN: gettext_lazy("English"),
}
_DAY: Final = timedelta(days=1)
#: Ends of printed numbers that are no part of a place in words.
_ENDS: Final = ".,:; "


def language_name(language: Language) -> str:
    """Return the name of a language."""
    return str(_LANGUAGES[language])


def day(value: date) -> str:
    """Return a date in words."""
    return write_date(value, page_language())


def period(edition: Edition) -> str:
    """Return the days of an edition, the last of them included, as people say it.

    A wording whose own first day is not known is not said to be in force from any day; the day of adoption is told.
    """
    start, end = edition.start, edition.end
    if start is None:
        return _("date of this wording not stated")
    if edition.id.version is None and end is None:
        return _("adopted on %(start)s, date of this wording not stated") % {"start": day(start)}
    if edition.id.version is None:
        return _("adopted on %(start)s, wording up to %(end)s") % {"start": day(start), "end": _last(end)}
    if end is None:
        return _("in force from %(start)s") % {"start": day(start)}
    return _("in force from %(start)s to %(end)s") % {"start": day(start), "end": _last(end)}


def validity(valid: PeriodInForce) -> str:
    """Return the days on which a norm is law, as people say it; empty where there are no bounds."""
    if valid.start is not None and valid.end is not None:
        return _("in force from %(start)s to %(end)s") % {"start": day(valid.start), "end": _last(valid.end)}
    if valid.start is not None:
        return _("in force from %(start)s") % {"start": day(valid.start)}
    return _("in force up to %(end)s") % {"end": _last(valid.end)} if valid.end is not None else ""


def _last(end: date | None) -> str:
    return day(end - _DAY) if end else ""


def position(place: Position) -> str:
    """Return a place in a source file."""
    if place.page is None:
        return _("line %(line)s") % {"line": place.line}
    return _("page %(page)s, line %(line)s") % {"page": place.page, "line": place.line}


def place(eid: str, *, nodes: Mapping[str, Node], parents: Mapping[str, str]) -> str:
    """Return the numbers that lead to a provision, outermost first, as they are printed.

    Args:
        eid: Element id of the provision.
        nodes: From element id to the element.
        parents: From element id to that of the element around it.
    """
    numbers: list[str] = []
    while eid:
        number = nodes[eid].num.strip(_ENDS) if eid in nodes else ""
        if number:
            numbers.append(number)
        if eid.startswith("art_") and "__" not in eid:
            break
        eid = parents.get(eid, "")
    return " · ".join(reversed(numbers))


def visible(text: str) -> str:
    r"""Return `text` with marks in the place of what cannot be seen: ends of lines, tabs, lone spaces.

    Example:
        >>> visible("бап\nтың"), visible(" ")
        ('бап↵тың', '␣')
    """
    shown = text.replace("\r", "").replace("\n", "↵").replace("\t", "⇥").replace("\u00ad", "¬").replace("\u200b", "¦")
    return shown.replace(" ", "␣").replace("\xa0", "␣") if not shown.strip(" \xa0") else shown
