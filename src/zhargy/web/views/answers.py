"""Whether an answer is a page or JSON, and how JSON is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.http import HttpRequest, JsonResponse

_JSON: Final = "application/json"


def wants_json(request: HttpRequest) -> bool:
    """Whether JSON was asked for, by ``?format=json`` or by preference."""
    return request.GET.get("format") == "json" or request.get_preferred_type(["text/html", _JSON]) == _JSON


def json_answer(body: Mapping[str, object], *, status: int = 200, media_type: str = _JSON) -> JsonResponse:
    """Return `body` as JSON in UTF-8, letters written as themselves."""
    return JsonResponse(body, status=status, content_type=media_type, json_dumps_params={"ensure_ascii": False})
