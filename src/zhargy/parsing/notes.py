"""Notes to an act: what they belong to, what they repeal, which of them hold numbered points."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.markers import Marker, Style
from zhargy.parsing.stack import RANK, Stack
from zhargy.text import Span

_HEAD: Final = 120
_UNIT: Final = re.compile(
    r"(?P<article>стать|\bбап)|(?P<chapter>глав|тарау)|(?P<section>раздел|бөлім)|(?P<paragraph>част|бөл[іi]к|тармақ(?!ша)|тармағ)|"
    r"(?P<item>подпункт|пункт|тармақша)|(?P<note>примечани)|(?P<name>наименован|тақырыб)|(?P<annex>қосымша|приложени)",
    re.IGNORECASE,
)
_KINDS: Final = {
    "article": Kind.ARTICLE,
    "chapter": Kind.CHAPTER,
    "section": Kind.SECTION,
    "paragraph": Kind.PARAGRAPH,
    "note": Kind.NOTE,
    "annex": Kind.ANNEX,
}
_INNERMOST: Final = 99
_REPEALED: Final = re.compile(
    r"\W*(?:(?:осы\s)?(?:бап|бөлік|тармақ|тармақша|тарау)(?:тың|тар)?\s+)?"
    r"(?:алып тасталды|алып тасталсын|күш[іi] жойыл(?:ды|ған)(?!\s+деп))|"
    r"\W*(?:(?:статья|часть|пункт|подпункт|абзац|глава|раздел|параграф)\s+)?"
    r"(?:утратил[аио]? силу|исключен[аоы]?\b|\(?исключен)|"
    r"\W*(?:repealed|deleted)\b",
    re.IGNORECASE,
)
_REPEALS: Final = re.compile(
    r"алып тасталды|күш[іi] жойылды(?!\s+деп)|"
    r"(?:стать\S+|част\S+|пункт\S*|глав\S+|раздел\S*|параграф\S*)[\s\d.-]+(?:утратил[аи]? силу|исключен[аоы]?\b)|"
    r"^\W*(?:утратил[аио]? силу|исключен[аоы]?\b)|\brepealed\b",
    re.IGNORECASE,
)
_NOTE_LIST: Final = re.compile(
    r"\W*(?:(?:примечания|ескертулер|ескертпелер|notes)\s*[.:]?|(?:примечание|ескерту|ескертпе|note)\s*[.:](?=\s*1[.)]\s))",
    re.IGNORECASE,
)


def note_rank(words: str, stack: Stack) -> int:
    """Return the rank of the open element that an amendment note speaks of, told by its first words.

    Args:
        words: «(Статья в редакции …)», «Сноска. Статья 5 …», «Ескерту. 1-бапқа …».
        stack: Elements open now; a rank that is not open gives that of the innermost element.
    """
    found = _UNIT.search(words[:_HEAD])
    if found is None or found.lastgroup in {None, "name"}:
        return _INNERMOST
    if found.lastgroup == "item":
        ranks = [element.rank for element in stack.lists()]
        return ranks[-1] if ranks else _INNERMOST
    rank = RANK[_KINDS[found.lastgroup or ""]]
    return rank if any(element.rank == rank for element in stack.opened) else _INNERMOST


def is_repealed(words: str) -> bool:
    """Whether the words of a provision say that only its place is kept.

    Example:
        >>> is_repealed("Алып тасталды – 10.06.2024 № 44"), is_repealed("күші жойылды деп танылсын")
        (True, False)
    """
    return _REPEALED.match(words) is not None


def repeals(words: str) -> bool:
    """Whether an amendment note says that its provision is repealed."""
    return _REPEALS.search(words[:_HEAD]) is not None


def part_note(words: str) -> Marker | None:
    """Return the head of a note that holds numbered points, «Примечания.»; ``None`` for a note in one piece."""
    found = _NOTE_LIST.match(words)
    if found is None:
        return None
    rest = found.end()
    while rest < len(words) and words[rest].isspace():
        rest += 1
    return Marker(kind=Kind.NOTE, style=Style.UNIT, number="", num=Span(0, found.end()), rest=rest)
