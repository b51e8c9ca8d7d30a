"""What the library keeps and tells, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from zhargy.errors import ZhargyError
from zhargy.model import Node, Outcome, Reference
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a text comes from.

    Args:
        source: Address or words; empty when not told.
        licence: Terms under which it may be used; empty when not told.
        fetched: Day it was taken from there.
    """

    source: str = ""
    licence: str = ""
    fetched: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One expression of a work as the library keeps it.

    Args:
        id: The expression.
        title: Title of the act in this language.
        start: First day of the wording: its version, else the day of adoption; ``None`` when neither is known.
        end: First day of the next wording in the same language, so that the period is ``[start, end)``; ``None`` for
            the last one.
        sha256: Hash of the original file.
        size: Its length in bytes.
        name: Name of the original file.
        reader: Name of the reader that read it.
        provenance: Where it comes from.
        added: When it was added, with time zone.
        undone: Ids of the repairs that a person has undone.
        provisions: Elements of the tree.
        references: Mentions of provisions and acts.
        repairs: Repairs made.
        diagnostics: Diagnostics of every severity.
        errors: Diagnostics of severity error among them.
        told_title: The title that was given with the file; empty when it was taken from the text.
    """

    id: ExpressionId
    title: str
    start: date | None
    end: date | None = None
    sha256: str
    size: int
    name: str
    reader: str
    provenance: Provenance = field(default_factory=Provenance)
    added: datetime
    undone: frozenset[str] = frozenset()
    provisions: int
    references: int
    repairs: int
    diagnostics: int
    errors: int
    told_title: str = ""

    def holds(self, day: date) -> bool:
        """Whether the wording stood on `day`.

        Example:
            An edition without a known first day stood on every day before the next one.
        """
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A work in the library.

    Args:
        id: The work.
        title: Its title in the first of its languages, in the newest wording.
        language: Language of that title.
        editions: Everything kept of it, by language and then by first day.
    """

    id: WorkId
    title: str
    language: Language
    editions: tuple[Edition, ...]


class AdditionStatus(StrEnum):
    """What adding a file did."""

    NEW = "new"
    NEW_EDITION = "new_edition"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A file that the library now holds."""

    edition: Edition
    status: AdditionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that could not be added.

    Args:
        name: Name of the file.
        error: Why.
    """

    name: str
    error: ZhargyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A piece of text of an act with its address.

    Args:
        edition: The expression it stands in.
        node: The element, children included.
        text: All its words, as the document has them.
    """

    edition: Edition
    node: Node
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference at its place in the library.

    Args:
        expression: The expression it stands in.
        place: Which of the references there it is, from 0.
        reference: What it cites, and what became of it.
    """

    expression: ExpressionId
    place: int
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much the library holds.

    Args:
        works: Acts.
        editions: Expressions of them.
        provisions: Addressable elements.
        references: References by their outcome; every outcome is named.
        repairs: Repairs made.
        diagnostics: Diagnostics of every severity.
        originals: Different original files.
        bytes: Bytes of those files.
        by_language: Expressions by language; every language is named.
    """

    works: int
    editions: int
    provisions: int
    references: Mapping[Outcome, int]
    repairs: int
    diagnostics: int
    originals: int
    bytes: int
    by_language: Mapping[Language, int]
