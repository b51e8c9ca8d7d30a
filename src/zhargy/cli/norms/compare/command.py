"""``zhargy norms compare``: who moves, how far and in which direction when one law takes the place of another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import PurePath
from typing import Final

import click

from zhargy.app.comparing import compared_bank, compared_examples, compared_synthetic
from zhargy.app.qualifying import DEFAULT_LAWS, JOIN
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input, write_output
from zhargy.cli.norms.choosing import chosen_pack, told
from zhargy.cli.norms.compare.drawing import html_page, svg
from zhargy.cli.norms.compare.page import page_of
from zhargy.cli.report import FINDINGS
from zhargy.cli.types import Day, Whole
from zhargy.errors import UsageError
from zhargy.norms.consequences import Consequences, write_consequences
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import FactsFileRefused

CONSEQUENCES: Final = "zhargy.consequences/1"
_SYNTHETIC, _EXAMPLES = "synthetic", "cases"
_DRAWN: Final = {".svg": svg, ".html": html_page}
_LARGEST: Final = 100_000_000

Law = tuple[Pack, ...]


@command(
    "norms.compare",
    examples=(
        "zhargy norms compare",
        "zhargy norms compare --size 1000000 --seed 7 -o change.svg",
        "zhargy norms compare --law sample --with my-pack/ --population cases",
        "zhargy norms compare --population bank.jsonl --json",
    ),
)
@click.option("--law", default=DEFAULT_LAWS[0], metavar="PACK")
@click.option("--with", "other", default=DEFAULT_LAWS[1], metavar="PACK")
@click.option("--population", default=_SYNTHETIC, metavar="synthetic|cases|FILE")
@click.option("--size", type=Whole(low=1, high=_LARGEST), default=20_000, metavar="N")
@click.option("--seed", type=Whole(low=0, high=2**31 - 1), default=1, metavar="N")
@click.option("--as-of", type=Day(), metavar="DAY")
@click.option("--output", "-o", metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def compare(
    console: Console,
    *,
    law: str,
    other: str,
    population: str,
    size: int,
    seed: int,
    as_of: date | None,
    output: str | None,
    as_json: bool,
) -> int:
    """Compare two laws on many cases."""
    draw = _drawing(output)
    left, right = (tuple(_packs(names, console)) for names in (law, other))
    found = _compared(left, right, population, size=size, seed=seed, as_of=as_of, console=console)
    if draw is not None and output is not None:
        write_output(draw(found, console).encode(), to=output, console=console)
    if as_json:
        console.write_json({"schema": CONSEQUENCES, **write_consequences(found)})
    elif output is None:
        console.write(str(page_of(found, console)))
    return FINDINGS if found.tallies.moved else 0


def _drawing(output: str | None) -> Callable[[Consequences, Console], str] | None:
    """Return what makes the file.

    Raises:
        UsageError: N474, the file ends in nothing that can be made.
    """
    if output is None:
        return None
    found = _DRAWN.get(PurePath(output).suffix.lower())
    if found is None:
        raise UsageError("N474", name=output, valid=", ".join(_DRAWN))
    return found


def _packs(names: str, console: Console) -> Iterator[Pack]:
    """Yield the packs of a law.

    Raises:
        UsageError: N308, a name is empty.
    """
    for name in names.split(JOIN):
        if not name:
            raise UsageError("N308", value=names)
        yield chosen_pack(name, console)


def _compared(
    left: Law, right: Law, population: str, *, size: int, seed: int, as_of: date | None, console: Console
) -> Consequences:
    if population == _SYNTHETIC:
        with _progress(size, console) as advance:
            return compared_synthetic(left, right, size=size, seed=seed, as_of=as_of, advance=advance)
    if population == _EXAMPLES:
        count = sum(len(pack.cases) for pack in {each.id: each for each in (*left, *right)}.values())
        with _progress(count, console) as advance:
            return compared_examples(left, right, as_of=as_of, advance=advance)
    data = read_input(population)
    try:
        with _progress(data.count(b"\n"), console) as advance:
            return compared_bank(left, right, data, name=population, as_of=as_of, advance=advance)
    except FactsFileRefused as error:
        for problem in error.problems:
            console.insist(told(problem, console))
        raise


@contextmanager
def _progress(total: int, console: Console) -> Iterator[Callable[[int], object]]:
    """Show how many cases are done, on a terminal."""
    if not console.shows_progress or not total:
        yield lambda _: None
        return
    with click.progressbar(length=total, show_eta=True, show_pos=True, file=sys.stderr) as bar:
        yield bar.update
