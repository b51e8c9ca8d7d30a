"""The fixed script: every question of a pack in the order of its vocabulary. What an interview is measured against."""

from __future__ import annotations

from collections.abc import Mapping

from zhargy.norms.expression import is_ruled_out
from zhargy.norms.packs.values import Pack
from zhargy.norms.vocabulary import Value


def script(pack: Pack, facts: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the questions that a form asks which knows only when a fact has a meaning.

    Args:
        pack: The pack.
        facts: The facts of the case, as the person would answer.
    """
    return tuple(
        name for name, fact in pack.vocabulary.facts.items() if fact.is_asked and not is_ruled_out(fact, facts)
    )
