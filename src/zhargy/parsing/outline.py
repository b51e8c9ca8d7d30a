"""From a row of classified blocks to a tree of drafts: what lies inside what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from zhargy.model import Kind, Status
from zhargy.parsing.barenumbers import mend_brackets
from zhargy.parsing.blocks import Block, Draft, Hint
from zhargy.parsing.classification import Classified, Role, classify
from zhargy.parsing.contents import contents_blocks
from zhargy.parsing.formulas import enacts, is_bare
from zhargy.parsing.headings import is_chapter, is_text_of_article, join_lines
from zhargy.parsing.markers import Marker, Style
from zhargy.parsing.notes import is_repealed, note_rank, part_note, repeals
from zhargy.parsing.prose import is_topic, prose_blocks
from zhargy.parsing.quotations import quoted_blocks
from zhargy.parsing.runin import part_points
from zhargy.parsing.signatures import is_imprint
from zhargy.parsing.stack import INNER_RANK, LIST_RANK, RANK, Stack
from zhargy.parsing.stamps import part_tables
from zhargy.text import Change, MappedText, Span

_HEADED: Final = frozenset(
    {Kind.ANNEX, Kind.BOOK, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE}
)
_LEAVES: Final = {Role.TABLE: Kind.TABLE, Role.SIGNATURE: Kind.SIGNATURE, Role.TITLE: Kind.TITLE}
_AROUND: Final = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.AMENDMENT_NOTE, Kind.NOTE, Kind.TOPIC})
_SANCTION_END: Final = re.compile(r"жазаланады|тағайындалады|наказыва|shall be (?:punish|liable)", re.IGNORECASE)
_WHEREAS: Final = re.compile(r"whereas:?\s*$", re.IGNORECASE)
_MAX_SIGNING_BODY: Final = 80
_FIRST_NUMBERS: Final = frozenset({"1", "I", "a", "а", "i", ""})
_MAX_ANNEX_TITLE: Final = 500


def outline(blocks: Sequence[Block], *, undone: frozenset[str] = frozenset()) -> tuple[list[Draft], list[Change]]:
    """Return the tree of drafts that a row of blocks makes up, and the changes made on the way.

    Any row gives a tree and every word of it stands in exactly one draft.

    Args:
        blocks: Blocks in reading order.
        undone: Ids of changes not to make.
    """
    blocks = list(part_tables(blocks))
    row = classify(blocks)
    prose = prose_blocks(row)
    changes: list[Change] = []
    if not prose:
        blocks, brackets = mend_brackets(blocks, kept=quoted_blocks(blocks), undone=undone)
        row, parted = part_points(classify(blocks) if brackets else row, undone=undone)
        changes = [*brackets, *parted]
    return _nested(row, prose), changes


def _nested(row: Sequence[Classified], prose: frozenset[int]) -> list[Draft]:
    contents = contents_blocks(row) if not prose else frozenset()
    builder = _Builder(row=row, ahead=_ahead(row), has_articles=_has_articles(row, prose))
    for at, block in enumerate(row):
        if at in prose:
            builder.add_prose(block, topic=is_topic(row, at))
        elif at in contents:
            builder.add_prose(block, topic=at == min(contents))
        else:
            builder.add(at, block)
    return builder.stack.roots


def _has_articles(row: Sequence[Classified], prose: frozenset[int]) -> bool:
    return any(
        block.marker is not None and block.marker.kind is Kind.ARTICLE
        for at, block in enumerate(row)
        if at not in prose
    )


def _ahead(row: Sequence[Classified]) -> list[int]:
    """Return for each place that of the next marked block; the length of the row when none follows."""
    ahead = [len(row)] * len(row)
    following = len(row)
    for at in range(len(row) - 1, -1, -1):
        ahead[at] = following
        if row[at].marker is not None:
            following = at
    return ahead


@dataclass(slots=True)
class _Builder:
    """Takes in one block after another.

    Args:
        row: All blocks.
        ahead: For each the place of the next marked one.
        has_articles: Whether the act is made of articles; otherwise points stand alone and chapters may bear numbers
            like theirs.
        last: Words of the last block of running text.
        point: Last number of a point, where points stand alone.
        is_enacted: Whether the formula that enacts the act («ҚАУЛЫ ЕТЕДІ:») has been passed.
    """

    row: Sequence[Classified]
    ahead: Sequence[int]
    has_articles: bool
    stack: Stack = field(default_factory=Stack)
    last: str = ""
    point: int = 0
    is_enacted: bool = False

    # -- acts ---------------------------------------------------------------------------------------------------------

    def add(self, at: int, block: Classified) -> None:
        """Take in one block of an act."""
        if self.stack.has(Kind.TOPIC):
            self.stack.close(0)
        if block.role in {Role.NOTE, Role.AMENDMENT_NOTE}:
            self._add_note(block)
            return
        if block.role is Role.TEXT and self._names_signing_body(at, block):
            block = replace(block, role=Role.SIGNATURE)
        elif block.role is Role.SIGNATURE and not self._is_signed(at, block):
            block = replace(block, role=Role.TABLE if "\t" in block.words else Role.TEXT)
        if block.marker is not None and block.role is Role.MARKED:
            self._add_marked(at, block, block.marker)
        elif block.role is Role.QUOTED:
            self._attach_text(block)
        elif block.role in _LEAVES:
            self._add_leaf(block)
        else:
            self._add_text(at, block)
        self.last = block.words

    def _next_marker(self, at: int) -> Marker | None:
        return self.row[self.ahead[at]].marker if self.ahead[at] < len(self.row) else None

    def _add_marked(self, at: int, block: Classified, marker: Marker) -> None:
        kind, style = marker.kind, marker.style
        following = self.row[at + 1] if at + 1 < len(self.row) else None
        if style is Style.DIGIT_BRACKETS and self._awaits_recitals():
            self._preamble().children.append(_numbered(block, marker, Kind.RECITAL))
            return
        if not self.has_articles and is_chapter(block, following, point=self.point):
            kind = Kind.CHAPTER
        elif style is Style.DIGIT_DOT and self.has_articles and Hint.HEADING in block.block.hints:
            self._open_inner_heading(block, marker)
            return
        elif style is Style.ROMAN_DOT:
            kind = Kind.PARAGRAPH
        elif style is Style.DIGIT_DEEP and self.has_articles and marker.number.count(".") == 1:
            kind, marker = Kind.PARAGRAPH, replace(marker, number=marker.number.replace(".", "-"))
        if kind in _HEADED:
            self._open_headed(at, block, marker, kind)
        elif kind in RANK:
            self._open_point(block, marker, kind)
        else:
            self._open_list(block, marker)

    def _open_headed(self, at: int, block: Classified, marker: Marker, kind: Kind) -> None:
        text = block.block.text
        draft = Draft(kind=kind, num=_num(text, marker), number=marker.number, source_id=block.block.source_id)
        rest = text.slice(Span(marker.rest, len(text))) if marker.rest < len(text) else None
        if rest is not None and is_text_of_article(block, self._following(at)):
            draft.children.append(Draft(kind=Kind.TEXT, text=rest))
        else:
            draft.heading = rest
        if rest is not None and is_repealed(rest.text):
            draft.status = Status.REPEALED
        if kind is Kind.ANNEX:
            self.point = 0
        self.stack.open(draft, RANK[kind])

    def _open_inner_heading(self, block: Classified, marker: Marker) -> None:
        text = block.block.text
        draft = Draft(kind=Kind.SUBCHAPTER, num=_num(text, marker), number=marker.number)
        draft.source_id = block.block.source_id
        draft.heading = text.slice(Span(marker.rest, len(text)))
        self.stack.open(draft, INNER_RANK)

    def _following(self, at: int) -> Classified | None:
        return next((block for block in self.row[at + 1 : at + 4] if block.role not in _NOTES), None)

    def _open_point(self, block: Classified, marker: Marker, kind: Kind) -> None:
        if kind is Kind.PARAGRAPH and marker.number.isdigit():
            self.point = int(marker.number)
        self.stack.open(_numbered(block, marker, kind), RANK[kind])

    def _open_list(self, block: Classified, marker: Marker) -> None:
        depth = self.stack.list_depth(marker)
        kind = Kind.INDENT if marker.style is Style.BULLET else (Kind.ITEM if depth == 0 else Kind.SUBITEM)
        self.stack.open(_numbered(block, marker, kind), LIST_RANK + depth, marker.style)

    def _add_leaf(self, block: Classified) -> None:
        if block.role is Role.SIGNATURE:
            self.stack.close(RANK[Kind.BOOK])
        elif block.role is Role.TABLE and self._is_after_signature():
            self.stack.open(Draft(kind=Kind.ANNEX), RANK[Kind.ANNEX])
        self.stack.attach(Draft(kind=_LEAVES[block.role], text=block.block.text, source_id=block.block.source_id))

    def _is_signed(self, at: int, block: Classified) -> bool:
        """Whether a line that reads like a signature stands where one can stand: behind the body of an act or annex."""
        if block.block.hints and block.role.value in block.block.hints:
            return True
        if not self._has_body() and not self.is_enacted:
            return False
        end = at
        while end < len(self.row) and self.row[end].role is Role.SIGNATURE:
            end += 1
        if end == len(self.row):
            return True
        behind = self.row[end].marker
        if behind is not None and behind.kind is Kind.ANNEX:
            return True
        marker = self._next_marker(end - 1)
        goes_on = marker is not None and marker.kind is not Kind.ANNEX and marker.number not in _FIRST_NUMBERS
        return not goes_on and not self.stack.has(Kind.ANNEX)

    def _names_signing_body(self, at: int, block: Classified) -> bool:
        """Whether a short line before the signature belongs to it: the name of the body whose head signs."""
        if at + 1 >= len(self.row) or self.row[at + 1].role is not Role.SIGNATURE:
            return False
        is_open = len(block.words) <= _MAX_SIGNING_BODY and not block.ends_sentence and block.words[:1].isupper()
        return is_open and self._is_signed(at + 1, self.row[at + 1])

    def _is_after_signature(self) -> bool:
        return not self.stack.opened and any(root.kind is Kind.SIGNATURE for root in self.stack.roots[-12:])

    # -- notes --------------------------------------------------------------------------------------------------------

    def _add_note(self, block: Classified) -> None:
        text, words = block.block.text, block.words
        if block.role is Role.AMENDMENT_NOTE:
            self.stack.close(note_rank(words, self.stack) + 1)
            top = self.stack.top
            if top is not None and repeals(words) and not _has_words(top.draft):
                top.draft.status = Status.REPEALED
            self.stack.attach(Draft(kind=Kind.AMENDMENT_NOTE, text=text, source_id=block.block.source_id))
            return
        if self.stack.has(Kind.ARTICLE):
            self.stack.close(RANK[Kind.NOTE])
        marker = part_note(words)
        if marker is None:
            note = Draft(kind=Kind.NOTE, text=text, source_id=block.block.source_id)
            if self._is_in_preamble():
                self._preamble().children.append(note)
            else:
                self.stack.attach(note)
            return
        head = Draft(kind=Kind.NOTE, num=text.slice(marker.num), source_id=block.block.source_id)
        self.stack.open(head, RANK[Kind.NOTE])
        if marker.rest < len(text):
            inner = Block(text=text.slice(Span(marker.rest, len(text))))
            self._add_first_of_note(inner)

    def _add_first_of_note(self, block: Block) -> None:
        from_note = classify([block])[0]
        if from_note.marker is None or from_note.marker.kind in _HEADED:
            self._attach_text(from_note)
        elif from_note.marker.kind in RANK:
            self.stack.open(_numbered(from_note, from_note.marker, from_note.marker.kind), RANK[from_note.marker.kind])
        else:
            self._open_list(from_note, from_note.marker)

    # -- running text -------------------------------------------------------------------------------------------------

    def _add_text(self, at: int, block: Classified) -> None:
        if self._completes_heading(at, block):
            return
        if not self.stack.opened and not self._has_body():
            self._add_before_body(at, block)
            return
        if block.role is Role.HEADING and block.could_be_heading and not self._is_after_signature():
            self._open_unnumbered(block)
            return
        if self._is_after_signature():
            if is_imprint(block.words):
                self._add_leaf(replace(block, role=Role.SIGNATURE))
            else:
                self._open_implied_annex(block)
            return
        self._leave_lists(at, block)
        self._leave_paragraph(at, block)
        self._attach_text(block)

    def _attach_text(self, block: Classified) -> None:
        top = self.stack.top
        if top is not None and top.draft.kind is Kind.ARTICLE:
            is_gone = not _has_words(top.draft) and is_repealed(block.words)
            top.draft.status = Status.REPEALED if is_gone else top.draft.status
        self.stack.attach(Draft(kind=Kind.TEXT, text=block.block.text, source_id=block.block.source_id))

    def _completes_heading(self, at: int, block: Classified) -> bool:
        """Take a line that follows a bare number as the heading, and a second line of an annex title with it."""
        top = self.stack.top
        if top is None or top.draft.kind not in _HEADED or _has_words(top.draft):
            return False
        draft = top.draft
        if draft.heading is None:
            long_title = draft.kind is Kind.ANNEX and len(block.words) <= _MAX_ANNEX_TITLE and not block.ends_sentence
            if draft.num is None or not (block.could_be_heading or long_title):
                return False
            if draft.kind is Kind.ARTICLE and self._begins_lines(at):
                return False
            draft.heading = block.block.text
            return True
        joined = join_lines(draft, block, self.last)
        if joined is not None:
            draft.heading = joined
        return joined is not None

    def _begins_lines(self, at: int) -> bool:
        """Whether a line without a stop opens a sentence that lists follow, and is no heading."""
        return self.row[at].words[:1].islower()

    def _open_unnumbered(self, block: Classified) -> None:
        kind = Kind.SUBCHAPTER if self.stack.has(Kind.CHAPTER) else Kind.CHAPTER
        self.stack.open(Draft(kind=kind, heading=block.block.text, source_id=block.block.source_id), RANK[kind])

    def _open_implied_annex(self, block: Classified) -> None:
        """What follows the signature without any stamp is an annex all the same."""
        draft = Draft(kind=Kind.ANNEX, source_id=block.block.source_id)
        self.point = 0
        self.stack.open(draft, RANK[Kind.ANNEX])
        if len(block.words) <= _MAX_ANNEX_TITLE and not block.ends_sentence:
            draft.heading = block.block.text
        else:
            self._attach_text(block)

    def _leave_lists(self, at: int, block: Classified) -> None:
        """Close the lists that an unnumbered block does not belong to."""
        top = self.stack.top
        if top is None or top.rank < LIST_RANK:
            return
        last = self.last.rstrip()
        if last.endswith(":"):
            return
        awaited = self.stack.awaits(self._next_marker(at))
        if awaited is not None:
            self.stack.close(awaited + 1)
            return
        inside = len(top.draft.children) > 1
        if not (last.endswith(";") and (inside or not block.words[:1].islower())):
            self.stack.close(LIST_RANK)

    def _leave_paragraph(self, at: int, block: Classified) -> None:
        """The last part of an article, ended by its sanction, takes in no further sentence."""
        top = self.stack.top
        if top is None or top.draft.kind is not Kind.PARAGRAPH or not block.words[:1].isupper():
            return
        marker = self._next_marker(at)
        goes_on = marker is not None and marker.kind is Kind.PARAGRAPH
        if not goes_on and self.last.rstrip().endswith(".") and _SANCTION_END.search(self.last):
            self.stack.close(RANK[Kind.PARAGRAPH])

    # -- before the body ----------------------------------------------------------------------------------------------

    def _add_before_body(self, at: int, block: Classified) -> None:
        if self.is_enacted:
            text = Draft(kind=Kind.TEXT, text=block.block.text, source_id=block.block.source_id)
            self.stack.open(Draft(kind=Kind.PARAGRAPH, children=[text]), RANK[Kind.PARAGRAPH])
            return
        is_formula = block.words.rstrip().endswith(":") or enacts(block.words)
        is_heading = not is_formula and block.could_be_heading and not self._is_in_preamble()
        if is_heading and not (at + 1 < len(self.row) and is_bare(self.row[at + 1].words)):
            self.stack.roots.append(Draft(kind=Kind.TITLE, text=block.block.text))
            return
        self._preamble().children.append(Draft(kind=Kind.TEXT, text=block.block.text))
        self.is_enacted = is_formula and _WHEREAS.search(block.words) is None

    def _preamble(self) -> Draft:
        if not self._is_in_preamble():
            self.stack.roots.append(Draft(kind=Kind.PREAMBLE))
        return self.stack.roots[-1]

    def _is_in_preamble(self) -> bool:
        roots = self.stack.roots
        return not self.stack.opened and bool(roots) and roots[-1].kind is Kind.PREAMBLE

    def _awaits_recitals(self) -> bool:
        if not self._is_in_preamble():
            return False
        last = self.stack.roots[-1].children[-1]
        return last.kind is Kind.RECITAL or _WHEREAS.search(last.text.text if last.text else "") is not None

    def _has_body(self) -> bool:
        return any(root.kind not in _AROUND for root in self.stack.roots)

    # -- prose --------------------------------------------------------------------------------------------------------

    def add_prose(self, block: Classified, *, topic: bool) -> None:
        """Take in one block of prose."""
        marker = block.marker if block.role is Role.MARKED else None
        in_draft = bool(self.stack.opened) and self.stack.opened[0].draft.kind is not Kind.TOPIC
        self.stack.close(0 if topic or in_draft else RANK[Kind.BOOK])
        if topic:
            self.stack.open(_topic(block.block.text, marker), RANK[Kind.TOPIC])
        elif marker is not None:
            self.stack.attach(_numbered(block, marker, Kind.LIST_ITEM))
        else:
            kind = Kind.TABLE if block.role is Role.TABLE else Kind.TEXT
            self.stack.attach(Draft(kind=kind, text=block.block.text))
        self.last = block.words


_NOTES: Final = frozenset({Role.NOTE, Role.AMENDMENT_NOTE})


def _topic(text: MappedText, marker: Marker | None) -> Draft:
    if marker is None:
        return Draft(kind=Kind.TOPIC, heading=text)
    heading = text.slice(Span(marker.rest, len(text)))
    return Draft(kind=Kind.TOPIC, num=_num(text, marker), number=marker.number, heading=heading)


def _num(text: MappedText, marker: Marker) -> MappedText | None:
    return text.slice(marker.num) if len(marker.num) else None


def _numbered(block: Classified, marker: Marker, kind: Kind) -> Draft:
    text = block.block.text
    draft = Draft(kind=kind, num=_num(text, marker), number=marker.number, source_id=block.block.source_id)
    if marker.rest < len(text):
        body = text.slice(Span(marker.rest, len(text)))
        draft.children.append(Draft(kind=Kind.TEXT, text=body))
        if is_repealed(body.text):
            draft.status = Status.REPEALED
    return draft


def _has_words(draft: Draft) -> bool:
    return any(child.kind is not Kind.AMENDMENT_NOTE for child in draft.children)
