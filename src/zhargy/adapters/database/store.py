"""The store of a library over Django's ORM."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from itertools import chain
from typing import Concatenate, Final, ParamSpec, TypeVar

from django.db import connections

from zhargy.adapters.database import acts, models, rows, shelves
from zhargy.adapters.database.bulk import insert
from zhargy.adapters.database.connecting import refusals, writing
from zhargy.adapters.database.encoding import decode, decode_repair, encode, pack, unpack
from zhargy.app.naming import number_key
from zhargy.app.values import Edition, Holding, Mention, Statistics
from zhargy.citations import ActHit
from zhargy.model import Document, Kind, Node, Repair
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language

_HEADINGS: Final = (
    Kind.BOOK, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE, Kind.ANNEX,
    Kind.PREAMBLE, Kind.TOPIC,
)  # fmt: skip

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def _refusing(
    method: Callable[Concatenate[DatabaseStore, _Given], _Found],
) -> Callable[Concatenate[DatabaseStore, _Given], _Found]:
    """Let a method answer in refusals of ours where the database refuses."""

    @wraps(method)
    def refusing(store: DatabaseStore, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        with refusals():
            return method(store, *args, **kwargs)

    return refusing


class DatabaseStore:
    """Keeps a library in the database under one alias of Django; implements `zhargy.app.ports.Store`.

    Each thread has its own connection. Made by `zhargy.adapters.database.connect`.

    Args:
        alias: The alias.
    """

    def __init__(self, alias: str) -> None:
        self.alias = alias

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Return a transaction with this process as the only writer.

        Raises:
            TryLater: L106, another process goes on writing.
        """
        with refusals(), writing(connections[self.alias]):
            yield

    @_refusing
    def put(self, edition: Edition, document: Document, *, request: str, undone: Sequence[Repair] = ()) -> Edition:
        """Keep an expression with its tree, in the place of what is kept under its id."""
        work, _ = models.Work.objects.using(self.alias).get_or_create(
            uri=str(edition.id.work),
            defaults={
                "date": edition.id.work.date,
                "number": number_key(document.metadata.number if document.metadata else "")
                or number_key(edition.id.work.number),
                "title": "",
                "language": edition.id.language,
                "search": "",
                "sort": b"",
            },
        )
        values = {**rows.expression_values(edition), "work": work, "request": request}
        row, _ = models.Expression.objects.using(self.alias).update_or_create(uri=values.pop("uri"), defaults=values)
        self._put_inner(row.pk, document, undone)
        acts.keep_names(work, title=edition.title, language=edition.id.language, alias=self.alias)
        holding = self.holding(edition.id.work)
        assert holding is not None, "it was put a line above"
        shelves.retitle(work, holding.editions, alias=self.alias)
        return next(kept for kept in holding.editions if kept.id == edition.id)

    def _put_inner(self, expression: int, document: Document, undone: Sequence[Repair]) -> None:
        models.Content.objects.using(self.alias).update_or_create(
            expression_id=expression,
            defaults={"text": pack(document.text.encode("utf-8", "surrogatepass")), "rest": encode(document)},
        )
        for table in (models.Provision, models.Reference, models.Repair, models.Diagnostic):
            table.objects.using(self.alias).filter(expression_id=expression).delete()
        repairs = chain(
            rows.repair_rows(document.repairs, expression, is_undone=False),
            rows.repair_rows(undone, expression, is_undone=True),
        )
        references = rows.reference_rows(document.references, expression, document.language)
        insert(self.alias, models.Provision, rows.PROVISION_ROW, rows.provision_rows(document, expression))
        insert(self.alias, models.Reference, rows.REFERENCE_ROW, references)
        insert(self.alias, models.Repair, rows.REPAIR_ROW, repairs)
        insert(self.alias, models.Diagnostic, rows.DIAGNOSTIC_ROW, rows.diagnostic_rows(document, expression))

    @_refusing
    def relink(self, mentions: Sequence[Mention]) -> None:
        """Keep what became of references that are kept already; what they cite and where stays."""
        acts.relink(self.alias, mentions)

    @_refusing
    def requested(self, request: str) -> Edition | None:
        """Return the expression that a call of this key has added before."""
        uri = models.Expression.objects.using(self.alias).filter(request=request).values_list("uri", flat=True).first()
        return self.edition(ExpressionId.parse(uri)) if uri is not None else None

    @_refusing
    def mark(self) -> int:
        """Return a number that changes when an expression is added."""
        newest = models.Expression.objects.using(self.alias).order_by("-pk").values_list("pk", flat=True).first()
        return newest or 0

    @_refusing
    def edition(self, expression: ExpressionId) -> Edition | None:
        """Return what is kept under an id, without its text."""
        holding = self.holding(expression.work)
        return next((kept for kept in holding.editions if kept.id == expression), None) if holding else None

    @_refusing
    def request(self, expression: ExpressionId) -> str:
        """Return the key of the call that added an expression; empty when it is not kept."""
        found = models.Expression.objects.using(self.alias).filter(uri=str(expression))
        return found.values_list("request", flat=True).first() or ""

    @_refusing
    def undone(self, expression: ExpressionId) -> tuple[Repair, ...]:
        """Return the repairs that a person has undone in an expression, in order of the source."""
        found = models.Repair.objects.using(self.alias).filter(expression__uri=str(expression), is_undone=True)
        repairs = (decode_repair(values) for values in found.values_list("values", flat=True))
        return tuple(sorted(repairs, key=lambda repair: (repair.source, repair.id)))

    @_refusing
    def document(self, expression: ExpressionId) -> Document | None:
        """Return the whole document as it was put, references as last linked."""
        content = models.Content.objects.using(self.alias).filter(expression__uri=str(expression)).first()
        if content is None:
            return None
        found = models.Reference.objects.using(self.alias).filter(expression_id=content.pk).order_by("place")
        references = rows.references_of(found.values_list(*rows.REFERENCE_COLUMNS))
        return replace(decode(content.rest), references=references)

    @_refusing
    def text(self, expression: ExpressionId) -> str:
        """Return the regular text of an expression; empty when it is not kept."""
        found = models.Content.objects.using(self.alias).filter(expression__uri=str(expression))
        packed = found.values_list("text", flat=True).first()
        return unpack(packed).decode("utf-8", "surrogatepass") if packed is not None else ""

    @_refusing
    def node(self, expression: ExpressionId, eid: str) -> Node | None:
        """Return one element with all below it."""
        kept = models.Provision.objects.using(self.alias).filter(expression__uri=str(expression))
        top = kept.filter(eid=eid).order_by("place").values_list("place", "last").first()
        if top is None:
            return None
        inside = kept.filter(place__range=top).order_by("place")
        return rows.nodes_of(inside.values_list(*rows.NODE_COLUMNS))[0]

    @_refusing
    def headings(self, expression: ExpressionId) -> tuple[Node, ...]:
        """Return the tree down to the articles, with numbers and headings but no running text."""
        kept = models.Provision.objects.using(self.alias).filter(expression__uri=str(expression), kind__in=_HEADINGS)
        return rows.nodes_of(kept.order_by("place").values_list(*rows.NODE_COLUMNS))

    @_refusing
    def citing(self, work: WorkId) -> Iterator[Sequence[Mention]]:
        """Return the references that name this work, whatever became of them, a few hundred at a time."""
        return acts.citing(self.alias, work)

    @_refusing
    def holding(self, work: WorkId) -> Holding | None:
        """Return a work with its editions."""
        found = shelves.holdings_of(self.alias, models.Work.objects.using(self.alias).filter(uri=str(work)))
        return found[0] if found else None

    @_refusing
    def holdings(self, *, query: str, offset: int, limit: int) -> tuple[tuple[Holding, ...], int]:
        """Return the works whose titles hold all words of `query`, by title, and how many there are in all."""
        return shelves.search(self.alias, query=query, offset=offset, limit=limit)

    @_refusing
    def holds_original(self, sha256: str) -> bool:
        """Whether an expression is kept whose original has this hash."""
        return models.Expression.objects.using(self.alias).filter(sha256=sha256).exists()

    @_refusing
    def statistics(self) -> Statistics:
        """Return how much is kept."""
        return shelves.statistics(self.alias)

    @_refusing
    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
        """Return the acts that fit everything told."""
        return acts.find_acts(self.alias, name=name, number=number, date=date, language=language)

    @_refusing
    def eids(self, work: str, language: Language) -> frozenset[str]:
        """Return the element ids of an act, in the language or else in any; empty when none is known."""
        return acts.act_eids(self.alias, work, language)

    def close(self) -> None:
        """Let go of this thread's connection."""
        connections[self.alias].close()
