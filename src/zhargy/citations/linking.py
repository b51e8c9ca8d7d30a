"""Resolve what a document cites: four outcomes, and no citation passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from zhargy.citations.acts import Acts, NoActs
from zhargy.citations.elsewhere import OtherActs
from zhargy.citations.finding import find_citations
from zhargy.citations.identity import is_same_act
from zhargy.citations.places import Place, Places
from zhargy.citations.resolution import Resolution, levels_of, resolve
from zhargy.model import Citation, Document, Kind, Node, Outcome, Reference, Scope, Target
from zhargy.text import Span

_LIBRARY_EMPTY: Final = NoActs()


def link(document: Document, *, acts: Acts = _LIBRARY_EMPTY) -> Document:
    """Return `document` with its references found and resolved; references it had are replaced.

    A provision of the document itself is found with its element ids; not found where the document has such provisions
    but not this number; ambiguous where several answer, which are then its candidates. Another act is found where the
    library has it, ambiguous where several of the library answer and not just one of them has the provision, outside
    the library where none does.

    Args:
        document: A document with its tree.
        acts: What the library has.
    """
    linker = _Linker(
        document=document,
        places=Places.of_nodes(document.children),
        elsewhere=OtherActs(acts=acts, language=document.language),
    )
    mentions = tuple(mention for mention in linker.mentions() if not linker.names_itself(mention))
    parts_are_points = _calls_parts_points(mentions, linker.places)
    references = tuple(
        linker.reference(mention, target, parts_are_points=parts_are_points)
        for mention in mentions
        for target in mention.citation.targets
    )
    return replace(document, references=tuple(sorted(references, key=lambda reference: reference.span)))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A citation at its place in the document."""

    citation: Citation
    span: Span
    path: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linker:
    document: Document
    places: Places
    elsewhere: OtherActs

    def mentions(self) -> Iterator[_Mention]:
        """Yield every citation in headings and running text, in order."""
        for node, place in zip(self.document.children, self.places.roots, strict=True):
            yield from self._mentions(node, (place,))

    def _mentions(self, node: Node, path: tuple[Place, ...]) -> Iterator[_Mention]:
        start = node.span.start + (len(node.num) + 1 if node.num else 0)
        for words, offset in ((node.heading, start), (node.text, node.span.end - len(node.text))):
            for citation in find_citations(words):
                yield _Mention(citation, citation.span.shift(offset), path)
        for child, place in zip(node.children, path[-1].children, strict=True):
            yield from self._mentions(child, (*path, place))

    def names_itself(self, mention: _Mention) -> bool:
        """Whether a mention is no citation but the title of the document."""
        targets = mention.citation.targets
        return mention.path[-1].kind is Kind.TITLE and all(is_same_act(target, self.document) for target in targets)

    def reference(self, mention: _Mention, target: Target, *, parts_are_points: bool) -> Reference:
        work = ""
        if target.scope is Scope.OTHER_ACT and not is_same_act(target, self.document):
            work, resolution = self.elsewhere.resolve(target)
        else:
            own = replace(target, scope=Scope.THIS_ACT) if target.scope is Scope.OTHER_ACT else target
            resolution = self._here(own, mention.path, parts_are_points=parts_are_points)
        return Reference(
            span=mention.span,
            target=target,
            outcome=resolution.outcome,
            work=work,
            eids=resolution.eids,
            eid=mention.path[-1].eid,
        )

    def _here(self, target: Target, path: tuple[Place, ...], *, parts_are_points: bool) -> Resolution:
        if target.scope is Scope.THIS_ACT and not levels_of(target):
            return Resolution(outcome=Outcome.FOUND)
        return resolve(
            target, self.places, language=self.document.language, path=path, parts_are_points=parts_are_points
        )


def _calls_parts_points(mentions: tuple[_Mention, ...], places: Places) -> bool:
    """Whether the act says «пункт 2 настоящей статьи» of the numbered parts of its articles, as civil codes do."""
    if Kind.PARAGRAPH not in places.kinds:
        return False
    counts: Counter[str] = Counter()
    for mention in mentions:
        for target in mention.citation.targets:
            if target.scope is Scope.THIS_ARTICLE and (target.items or target.parts):
                counts["parts" if target.parts else "items"] += 1
    return counts["items"] > counts["parts"]
