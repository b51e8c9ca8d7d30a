"""The Markdown reader: headings, escaped numbers, notes in block quotes, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.parsing.blocks import Block, Hint, Reading
from zhargy.parsing.decoding import decode
from zhargy.parsing.html.building import clean_blocks
from zhargy.text import Edit, MappedText, Source, Span

_SIGNS: Final = re.compile(r"^#{1,6}\s", re.MULTILINE)
_ESCAPED: Final = re.compile(r"^(?:>\s*)?\d+\\[.)]\s", re.MULTILINE)
_PARAGRAPH: Final = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|$))+", re.MULTILINE)
_HEADING: Final = re.compile(r"(#{1,6})\s+")
_ANCHOR: Final = re.compile(r"<a\s+(?:id|name)=\"([^\"]+)\">\s*</a>\s*")
_COMMENT: Final = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_ROW: Final = re.compile(r"\|.*\|\s*$")
_RULE: Final = re.compile(r"[\s|:-]+$")
#: Marks that are not words: emphasis, escapes, quote signs, line ends.
_MARK: Final = re.compile(
    r"\\([\\`*_{}\[\]()#+.!<>|~-])|(\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w))|(?<![ \t])[ \t]*\\?\n[ \t]*(?:>[ \t]?)?"
)
#: Public repositories print notes on amendments in italics: «> *Сноска. …*».
_EMPHASISED: Final = re.compile(r"\s*([*_]).*\1\s*", re.DOTALL)
_NEW_LINE: Final = re.compile(r"\n(?=[ \t]*(?:\d+(?:-\d+)?(?:\\?[.)])[ \t]|[-–•*][ \t]))")


def is_markdown(text: str) -> bool:
    """Whether a text has headings or escaped numbers of Markdown."""
    head = text[:50_000]
    return (len(_SIGNS.findall(head)) >= 1 and not head.lstrip().startswith("<!DOCTYPE")) or bool(_ESCAPED.search(head))


def read_markdown(data: bytes, *, name: str, undone: frozenset[str] = frozenset()) -> Reading:
    """Read a Markdown file.

    Raises:
        UnreadableInput: P901, no text; P902, empty.
    """
    source = decode(data, name=name)
    blocks, changes = clean_blocks(_blocks(source), undone=undone)
    return Reading(source=source, blocks=blocks, changes=changes)


def _blocks(source: Source) -> Iterator[Block]:
    whole = MappedText.of(source)
    anchor = ""
    for paragraph in _paragraphs(source.text):
        span, anchor = _without_marks(source.text, paragraph, anchor)
        words = span.of(source.text)
        if not words.strip():
            continue
        if _ROW.match(words.split("\n", 1)[0]):
            yield _table(whole, span)
            continue
        yield _block(whole, span, anchor)
        anchor = ""


def _without_marks(text: str, span: Span, anchor: str) -> tuple[Span, str]:
    """Return a paragraph without the comment and anchors it begins with, and the last anchor."""
    start = span.start
    if comment := _COMMENT.match(text, start, span.end):
        start = comment.end()
    while found := _ANCHOR.match(text, start, span.end):
        start, anchor = found.end(), found[1]
    return Span(start, span.end), anchor


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield paragraphs; a line that begins a list item or a heading begins one of its own."""
    for match in _PARAGRAPH.finditer(text):
        start = match.start()
        lines = match[0].split("\n")
        at = start
        for number, line in enumerate(lines):
            fresh = number > 0 and (line.startswith("#") or _NEW_LINE.match(f"\n{line}") is not None)
            after_heading = number > 0 and lines[number - 1].startswith("#")
            if (fresh or after_heading) and at > start:
                yield Span(start, at)
                start = at
            at += len(line) + 1
        end = min(match.end(), at)
        if end > start:
            yield Span(start, end)


def _block(whole: MappedText, span: Span, anchor: str) -> Block:
    words = span.of(whole.text)
    hints: set[Hint] = set()
    quote = words.lstrip().startswith(">")
    heading = _HEADING.match(words)
    if heading:
        hints.add(Hint.TITLE if len(heading[1]) == 1 else Hint.HEADING)
        span = Span(span.start + heading.end(), span.end)
    elif quote:
        span = Span(span.start + words.index(">") + 1, span.end)
        hints.add(Hint.AMENDMENT_NOTE if _EMPHASISED.fullmatch(span.of(whole.text)) else Hint.NOTE)
    return Block(text=_plain(whole.slice(span)), hints=frozenset(hints), source_id=anchor)


def _plain(text: MappedText) -> MappedText:
    edits = []
    for match in _MARK.finditer(text.text):
        after = match[1] or ("" if match[2] else " ")
        edits.append(Edit(span=Span(*match.span()), after=after, code=""))
    clean = text.apply(edits)
    lead = len(clean.text) - len(clean.text.lstrip())
    return clean.slice(Span(lead, max(lead, len(clean.text.rstrip()))))


def _table(whole: MappedText, span: Span) -> Block:
    rows = []
    at = span.start
    for line in span.of(whole.text).split("\n"):
        if line.strip() and not _RULE.fullmatch(line):
            cells, start = [], at + line.index("|") + 1 if "|" in line else at
            for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")):
                cells.append(_plain(whole.slice(Span(start, start + len(cell)))))
                start += len(cell) + 1
            rows.append(MappedText.join(cells, "\t", whole.source))
        at += len(line) + 1
    return Block(text=MappedText.join(rows, "\n", whole.source), hints=frozenset({Hint.TABLE}))
