"""``zhargy library show``: a work with its editions, one edition as it stood on a day, one provision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import click

from zhargy.app.consulting import contents, provision
from zhargy.app.holdings import Edition, Holding
from zhargy.app.holdings import work as find_work
from zhargy.app.ports import Workbench
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.library.choosing import chosen_edition, names_edition
from zhargy.cli.library.values import edition_json, holding_json, provision_json
from zhargy.cli.opening import library_of
from zhargy.model import Node
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.parsing.writing.json import node_json
from zhargy.text import Language

WORK: Final = "zhargy.work/1"
EDITION: Final = "zhargy.edition/1"
PROVISION: Final = "zhargy.provision/1"


@command(
    "library.show",
    examples=(
        "zhargy library show /akn/kz/act/2021-04-05/17-I",
        "zhargy library show /akn/kz/act/2021-04-05/17-I --as-of 2022-01-01",
        "zhargy library show /akn/kz/act/2021-04-05/17-I --provision art_4__para_2 --language ru",
    ),
    uses_library=True,
)
@names_edition
@click.option("--provision", "eid", metavar="EID")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def show(
    console: Console,
    *,
    work: WorkId | ExpressionId,
    as_of: date | None,
    language: str | None,
    eid: str | None,
    as_json: bool,
) -> None:
    """Show what is asked for, always with its period."""
    with library_of(console) as bench:
        if isinstance(work, WorkId) and as_of is None and language is None and eid is None:
            value, text = _work(find_work(bench, work), console)
        else:
            edition = chosen_edition(bench, work, as_of=as_of, language=Language(language) if language else None)
            value, text = _provision(bench, edition, eid, console) if eid else _edition(bench, edition, console)
    if as_json:
        console.write_json(value)
    else:
        console.write(text)


def _work(holding: Holding, console: Console) -> tuple[dict[str, Any], str]:
    lines = [f"{holding.title}\n{holding.id}\n", *(_head(edition, console) for edition in holding.editions)]
    return {"schema": WORK, **holding_json(holding)}, "\n".join(lines)


def _edition(bench: Workbench, edition: Edition, console: Console) -> tuple[dict[str, Any], str]:
    nodes = contents(bench, edition.id)
    value = {"schema": EDITION, **edition_json(edition), "contents": [node_json(node) for node in nodes]}
    return value, "\n".join([edition.title, _head(edition, console), *_outline(nodes, 0), ""])


def _provision(bench: Workbench, edition: Edition, eid: str, console: Console) -> tuple[dict[str, Any], str]:
    found = provision(bench, edition.id, eid)
    value = {"schema": PROVISION, **provision_json(found)}
    return value, f"{edition.title}\n{_head(edition, console)}\n{found.text}\n"


def _head(edition: Edition, console: Console) -> str:
    """Return the lines that say which edition it is, from when to when it stands, and where it comes from."""
    lines = [
        str(edition.id),
        _period(edition, console),
        console.words("cli.edition.origin", name=edition.name, added=edition.added.date().isoformat()),
        *([edition.provenance.source] if edition.provenance.source else []),
    ]
    return "\n  ".join(lines) + "\n"


def _period(edition: Edition, console: Console) -> str:
    """Return the period of an edition in words; an end that is not known is not made up."""
    known = "".join(name for name in ("start", "end") if getattr(edition, name)) or "open"
    return console.words(f"cli.period.{known}", start=edition.start, end=edition.end)


def _outline(nodes: Sequence[Node], depth: int) -> Iterator[str]:
    for node in nodes:
        label = " ".join(f"{node.num} {node.heading}".split())
        if label:
            yield f"{'  ' * depth}{label}  [{node.eid}]"
        yield from _outline(node.children, depth + 1 if label else depth)
