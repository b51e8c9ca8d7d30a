"""What was mended and noticed in a document, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

import click

from zhargy.cli.console import Console
from zhargy.cli.places import legal_places
from zhargy.messages import render, repair_name
from zhargy.model import Diagnostic, Document, Repair, Severity

#: Exit code of a call that found something a person must look at.
FINDINGS: Final = 1
_SHOWN: Final = 3
_WIDTH: Final = 72
_NOTHING: Final = "∅"
_COLOURS: Final = {Severity.INFO: "blue", Severity.WARNING: "yellow", Severity.ERROR: "red"}
_RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def report(document: Document, *, name: str, console: Console) -> None:
    """Tell repairs and diagnostics, grouped by code; a few of each unless ``--verbose``, errors always."""
    places = legal_places(document)
    for line in _repairs(document, places, console):
        console.tell(line)
    for line in _diagnostics(document, name, places, console):
        console.tell(line)
    console.tell(_summary(document, name, console))


def has_errors(document: Document) -> bool:
    """Whether a person must look at something before relying on the document."""
    return any(found.severity is Severity.ERROR for found in document.diagnostics)


def report_errors(document: Document, *, name: str, console: Console) -> None:
    """Tell the diagnostics of severity error, even with ``--quiet``."""
    places = legal_places(document)
    for found in document.diagnostics:
        if found.severity is Severity.ERROR:
            console.insist(_diagnostic(found, name, places, console))


def _repairs(document: Document, places: Mapping[str, str], console: Console) -> Iterator[str]:
    ordered = sorted(document.repairs, key=lambda repair: repair.code)
    for code, group in groupby(ordered, key=lambda repair: repair.code):
        repairs = list(group)
        yield click.style(f"{code} {repair_name(code, console.language)}: {len(repairs)}", bold=True)
        shown = repairs if console.verbose else repairs[:_SHOWN]
        for repair in shown:
            yield f"  {repair.position}: {_place(repair.eid, places)}{code} {_change(repair, document, console)}"
        yield from _rest(len(repairs) - len(shown), console)


def _diagnostics(document: Document, name: str, places: Mapping[str, str], console: Console) -> Iterator[str]:
    ordered = sorted(document.diagnostics, key=lambda found: (_RANK[found.severity], found.code))
    for code, group in groupby(ordered, key=lambda found: found.code):
        found = list(group)
        shown = found if console.verbose or found[0].severity is Severity.ERROR else found[:_SHOWN]
        for diagnostic in shown:
            yield _diagnostic(diagnostic, name, places, console)
        yield from _rest(len(found) - len(shown), console)
        yield f"  {render(code, found[0].params, console.language).hint}"


def _diagnostic(found: Diagnostic, name: str, places: Mapping[str, str], console: Console) -> str:
    severity = click.style(console.words(f"cli.severity.{found.severity}"), fg=_COLOURS[found.severity], bold=True)
    message = render(found.code, found.params, console.language).message
    return f"{found.position or name}: {_place(found.eid, places)}{severity} {found.code} {message}"


def _place(eid: str, places: Mapping[str, str]) -> str:
    return f"[{places.get(eid, eid)}] " if eid else ""


def _change(repair: Repair, document: Document, console: Console) -> str:
    before, after = repair.before, repair.after
    if not before.strip() and not after.strip():
        left, right = _around(repair, document)
        before, after = f"{left}{before}{right}", f"{left}{after}{right}"
    limit = len(before) + len(after) if console.verbose else _WIDTH
    return f"{_shown(before, limit)} → {_shown(after, limit)}"


def _around(repair: Repair, document: Document) -> tuple[str, str]:
    """Return the words before and after a repair that touched blanks alone."""
    span, text = repair.span, document.text
    left = text[max(span.start - _WIDTH, 0) : span.start].split()
    right = text[span.end : span.end + _WIDTH].split()
    return (left[-1] if left else "", right[0] if right else "")


def _shown(words: str, limit: int) -> str:
    """Return words on one line, what cannot be seen by its code point."""
    line = "↵".join(part.strip(" ") if part.isspace() else part for part in words.split("\n")).strip(" ") or _NOTHING
    line = "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in line)
    return line if len(line) <= limit else f"{line[: limit // 2]} … {line[-limit // 2 :]}"


def _rest(number: int, console: Console) -> Iterator[str]:
    if number > 0:
        yield f"  {console.count('cli.rest', number)}"


def _summary(document: Document, name: str, console: Console) -> str:
    counts: Sequence[str] = (
        console.count("cli.repairs", len(document.repairs)),
        console.count("cli.diagnostics", len(document.diagnostics)),
        console.count("cli.references", len(document.references)),
    )
    return console.words("cli.summary", name=name, repairs=counts[0], diagnostics=counts[1], references=counts[2])
