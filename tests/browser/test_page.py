"""The checker page as a customer meets it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from checker.rules.order import FIELDS
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

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.serving import Serving

ASKED_ELSEWHERE = {"now", "lines", "time_zone"}
"""The browser's clock tells the present, several products make lines, and the place tells the time zone."""


def test_every_field_is_asked(page: Page) -> None:
    """The form asks for each field of the contract that a customer can know."""
    page.goto("/checker/")
    assert set(FIELDS) - ASKED_ELSEWHERE == questions(page).keys()


def test_answer(page: Page) -> None:
    """The answer gives the last day in words, the safe day, the status, each step with its source, and takes focus."""
    open_checker(page)
    fill(page, IN_TIME, questions(page))
    submit(page)
    answer = answered(page)
    expect(answer.get_by_role("heading")).to_be_focused()
    expect(answer.get_by_role("heading")).to_contain_text("lunedì 21 settembre 2026")
    expect(answer).to_contain_text("sabato 19 settembre 2026")
    expect(answer).to_contain_text("Completata")
    answer.locator(".checker-steps summary").click()
    steps = heard(page)["explanation"]["steps"]
    assert len(steps) == answer.locator("ol > li").count()
    for step, item in zip(steps, answer.locator("ol > li").all(), strict=True):
        expect(item).to_contain_text(step["text"])
        expect(item.locator(".checker-nature")).to_have_text(step["nature_label"])
        expect(item.get_by_role("link")).to_have_attribute("href", step["source"]["address"])


def test_english(page: Page) -> None:
    """The English page answers in English."""
    open_checker(page, "/en/checker/")
    fill(page, IN_TIME, questions(page))
    submit(page)
    expected = said_by_cpython({**IN_TIME, "now": NOW}, "en")["explanation"]
    assert expected == heard(page)["explanation"]
    expect(answered(page)).to_contain_text("Monday, 21 September 2026")


def test_several_products(page: Page) -> None:
    """An order with several products gets an answer for each, under the product's name."""
    open_checker(page)
    fill(page, IN_TIME, questions(page))
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


def test_errors(page: Page) -> None:
    """Errors stand in a summary that takes focus and links to the fields, which are marked; what was typed stays."""
    open_checker(page)
    fill(page, IN_TIME | {"ordered_at": "2026-09-11", "withdrawn_at": "2026-09-12"}, questions(page))
    submit(page)
    summary = page.locator(".checker-summary")
    expect(summary).to_be_focused()
    assert ["ordered_at", "withdrawn_at"] == heard(page)["verdict"]["errors"]
    for field in ("ordered_at", "withdrawn_at"):
        control = page.locator(f"[name={field}]")
        expect(control).to_have_attribute("aria-invalid", "true")
        expect(control).to_have_accessible_description(
            re.compile(re.escape(page.locator(f"#checker-{field}-error").inner_text()))
        )
    expect(page.locator("[name=ordered_at]")).to_have_value("2026-09-11")
    expect(page.locator("[name=product]")).to_have_value("web_hosting")
    page.locator(".checker-more").evaluate("more => { more.open = false; }")
    summary.get_by_role("link").nth(1).click()
    expect(page.locator("[name=withdrawn_at]")).to_be_focused()
    page.locator("[name=ordered_at]").fill("2026-09-05")
    page.locator("[name=withdrawn_at]").fill("2026-09-08")
    submit(page)
    expect(summary).to_be_hidden()
    assert page.locator("[aria-invalid]").count() == 0


def test_date_typed_in_part(page: Page) -> None:
    """A date typed only in part is not taken for no date: it is an error on its field."""
    open_checker(page)
    fill(page, {field: value for field, value in IN_TIME.items() if field != "ordered_at"}, questions(page))
    page.locator("[name=ordered_at]").focus()
    page.keyboard.type("09")
    submit(page)
    expect(page.locator("#checker-ordered_at-error")).to_contain_text("incompleta")


def test_missing_answers(page: Page) -> None:
    """What the answer waits for is linked from it; a question folded away is unfolded."""
    open_checker(page, now="2026-10-20T10:00:00Z")
    fill(page, IN_TIME, questions(page))
    page.locator(".checker-more").evaluate("more => { more.open = false; }")
    submit(page)
    assert "info_given" in heard(page)["verdict"]["missing"]
    expect(page.locator("[data-field=info_given]")).to_be_visible()
    answered(page).get_by_role("link", name=page.locator("[data-field=info_given] legend").inner_text()).first.click()
    expect(page.locator("[name=info_given]").first).to_be_focused()


def test_changed_answers_outdate(page: Page) -> None:
    """An answer to what no longer stands in the form says so."""
    open_checker(page)
    fill(page, IN_TIME, questions(page))
    submit(page)
    expect(page.locator(".checker-outdated")).to_be_hidden()
    page.locator("[name=product]").select_option("domain")
    expect(page.locator(".checker-outdated")).to_be_visible()


def test_follow_up_questions(page: Page) -> None:
    """The expiry is asked of unpaid orders only, the delivery of goods only, the region where one can matter."""
    page.goto("/checker/")
    page.locator(".checker-more summary").click()
    asked = ("order_expires", "delivered_on", "region")
    for answer, then in (
        ({"payment_status": "paid", "product": "vps", "country": "GB"}, set()),
        ({"payment_status": "unpaid"}, {"order_expires"}),
        ({"product": "goods"}, {"order_expires", "delivered_on"}),
        ({"country": "DE"}, {"order_expires", "delivered_on", "region"}),
    ):
        fill(page, answer, questions(page))
        shown = {field for field in asked if page.locator(f"[name={field}]").is_visible()}
        assert then == shown
    assert "DE-BY" in page.locator("[name=region] option").evaluate_all("options => options.map(each => each.value)")
    assert page.locator("[name=region] [value=IT-BZ]").count() == 0


def test_asked_before_python_is_there(page: Page, serving: Serving) -> None:
    """Pressed while Python is still on its way, the button shows how far it is; the answer comes by itself."""
    rules = serving.path_of("assets/checker/*/rules.zip")
    held: list[Route] = []
    page.context.route(f"**{rules}", lambda route: held.append(route))
    open_checker(page)
    fill(page, IN_TIME, questions(page))
    page.locator(".checker-form [type=submit]").click()
    expect(page.locator(".checker-progress")).to_be_visible()
    expect(page.locator(".checker-progress progress")).to_be_visible()
    page.wait_for_function("document.querySelector('.checker-progress progress').value > 0.5", timeout=PATIENCE)
    held.pop().continue_()
    expect(answered(page).get_by_role("heading")).to_be_focused()
    expect(page.locator(".checker-progress")).to_be_hidden()


@pytest.mark.parametrize(
    "missing", ["worker.mjs", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "rules.zip"]
)
def test_missing_file(page: Page, serving: Serving, missing: str) -> None:
    """Where a file of the runtime is missing, the page says so and leads to the rules in prose."""
    serving.replaced[serving.path_of(f"assets/checker/*/{missing}")] = None
    open_checker(page)
    failure = page.locator(".checker-failure")
    expect(failure).to_be_visible(timeout=PATIENCE)
    expect(failure).to_contain_text("scaricare")
    failure.get_by_role("link").click()
    page.wait_for_url("**/withdrawal/")
    assert "404" not in page.title()


def test_trying_again(page: Page, serving: Serving) -> None:
    """An order given while the runtime cannot be had is kept, and answered when trying again succeeds."""
    path = serving.path_of("assets/checker/*/rules.zip")
    serving.replaced[path] = None
    open_checker(page)
    fill(page, IN_TIME, questions(page))
    page.locator(".checker-form [type=submit]").click()
    failure = page.locator(".checker-failure")
    expect(failure).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".checker-progress")).to_be_hidden()
    del serving.replaced[path]
    failure.get_by_role("button").click()
    expect(answered(page)).to_contain_text("21 settembre")
    expect(failure).to_be_hidden()


def test_damaged_wasm(page: Page, serving: Serving) -> None:
    """A runtime that cannot be compiled is reported, not waited for."""
    serving.replaced[serving.path_of("assets/checker/*/pyodide.asm.wasm")] = b"\0asm damaged"
    open_checker(page)
    expect(page.locator(".checker-failure")).to_be_visible(timeout=PATIENCE)


def test_no_webassembly(page: Page) -> None:
    """A browser without WebAssembly is told so."""
    page.add_init_script("delete globalThis.WebAssembly")
    open_checker(page)
    expect(page.locator(".checker-failure")).to_contain_text("WebAssembly")


def test_no_javascript(browser: Browser, serving: Serving) -> None:
    """Without JavaScript the form stands, a message leads to the rules in prose, and nothing is sent."""
    with browser.new_context(base_url=serving.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/checker/")
        expect(page.locator("[name=order_status]")).to_be_visible()
        expect(page.locator("[name=order_expires]")).to_be_visible()
        message = page.locator(".checker-notice")
        expect(message).to_contain_text("JavaScript")
        expect(page.locator(".checker-form")).to_have_attribute("method", "dialog")
        expect(page.locator(".checker-form [type=submit]")).to_be_disabled()
        page.locator("[name=product]").select_option("vps")
        page.locator("[name=ordered_at]").press("Enter")
        message.get_by_role("link").click()
        page.wait_for_url("**/withdrawal/")
    assert not [request for request in serving.asked if "product" in request]


def test_nothing_leaves(browser: Browser, serving: Serving) -> None:
    """A whole visit asks this site only, for files only: no request carries an answer."""
    asked: list[str] = []
    with browser.new_context(base_url=serving.address) as context:
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        open_checker(page)
        fill(page, IN_TIME, questions(page))
        submit(page)
        answered(page).locator(".checker-steps summary").click()
        page.goto("/order-status/")
        assert [] == context.cookies()
        assert "2026-09-05" not in json.dumps(context.storage_state())
    assert any(url.endswith(".wasm") for url in asked), "the worker's requests are seen too"
    assert {serving.address} == {f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in asked if "://" in url}
    assert all(request.startswith("GET ") and "?" not in request.splitlines()[0] for request in serving.asked)
    assert not [request for request in serving.asked if "2026-09-05" in request or "web_hosting" in request]


@pytest.mark.parametrize("address", ["/", "/order-status/", "/withdrawal/"])
def test_other_pages_load_no_python(page: Page, serving: Serving, address: str) -> None:
    """Pages without the checker fetch nothing of it."""
    page.goto(address, wait_until="networkidle")
    assert serving.asked
    assert not [request for request in serving.asked if "assets/checker" in request]


def test_keyboard(page: Page) -> None:
    """The whole way can be gone by keyboard alone."""
    open_checker(page)
    page.locator("[name=order_status]").focus()
    tab = page.keyboard.press
    page.keyboard.type("Completata")
    tab("Tab")
    tab("Space")  # the first choice: paid
    tab("Tab")
    page.keyboard.type("09052026")
    tab("Tab")  # past the calendar's button
    if page.evaluate("document.activeElement.name") == "ordered_at":
        tab("Tab")
    page.keyboard.type("Privato")
    tab("Tab")
    page.keyboard.type("Italia")
    tab("Tab")
    page.keyboard.type("VPS")
    tab("Tab")  # to "another product"
    tab("Tab")
    tab("Space")  # the first choice: new
    tab("Tab")  # the details
    tab("Tab")
    expect(page.locator(".checker-form [type=submit]")).to_be_focused()
    tab("Enter")
    expect(answered(page).get_by_role("heading")).to_contain_text("lunedì 21 settembre 2026")
    tab("Tab")
    expect(answered(page).locator("summary")).to_be_focused()
    tab("Enter")
    expect(answered(page).locator("ol")).to_be_visible()


@pytest.mark.parametrize(("width", "scale"), [(320, 1), (1280, 4)])
def test_narrow(page: Page, width: int, scale: int) -> None:
    """At 320 pixels, and at 1280 with 400 % zoom, nothing runs out of the page, and targets are 24 pixels or more."""
    page.set_viewport_size({"width": width // scale, "height": 900 // scale})
    open_checker(page)
    fill(page, IN_TIME, questions(page))
    submit(page)
    answered(page).locator(".checker-steps summary").click()
    outside = page.locator(".checker *").evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().right > innerWidth).map(each => each.outerHTML)"
    )
    assert [] == outside
    small = page.locator(".checker :is(select, button, input[type=date], .checker-radio, summary)").evaluate_all(
        "all => all.filter(each => each.offsetParent && Math.min(each.offsetWidth, each.offsetHeight) < 24)"
        ".map(each => each.outerHTML)"
    )
    assert [] == small
