"""The formula by which a body enacts an act: «… ҚАУЛЫ ЕТЕДІ:», «… постановляет:», "… HAVE ADOPTED THIS REGULATION:"."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text import Span

_VERBS: Final = (
    "(?:қаулы ете(?:д[іi]|м[іi]н)|бұйыра(?:ды|мын)|шешт[іi]|шеш[іi]м (?:етт[іi]|қабылдады)|"
    "постановляет|приказываю|решил)"
)
_ENDING: Final = re.compile(rf"\b(?:(?i:{_VERBS})\s?:|{_VERBS.upper()}|HA(?:S|VE) ADOPTED.{{0,60}})\W*$")
_ALONE: Final = re.compile(rf"\W*{_VERBS}\W*", re.IGNORECASE)
_WITH_BODY: Final = re.compile(rf"\b{_VERBS}\s?:(?P<gap>\s*)(?P<body>\S)?", re.IGNORECASE)
_OPENING: Final = '"«“'


def enacts(words: str) -> bool:
    """Whether the words end in the formula; without a colon it must be set in capitals.

    Example:
        >>> enacts("Аудан әкімдігі қаулы етеді:"), enacts("мәслихат ШЕШТІ"), enacts("мәселені шешті")
        (True, True, False)
    """
    return _ENDING.search(words) is not None


def is_bare(words: str) -> bool:
    """Whether a line says nothing but the formula, so that the line before it names who enacts."""
    return _ALONE.fullmatch(words) is not None


def body_gap(words: str) -> Span | None:
    """Return the blanks between the formula and the words it enacts, ``None`` when a number or nothing follows it."""
    found = _WITH_BODY.search(words)
    body = found["body"] if found else None
    if found is None or body is None or not found["gap"] or not (body.isalpha() or body in _OPENING):
        return None
    return Span(*found.span("gap"))
