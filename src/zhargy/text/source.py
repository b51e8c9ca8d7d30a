"""Where a character stood before anything was done to the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeVar

_Label = TypeVar("_Label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a source file; `line` and `column` count from 1, `page` is ``None`` in files without pages.

    In a paged file `line` counts from the top of the page.
    """

    file: str
    page: int | None
    line: int
    column: int

    def __str__(self) -> str:
        page = "" if self.page is None else f"{self.page}:"
        return f"{self.file}:{page}{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The decoded text of what was given, untouched.

    Args:
        text: All characters, files and pages one after another.
        name: Name of the file, ``-`` for standard input, ``paste`` for pasted text.
        files: Offset and name of each further file when an archive was given; ordered.
        pages: Offset and number of each page; ordered; empty for files without pages.
        sha256: Hash of the original bytes, empty when there were none (pasted text).
    """

    text: str
    name: str
    files: tuple[tuple[int, str], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    sha256: str = ""
    _lines: list[int] = field(default_factory=list, compare=False, repr=False)

    def position(self, offset: int) -> Position:
        """Return the file, page, line and column of one code point."""
        file_start, file = self._last(self.files, offset, (0, None))
        page_start, page = self._last(self.pages, offset, (0, None))
        base = max(file_start, page_start)
        starts = self._line_starts()
        row = bisect_right(starts, offset) - 1
        first = bisect_right(starts, base) - 1
        return Position(
            file=file or self.name,
            page=page,
            line=row - first + 1,
            column=offset - max(starts[row], base) + 1,
        )

    @staticmethod
    def _last(
        marks: tuple[tuple[int, _Label], ...], offset: int, default: tuple[int, _Label | None]
    ) -> tuple[int, _Label | None]:
        if not marks:
            return default
        index = bisect_right(marks, offset, key=lambda mark: mark[0]) - 1
        return marks[index] if index >= 0 else default

    def _line_starts(self) -> list[int]:
        if not self._lines:
            self._lines.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._lines.append(at + 1)
                at = self.text.find("\n", at + 1)
        return self._lines
