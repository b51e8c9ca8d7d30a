"""``zhargy library undo`` and ``redo``: taking a repair back, and making it again."""

from __future__ import annotations

import click

from zhargy.app import mending
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.opening import library_of
from zhargy.cli.types import Identifier
from zhargy.model.frbr import ExpressionId

_EXPRESSION = Identifier(ExpressionId.parse)


@command(
    "library.undo",
    examples=("zhargy library undo /akn/kz/act/2021-04-05/17-I/kaz@2024-09-01 476590b8907b",),
    uses_library=True,
)
@click.argument("expression", metavar="EXPRESSION", type=_EXPRESSION)
@click.argument("repair", metavar="REPAIR")
@click.pass_obj
def undo(console: Console, *, expression: ExpressionId, repair: str) -> None:
    """Take one repair back; the edition is read anew without it."""
    with library_of(console) as bench:
        edition = mending.undo(bench, expression, repair)
    console.tell(console.words("cli.undone", repair=repair, expression=str(edition.id)))


@command(
    "library.redo",
    examples=("zhargy library redo /akn/kz/act/2021-04-05/17-I/kaz@2024-09-01 476590b8907b",),
    uses_library=True,
)
@click.argument("expression", metavar="EXPRESSION", type=_EXPRESSION)
@click.argument("repair", metavar="REPAIR")
@click.pass_obj
def redo(console: Console, *, expression: ExpressionId, repair: str) -> None:
    """Make a repair again that was taken back."""
    with library_of(console) as bench:
        edition = mending.redo(bench, expression, repair)
    console.tell(console.words("cli.redone", repair=repair, expression=str(edition.id)))
