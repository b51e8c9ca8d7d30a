"""Use case of proofs: why a norm applies on a file of facts."""

from __future__ import annotations

from datetime import date

from zhargy.errors import NotFound, UsageError
from zhargy.norms.evaluation import Explanation, Plan, explain, supply
from zhargy.norms.packs import Pack, law_day
from zhargy.norms.problems import near_miss
from zhargy.norms.qualification import read_facts_file


def proof(pack: Pack, data: bytes, *, name: str, norm: str, as_of: date | None = None) -> Explanation:
    """Return why a norm of a pack applies on the facts of a file, or does not.

    Args:
        pack: A checked pack.
        data: The file of facts, YAML or JSON.
        name: Its name, for the places of problems.
        norm: Id of the norm.
        as_of: Day the law is read at; ``None``: the day that the facts tell.

    Raises:
        NotFound: N463, there is no such norm.
        FactsFileRefused: N301, with everything that is wrong.
        UnreadableInput: N304, N305.
        UsageError: N306, no day is known that the law could be read at.
    """
    if norm not in pack.norms:
        raise NotFound("N463", norm=norm, pack=pack.id, near=near_miss(norm, pack.norms))
    facts = read_facts_file(data, name=name, vocabulary=pack.vocabulary)
    day = law_day(pack, facts, as_of=as_of)
    if day is None:
        raise UsageError("N306", name=pack.day)
    return explain(Plan(pack).evaluate(supply(pack, facts), as_of=day), norm)
