"""What every node of an expression has."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhargy.norms.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has.

    Args:
        place: Where the node was read; not part of what it says.
    """

    place: Place = field(default_factory=Place, compare=False, repr=False)
