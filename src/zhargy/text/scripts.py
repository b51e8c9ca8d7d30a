"""Latin and Cyrillic letters: which is which, and which look the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Script(StrEnum):
    """The alphabet of a letter, by its ISO 15924 code."""

    CYRILLIC = "Cyrl"
    LATIN = "Latn"


LOOKALIKES: Final[dict[str, str]] = dict(zip("ABCEHIKMOPTXYaceiopxyhj", "АВСЕНІКМОРТХУасеіорхуһј", strict=True))
"""Latin letter to the Cyrillic letter of the same shape; «һ» and «і» are Kazakh."""

_TO_CYRILLIC: Final = str.maketrans(LOOKALIKES)
_TO_LATIN: Final = str.maketrans({cyrillic: latin for latin, cyrillic in LOOKALIKES.items()})


def script_of(char: str) -> Script | None:
    """Return the script of one character, ``None`` for digits, punctuation and letters of other scripts.

    Example:
        >>> script_of("і"), script_of("i"), script_of("7")
        (<Script.CYRILLIC: 'Cyrl'>, <Script.LATIN: 'Latn'>, None)
    """
    if "Ѐ" <= char <= "ԯ":
        return Script.CYRILLIC
    if not char.isalpha():
        return None
    return Script.LATIN if char <= "ɏ" or "Ḁ" <= char <= "ỿ" else None


def is_mixed(word: str) -> bool:
    """Whether `word` has letters of both scripts.

    Example:
        >>> is_mixed("есептiк"), is_mixed("есептік")
        (True, False)
    """
    return len({script_of(char) for char in word} - {None}) > 1


def to_cyrillic(word: str) -> str:
    """Return `word` with every Latin letter that has a Cyrillic twin replaced by it.

    Example:
        >>> to_cyrillic("есептiк") == "есептік"
        True
    """
    return word.translate(_TO_CYRILLIC)


def to_latin(word: str) -> str:
    """Return `word` with every Cyrillic letter that has a Latin twin replaced by it.

    Example:
        >>> to_latin("VІ") == "VI"
        True
    """
    return word.translate(_TO_LATIN)
