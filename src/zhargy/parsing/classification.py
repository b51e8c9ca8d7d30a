"""What each block is, told by its own words and its nearest neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.markers import Marker, read_marker

_MAX_HEADING: Final = 240
_MAX_QUOTED_BLOCKS: Final = 400

_NOTE: Final = re.compile(
    r"\*?\s*(?:ескерту(?:лер)?|ескертпе|рқао-ның ескертпесі|сноска|примечани[ея]|note)\b", re.IGNORECASE
)
_AMENDING: Final = re.compile(
    r"өзгеріс(?:тер)?(?: мен толықтыру(?:лар)?)? енгізіл|жаңа редакцияда|редакцияс?ында|алып тасталды|күші жойыл|толықтырыл|"
    r"в редакции|в ред\.|с изменени|изменени[ея].{0,40}внесен|дополнен|утратил[аио]? силу|исключен|"
    r"\bas amended\b|\brepealed\b|\binserted by\b",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    r"\((?:в редакции|в ред\.|дополнени[ея]|(?:статья|часть|пункт|подпункт|абзац|глава|раздел|параграф|наименование|примечани[ея])\b)"
    r".*\)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE: Final = re.compile(
    r"(?:қазақстан республикасы(?:ның)?\s+)?(?:президент[іi]?|премьер-министр[іi]?|төрағасы|төрайымы|хатшысы|әк[іi]м[іi]|министр[іi]?)\s*$|"
    r".*(?:төрағасы|төрайымы|хатшысы|әк[іi]м[іi]|министр[іi]?|президент[іi]?|атқарушы)[\s\xa0\t|]{2,}\S.{2,60}$|"
    r"президент\s+\S+\s+федерации\s*$|президент\s+республики\s+\S+\s*$|председатель\b.{0,80}$|"
    r"(?:done at|for the european parliament|for the council)\b.*|the president\s*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIALS: Final = re.compile(
    r"(?:^|[\s\t|])[А-ЯӘҒҚҢӨҰҮҺІ]\.\s?(?:[А-ЯӘҒҚҢӨҰҮҺІ]\.)?\s?[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһіi]+\s*$"
)
_QUOTE_OPEN: Final = re.compile(r"[\"«“„]")
_QUOTE_CLOSED: Final = re.compile(r"[\"»”][.;,]?\s*$")
_TERMINAL: Final = re.compile(r"[.;:,]\s*$|[.;:]»\s*$")


class Role(StrEnum):
    """The part a block plays."""

    MARKED = "marked"
    TEXT = "text"
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
    """Return the blocks with their roles, quoted wordings of other acts kept as plain text."""
    quoted = _quoted(blocks)
    return [
        Classified(block, Role.TEXT) if at in quoted and Hint.TABLE not in block.hints else classify_block(block)
        for at, block in enumerate(blocks)
    ]


def classify_block(block: Block) -> Classified:
    """Return one block with its role, seen alone."""
    words = block.text.text
    for hint, role in _HINTED:
        if hint in block.hints:
            if role is Role.TABLE and _is_signature(words):
                return Classified(block, Role.SIGNATURE)
            return Classified(block, role)
    note = _note_role(words)
    if note is not None:
        return Classified(block, note)
    marker = read_marker(words)
    if marker is not None:
        return Classified(block, Role.MARKED, marker)
    if _is_signature(words):
        return Classified(block, Role.SIGNATURE)
    return Classified(block, Role.HEADING if Hint.HEADING in block.hints else Role.TEXT)


_HINTED: Final = (
    (Hint.TABLE, Role.TABLE),
    (Hint.AMENDMENT_NOTE, Role.AMENDMENT_NOTE),
    (Hint.NOTE, Role.NOTE),
    (Hint.TITLE, Role.TITLE),
    (Hint.SIGNATURE, Role.SIGNATURE),
    (Hint.PREAMBLE, Role.PREAMBLE),
)


def _note_role(words: str) -> Role | None:
    first = words[:1]
    if first == "(":
        return Role.AMENDMENT_NOTE if _BRACKETED.match(words) and _AMENDING.search(words[:400]) else None
    if first in _NOTE_INITIALS and _NOTE.match(words):
        return Role.AMENDMENT_NOTE if _AMENDING.search(words[:400]) else Role.NOTE
    return None


_NOTE_INITIALS: Final = frozenset("еЕрРсСпПnN*")


def _is_signature(words: str) -> bool:
    if len(words) > 200:  # noqa: PLR2004 - nobody signs at such length
        return False
    return _SIGNATURE.fullmatch(words.strip()) is not None or (
        len(words) <= 120 and _INITIALS.search(words) is not None and ("\t" in words or words.count(" ") <= 8)  # noqa: PLR2004
    )


def _quoted(blocks: Sequence[Block]) -> set[int]:
    """Return the blocks that quote a new wording for another act: from a quote mark behind a colon to its end."""
    quoted: set[int] = set()
    at = 0
    while at < len(blocks):
        end = _quote_end(blocks, at) if _opens_quote(blocks, at) else None
        if end is None:
            at += 1
            continue
        quoted.update(range(at, end + 1))
        at = end + 1
    return quoted


def _opens_quote(blocks: Sequence[Block], at: int) -> bool:
    words = blocks[at].text.text
    return at > 0 and _QUOTE_OPEN.match(words) is not None and blocks[at - 1].text.text.rstrip().endswith(":")


def _quote_end(blocks: Sequence[Block], start: int) -> int | None:
    for at in _limited(start, len(blocks)):
        if _QUOTE_CLOSED.search(blocks[at].text.text):
            return at
    return None


def _limited(start: int, end: int) -> Iterator[int]:
    yield from range(start, min(end, start + _MAX_QUOTED_BLOCKS))
