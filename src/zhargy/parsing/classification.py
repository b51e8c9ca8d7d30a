"""What each block is, told by its own words and its nearest neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.formulas import enacts
from zhargy.parsing.markers import Marker, Style, read_marker
from zhargy.parsing.quotations import quoted_blocks
from zhargy.parsing.signatures import is_agreement, is_signature
from zhargy.parsing.stamps import join_stamp, stamp_number, stamp_start
from zhargy.text import Span

_MAX_HEADING: Final = 240
_MAX_AGREEMENT: Final = 160
_HEAD: Final = 400
#: «Примечание» heads a norm as a rule; only its first words can say that it is about amendments.
_NORM_HEAD: Final = 60

_NOTE: Final = re.compile(
    r"\*?\s*(?:ескерту(?:лер)?|ескертпе(?:лер)?|рқао-?\s?ның ескертпесі|рқао ескертпесі|сноска|примечани[ея]|notes?)\b"
    r"[^.:!]{0,40}[.:!]",
    re.IGNORECASE,
)
_AMENDING: Final = re.compile(
    r"өзгер[іi]?с(?:тер)?(?:[- ]мен толықтыру(?:лар)?)? енг[іi]з[іi]л|жаңа редакцияда|редакцияс?ында|алып тасталды|"
    r"күш[іi] жойыл|толықтырыл|тақырыбы|преамбула|"
    r"с учетом (?:федеральн|постановлен)|о поправке|в редакции|в ред\.|с изменени|"
    r"изменени[ея].{0,40}внесен|дополнен|утратил[аио]? силу|исключен[аоы]?\b|"
    r"\bas amended\b|\brepealed\b|\binserted by\b",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    r"\((?:в редакции|в ред\.|с учетом|с изм|дополнени[ея]|утратил|исключен|введен|закон\b.{0,60}о поправке|"
    r"(?:статья|часть|пункт|подпункт|абзац|глава|раздел|подраздел|параграф|наименование|примечани[ея])\b).*\)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_NOTE_INITIALS: Final = frozenset("еЕрРсСпПnN*")
_TERMINAL: Final = re.compile(r"[.;:,]»?\s*$")


class Role(StrEnum):
    """The part a block plays."""

    MARKED = "marked"
    TEXT = "text"
    QUOTED = "quoted"
    HEADING = "heading"
    TITLE = "title"
    TABLE = "table"
    NOTE = "note"
    AMENDMENT_NOTE = "amendment_note"
    SIGNATURE = "signature"
    PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True)
class Classified:
    """A block with its role, and its marker when it has one."""

    block: Block
    role: Role
    marker: Marker | None = None

    @property
    def words(self) -> str:
        """The text of the block."""
        return self.block.text.text

    @property
    def body(self) -> str:
        """The words behind the marker."""
        return self.words[self.marker.rest :] if self.marker else self.words

    @property
    def ends_sentence(self) -> bool:
        """Whether the block ends in a stop, a semicolon, a colon or a comma."""
        return _TERMINAL.search(self.words) is not None

    @property
    def could_be_heading(self) -> bool:
        """Whether its words are short and unfinished enough to head what follows."""
        return len(self.words) <= _MAX_HEADING and not self.ends_sentence


def classify(blocks: Sequence[Block]) -> list[Classified]:
    """Return the blocks with their roles; the lines of one stamp are joined, quoted wordings carry no markers."""
    quoted = quoted_blocks(blocks)
    roles: list[Classified] = []
    agreement = False
    for at, block in enumerate(blocks):
        if at in quoted and Hint.TABLE not in block.hints:
            roles.append(Classified(block, Role.QUOTED))
            continue
        found = classify_block(block)
        if found.marker is not None and found.marker.kind is Kind.ANNEX:
            found = _stamped(roles, found)
        agreement = _goes_on_agreeing(found, agreement)
        roles.append(replace(found, role=Role.SIGNATURE) if agreement else found)
    return roles


def classify_block(block: Block) -> Classified:
    """Return one block with its role, seen alone."""
    words = block.text.text
    if Hint.TABLE in block.hints:
        return _classified_table(block, words)
    for hint, role in _HINTED:
        if hint in block.hints:
            return Classified(block, role)
    note = _note_role(words)
    if note is not None:
        return Classified(block, note)
    marker = read_marker(words)
    if marker is not None and marker.kind is not Kind.ANNEX:
        return Classified(block, Role.MARKED, marker)
    stamp = _stamp(block, words)
    if stamp is not None:
        return stamp
    if marker is not None:
        return Classified(block, Role.MARKED, marker)
    if is_signature(words):
        return Classified(block, Role.SIGNATURE)
    return Classified(block, Role.HEADING if Hint.HEADING in block.hints else Role.TEXT)


_HINTED: Final = (
    (Hint.AMENDMENT_NOTE, Role.AMENDMENT_NOTE),
    (Hint.NOTE, Role.NOTE),
    (Hint.TITLE, Role.TITLE),
    (Hint.SIGNATURE, Role.SIGNATURE),
    (Hint.PREAMBLE, Role.PREAMBLE),
)


def _classified_table(block: Block, words: str) -> Classified:
    stamp = _stamp(block, words)
    if stamp is not None:
        return stamp
    return Classified(block, Role.SIGNATURE if is_signature(words) else Role.TABLE)


def _stamp(block: Block, words: str) -> Classified | None:
    number = stamp_number(words)
    if number is None:
        return None
    if Hint.TABLE in block.hints:
        block = replace(join_stamp([block]), source_id=block.source_id)
    length = len(block.text)
    marker = Marker(kind=Kind.ANNEX, style=Style.UNIT, number=number, num=Span(0, length), rest=length)
    return Classified(block, Role.MARKED, marker)


def _stamped(roles: list[Classified], head: Classified) -> Classified:
    """Take the short lines before the head of an annex into it."""
    open_lines = 0
    while open_lines < len(roles) and roles[-1 - open_lines].role is Role.TEXT and open_lines < _MAX_STAMP_LINES:
        open_lines += 1
    row = [*(role.block for role in roles[len(roles) - open_lines :]), head.block]
    start = stamp_start(row, len(row) - 1)
    if start == len(row) - 1 or head.marker is None:
        return head
    del roles[len(roles) - (len(row) - 1 - start) :]
    whole = join_stamp(row[start:])
    marker = replace(head.marker, num=Span(0, len(whole.text)), rest=len(whole.text))
    return Classified(whole, Role.MARKED, marker)


_MAX_STAMP_LINES: Final = 8


def _goes_on_agreeing(found: Classified, agreement: bool) -> bool:  # noqa: FBT001 - the state of the row
    """Whether a block belongs to the agreement of another body: «КЕЛІСІЛДІ», its name, its head, the date."""
    if found.role in {Role.TEXT, Role.SIGNATURE} and is_agreement(found.words):
        return True
    return agreement and found.role in {Role.TEXT, Role.SIGNATURE} and len(found.words) <= _MAX_AGREEMENT


def _note_role(words: str) -> Role | None:
    first = words[:1]
    if first == "(":
        return Role.AMENDMENT_NOTE if _BRACKETED.match(words) and _AMENDING.search(words[:_HEAD]) else None
    if first in _NOTE_INITIALS and _NOTE.match(words) and not enacts(words):
        head = _NORM_HEAD if first in "пП" else _HEAD
        return Role.AMENDMENT_NOTE if _AMENDING.search(words[:head]) else Role.NOTE
    return None
