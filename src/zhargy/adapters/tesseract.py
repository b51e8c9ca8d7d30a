"""Reading scanned pages with Tesseract, called as a program; absent by default and never needed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from typing import Final

from zhargy.parsing import Recognised

#: `rus` alone misreads one Kazakh word in eight, so all three models are asked at once.
LANGUAGES: Final = ("kaz", "rus", "eng")
_PAGE_SECONDS = 180


def find_tesseract() -> Tesseract | None:
    """Return a reader of scanned pages, ``None`` when the program or one of its three models is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = subprocess.run(  # noqa: S603 - fixed arguments, program found on the PATH
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    )
    return Tesseract(program) if set(LANGUAGES) <= set(listed.stdout.split()) else None


class Tesseract:
    """Calls one Tesseract program for each page.

    Args:
        program: Path of the program.
    """

    def __init__(self, program: str) -> None:
        self.program = program

    def __call__(self, png: bytes, /) -> Recognised:
        """Return the words of one page picture (PNG bytes), with their mean confidence."""
        done = subprocess.run(  # noqa: S603 - fixed arguments, the picture goes through standard input
            [self.program, "stdin", "stdout", "-l", "+".join(LANGUAGES), "--psm", "3", "tsv"],
            input=png,
            capture_output=True,
            check=False,
            timeout=_PAGE_SECONDS,
        )
        words = list(_words(done.stdout.decode("utf-8", errors="replace")))
        mean = sum(confidence for *_, confidence in words) / len(words) if words else 0.0
        return Recognised(text=_lines(words), confidence=round(mean))


_Word = tuple[tuple[str, str], str, str, float]


def _words(table: str) -> Iterator[_Word]:
    """Yield (paragraph key, line, word, confidence) of each word in Tesseract's table."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        word = (row.get("text") or "").strip()
        if word and row["level"] == "5":
            yield (row["block_num"], row["par_num"]), row["line_num"], word, float(row["conf"])


def _lines(words: list[_Word]) -> str:
    out: list[str] = []
    last: tuple[tuple[str, str], str] | None = None
    for paragraph, line, word, _ in words:
        if last is None:
            out.append(word)
        elif last[0] != paragraph:
            out.append(f"\n\n{word}")
        else:
            out.append(f" {word}" if last[1] == line else f"\n{word}")
        last = (paragraph, line)
    return "".join(out)
