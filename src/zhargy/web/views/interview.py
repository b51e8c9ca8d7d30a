"""The interview: one question a page.

What has been answered travels from page to page in a hidden field of the form, signed, and stands nowhere else: not in
the address, which browsers and servers write down, not in a cookie, not on this machine. Who closes the page takes the
answers along; who wants to keep them downloads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from zhargy.app import norms
from zhargy.app.interviewing import begin, resume
from zhargy.errors import UnreadableInput, UsageError
from zhargy.norms.facts import FactsRefused
from zhargy.norms.interview import Interview, facts_text, write_interview
from zhargy.norms.packs import Pack
from zhargy.norms.vocabulary import Fact
from zhargy.web.presentation.norms.bodies import interview_body
from zhargy.web.presentation.norms.interviews import InterviewPage
from zhargy.web.presentation.norms.typed import read_typed
from zhargy.web.presentation.problems import page_language
from zhargy.web.provisions import Provisions
from zhargy.web.views.answers import json_answer, wants_json

_SALT: Final = "zhargy.interview"
#: Name of the field that an answer stands in.
_ANSWER: Final = "value"


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, *, name: str) -> HttpResponse:
    """Show the next question, or what has come of the answers."""
    pack = norms.pack(name)
    if request.method != "POST":
        return _shown(request, begin(pack))
    interview = _taken_up(request, pack)
    if request.POST.get("act") == "download":
        return _file(interview)
    edited = request.POST.get("edit", "")
    try:
        return _shown(request, _after(request, interview), edited=edited)
    except FactsRefused as refusal:
        return _shown(request, interview, edited=request.POST.get("fact", ""), refusal=refusal)


def _taken_up(request: HttpRequest, pack: Pack) -> Interview:
    """Return the interview that a form carries.

    Raises:
        UnreadableInput: N323, it carries none of this pack that was made here.
    """
    try:
        saved = signing.loads(request.POST.get("state", ""), salt=_SALT)
    except signing.BadSignature as error:
        raise UnreadableInput("N323", pack=pack.id) from error
    return resume(pack, saved)


def _after(request: HttpRequest, interview: Interview) -> Interview:
    """Return the interview after what the form asks for.

    Raises:
        FactsRefused: the answer cannot be used.
        UsageError: W102, the form asks for what there is not.
    """
    act = request.POST.get("act", "")
    steps: Mapping[str, Callable[[], Interview]] = {
        "": lambda: interview,
        "answer": lambda: _answered(request, interview),
        "change": lambda: _changed(request, interview),
        "skip": interview.skip,
        "back": interview.back,
        "again": lambda: begin(interview.plan.pack),
    }
    if act not in steps:
        raise UsageError("W102")
    return steps[act]()


def _answered(request: HttpRequest, interview: Interview) -> Interview:
    """Return the interview with an answer; one that says nothing leaves the question as it is."""
    question = interview.question
    given = None if question is None else _given(request, question.fact)
    return interview if given is None else interview.answer(given)


def _changed(request: HttpRequest, interview: Interview) -> Interview:
    fact = interview.plan.pack.vocabulary.find(request.POST.get("fact", ""))
    given = None if fact is None else _given(request, fact)
    return interview if fact is None or given is None else interview.change(fact.name, given)


def _given(request: HttpRequest, fact: Fact) -> object | None:
    told = [value for value in request.POST.getlist(_ANSWER) if value.strip()]
    return read_typed(told, fact) if told else None


def _shown(
    request: HttpRequest, interview: Interview, *, edited: str = "", refusal: FactsRefused | None = None
) -> HttpResponse:
    if wants_json(request):
        if refusal is not None:
            raise refusal
        return json_answer(interview_body(interview))
    page = InterviewPage(
        interview=interview,
        language=page_language(),
        edited=edited,
        problems=refusal.problems if refusal is not None else (),
        typed=request.POST.get(_ANSWER, "") if refusal is not None else "",
        address=Provisions(day=interview.day, language=page_language()).address,
        today=timezone.localdate(),
    )
    context: dict[str, Any] = {
        "page": "norms",
        "pack": interview.plan.pack.id,
        "title": interview.plan.pack.title[page_language()],
        "state": signing.dumps(write_interview(interview), salt=_SALT, compress=True),
        "ask": page.view(),
    }
    response = render(request, "zhargy/interview.html", context, status=400 if refusal is not None else 200)
    response["Cache-Control"] = "private"
    return response


def _file(interview: Interview) -> HttpResponse:
    response = HttpResponse(
        facts_text(interview, language=page_language()), content_type="application/yaml; charset=utf-8"
    )
    name = f"{interview.plan.pack.id}.yaml"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
