"""The JSON form of a document: schema ``zhargy.document/1``; it comes back exactly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Final

from zhargy.errors import UnreadableInput
from zhargy.model import (
    ActKind,
    Anchor,
    AnchorKind,
    Diagnostic,
    Document,
    Kind,
    Metadata,
    Node,
    Outcome,
    Reference,
    Repair,
    Scope,
    Severity,
    Status,
    Target,
)
from zhargy.parsing.blocks import Draft, Findings, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.xmltext import MAX_DEPTH
from zhargy.text import Language, MappedText, Piece, Position, Source, Span

SCHEMA: Final = "zhargy.document/1"


def write_json(document: Document) -> bytes:
    """Return the whole document as JSON, keys in a fixed order."""
    return (json.dumps(to_json(document), ensure_ascii=False, indent=1) + "\n").encode()


def to_json(document: Document) -> dict[str, Any]:
    """Return the document as plain values."""
    return {
        "schema": SCHEMA,
        "title": document.title,
        "language": document.language,
        "metadata": asdict(document.metadata or Metadata()),
        "text": document.text,
        "children": [node_json(node) for node in document.children],
        "references": [reference_json(item) for item in document.references],
        "anchors": [
            {"kind": item.kind, "value": item.value, "offset": item.offset, "source": _pair(item.source)}
            for item in document.anchors
        ],
        "repairs": [repair_json(item) for item in document.repairs],
        "diagnostics": [diagnostic_json(item) for item in document.diagnostics],
    }


def node_json(node: Node) -> dict[str, Any]:
    """Return one element and all below it; what is empty is left out."""
    found: dict[str, Any] = {"kind": node.kind, "eid": node.eid, "span": _pair(node.span)}
    for name in ("num", "number", "heading", "text", "source_id"):
        if value := getattr(node, name):
            found[name] = value
    if node.status is not Status.IN_FORCE:
        found["status"] = node.status
    if node.children:
        found["children"] = [node_json(child) for child in node.children]
    return found


def repair_json(repair: Repair) -> dict[str, Any]:
    """Return a repair with both of its positions."""
    found = asdict(repair)
    return {**found, "source": _pair(repair.source), "span": _pair(repair.span)}


def diagnostic_json(found: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic with both of its positions."""
    return {
        "code": found.code,
        "severity": found.severity,
        "params": dict(found.params),
        "span": _pair(found.span) if found.span is not None else None,
        "position": asdict(found.position) if found.position else None,
        "eid": found.eid,
    }


def reference_json(reference: Reference) -> dict[str, Any]:
    """Return a reference with its reading; levels it does not name are left out."""
    target = {field.name: value for field in fields(Target) if (value := getattr(reference.target, field.name))}
    return {
        "span": _pair(reference.span),
        "target": {name: list(value) if isinstance(value, tuple) else value for name, value in target.items()},
        "outcome": reference.outcome,
        "work": reference.work,
        "eids": list(reference.eids),
        "eid": reference.eid,
    }


def read_json(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a document this program wrote as JSON.

    Raises:
        UnreadableInput: P901, not such a document.
    """
    del undone
    source = decode(data, name=name)
    try:
        told = json.loads(source.text)
        if told.get("schema") != SCHEMA:
            raise UnreadableInput("P901", name=name)
        return Reading(
            source=source,
            drafts=tuple(_draft(node, source, MAX_DEPTH) for node in told["children"]),
            title=told["title"],
            language=Language(told["language"]),
            metadata=Metadata(**told["metadata"]),
            findings=_findings(told),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableInput("P901", name=name) from error


def _draft(node: Mapping[str, Any], source: Source, depth: int) -> Draft:
    if depth == 0:
        raise ValueError("elements nested deeper than any law")

    def mapped(name: str) -> MappedText | None:
        text = node.get(name)
        return MappedText(text, source, (Piece(0, 0, 0, linear=False),)) if text else None

    return Draft(
        kind=Kind(node["kind"]),
        num=mapped("num"),
        number=node.get("number", ""),
        heading=mapped("heading"),
        text=mapped("text"),
        status=Status(node.get("status", Status.IN_FORCE)),
        source_id=node.get("source_id", ""),
        eid=node["eid"],
        children=[_draft(child, source, depth - 1) for child in node.get("children", ())],
    )


def _findings(told: Mapping[str, Any]) -> Findings:
    return Findings(
        anchors=tuple(
            Anchor(kind=AnchorKind(a["kind"]), value=a["value"], offset=a["offset"], source=Span(*a["source"]))
            for a in told["anchors"]
        ),
        repairs=tuple(
            Repair(
                **{**r, "source": Span(*r["source"]), "span": Span(*r["span"]), "position": Position(**r["position"])}
            )
            for r in told["repairs"]
        ),
        diagnostics=tuple(
            Diagnostic(
                code=d["code"],
                severity=Severity(d["severity"]),
                params=d["params"],
                span=Span(*d["span"]) if d["span"] is not None else None,
                position=Position(**d["position"]) if d["position"] else None,
                eid=d["eid"],
            )
            for d in told["diagnostics"]
        ),
        references=tuple(_reference(item) for item in told["references"]),
    )


def _reference(told: Mapping[str, Any]) -> Reference:
    levels: dict[str, Any] = dict(told["target"])
    scope = Scope(levels.pop("scope", Scope.UNSTATED))
    kind = ActKind(levels.pop("act_kind", ActKind.UNSTATED))
    levels = {name: tuple(value) if isinstance(value, list) else value for name, value in levels.items()}
    return Reference(
        span=Span(*told["span"]),
        target=Target(scope=scope, act_kind=kind, **levels),
        outcome=Outcome(told["outcome"]),
        work=told["work"],
        eids=tuple(told["eids"]),
        eid=told["eid"],
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
