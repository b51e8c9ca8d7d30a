"""Works as they are listed and searched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, Q, QuerySet, Sum

from zhargy.adapters.database import models
from zhargy.adapters.database.rows import editions_of
from zhargy.app.naming import fold, order_key, query_words, search_words
from zhargy.app.values import Edition, Holding, Statistics
from zhargy.model import Outcome
from zhargy.model.frbr import WorkId
from zhargy.text import Language


def search(alias: str, *, query: str, offset: int, limit: int) -> tuple[tuple[Holding, ...], int]:
    """Return works by title whose titles or number hold all words of `query`, and how many there are in all."""
    works = models.Work.objects.using(alias)
    for choices in query_words(query):
        works = works.filter(_any_of(choices))
    ordered = works.order_by("sort", "uri")
    return holdings_of(alias, ordered[offset : offset + limit]), ordered.count()


def _any_of(choices: Iterable[str]) -> Q:
    found = Q()
    for choice in choices:
        found |= Q(search__contains=f" {choice}")
    return found


def holdings_of(alias: str, works: QuerySet[models.Work]) -> tuple[Holding, ...]:
    """Return works with their editions, in the order given; three questions to the database however many they are."""
    kept = list(works)
    rows = defaultdict(list)
    for row in models.Expression.objects.using(alias).filter(work_id__in=[work.pk for work in kept]):
        rows[row.work_id].append(row)
    undone = undone_ids(alias, [row.pk for of_work in rows.values() for row in of_work])
    return tuple(
        Holding(
            id=WorkId.parse(work.uri),
            title=work.title,
            language=Language(work.language),
            editions=editions_of(rows[work.pk], undone),
        )
        for work in kept
    )


def undone_ids(alias: str, expressions: list[int]) -> dict[int, frozenset[str]]:
    """Return the ids of the repairs undone in each of some expressions."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = models.Repair.objects.using(alias).filter(expression_id__in=expressions, is_undone=True)
    for expression, repair in rows.values_list("expression_id", "repair"):
        found[expression].add(repair)
    return {expression: frozenset(ids) for expression, ids in found.items()}


def retitle(work: models.Work, editions: Iterable[Edition], *, alias: str) -> None:
    """Give a work the title of its first language's newest wording, and the words of all its titles."""
    by_language = list(editions)
    first = by_language[0].id.language
    shown = [edition for edition in by_language if edition.id.language is first][-1]
    words = {word for edition in by_language for word in search_words(edition.title, edition.id.language)}
    words |= set(fold(f"{work.number} {work.uri.replace('/', ' ')}").split())
    work.title = shown.title
    work.language = first
    work.sort = order_key(shown.title)
    work.search = "".join(f" {word}" for word in sorted(words))
    work.save(using=alias)


def statistics(alias: str) -> Statistics:
    """Return how much is kept."""
    expressions = models.Expression.objects.using(alias)
    sums = expressions.aggregate(
        provisions=Sum("provisions", default=0),
        repairs=Sum("repairs", default=0),
        diagnostics=Sum("diagnostics", default=0),
    )
    originals = dict(expressions.values_list("sha256", "size"))
    outcomes = _counted(models.Reference.objects.using(alias).values_list("outcome").annotate(Count("pk")))
    languages = _counted(expressions.values_list("language").annotate(Count("pk")))
    return Statistics(
        works=models.Work.objects.using(alias).count(),
        editions=expressions.count(),
        references={outcome: outcomes.get(outcome, 0) for outcome in Outcome},
        originals=len(originals),
        bytes=sum(originals.values()),
        by_language={language: languages.get(language, 0) for language in Language},
        **sums,
    )


def _counted(rows: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    return dict(rows)
