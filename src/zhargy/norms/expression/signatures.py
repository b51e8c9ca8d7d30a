"""What an expression must know of the norms it asks about: of which things they speak, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zhargy.norms.expression.tree import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How a norm is asked about.

    Args:
        parameters: The things it speaks of: the list of each by its name; none for a norm about the whole case.
        amount: What it comes to where it is met; ``None`` for a norm that comes to nothing.
    """

    parameters: Mapping[str, str] = field(default_factory=dict)
    amount: Expression | None = None
