"""JSON bodies of the pages on norms, each with its schema in the field ``schema``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from zhargy.app.trying import Trial
from zhargy.messages.law import LawWords
from zhargy.norms.expression import unparse
from zhargy.norms.interview import Interview, interview_json
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import write_qualification
from zhargy.norms.sanctions import write_sanction
from zhargy.norms.wording import condition_words
from zhargy.web.presentation.norms.addresses import pack_address

Body = dict[str, Any]


def packs_body(packs: Iterable[Pack]) -> Body:
    """Return the packs: schema ``zhargy.packs/1``."""
    return {"schema": "zhargy.packs/1", "packs": [_pack(pack) for pack in packs]}


def pack_body(pack: Pack, words: LawWords, *, library: Callable[[str], str]) -> Body:
    """Return a pack with its own norms: schema ``zhargy.pack-page/1``.

    Args:
        pack: The pack.
        words: Words of the pack.
        library: From the id of a norm to where its text can be read; empty where nowhere.
    """
    norms = [
        {
            "id": norm.id,
            "kind": norm.kind,
            "title": dict(norm.title),
            "subject": None if norm.subject is None else unparse(norm.subject),
            "when": unparse(norm.when),
            "words": str(condition_words(norm.when, words)),
            "sanction": None if norm.sanction is None else write_sanction(norm.sanction),
            "text": library(norm.id) or None,
        }
        for norm in pack.own_norms.values()
    ]
    return {"schema": "zhargy.pack-page/1", **_pack(pack), "norms": norms, "cases": [case.name for case in pack.cases]}


def trial_body(trial: Trial, pack: Pack) -> Body:
    """Return what comes of facts under the norms of one pack: schema ``zhargy.trial/1``."""
    [law] = trial.laws
    standings = {norm: found.standing for outcome in law.outcomes for norm, found in outcome.norms.items()}
    return {
        "schema": "zhargy.trial/1",
        "pack": pack.id,
        "standings": standings,
        **write_qualification(law.qualification),
    }


def interview_body(interview: Interview) -> Body:
    """Return an interview with its next question: schema ``zhargy.interview/1``."""
    question = interview.question
    asked = question and {"fact": question.fact.name, "norms": list(question.norms), "left": question.left}
    return {**interview_json(interview), "question": asked}


def _pack(pack: Pack) -> Body:
    return {
        "id": pack.id,
        "address": pack_address(pack.id),
        "title": dict(pack.title),
        "act": str(pack.act),
        "status": pack.status,
        "editions": [day.isoformat() for day in pack.editions],
        "sources": list(pack.sources),
        "encoder": pack.encoder,
        "reviewer": pack.reviewer or None,
        "counts": {"norms": len(pack.own_norms), "facts": len(pack.vocabulary.facts), "cases": len(pack.cases)},
        "try": f"{pack_address(pack.id)}/try",
    }
