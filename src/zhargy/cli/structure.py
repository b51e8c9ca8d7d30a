"""``zhargy structure``: raw legal text into structured law."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

import click

from zhargy.app.structuring import structure_bytes
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import STREAM, read_input, refuse_binary_terminal, write_output
from zhargy.cli.recognition import recogniser
from zhargy.cli.report import FINDINGS, has_errors, report, report_errors
from zhargy.cli.types import Named
from zhargy.errors import NotFound
from zhargy.model import Document
from zhargy.parsing import READERS, WRITERS, write

#: What a person can read at once, where neither an option nor the name of the output says otherwise.
_DEFAULT: Final = "md"
BINARY: Final = frozenset({"docx"})
_SUFFIXES: Final = {**{f".{writer.suffix}": name for name, writer in WRITERS.items()}, ".akn": "akn"}

FORMAT: Final = Named("U104", names=tuple(WRITERS))
READER: Final = Named("U103", names=tuple(READERS), metavar="READER")


@command(
    "structure",
    examples=(
        "zhargy structure act.pdf",
        "zhargy structure act.txt --format akn -o act.xml",
        "zhargy structure act.txt --json --undo 476590b8907b > act.json",
        "pdftotext act.pdf - | zhargy structure - --format akn",
    ),
)
@click.argument("file", metavar="FILE")
@click.option("--format", "-f", "format_", type=FORMAT)
@click.option("--output", "-o", default=STREAM, metavar="OUT")
@click.option("--reader", type=READER)
@click.option("--undo", multiple=True, metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def structure(
    console: Console,
    *,
    file: str,
    format_: str | None,
    output: str,
    reader: str | None,
    undo: tuple[str, ...],
    as_json: bool,
) -> int:
    """Read a file, write its structure, tell what was mended."""
    chosen = "json" if as_json else format_ or format_of(output)
    if chosen in BINARY:
        refuse_binary_terminal(to=output, format=chosen)
    document = _structured(read_input(file), name=file, reader=reader, undone=frozenset(undo))
    write_output(write(document, chosen), to=output, console=console)
    if console.quiet or as_json:
        report_errors(document, name=file, console=console)
    else:
        report(document, name=file, console=console)
    return FINDINGS if has_errors(document) else 0


def format_of(output: str) -> str:
    """Return the format that the name of an output asks for.

    Example:
        >>> format_of("act.XML"), format_of("-")
        ('akn', 'md')
    """
    return _SUFFIXES.get(PurePath(output).suffix.lower(), _DEFAULT)


def _structured(data: bytes, *, name: str, reader: str | None, undone: frozenset[str]) -> Document:
    """Structure the bytes; a repair that is to be undone must be one that would be made."""
    recognise = recogniser(data)
    document = structure_bytes(data, name=name, reader=reader, undone=undone, recognise=recognise)
    if undone:
        whole = structure_bytes(data, name=name, reader=reader, recognise=recognise)
        unknown = undone - {repair.id for repair in whole.repairs}
        if unknown:
            raise NotFound("L105", repair=min(unknown), expression=name)
    return document
