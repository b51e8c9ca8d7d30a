"""Undoing a repair and making it again, through the forms of the pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from web.desk import GARDEN, PARKS_KK


@pytest.fixture
def act(client: Client, request: pytest.FixtureRequest) -> str:
    """The address of an act of this test alone."""
    number = abs(hash(request.node.name)) % 10**6
    told = {"text": GARDEN, "work": f"/akn/kz/act/2020-01-01/{number}"}
    return str(client.post("/", told)["Location"])


def form_of(html: str, action: str) -> dict[str, str]:
    """Return the fields of the first form of a repair with this action."""
    for form in re.findall(r'<form method="post" action="[^"]+/repairs">.*?</form>', html, re.DOTALL):
        if f'value="{action}"' in form:
            fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
            return {**fields, "action": action}
    raise AssertionError(f"no form to {action}")


def test_an_undone_repair_gives_the_words_back_and_can_be_made_again(client: Client, act: str) -> None:
    before = client.get(act).text
    form = form_of(before, "undo")

    undone = client.post(f"{act}/repairs", form, follow=True).text
    again = client.post(f"{act}/repairs", form_of(undone, "redo"), follow=True).text

    assert "The repair was undone." in undone
    assert 'value="redo"' in undone
    assert undone.count('value="undo"') == before.count('value="undo"') - 1
    assert "The repair was made again." in again
    assert again.count('value="undo"') == before.count('value="undo"')


def test_a_form_made_before_another_change_fails_on_conflict(client: Client, act: str) -> None:
    stale = form_of(client.get(act).text, "undo")
    client.post(f"{act}/repairs", stale)

    answer = client.post(f"{act}/repairs", stale)

    assert answer.status_code == 409
    assert "W105" in answer.text


def test_a_repair_that_does_not_exist_is_refused(client: Client, act: str) -> None:
    form = form_of(client.get(act).text, "undo")

    answer = client.post(f"{act}/repairs", {**form, "repair": "0" * 12})

    assert answer.status_code == 404
    assert "L105" in answer.text


def test_an_act_that_is_none_is_refused(client: Client, act: str) -> None:
    form = form_of(client.get(act).text, "undo")

    answer = client.post(f"{act}/repairs", {**form, "action": "burn"})

    assert answer.status_code == 400
    assert "W102" in answer.text


def test_a_repair_shows_what_stood_there_with_the_changed_letters_marked(client: Client) -> None:
    html = client.get(PARKS_KK).text

    assert "<del>нег<b>i</b>зг<b>i</b></del>" in html
    assert "<ins>нег<b>і</b>зг<b>і</b></ins>" in html


def test_all_repairs_are_listed_and_can_be_told_apart_by_kind(client: Client) -> None:
    everything = client.get(f"{PARKS_KK}/repairs").text
    one_kind = client.get(f"{PARKS_KK}/repairs", {"kind": "P001"}).text
    body = client.get(f"{PARKS_KK}/repairs", {"format": "json"}).json()

    assert everything.count('value="undo"') == len(body["repairs"])
    assert one_kind.count('value="undo"') == sum(repair["code"] == "P001" for repair in body["repairs"])
    assert body["schema"] == "zhargy.repairs/1"
