"""What packs tell, as plain values; each schema is described in ``docs/reference/json.md``."""

from __future__ import annotations

from typing import Any, Final

from zhargy.cli.norms.sanctions import sanction_json
from zhargy.model.eid import ElementId
from zhargy.norms.evaluation import CaseResult
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.vocabulary import Fact

SUMMARY: Final = "zhargy.summary/1"
PACK: Final = "zhargy.pack/1"
CASE: Final = "zhargy.case/1"


def summary_json(pack: Pack) -> dict[str, Any]:
    """Return what a pack is, without its norms."""
    return {"schema": SUMMARY, **_head(pack), "norms": len(pack.own_norms), "cases": len(pack.cases)}


def pack_json(pack: Pack) -> dict[str, Any]:
    """Return a pack with its facts, those of the packs it uses among them, and its own norms."""
    return {
        "schema": PACK,
        **_head(pack),
        "facts": [_fact(fact) for fact in pack.vocabulary.facts.values()],
        "norms": [_norm(norm, pack) for norm in pack.own_norms.values()],
        "cases": [case.name for case in pack.cases],
    }


def case_json(pack: Pack, result: CaseResult) -> dict[str, Any]:
    """Return what came of an example."""
    return {
        "schema": CASE,
        "pack": pack.id,
        "name": result.case.name,
        "title": dict(result.case.title),
        "as_of": result.case.day.isoformat(),
        "passed": result.has_passed,
        "applying": list(result.outcome.applying),
        "standings": {norm: found.standing for norm, found in result.outcome.norms.items()},
        "differences": [
            {"norm": found.norm, "expected": list(found.expected), "found": list(found.found)}
            for found in result.differences
        ],
    }


def _head(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "title": dict(pack.title),
        "act": str(pack.act),
        "status": pack.status,
        "day": pack.day or None,
        "uses": {alias: used.id for alias, used in pack.used.items()},
        "editions": [day.isoformat() for day in pack.editions],
        "sources": list(pack.sources),
        "encoder": pack.encoder,
        "reviewer": pack.reviewer or None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    words = {
        language: {"label": told.label, "question": told.question, "help": told.help}
        for language, told in fact.wordings.items()
    }
    return {
        "name": fact.name,
        "type": fact.type,
        "unit": fact.unit,
        "choices": list(fact.choices),
        "least": None if fact.least is None else str(fact.least),
        "most": None if fact.most is None else str(fact.most),
        "asked_if": None if fact.asked_if is None else unparse(fact.asked_if),
        "requires": None if fact.requires is None else unparse(fact.requires),
        "choice_words": {choice: dict(told) for choice, told in fact.choice_words.items()},
        "supplied": fact.supplied or None,
        "at": fact.at or None,
        "reading_of": list(fact.about) if fact.is_reading else None,
        "words": words,
    }


def _norm(norm: Norm, pack: Pack) -> dict[str, Any]:
    eid = ElementId.parse(norm.id)
    below = [other for other in map(ElementId.parse, pack.own_norms) if other.parent == eid]
    return {
        "id": norm.id,
        "article": _number(eid, "art"),
        "part": _number(eid, "para"),
        "items": [step.number for step in (other.steps[-1] for other in below) if step.prefix == "point"],
        "kind": norm.kind,
        "title": dict(norm.title),
        "subject": None if norm.subject is None else unparse(norm.subject),
        "when": unparse(norm.when),
        "basic": norm.basic or None,
        "aggravators": _aggravators(norm, [pack.own_norms[str(other)] for other in below]),
        "graver_forms": [other.id for other in pack.norms.values() if other.basic == norm.id],
        "defeats": list(norm.defeats),
        "exceptions": list(norm.exceptions),
        "prevails_over": list(norm.prevails_over),
        "valid": str(norm.valid),
        "tags": list(norm.tags),
        "bars": list(norm.bars),
        "caps": None if norm.caps is None else str(norm.caps),
        "anchors": [{"language": anchor.language, "words": anchor.words} for anchor in norm.anchors],
        "sources": list(norm.sources),
        **sanction_json(norm.sanction, pack.general),
    }


def _aggravators(norm: Norm, items: list[Norm]) -> list[dict[str, Any]]:
    """Return what makes an aggravated form graver: its items, or itself where it has none."""
    aggravating = (items or [norm]) if norm.basic else []
    return [{"id": each.id, "title": dict(each.title)} for each in aggravating]


def _number(eid: ElementId, prefix: str) -> str | None:
    return next((step.number for step in eid.steps if step.prefix == prefix), None)
