"""Equal parts of expressions as one object, so that what is asked twice can be worked out once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from zhargy.norms.expression.node import Node
from zhargy.norms.expression.tree import Expression


class Sharing:
    """The expressions met so far; two are the same when they are written alike, wherever they stand.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> sharing = Sharing()
        >>> sharing.shared(parse("a > 1 and b")).parts[0] is sharing.shared(parse("c or a > 1")).parts[1]
        True
    """

    def __init__(self) -> None:
        self._met: dict[str, Any] = {}

    def shared(self, expression: Expression) -> Expression:
        """Return the expression in objects shared with those met before."""
        found: Expression = self._shared(expression)
        return found

    def _shared(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._shared, value))
        if not isinstance(value, Node):
            return value
        written = repr(value)
        if written not in self._met:
            parts = {each.name: getattr(value, each.name) for each in fields(value)}
            self._met[written] = replace(value, **{name: self._shared(part) for name, part in parts.items()})
        return self._met[written]
