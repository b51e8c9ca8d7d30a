"""All repairs of an edition; undoing one and making it again."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhargy.app import holdings, mending
from zhargy.errors import UsageError
from zhargy.messages import repair_name
from zhargy.model.frbr import ExpressionId
from zhargy.web import gateway
from zhargy.web.presentation.addresses import expression_address, repairs_address
from zhargy.web.presentation.bodies import repairs_body
from zhargy.web.presentation.problems import page_language
from zhargy.web.views.answers import json_answer, wants_json
from zhargy.web.views.parameters import asked_number

_PAGE = 100
_ACTS = {"undo": mending.undo, "redo": mending.redo}


@require_http_methods(["GET", "HEAD", "POST"])
def repairs(request: HttpRequest, *, work: str, language: str, version: str) -> HttpResponse:
    """List repairs; a form undoes one or makes it again and leads back to the text."""
    identifier = gateway.expression_id(work, language=language, version=version)
    if request.method == "POST":
        return _mended(request, identifier)
    reading = gateway.reading(identifier)
    if wants_json(request):
        return json_answer(repairs_body(reading.edition, reading.document, reading.undone))
    kind = request.GET.get("kind", "")
    found = [repair for repair in reading.document.repairs if kind in {"", repair.code}]
    page = Paginator(found, _PAGE).get_page(asked_number(request, "page", default=1))
    view = reading.repair_view
    kinds = sorted({repair.code for repair in reading.document.repairs})
    context = {
        "title": reading.document.title,
        "language": reading.document.language.value,
        "back": expression_address(identifier),
        "address": repairs_address(identifier),
        "state": reading.state,
        "lines": [view.line(repair) for repair in page],
        "undone": [view.line(repair, undone=True) for repair in reading.undone],
        "kinds": [(code, repair_name(code, page_language())) for code in kinds],
        "kind": kind,
        "page": page,
    }
    return render(request, "zhargy/repairs.html", context)


def _mended(request: HttpRequest, identifier: ExpressionId) -> HttpResponse:
    act = _ACTS.get(request.POST.get("action", ""))
    if act is None:
        raise UsageError("W102")
    edition = holdings.edition(gateway.bench(), identifier)
    if request.POST.get("state") != gateway.state(edition):
        raise UsageError("W105")
    act(gateway.bench(), identifier, request.POST.get("repair", ""), seen=edition)
    said = _("The repair was undone.") if act is mending.undo else _("The repair was made again.")
    messages.success(request, said)
    reading = gateway.reading(identifier)
    eid = request.POST.get("eid", "")
    return redirect(reading.address_of(eid) if eid in reading.paging.sheet_of else expression_address(identifier))
