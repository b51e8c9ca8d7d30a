"""The languages the workbench reads, and their names in each standard."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """A language by its BCP 47 tag.

    Example:
        >>> Language("kk").alpha3
        'kaz'
    """

    KK = "kk"
    RU = "ru"
    EN = "en"

    @property
    def alpha3(self) -> str:
        """ISO 639-2 code used inside FRBR expressions."""
        return _ALPHA3[self]

    @classmethod
    def from_tag(cls, tag: str | None) -> Language | None:
        """Return the language of a BCP 47 tag (``ru-KZ`` is ``ru``), ``None`` for any other."""
        primary = (tag or "").split("-")[0].casefold()
        return next((language for language in cls if language == primary), None)

    @classmethod
    def from_alpha3(cls, code: str) -> Language:
        """Return the language of an ISO 639-2 code.

        Raises:
            ValueError: the code is none of kaz, rus, eng.
        """
        for language, alpha3 in _ALPHA3.items():
            if alpha3 == code:
                return language
        raise ValueError(f"{code!r} is not one of {', '.join(_ALPHA3.values())}")


_ALPHA3: Final = {Language.KK: "kaz", Language.RU: "rus", Language.EN: "eng"}
