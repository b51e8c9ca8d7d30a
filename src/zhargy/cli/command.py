"""Commands whose help and options speak the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from zhargy.cli.checking import Checked
from zhargy.cli.common import common_options
from zhargy.cli.help import show_help
from zhargy.errors import UsageError


class Command(Checked):
    """One command.

    Args:
        key: Path of the command, such as ``library.add``; its words are found in the catalogue under ``help.KEY``.
        examples: Calls that help leads with.
        uses_library: Whether it takes ``--library``.
    """

    def __init__(
        self, name: str | None, *, key: str, examples: Sequence[str], uses_library: bool = False, **rest: Any
    ) -> None:
        super().__init__(name, **{**rest, "add_help_option": False, "context_settings": {"allow_extra_args": True}})
        self.key = key
        self.examples = tuple(examples)
        self.params.extend(common_options(uses_library=uses_library))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            UsageError: U113, one too many.
        """
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageError("U113", value=rest[0])
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        show_help(self, ctx, formatter)


def command(key: str, *, examples: Sequence[str], uses_library: bool = False) -> Callable[..., Command]:
    """Make a function a command named by the last part of `key`; it may return an exit code."""
    name = key.rpartition(".")[2]
    return click.command(name, cls=Command, key=key, examples=examples, uses_library=uses_library)
