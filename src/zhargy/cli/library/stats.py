"""``zhargy library stats``: how much the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import click

from zhargy.app.holdings import Statistics, statistics
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.opening import library_of

SCHEMA: Final = "zhargy.statistics/1"


@command("library.stats", examples=("zhargy library stats", "zhargy library stats --json"), uses_library=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def stats(console: Console, *, as_json: bool) -> None:
    """Count what there is."""
    with library_of(console) as bench:
        found = statistics(bench)
    if as_json:
        console.write_json(to_json(found))
    else:
        console.write("".join(f"{label}: {number}\n" for label, number in _rows(found, console)))


def to_json(found: Statistics) -> dict[str, Any]:
    """Return the counts as plain values."""
    return {
        "schema": SCHEMA,
        "works": found.works,
        "editions": found.editions,
        "by_language": dict(found.by_language),
        "provisions": found.provisions,
        "references": dict(found.references),
        "repairs": found.repairs,
        "diagnostics": found.diagnostics,
        "originals": found.originals,
        "bytes": found.bytes,
    }


def _rows(found: Statistics, console: Console) -> Iterator[tuple[str, int]]:
    for name in ("works", "editions"):
        yield console.words(f"cli.stats.{name}"), getattr(found, name)
    for language, number in found.by_language.items():
        yield f"  {language}", number
    yield console.words("cli.stats.provisions"), found.provisions
    yield console.words("cli.stats.references"), sum(found.references.values())
    for outcome, number in found.references.items():
        yield f"  {console.words(f'cli.outcome.{outcome}')}", number
    for name in ("repairs", "diagnostics", "originals", "bytes"):
        yield console.words(f"cli.stats.{name}"), getattr(found, name)
