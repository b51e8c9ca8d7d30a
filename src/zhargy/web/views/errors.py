"""Pages for what went wrong, with the code and what to do."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhargy.errors import NotFound, TryLater, UnreadableInput, UsageError, ZhargyError
from zhargy.web.presentation.problems import problem
from zhargy.web.views.answers import json_answer, wants_json

_STATUS = {
    NotFound: HTTPStatus.NOT_FOUND,
    UsageError: HTTPStatus.BAD_REQUEST,
    UnreadableInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    TryLater: HTTPStatus.SERVICE_UNAVAILABLE,
}
#: Codes whose status their family does not tell.
_STATUS_OF = {
    "W101": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "W103": HTTPStatus.FORBIDDEN,
    "W105": HTTPStatus.CONFLICT,
    "L111": HTTPStatus.CONFLICT,
}


def status_of(error: ZhargyError) -> HTTPStatus:
    """Return the HTTP status of a refusal."""
    if error.code in _STATUS_OF:
        return _STATUS_OF[error.code]
    return next(
        (status for kind, status in _STATUS.items() if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR
    )


def refused(request: HttpRequest, error: ZhargyError) -> HttpResponse:
    """Answer a refusal as a page, or as a problem document (RFC 9457) where JSON is asked for."""
    status = status_of(error)
    shown = problem(error)
    if wants_json(request):
        body = {
            "type": f"urn:zhargy:problem:{shown.code}",
            "title": shown.message,
            "status": status,
            "detail": shown.hint,
            "instance": request.path,
            "code": shown.code,
        }
        return json_answer(body, status=status, media_type="application/problem+json")
    return render(request, "zhargy/error.html", {"error": shown}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be understood."""
    if isinstance(exception, RequestDataTooBig):
        return refused(request, UnreadableInput("W101", name="", limit=settings.UPLOAD_LIMIT // 2**20))
    return refused(request, UsageError("W102"))


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from these pages."""
    del exception, reason
    return refused(request, UsageError("W103"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    del exception
    return refused(request, NotFound("W104", address=request.path))


def bug(request: HttpRequest) -> HttpResponse:
    """Answer our own bug, and say that it is one."""
    return refused(request, ZhargyError("B001"))
