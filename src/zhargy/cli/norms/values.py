"""What packs tell, as plain values; each schema is described in ``docs/reference/json.md``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from zhargy.model.eid import ElementId
from zhargy.norms.evaluation import CaseResult
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.sanctions import Accessory, Alternative, Bound, Open, Penalty, Sanction, Unit, lay_out, write_sanction
from zhargy.norms.vocabulary import Fact

SUMMARY: Final = "zhargy.summary/1"
PACK: Final = "zhargy.pack/1"
CASE: Final = "zhargy.case/1"


def summary_json(pack: Pack) -> dict[str, Any]:
    """Return what a pack is, without its norms."""
    return {"schema": SUMMARY, **_head(pack), "norms": len(pack.norms), "cases": len(pack.cases)}


def pack_json(pack: Pack) -> dict[str, Any]:
    """Return a pack with its facts and norms."""
    return {
        "schema": PACK,
        **_head(pack),
        "facts": [_fact(fact) for fact in pack.vocabulary.facts.values()],
        "norms": [_norm(norm, pack) for norm in pack.norms.values()],
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
        "words": words,
    }


def _norm(norm: Norm, pack: Pack) -> dict[str, Any]:
    eid = ElementId.parse(norm.id)
    below = [other for other in map(ElementId.parse, pack.norms) if other.parent == eid]
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
        "aggravators": [other.id for other in pack.norms.values() if other.basic == norm.id],
        "defeats": list(norm.defeats),
        "exceptions": list(norm.exceptions),
        "prevails_over": list(norm.prevails_over),
        "valid": str(norm.valid),
        "anchors": [{"language": anchor.language, "words": anchor.words} for anchor in norm.anchors],
        "sources": list(norm.sources),
        **_sanction(norm.sanction),
    }


def _number(eid: ElementId, prefix: str) -> str | None:
    return next((step.number for step in eid.steps if step.prefix == prefix), None)


def _sanction(sanction: Sanction | None) -> dict[str, Any]:
    if sanction is None:
        return {"main": [], "accessory": [], "cumulative": False, "notes": [], "sanction": None}
    base = lay_out(sanction)[0]
    beside = dict.fromkeys(accessory for each in base.alternatives for accessory in each.accessories)
    return {
        "main": [_choice(alternative) for alternative in base.alternatives],
        "accessory": [_accessory(accessory) for accessory in beside],
        "cumulative": any(len(alternative.penalties) > 1 for alternative in base.alternatives),
        "notes": list(sanction.notes),
        "sanction": write_sanction(sanction),
    }


def _choice(alternative: Alternative) -> dict[str, Any]:
    first, *others = alternative.penalties
    return {**_penalty(first), "and": [_penalty(other) for other in others]}


def _accessory(accessory: Accessory) -> dict[str, Any]:
    return {**_penalty(accessory.penalty), "mandatory": accessory.is_mandatory}


def _penalty(penalty: Penalty) -> dict[str, Any]:
    measure = penalty.measure
    return {
        "kind": penalty.kind,
        "unit": None if measure.unit is Unit.WHOLE else measure.unit,
        "min": _bound(measure.lower),
        "max": _bound(measure.upper),
        "of": measure.of or None,
        "optional": penalty.is_optional,
    }


def _bound(bound: Bound) -> int | str | None:
    """Return a number, a word for an end that is none, ``None`` where the text is silent."""
    if isinstance(bound, Decimal):
        return int(bound) if bound == int(bound) else str(bound)
    return None if bound is Open.UNSPECIFIED else bound.value
