"""One spelling for words that are the same: small letters of one alphabet, single spaces, one sort of dash."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from zhargy.text import Language
from zhargy.text.numbers.vocabulary import fold

_DASHES: Final = re.compile(r"[‐‑‒–—―−]")
_QUOTES: Final = re.compile(r"[«»“”„‟]")
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")


def regular(words: str, language: Language) -> str:
    """Return words as they are compared: what a copyist, a scanner or a printer changes is made the same.

    Args:
        words: Words of a law or of an anchor.
        language: Their language.

    Example:
        >>> regular("Бiр  мың – «теңге»", Language.KK)
        'бір мың - "теңге"'
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    plain = _QUOTES.sub('"', _DASHES.sub("-", plain))
    return " ".join(fold(plain, language).split())
