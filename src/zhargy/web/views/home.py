"""Home: one large "give me a text"."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhargy.app import adding, holdings
from zhargy.app.holdings import Addition, AdditionStatus, Provenance
from zhargy.errors import UnreadableInput, ZhargyError
from zhargy.web import gateway
from zhargy.web.presentation.addresses import expression_address
from zhargy.web.presentation.problems import problem
from zhargy.web.presentation.works import work_lines
from zhargy.web.views.errors import status_of
from zhargy.web.views.parameters import told_day

_RECENT = 8
_PASTE = "paste.txt"
_SOURCE = 400


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Show the form; structure and keep what is given, then lead to its permanent address."""
    if request.method == "POST":
        try:
            addition = _given(request)
        except ZhargyError as error:
            return _page(request, error=error)
        messages.success(request, _said(addition))
        return redirect(expression_address(addition.edition.id))
    return _page(request)


def _given(request: HttpRequest) -> Addition:
    data, name = _text(request)
    work = request.POST.get("work", "")
    return adding.add(
        gateway.bench(),
        data,
        name=name,
        work=gateway.work_id(work.removeprefix("/")) if work else None,
        version=told_day(request.POST.get("version", "")),
        provenance=Provenance(source=request.POST.get("source", "").strip()[:_SOURCE]),
    )


def _text(request: HttpRequest) -> tuple[bytes, str]:
    """Return the bytes given and a name for them; a file goes before a pasted text."""
    upload = request.FILES.get("file")
    if upload is None:
        return request.POST.get("text", "").encode(errors="replace"), _PASTE
    if (upload.size or 0) > settings.UPLOAD_LIMIT:
        raise UnreadableInput("W101", name=upload.name, limit=settings.UPLOAD_LIMIT // 2**20)
    return upload.read(), upload.name or _PASTE


def _said(addition: Addition) -> str:
    return {
        AdditionStatus.NEW: _("The text was structured and put into your library."),
        AdditionStatus.NEW_EDITION: _("The text was structured and put into your library as a new edition of the act."),
        AdditionStatus.UNCHANGED: _("This text was in your library already."),
    }[addition.status]


def _page(request: HttpRequest, *, error: ZhargyError | None = None) -> HttpResponse:
    works, _found = holdings.works(gateway.bench(), limit=_RECENT)
    context = {
        "page": "home",
        "limit": settings.UPLOAD_LIMIT // 2**20,
        "works": work_lines(works),
        "given": request.POST if error else request.GET,
        "error": problem(error) if error else None,
    }
    return render(request, "zhargy/home.html", context, status=status_of(error) if error else 200)
