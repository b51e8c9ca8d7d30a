"""The words of an act at the element ids of norms, in the spelling they are compared in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhargy.model import Document, Kind, Node, Status
from zhargy.norms.anchors.regular import regular
from zhargy.norms.anchors.written import Sign, Written, find_signs, find_written
from zhargy.norms.packs.values import Norm
from zhargy.text import Language
from zhargy.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """The words of one provision with what they say of penalties.

    Args:
        words: The words in regular spelling: the whole provision, what leads its items in and what follows them.
        measures: The measures they say.
        signs: The kinds of penalty they name.
    """

    words: str
    measures: tuple[Written, ...]
    signs: tuple[Sign, ...]


class Edition:
    """One text of an act.

    Args:
        document: The text with its tree.
        language: The language it is compared in.
    """

    def __init__(self, document: Document, *, language: Language) -> None:
        self.language = language
        self._document = document
        self._read: dict[str, Provision | None] = {}

    def at(self, eid: str) -> Provision | None:
        """Return the words at an element id, ``None`` where the text has no such provision."""
        if eid not in self._read:
            node = self._document.find(eid)
            self._read[eid] = None if node is None else self._provision("".join(_in_force(node, self._document.text)))
        return self._read[eid]

    @property
    def parts(self) -> tuple[str, ...]:
        """The element ids of the parts of articles, and of articles without parts, in the order of the text."""
        ids = [node.eid for node in self._document.walk() if node.kind in {Kind.ARTICLE, Kind.PARAGRAPH}]
        return tuple(id_ for id_ in ids if not any(other.startswith(f"{id_}__") for other in ids))

    def spans_of(self, norm: Norm, words: str) -> Iterator[Span]:
        """Yield where the anchors of a norm in this language stand in regular words."""
        for anchor in norm.anchors:
            wanted = regular(anchor.words, self.language)
            at = words.find(wanted) if anchor.language is self.language and wanted else -1
            while at >= 0:
                yield Span(at, at + len(wanted))
                at = words.find(wanted, at + 1)

    def _provision(self, text: str) -> Provision:
        words = regular(text, self.language)
        return Provision(
            words=words, measures=find_written(words, self.language), signs=find_signs(words, self.language)
        )


def _in_force(node: Node, text: str) -> Iterator[str]:
    """Yield the words of a provision; items that were struck out and notes on amendments are no words of the law."""
    at = node.span.start
    for child in node.children:
        yield text[at : child.span.start]
        if child.status is not Status.REPEALED and child.kind is not Kind.AMENDMENT_NOTE:
            yield from _in_force(child, text)
        at = child.span.end
    yield text[at : node.span.end]
