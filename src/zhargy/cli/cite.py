"""``zhargy cite``: every reference of a text with its reading and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Final

import click

from zhargy.app.structuring import structure_bytes
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.cli.opening import has_library, library_of
from zhargy.cli.places import legal_places
from zhargy.cli.recognition import recogniser
from zhargy.cli.report import FINDINGS, has_errors, report_errors
from zhargy.cli.structure import READER
from zhargy.model import Document, Outcome, Reference, Target
from zhargy.parsing.writing.json import reference_json

SCHEMA: Final = "zhargy.citations/1"


@command(
    "cite",
    examples=("zhargy cite act.txt", "zhargy cite brief.docx --json", "zhargy --library ~/laws cite brief.txt"),
    uses_library=True,
)
@click.argument("file", metavar="FILE")
@click.option("--reader", type=READER)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def cite(console: Console, *, file: str, reader: str | None, as_json: bool) -> int:
    """Read a file and show what it cites."""
    document = _linked(console, file=file, reader=reader)
    if as_json:
        console.write_json(to_json(document, file=file))
    else:
        _show(document, console)
        _summary(document, console)
    report_errors(document, name=file, console=console)
    return FINDINGS if has_errors(document) else 0


def to_json(document: Document, *, file: str) -> dict[str, Any]:
    """Return the references of a document as plain values."""
    places = legal_places(document)
    return {
        "schema": SCHEMA,
        "file": file,
        "language": document.language,
        "references": [
            {
                "words": reference.span.of(document.text),
                "position": asdict(document.mapped.position(reference.span.start)),
                "place": places.get(reference.eid, ""),
                **reference_json(reference),
            }
            for reference in document.references
        ],
    }


def _linked(console: Console, *, file: str, reader: str | None) -> Document:
    """Structure the file; acts of the library count as known where there is a library."""
    data = read_input(file)
    recognise = recogniser(data)
    if not has_library(console):
        return structure_bytes(data, name=file, reader=reader, recognise=recognise)
    with library_of(console) as bench:
        return structure_bytes(data, name=file, reader=reader, recognise=recognise, acts=bench.store)


def _show(document: Document, console: Console) -> None:
    places = legal_places(document)
    for reference in document.references:
        words = " ".join(reference.span.of(document.text).split())
        position = document.mapped.position(reference.span.start)
        outcome = console.words(f"cli.outcome.{reference.outcome}")
        place = f"[{places[reference.eid]}] " if reference.eid in places else ""
        console.write(f"{position}: {place}{outcome}: “{words}” = {_reading(reference.target, console)}")
        console.write(f" → {found}\n" if (found := _target(reference, places)) else "\n")


def _reading(target: Target, console: Console) -> str:
    """Return what a citation says, level by level: «articles: 43, 45; parts: 3»."""
    levels = [
        console.words(f"cli.level.{field.name}", numbers=", ".join(value))
        for field in fields(target)
        if isinstance(value := getattr(target, field.name), tuple) and value
    ]
    act = " ".join(filter(None, (target.act, target.act_number, target.act_date)))
    return "; ".join([*([console.words("cli.level.act", act=act)] if act else []), *levels]) or console.words(
        f"cli.scope.{target.scope}"
    )


def _target(reference: Reference, places: Mapping[str, str]) -> str:
    """Return the provisions found, as addresses within an act of the library or as places of this text."""
    if reference.work:
        return ", ".join(f"{reference.work}/~{eid}" for eid in reference.eids) or reference.work
    return ", ".join(f"{eid} [{places[eid]}]" if eid in places else eid for eid in reference.eids)


def _summary(document: Document, console: Console) -> None:
    outcomes = Counter(reference.outcome for reference in document.references)
    console.tell(console.count("cli.references", len(document.references)))
    for outcome in Outcome:
        if outcomes[outcome]:
            console.tell(f"  {console.words(f'cli.outcome.{outcome}')}: {outcomes[outcome]}")
