"""Characters made regular: composed letters, plain spaces, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from zhargy.text.lookalikes import find_lookalikes
from zhargy.text.mapping import Change, Edit, MappedText
from zhargy.text.span import Span

CHARACTER_CODE: Final = "P008"
SPACE_CODE: Final = "P007"

#: Invisible characters that separate nothing: soft hyphen, zero width, byte order mark, direction marks, controls.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f"
_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_COMBINING = "\u0300-\u036f"
_SUSPECT: Final = re.compile(rf"[{_INVISIBLE}{_BLANK}{_COMBINING}]")
_ODD: Final = re.compile(rf"[{_INVISIBLE}]+|[{_BLANK}]+|.[{_COMBINING}]+")
_SPACES: Final = re.compile(r"  (?<=\S  ) *(?=\S)")


def find_odd_characters(text: str) -> Iterator[Edit]:
    """Yield edits that compose letters (NFC), make every blank a space and drop what cannot be seen."""
    if _SUSPECT.search(text) is None:
        return
    for match in _ODD.finditer(text):
        found = match[0]
        if re.match(rf"[{_INVISIBLE}]", found):
            after = ""
        elif found.isspace():
            after = " " * len(found)
        else:
            after = unicodedata.normalize("NFC", found)
        if after != found:
            yield Edit(span=Span(*match.span()), after=after, code=CHARACTER_CODE)


def find_surplus_spaces(text: str) -> Iterator[Edit]:
    """Yield edits that leave one space where several stand between two words of a line."""
    for match in _SPACES.finditer(text):
        yield Edit(span=Span(*match.span()), after=" ", code=SPACE_CODE)


def mend(
    text: MappedText, edits: Iterable[Edit], *, undone: frozenset[str] = frozenset()
) -> tuple[MappedText, list[Change]]:
    """Make those of `edits` that nobody has undone.

    Args:
        text: What the edits speak of.
        edits: In order, not overlapping.
        undone: Ids of changes not to make.

    Returns:
        The mended text, and what was changed in source coordinates.
    """
    wanted = [(edit, text.change(edit)) for edit in edits]
    if undone:
        wanted = [(edit, change) for edit, change in wanted if change.id not in undone]
    return text.apply(fine for edit, _ in wanted for fine in _fine(edit, text.text)), [change for _, change in wanted]


def _fine(edit: Edit, text: str) -> Iterator[Edit]:
    """Yield an edit that only adds spaces as so many insertions, so that every letter keeps its own place."""
    before, after = edit.span.of(text), edit.after
    if len(after) <= len(before) or after.replace(" ", "") != before:
        yield edit
        return
    at = edit.span.start
    for part in after.split(" ")[:-1]:
        at += len(part)
        yield Edit(span=Span(at, at), after=" ", code=edit.code)


def mend_letters(text: MappedText, *, undone: frozenset[str] = frozenset()) -> tuple[MappedText, list[Change]]:
    """Make characters, letters of a wrong alphabet and spaces regular; used on every block of every reader."""
    changes: list[Change] = []
    for find in (find_odd_characters, find_lookalikes, find_surplus_spaces):
        text, made = mend(text, find(text.text), undone=undone)
        changes.extend(made)
    return text, changes
