"""Where citations may begin: a quick look at a text, and at each of its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from zhargy.citations.vocabulary import SHORT_CODES, head, unit
from zhargy.text import Language
from zhargy.text.scripts import LOOKALIKES

_KK_ORDINAL: Final = re.compile(r".*[ыі]?нш[ыі].*|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз")
_EN_ORDINAL: Final = re.compile(
    r"(?:\w*-)?(?:first|second|third|\w*(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th)"
)
_RU_START: Final = re.compile(r"(?:настоящ|данн|эт|указанн|названн)\w+|т(?:ой|ого|ому|ем|ом|от|а|е)")
_KK_STARTS: Final = frozenset({"осы", "сол", "аталған", "көрсетілген", "дәл", "қазақстан", "қр", "№"}) | frozenset(
    '"«“„'
)
_EN_STARTS: Final = frozenset({"this", "that", "same"})


_STEMS: Final = (
    *("стат", "част", "пункт", "глав", "раздел", "абзац", "приложен", "примеч", "параграф"),
    *("кодекс", "конституц", "закон", "указ", "постановл", "приказ", "распоряж", "решени"),
    *("бап", "баб", "бөл", "тарма", "тарау", "қосымша", "жарлы", "қаулы", "бұйр", "өкім", "шешім"),
)
_EN_STEMS: Final = ("article", "paragraph", "point", "indent", "chapter", "section", "title", "annex", "recital")
_EN_ACTS: Final = ("regulation", "directive", "decision", "protocol", "art.")
_SHORT: Final = re.compile(r"(?:ст|ч|п|пп|гл|абз|разд|подп)\s?\.|№|[укгптснбжз][укиптгсжз]{1,3} р[фк]|заң|n\s?\d")
_TO_CYRILLIC: Final = str.maketrans(LOOKALIKES)


def may_cite(text: str) -> bool:
    """Whether `text` holds any piece of a word that a citation is made of; a quick look that saves reading the rest.

    Example:
        >>> may_cite("в порядке cтатьи 5"), may_cite("без ссылок")
        (True, False)
    """
    low = text.lower()
    if any(stem in low for stem in _EN_STEMS) or any(stem in low for stem in _EN_ACTS):
        return True
    folded = low.translate(_TO_CYRILLIC)
    return any(stem in folded for stem in _STEMS) or _SHORT.search(folded) is not None or _SHORT.search(low) is not None


@lru_cache(maxsize=1 << 16)
def starters(low: str) -> frozenset[Language]:
    """Return the grammars in which a citation may begin with this word or mark; acts are looked for at their heads.

    Example:
        >>> sorted(starters("статьи")), sorted(starters("слово"))
        ([<Language.RU: 'ru'>], [])
    """
    named = unit(low)
    found: set[Language] = {named.language} if named and named.language is not Language.KK else set()
    if low in SHORT_CODES or _RU_START.fullmatch(low):
        found.add(Language.RU)
    if low in _KK_STARTS or _KK_ORDINAL.fullmatch(low) or low[:1].isdecimal():
        found.add(Language.KK)
    if low in _EN_STARTS or (low.isascii() and head(low)) or _EN_ORDINAL.fullmatch(low):
        found.add(Language.EN)
    return frozenset(found)
