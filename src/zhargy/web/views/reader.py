"""An act as structured law: whole or page by page, one provision, a preview; each as a page or as JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhargy.app import consulting, holdings
from zhargy.app.holdings import Edition
from zhargy.errors import NotFound
from zhargy.model import Node
from zhargy.text import Language
from zhargy.web import gateway
from zhargy.web.presentation.addresses import preview_address, provision_address
from zhargy.web.presentation.bodies import expression_body, provision_body
from zhargy.web.presentation.paging import WHOLE_LENGTH
from zhargy.web.presentation.reader import Reading
from zhargy.web.views.answers import json_answer, wants_json
from zhargy.web.views.parameters import asked_day, asked_number

#: Provisions that one preview shows.
_PREVIEWED = 5


@require_safe
def expression(request: HttpRequest, *, work: str, language: str, version: str) -> HttpResponse:
    """Show an edition: the whole of a short act, a page of a long one."""
    reading = gateway.reading(gateway.expression_id(work, language=language, version=version))
    if wants_json(request):
        return json_answer(expression_body(reading.edition, reading.document))
    page = reading.page(asked_number(request, "page", default=1) - 1)
    return render(request, "zhargy/reader.html", {"reader": page})


@require_safe
def provision(request: HttpRequest, *, work: str, language: str, version: str, eid: str) -> HttpResponse:
    """Show one provision by itself, at its permanent address; one too long for a page in the run of the act."""
    identifier = gateway.expression_id(work, language=language, version=version)
    if wants_json(request):
        return json_answer(provision_body(consulting.provision(gateway.bench(), identifier, eid)))
    reading = gateway.reading(identifier)
    node = _node(reading, eid)
    if len(node.span) > WHOLE_LENGTH:
        return redirect(reading.address_of(eid))
    return render(request, "zhargy/reader.html", {"reader": reading.provision(node)})


@require_safe
def preview(request: HttpRequest, *, work: str, language: str, version: str, eids: str) -> HttpResponse:
    """Show provisions without a page around them."""
    reading = gateway.reading(gateway.expression_id(work, language=language, version=version))
    nodes = [_node(reading, eid) for eid in eids.split(",")]
    context = {"law": reading.preview(nodes[:_PREVIEWED]), "more": len(nodes[_PREVIEWED:]), "reading": reading}
    return render(request, "zhargy/_preview.html", context)


@require_safe
def standing_provision(request: HttpRequest, *, work: str, eids: str) -> HttpResponse:
    """Lead to a provision in the edition that stood on the day asked for (``as_of``, else today)."""
    edition = _standing(request, work=work)
    return redirect(provision_address(edition.id, eids.split(",")[:1]))


@require_safe
def standing_preview(request: HttpRequest, *, work: str, eids: str) -> HttpResponse:
    """Lead to the preview of provisions in the edition that stood on the day asked for."""
    edition = _standing(request, work=work)
    return redirect(preview_address(edition.id, eids.split(",")))


def _standing(request: HttpRequest, *, work: str) -> Edition:
    """Return the edition that stood on the day asked for, in the language asked for or else in any."""
    identifier = gateway.work_id(work)
    day = asked_day(request, "as_of", default=timezone.localdate())
    language = Language.from_tag(request.GET.get("language"))
    try:
        return holdings.edition_on(gateway.bench(), identifier, day=day, language=language)
    except NotFound:
        if language is None:
            raise
        return holdings.edition_on(gateway.bench(), identifier, day=day)


def _node(reading: Reading, eid: str) -> Node:
    if eid not in reading.paging.nodes:
        raise NotFound("L104", eid=eid, expression=str(reading.edition.id))
    return reading.paging.nodes[eid]
