"""The port through which pictures of pages are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Words read from an image of a page.

    Args:
        text: Lines in reading order, paragraphs apart by an empty line.
        confidence: Mean confidence of the words, 0 to 100.
    """

    text: str
    confidence: int


class Recognise(Protocol):
    """Reads the words in the picture of a page (PNG bytes)."""

    def __call__(self, png: bytes, /) -> Recognised:
        """Return what was read."""
