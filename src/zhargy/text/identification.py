"""Which language a passage is in, told by its letters and its commonest words."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.languages import Language

_KAZAKH: Final = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_RUSSIAN: Final = re.compile(r"\b(?:и|в|не|на|с|по|что|для|или|от|при|за|его|статьи|лица|закона|настоящего)\b", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def identify_language(text: str) -> Language | None:
    """Return the language most of `text` is in, ``None`` where nothing tells."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic and not latin:
        return None
    if latin > cyrillic:
        return Language.EN
    kazakh = len(_KAZAKH.findall(text))
    return Language.KK if kazakh * 20 > cyrillic else Language.RU
