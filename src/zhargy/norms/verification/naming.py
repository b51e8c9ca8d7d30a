"""Whether a heading names something, in a language whose words take endings."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text import Language
from zhargy.text.stems import stem

_WORD: Final = re.compile(r"\w+")
_SHORT: Final = 3


def names(heading: str, label: str, *, language: Language) -> bool:
    """Return whether every longer word of a label stands in a heading, whatever its ending.

    Args:
        heading: The heading.
        label: What it may name.
        language: Language of both.

    Example:
        >>> names("Spreading false videos or photos of a person", "photo", language=Language.EN)
        True
    """
    wanted = _stems(label, language)
    return bool(wanted) and wanted <= _stems(heading, language)


def _stems(text: str, language: Language) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.lower()) if len(word) > _SHORT)
    return frozenset(stem(word, language) for word in words)
