"""Addresses of packs and of facts: whatever can be seen of a case without an interview has an address to share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from django.urls import reverse

from zhargy.norms.packs import Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.qualification import write_fact
from zhargy.norms.vocabulary import Value

NONE: Final = "-"
"""What stands in an address for «none of the choices», which is another thing than «not known»."""

SERVICE: Final = frozenset({"lang", "format", "as_of", "pairs", "open", "why"})
"""Names in an address that are no facts."""


def pack_address(name: str, norm: str = "") -> str:
    """Return the address of a pack, or of a norm on its page."""
    address = reverse("pack", args=[name])
    return f"{address}#{quote(norm)}" if norm else address


def norm_address(pack: Pack, norm: str) -> str:
    """Return the address of a norm on the page of the pack that it is a norm of."""
    alias, sign, own = norm.partition(ALIAS_SIGN)
    used = pack.used.get(alias) if sign else None
    return pack_address(used.id, own) if used is not None else pack_address(pack.id, norm)


def facts_query(facts: Mapping[str, Value], **service: str) -> str:
    """Return facts as an address holds them, the question mark included.

    Args:
        facts: The facts.
        **service: What else the address says.

    Example:
        >>> from decimal import Decimal
        >>> facts_query({"tree.felled": True, "tree.girth": Decimal(210), "act.means": frozenset()}, lang="kk")
        '?tree.felled=true&tree.girth=210&act.means=-&lang=kk'
    """
    pairs = [pair for name, value in facts.items() for pair in _pairs(name, value)]
    pairs += [(name, value) for name, value in service.items() if value]
    return f"?{urlencode(pairs)}" if pairs else ""


def day_told(as_of: date | None) -> str:
    """Return a day as addresses hold it, empty where none is asked for."""
    return "" if as_of is None else as_of.isoformat()


def _pairs(name: str, value: Value) -> Iterator[tuple[str, str]]:
    match value:
        case bool():
            yield name, "true" if value else "false"
        case frozenset():
            yield from ((name, choice) for choice in sorted(value) or [NONE])
        case _:
            yield name, str(write_fact(value))
