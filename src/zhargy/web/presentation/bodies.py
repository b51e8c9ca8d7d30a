"""JSON bodies of the portal's addresses. Each names its schema and version in the field ``schema``.

A schema only grows: a field once told keeps its name and meaning until the number behind the stroke changes. Periods
are half-open, ``[from, until)``; ``null`` stands for what is not known or has not ended. Spans count code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import zhargy
from zhargy.app.holdings import Edition, Holding, Provision
from zhargy.model import Document, Repair
from zhargy.parsing import WRITERS
from zhargy.parsing.writing.json import node_json, repair_json, to_json
from zhargy.web.presentation.addresses import (
    export_address,
    expression_address,
    provision_address,
    repairs_address,
    work_address,
)

Body = dict[str, Any]


def works_body(holdings: Sequence[Holding], *, found: int, offset: int) -> Body:
    """Return a stretch of the list of works: schema ``zhargy.works/1``."""
    works = [_holding(holding) for holding in holdings]
    return {"schema": "zhargy.works/1", "found": found, "from": offset, "works": works}


def work_body(holding: Holding) -> Body:
    """Return a work with its editions: schema ``zhargy.work/1``."""
    return {"schema": "zhargy.work/1", **_holding(holding)}


def expression_body(edition: Edition, document: Document) -> Body:
    """Return an edition with its whole document: schema ``zhargy.expression/1``."""
    expression = edition.id
    return {
        "schema": "zhargy.expression/1",
        **_edition(edition),
        "exports": {name: export_address(expression, name) for name in WRITERS},
        "repairs": repairs_address(expression),
        "document": to_json(document),
    }


def provision_body(provision: Provision) -> Body:
    """Return one provision with its address: schema ``zhargy.provision/1``."""
    edition, node = provision.edition, provision.node
    return {
        "schema": "zhargy.provision/1",
        **_edition(edition),
        "address": provision_address(edition.id, [node.eid]),
        "eid": node.eid,
        "kind": node.kind,
        "num": node.num,
        "heading": node.heading,
        "status": node.status,
        "text": provision.text,
        "node": node_json(node),
    }


def repairs_body(edition: Edition, document: Document, undone: Sequence[Repair]) -> Body:
    """Return everything mended in an edition, and what a person has undone: schema ``zhargy.repairs/1``."""
    return {
        "schema": "zhargy.repairs/1",
        **_edition(edition),
        "repairs": [repair_json(repair) for repair in document.repairs],
        "undone": [repair_json(repair) for repair in undone],
    }


def _holding(holding: Holding) -> Body:
    return {
        "work": str(holding.id),
        "address": work_address(holding.id),
        "title": holding.title,
        "language": holding.language,
        "editions": [_edition(edition) for edition in holding.editions],
    }


def _edition(edition: Edition) -> Body:
    expression, provenance = edition.id, edition.provenance
    return {
        "work": str(expression.work),
        "expression": str(expression),
        "address": expression_address(expression),
        "title": edition.title,
        "language": expression.language,
        "version": expression.version.isoformat() if expression.version else None,
        "from": edition.start.isoformat() if edition.start else None,
        "until": edition.end.isoformat() if edition.end else None,
        "source": provenance.source,
        "licence": provenance.licence,
        "fetched": provenance.fetched.isoformat() if provenance.fetched else None,
        "marking": "no AI used",
        "certificate": {
            "file": edition.name,
            "sha256": edition.sha256,
            "reader": edition.reader,
            "added": edition.added.isoformat(),
            "undone": sorted(edition.undone),
            "program": f"zhargy {zhargy.__version__}",
        },
    }
