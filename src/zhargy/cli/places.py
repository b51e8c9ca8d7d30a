"""Where in an act something stands, in the numbers the act itself prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from zhargy.model import Document, Node

_STEP: Final = " › "


def legal_places(document: Document) -> Mapping[str, str]:
    """Return for the id of every element the printed numbers that lead to it, such as ``Article 5 › 2 › a``.

    An element without a number is named by the nearest numbered one around it; where there is none, by its id.
    """
    found: dict[str, str] = {}
    _visit(document.children, (), found)
    return found


def _visit(nodes: Sequence[Node], above: tuple[str, ...], found: dict[str, str]) -> None:
    for node in nodes:
        number = " ".join(node.num.split()).rstrip(".) ").lstrip("(")
        number = number if any(map(str.isalnum, number)) else ""
        steps = (*above, number) if number else above
        found[node.eid] = _STEP.join(steps) or node.eid
        _visit(node.children, steps, found)
