"""Trying facts and answering questions in a real browser, with scripts and without."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE: ViewportSize = {"width": 360, "height": 740}
TRY = "/norms/sample/try"
FELLED = (
    f"{TRY}?lang=en&act.day=2026-03-01&tree.felled=true&tree.girth=250&tree.listed=false&tree.count=1"
    "&permit.held=false&wood.sold=false&offender.birth=1990-05-17&act.group=false&danger.to_life=false"
)


def test_facts_are_tried_without_scripts(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(portal + FELLED)
        expect(page.locator("#result")).to_contain_text("Art. 3(1)")

        page.get_by_role("group", name="Was there a permit to fell it?").get_by_role("radio", name="yes").check()
        page.get_by_role("button", name="Show what comes of it").click()

        page.wait_for_url(re.compile(r"permit\.held=true"))
        expect(page.locator("#result")).to_contain_text("On these facts no offence is certain.")
        assert "=&" not in page.url


def test_with_scripts_a_fact_that_changes_shows_at_once_what_comes_of_it(page: Page, portal: str) -> None:
    page.goto(portal + FELLED)
    expect(page.locator("#result")).to_contain_text("Art. 3(1)")

    page.get_by_role("group", name="Was there a permit to fell it?").get_by_role("radio", name="yes").check()

    expect(page.locator("#result")).to_contain_text("On these facts no offence is certain.")
    expect(page).to_have_url(re.compile(r"permit\.held=true"))
    page.reload()
    expect(page.locator("#result")).to_contain_text("On these facts no offence is certain.")


def test_with_scripts_a_fact_that_cannot_be_used_is_told_where_it_stands(page: Page, portal: str) -> None:
    page.goto(portal + FELLED)
    girth = page.get_by_role("textbox", name="How many centimetres round is the trunk?")

    girth.fill("wide")
    girth.press("Enter")

    expect(page.locator(".field.wrong .problem")).to_contain_text("N221")


def test_a_norm_named_in_the_address_is_open(page: Page, portal: str) -> None:
    page.goto(f"{portal}/norms/sample?lang=en#art_3__para_1")

    expect(page.locator("#art_3__para_1").get_by_role("heading", name="When it holds")).to_be_visible()


def test_a_change_is_made_by_its_link_and_undone_by_going_back(page: Page, portal: str) -> None:
    page.goto(portal + FELLED)

    page.locator("#turns + dl").get_by_role("link", name=re.compile("[Pp]ermit")).first.click()

    page.wait_for_url(re.compile(r"permit\.held=true"))
    page.go_back()
    expect(page.locator("#result")).to_contain_text("Art. 3(1)")


def test_the_proof_opens_step_by_step(page: Page, portal: str) -> None:
    page.goto(portal + FELLED)
    proof = page.locator(".offence details.why").first
    expect(proof.locator(".proof").first).to_be_hidden()

    proof.locator("summary").first.click()

    expect(proof.locator(".proof").first).to_be_visible()
    expect(proof.get_by_role("link", name="art_2").first).to_be_visible()


def test_a_whole_interview_works_without_scripts_on_a_phone(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{portal}/norms/sample/ask?lang=en")
        for _ in range(30):
            form = page.locator("form.asking")
            if not form.count():
                break
            form.get_by_role("button", name="I do not know").click()
            page.wait_for_load_state()

        expect(page.get_by_role("heading", name="What comes of your answers")).to_be_visible()
        assert page.url == f"{portal}/norms/sample/ask?lang=en"
        with page.expect_download() as started:
            page.get_by_role("button", name="Download the facts").click()
        assert started.value.suggested_filename == "sample.yaml"


def test_the_end_of_an_interview_passes_axe(page: Page, portal: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{portal}/norms/sample/ask?lang=en")
    page.locator("input[type=date]").fill("2026-03-01")
    page.get_by_role("button", name="Next question").click()
    expect(page.get_by_text("Your answers", exact=False).first).to_be_visible()
    for _ in range(30):
        if not page.locator("form.asking").count():
            break
        page.get_by_role("button", name="I do not know").click()
        page.wait_for_load_state()

    expect(page.get_by_role("heading", name="What comes of your answers")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
