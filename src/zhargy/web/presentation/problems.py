"""Refusals in the words of the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils import translation
from django.utils.translation import gettext_lazy

from zhargy.errors import ZhargyError
from zhargy.messages import render
from zhargy.text import Language

#: What to do on these pages, for refusals whose general hint speaks of commands.
_HINTS: Final = {
    "B001": gettext_lazy("It is not your fault, and nothing half-written was kept. Please try once more."),
    "L101": gettext_lazy("Search the library by title, or give the text of the act."),
    "L102": gettext_lazy("Choose another day: the page of the act lists its editions."),
    "L103": gettext_lazy("Choose another edition: the page of the act lists them."),
    "L104": gettext_lazy("Find the place in the table of contents of the act."),
    "L105": gettext_lazy("Open the repairs of the act again."),
    "L111": gettext_lazy("If this is another wording of the act, give its first day under “What you know about it”."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong, for the person who must act."""

    code: str
    message: str
    hint: str


def page_language() -> Language:
    """Return the language pages are being made in."""
    return Language.from_tag(translation.get_language()) or Language.EN


def problem(error: ZhargyError) -> Problem:
    """Return a refusal in the language of the page."""
    said = render(error.code, error.params, page_language())
    return Problem(code=error.code, message=said.message, hint=str(_HINTS.get(error.code, said.hint)))
