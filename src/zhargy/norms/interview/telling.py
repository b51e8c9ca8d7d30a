"""What an interview has found out, for people and programs to take further."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhargy.norms.interview.asking import wanted
from zhargy.norms.interview.saving import plain, write_interview
from zhargy.norms.interview.state import Interview
from zhargy.norms.vocabulary import Value
from zhargy.text import Language


def facts_text(interview: Interview, *, language: Language) -> str:
    """Return the facts as a file that can be read back and edited, each with its label.

    Args:
        interview: The interview.
        language: Language of the labels.
    """
    return "".join(
        f"{name}: {_yaml(value)}  # {_label(interview, name, language)}\n" for name, value in interview.facts.items()
    )


def interview_json(interview: Interview) -> Mapping[str, Any]:
    """Return the interview with what it has come to, in values that JSON knows; `read_interview` takes it up again."""
    outcome, question = interview.outcome, interview.question
    return {
        **write_interview(interview),
        "day": interview.day.isoformat(),
        "facts": {name: plain(value) for name, value in interview.facts.items()},
        "standings": {norm.id: outcome.norms[norm.id].standing for norm in wanted(interview.plan.pack)},
        "next": None if question is None else question.fact.name,
    }


def _label(interview: Interview, name: str, language: Language) -> str:
    words = interview.plan.pack.vocabulary.facts[name].wordings.get(language)
    return words.label if words else name


def _yaml(value: Value) -> str:
    match plain(value):
        case bool(truth):
            return "true" if truth else "false"
        case list(chosen):
            return f"[{', '.join(chosen)}]"
        case other:
            return str(other)
