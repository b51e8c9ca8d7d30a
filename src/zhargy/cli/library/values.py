"""What the library tells, as plain values; each schema is described in ``docs/reference/json.md``.

A schema has the same fields here and on the portal; ``address`` is told by the portal alone, ``counts`` here alone.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from zhargy import __version__
from zhargy.app.holdings import Edition, Holding, Provision
from zhargy.parsing.writing.json import node_json


def edition_json(edition: Edition) -> dict[str, Any]:
    """Return an edition as plain values."""
    return {
        "work": str(edition.id.work),
        "expression": str(edition.id),
        "title": edition.title,
        "language": edition.id.language,
        "version": _day(edition.id.version),
        "from": _day(edition.start),
        "until": _day(edition.end),
        "source": edition.provenance.source,
        "licence": edition.provenance.licence,
        "fetched": _day(edition.provenance.fetched),
        "marking": "no AI used",
        "certificate": {
            "file": edition.name,
            "sha256": edition.sha256,
            "reader": edition.reader,
            "added": edition.added.isoformat(),
            "undone": sorted(edition.undone),
            "program": f"zhargy {__version__}",
        },
        "counts": {
            name: getattr(edition, name) for name in ("provisions", "references", "repairs", "diagnostics", "errors")
        },
    }


def holding_json(holding: Holding) -> dict[str, Any]:
    """Return a work with its editions as plain values."""
    return {
        "work": str(holding.id),
        "title": holding.title,
        "language": holding.language,
        "editions": [edition_json(edition) for edition in holding.editions],
    }


def provision_json(found: Provision) -> dict[str, Any]:
    """Return a provision with its edition as plain values."""
    node = found.node
    return {
        **edition_json(found.edition),
        "eid": node.eid,
        "kind": node.kind,
        "num": node.num,
        "heading": node.heading,
        "status": node.status,
        "text": found.text,
        "node": node_json(node),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
