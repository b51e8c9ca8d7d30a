"""The program ``zhargy``: its commands, the language it speaks, and how every call ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, Final, Never

import click

from zhargy import __version__
from zhargy.cli.common import console_of
from zhargy.cli.console import Console
from zhargy.cli.failures import ends
from zhargy.cli.group import Group
from zhargy.messages import preferred_language
from zhargy.text import Language

COMMANDS: Final = {
    "structure": "zhargy.cli.structure:structure",
    "cite": "zhargy.cli.cite:cite",
    "library": "zhargy.cli.library:library",
    "norms": "zhargy.cli.norms:norms",
    "ask": "zhargy.cli.ask.asking:ask",
    "qualify": "zhargy.cli.qualify.command:qualify",
    "serve": "zhargy.cli.serve:serve",
    "explain": "zhargy.cli.explain:explain",
}


class Root(Group):
    """The program itself: every call ends with one of the documented exit codes."""

    def main(  # type: ignore[override]  # it always leaves, whatever the mode
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Never:
        """Run one call and leave with its exit code."""
        given = list(sys.argv[1:] if args is None else args)
        console = Console(asked_language(given))
        extra["standalone_mode"] = False
        call = super().main
        sys.exit(ends(lambda: call(given, prog_name or "zhargy", obj=console, **extra), console))


def asked_language(arguments: Sequence[str]) -> Language:
    """Return the language of a call, read before anything else so that every refusal can speak it.

    Example:
        >>> asked_language(["structure", "--lang=kk", "law.txt"]).value
        'kk'
    """
    found = None
    for at, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and at + 1 < len(arguments):
            found = Language.from_tag(arguments[at + 1]) or found
        elif word.startswith("--lang="):
            found = Language.from_tag(word.partition("=")[2]) or found
    return found or preferred_language(os.environ)


def _show_version(ctx: click.Context, param: click.Parameter, value: object) -> None:
    del param
    if value and not ctx.resilient_parsing:
        console_of(ctx).write(f"zhargy {__version__}\n")
        ctx.exit()


zhargy: Final = Root(
    key="zhargy",
    examples=(
        "zhargy structure act.pdf",
        "zhargy structure act.txt --format akn -o act.xml",
        "zhargy cite act.txt",
        "zhargy library add acts/",
        "zhargy serve --open",
    ),
    modules=COMMANDS,
    params=[click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version)],
)
