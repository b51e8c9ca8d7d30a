"""Rows of the tables from values, and values from rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any, Final

from zhargy.adapters.database import models
from zhargy.adapters.database.encoding import encode_repair
from zhargy.app.naming import name_key, number_key
from zhargy.app.values import Edition, Provenance
from zhargy.citations.identity import full_name
from zhargy.model import Document, Kind, Node, Outcome, Reference, Repair, Status, Target
from zhargy.model.frbr import ExpressionId
from zhargy.text import Language, Span

NODE_COLUMNS: Final = (
    "place", "last", "kind", "eid", "start", "end", "num", "number", "heading", "text", "status", "source_id",
)  # fmt: skip
REFERENCE_COLUMNS: Final = ("start", "end", "eid", "target", "outcome", "work", "eids")

PROVISION_ROW: Final = (
    "expression", "place", "last", "parent", "eid", "kind", "num", "number", "heading", "text", "status", "source_id",
    "start", "end",
)  # fmt: skip
REFERENCE_ROW: Final = (
    "expression", "place", "start", "end", "eid", "target", "act_number", "act_name", "outcome", "work", "eids",
)  # fmt: skip
REPAIR_ROW: Final = ("expression", "place", "repair", "code", "eid", "values", "is_undone")
DIAGNOSTIC_ROW: Final = ("expression", "place", "code", "severity", "eid")
OUTCOME_COLUMNS: Final = ("outcome", "work", "eids")

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_KEY_LENGTH: Final = 500
_NUMBER_LENGTH: Final = 100
_TARGET: Final = tuple(field.name for field in fields(Target))

Row = tuple[Any, ...]


def provision_rows(document: Document, expression: int) -> Iterator[Row]:
    """Yield a row of `PROVISION_ROW` for each element, in reading order."""
    for place, parent, last, node in _placed(document.children, first=0, parent=None):
        words = (node.num, node.number, node.heading, node.text)
        yield (
            *(expression, place, last, parent, storable(node.eid), node.kind.value),
            *(storable(word) for word in words),
            *(node.status.value, storable(node.source_id), node.span.start, node.span.end),
        )


def _placed(nodes: Iterable[Node], *, first: int, parent: int | None) -> Iterator[tuple[int, int | None, int, Node]]:
    """Yield place, parent's place, place of the last element inside, and node."""
    place = first
    for node in nodes:
        last = place + sum(1 for _ in node.walk()) - 1
        yield place, parent, last, node
        yield from _placed(node.children, first=place + 1, parent=place)
        place = last + 1


def nodes_of(rows: Iterable[Sequence[Any]]) -> tuple[Node, ...]:
    """Return the trees of rows of `NODE_COLUMNS` in reading order; an element left out leaves its children out too."""
    waiting = list(rows)
    waiting.reverse()
    found = []
    while waiting:
        found.append(_node(waiting))
    return tuple(found)


def _node(waiting: list[Sequence[Any]]) -> Node:
    _, last, kind, eid, start, end, num, number, heading, text, status, source_id = waiting.pop()
    children = []
    while waiting and waiting[-1][0] <= last:
        children.append(_node(waiting))
    return Node(
        kind=Kind(kind),
        eid=eid,
        span=Span(start, end),
        num=num,
        number=number,
        heading=heading,
        text=text,
        status=Status(status),
        source_id=source_id,
        children=tuple(children),
    )


def reference_rows(references: Sequence[Reference], expression: int, language: Language) -> Iterator[Row]:
    """Yield a row of `REFERENCE_ROW` for each reference, in order."""
    names = {item.target.act for item in references}
    keys = {name: name_key(full_name(name), language)[:_KEY_LENGTH] for name in names}
    for place, item in enumerate(references):
        target = {name: value for name in _TARGET if (value := getattr(item.target, name))}
        number = number_key(item.target.act_number)[:_NUMBER_LENGTH]
        yield (
            *(expression, place, item.span.start, item.span.end, storable(item.eid), target),
            *(number, keys[item.target.act], item.outcome.value, item.work, list(item.eids)),
        )


def outcome_row(reference: Reference) -> Row:
    """Return the values of `OUTCOME_COLUMNS`."""
    return reference.outcome.value, reference.work, list(reference.eids)


def references_of(rows: Iterable[Sequence[Any]]) -> tuple[Reference, ...]:
    """Return the references of rows of `REFERENCE_COLUMNS`."""
    return tuple(reference_of(row) for row in rows)


def reference_of(row: Sequence[Any]) -> Reference:
    """Return the reference of a row of `REFERENCE_COLUMNS`."""
    start, end, eid, target, outcome, work, eids = row
    return Reference(
        span=Span(start, end),
        target=_target(target),
        outcome=Outcome(outcome),
        work=work,
        eids=tuple(eids),
        eid=eid,
    )


def _target(told: Mapping[str, Any]) -> Target:
    """Return a target from plain values, each of the type that it has where nothing is told."""
    blank = Target()
    return replace(blank, **{name: type(getattr(blank, name))(value) for name, value in told.items()})


def repair_rows(repairs: Iterable[Repair], expression: int, *, is_undone: bool) -> Iterator[Row]:
    """Yield a row of `REPAIR_ROW` for each repair, in order."""
    for place, item in enumerate(repairs):
        values = storable_values(encode_repair(item))
        yield expression, place, item.id, item.code, storable(item.eid), values, is_undone


def diagnostic_rows(document: Document, expression: int) -> Iterator[Row]:
    """Yield a row of `DIAGNOSTIC_ROW` for each diagnostic, in order."""
    for place, item in enumerate(document.diagnostics):
        yield expression, place, item.code, item.severity.value, storable(item.eid)


def expression_values(edition: Edition) -> dict[str, Any]:
    """Return the columns of an expression."""
    return {
        "uri": str(edition.id),
        "language": edition.id.language,
        "version": edition.id.version,
        "start": edition.start,
        "title": storable(edition.title),
        "told_title": storable(edition.told_title),
        "sha256": edition.sha256,
        "size": edition.size,
        "name": storable(edition.name),
        "reader": edition.reader,
        "source": storable(edition.provenance.source),
        "licence": storable(edition.provenance.licence),
        "fetched": edition.provenance.fetched,
        "added": edition.added,
        "provisions": edition.provisions,
        "references": edition.references,
        "repairs": edition.repairs,
        "diagnostics": edition.diagnostics,
        "errors": edition.errors,
    }


def editions_of(rows: Sequence[models.Expression], undone: dict[int, frozenset[str]]) -> tuple[Edition, ...]:
    """Return the editions of one work by language and first day, each ending where the next one starts."""
    found: list[Edition] = []
    for language in Language:
        ordered = sorted(
            (row for row in rows if row.language == language),
            key=lambda row: (row.start is not None, str(row.start), row.version is not None),
        )
        for row, following in zip_longest(ordered, ordered[1:]):
            end = following.start if following is not None else None
            found.append(_edition(row, end, undone.get(row.pk, frozenset())))
    return tuple(found)


def _edition(row: models.Expression, end: Any, undone: frozenset[str]) -> Edition:
    return Edition(
        id=ExpressionId.parse(row.uri),
        title=row.title,
        start=row.start,
        end=end,
        sha256=row.sha256,
        size=row.size,
        name=row.name,
        reader=row.reader,
        provenance=Provenance(source=row.source, licence=row.licence, fetched=row.fetched),
        added=row.added,
        undone=undone,
        provisions=row.provisions,
        references=row.references,
        repairs=row.repairs,
        diagnostics=row.diagnostics,
        errors=row.errors,
        told_title=row.told_title,
    )


def storable(text: str) -> str:
    """Return a text that both databases keep: PostgreSQL has no place for U+0000, and UTF-8 none for half pairs."""
    return _UNSTORABLE.sub("\ufffd", text)


def storable_values(values: list[Any]) -> list[Any]:
    """Return plain values with `storable` texts."""
    return [
        storable(value) if isinstance(value, str) else storable_values(value) if isinstance(value, list) else value
        for value in values
    ]
