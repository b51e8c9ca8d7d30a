"""Words that have grown together, and punctuation that has lost its space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.text.mapping import Edit
from zhargy.text.span import Span

SPACE_CODE: Final = "P006"

_LOW = "а-яёәғқңөұүһі"
_UP = "А-ЯЁӘҒҚҢӨҰҮҺІ"
#: A space is missing behind a stop before a capital, behind a comma, semicolon or colon before a letter or a quote.
_PUNCTUATION: Final = re.compile(
    rf"(?<=[{_LOW}]{{3}}\.)(?=[{_UP}][{_LOW}])|(?<=[{_LOW}][,;:])(?=[{_LOW}{_UP}][{_LOW}]|[\"«][{_LOW}{_UP}])"
)
_NUMBER_WORD: Final = re.compile(rf"(?<![\w.\-/№])(\d{{1,9}})(?=[{_LOW}]{{3}})")


def find_glued(text: str) -> Iterator[Edit]:
    """Yield edits that part what has grown together."""
    found = [Edit(span=Span(m.end(), m.end()), after=" ", code=SPACE_CODE) for m in _PUNCTUATION.finditer(text)]
    found += [Edit(span=Span(m.end(), m.end()), after=" ", code=SPACE_CODE) for m in _NUMBER_WORD.finditer(text)]
    yield from sorted(found, key=lambda edit: edit.span)
