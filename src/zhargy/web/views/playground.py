"""The playground: facts in the address, what comes of them on the page; one pack, or two laws side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zhargy.app import norms
from zhargy.app.qualifying import DEFAULT_LAWS, JOIN
from zhargy.app.trying import Names, Trial, try_facts, vocabulary_of
from zhargy.norms.facts import FactsRefused
from zhargy.web.presentation.norms.bodies import trial_body
from zhargy.web.presentation.norms.pages import Page
from zhargy.web.presentation.norms.typed import has_empty, read_query
from zhargy.web.presentation.problems import page_language
from zhargy.web.provisions import Provisions
from zhargy.web.views.answers import json_answer, wants_json
from zhargy.web.views.parameters import told_day

_LAWS: tuple[Names, ...] = tuple(tuple(name.split(JOIN)) for name in DEFAULT_LAWS)


@require_safe
def try_pack(request: HttpRequest, *, name: str) -> HttpResponse:
    """Show the facts of a pack and what comes of them."""
    found = norms.pack(name)
    if has_empty(request.GET):
        return _shorter(request)
    trial = _trial(request, laws=((name,),))
    if wants_json(request):
        return json_answer(trial_body(_usable(trial), found))
    return _page(request, trial, title=found.title[page_language()], extra={"pack": name})


@require_safe
def qualify(request: HttpRequest) -> HttpResponse:
    """Show the same facts under the law in force, and under it with the proposed chapter."""
    if has_empty(request.GET):
        return _shorter(request)
    trial = _trial(request, laws=_LAWS)
    if wants_json(request):
        return json_answer(_usable(trial).qualified.plain())
    return _page(request, trial, title=_("A deed under two laws"), extra={"page": "qualify"})


def _trial(request: HttpRequest, *, laws: Sequence[Names]) -> Trial:
    raw = read_query(request.GET, vocabulary_of(laws))
    return try_facts(
        raw,
        laws=laws,
        today=timezone.localdate(),
        as_of=_day(request),
        at_once=2 if request.GET.get("pairs") else 1,
    )


def _day(request: HttpRequest) -> date | None:
    return told_day(request.GET.get("as_of", ""))


def _usable(trial: Trial) -> Trial:
    """Return a trial whose facts can all be used.

    Raises:
        FactsRefused: one cannot.
    """
    if trial.problems:
        raise FactsRefused(trial.problems)
    return trial


def _shorter(request: HttpRequest) -> HttpResponse:
    """Lead to the address without the fields that tell nothing."""
    query = request.GET.copy()
    for name in list(query):
        query.setlist(name, [value for value in query.getlist(name) if value.strip()])
    return redirect(f"{request.path}?{query.urlencode()}" if query.urlencode() else request.path)


def _page(request: HttpRequest, trial: Trial, *, title: str, extra: Mapping[str, Any]) -> HttpResponse:
    language = page_language()
    day = trial.laws[0].qualification.as_of
    made = Page(
        trial=trial,
        language=language,
        path=request.path,
        raw=read_query(request.GET, trial.vocabulary),
        as_of=_day(request),
        opened=request.GET.get("open", ""),
        why=request.GET.get("why", ""),
        address=Provisions(day=day, language=language).address,
    )
    return render(request, "zhargy/playground.html", {"title": title, "play": made.view(), **extra})
