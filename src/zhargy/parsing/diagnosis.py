"""What a person should know about the structure of a text; nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from zhargy.model import Diagnostic, Document, Kind, Node, Severity, Status

_COUNTED: Final = frozenset({Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM, Kind.CHAPTER, Kind.SECTION})
_PLAIN: Final = re.compile(r"\d+")
_OUTSIDE: Final = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.SIGNATURE, Kind.NOTE, Kind.AMENDMENT_NOTE, Kind.TABLE})


def diagnose(document: Document) -> Iterator[Diagnostic]:
    """Yield what is odd about the tree.

    Codes: P101 numbers missing, P102 a number twice, P104 an article without words, P107 an unnumbered paragraph after
    numbered ones, P108 no structure recognised, P109 an empty document.
    """
    if not document.text.strip():
        yield Diagnostic(code="P109", severity=Severity.ERROR)
        return
    if all(node.kind in _OUTSIDE | {Kind.TEXT} for node in document.children):
        yield Diagnostic(code="P108", severity=Severity.WARNING)
    articles = [node for node in document.walk() if node.kind is Kind.ARTICLE and "__" not in node.eid]
    yield from _numbers(articles)
    for node in document.walk():
        yield from _numbers([child for child in node.children if child.kind is not Kind.ARTICLE])
        if node.kind is Kind.ARTICLE:
            yield from _article(node)


def _numbers(siblings: Sequence[Node]) -> Iterator[Diagnostic]:
    """Compare the numbers of sisters of one kind: 1, 2, 2-1, 3 run on; 1, 3 leave a hole; 2, 2 repeat."""
    for kind in sorted({node.kind for node in siblings} & _COUNTED):
        sisters = [node for node in siblings if node.kind is kind and node.number]
        for before, after in pairwise(sisters):
            if after.number == before.number:
                params = {"number": after.num}
                yield Diagnostic(code="P102", severity=Severity.WARNING, params=params, span=after.span, eid=after.eid)
            elif _PLAIN.fullmatch(after.number) and _PLAIN.match(before.number):
                yield from _hole(before, after)


def _hole(before: Node, after: Node) -> Iterator[Diagnostic]:
    match = _PLAIN.match(before.number)
    first, second = int(match[0]) if match else 0, int(after.number)
    if second > first + 1:
        params = {"before": before.num, "after": after.num}
        yield Diagnostic(code="P101", severity=Severity.INFO, params=params, span=after.span, eid=after.eid)


def _article(node: Node) -> Iterator[Diagnostic]:
    if not node.children and node.status is Status.IN_FORCE:
        yield Diagnostic(
            code="P104", severity=Severity.WARNING, params={"number": node.num}, span=node.span, eid=node.eid
        )
    numbered = False
    for child in node.children:
        if child.kind is Kind.PARAGRAPH:
            numbered = True
        elif child.kind is Kind.TEXT and numbered:
            yield Diagnostic(code="P107", severity=Severity.INFO, span=child.span, eid=child.eid)
