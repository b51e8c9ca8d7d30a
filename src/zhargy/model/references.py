"""Mentions of provisions and acts, and what they resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhargy.text import Span


class Scope(StrEnum):
    """Against what a citation is to be read."""

    THIS_SUBPARAGRAPH = "this_subparagraph"
    THIS_ITEM = "this_item"
    THIS_PART = "this_part"
    THIS_ARTICLE = "this_article"
    THIS_SUBCHAPTER = "this_subchapter"
    THIS_CHAPTER = "this_chapter"
    THIS_SECTION = "this_section"
    THIS_ANNEX = "this_annex"
    THIS_ACT = "this_act"
    OTHER_ACT = "other_act"
    UNSTATED = "unstated"


class ActKind(StrEnum):
    """What sort of act is cited, as far as its words tell."""

    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    RESOLUTION = "resolution"
    ORDER = "order"
    DECISION = "decision"
    REGULATION = "regulation"
    DIRECTIVE = "directive"
    TREATY = "treaty"
    UNSTATED = ""


class Outcome(StrEnum):
    """What became of a citation; there is no silent fifth."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    OUTSIDE_LIBRARY = "outside_library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One provision (or list of sister provisions) as cited, numbers made regular.

    Levels are those of the words, not of the tree: a «пункт» is among `items` even in a civil code, where the numbered
    part of an article is called so; resolution asks the tree. `annexes` stand for themselves, with `items` inside them
    for points. A unit named without any number (the note of an article, the only annex) has the number ``*``.

    Args:
        scope: Against what it is read.
        act: Name of another act as printed, without its case ending where that is certain; empty for this act, and for
            acts told by date and number alone.
        act_kind: What sort of act.
        act_author: Body that issued it, empty when not told.
        act_number: Official number such as ``226-V``, ``2024/1689``; empty when not stated.
        act_date: ISO date of the act; empty when not stated.
        sections, subsections, chapters, subchapters, articles, notes, parts, subparagraphs, items, subitems, indents,
            annexes, recitals: Numbers cited at each level, a range written out where its ends are plain numbers.
            `indents` are unnumbered paragraphs (абзац), counted from 1.
    """

    scope: Scope = Scope.UNSTATED
    act: str = ""
    act_kind: ActKind = ActKind.UNSTATED
    act_author: str = ""
    act_number: str = ""
    act_date: str = ""
    sections: tuple[str, ...] = ()
    subsections: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    subchapters: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    subparagraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    subitems: tuple[str, ...] = ()
    indents: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    recitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention found in a text, before it is looked up.

    Args:
        span: Its words in the text.
        targets: What it cites, in order; more than one where it lists provisions of different articles.
    """

    span: Span
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A citation with what it resolves to.

    Args:
        span: Its words in the document text.
        target: What it cites.
        outcome: Found, not found, ambiguous or outside the library.
        work: FRBR URI of the work found; empty for this document.
        eids: Provisions found (the candidates when ambiguous).
        eid: The provision the citation stands in.
    """

    span: Span
    target: Target
    outcome: Outcome
    work: str = ""
    eids: tuple[str, ...] = ()
    eid: str = ""
