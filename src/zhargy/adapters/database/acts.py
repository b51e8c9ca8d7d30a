"""Which acts answer to a citation, and which texts name an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.db.models import Q

from zhargy.adapters.database import models
from zhargy.adapters.database.bulk import update
from zhargy.adapters.database.rows import OUTCOME_COLUMNS, REFERENCE_COLUMNS, outcome_row, reference_of
from zhargy.app.naming import name_key, number_key, title_keys
from zhargy.app.values import Mention
from zhargy.citations import ActHit
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language

_KEY_LENGTH: Final = 500
_BATCH: Final = 400


def find_acts(alias: str, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
    """Return the works that fit everything told; none when nothing but a date is told."""
    if not name and not number:
        return ()
    works = models.Work.objects.using(alias)
    if number:
        works = works.filter(number=number_key(number))
    else:
        works = works.filter(names__language=language, names__key=name_key(name, language)[:_KEY_LENGTH])
    if date:
        works = (
            works.filter(date__startswith=date[:4]) if len(date) < 10 else works.filter(Q(date=date) | Q(date=date[:4]))
        )
    return tuple(ActHit(work=uri) for uri in works.order_by("uri").distinct().values_list("uri", flat=True))


def act_eids(alias: str, work: str, language: Language) -> frozenset[str]:
    """Return the element ids of the newest wording in a language, or else in the first language there is."""
    expressions = models.Expression.objects.using(alias).filter(work__uri=work)
    newest = sorted(
        expressions.values_list("language", "start", "pk"),
        key=lambda row: (row[0] == language, -list(Language).index(Language(row[0])), str(row[1] or "")),
    )
    if not newest:
        return frozenset()
    provisions = models.Provision.objects.using(alias).filter(expression_id=newest[-1][2])
    return frozenset(provisions.values_list("eid", flat=True))


def citing(alias: str, work: WorkId) -> Iterator[tuple[Mention, ...]]:
    """Yield the references that name a work by its number or one of its names, or that found it, a batch at a time."""
    rows = models.Reference.objects.using(alias)
    found: set[int] = set()
    for condition in _naming(alias, work):
        found.update(rows.filter(condition).values_list("pk", flat=True))
    keys = sorted(found)
    for first in range(0, len(keys), _BATCH):
        batch = rows.filter(pk__in=keys[first : first + _BATCH]).order_by("pk")
        yield tuple(
            Mention(expression=ExpressionId.parse(uri), place=place, reference=reference_of(columns))
            for uri, place, *columns in batch.values_list("expression__uri", "place", *REFERENCE_COLUMNS)
        )


def _naming(alias: str, work: WorkId) -> Iterator[Q]:
    """Yield conditions of which a reference that names a work meets one; each has its index, all joined have none."""
    yield Q(work=str(work))
    kept = models.Work.objects.using(alias).filter(uri=str(work)).first()
    if kept is None:
        return
    if kept.number:
        yield Q(act_number=kept.number)
    for language, key in kept.names.using(alias).values_list("language", "key"):
        yield Q(act_name=key, act_number="", expression__language=language)


def relink(alias: str, mentions: Sequence[Mention]) -> None:
    """Keep what became of references that are kept already."""
    uris = {str(mention.expression) for mention in mentions}
    keys = dict(models.Expression.objects.using(alias).filter(uri__in=uris).values_list("uri", "pk"))
    values = ((*outcome_row(mention.reference), keys[str(mention.expression)], mention.place) for mention in mentions)
    update(alias, models.Reference, OUTCOME_COLUMNS, keys=("expression", "place"), rows=values)


def keep_names(work: models.Work, *, title: str, language: Language, alias: str) -> None:
    """Keep the names under which a title is cited."""
    models.Name.objects.using(alias).bulk_create(
        (models.Name(work=work, language=language, key=key[:_KEY_LENGTH]) for key in title_keys(title, language)),
        ignore_conflicts=True,
    )
