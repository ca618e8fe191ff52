"""The checker page as a customer meets it."""

from __future__ import annotations

import json
import re
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from checker.rules.order import FIELDS
from checker.words import LANGUAGES
from tests.browser.driving import (
    IN_TIME,
    NOW,
    PATIENCE,
    answered,
    fill,
    heard,
    open_checker,
    questions,
    said_by_cpython,
    submit,
)
from tests.browser.test_searches import found
from tests.site.built import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.serving import Serving

ASKED_ELSEWHERE = {"now", "lines", "time_zone"}
"""The browser's clock tells the present, several products make lines, and the place tells the time zone."""

KEPT = """
async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
  ...[...await indexedDB.databases(), ...await navigator.serviceWorker.getRegistrations()].map(String),
]
"""


def test_every_field_is_asked(page: Page) -> None:
    """The form asks for each field of the contract that a customer can know."""
    page.goto("/checker/")
    assert set(FIELDS) - ASKED_ELSEWHERE == questions(page).keys()


def test_answer(page: Page) -> None:
    """The answer gives the last day in words, the safe day, the status, each step with its source, and takes focus."""
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    answer = answered(page)
    expect(answer.get_by_role("heading", level=2)).to_be_focused()
    expect(answer.get_by_role("heading", level=2)).to_contain_text("lunedì 21 settembre 2026")
    expect(answer).to_contain_text("sabato 19 settembre 2026")
    expect(answer).to_contain_text("Completata")
    expect(answer).to_contain_text("12 giorni, oggi compreso")
    answer.locator(".checker-steps summary").click()
    steps = heard(page)["explanation"]["steps"]
    assert len(steps) == answer.locator(".checker-steps ol > li").count()
    for step, item in zip(steps, answer.locator(".checker-steps ol > li").all(), strict=True):
        expect(item).to_contain_text(step["text"])
        expect(item.locator(".checker-nature")).to_have_text(step["nature_label"])
        expect(item.get_by_role("link")).to_have_attribute("href", step["source"]["address"])
        expect(item).to_contain_text(step["source"]["read"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_answers_in_its_own(page: Page, language: str) -> None:
    """The page of a language shows what Python says here in that language."""
    open_checker(page, f"/{place(language, 'checker')}")
    fill(page, IN_TIME)
    submit(page)
    expected = said_by_cpython({**IN_TIME, "now": NOW}, language)
    assert expected == heard(page)
    expect(answered(page)).to_contain_text(expected["explanation"]["answer"])
    expect(answered(page)).to_contain_text(expected["record"])


def test_several_products(page: Page) -> None:
    """An order with several products gets an answer for each, under its name, and is told that the panel withdraws it whole."""
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(".checker-add").click()
    page.locator(".checker-add").click()  # a second one, left without an answer, does not count
    page.locator("[name=product]").nth(2).select_option("domain")
    submit(page)
    common = {field: value for field, value in IN_TIME.items() if field != "product"}
    order = {**common, "lines": [{"product": "web_hosting"}, {"product": "domain"}], "now": NOW}
    assert said_by_cpython(order, "it")["verdict"] == heard(page)["verdict"]
    parts = answered(page).locator(".checker-part")
    expect(parts).to_have_count(2)
    expect(parts.nth(1).locator(".checker-part-title")).to_have_text("2. Registrazione di un dominio")
    expect(answered(page).locator(".checker-notes").first).to_contain_text("solo dall'intero ordine")
    assert 1 == answered(page).get_by_text("solo dall'intero ordine").count()


def test_asked_before_python_is_there(page: Page, serving: Serving) -> None:
    """Pressed while Python is still on its way, the button shows how far it is; the answer comes by itself."""
    rest = serving.halved[serving.path_of("assets/checker/*/python.wasm")] = Event()
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(".checker-form [type=submit]").click()
    expect(page.locator(".checker-progress")).to_be_visible()
    expect(page.locator(".checker-progress progress")).to_be_visible()
    page.wait_for_function("document.querySelector('.checker-progress progress').value > 0.3", timeout=PATIENCE)
    rest.set()
    expect(answered(page).get_by_role("heading", level=2)).to_be_focused()
    expect(page.locator(".checker-progress")).to_be_hidden()


def test_no_javascript(browser: Browser, serving: Serving) -> None:
    """Without JavaScript the form stands, a message leads to the days already counted, and nothing is sent."""
    with browser.new_context(base_url=serving.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/checker/")
        expect(page.locator("[name=order_status]")).to_be_visible()
        expect(page.locator("[name=order_expires]").first).to_be_hidden()
        expect(page.locator(".checker-paste")).to_be_hidden()
        expect(page.locator(".checker-late")).to_have_css("display", "none")
        message = page.locator(".checker-notice")
        expect(message).to_contain_text("JavaScript")
        expect(page.locator(".checker-form")).to_have_attribute("method", "dialog")
        expect(page.locator(".checker-form [type=submit]")).to_be_disabled()
        page.locator("[name=product]").select_option("vps")
        page.locator("[name=ordered_at]").first.press("Enter")
        expect(message.get_by_role("link")).to_have_count(2)
        message.get_by_role("link").first.click()
        page.wait_for_url("**/deadlines/")
        page.locator(".jump").get_by_role("link", name="Italia").click()
        expect(page.locator("td", has_text="lun 07/12").first).to_be_visible()
    assert not [request for request in serving.asked if "product" in request]


def test_nothing_leaves(browser: Browser, serving: Serving) -> None:
    """A whole visit asks this site only, for files only: no request carries an answer."""
    asked: list[str] = []
    with browser.new_context(base_url=serving.address) as context:
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        open_checker(page)
        fill(page, IN_TIME)
        submit(page)
        answer = answered(page)
        answer.locator(".checker-steps summary").click()
        answer.get_by_role("button", name="Prepara la dichiarazione").click()
        page.locator("#checker-sender-name").fill("Ada Bianchi")
        with page.expect_download():
            answer.get_by_role("button", name="calendario").click()
        page.goto("/order-status/")
        assert found(page, "recesso")
        assert [] == context.cookies()
        assert not re.search("2026-09-05|Bianchi", json.dumps(context.storage_state()))
    assert any(url.endswith(".wasm") for url in asked), "the worker's requests are seen too"
    assert {serving.address} == {f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in asked if "://" in url}
    assert all(request.startswith("GET ") and "?" not in request.splitlines()[0] for request in serving.asked)
    assert not [request for request in serving.asked if re.search("2026-09-05|web_hosting|Bianchi|recesso", request)]


@pytest.mark.parametrize("address", ["/", "/order-status/", "/withdrawal/"])
def test_other_pages_load_no_python(page: Page, serving: Serving, address: str) -> None:
    """Pages without the checker fetch nothing of it."""
    page.goto(address, wait_until="networkidle")
    assert serving.asked
    assert not [request for request in serving.asked if "assets/checker" in request]


def test_only_what_the_reader_chose_stays(browser: Browser, serving: Serving) -> None:
    """On the device a visit leaves the theme and the language once they were chosen; nothing more."""
    with browser.new_context(base_url=serving.address, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto("/")
        page.goto("/deadlines/it/")
        assert ([], []) == (context.cookies(), kept(page))
        page.get_by_role("button", name="Passa al tema scuro").click()
        page.locator(".md-header__button[aria-label='Scegli la lingua']").hover()
        page.locator(".md-select__link[hreflang=de]").click()
        page.wait_for_url("**/de/deadlines/it/")
        assert ["language-chosen", "palette-chosen"] == sorted(kept(page))
        assert [] == context.cookies()


def test_colours(page: Page) -> None:
    """A page has the system's colours, also when those change, until the reader chooses; then those, on every page."""
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_role("button", name="Passa al tema scuro").press("Enter")
    expect(page.get_by_role("button", name="Passa al tema chiaro")).to_be_focused()
    page.goto("/withdrawal/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def kept(page: Page) -> list[str]:
    """Give the names of what the browser keeps for the site."""
    names: list[str] = page.evaluate(KEPT)
    return names
