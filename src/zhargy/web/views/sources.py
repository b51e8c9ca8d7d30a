"""The source an edition was read from: its lines, and pictures of its pages where it has any."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhargy.app import consulting
from zhargy.errors import NotFound
from zhargy.web import gateway
from zhargy.web.presentation.pictures import page_picture
from zhargy.web.presentation.source import source_view, span_on_page
from zhargy.web.views.parameters import asked_span

_WEEK = 7 * 24 * 3600


@require_safe
def source(request: HttpRequest, *, work: str, language: str, version: str) -> HttpResponse:
    """Show the lines of the source around a stretch of it, beside the picture of the page."""
    reading = gateway.reading(gateway.expression_id(work, language=language, version=version))
    span = asked_span(request, length=len(reading.document.mapped.source.text))
    return render(request, "zhargy/source.html", {"source": source_view(reading, span)})


@require_safe
def page_image(request: HttpRequest, *, work: str, language: str, version: str, page: str) -> HttpResponse:
    """Show a page of a PDF file as a picture, with the lines of a stretch of its text marked."""
    reading = gateway.reading(gateway.expression_id(work, language=language, version=version))
    read = reading.document.mapped.source
    if reading.edition.reader != "pdf" or int(page) not in {number for _, number in read.pages}:
        raise NotFound("W104", address=request.path)
    marked = span_on_page(read, int(page), asked_span(request, length=len(read.text)))
    data = consulting.original(gateway.bench(), reading.edition)
    response = HttpResponse(page_picture(data, int(page), marked=marked), content_type="image/png")
    response["Cache-Control"] = f"private, max-age={_WEEK}"
    return response
