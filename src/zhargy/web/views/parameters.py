"""What an address asks for behind its question mark."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from zhargy.errors import UsageError
from zhargy.text import Span

_DIGITS = 9


def asked_number(request: HttpRequest, name: str, *, default: int = 0) -> int:
    """Return a whole number; what is none counts as not given."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else default


def asked_day(request: HttpRequest, name: str, *, default: date) -> date:
    """Return a day.

    Raises:
        UsageError: U102, it is not an ISO date.
    """
    return told_day(request.GET.get(name, "")) or default


def told_day(text: str) -> date | None:
    """Return a day as a form or an address tells it, ``None`` where it tells nothing.

    Raises:
        UsageError: U102, it is not an ISO date.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError("U102", value=text) from error


def asked_span(request: HttpRequest, *, length: int) -> Span:
    """Return the stretch ``at`` to ``to`` of a text, cut to its length."""
    start = min(asked_number(request, "at"), length)
    return Span(start, min(max(asked_number(request, "to", default=start), start), length))
