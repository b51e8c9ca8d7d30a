"""``zhargy library list``."""

from __future__ import annotations

from typing import Final

import click

from zhargy.app.holdings import Holding, works
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.library.values import holding_json
from zhargy.cli.opening import library_of

SCHEMA: Final = "zhargy.work/1"
_PAGE: Final = 200


@command(
    "library.list",
    examples=("zhargy library list", "zhargy library list парк", "zhargy library list --json | jq .title"),
    uses_library=True,
)
@click.argument("query", required=False, default="", metavar="QUERY")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def list_(console: Console, *, query: str, as_json: bool) -> None:
    """List works by title, one a line."""
    with library_of(console) as bench:
        offset, found = 0, 1
        while offset < found and not console.closed:
            page, found = works(bench, query=query, offset=offset, limit=_PAGE)
            for holding in page:
                if as_json:
                    console.write_json({"schema": SCHEMA, **holding_json(holding)}, lines=True)
                else:
                    console.write(_line(holding))
            offset += _PAGE
    if not as_json:
        console.tell(console.count("cli.works", found))


def _line(holding: Holding) -> str:
    languages = " ".join(dict.fromkeys(edition.id.language for edition in holding.editions))
    return f"{holding.id}\t{languages}\t{len(holding.editions)}\t{holding.title}\n"
