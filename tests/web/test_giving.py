"""Giving a text: pasted or as a file, once or twice, good or bad."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from web.desk import GARDEN


def test_a_pasted_text_leads_to_its_permanent_address(client: Client) -> None:
    answer = client.post("/", {"text": GARDEN}, follow=True)

    [(address, status)] = answer.redirect_chain
    assert status == 302
    assert address.startswith("/akn/")
    assert 'id="art_1__para_2"' in answer.text
    assert client.get(address).status_code == 200


def test_the_same_text_given_twice_is_one_act(client: Client) -> None:
    first = client.post("/", {"text": GARDEN + "\n\n2-бап. Екінші рет\n"})
    second = client.post("/", {"text": GARDEN + "\n\n2-бап. Екінші рет\n"})

    assert first["Location"] == second["Location"]
    assert "in your library already" in client.get(second["Location"]).text


def test_a_file_goes_before_a_pasted_text(client: Client) -> None:
    file = SimpleUploadedFile("rules.md", "# Правила сада\n\n## Статья 1. Тишина\n\n1. Шуметь нельзя.\n".encode())

    answer = client.post("/", {"text": "что-то другое", "file": file}, follow=True)

    assert "Правила сада" in answer.text
    assert "rules.md" in answer.text
    assert "что-то другое" not in answer.text


def test_what_a_person_knows_of_a_text_is_kept_with_it(client: Client) -> None:
    told = {"text": GARDEN, "work": "/akn/kz/act/2019-05-06/44", "version": "2019-06-01", "source": "Қала мұрағаты"}

    answer = client.post("/", told, follow=True)

    assert answer.redirect_chain[0][0] == "/akn/kz/act/2019-05-06/44/kaz@2019-06-01"
    assert "Қала мұрағаты" in answer.text
    assert "In force from 1 June 2019" in answer.text


def test_another_wording_without_its_day_is_refused_and_the_form_keeps_what_was_given(client: Client) -> None:
    told = {"text": GARDEN, "work": "/akn/kz/act/2018-01-01/5", "version": "2018-02-01"}
    client.post("/", told)

    answer = client.post("/", {**told, "text": GARDEN + "\n3. Жаңа бөлік.\n"})

    assert answer.status_code == 409
    assert "L111" in answer.text
    assert "Жаңа бөлік." in answer.text
    assert 'value="2018-02-01"' in answer.text


def test_a_new_edition_ends_the_one_before(client: Client) -> None:
    work = "/akn/kz/act/2017-01-01/9"
    client.post("/", {"text": GARDEN, "work": work, "version": "2017-02-01"})

    answer = client.post("/", {"text": GARDEN + "\n3. Жаңа.\n", "work": work, "version": "2018-03-01"}, follow=True)

    assert "new edition" in answer.text
    assert "from 1 February 2017 to 28 February 2018" in client.get(work).text


@pytest.mark.parametrize(("language", "words"), [("kk", "мәтін"), ("ru", "текст"), ("en", "text")])
def test_an_empty_text_is_refused_in_the_language_of_the_page(client: Client, language: str, words: str) -> None:
    answer = client.post("/?lang=" + language, {"text": "  \n "})

    assert answer.status_code == 422
    assert "P902" in answer.text
    assert 'role="alert"' in answer.text
    assert words in answer.text.casefold()


def test_a_picture_is_refused(client: Client) -> None:
    picture = SimpleUploadedFile("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)

    answer = client.post("/", {"file": picture})

    assert answer.status_code == 422
    assert "P901" in answer.text


def test_an_impossible_day_is_refused(client: Client) -> None:
    answer = client.post("/", {"text": GARDEN, "version": "2021-02-31"})

    assert answer.status_code == 400
    assert "U102" in answer.text


def test_more_than_the_limit_is_refused_before_it_is_read(client: Client) -> None:
    with override_settings(UPLOAD_LIMIT=1024 * 1024):
        answer = client.post("/", {"file": SimpleUploadedFile("big.txt", b"a " * 1024 * 1024)})

    assert answer.status_code == 413
    assert "W101" in answer.text


def test_a_file_just_over_the_limit_is_refused_by_its_size(client: Client) -> None:
    with override_settings(UPLOAD_LIMIT=1024 * 1024):
        answer = client.post("/", {"file": SimpleUploadedFile("big.txt", b"a" * (1024 * 1024 + 1))})

    assert answer.status_code == 413
    assert "W101" in answer.text


def test_a_pasted_text_over_the_limit_is_refused(client: Client) -> None:
    with override_settings(UPLOAD_LIMIT=1024, DATA_UPLOAD_MAX_MEMORY_SIZE=1024):
        answer = client.post("/", {"text": "а" * 1024})

    assert answer.status_code == 413
    assert "W101" in answer.text


def test_the_limit_is_fifty_megabytes_unless_told_otherwise() -> None:
    assert settings.UPLOAD_LIMIT == 50 * 2**20
