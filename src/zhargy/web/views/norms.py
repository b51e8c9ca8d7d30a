"""Packs of norms: all of them, one of them, one of its examples."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhargy.app import norms
from zhargy.errors import NotFound
from zhargy.messages.law import LawWords
from zhargy.norms.packs import law_day
from zhargy.web.presentation.norms.addresses import day_told, facts_query
from zhargy.web.presentation.norms.bodies import pack_body, packs_body
from zhargy.web.presentation.norms.packs import case_of, pack_line, pack_view
from zhargy.web.presentation.problems import page_language
from zhargy.web.provisions import Provisions
from zhargy.web.views.answers import json_answer, wants_json


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the packs."""
    packs = tuple(norms.packs())
    if wants_json(request):
        return json_answer(packs_body(packs))
    lines = [pack_line(each, page_language()) for each in packs]
    return render(request, "zhargy/norms.html", {"page": "norms", "packs": lines})


@require_safe
def pack(request: HttpRequest, *, name: str) -> HttpResponse:
    """Show the norms of a pack in words, each with its text and its examples."""
    found = norms.pack(name)
    language = page_language()
    provisions = Provisions(day=timezone.localdate(), language=language)
    words = LawWords(language=language, packs=(found,), vocabulary=found.vocabulary)
    if wants_json(request):
        return json_answer(pack_body(found, words, library=lambda norm: provisions.in_library(found, norm)))
    view = pack_view(found, words, library=lambda norm: provisions.in_library(found, norm))
    return render(request, "zhargy/pack.html", {"page": "norms", "pack": view})


@require_safe
def case(request: HttpRequest, *, name: str, case: str) -> HttpResponse:
    """Lead to the facts of an example in the playground.

    Facts that qualification finds are left out: nobody may give them.
    """
    del request
    found = norms.pack(name)
    told = case_of(found, case)
    if told is None:
        raise NotFound("W104", address=reverse("pack-case", args=[name, case]))
    facts = {each: value for each, value in told.facts.items() if not found.vocabulary.facts[each].supplied}
    as_of = None if law_day(found, facts) == told.day else told.day
    return redirect(reverse("try", args=[name]) + facts_query(facts, as_of=day_told(as_of)) + "#result")
