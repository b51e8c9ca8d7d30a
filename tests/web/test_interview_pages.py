"""The interview: one question a page, the answers in the form and nowhere else. No browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from django.test import Client

from zhargy.app import norms
from zhargy.app.interviewing import begin
from zhargy.bootstrap import default_library
from zhargy.norms.facts import read_facts
from zhargy.text import Language

if TYPE_CHECKING:  # the stubs' name for what a test client answers
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

ASK = "/norms/sample/ask"
#: Answers to whatever the sample asks: a visitor of full age felled a rare tree without a permit.
ANSWERS = {
    "act.day": "2026-03-01",
    "offender.birth": "1990-05-17",
    "tree.girth": "250",
    "tree.count": "1",
    "tree.felled": "true",
    "offender.role": "visitor",
    "damage": "100000",
    "wood.value": "10000",
}


def state(answer: Answer) -> str:
    """Return the signed answers that a page carries."""
    found = re.search(r'name="state" value="([^"]*)"', answer.text)
    assert found is not None
    return found[1]


def post(client: Client, answer: Answer, **form: str) -> Answer:
    """Send the form of a page."""
    return client.post(ASK, {"state": state(answer), **form})


def begun(client: Client) -> Answer:
    """Return the page with the second question."""
    first = client.post(ASK, {"state": state_of_nothing(client), "act": "answer", "value": "2026-03-01"})
    assert first.status_code == 200
    return first


def state_of_nothing(client: Client) -> str:
    """Return the state of an interview without answers."""
    return state(client.get(ASK))


def asked(client: Client, answer: Answer) -> str:
    """Return the name of the fact that a page asks for."""
    body = client.post(ASK, {"state": state(answer)}, headers={"accept": "application/json"}).json()
    return str(body["next"] or "")


def to_the_end(client: Client) -> Answer:
    """Answer until nothing is asked any more."""
    page = client.get(ASK)
    for _ in range(40):
        fact = asked(client, page)
        if not fact:
            return page
        page = post(client, page, act="answer", value=ANSWERS.get(fact, "false"))
        assert page.status_code == 200, fact
    raise AssertionError("the interview does not end")


def test_the_pages_ask_what_the_interview_asks(client: Client) -> None:
    interview = begin(norms.pack("sample"))

    first = client.get(ASK)
    second = post(client, first, act="answer", value="2026-03-01")

    assert interview.question is not None
    assert interview.question.fact.wordings[Language.EN].question in first.text
    following = interview.answer("2026-03-01").question
    assert following is not None
    assert following.fact.wordings[Language.EN].question in second.text
    assert f"at most {following.left} questions left" in second.text


def test_nothing_a_person_answers_stands_in_an_address_or_a_cookie(client: Client) -> None:
    page = post(client, begun(client), act="answer", value="1990-05-17")

    assert page.request["PATH_INFO"] == ASK
    assert page.request["QUERY_STRING"] == ""
    assert "1990-05-17" not in str(client.cookies)
    assert {name for name in client.cookies if client.cookies[name].value} <= {"zhargy_language", "csrftoken"}
    assert page.headers["Cache-Control"] == "private"


def test_answers_that_were_not_signed_here_are_refused(client: Client) -> None:
    changed = state(begun(client))[:-2] + "xx"

    answer = client.post(ASK, {"state": changed, "act": "back"})

    assert answer.status_code == 422
    assert "N323" in answer.text


def test_answers_to_another_pack_are_refused(client: Client) -> None:
    answer = client.post("/norms/kz-ai-offences/ask", {"state": state(begun(client)), "act": "back"})

    assert answer.status_code == 422
    assert "N323" in answer.text


def test_a_question_says_which_norms_wait_for_it(client: Client) -> None:
    page = begun(client)

    why = page.text.partition("Why is this asked?")[2].partition("</details>")[0]
    assert re.search(r'href="/norms/sample#art_[^"]*"', why)


def test_back_takes_the_last_answer_back(client: Client) -> None:
    first = begun(client)
    second = post(client, first, act="answer", value="1990-05-17")

    again = post(client, second, act="back")

    assert asked(client, again) == asked(client, first)


def test_a_question_can_be_left_open(client: Client) -> None:
    first = begun(client)
    skipped = asked(client, first)

    page = post(client, first, act="skip")

    assert asked(client, page) != skipped
    assert "not known" in page.text.partition("Your answers")[2]


def test_an_empty_answer_asks_again(client: Client) -> None:
    first = begun(client)

    page = post(client, first, act="answer", value="  ")

    assert asked(client, page) == asked(client, first)


def test_an_answer_that_cannot_be_used_is_told_beside_the_question_and_kept(client: Client) -> None:
    page = client.get(ASK)

    refused = post(client, page, act="answer", value="yesterday")

    assert refused.status_code == 400
    assert "N221" in refused.text
    assert asked(client, refused) == "act.day"


def test_an_earlier_answer_can_be_changed(client: Client) -> None:
    second = post(client, begun(client), act="answer", value="1990-05-17")

    form = post(client, second, edit="act.day")
    changed = post(client, form, act="change", fact="act.day", value="2026-04-02")

    assert 'value="2026-03-01"' in form.text
    assert "2026-04-02" in changed.text.partition("Your answers")[2]
    assert asked(client, changed) == asked(client, second)


def test_at_the_end_stands_the_result_with_its_proof_and_a_way_on(client: Client) -> None:
    end = to_the_end(client)

    assert "Art. 3(1)" in end.text
    assert 'class="proof"' in end.text
    assert re.search(r'href="/norms/sample/try\?act\.day=2026-03-01[^"]*#result"', end.text)


def test_the_facts_are_taken_away_as_a_file_that_can_be_read_back(client: Client) -> None:
    end = to_the_end(client)

    file = post(client, end, act="download")

    assert "attachment" in file.headers["Content-Disposition"]
    told = yaml.load(file.text, Loader=yaml.BaseLoader)  # noqa: S506 - plain text of every value
    facts = read_facts(told, norms.pack("sample").vocabulary)
    assert str(facts["offender.birth"]) == "1990-05-17"


def test_a_form_that_asks_for_what_there_is_not_is_refused(client: Client) -> None:
    answer = post(client, begun(client), act="dance")

    assert answer.status_code == 400
    assert "W102" in answer.text


def test_a_form_from_elsewhere_is_refused(desk: None) -> None:
    stranger = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1", headers={"accept-language": "en"})

    answer = stranger.post(ASK, {"act": "back"})

    assert answer.status_code == 403


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_interview_speaks_the_language_of_the_page(client: Client, language: str) -> None:
    page = client.get(ASK, headers={"accept-language": language})

    fact = norms.pack("sample").vocabulary.facts["act.day"]
    assert fact.wordings[Language(language)].question in page.text


def test_nothing_is_written_to_the_library(client: Client, desk: None) -> None:
    before = {path: path.stat().st_mtime_ns for path in default_library().rglob("*") if path.is_file()}

    to_the_end(client)

    after = {path: path.stat().st_mtime_ns for path in default_library().rglob("*") if path.is_file()}
    assert {path.name for path in after if after[path] != before.get(path)} <= {"secret.key"}
