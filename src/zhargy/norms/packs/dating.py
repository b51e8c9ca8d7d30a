"""The day a pack is read at, and facts that lie before its law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs.values import Pack, PackStatus
from zhargy.norms.problems import Place, Problem
from zhargy.norms.vocabulary import Value


def first_day(pack: Pack) -> date | None:
    """Return the first day of which the pack tells the law: of its earliest norm or wording; ``None``: not told."""
    starts = (norm.valid.start for norm in pack.own_norms.values())
    return min([*pack.editions, *(start for start in starts if start is not None)], default=None)


def law_day(pack: Pack, facts: Mapping[str, Value], *, as_of: date | None = None) -> date | None:
    """Return the day the law is read at: the one asked for, else the day that the pack's own fact tells.

    Args:
        pack: A checked pack.
        facts: What is known.
        as_of: The day asked for.
    """
    if as_of is not None:
        return as_of
    told = facts.get(pack.day)
    return told if isinstance(told, date) else None


def read_pack_facts(
    raw: Mapping[str, object], pack: Pack, *, places: Mapping[str, Place] | None = None
) -> Mapping[str, Value]:
    """Return facts in their types, refusing a deed that lies before the law.

    A proposal is tried on deeds of any day.

    Args:
        raw: Values by the names of the facts, from YAML, JSON or a form.
        pack: A checked pack.
        places: Where each fact was written, for the problems.

    Raises:
        FactsRefused: what `read_facts` refuses, and N279 for a day before the first wording of the pack.
    """
    facts = read_facts(raw, pack.vocabulary, places=places)
    day, first = law_day(pack, facts), first_day(pack)
    if day is None or first is None or day >= first or pack.status is PackStatus.PROPOSED:
        return facts
    params = {"name": pack.day, "day": day.isoformat(), "first": first.isoformat(), "pack": pack.id}
    raise FactsRefused((Problem(code="N279", params=params, place=(places or {}).get(pack.day, Place())),))
