"""Handing a document of the library out in a format of the field."""

from __future__ import annotations

from difflib import get_close_matches

from zhargy.app.consulting import document
from zhargy.app.ports import Workbench
from zhargy.errors import UsageError
from zhargy.model.frbr import ExpressionId
from zhargy.parsing import WRITERS, write


def export(bench: Workbench, id: ExpressionId, *, format: str) -> bytes:  # noqa: A002 - the field's words
    """Return an edition in a format of `zhargy.parsing.WRITERS`; the same edition always gives the same bytes.

    Raises:
        UsageError: U104, there is no such format.
        NotFound: L101, no such work; L103, no such expression of it.
    """
    if format not in WRITERS:
        near = get_close_matches(format, WRITERS, n=1)
        raise UsageError("U104", value=format, valid=", ".join(WRITERS), near=near[0] if near else "")
    return write(document(bench, id), format)
