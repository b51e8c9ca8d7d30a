"""Which lines of a wrapped text belong to one paragraph, and how they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.lines import Layout, Line
from zhargy.parsing.markers import Style, read_marker
from zhargy.parsing.tables import ROW_END, table_rows
from zhargy.text import Edit, Span

JOINED: Final = "P002"
UNHYPHENATED: Final = "P003"
#: Separates blocks; a block never holds a line break of its own.
BLOCK_END: Final = "\n"

_TERMINAL: Final = re.compile(r"[.;:!?](?:[\"»”)\]]|\s?\[\d+\])*\s*$")
_CITED: Final = re.compile(r"\[\d+\]\s*$")
_HYPHEN: Final = re.compile(r"[^\W\d_]-$")
_FIRST_WORD: Final = re.compile(r"\S+")
_DASH_ENDED: Final = re.compile(r"\s[-–—]\s*$|,\s?[-–—]\s*$|\w[–—]\s*$")
_OPEN_END: Final = re.compile(r"[.;:!?,\-–—]\s*$")
_TAILS: Final = ",;:.)"
#: «8-1) тармақшасына», «2-тармағының»: the middle of a sentence that refers to a provision.
_REFERENCE: Final = re.compile(r"\d{1,3}(?:-\d{1,2})?(?:\)\s?|\s?-\s?|\s)(?:тармақша|тармағ|баб(?!\b)|бөлі[гк])")
_DASHES: Final = "-–—"
_DASH_LED: Final = re.compile(r"[-–—]\s+\S")


def join_edits(lines: Sequence[Line], *, text: str, layout: Layout) -> Iterator[Edit]:
    """Yield the edits between lines: join them, or end a block.

    Args:
        lines: Lines that are not blank, furniture left out.
        text: The text they stand in.
        layout: How it was laid out.

    Yields:
        Edits in order. Those that end a block carry an empty code: they change the layout only and are no repairs.
    """
    if not lines:
        return
    yield from _edge(0, lines[0].content_start)
    known = _Words(text)
    head = lines[0]
    rows = table_rows(lines, layout=layout)
    for at, (before, after, following) in enumerate(zip(lines, lines[1:], [*lines[2:], None], strict=False)):
        gap = Span(before.content_end, after.content_start)
        if at in rows or at + 1 in rows:
            one_table = at in rows and at + 1 in rows and not after.blank_before
            yield from [Edit(span=gap, after=ROW_END, code="")] if one_table else _block_end(gap, text)
            head = after
        elif (
            not belongs_together(before, after, layout=layout)
            or _ends_disposition(head, before)
            or _ends_cited_item(head, before, after)
            or (layout.is_wrapped and _is_heading(after, following, layout=layout))
        ):
            yield from _block_end(gap, text)
            head = after
        elif _HYPHEN.search(before.text.rstrip()):
            yield _joined_at_hyphen(before, after, known)
        else:
            yield Edit(span=gap, after=" ", code=JOINED)
    yield from _edge(lines[-1].content_end, len(text))


def belongs_together(before: Line, after: Line, *, layout: Layout) -> bool:
    """Whether `after` goes on with the paragraph of `before`."""
    first, second = before.text.strip(), after.text.strip()
    begins_low = second[0].islower() or second[0] in _TAILS or _goes_on_referring(first, second)
    if not (layout.is_wrapped or begins_low or second[0] in _DASHES):
        return False
    ended = _TERMINAL.search(first) is not None
    if _DASH_LED.match(second):
        return not ended and not _is_list_line(first, second)
    marker = read_marker(second)
    if marker is not None and not _is_number_of_sentence(first, marker.style):
        return False
    if not layout.is_wrapped:
        return begins_low and not ended and not after.blank_before and (second[0] in _TAILS or not first.isupper())
    if ended and layout.blank_lines_matter and after.blank_before:
        return False
    fits = len(first) + 1 + len(_word(second)) <= layout.width
    if ended:
        return not fits and not first.endswith(":")
    if begins_low:
        return True
    return not _ends_heading(first, layout=layout, fits=fits, blank=after.blank_before and layout.blank_lines_matter)


def _ends_disposition(head: Line, before: Line) -> bool:
    """Whether a numbered provision ends in a dash: what follows is its sanction, a paragraph of its own."""
    if not _DASH_ENDED.search(before.text):
        return False
    marker = read_marker(head.text)
    return marker is not None and marker.kind in {Kind.PARAGRAPH, Kind.ITEM}


def _ends_cited_item(head: Line, before: Line, after: Line) -> bool:
    """Whether an item of a dashed list ends in a reference to the literature, its stop forgotten."""
    if not _CITED.search(before.text) or not after.text.strip()[0].isupper():
        return False
    marker = read_marker(head.text)
    return marker is not None and marker.style is Style.BULLET


def _is_heading(line: Line, following: Line | None, *, layout: Layout) -> bool:
    """Whether a short line without a stop stands before a line that begins anew."""
    text = line.text.strip()
    if following is None or len(text) > 0.6 * layout.width or not text[0].isupper() or _OPEN_END.search(text):
        return False
    return following.text.strip()[0].isupper()


def _ends_heading(first: str, *, layout: Layout, fits: bool, blank: bool) -> bool:
    """Whether a line without a full stop, followed by a capital, ends a heading or a signature."""
    if blank:
        return True
    head = read_marker(first)
    if head is not None and head.style is Style.UNIT and head.kind in {Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION}:
        return fits
    return len(first) < 0.75 * layout.width


def _goes_on_referring(first: str, second: str) -> bool:
    """Whether a line begins with a reference in the middle of a sentence; behind the head of an article it is new."""
    if _REFERENCE.match(second) is None:
        return False
    head = read_marker(first)
    return head is None or head.style is not Style.UNIT


def _is_list_line(first: str, second: str) -> bool:
    """Whether a dash begins the next item of a list and not the rest of a sentence."""
    return _DASH_LED.match(first) is not None and second[:1] == first[:1]


def _is_number_of_sentence(first: str, style: Style) -> bool:
    """A dashed or lettered line after a comma goes on with a sentence; real items follow a colon, a stop or an item."""
    return style is Style.BULLET and first.endswith(",")


def _word(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return match[0] if match else ""


def _block_end(gap: Span, text: str) -> Iterator[Edit]:
    """Leave one line feed of a gap; where it stands there already, it stays."""
    if not text.startswith(BLOCK_END, gap.start):
        yield Edit(span=gap, after=BLOCK_END, code="")
    elif len(gap) > 1:
        yield Edit(span=Span(gap.start + 1, gap.end), after="", code="")


def _edge(start: int, end: int) -> Iterator[Edit]:
    if end > start:
        yield Edit(span=Span(start, end), after="", code="")


class _Words:
    """The words of the text itself, asked whether a word is written with a hyphen or without."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._found is None:
            self._found = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self._text.casefold()))
        return word.casefold() in self._found


def _joined_at_hyphen(before: Line, after: Line, known: _Words) -> Edit:
    """Join a word parted at the end of a line; its hyphen goes only where the text writes the word without it."""
    head, tail = before.text.rstrip().split()[-1][:-1], re.split(r"[^\w-]", after.text.strip(), maxsplit=1)[0]
    gap = Span(before.content_end, after.content_start)
    if tail and f"{head}{tail}" in known and f"{head}-{tail}" not in known:
        return Edit(span=Span(gap.start - 1, gap.end), after="", code=UNHYPHENATED)
    return Edit(span=gap, after="", code=JOINED)
