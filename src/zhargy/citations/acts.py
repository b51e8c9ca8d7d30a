"""The port through which citations ask which acts there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ActHit:
    """An act that answers to a name, a number or a date.

    Args:
        work: FRBR URI of the work.
    """

    work: str


class Acts(Protocol):
    """What a library tells of its acts. More than one hit makes a citation ambiguous, none puts it outside."""

    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
        """Return the acts that fit everything told.

        Args:
            name: Name as cited, in the nominative where that is certain; empty when only requisites are cited.
            number: Official number, such as ``226-V``; empty when not stated.
            date: ISO date of adoption; empty when not stated.
            language: Language of the text that cites.
        """
        ...

    def eids(self, work: str, language: Language) -> frozenset[str]:
        """Return the element ids of the act, in the language or else in any; empty when none is known."""
        ...


@dataclass(frozen=True, slots=True)
class NoActs:
    """No library at hand: every other act is outside it.

    Example:
        >>> NoActs().find(name="Трудовой кодекс", number="", date="", language=Language.RU)
        ()
    """

    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:  # noqa: ARG002
        """Return no act."""
        return ()

    def eids(self, work: str, language: Language) -> frozenset[str]:  # noqa: ARG002
        """Return no element id."""
        return frozenset()
