"""The words of the law, and whether a person asked for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from zhargy.messages.law import LawWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(LawWords):
    """Words for a page about some laws.

    Args:
        language: Language of the reader.
        packs: The packs of the law.
        vocabulary: The facts of all packs.
        is_verbose: Whether everything is told.
    """

    is_verbose: bool
