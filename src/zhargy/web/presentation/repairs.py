"""The panel of repairs: what was mended, where, what stood there, and how to undo it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from django.utils.translation import gettext as _

from zhargy.messages import repair_name
from zhargy.model import Repair
from zhargy.model.frbr import ExpressionId
from zhargy.text import Source
from zhargy.web.presentation.addresses import expression_address, repairs_address, source_address
from zhargy.web.presentation.paging import Paging
from zhargy.web.presentation.problems import page_language
from zhargy.web.presentation.words import place, position, visible

#: Repairs a group of the panel shows; the others are on the page of all repairs.
_SHOWN: Final = 12
_AROUND: Final = 36
#: Characters up to which the words before and after are compared letter by letter.
_COMPARED: Final = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the words of a repair, and whether it is what the repair changed."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairLine:
    """One repair.

    Args:
        id: Name by which it is undone.
        before: Words of the source, marks in the place of what cannot be seen, in pieces.
        after: Words of the document, likewise.
        place: Legal place, empty when it lies in no numbered provision.
        address: Where that place is shown.
        position: Place in the source file.
        source_address: Where the source is shown.
        line: The source line before, at and after the repair.
        eid: Element id of the legal place.
        label: What the button does, for those who do not see what stands beside it.
    """

    id: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    place: str
    address: str
    position: str
    source_address: str
    line: tuple[str, str, str]
    eid: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairGroup:
    """Repairs of one kind.

    Args:
        code: Code of the kind.
        name: Its name.
        count: How many there are.
        open: Whether they are shown at once.
        lines: Those listed here.
        more: Address of all of them, empty when all are listed.
    """

    code: str
    name: str
    count: int
    open: bool
    lines: tuple[RepairLine, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairView:
    """Makes lines of repairs for one document.

    Args:
        expression: The edition.
        source: Its untouched source.
        paging: What lies where in the document.
    """

    expression: ExpressionId
    source: Source
    paging: Paging

    def groups(self, repairs: Iterable[Repair], *, shown: int = _SHOWN) -> tuple[RepairGroup, ...]:
        """Return repairs by kind; those that change words come first and open."""
        by_code: dict[str, list[Repair]] = defaultdict(list)
        for repair in repairs:
            by_code[repair.code].append(repair)
        groups = [self._group(code, found, shown) for code, found in by_code.items()]
        return tuple(sorted(groups, key=lambda group: (not group.open, group.code)))

    def line(self, repair: Repair, *, undone: bool = False) -> RepairLine:
        """Return one repair; one that is undone is offered to be made again."""
        before, after = visible(repair.before), visible(repair.after)
        struck, written = difference(before, after)
        said = _("Mend again: %(before)s → %(after)s") if undone else _("Undo: %(before)s → %(after)s")
        return RepairLine(
            id=repair.id,
            before=struck,
            after=written,
            place=place(repair.eid, nodes=self.paging.nodes, parents=self.paging.parents),
            address=self._address(repair.eid),
            position=position(repair.position),
            source_address=source_address(self.expression, repair.source),
            line=_line(self.source.text, repair),
            eid=repair.eid,
            label=said % {"before": before, "after": after},
        )

    def _group(self, code: str, repairs: Sequence[Repair], shown: int) -> RepairGroup:
        more = f"{repairs_address(self.expression)}?kind={code}" if len(repairs) > shown else ""
        return RepairGroup(
            code=code,
            name=repair_name(code, page_language()),
            count=len(repairs),
            open=any(repair.before.strip() and repair.after.strip() for repair in repairs),
            lines=tuple(self.line(repair) for repair in repairs[:shown]),
            more=more,
        )

    def _address(self, eid: str) -> str:
        if eid not in self.paging.sheet_of:
            return expression_address(self.expression)
        return expression_address(self.expression, page=self.paging.sheet_of[eid], eid=eid)


def difference(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the words before and after in pieces, so that a letter of another alphabet can be seen among its likes.

    Example:
        >>> [piece.text for piece in difference("есептiк", "есептік")[0] if piece.changed]
        ['i']
    """
    if max(len(before), len(after)) > _COMPARED:
        return (Piece(before, changed=False),), (Piece(after, changed=False),)
    struck, written = [], []
    for tag, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        struck.append(Piece(before[start:end], tag != "equal"))
        written.append(Piece(after[other_start:other_end], tag != "equal"))
    return tuple(piece for piece in struck if piece.text), tuple(piece for piece in written if piece.text)


def _line(text: str, repair: Repair) -> tuple[str, str, str]:
    """Return what stands in the source just before, at and just after a repair, on the same lines."""
    start, end = repair.source.start, repair.source.end
    before = text[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return before, visible(text[start:end]), after
