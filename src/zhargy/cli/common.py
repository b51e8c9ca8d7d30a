"""The options every command takes."""

from __future__ import annotations

from pathlib import Path

import click

from zhargy.cli.console import Console
from zhargy.cli.types import Named
from zhargy.text import Language


def common_options(*, uses_library: bool) -> list[click.Parameter]:
    """Return fresh copies of ``--library``, ``--lang``, ``--quiet``, ``--verbose`` and ``--help``."""
    found: list[click.Parameter] = []
    if uses_library:
        found.append(_option("--library", metavar="DIR", callback=_set_library))
    return [
        *found,
        _option("--lang", type=Named("U105", names=list(Language)), callback=_set_language),
        _option("--quiet", "-q", is_flag=True, callback=_set_quiet),
        _option("--verbose", "-v", is_flag=True, callback=_set_verbose),
        _option("--help", "-h", is_flag=True, is_eager=True, callback=_show_help),
    ]


def console_of(ctx: click.Context) -> Console:
    """Return the console of a call."""
    found = ctx.find_object(Console)
    return found if found is not None else Console(Language.EN)


def _option(*names: str, **settings: object) -> click.Option:
    return click.Option(names, expose_value=False, **settings)  # type: ignore[arg-type]


def _set_library(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    del param
    if value is not None:
        console_of(ctx).library = Path(value)


def _set_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    del param
    if value is not None:
        console_of(ctx).language = Language(value)


def _set_quiet(ctx: click.Context, param: click.Parameter, value: object) -> None:
    del param
    if value:
        console_of(ctx).quiet = True


def _set_verbose(ctx: click.Context, param: click.Parameter, value: object) -> None:
    del param
    if value:
        console_of(ctx).verbose = True


def _show_help(ctx: click.Context, param: click.Parameter, value: object) -> None:
    del param
    if value and not ctx.resilient_parsing:
        console_of(ctx).write(ctx.get_help() + "\n")
        ctx.exit()
