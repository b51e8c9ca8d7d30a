"""``zhargy library export``: one edition in a format of the field."""

from __future__ import annotations

from datetime import date

import click

from zhargy.app.exporting import export as write_edition
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import STREAM, refuse_binary_terminal, write_output
from zhargy.cli.library.choosing import chosen_edition, names_edition
from zhargy.cli.opening import library_of
from zhargy.cli.structure import BINARY, FORMAT, format_of
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language


@command(
    "library.export",
    examples=(
        "zhargy library export /akn/kz/act/2021-04-05/17-I --format akn -o parks.xml",
        "zhargy library export /akn/kz/act/2021-04-05/17-I/kaz@2024-09-01 -o parks.docx",
    ),
    uses_library=True,
)
@names_edition
@click.option("--format", "-f", "format_", type=FORMAT)
@click.option("--output", "-o", default=STREAM, metavar="OUT")
@click.pass_obj
def export(
    console: Console,
    *,
    work: WorkId | ExpressionId,
    as_of: date | None,
    language: str | None,
    format_: str | None,
    output: str,
) -> None:
    """Write one edition."""
    chosen = format_ or format_of(output)
    if chosen in BINARY:
        refuse_binary_terminal(to=output, format=chosen)
    with library_of(console) as bench:
        edition = chosen_edition(bench, work, as_of=as_of, language=Language(language) if language else None)
        data = write_edition(bench, edition.id, format=chosen)
    write_output(data, to=output, console=console)
    console.tell(str(edition.id))
