"""``zhargy library add``: files and folders into the library, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import click

from zhargy.app.adding import add as add_one
from zhargy.app.adding import add_files, add_samples
from zhargy.app.holdings import Provenance, Refusal
from zhargy.app.ports import Workbench
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.cli.library.choosing import DAY, LANGUAGE
from zhargy.cli.library.finding import find_files
from zhargy.cli.library.rehearsal import rehearsed
from zhargy.cli.library.run import Result, Run
from zhargy.cli.opening import new_library_of
from zhargy.cli.structure import READER
from zhargy.cli.types import Identifier
from zhargy.errors import UsageError, ZhargyError
from zhargy.model.frbr import WorkId
from zhargy.packs import samples
from zhargy.text import Language


@command(
    "library.add",
    examples=(
        "zhargy library add --sample",
        "zhargy library add acts/ --source https://adilet.zan.kz --fetched 2026-11-01",
        "zhargy library add parks.txt --work /akn/kz/act/2021-04-05/17-I --version 2024-09-01",
        "zhargy library add acts/ --dry-run",
    ),
    uses_library=True,
)
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("--sample", is_flag=True)
@click.option("--work", type=Identifier(WorkId.parse), metavar="URI")
@click.option("--language", type=LANGUAGE)
@click.option("--version", type=DAY, metavar="DATE")
@click.option("--title", default="", metavar="WORDS")
@click.option("--source", default="", metavar="WORDS")
@click.option("--licence", default="", metavar="WORDS")
@click.option("--fetched", type=DAY, metavar="DATE")
@click.option("--reader", type=READER)
@click.option("--dry-run", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def add(
    console: Console,
    /,
    *,
    paths: tuple[str, ...],
    sample: bool,
    source: str,
    licence: str,
    fetched: date | None,
    reader: str | None,
    dry_run: bool,
    as_json: bool,
    **told: Any,
) -> int:
    """Add files; the exit code is that of the first refusal."""
    names = tuple(find_files(paths))
    if not names and not sample:
        raise UsageError("U116")
    _check_single(told, len(names))
    provenance = Provenance(source=source, licence=licence, fetched=fetched)
    with new_library_of(console) as opened:
        bench = rehearsed(opened) if dry_run else opened
        results = _results(bench, names, sample=sample, reader=reader, provenance=provenance, told=told)
        total = len(names) + (len(samples()) if sample else 0)
        return Run(console, as_json=as_json, dry_run=dry_run).follow(results, total=total)


def _check_single(told: dict[str, Any], count: int) -> None:
    """Refuse to name several files one act.

    Raises:
        UsageError: U117.
    """
    for name in ("work", "language", "version", "title"):
        if told[name] and count != 1:
            raise UsageError("U117", option=f"--{name}", count=count)


def _results(
    bench: Workbench,
    names: tuple[str, ...],
    *,
    sample: bool,
    reader: str | None,
    provenance: Provenance,
    told: dict[str, Any],
) -> Iterator[Result]:
    if sample:
        yield from add_samples(bench)
    if any(told.values()):
        yield _told(bench, names[0], reader=reader, provenance=provenance, told=told)
        return
    files: list[tuple[str, Callable[[], bytes]]] = [(name, partial(read_input, name)) for name in names]
    yield from add_files(bench, files, reader=reader, provenance=provenance)


def _told(bench: Workbench, name: str, *, reader: str | None, provenance: Provenance, told: dict[str, Any]) -> Result:
    language = Language(told["language"]) if told["language"] else None
    try:
        data = read_input(name)
        return add_one(bench, data, name=name, reader=reader, provenance=provenance, **{**told, "language": language})
    except ZhargyError as error:
        return Refusal(name=name, error=error)
