"""Every address: its status, its language, its headers, its answer to nonsense."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory

from web.desk import GARDEN, HOSTILE, LANTERNS, MISSING, PARKS, PARKS_KK, PARKS_RU
from zhargy.web import urls

PAGES = [
    "/",
    "/library/",
    "/library/?q=zzzz",
    PARKS,
    PARKS_KK,
    PARKS_RU,
    LANTERNS,
    f"{PARKS_KK}/~art_4",
    f"{PARKS_KK}/repairs",
    f"/source{PARKS_KK}?at=120",
]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_in_the_language_asked_for(client: Client, address: str, language: str) -> None:
    answer = client.get(
        address, {"lang": language} if "?" not in address else None, headers={"accept-language": language}
    )

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["Content-Language"] == language


def test_a_language_once_chosen_is_remembered_and_nothing_else_is(client: Client) -> None:
    client.get("/", {"lang": "ru"})

    answer = client.get("/library/")

    assert '<html lang="ru">' in answer.text
    assert {name for name in client.cookies if client.cookies[name].value} <= {"zhargy_language", "csrftoken"}


def test_a_browser_that_reads_none_of_the_languages_gets_kazakh(client: Client) -> None:
    answer = client.get("/", headers={"accept-language": "fi"})

    assert '<html lang="kk">' in answer.text


@pytest.mark.parametrize("address", [*PAGES, MISSING, "/nowhere"])
def test_a_page_may_load_and_send_nothing_elsewhere(client: Client, address: str) -> None:
    answer = client.get(address)

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert {part.split()[-1] for part in policy.split("; ")} == {"'none'", "'self'"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    loaded = re.findall(r"(?:src|href|action)=\"([a-z]+:)?//", answer.text)
    assert loaded == []
    assert " style=" not in answer.text
    assert "<script>" not in answer.text


def test_the_text_of_a_law_carries_its_own_language(client: Client) -> None:
    answer = client.get(PARKS_KK, headers={"accept-language": "ru"})

    assert '<div class="law" lang="kk">' in answer.text


def test_what_a_text_says_is_shown_and_never_run(client: Client) -> None:
    given = client.post("/", {"text": HOSTILE}, follow=True)

    assert "<script>alert" not in given.text
    assert "onerror=alert(2)&gt;" in given.text
    assert "<img src=x" not in given.text
    for address in (given.request["PATH_INFO"], "/library/", given.request["PATH_INFO"] + "/~art_1"):
        assert "<script>alert" not in client.get(address).text


def test_a_search_is_shown_and_never_run(client: Client) -> None:
    answer = client.get("/library/", {"q": '"><script>alert(1)</script>'})

    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        (MISSING, 404, "L101"),
        (f"{PARKS}/kaz@1999-01-01", 404, "L103"),
        (f"{PARKS_KK}/~art_99", 404, "L104"),
        (f"/preview{PARKS_KK}/~art_99", 404, "L104"),
        (f"{PARKS}?as_of=2000-01-01", 404, "L102"),
        (f"{PARKS}?as_of=31.02.2020", 400, "U102"),
        (f"{PARKS}/kaz@2021-02-31", 400, "U101"),
        ("/akn/nonsense", 400, "U101"),
        (f"{PARKS_KK}.pdf", 400, "U104"),
        ("/nowhere", 404, "W104"),
        (f"{PARKS_KK}/~art_1%00", 404, "W104"),
        (f"/page{PARKS_KK}/1.png", 404, "W104"),
    ],
)
def test_what_is_not_there_is_refused_with_a_code_as_a_page_and_as_a_problem(
    client: Client, address: str, status: int, code: str
) -> None:
    page = client.get(address)
    problem = client.get(address, headers={"accept": "application/json"})

    assert (page.status_code, problem.status_code) == (status, status)
    assert code in page.text
    # RFC 9457, section 3.1: the members of a problem document
    assert problem.headers["Content-Type"] == "application/problem+json"
    body = problem.json()
    assert {"type", "title", "status", "detail", "instance"} <= body.keys()
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"].endswith(code)


def test_our_own_bug_says_that_it_is_one(desk: None) -> None:
    answer = urls.handler500(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert b"B001" in answer.content


def test_another_host_is_refused(desk: None) -> None:
    answer = Client(SERVER_NAME="evil.example").get("/")

    assert answer.status_code == 400
    assert "W102" in answer.text


def test_only_the_methods_that_a_page_knows_are_answered(client: Client) -> None:
    assert client.post("/library/").status_code == 405
    assert client.delete(PARKS_KK).status_code == 405


def test_a_form_from_elsewhere_changes_nothing(desk: None) -> None:
    stranger = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1", headers={"accept-language": "en"})

    answer = stranger.post("/", {"text": GARDEN + "\n3. Бөтен қалыптан келген бөлік."})

    assert answer.status_code == 403
    assert "W103" in answer.text


def test_files_of_the_pages_are_served_from_the_package(client: Client) -> None:
    answer = client.get("/static/zhargy/zhargy.css")

    assert answer.status_code == 200
    assert b"--paper" in b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    answer.close()
