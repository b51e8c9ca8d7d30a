"""The library: its works, and one work with its editions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhargy.app import holdings
from zhargy.text import Language
from zhargy.web import gateway
from zhargy.web.presentation.addresses import expression_address
from zhargy.web.presentation.bodies import work_body, works_body
from zhargy.web.presentation.works import work_line, work_lines
from zhargy.web.views.answers import json_answer, wants_json
from zhargy.web.views.parameters import asked_day, asked_number

_PAGE = 50


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List works by title, those whose title holds the words asked for."""
    query = request.GET.get("q", "").replace("\0", "").strip()
    offset = asked_number(request, "from")
    works, found = holdings.works(gateway.bench(), query=query, offset=offset, limit=_PAGE)
    if wants_json(request):
        return json_answer(works_body(works, found=found, offset=offset))
    context = {
        "page": "library",
        "query": query,
        "found": found,
        "works": work_lines(works),
        "previous": _leaf(request, max(offset - _PAGE, 0)) if offset else "",
        "following": _leaf(request, offset + _PAGE) if offset + _PAGE < found else "",
    }
    return render(request, "zhargy/library.html", context)


@require_safe
def work(request: HttpRequest, *, work: str) -> HttpResponse:
    """Show the editions of a work; with ``as_of`` lead to the one that stood on that day."""
    identifier = gateway.work_id(work)
    today = timezone.localdate()
    if "as_of" in request.GET:
        day = asked_day(request, "as_of", default=today)
        language = Language.from_tag(request.GET.get("language"))
        edition = holdings.edition_on(gateway.bench(), identifier, day=day, language=language)
        return redirect(expression_address(edition.id))
    holding = holdings.work(gateway.bench(), identifier)
    if wants_json(request):
        return json_answer(work_body(holding))
    return render(request, "zhargy/work.html", {"work": work_line(holding), "as_of": today.isoformat()})


def _leaf(request: HttpRequest, offset: int) -> str:
    parameters = request.GET.copy()
    parameters["from"] = str(offset)
    return f"?{parameters.urlencode()}"
