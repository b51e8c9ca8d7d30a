"""What was noticed and what was mended while reading a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from zhargy.text import Position, Span


class Severity(StrEnum):
    """How much a diagnostic matters; a run with an ``error`` is never a clean success."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """Something a person should know about the input; the text itself was not touched.

    Args:
        code: Stable code, such as ``P104``; its page shows an example.
        severity: How much it matters.
        params: Values for the placeholders of the message.
        span: Words concerned, in the document text; ``None`` when it concerns the whole.
        position: The same place in the source file.
        eid: The provision it lies in; empty when it lies in none.
    """

    code: str
    severity: Severity
    params: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None
    position: Position | None = None
    eid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One mended irregularity: shown, exported and undone by its `id`.

    Args:
        id: Stable name made of the code, the source offsets and the words.
        code: Stable code of the kind of repair, such as ``P001``.
        before: Words as the source has them (at that stage of reading).
        after: Words as the document has them.
        source: Stretch of the source text.
        position: Start of that stretch as file, page, line, column.
        span: The same place in the document text.
        eid: The provision it lies in; empty when it lies in none.
    """

    id: str
    code: str
    before: str
    after: str
    source: Span
    position: Position
    span: Span
    eid: str = ""
