"""Lines for a terminal of any width: each wrapped under its own beginning."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass, field
from typing import Any, Final

import click

from zhargy.cli.console import colours

_WIDEST: Final = 100
_NARROWEST: Final = 32
_STEP: Final = 2


@dataclass(slots=True)
class Page:
    """Text that is built line by line.

    Args:
        width: Columns of the terminal.
        is_styled: Whether bold and colours are shown.
        lines: The lines so far.
    """

    width: int
    is_styled: bool = False
    lines: list[str] = field(default_factory=list)

    @classmethod
    def of_terminal(cls) -> Page:
        """Return an empty page as wide as the terminal, with styles where it shows any."""
        width = shutil.get_terminal_size(fallback=(80, 24)).columns
        return cls(max(_NARROWEST, min(width, _WIDEST)), is_styled=sys.stdout is not None and colours(sys.stdout))

    def add(self, text: str, *, level: int = 0, mark: str = "", **style: Any) -> None:
        """Add a text, wrapped; what follows its first line is indented as far as its own words.

        Args:
            text: The words.
            level: How far in it stands.
            mark: A sign before the words.
            style: What `click.style` takes.
        """
        indent = " " * (_STEP * level)
        first = f"{indent}{mark} " if mark else indent
        wrapped = textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=" " * (len(first) if mark else len(first) + _STEP),
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.lines.extend(click.style(line, **style) if style and self.is_styled else line for line in wrapped)

    def blank(self) -> None:
        """Add an empty line, unless there is one."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def rule(self) -> None:
        """Add a line across the page."""
        self.lines.append("─" * min(self.width, 60))

    def __str__(self) -> str:
        return "\n".join(self.lines).rstrip("\n") + "\n"
