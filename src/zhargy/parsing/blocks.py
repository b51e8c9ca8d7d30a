"""What a reader hands over: blocks of running text, or drafts where the format says what is what.

Flowing formats (plain text, PDF, DOCX, HTML) yield `Block` values, which `outline` turns into drafts. Formats with
explicit structure (Formex, Akoma Ntoso) yield `Draft` values. Either way `assemble` makes the `Document`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from zhargy.model import Anchor, AnchorKind, Diagnostic, Kind, Metadata, Reference, Repair, Status
from zhargy.text import Change, Language, MappedText, Source, Span


class Hint(StrEnum):
    """What the format says, or strongly suggests, of a block."""

    TITLE = "title"
    HEADING = "heading"
    CENTRED = "centred"
    NOTE = "note"
    AMENDMENT_NOTE = "amendment_note"
    TABLE = "table"
    SIGNATURE = "signature"
    PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or table of the source, already cleaned; one line without a line break.

    A table keeps one row a line, cells divided by tabs. A superscript number inside a heading is written with a dot:
    ``Статья 228.1.`` (the source map leads back to the superscript).

    Args:
        text: Words with their map to the source.
        hints: What the format says of it.
        source_id: Id or anchor the source gives it (``z190``), empty when none.
    """

    text: MappedText
    hints: frozenset[Hint] = frozenset()
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """Page furniture taken out of the running text, in source coordinates."""

    kind: AnchorKind
    value: str
    source: Span


@dataclass(slots=True, kw_only=True)
class Draft:
    """A node before it has an address; the only mutable value of this package, private to it.

    Fields are those of `zhargy.model.Node`, with mapped texts in place of plain ones.
    """

    kind: Kind
    num: MappedText | None = None
    number: str = ""
    heading: MappedText | None = None
    text: MappedText | None = None
    status: Status = Status.IN_FORCE
    source_id: str = ""
    eid: str = ""
    children: list[Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What an earlier reading found, already placed in the regular text; formats that keep it bring it back."""

    anchors: tuple[Anchor, ...] = ()
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything a reader got out of one source.

    Args:
        source: The untouched text.
        blocks: Blocks in reading order (flowing formats).
        drafts: Top drafts in reading order (formats with explicit structure).
        lifted: Page furniture taken out.
        changes: Repairs made while cleaning, in source coordinates.
        diagnostics: What a person should know; spans are not yet known, positions are.
        title: Title the publisher gives, empty when none.
        language: Language the format declares, ``None`` when it does not.
        metadata: What the publisher says of the act.
        findings: What an earlier reading found, in a file that this program wrote.
    """

    source: Source
    blocks: tuple[Block, ...] = ()
    drafts: tuple[Draft, ...] = ()
    lifted: tuple[Lifted, ...] = ()
    changes: tuple[Change, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str = ""
    language: Language | None = None
    metadata: Metadata | None = None
    findings: Findings | None = None
