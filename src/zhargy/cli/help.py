"""The help of a command: what it does, examples, usage, arguments, options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from zhargy.cli.common import console_of
from zhargy.cli.types import Named
from zhargy.messages import keys, translate
from zhargy.text import Language

if TYPE_CHECKING:
    from zhargy.cli.command import Command
    from zhargy.cli.group import Group


def show_help(command: Command | Group, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the help of `command` in the language of the call."""
    language = console_of(ctx).language
    formatter.write_text(translate(f"help.{command.key}", language))
    if (more := f"help.{command.key}.more") in keys():
        formatter.write_paragraph()
        formatter.write_text(translate(more, language))
    _examples(command.examples, language, formatter)
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    with formatter.section(translate("help.heading.usage", language)):
        formatter.write_text(usage)
    _subcommands(command, language, formatter)
    arguments = [param for param in command.get_params(ctx) if isinstance(param, click.Argument)]
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    _rows("arguments", ((param.make_metavar(ctx), param) for param in arguments), command, language, formatter)
    _rows("options", ((_left(param, ctx), param) for param in options), command, language, formatter)


def _examples(examples: Iterable[str], language: Language, formatter: click.HelpFormatter) -> None:
    with formatter.section(translate("help.heading.examples", language)):
        for example in examples:
            formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def _subcommands(command: Command | Group, language: Language, formatter: click.HelpFormatter) -> None:
    names = command.names() if isinstance(command, click.Group) else ()
    if names:
        prefix = f"{command.key}." if command.key != "zhargy" else ""
        with formatter.section(translate("help.heading.commands", language)):
            formatter.write_dl([(name, translate(f"help.{prefix}{name}", language)) for name in names])


def _rows(
    heading: str,
    rows: Iterable[tuple[str, click.Parameter]],
    command: Command | Group,
    language: Language,
    formatter: click.HelpFormatter,
) -> None:
    shown = [(left, _words(param, command, language)) for left, param in rows]
    if shown:
        with formatter.section(translate(f"help.heading.{heading}", language)):
            formatter.write_dl(shown)


def _words(param: click.Parameter, command: Command | Group, language: Language) -> str:
    """Return the words for a parameter: those of this command, or those it shares with others."""
    name = param.human_readable_name.lower() if isinstance(param, click.Argument) else param.opts[0].strip("-")
    own = f"help.{command.key}.{name}"
    names = ", ".join(param.type.valid()) if isinstance(param.type, Named) else ""
    return translate(own if own in keys() else f"help.common.{name}", language, names=names)


def _left(option: click.Option, ctx: click.Context) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.make_metavar(ctx)}"
