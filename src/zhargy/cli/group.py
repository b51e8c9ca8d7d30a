"""Groups of commands, each command loaded when it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from zhargy.cli.checking import Checked
from zhargy.cli.common import common_options, console_of
from zhargy.cli.help import show_help
from zhargy.cli.types import nearest
from zhargy.errors import UsageError


class Group(Checked, click.Group):
    """A group of commands.

    Args:
        key: Path of the group; ``zhargy`` for the program itself.
        examples: Calls that help leads with.
        modules: Name of each command and ``module:function`` where it is found.
    """

    def __init__(self, *, key: str, examples: Sequence[str], modules: Mapping[str, str], **rest: Any) -> None:
        super().__init__(
            key, add_help_option=False, no_args_is_help=False, invoke_without_command=True, callback=_bare, **rest
        )
        self.key = key
        self.examples = tuple(examples)
        self.modules = dict(modules)
        self.subcommand_metavar = "COMMAND …"
        self.params.extend(common_options(uses_library=True))

    def names(self) -> tuple[str, ...]:
        """Return the names of the commands, in the order of their table."""
        return tuple(self.modules)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands; loads none of them."""
        del ctx
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        del ctx
        if cmd_name not in self.modules:
            return None
        module, _, function = self.modules[cmd_name].partition(":")
        return getattr(import_module(module), function)  # type: ignore[no-any-return]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called.

        Raises:
            UsageError: U114, there is none of that name.
        """
        if args[0] not in self.modules and not ctx.resilient_parsing:
            near = nearest(args[0], self.modules)
            raise UsageError("U114", value=args[0], valid=", ".join(self.modules), near=near)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        show_help(self, ctx, formatter)


@click.pass_context
def _bare(ctx: click.Context) -> int:
    """Answer a call without a command with the help, as a wrong call."""
    if ctx.invoked_subcommand is not None:
        return 0
    console_of(ctx).insist(ctx.get_help())
    return UsageError.exit_code
