"""Qualifications as plain values, for JSON and for pages: nothing is left out, nothing is put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zhargy.model.eid import ElementId
from zhargy.norms.evaluation import Explanation
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.qualification.comparing import Contrast, Pairing
from zhargy.norms.qualification.penalties import (
    Bar,
    Cap,
    Threat,
)
from zhargy.norms.qualification.plain_values import write_fact
from zhargy.norms.qualification.values import (
    Answer,
    Offence,
    OpenOffence,
    Qualification,
    Turn,
)
from zhargy.norms.qualification.writing_threats import write_choice, write_line


def write_qualification(found: Qualification) -> dict[str, Any]:
    """Return what comes of the facts under one law."""
    return {
        "law": found.name,
        "packs": [_pack(pack) for pack in found.packs],
        "as_of": found.as_of.isoformat(),
        "caveats": list(found.caveats),
        "not_held": list(found.not_held),
        "facts": write_facts(found.facts),
        "answers": [_answer(answer) for answer in found.answers],
        "unknown": [
            {
                "fact": each.fact,
                "matters": list(each.matters),
                "norms": list(each.norms),
                "settles": None if each.settles is None else str(each.settles),
                "words": _words(each.fact, found.packs),
            }
            for each in found.unknown
        ],
        "turns": [_turn(turn) for turn in found.turns],
    }


def write_contrast(found: Contrast) -> dict[str, Any]:
    """Return two laws side by side under one reading of each."""
    return {
        "readings": [dict(found.left_choices), dict(found.right_choices)],
        "shared": list(found.shared),
        "only_left": list(found.only_left),
        "only_right": list(found.only_right),
        "pairings": [_pairing(pairing) for pairing in found.pairings],
    }


def write_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts in the form in which they can be given."""
    return {name: write_fact(value) for name, value in facts.items()}


def _words(fact: str, packs: Sequence[Pack]) -> dict[str, Any]:
    """Return the label and the question of a fact in each language."""
    known = next((told for pack in packs if (told := pack.vocabulary.find(fact)) is not None), None)
    wordings = known.wordings if known is not None else {}
    return {language: {"label": each.label, "question": each.question} for language, each in wordings.items()}


def _pack(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "title": dict(pack.title),
        "act": str(pack.act),
        "status": pack.status,
        "editions": [day.isoformat() for day in pack.editions],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "readings": dict(answer.choices),
        "offences": [_offence(offence) for offence in answer.offences],
        "displaced": [
            {**_norm(each.norm, each.pack), "by": list(each.by), "ground": each.ground, "rule": each.rule or None}
            for each in answer.displaced
        ],
        "excluded": [{**_norm(each.norm, each.pack), "by": list(each.by)} for each in answer.excluded],
        "open": [_open(each) for each in answer.open],
        "concurrence": {
            "kind": answer.concurrence.kind,
            "offences": list(answer.concurrence.offences),
            "rule": answer.concurrence.rule or None,
        },
    }


def _norm(norm: Norm, pack: str) -> dict[str, Any]:
    """Return what names a norm: its id in the pack, and the provision with its numbers."""
    eid = ElementId.parse(norm.id.rpartition(ALIAS_SIGN)[2])
    numbers = {step.prefix: step.number for step in eid.steps}
    return {
        "id": norm.id,
        "pack": pack,
        "eid": str(eid),
        "article": numbers.get("art"),
        "part": numbers.get("para"),
        "title": dict(norm.title),
    }


def _offence(offence: Offence) -> dict[str, Any]:
    return {
        **_norm(offence.norm, offence.pack),
        "certain": offence.is_certain,
        "graver": list(offence.graver),
        "exceptions": list(offence.exceptions),
        "items": list(offence.items),
        "open_items": list(offence.open_items),
        "guilt": offence.guilt,
        "threats": [_threat(threat) for threat in offence.threats],
        "notes": [note.plain() for note in offence.norm.notes],
        "explanation": write_explanation(offence.explanation),
    }


def _open(offence: OpenOffence) -> dict[str, Any]:
    return {
        **_norm(offence.norm, offence.pack),
        "needed": list(offence.needed),
        "missing": list(offence.missing),
        "given": list(offence.given),
    }


def _threat(threat: Threat) -> dict[str, Any]:
    found = threat.circumstances
    category = threat.case.category
    return {
        "when": threat.when or None,
        "truth": threat.truth,
        "missing": list(threat.missing),
        "multiplied": None
        if threat.multiplied is None
        else {
            "norm": threat.multiplied.norm,
            "lower": write_fact(threat.multiplied.lower),
            "upper": write_fact(threat.multiplied.upper),
        },
        "category": {"category": category.category, "ground": category.ground, "rule": category.rule or None},
        "alternatives": [write_choice(choice) for choice in threat.choices],
        "bars": [{**_bearing(bar), "kinds": list(bar.kinds)} for bar in found.bars],
        "caps": [{**_bearing(cap), "part": str(cap.part)} for cap in found.caps],
        "withheld": [{**_bearing(cap), "part": str(cap.part)} for cap in found.withheld],
        "mitigating": list(found.mitigating),
        "aggravating": list(found.aggravating),
        "rules": list(found.rules),
    }


def _bearing(found: Bar | Cap) -> dict[str, Any]:
    return {"norm": found.norm, "truth": found.truth, "facts": list(found.facts)}


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "changes": [
            {"fact": change.fact, "before": write_fact(change.before), "after": write_fact(change.after)}
            for change in turn.changes
        ],
        "gained": list(turn.gained),
        "lost": list(turn.lost),
        "unsure": list(turn.unsure),
    }


def _pairing(pairing: Pairing) -> dict[str, Any]:
    return {
        "left": pairing.left,
        "right": pairing.right,
        "ceiling": _judgement(pairing),
        "lines": [write_line(line) for line in pairing.comparison.lines],
    }


def _judgement(pairing: Pairing) -> dict[str, Any]:
    found = pairing.comparison.ceiling
    return {"verdict": found.verdict, "reason": found.reason, "rule": found.rule or None}


def write_explanation(step: Explanation) -> dict[str, Any]:
    """Return a step of a proof with those it rests on."""
    trace = step.trace
    steps: Sequence[Explanation] = step.steps
    return {
        "kind": step.kind,
        "norm": step.norm,
        "truth": step.truth,
        "condition": None if trace is None else unparse(trace.expression),
        "facts": [] if trace is None else list(trace.facts_used),
        "unknown": [] if trace is None else list(trace.unknown),
        "steps": [write_explanation(inner) for inner in steps],
    }
