"""The language of the pages and the headers that keep them shut in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from zhargy.errors import NotFound, UnreadableInput, ZhargyError
from zhargy.text import Language
from zhargy.web.views.errors import refused

Handler = Callable[[HttpRequest], HttpResponse]

COOKIE: Final = "zhargy_language"
_YEAR: Final = 365 * 24 * 3600
#: Room in a request for what is not the text: names of fields, the token, borders between parts.
_ENVELOPE: Final = 64 * 1024
_DRAIN: Final = 1024 * 1024
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def page_language(request: HttpRequest) -> Language:
    """Return the language to show pages in: asked for in the address, remembered, or what the browser prefers."""
    for wanted in (request.GET.get("lang"), request.COOKIES.get(COOKIE)):
        language = Language.from_tag(wanted)
        if language is not None:
            return language
    return Language.from_tag(translation.get_language_from_request(request)) or Language(settings.LANGUAGE_CODE)


class LanguageMiddleware:
    """Sets the language of the pages; ``?lang=kk`` is remembered in a cookie that holds nothing else."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the page."""
        language = page_language(request).value
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        response.headers["Vary"] = "Accept, Accept-Language, Cookie"
        if request.GET.get("lang") == language:
            response.set_cookie(COOKIE, language, max_age=_YEAR, samesite="Lax", httponly=True)
        return response


class ShutInMiddleware:
    """Forbids pages to load, send or embed anything from elsewhere."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers that shut the page in."""
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response


class BoundedMiddleware:
    """Refuses what is too large by what its sender says of it, before anything is kept (W101).

    What was sent is read and thrown away, because browsers show the answer only when they could finish sending.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse what is too large."""
        told = request.headers.get("Content-Length", "")
        if not told.isdecimal() or int(told) <= settings.UPLOAD_LIMIT + _ENVELOPE:
            return self.get_response(request)
        for _ in iter(partial(request.read, _DRAIN), b""):
            pass
        return refused(request, UnreadableInput("W101", name="", limit=settings.UPLOAD_LIMIT // 2**20))


class RefusalMiddleware:
    """Turns refusals of the workbench into pages or problem documents."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse an address that no database could look up; other refusals come by `process_exception`."""
        if "\0" in request.path_info:
            return refused(request, NotFound("W104", address=request.path_info.replace("\0", "\ufffd")))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else is left to Django and is a bug."""
        return refused(request, exception) if isinstance(exception, ZhargyError) else None
