"""The reader: a page of an act as structured law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

import zhargy
from zhargy.app.holdings import Edition
from zhargy.model import Diagnostic, Document, Node, Reference, Repair, Severity
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.parsing import WRITERS
from zhargy.web.presentation.addresses import (
    export_address,
    expression_address,
    preview_address,
    provision_address,
    repairs_address,
    work_address,
)
from zhargy.web.presentation.contents import contents, contents_html
from zhargy.web.presentation.findings import FindingView, Notice, OutcomeLine, problem_of
from zhargy.web.presentation.markup import Addresses, render_headings, render_nodes
from zhargy.web.presentation.paging import Paging, shortened
from zhargy.web.presentation.problems import Problem
from zhargy.web.presentation.repairs import RepairGroup, RepairLine, RepairView
from zhargy.web.presentation.words import day, period

_NOTICES: Final = 30
#: Characters of a provision that a preview shows.
_PREVIEW: Final = 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address with its words."""

    address: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage:
    """What the template of the reader shows; words are in the language of the page, the law in its own."""

    title: str
    language: str
    identifier: str
    address: str
    work_address: str
    period: str
    contents: SafeString
    law: SafeString
    above: tuple[Link, ...]
    previous: Link | None
    following: Link | None
    whole: Link | None
    sheet: tuple[int, int]
    exports: tuple[Link, ...]
    outcomes: tuple[OutcomeLine, ...]
    problems: tuple[Problem, ...]
    repair_count: int
    repairs: tuple[RepairGroup, ...]
    undone: tuple[RepairLine, ...]
    repairs_address: str
    state: str
    notice_count: int
    notices: tuple[Notice, ...]
    certificate: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An edition opened for reading on a day.

    Args:
        edition: What the library says of it.
        document: Its text.
        paging: The division of the document into pages.
        undone: Repairs that were undone in it.
        state: What forms carry of the edition.
        today: Day of reading; references to other acts lead to what was in force then, or on the edition's last day.
    """

    edition: Edition
    document: Document
    paging: Paging
    undone: tuple[Repair, ...]
    state: str
    today: date

    def page(self, index: int) -> ReaderPage:
        """Return one page of the act; an index past the end gives the last page."""
        index = min(max(index, 0), len(self.paging.sheets) - 1)
        sheet = self.paging.sheets[index]
        previous = self._sheet_link(index - 1) if index else None
        following = self._sheet_link(index + 1) if index + 1 < len(self.paging.sheets) else None
        return self._page(sheet.nodes, above=sheet.above, around=(previous, following), index=index, alone=False)

    def provision(self, node: Node) -> ReaderPage:
        """Return one provision by itself, with the way to its neighbours and to the whole act."""
        above = self.paging.above(node.eid)
        sisters = above[-1].children if above else self.document.children
        at = next(index for index, sister in enumerate(sisters) if sister.eid == node.eid)
        previous = self._provision_link(sisters[at - 1]) if at else None
        following = self._provision_link(sisters[at + 1]) if at + 1 < len(sisters) else None
        index = self.paging.sheet_of[node.eid]
        return self._page((node,), above=above, around=(previous, following), index=index, alone=True)

    def preview(self, nodes: Sequence[Node]) -> SafeString:
        """Return provisions by themselves, for a preview."""
        addresses = self._addresses(frozenset())
        shown = [shortened(node, length=_PREVIEW) for node in nodes]
        cut = "" if shown == list(nodes) else "<p>…</p>"
        law = render_nodes(self.document, shown, addresses=addresses, level=3)
        return mark_safe(law + cut)  # noqa: S308 - escaped there

    def _page(
        self,
        nodes: tuple[Node, ...],
        *,
        above: tuple[Node, ...],
        around: tuple[Link | None, Link | None],
        index: int,
        alone: bool,
    ) -> ReaderPage:
        here = frozenset(inner.eid for node in nodes for inner in node.walk())
        repairs = [repair for repair in self.document.repairs if repair.eid in here or not repair.eid]
        notices = [found for found in self.document.diagnostics if found.eid in here or not found.eid]
        spans = [node.span for node in nodes]
        references = [item for item in self.document.references if any(span.covers(item.span) for span in spans)]
        view = self.repair_view
        expression = self.edition.id
        findings = FindingView(
            expression=expression, document=self.document, paging=self.paging, address_of=self.address_of
        )
        return ReaderPage(
            title=self.document.title or self.edition.title or str(expression),
            language=self.document.language.value,
            identifier=str(expression) + (f"/~{nodes[0].eid}" if alone else ""),
            address=expression_address(expression),
            work_address=work_address(expression.work),
            period=period(self.edition),
            contents=self._contents(here, index),
            law=self._law(nodes, above, here, alone=alone),
            above=tuple(self._provision_link(node) for node in above) if alone else (),
            previous=around[0],
            following=around[1],
            whole=Link(address=self.address_of(nodes[0].eid), label=_("In the whole act")) if alone else None,
            sheet=(index + 1, len(self.paging.sheets)),
            exports=_exports(expression),
            outcomes=findings.outcomes(references),
            problems=tuple(
                problem_of(found) for found in self.document.diagnostics if found.severity is Severity.ERROR
            ),
            repair_count=len(self.document.repairs),
            repairs=view.groups(repairs),
            undone=tuple(view.line(repair, undone=True) for repair in self.undone),
            repairs_address=repairs_address(expression),
            state=self.state,
            notice_count=len(self.document.diagnostics),
            notices=tuple(findings.notice(found) for found in notices[:_NOTICES]),
            certificate=_certificate(self.edition),
        )

    @property
    def _errors(self) -> tuple[Diagnostic, ...]:
        return tuple(found for found in self.document.diagnostics if found.severity is Severity.ERROR)

    @property
    def repair_view(self) -> RepairView:
        """Makes lines of this document's repairs."""
        return RepairView(expression=self.edition.id, source=self.document.mapped.source, paging=self.paging)

    def address_of(self, eid: str) -> str:
        """Return where an element stands in the run of the act."""
        return expression_address(self.edition.id, page=self.paging.sheet_of.get(eid, 0), eid=eid)

    def _contents(self, here: frozenset[str], index: int) -> SafeString:
        def address(eid: str) -> str:
            return f"#{eid}" if eid in here else self.address_of(eid)

        current = here if len(self.paging.sheets) > 1 else frozenset()
        first = next((entry.eid for entry in self.paging.sheets[index].nodes), "")
        marked = current & {first} or current
        html = contents_html(contents(self.document.children), address=address, current=marked)
        return mark_safe(html)  # noqa: S308 - escaped there

    def _law(
        self, nodes: tuple[Node, ...], above: tuple[Node, ...], here: frozenset[str], *, alone: bool
    ) -> SafeString:
        addresses = self._addresses(here)
        headings = "" if alone else render_headings(self.document, above, addresses=addresses)
        level = 2 if alone else 2 + len(above)
        law = render_nodes(self.document, nodes, addresses=addresses, level=level)
        return mark_safe(headings + law)  # noqa: S308 - escaped there

    def _addresses(self, here: frozenset[str]) -> Addresses:
        expression = self.edition.id

        def reference(found: Reference) -> str:
            if not found.work:
                eid = found.eids[0]
                return f"#{eid}" if eid in here else self.address_of(eid)
            work = WorkId.parse(found.work)
            if not found.eids:
                return work_address(work)
            return provision_address(work, found.eids[:1], as_of=self._as_of)

        def preview(found: Reference) -> str:
            if not found.work:
                return preview_address(expression, found.eids)
            return preview_address(WorkId.parse(found.work), found.eids, as_of=self._as_of)

        return Addresses(
            permalink=lambda eid: provision_address(expression, [eid]),
            permalink_label=lambda number: _("Permanent address of %(number)s") % {"number": number},
            reference=reference,
            preview=preview,
        )

    @property
    def _as_of(self) -> str:
        """The day other acts are read at: empty for today, the last day in force of an edition that has ended."""
        end = self.edition.end
        return (end - timedelta(days=1)).isoformat() if end and end <= self.today else ""

    def _sheet_link(self, index: int) -> Link:
        label = self.paging.sheets[index].label or _("Page %(page)s") % {"page": index + 1}
        return Link(address=expression_address(self.edition.id, page=index), label=label)

    def _provision_link(self, node: Node) -> Link:
        label = f"{node.num} {node.heading}".strip() or node.span.of(self.document.text)[:60]
        return Link(address=provision_address(self.edition.id, [node.eid]), label=label)


def _exports(expression: ExpressionId) -> tuple[Link, ...]:
    return tuple(
        Link(address=export_address(expression, name), label=_("Text") if name == "text" else writer.title)
        for name, writer in WRITERS.items()
    )


def _certificate(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return what anyone needs to check this page: names and values."""
    rows = (
        (_("Source"), edition.provenance.source),
        (_("Licence"), edition.provenance.licence),
        (_("File"), edition.name),
        (_("SHA-256 of the file"), edition.sha256),
        (_("In the library since"), day(edition.added.date())),
        (_("Program"), f"Zhargy {zhargy.__version__} ({edition.reader})"),
    )
    return tuple((name, value) for name, value in rows if value)
