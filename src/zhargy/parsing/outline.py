"""From a row of classified blocks to a tree of drafts: what lies inside what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from zhargy.model import Kind, Status
from zhargy.parsing.blocks import Block, Draft
from zhargy.parsing.classification import Classified, Role, classify
from zhargy.parsing.markers import Marker, Style
from zhargy.parsing.prose import is_topic, prose_blocks
from zhargy.text import Span

#: How deep a unit lies; lists come below all of them, by the order in which their styles appear.
_RANK: Final = {
    Kind.ANNEX: 0,
    Kind.TOPIC: 0,
    Kind.BOOK: 1,
    Kind.PART: 2,
    Kind.SECTION: 3,
    Kind.SUBSECTION: 4,
    Kind.CHAPTER: 5,
    Kind.SUBCHAPTER: 6,
    Kind.ARTICLE: 7,
    Kind.NOTE: 8,
    Kind.PARAGRAPH: 9,
    Kind.SUBPARAGRAPH: 10,
}
_LIST_RANK: Final = 11
_HEADED: Final = frozenset(
    {Kind.ANNEX, Kind.BOOK, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE}
)
_REPEALED: Final = re.compile(
    r"\W*(?:(?:осы\s)?(?:бап|бөлік|тармақ|тарау)(?:тың|тар)?\s+)?(?:алып тасталды|алып тасталсын|күші жойыл(?:ды|ған))|"
    r"\W*(?:(?:статья|часть|пункт|подпункт|абзац|глава|раздел|параграф)\s+)?(?:утратил[аио]? силу|исключен[аоы]?\b|\(?исключен)|"
    r"\W*(?:repealed|deleted)\b",
    re.IGNORECASE,
)
_DASH_END: Final = re.compile(r"[-–—]\s*$")
_SANCTION_END: Final = re.compile(r"жазаланады|наказыва|shall be (?:punish|liable)", re.IGNORECASE)


def outline(blocks: Sequence[Block]) -> list[Draft]:
    """Return the tree of drafts that a row of blocks makes up.

    Any row gives a tree and every word of it stands in exactly one draft.
    """
    classified = classify(blocks)
    prose = prose_blocks(classified)
    builder = _Builder(has_articles=_has_articles(classified, prose))
    for at, block in enumerate(classified):
        following = classified[at + 1] if at + 1 < len(classified) else None
        if at in prose:
            builder.add_prose(block, topic=is_topic(classified, at))
        else:
            builder.add(block, following)
    return builder.roots


def _has_articles(blocks: Sequence[Classified], prose: frozenset[int]) -> bool:
    return any(
        block.marker is not None and block.marker.kind is Kind.ARTICLE
        for at, block in enumerate(blocks)
        if at not in prose
    )


@dataclass(slots=True)
class _Open:
    """An element that still takes in what follows."""

    draft: Draft
    rank: int
    style: Style | None = None


@dataclass(slots=True)
class _Builder:
    has_articles: bool
    roots: list[Draft] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    last: str = ""

    # -- acts ---------------------------------------------------------------------------------------------------------

    def add(self, block: Classified, following: Classified | None) -> None:
        """Take in one block of an act."""
        if block.role is Role.MARKED and block.marker is not None:
            self._add_marked(block, block.marker, following)
        elif block.role in _LEAVES:
            self._add_leaf(block)
        else:
            self._add_text(block)
        self.last = block.words

    def _add_marked(self, block: Classified, marker: Marker, following: Classified | None) -> None:
        kind, style = marker.kind, marker.style
        if style is Style.DIGIT_BRACKETS and self._awaits_recitals():
            self._close(0)
            self._preamble().children.append(self._numbered(block, marker, Kind.RECITAL))
            return
        if style in {Style.DIGIT_DOT, Style.ROMAN_DOT} and self._is_chapter_heading(block, following):
            kind = Kind.CHAPTER
        elif style is Style.ROMAN_DOT:
            kind = Kind.PARAGRAPH
        elif style is Style.DIGIT_DEEP and self.has_articles and marker.number.count(".") == 1:
            kind, marker = Kind.PARAGRAPH, replace(marker, number=marker.number.replace(".", "-"))
        if kind in _HEADED:
            self._open_headed(block, marker, kind)
        elif kind in _RANK:
            self._open(self._numbered(block, marker, kind), _RANK[kind])
        else:
            self._open_list(block, marker)

    def _is_chapter_heading(self, block: Classified, following: Classified | None) -> bool:
        """By-laws number chapters and points alike; a short number without a stop before another number is a chapter."""
        if self.has_articles or block.ends_sentence or not 0 < len(block.body) <= 160:  # noqa: PLR2004
            return False
        return following is not None and following.marker is not None and following.marker.style in _STARTS

    def _open_headed(self, block: Classified, marker: Marker, kind: Kind) -> None:
        text = block.block.text
        heading = text.slice(Span(marker.rest, len(text))) if marker.rest < len(text) else None
        num = text.slice(marker.num) if len(marker.num) else None
        draft = Draft(kind=kind, num=num, number=marker.number, heading=heading, source_id=block.block.source_id)
        if heading is not None and _REPEALED.match(heading.text):
            draft.status = Status.REPEALED
        if not self._is_in_draft():
            self._close(0)
        self._open(draft, _RANK[kind])

    def _open_list(self, block: Classified, marker: Marker) -> None:
        depth = self._list_depth(marker)
        kind = Kind.INDENT if marker.style is Style.BULLET else (Kind.ITEM if depth == 0 else Kind.SUBITEM)
        self._open(self._numbered(block, marker, kind), _LIST_RANK + depth, marker.style)

    def _list_depth(self, marker: Marker) -> int:
        """Return how deep a list item lies: beside the open list of its style, or inside the innermost list."""
        lists = [opened for opened in self.stack if opened.rank >= _LIST_RANK]
        styles = [opened.style for opened in lists]
        style = marker.style
        if style is Style.ROMAN_BRACKETS and Style.LETTER_BRACKETS in styles and Style.ROMAN_BRACKETS not in styles:
            open_letter = lists[styles.index(Style.LETTER_BRACKETS)].draft.number
            if ord(open_letter[0]) + 1 == ord(marker.number[0]) and len(marker.number) == 1:
                style = Style.LETTER_BRACKETS
        return styles.index(style) if style in styles else len(lists)

    def _numbered(self, block: Classified, marker: Marker, kind: Kind) -> Draft:
        text = block.block.text
        num = text.slice(marker.num) if len(marker.num) else None
        draft = Draft(kind=kind, num=num, number=marker.number, source_id=block.block.source_id)
        if marker.rest < len(text):
            body = text.slice(Span(marker.rest, len(text)))
            draft.children.append(Draft(kind=Kind.TEXT, text=body))
            if _REPEALED.match(body.text):
                draft.status = Status.REPEALED
        return draft

    def _add_leaf(self, block: Classified) -> None:
        kind = _LEAVES[block.role]
        draft = Draft(kind=kind, text=block.block.text, source_id=block.block.source_id)
        if kind is Kind.NOTE and _NOTE_LIST.match(block.words):
            container = Draft(kind=Kind.NOTE, source_id=block.block.source_id)
            container.children.append(Draft(kind=Kind.TEXT, text=block.block.text))
            self._open(container, _RANK[Kind.NOTE])
            return
        if kind is Kind.AMENDMENT_NOTE:
            self._note_repeal(block.words)
            if _OF_ARTICLE.match(block.words):
                self._close(_RANK[Kind.NOTE])
        if kind is Kind.SIGNATURE:
            self._close(_RANK[Kind.BOOK])
        self._attach(draft)

    def _note_repeal(self, words: str) -> None:
        top = self.stack[-1].draft if self.stack else None
        if top is not None and not _has_words(top) and _REPEALED.match(words):
            top.status = Status.REPEALED

    def _add_text(self, block: Classified) -> None:
        top = self.stack[-1].draft if self.stack else None
        if (
            top is not None
            and top.kind in _HEADED
            and top.heading is None
            and not top.children
            and block.could_be_heading
        ):
            top.heading = block.block.text
            return
        if not self.stack and not self._has_body():
            self._add_before_body(block)
            return
        if self._is_in_preamble():
            self._close(0)
            self._preamble().children.append(Draft(kind=Kind.TEXT, text=block.block.text))
            return
        self._leave_lists(block)
        self._leave_paragraph(block)
        self._attach(Draft(kind=Kind.TEXT, text=block.block.text, source_id=block.block.source_id))

    def _leave_lists(self, block: Classified) -> None:
        """Close the lists that an unnumbered block no longer belongs to."""
        if not self.stack or self.stack[-1].rank < _LIST_RANK:
            return
        inside = len(self.stack[-1].draft.children) > 1
        stays = self.last.rstrip().endswith(":") or (
            self.last.rstrip().endswith(";") and (inside or not block.words[:1].islower())
        )
        if not stays:
            self._close(_LIST_RANK)

    def _leave_paragraph(self, block: Classified) -> None:
        """A part that has ended with its sanction takes in no further sentence."""
        top = self.stack[-1] if self.stack else None
        if top is None or top.draft.kind is not Kind.PARAGRAPH or not block.words[:1].isupper():
            return
        if self.last.rstrip().endswith(".") and _SANCTION_END.search(self.last):
            self._close(_RANK[Kind.PARAGRAPH])

    def _add_before_body(self, block: Classified) -> None:
        if block.could_be_heading and not self._is_in_preamble():
            self.roots.append(Draft(kind=Kind.TITLE, text=block.block.text))
            return
        self._preamble().children.append(Draft(kind=Kind.TEXT, text=block.block.text))

    def _preamble(self) -> Draft:
        if not self._is_in_preamble():
            self.roots.append(Draft(kind=Kind.PREAMBLE))
        return self.roots[-1]

    def _is_in_preamble(self) -> bool:
        return not self.stack and bool(self.roots) and self.roots[-1].kind is Kind.PREAMBLE

    def _awaits_recitals(self) -> bool:
        if not self._is_in_preamble():
            return False
        last = self.roots[-1].children[-1]
        return last.kind is Kind.RECITAL or _WHEREAS.search(last.text.text if last.text else "") is not None

    def _has_body(self) -> bool:
        return any(root.kind not in {Kind.TITLE, Kind.PREAMBLE, Kind.AMENDMENT_NOTE, Kind.NOTE} for root in self.roots)

    # -- prose --------------------------------------------------------------------------------------------------------

    def add_prose(self, block: Classified, *, topic: bool) -> None:
        """Take in one block of prose."""
        marker = block.marker
        self._close(0 if topic or self._is_in_draft() else _LIST_RANK)
        if topic:
            self._open(self._topic(block), _RANK[Kind.TOPIC])
        elif marker is not None and block.role is Role.MARKED:
            self._attach(self._numbered(block, marker, Kind.LIST_ITEM))
        else:
            self._attach(Draft(kind=Kind.TEXT, text=block.block.text))
        self.last = block.words

    def _topic(self, block: Classified) -> Draft:
        text, marker = block.block.text, block.marker
        if marker is None:
            return Draft(kind=Kind.TOPIC, heading=text)
        heading = text.slice(Span(marker.rest, len(text)))
        return Draft(kind=Kind.TOPIC, num=text.slice(marker.num), number=marker.number, heading=heading)

    def _is_in_draft(self) -> bool:
        return bool(self.stack) and self.stack[0].draft.kind is not Kind.TOPIC

    # -- the tree -----------------------------------------------------------------------------------------------------

    def _open(self, draft: Draft, rank: int, style: Style | None = None) -> None:
        self._close(rank)
        self._attach(draft)
        self.stack.append(_Open(draft, rank, style))

    def _close(self, rank: int) -> None:
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()

    def _attach(self, draft: Draft) -> None:
        (self.stack[-1].draft.children if self.stack else self.roots).append(draft)


_LEAVES: Final = {
    Role.TABLE: Kind.TABLE,
    Role.NOTE: Kind.NOTE,
    Role.AMENDMENT_NOTE: Kind.AMENDMENT_NOTE,
    Role.SIGNATURE: Kind.SIGNATURE,
    Role.TITLE: Kind.TITLE,
}
_STARTS: Final = frozenset({Style.DIGIT_DOT, Style.DIGIT_BRACKET, Style.DIGIT_DEEP})
_WHEREAS: Final = re.compile(r"whereas:?\s*$", re.IGNORECASE)
_OF_ARTICLE: Final = re.compile(r"\W*(?:ескерту|сноска|примечание)\W{0,3}(?:\S+-?бап|стать[яию])", re.IGNORECASE)
_NOTE_LIST: Final = re.compile(
    r"\W*(?:примечания|ескертулер|notes)\b|\W*(?:примечание|ескерту)[.:]\s*1[.)]", re.IGNORECASE
)


def _has_words(draft: Draft) -> bool:
    return any(child.kind not in {Kind.AMENDMENT_NOTE} for child in draft.children)
