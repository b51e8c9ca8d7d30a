"""Text that remembers where each of its characters came from.

Cleaning a text means applying edits. Each round of edits yields a new `MappedText`; its map is kept as a list of
pieces, so the cost follows the number of edits and not the length of the text. Neighbouring pieces that go on in the
source too are one piece, so that letter for letter replacements leave no trace in the map.
"""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from zhargy.text.source import Position, Source
from zhargy.text.span import Span

_LAST: Final = sys.maxsize


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One proposed change: put `after` in the place of `span`.

    Args:
        span: Stretch of the text the edit is applied to; empty for an insertion.
        after: What stands there afterwards; empty for a removal.
        code: Repair code, such as ``P001``.
    """

    span: Span
    after: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An edit as it was applied, in the coordinates of the untouched source; undone by its `id`."""

    code: str
    source: Span
    before: str
    after: str

    @property
    def id(self) -> str:
        """A short stable name, made of the place and the words only."""
        key = f"{self.code}|{self.source.start}|{self.source.end}|{self.before}|{self.after}"
        return hashlib.sha256(key.encode()).hexdigest()[:12]


class Piece(NamedTuple):
    """The text from `start` to the next piece came from source ``[source_start, source_end)``.

    When both are equally long the characters correspond one to one, otherwise the whole stands for the whole. A part
    cut from a piece of the second sort is not `linear`, however long it is.
    """

    start: int
    source_start: int
    source_end: int
    linear: bool = True


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text with a map from every character back to its source.

    Example:
        >>> raw = MappedText.of(Source(text="есептiк", name="a.txt"))
        >>> clean = raw.apply([Edit(span=Span(5, 6), after="і", code="P001")])
        >>> clean.text, clean.source_span(Span(5, 6))
        ('есептік', Span(start=5, end=6))
    """

    text: str
    source: Source
    pieces: tuple[Piece, ...]
    _origins: list[tuple[int, int]] = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def of(cls, source: Source) -> MappedText:
        """Return the untouched text of `source`."""
        return cls(source.text, source, (Piece(0, 0, len(source.text)),))

    def __len__(self) -> int:
        return len(self.text)

    def source_span(self, span: Span) -> Span:
        """Return the stretch of the source that `span` came from; the smallest one that holds all of it."""
        if not self.pieces:
            return Span(0, 0)
        first = self._piece(span.start)
        start = self._source_offset(first, span.start)
        if span.end <= span.start:
            return Span(start, start)
        last = first if span.end <= self._end(first) else self._piece(span.end - 1)
        begins, source_start, source_end, _ = self.pieces[last]
        if self._is_verbatim(last):
            return Span(start, source_start + span.end - begins)
        return Span(start, max(start, source_end))

    def source_text(self, span: Span) -> str:
        """Return the words of the source that `span` came from."""
        return self.source_span(span).of(self.source.text)

    def position(self, offset: int) -> Position:
        """Return file, page, line and column of one character of this text."""
        return self.source.position(self.source_span(Span(offset, offset)).start)

    def from_source(self, offset: int) -> int:
        """Return the place in this text nearest to a source offset."""
        if not self.pieces:
            return 0
        if not self._origins:
            self._origins.extend(sorted((piece.source_start, index) for index, piece in enumerate(self.pieces)))
        index = self._origins[max(bisect_right(self._origins, (offset, _LAST)) - 1, 0)][1]
        piece = self.pieces[index]
        end = self._end(index)
        if self._is_verbatim(index):
            return min(piece.start + max(offset - piece.source_start, 0), end)
        return piece.start if offset < piece.source_end else end

    def slice(self, span: Span) -> MappedText:
        """Return the part of this text that `span` covers, map included."""
        start, end = span.start, min(span.end, len(self.text))
        pieces = _Pieces(self, start)
        pieces.copy(start, end, to=0)
        return MappedText(self.text[start:end], self.source, tuple(pieces.found))

    def apply(self, edits: Iterable[Edit]) -> MappedText:
        """Return the text with all edits made at once.

        Args:
            edits: Edits in order of their place, not overlapping.

        Raises:
            ValueError: two edits overlap or are out of order.
        """
        parts: list[str] = []
        pieces = _Pieces(self)
        at = length = 0
        for edit in edits:
            start, end = edit.span.start, edit.span.end
            if start < at:
                raise ValueError(f"edit {edit} starts before the end of the last one at {at}")
            if start > at:
                pieces.copy(at, start, to=length)
                parts.append(self.text[at:start])
                length += start - at
            if edit.after:
                origin = self.source_span(edit.span)
                pieces.add(Piece(length, origin.start, origin.end), len(edit.after))
                parts.append(edit.after)
                length += len(edit.after)
            at = end
        if at == 0 and not parts:
            return self
        if at < len(self.text):
            pieces.copy(at, len(self.text), to=length)
            parts.append(self.text[at:])
        return MappedText("".join(parts), self.source, tuple(pieces.found))

    def change(self, edit: Edit) -> Change:
        """Return `edit` as a change of the source."""
        origin = self.source_span(edit.span)
        return Change(code=edit.code, source=origin, before=edit.span.of(self.text), after=edit.after)

    @classmethod
    def join(cls, texts: Sequence[MappedText], separator: str, source: Source) -> MappedText:
        """Return `texts` one after another, `separator` between them (mapped to the end of the text before)."""
        parts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for text in texts:
            if parts and separator:
                end = pieces[-1].source_end if pieces else 0
                parts.append(separator)
                pieces.append(Piece(length, end, end))
                length += len(separator)
            pieces.extend(Piece(p.start + length, p.source_start, p.source_end, p.linear) for p in text.pieces)
            parts.append(text.text)
            length += len(text.text)
        return cls("".join(parts), source, tuple(pieces))

    def _piece(self, offset: int) -> int:
        return max(bisect_right(self.pieces, (offset, _LAST)) - 1, 0)

    def _end(self, index: int) -> int:
        return self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.text)

    def _is_verbatim(self, index: int) -> bool:
        start, source_start, source_end, linear = self.pieces[index]
        return linear and source_end - source_start == self._end(index) - start

    def _source_offset(self, index: int, offset: int) -> int:
        piece = self.pieces[index]
        if self._is_verbatim(index):
            return piece.source_start + offset - piece.start
        return piece.source_start if offset < self._end(index) else piece.source_end


class _Pieces:
    """The pieces of a text in the making; one that goes on where the last ended is made one with it.

    Args:
        old: The text that stretches are copied from.
        start: Where the first of them begins.
    """

    def __init__(self, old: MappedText, start: int = 0) -> None:
        self.found: list[Piece] = []
        self._old = old.pieces
        self._length = len(old.text)
        self._at = max(bisect_right(old.pieces, (start, _LAST)) - 1, 0)
        self._goes_on = -1

    def copy(self, start: int, end: int, *, to: int) -> None:
        """Copy a stretch of the old text, which begins at `to` in the new one; stretches come in order."""
        old, found, shift, index = self._old, self.found, to - start, self._at
        last = len(old) - 1
        while index < last and old[index + 1][0] <= start:
            index += 1
        stop = start
        while stop < end:
            first, source_start, source_end, linear = old[index]
            stop = old[index + 1][0] if index < last else self._length
            verbatim = linear and source_end - source_start == stop - first
            at = first if first > start else start  # noqa: FURB136 - the innermost loop of reading
            if verbatim:
                upto = stop if stop < end else end  # noqa: FURB136
                source_start, source_end = source_start - first + at, source_start - first + upto
            if verbatim and source_start == self._goes_on:
                before = found[-1]
                found[-1] = Piece(before[0], before[1], source_end)
            else:
                found.append(Piece(at + shift, source_start, source_end, verbatim))
            self._goes_on = source_end if verbatim else -1
            index += 1
        self._at = index - 1

    def add(self, piece: Piece, length: int) -> None:
        """Add a piece that `length` characters of the new text came from."""
        _, source_start, source_end, linear = piece
        if not linear or source_end - source_start != length:
            self.found.append(piece)
            self._goes_on = -1
            return
        if source_start == self._goes_on:
            last = self.found[-1]
            self.found[-1] = Piece(last[0], last[1], source_end)
        else:
            self.found.append(piece)
        self._goes_on = source_end
