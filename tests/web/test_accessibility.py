"""Every page, in every language, at desk and phone width, passes axe-core and stays on this machine."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE: ViewportSize = {"width": 360, "height": 740}
WORK = "/akn/kz/act/2021-04-05/17-I"
#: Facts of the sample act, and facts that only the proposed chapter makes an offence.
FELLED = (
    "act.day=2026-03-01&tree.felled=true&tree.girth=250&permit.held=false&offender.birth=1990-05-17&wood.sold=false"
)
VIDEO = (
    "act.day=2026-03-01&act.guilt=intent&act.insignificant=false&act.means=internet&offender.kind=person"
    "&offender.birth=2000-09-01&offender.sane=true&ai.used=true&ai.copied=face&ai.copied=voice&content.form=video"
    "&content.disseminated=true&content.consent=false&content.deliberate_insult=true"
)
PAGES = {
    "home": "/",
    "library": "/library/",
    "no hit": "/library/?q=zzzz",
    "work": WORK,
    "reader kk": f"{WORK}/kaz@2021-07-01",
    "reader ru": f"{WORK}/rus@2024-09-01",
    "reader en": "/akn/eu/act/2023-03-03/7/eng@2023-09-01",
    "provision": f"{WORK}/kaz@2021-07-01/~art_4",
    "repairs": f"{WORK}/kaz@2021-07-01/repairs",
    "source": f"/source{WORK}/kaz@2021-07-01?at=120",
    "missing": "/akn/kz/act/1900-01-01/0",
    "norms": "/norms/",
    "pack": "/norms/sample",
    "playground": f"/norms/sample/try?{FELLED}&tree.count=many&tree.feled=true&why=art_3__para_2",
    "two laws": f"/qualify?{VIDEO}",
    "interview": "/norms/sample/ask",
}


#: Opens whatever opens on a click.
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, portal: str, name: str, language: str) -> None:
    separator = "&" if "?" in PAGES[name] else "?"

    page.goto(f"{portal}{PAGES[name]}{separator}lang={language}")

    assert page.locator("html").get_attribute("lang") == language
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["pack", "playground", "two laws"])
def test_axe_finds_nothing_when_everything_is_open(page: Page, portal: str, name: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(portal + PAGES[name])

    page.evaluate(OPEN)

    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    "name", ["home", "reader kk", "work", "missing", "pack", "playground", "two laws", "interview"]
)
def test_axe_finds_nothing_in_the_dark_on_a_phone(browser: Browser, portal: str, name: str) -> None:
    with browser.new_context(color_scheme="dark", viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()

        page.goto(portal + PAGES[name])

        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["home", "library", "work", "missing", "norms", "pack", "playground", "interview"])
def test_what_a_thumb_must_hit_is_44_pixels_high(browser: Browser, portal: str, name: str) -> None:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()

        page.goto(portal + PAGES[name])
        page.evaluate(OPEN)

        # WCAG 2.2, success criterion 2.5.5: links inside sentences and lists of words are set apart there
        for target in page.locator("button, .button, nav a, input:not([type=hidden]), select, summary").all():
            box = target.bounding_box()
            assert box is None or box["height"] >= 44, target.evaluate("element => element.outerHTML")


def test_the_skip_link_is_the_first_stop_and_focus_is_seen(page: Page, portal: str) -> None:
    page.goto(portal + PAGES["reader kk"])

    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main"
    assert focused.evaluate("element => element.getBoundingClientRect().left") >= 0
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(page: Page, portal: str, name: str) -> None:
    page.set_viewport_size(PHONE)

    page.goto(portal + PAGES[name])

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
