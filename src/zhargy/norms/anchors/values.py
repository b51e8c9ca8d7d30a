"""What a comparison of a pack with the words of its act finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from zhargy.norms.packs.values import Norm
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorFinding:
    """A place at which an encoding and the words of the act part.

    Args:
        code: N431: the text has no such provision; N432: an anchor is not there; N433: the norm has no anchors; N434: a
            measure of its sanction is not in the words; N435: a measure of the words that no norm claims; N436: a kind
            of penalty that only the words name, N437: that only the norm names; N438: «with» on one side and «with or
            without» on the other; N439: a number of the general part that the words of its rule have not;
            N442: a part of the words that threatens a penalty no norm has; N443, N444: a cap or
            a barred kind of penalty that the words do not name.
        norm: Element id of the norm, or of the part that has none.
        language: Language of the words; ``None`` where it does not matter.
        params: What the message needs; a measure is told by `kind`, `counted` and `number`.
    """

    code: str
    norm: str
    language: Language | None
    params: Mapping[str, str]


class AnchorStatus(StrEnum):
    """How a norm stands to the words of its act.

    ``ANCHORED``: everything was found in every text the norm has anchors in. ``FINDINGS``: something was not.
    ``WITHOUT_TEXT``: the norm says that its words are not at hand, by having sources of its own and no anchors.
    ``UNCHECKED``: no text was given in a language of its anchors.
    """

    ANCHORED = "anchored"
    FINDINGS = "findings"
    WITHOUT_TEXT = "without_text"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormCoverage:
    """How one norm stands to the words.

    Args:
        norm: The norm.
        status: How it stands.
        anchors: How many of its anchors were found.
        numbers: How many numbers of its sanction were found in the words.
        unclaimed: How many numbers of the words no norm claims.
    """

    norm: Norm
    status: AnchorStatus
    anchors: int
    numbers: int
    unclaimed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How a pack stands to the words of its act.

    Args:
        norms: Each norm of the pack itself, in the order of the act.
        findings: Where the two part, in the same order.
        unread: Languages of anchors in which no text was given.
    """

    norms: tuple[NormCoverage, ...]
    findings: tuple[AnchorFinding, ...]
    unread: tuple[Language, ...]

    def count(self, status: AnchorStatus) -> int:
        """Return how many norms stand so."""
        return sum(norm.status is status for norm in self.norms)

    @property
    def unclaimed(self) -> int:
        """How many numbers of the words no norm claims."""
        return sum(norm.unclaimed for norm in self.norms)
