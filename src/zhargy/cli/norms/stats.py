"""``zhargy norms stats``: how much a pack holds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import click

from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.norms.choosing import chosen_pack
from zhargy.norms.exports import Coverage, PackStatistics, statistics_of
from zhargy.norms.packs import Pack
from zhargy.text.numerals import write_digits

SCHEMA: Final = "zhargy.holding/1"
_INDENT: Final = "  "


@command("norms.stats", examples=("zhargy norms stats sample", "zhargy norms stats sample --json"))
@click.argument("pack", metavar="PACK")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def stats(console: Console, *, pack: str, as_json: bool) -> None:
    """Tell how much a pack holds."""
    chosen = chosen_pack(pack, console)
    found = statistics_of(chosen)
    if as_json:
        console.write_json(_plain(chosen, found))
        return
    rows = list(_rows(found, console))
    width = max(len(label) for label, _ in rows)
    lines = [chosen.title[console.language], *(f"{label:<{width}}  {told:>6}".rstrip() for label, told in rows)]
    console.write("\n".join([*lines, *_table(found, console)]) + "\n")


def _plain(pack: Pack, found: PackStatistics) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "pack": pack.id,
        "norms": {"total": found.norms, **{str(kind): count for kind, count in found.kinds.items()}},
        "sanctions": {"norms": found.sanctions, "alternatives": found.alternatives, "branches": found.branches},
        "facts": {"own": found.own_facts, "used": found.used_facts, "supplied": found.supplied},
        "choices": found.choices,
        "readings": found.readings,
        "cases": {"total": found.cases, "fewest": found.fewest_cases, "median": found.median_cases},
        "cases_of": dict(found.cases_of),
        "exceptions": {str(depth): count for depth, count in found.exceptions.items()},
        "anchors": {"norms": found.anchored, "total": found.anchors},
        "languages": {str(language): _coverage(each) for language, each in found.languages.items()},
    }


def _coverage(found: Coverage) -> dict[str, int]:
    return {
        "norms": found.norms,
        "facts": found.facts,
        "choices": found.choices,
        "cases": found.cases,
        "anchors": found.anchors,
    }


def _rows(found: PackStatistics, console: Console) -> Iterator[tuple[str, str]]:
    """Yield what is counted and how much there is of it; what belongs to the line above is set in."""
    yield _row("norms", found.norms, console)
    for kind, count in found.kinds.items():
        yield f"{_INDENT}{console.words(f'law.norm.{kind}')}", str(count)
    yield _row("sanctions", found.sanctions, console)
    yield _row("alternatives", found.alternatives, console, level=1)
    yield _row("branches", found.branches, console, level=1)
    yield _row("facts", found.own_facts, console)
    yield _row("used_facts", found.used_facts, console, level=1)
    yield _row("supplied", found.supplied, console, level=1)
    yield _row("readings", found.readings, console)
    yield _row("cases", found.cases, console)
    yield _row("fewest_cases", found.fewest_cases, console, level=1)
    yield _row("median_cases", _number(found.median_cases, console), console, level=1)
    for depth, count in found.exceptions.items():
        yield console.words("cli.norms.stats.exceptions", depth=depth), str(count)
    yield _row("anchored", found.anchored, console)
    yield _row("anchors", found.anchors, console, level=1)


def _row(name: str, count: int | str, console: Console, *, level: int = 0) -> tuple[str, str]:
    return f"{_INDENT * level}{console.words(f'cli.norms.stats.{name}')}", str(count)


def _number(value: float, console: Console) -> str:
    """Return a median: a whole number, or one and a half."""
    return write_digits(int(value) if value == int(value) else Decimal(str(value)), console.language)


def _table(found: PackStatistics, console: Console) -> Iterator[str]:
    """Yield how far each language is covered, a line for each language."""
    names = ("norms", "facts", "choices", "cases", "anchors")
    wanted = (found.norms, found.own_facts, found.choices, found.cases, None)
    heads = [console.words(f"cli.norms.stats.{name}") for name in names]
    rows = [
        [language.value, *(_share(*pair) for pair in zip(_coverage(each).values(), wanted, strict=True))]
        for language, each in found.languages.items()
    ]
    table = [["", *heads], *rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def _share(count: int, of: int | None) -> str:
    return str(count) if of is None else f"{count}/{of}"
