"""The main job in a real browser: give a text, read it as law, undo a repair, export, find it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXT = """1-бап. Қоғамдық баққа қамқорлық

1. Бақ күтушiсi бақты күн сайын таза ұстауға мiндеттi.

2. Осы баптың бiрiншi бөлiгi қысқы кезеңде де қолданылады.
"""
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def give(page: Page, portal: str, text: str = TEXT) -> None:
    page.goto(f"{portal}/?lang=en")
    page.get_by_label("The text").fill(text)
    page.get_by_role("button", name="Structure the text").click()
    page.wait_for_url("**/akn/**")


def test_a_pasted_text_is_read_as_law_and_found_again(page: Page, portal: str) -> None:
    give(page, portal)

    expect(page.locator("#art_1__para_2")).to_be_visible()
    address = page.url
    page.goto(f"{portal}/library/?lang=en")
    page.get_by_label("Words of the title").fill("қамқорлық")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name="Қоғамдық баққа қамқорлық").first).to_be_visible()
    assert page.goto(address).status == 200  # type: ignore[union-attr]


def test_a_reference_is_a_link_with_a_preview_on_focus(page: Page, portal: str) -> None:
    give(page, portal)

    link = page.locator("#art_1__para_2 a.ref")
    link.focus()

    page.locator("#preview").wait_for(state="visible")
    assert "таза ұстауға" in page.locator("#preview").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("#preview")).to_be_hidden()


def test_a_reference_that_leads_nowhere_says_why_on_hover(page: Page, portal: str) -> None:
    give(page, portal, TEXT + "\n3. Бұл Заңның 77-бабы қолданылмайды. 78-бап та қолданылмайды.\n")

    page.locator(".law a.ref.not_found").first.hover()

    page.locator("#preview").wait_for(state="visible")
    assert "the act has no such provision" in page.locator("#preview").inner_text()


def test_a_file_can_be_dropped_on_the_form(page: Page, portal: str) -> None:
    page.goto(f"{portal}/?lang=en")
    transfer = page.evaluate_handle(
        """text => {
            const made = new DataTransfer();
            made.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
            return made;
        }""",
        TEXT + "\n3. Файлдан түскен бөлік.\n",
    )

    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer})
    page.get_by_role("button", name="Structure the text").click()

    page.wait_for_url("**/akn/**")
    assert "dropped.txt" in page.locator(".certificate").inner_text()


def test_a_repair_is_undone_and_mended_again(page: Page, portal: str) -> None:
    give(page, portal)
    repaired = page.locator(".repairs li", has_text="мiндеттi").first
    before = page.locator(".law").inner_text()

    with page.expect_navigation():
        repaired.get_by_role("button").click()

    assert page.locator(".law").inner_text() != before
    with page.expect_navigation():
        page.get_by_role("button", name="Mend again").first.click()
    assert page.locator(".law").inner_text() == before


def test_the_main_job_works_without_scripts_and_by_keyboard(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{portal}/?lang=en")
        page.get_by_label("The text").focus()
        page.keyboard.insert_text(TEXT)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        page.wait_for_url("**/akn/**")
        expect(page.locator("#art_1__para_1")).to_be_visible()


def test_the_export_is_akoma_ntoso(page: Page, portal: str, tmp_path: Path) -> None:
    give(page, portal)

    with page.expect_download() as started:
        page.get_by_role("link", name="Akoma Ntoso").click()

    target = tmp_path / "act.xml"
    started.value.save_as(target)
    assert len(etree.parse(target).findall(".//a:article", AKN)) == 1


def test_the_address_of_a_provision_answers_json_as_well(page: Page, portal: str) -> None:
    address = f"{portal}/akn/kz/act/2021-04-05/17-I/kaz@2021-07-01/~art_4"

    answer = page.request.get(address, headers={"Accept": "application/json"})

    body = json.loads(answer.text())
    assert body["eid"] == "art_4"
    assert body["version"] == "2021-07-01"


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "бос"), ("ru", "пуст"), ("en", "empty")],
)
def test_an_empty_text_is_refused_in_the_readers_language(page: Page, portal: str, language: str, words: str) -> None:
    page.goto(f"{portal}/?lang={language}")
    page.locator("form.give button").click()

    alert = page.get_by_role("alert")
    assert words in alert.inner_text().casefold()
    assert "P902" in alert.inner_text()


def test_a_picture_is_refused_with_code_and_advice(page: Page, portal: str, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    page.goto(f"{portal}/?lang=en")
    page.locator("#file").set_input_files(picture)

    page.get_by_role("button", name="Structure the text").click()

    assert "P901" in page.get_by_role("alert").inner_text()
