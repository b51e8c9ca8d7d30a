"""What a form or an address tells of facts, as plain values; what cannot be read is left for the facts to refuse."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from django.http import QueryDict

from zhargy.norms.vocabulary import Fact, FactType, Vocabulary
from zhargy.web.presentation.norms.addresses import NONE, SERVICE

_SPACES: Final = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d)")
_BARE: Final = re.compile(r"-?\d+(?:\.\d+)?")
_LONGEST: Final = 200


def read_query(query: QueryDict, vocabulary: Vocabulary) -> dict[str, object]:
    """Return what an address tells of facts, name by name; what it tells empty is not known.

    Args:
        query: The address behind its question mark, or a form.
        vocabulary: The facts there are; an unknown name is kept, so that it can be refused.
    """
    found: dict[str, object] = {}
    for name in query:
        told = [value[:_LONGEST] for value in query.getlist(name) if value.strip()]
        if name not in SERVICE and told:
            fact = vocabulary.find(name)
            found[name] = told[-1] if fact is None else read_typed(told, fact)
    return found


def read_typed(told: Sequence[str], fact: Fact) -> object:
    """Return the plain value that the fields of a fact tell, as `zhargy.norms.facts.read_facts` takes it.

    Args:
        told: What stands in its fields, not empty.
        fact: The fact.

    Example:
        >>> read_typed(["1 000,50"], Fact(name="damage", type=FactType.MONEY))
        '1000.50 KZT'
        >>> read_typed(["-"], Fact(name="act.means", type=FactType.SET))
        []
    """
    last = told[-1].strip()
    match fact.type:
        case FactType.BOOL:
            return {"true": True, "false": False}.get(last, last)
        case FactType.SET:
            return [choice for choice in told if choice != NONE]
        case FactType.NUMBER:
            return _digits(last)
        case FactType.MONEY:
            digits = _digits(last)
            return f"{digits} {fact.unit or 'KZT'}" if _BARE.fullmatch(digits) else digits
        case _:
            return last


def has_empty(query: Mapping[str, str]) -> bool:
    """Whether an address carries fields that tell nothing: the same facts have a shorter one."""
    return any(not value.strip() for value in query.values())


def _digits(text: str) -> str:
    return _SPACES.sub("", " ".join(text.split())).replace(",", ".")
