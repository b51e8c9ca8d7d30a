"""``zhargy norms list``."""

from __future__ import annotations

import click

from zhargy.app.norms import packs
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.norms.values import summary_json


@command("norms.list", examples=("zhargy norms list", "zhargy norms list --json | jq .id"))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def list_(console: Console, *, as_json: bool) -> None:
    """List the packs that ship with the program, one a line."""
    found = 0
    for pack in packs():
        found += 1
        if as_json:
            console.write_json(summary_json(pack), lines=True)
        else:
            console.write(
                f"{pack.id}\t{pack.act}\t{len(pack.own_norms)}\t{len(pack.cases)}\t{pack.title[console.language]}\n"
            )
    if not as_json:
        console.tell(console.count("cli.norms.packs", found))
