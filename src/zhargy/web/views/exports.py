"""An edition as a file."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from zhargy.app import exporting, holdings
from zhargy.parsing import WRITERS
from zhargy.web import gateway

_NAME = 80


@require_safe
def export(
    request: HttpRequest,
    *,
    work: str,
    language: str,
    version: str,
    format: str,  # noqa: A002 - the field's word
) -> HttpResponse:
    """Give an edition in a format; the file is named after the act."""
    del request
    identifier = gateway.expression_id(work, language=language, version=version)
    data = exporting.export(gateway.bench(), identifier, format=format)
    writer = WRITERS[format]
    response = HttpResponse(data, content_type=writer.media_type)
    title = re.sub(r"[^\w -]+", "", holdings.edition(gateway.bench(), identifier).title)[:_NAME].strip()
    parts = filter(None, (title or identifier.work.number, language, version))
    name = f"{' '.join(parts)}.{writer.suffix}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
