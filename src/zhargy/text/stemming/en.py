"""English stems: the Snowball algorithm."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=1 << 16)
def stem_en(word: str) -> str:
    """Return the Snowball stem of an English word.

    Args:
        word: One word, any case; a typographic apostrophe counts as a plain one.

    Source:
        M. F. Porter, English (Porter2) stemming algorithm, as in snowballstemmer.

    Example:
        >>> [stem_en(word) for word in ("Obligations", "provider’s")]
        ['oblig', 'provid']
    """
    stemmed: str = _stemmer().stemWord(word.lower().replace("’", "'"))
    return stemmed


@cache
def _stemmer() -> Any:
    import snowballstemmer  # noqa: PLC0415 (only English needs it)

    return snowballstemmer.stemmer("english")
