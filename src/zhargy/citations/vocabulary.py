"""The words that citations are made of, in Kazakh, Russian and English, with the endings they take."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from zhargy.citations.levels import Level
from zhargy.model import ActKind
from zhargy.text import Language


class Unit(NamedTuple):
    """A word for a level: «статьями», «бабының», "Articles".

    Args:
        level: What it names.
        language: Its language.
        is_plural: Whether it announces several.
        is_short: Whether it is an abbreviation, to be followed by a dot.
    """

    level: Level
    language: Language
    is_plural: bool = False
    is_short: bool = False


class Head(NamedTuple):
    """A word for an act: «кодексі», «закона», "Regulation"."""

    kind: ActKind
    language: Language
    is_plural: bool = False


_FEMININE_A: Final = (("а", "ы", "е", "у", "ой"), ("ы", "", "ам", "ами", "ах"))
_NEUTER: Final = (("е", "я", "ю", "ем", "и"), ("я", "й", "ям", "ями", "ях"))
_MASCULINE: Final = (("", "а", "у", "ом", "е"), ("ы", "ов", "ам", "ами", "ах"))
_RU_UNITS: Final = {
    "стат": (Level.ARTICLE, (("ья", "ьи", "ье", "ью", "ьей"), ("ей", "ьям", "ьями", "ьях"))),
    "част": (Level.PART, (("ь", "и", "ью"), ("ей", "ям", "ями", "ях"))),
    "пункт": (Level.ITEM, _MASCULINE),
    "подпункт": (Level.SUBITEM, _MASCULINE),
    "абзац": (Level.INDENT, (("", "а", "у", "ем", "е"), ("ы", "ев", "ам", "ами", "ах"))),
    "глав": (Level.CHAPTER, _FEMININE_A),
    "раздел": (Level.SECTION, _MASCULINE),
    "подраздел": (Level.SUBSECTION, _MASCULINE),
    "параграф": (Level.SUBCHAPTER, _MASCULINE),
    "приложени": (Level.ANNEX, (("е", "я", "ю", "ем", "и"), ("й", "ям", "ями", "ях"))),
    "примечани": (Level.NOTE, (("е", "я", "ю", "ем", "и"), ("й", "ям", "ями", "ях"))),
}
_RU_SHORT: Final = {
    "ст": Level.ARTICLE,
    "стст": Level.ARTICLE,
    "ч": Level.PART,
    "чч": Level.PART,
    "п": Level.ITEM,
    "пп": Level.ITEM,
    "подп": Level.SUBITEM,
    "абз": Level.INDENT,
    "гл": Level.CHAPTER,
    "разд": Level.SECTION,
    "прим": Level.NOTE,
}
_EN_UNITS: Final = {
    "article": Level.ARTICLE,
    "art": Level.ARTICLE,
    "paragraph": Level.PART,
    "subparagraph": Level.SUBPARAGRAPH,
    "point": Level.ITEM,
    "indent": Level.INDENT,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "title": Level.SECTION,
    "annex": Level.ANNEX,
    "recital": Level.RECITAL,
}
_KK_UNITS: Final = {
    r"ба[пб]": Level.ARTICLE,
    r"бөлі[кг]": Level.PART,
    r"тарма[қғ]": Level.ITEM,
    r"тармақша": Level.SUBITEM,
    r"абзац": Level.INDENT,
    r"тарау": Level.CHAPTER,
    r"бөлім": Level.SECTION,
    r"параграф": Level.SUBCHAPTER,
    r"қосымша": Level.ANNEX,
}
_KK_HEADS: Final = {
    r"кодекс": ActKind.CODE,
    r"заң": ActKind.LAW,
    r"конституция": ActKind.CONSTITUTION,
    r"жарлы[қғ]": ActKind.DECREE,
    r"қаулы": ActKind.RESOLUTION,
    r"бұйры[қғ]": ActKind.ORDER,
    r"өкім": ActKind.ORDER,
    r"шешім": ActKind.DECISION,
}
_RU_HEADS: Final = {
    "кодекс": (ActKind.CODE, _MASCULINE),
    "закон": (ActKind.LAW, _MASCULINE),
    "указ": (ActKind.DECREE, _MASCULINE),
    "приказ": (ActKind.ORDER, _MASCULINE),
    "конституци": (ActKind.CONSTITUTION, (("я", "и", "ю", "ей"), ())),
    "постановлени": (ActKind.RESOLUTION, _NEUTER),
    "распоряжени": (ActKind.ORDER, _NEUTER),
    "решени": (ActKind.DECISION, _NEUTER),
}
_EN_HEADS: Final = {
    "regulation": ActKind.REGULATION,
    "directive": ActKind.DIRECTIVE,
    "decision": ActKind.DECISION,
    "tfeu": ActKind.TREATY,
    "teu": ActKind.TREATY,
    "treaty": ActKind.TREATY,
    "charter": ActKind.TREATY,
    "protocol": ActKind.TREATY,
}
KK_CASE: Final = (
    r"(?:[лдт][ае]р)?(?:с?[ыі])?"
    r"(?:н[ыі]ң|[дт][ыі]ң|[ғгқк][ае]|н[ае]|н[ыі]|[дт][ыі]|н?[дт][ае]н?|н[ае]н|[мбп]ен|н)?(?:[ғг][ыі])?"
)
"""Plural, possessive and case endings of a Kazakh noun."""
KK_GENITIVE: Final = re.compile(r".*[ндт][ыі]ң$")
_KK_WORDS: Final = tuple(
    (re.compile(rf"(?:{stem})(?P<plural>[лдт][ае]р)?{KK_CASE}"), Unit(level, Language.KK))
    for stem, level in _KK_UNITS.items()
)
_KK_ACTS: Final = tuple(
    (re.compile(rf"(?:{stem})(?P<plural>[лдт][ае]р)?{KK_CASE}"), Head(kind, Language.KK))
    for stem, kind in _KK_HEADS.items()
)
_KK_START: Final = re.compile(r"ба[пб]|бөл|тарма|абзац|тарау|параг|қосым|кодекс|заң|консти|жарлы|қаулы|бұйр|өкім|шешім")
SHORT_CODES: Final = frozenset(
    {"ук", "упк", "уик", "гк", "гпк", "апк", "коап", "тк", "ск", "нк", "бк", "кас", "жк", "зк"}
)
"""Russian abbreviations of codes; read with a country, or behind a provision."""


def _russian() -> dict[str, Unit]:
    words: dict[str, Unit] = {}
    for stem, (level, (singular, plural)) in _RU_UNITS.items():
        words |= {stem + ending: Unit(level, Language.RU, is_plural=True) for ending in plural}
        words |= {stem + ending: Unit(level, Language.RU) for ending in singular}
    short = {word: Unit(level, Language.RU, is_short=True) for word, level in _RU_SHORT.items()}
    return words | short


def _english() -> dict[str, Unit]:
    words = {word: Unit(level, Language.EN) for word, level in _EN_UNITS.items()}
    plural = {f"{word}s": Unit(level, Language.EN, is_plural=True) for word, level in _EN_UNITS.items()}
    return words | plural | {"annexes": Unit(Level.ANNEX, Language.EN, is_plural=True)}


def _heads() -> dict[str, Head]:
    words: dict[str, Head] = {}
    for stem, (kind, (singular, plural)) in _RU_HEADS.items():
        words |= {stem + ending: Head(kind, Language.RU, is_plural=True) for ending in plural}
        words |= {stem + ending: Head(kind, Language.RU) for ending in singular}
    words |= {word: Head(kind, Language.EN) for word, kind in _EN_HEADS.items()}
    return words | {f"{word}s": Head(kind, Language.EN, is_plural=True) for word, kind in _EN_HEADS.items()}


_UNITS: Final = _russian() | _english()
HEADS: Final = _heads()
THIS_RU: Final = re.compile(
    r"настоящ(?:его|ей|ему|ем|им|ий|ая|ее|ую|их|ими)|данн(?:ая|ой|ую|ого|ому|ым|ом|ый)|эт(?:ой|ого|ому|им|ом|а|у|от)"
)
THAT_RU: Final = re.compile(r"указанн(?:ой|ого|ому|ым|ом|ую|ая|ый)|названн(?:ой|ого|ому|ым|ом|ую|ая|ый)")


@lru_cache(maxsize=1 << 15)
def unit(low: str) -> Unit | None:
    """Return the level that a folded word names in any case form, ``None`` for other words.

    Example:
        >>> unit("бабының").level, unit("статьями").is_plural, unit("қазба")
        (<Level.ARTICLE: 'articles'>, True, None)
    """
    return _UNITS.get(low) or kazakh_unit(low)


@lru_cache(maxsize=1 << 14)
def kazakh_unit(low: str) -> Unit | None:
    """Return the level that a folded Kazakh word names; «абзацы» is a Russian word too.

    Example:
        >>> kazakh_unit("абзацы").language, kazakh_unit("статья")
        (<Language.KK: 'kk'>, None)
    """
    if not _KK_START.match(low):
        return None
    for pattern, meaning in _KK_WORDS:
        match = pattern.fullmatch(low)
        if match:
            return meaning._replace(is_plural=match["plural"] is not None)
    return None


@lru_cache(maxsize=1 << 15)
def head(low: str) -> Head | None:
    """Return the kind of act that a folded word names in any case form, ``None`` for other words.

    Example:
        >>> head("кодексінің").kind, head("закона").kind, head("закончить")
        (<ActKind.CODE: 'code'>, <ActKind.LAW: 'law'>, None)
    """
    return HEADS.get(low) or kazakh_head(low)


@lru_cache(maxsize=1 << 14)
def kazakh_head(low: str) -> Head | None:
    """Return the kind of act that a folded Kazakh word names; «кодекс» is a Russian word too.

    Example:
        >>> kazakh_head("кодекс").language, kazakh_head("закон")
        (<Language.KK: 'kk'>, None)
    """
    if not _KK_START.match(low):
        return None
    for pattern, meaning in _KK_ACTS:
        match = pattern.fullmatch(low)
        if match:
            return meaning._replace(is_plural=match["plural"] is not None)
    return None
