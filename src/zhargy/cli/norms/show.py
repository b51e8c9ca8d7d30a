"""``zhargy norms show``: a pack with its norms, each condition as it is evaluated."""

from __future__ import annotations

from collections.abc import Iterator

import click

from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.norms.choosing import chosen_pack
from zhargy.cli.norms.values import pack_json
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Norm, Pack


@command("norms.show", examples=("zhargy norms show sample", "zhargy norms show sample --json"))
@click.argument("pack", metavar="PACK")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def show(console: Console, *, pack: str, as_json: bool) -> None:
    """Show a pack."""
    chosen = chosen_pack(pack, console)
    if as_json:
        console.write_json(pack_json(chosen))
    else:
        console.write("\n".join([*_head(chosen, console), *_norms(chosen, console), ""]))


def _head(pack: Pack, console: Console) -> Iterator[str]:
    yield pack.title[console.language]
    yield str(pack.act)
    yield console.words(f"law.status.{pack.status}")
    if pack.used:
        used = (f"{alias} = {each.id}" for alias, each in pack.used.items())
        yield console.words("cli.norms.uses", packs=", ".join(used))
    yield console.words("law.pack.editions", days=", ".join(day.isoformat() for day in pack.editions))
    yield console.words("law.pack.encoder", name=pack.encoder)
    yield (
        console.words("law.pack.reviewer", name=pack.reviewer)
        if pack.reviewer
        else console.words("law.pack.unreviewed")
    )


def _norms(pack: Pack, console: Console) -> Iterator[str]:
    for norm in pack.own_norms.values():
        yield ""
        kind = console.words(f"law.norm.{norm.kind}")
        yield f"{norm.id}  {norm.title[console.language]}  [{kind}]  {norm.valid}"
        yield from (f"  {label}: {words}" for label, words in _fields(norm, console))


def _fields(norm: Norm, console: Console) -> Iterator[tuple[str, str]]:
    told = {
        "subject": unparse(norm.subject) if norm.subject is not None else "",
        "when": unparse(norm.when),
        "basic": norm.basic,
        "defeats": ", ".join(norm.defeats),
        "exceptions": ", ".join(norm.exceptions),
        "prevails_over": ", ".join(norm.prevails_over),
        "tags": ", ".join(norm.tags),
        "bars": ", ".join(norm.bars),
        "caps": "" if norm.caps is None else str(norm.caps),
    }
    for name, words in told.items():
        if words:
            yield console.words(f"law.field.{name}"), words
