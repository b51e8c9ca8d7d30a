"""The provisions of an act as citations look for them: by kind and number, inside one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from zhargy.citations.levels import ALONE
from zhargy.model import Kind, Node

_PREFIXES: Final = {
    "book": Kind.BOOK,
    "part": Kind.PART,
    "sec": Kind.SECTION,
    "subsec": Kind.SUBSECTION,
    "chp": Kind.CHAPTER,
    "subchp": Kind.SUBCHAPTER,
    "art": Kind.ARTICLE,
    "para": Kind.PARAGRAPH,
    "subpara": Kind.SUBPARAGRAPH,
    "point": Kind.ITEM,
    "indent": Kind.INDENT,
    "rec": Kind.RECITAL,
    "att": Kind.ANNEX,
    "note": Kind.NOTE,
    "p": Kind.TEXT,
}
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_KINDS: Final = frozenset({Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.ANNEX, Kind.PART, Kind.BOOK})
_GROUP: Final = re.compile(r"\d+|[^\W\d_]+")
_DIVISIONS: Final = frozenset({Kind.ANNEX, Kind.SECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.SUBSECTION, Kind.ARTICLE})
_LISTED: Final = frozenset({Kind.ITEM, Kind.SUBITEM, Kind.INDENT, Kind.SUBPARAGRAPH})
_OPEN: Final = re.compile(r"[:;,]\s*$|[-–—]\s*$")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One provision: enough of a node to be found by.

    Args:
        kind: What it is.
        eid: Its element id.
        number: Its regular number, empty when it has none.
        text: Words of a leaf; empty where only ids are known.
        children: Provisions inside, in order.
        key: Its number as `key_of` writes it.
    """

    kind: Kind
    eid: str
    number: str = ""
    text: str = ""
    children: tuple[Place, ...] = ()
    key: str = ""

    def walk(self) -> Iterator[Place]:
        """Yield all places below this one, in order."""
        for child in self.children:
            yield child
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Places:
    """All provisions of one act.

    Args:
        roots: The outermost.
        kinds: Kinds that the act has.
        own: Provisions by kind and key of the number.
        annexed: Those inside annexes, likewise.
    """

    roots: tuple[Place, ...]
    kinds: set[Kind] = field(default_factory=set)
    own: dict[tuple[Kind, str], list[Place]] = field(default_factory=lambda: defaultdict(list))
    annexed: dict[tuple[Kind, str], list[Place]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of_nodes(cls, nodes: Iterable[Node]) -> Places:
        """Return the places of a tree."""
        return cls._indexed(tuple(_of_node(node) for node in nodes))

    @classmethod
    def of_eids(cls, eids: Iterable[str]) -> Places:
        """Return the places that element ids alone tell of.

        Source:
            Akoma Ntoso Naming Convention 1.0 (OASIS), section 5: ids are made of ``prefix_number`` joined by ``__``.

        Example:
            >>> [place.eid for place in Places.of_eids({"art_1__para_2", "art_1"}).roots]
            ['art_1']
        """
        below: dict[str, list[str]] = defaultdict(list)
        known = set(eids)
        for eid in sorted(known):
            parent = eid.rpartition("__")[0]
            while parent and parent not in known:
                parent = parent.rpartition("__")[0]
            below[parent].append(eid)
        return cls._indexed(tuple(_of_eid(eid, below) for eid in below[""]))

    def find(self, kinds: Sequence[Kind], number: str) -> list[Place]:
        """Return the divisions of any of `kinds` with this number; those of an annex only where there is no other."""
        for index in (self.own, self.annexed):
            found = [place for kind in kinds for place in index.get((kind, key_of(number, kind)), ())]
            if found:
                return found
        return []

    @classmethod
    def _indexed(cls, roots: tuple[Place, ...]) -> Places:
        places = cls(roots)
        for root in roots:
            places._add(root, places.own)
        return places

    def _add(self, place: Place, index: dict[tuple[Kind, str], list[Place]]) -> None:
        self.kinds.add(place.kind)
        index[place.kind, place.key].append(place)
        if place.kind in _DIVISIONS:
            index[place.kind, ALONE].append(place)
        inner = self.annexed if place.kind is Kind.ANNEX else index
        for child in place.children:
            self._add(child, inner)


def _of_node(node: Node) -> Place:
    children = tuple(_of_node(child) for child in node.children)
    return Place(node.kind, node.eid, node.number, node.text, children, key_of(node.number, node.kind))


def _of_eid(eid: str, below: dict[str, list[str]]) -> Place:
    prefix, _, number = eid.rpartition("__")[2].partition("_")
    children = tuple(_of_eid(child, below) for child in below[eid])
    kind = _PREFIXES.get(prefix, Kind.LIST_ITEM)
    return Place(kind, eid, number, children=children, key=key_of(number, kind))


def key_of(number: str, kind: Kind) -> str:
    """Return a number in the one form in which numbers are compared, Roman numerals of large divisions as digits.

    Example:
        >>> key_of("228.1", Kind.ARTICLE), key_of("д1", Kind.ITEM), key_of("IV", Kind.CHAPTER)
        ('228-1', 'д-1', '4')
    """
    groups = _GROUP.findall(number.casefold())
    if kind in _ROMAN_KINDS and groups and all(letter in _ROMAN for letter in groups[0]):
        groups[0] = str(_value(groups[0]))
    return "-".join(groups)


def _value(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def unnumbered_parts(place: Place) -> list[Place]:
    """Return the parts of an article whose parts bear no numbers, each with its lists, named by its first words.

    A line that follows a colon or a semicolon, or begins with a small letter, goes on the part before it.
    """
    groups: list[list[Place]] = []
    is_open = False
    for child in place.children:
        if child.kind is Kind.TEXT:
            if not groups or not (is_open or child.text[:1].islower()):
                groups.append([])
            groups[-1].append(child)
            is_open = _OPEN.search(child.text) is not None
        elif child.kind in _LISTED and groups:
            groups[-1].append(child)
            is_open = _OPEN.search(_last_text(child)) is not None
    return [
        Place(Kind.PARAGRAPH, group[0].eid, str(at), "", tuple(group), str(at)) for at, group in enumerate(groups, 1)
    ]


def _last_text(place: Place) -> str:
    texts = [below.text for below in place.walk() if below.text and below.kind is Kind.TEXT]
    return texts[-1] if texts else ""


def paragraphs(place: Place) -> list[Place]:
    """Return the unnumbered paragraphs («абзац») of a provision, in order."""
    if place.kind is Kind.TEXT:
        return [place]
    return [child for child in place.children if child.kind in {Kind.TEXT, Kind.INDENT}]
