"""What can go wrong on a device and on the way to it, each alone: the page says so, keeps what was typed, and goes on."""

from __future__ import annotations

import shutil
from threading import Event
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from checker.publish.spoken import SPOKEN
from tests.browser.conftest import QUIET
from tests.browser.driving import IN_TIME, NOW, answered, fill, open_checker, settled, submit
from tests.browser.test_files import AGAIN, BUTTON, goes_on, says

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.serving import Serving

LEAN = "assets/checker/*/python.wasm"
REFUSED = """
const refuse = () => { throw new RangeError("out of memory"); };
WebAssembly.Memory = refuse;
WebAssembly.instantiate = async () => refuse();
"""
NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
}
"""
KILLED = """
window.workers = [];
window.Worker = class extends Worker { constructor(...given) { super(...given); window.workers.push(this); } };
"""
KEPT = "addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; })"


def test_no_webassembly(page: Page, serving: Serving) -> None:
    """A browser without WebAssembly is told so, in its reader's language, and led to the rules in prose; it loads nothing."""
    page.add_init_script("delete globalThis.WebAssembly")
    open_checker(page, "/es/checker/")
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    says(page, "failed_wasm", "es")
    expect(page.locator(AGAIN)).to_be_hidden()
    assert not [line for line in serving.asked if ".wasm" in line.splitlines()[0]]
    page.locator(".checker-failure").get_by_role("link").last.click()
    page.wait_for_url("**/es/withdrawal/")
    expect(page.locator("article h1")).to_be_visible()


def test_a_worker_that_was_killed(page: Page) -> None:
    """A worker that is gone while it computes is noticed, by its silence; the reader is told to wait, then to try again."""
    page.add_init_script(KILLED)
    page.clock.install(time=NOW)
    open_checker(page)
    settled(page)
    page.evaluate("window.workers.forEach(worker => worker.terminate())")
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    page.clock.run_for("00:02")
    expect(page.locator(".checker-progress:visible")).to_have_text(SPOKEN["waiting"])
    page.clock.run_for("00:30")
    says(page, "failed_answer", "it")
    goes_on(page)


def test_no_memory(page: Page, serving: Serving) -> None:
    """A device that gives Python no memory is said so, and Retry has it where there is some again."""
    for name in ("python.mjs", "whole.mjs"):
        path = serving.path_of(f"assets/checker/page-*/{name}")
        serving.replaced[path] = REFUSED.encode() + (serving.folder / path[1:]).read_bytes()
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    says(page, "failed_start", "it")
    serving.replaced.clear()
    goes_on(page)


def test_the_line_is_lost_before_python_has_come(page: Page, serving: Serving) -> None:
    """Offline after the page and before Python: said, and made good when the line is back."""
    rest = serving.halved[serving.path_of(LEAN)] = Event()
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    expect(page.locator(".checker-progress")).to_be_visible()
    page.context.set_offline(True)
    serving.hang_up()
    says(page, "failed_download", "it")
    page.context.set_offline(False)
    rest.set()
    goes_on(page)


def test_a_page_without_tls(browser: Browser, serving: Serving) -> None:
    """Where the connection is not safe a browser can compare no sums and keeps nothing: the answer is there all the same."""
    with browser.new_context(base_url=serving.address.replace("127.0.0.1", "orders.test"), bypass_csp=True) as context:
        page = context.new_page()
        open_checker(page)
        assert not page.evaluate("isSecureContext")
        fill(page, IN_TIME)
        submit(page)
        expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
    assert not [line for line in serving.asked if "pyodide.asm.wasm" in line.splitlines()[0]]


def test_back_and_forward(page: Page) -> None:
    """Who leaves an answer for another page and comes back finds it, and can go on asking."""
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    page.goto("/order-status/")
    page.go_back()
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
    page.go_back()
    expect(page.locator(".checker-form")).to_be_visible()
    expect(page.locator("[name=product]")).to_have_value("web_hosting")
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")


def test_a_page_that_the_browser_kept(browser: Browser, serving: Serving) -> None:
    """Left while Python was on its way, and come back to as it was left: the answer comes, and the next one."""
    rest = serving.halved[serving.path_of(LEAN)] = Event()
    keeping = browser.browser_type.launch(
        executable_path=shutil.which("chromium"), args=list(QUIET), ignore_default_args=["--disable-back-forward-cache"]
    )
    page = keeping.new_page(base_url=serving.address, service_workers="block", bypass_csp=True)
    page.add_init_script(KEPT)
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    page.goto("/order-status/")
    page.evaluate("history.back()")
    page.wait_for_function("window.persisted")
    rest.set()
    expect(answered(page)).to_contain_text("21 settembre")
    page.locator(".checker-told button").first.click()
    submit(page)
    expect(answered(page)).to_contain_text("21 settembre")
    keeping.close()


def test_nothing_can_be_stored(browser: Browser, serving: Serving) -> None:
    """A browser that refuses every kind of storage: all works, and nothing fails aloud."""
    with browser.new_context(base_url=serving.address) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(NO_STORAGE)
        open_checker(page)
        page.get_by_role("button", name="Passa al tema scuro").click()
        fill(page, IN_TIME)
        submit(page)
        expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
        assert [] == errors


def test_two_tabs(page: Page) -> None:
    """Each has its own order and its own answer."""
    other = page.context.new_page()
    for one, order in ((page, IN_TIME), (other, {**IN_TIME, "ordered_at": "2026-09-07"})):
        open_checker(one)
        fill(one, order)
    for one in (page, other):
        submit(one)
    assert "21 settembre" in answered(page).inner_text()
    assert "21 settembre" in answered(other).inner_text()
    other.go_back()
    expect(page.locator(".checker-answer")).to_be_visible()


@pytest.mark.parametrize(("now", "today"), [("2026-09-09T10:00:00Z", "9 settembre"), ("2026-09-11T10:00:00Z", "11 settembre")])
def test_a_clock_that_is_wrong_by_a_day_can_be_seen(page: Page, now: str, today: str) -> None:
    """The last day hangs on the order, not on the clock; what hangs on the clock names the day that it took for today."""
    open_checker(page, now=now)
    fill(page, IN_TIME)
    submit(page)
    answer = answered(page)
    expect(answer).to_contain_text("lunedì 21 settembre 2026")
    expect(answer.locator(".checker-record")).to_contain_text(today)


def test_a_clock_that_is_behind_is_named(page: Page) -> None:
    """Who ordered today by the calendar, and tomorrow by the device, is told which of the two to look at."""
    open_checker(page, now="2026-09-09T10:00:00Z")
    fill(page, {**IN_TIME, "ordered_at": "2026-09-10"})
    submit(page)
    expect(answered(page)).to_contain_text("«10 settembre 2026» è nel futuro. Se non lo è, controlla la data del tuo computer")


def test_the_time_zone_changes_in_the_middle(page: Page) -> None:
    """A customer who lands elsewhere gets the same answer: days are those of where they live."""
    protocol = page.context.new_cdp_session(page)
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    before = page.locator(".checker-answer h2").inner_text()
    protocol.send("Emulation.setTimezoneOverride", {"timezoneId": "Pacific/Auckland"})
    page.locator(".checker-told button").first.click()
    submit(page)
    assert before == page.locator(".checker-answer h2").inner_text()
