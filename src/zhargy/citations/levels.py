"""Levels of provisions as citations name them, and which of them lies inside which."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from zhargy.model import Scope
from zhargy.text import Language


class Level(StrEnum):
    """A level of a citation; its value is the field of `zhargy.model.Target` that holds the numbers."""

    SECTION = "sections"
    SUBSECTION = "subsections"
    CHAPTER = "chapters"
    SUBCHAPTER = "subchapters"
    ANNEX = "annexes"
    RECITAL = "recitals"
    ARTICLE = "articles"
    NOTE = "notes"
    PART = "parts"
    SUBPARAGRAPH = "subparagraphs"
    ITEM = "items"
    SUBITEM = "subitems"
    INDENT = "indents"


ALONE: Final = "*"
"""The number of a unit that is named without one: the note of an article, the only annex."""

_CONTINENTAL: Final = {
    Level.ANNEX: 0,
    Level.SECTION: 1,
    Level.SUBSECTION: 2,
    Level.CHAPTER: 3,
    Level.SUBCHAPTER: 4,
    Level.RECITAL: 5,
    Level.ARTICLE: 5,
    Level.NOTE: 6,
    Level.PART: 7,
    Level.SUBPARAGRAPH: 8,
    Level.ITEM: 9,
    Level.SUBITEM: 10,
    Level.INDENT: 11,
}
DEPTH: Final = {
    Language.KK: _CONTINENTAL,
    Language.RU: _CONTINENTAL,
    Language.EN: _CONTINENTAL | {Level.CHAPTER: 1, Level.SECTION: 2, Level.SUBSECTION: 3, Level.SUBCHAPTER: 4},
}
"""How deep a level lies: sections hold chapters in Kazakh and Russian acts, chapters hold sections in European ones."""

SCOPE_OF: Final = {
    Level.SUBPARAGRAPH: Scope.THIS_SUBPARAGRAPH,
    Level.ITEM: Scope.THIS_ITEM,
    Level.SUBITEM: Scope.THIS_ITEM,
    Level.PART: Scope.THIS_PART,
    Level.ARTICLE: Scope.THIS_ARTICLE,
    Level.SUBCHAPTER: Scope.THIS_SUBCHAPTER,
    Level.CHAPTER: Scope.THIS_CHAPTER,
    Level.SECTION: Scope.THIS_SECTION,
    Level.SUBSECTION: Scope.THIS_SECTION,
    Level.ANNEX: Scope.THIS_ANNEX,
}
"""What «this …» stands for."""

LEVEL_OF: Final = {scope: level for level, scope in reversed(SCOPE_OF.items())}
"""The level that a scope names."""
