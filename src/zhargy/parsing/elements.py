"""Element ids of the tree.

Source:
    Akoma Ntoso Naming Convention 1.0 (OASIS), section 5: ``prefix_number`` joined by ``__``. Articles run through the
    whole act and recitals through the preamble, so their ids name no parent; inside an annex every id begins with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from zhargy.model import Kind
from zhargy.parsing.blocks import Draft

PREFIX: Final = {
    Kind.BOOK: "book",
    Kind.PART: "part",
    Kind.SECTION: "sec",
    Kind.SUBSECTION: "subsec",
    Kind.CHAPTER: "chp",
    Kind.SUBCHAPTER: "subchp",
    Kind.ARTICLE: "art",
    Kind.PARAGRAPH: "para",
    Kind.SUBPARAGRAPH: "subpara",
    Kind.ITEM: "point",
    Kind.SUBITEM: "point",
    Kind.INDENT: "indent",
    Kind.TITLE: "title",
    Kind.PREAMBLE: "preamble",
    Kind.RECITAL: "rec",
    Kind.ANNEX: "att",
    Kind.SIGNATURE: "signature",
    Kind.TOPIC: "hcontainer",
    Kind.LIST_ITEM: "item",
    Kind.TEXT: "p",
    Kind.NOTE: "note",
    Kind.AMENDMENT_NOTE: "remark",
    Kind.TABLE: "table",
}
_GLOBAL: Final = frozenset({Kind.ARTICLE, Kind.RECITAL, Kind.ANNEX})
_UNSAFE: Final = re.compile(r"(?:[^\w-]|_)+")


def assign_eids(roots: Sequence[Draft]) -> None:
    """Give every draft an id, unique in the document; the same tree always gets the same ids.

    Ids that a file brings with it are kept.
    """
    taken: set[str] = set()
    _assign(roots, parent="", annex="", taken=taken)


def _assign(drafts: Sequence[Draft], *, parent: str, annex: str, taken: set[str]) -> None:
    """Name sisters: numbered ones by their number, the others by their place among those of their kind."""
    numbered = {(PREFIX[draft.kind], _label(draft)) for draft in drafts if draft.number}
    counts: Counter[str] = Counter()
    for draft in drafts:
        prefix = PREFIX[draft.kind]
        label = _label(draft)
        while not label or (not draft.number and (prefix, label) in numbered):
            counts[prefix] += 1
            label = str(counts[prefix])
        above = annex if draft.kind in _GLOBAL else parent
        name = prefix if draft.kind is Kind.PREAMBLE else f"{prefix}_{label}"
        draft.eid = _unique(draft.eid or (f"{above}__{name}" if above else name), taken)
        inner = draft.eid if draft.kind is Kind.ANNEX else annex
        if draft.children:
            _assign(draft.children, parent=draft.eid, annex=inner, taken=taken)


def _label(draft: Draft) -> str:
    return _UNSAFE.sub("-", draft.number).strip("-") if draft.number else ""


def _unique(eid: str, taken: set[str]) -> str:
    candidate, count = eid, 1
    while candidate in taken:
        count += 1
        candidate = f"{eid}-dup{count}"
    taken.add(candidate)
    return candidate
