"""What can go wrong on a device and on the way to it, each alone: the page says so, keeps what was typed, and goes on."""

from __future__ import annotations

from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.driving import IN_TIME, NOW, PATIENCE, answered, fill, open_checker, ready, settled, submit
from tests.site.built import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.serving import Serving

LEAN = "assets/checker/*/python.wasm"
SCRIPTS = ("page.mjs", "thread.mjs", "runner.mjs", "worker.mjs", "python.mjs", "host.mjs", "memory.mjs")
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


def fails(page: Page, language: str = "it") -> None:
    """The page says what went wrong in its language, has the focus there, and still holds what was typed."""
    failure = page.locator(".checker-failure")
    expect(failure).to_be_focused(timeout=PATIENCE)
    assert failure.locator("p").first.inner_text().strip()
    expect(page.locator("#checker-ordered_at")).to_have_value(IN_TIME["ordered_at"])
    expect(page.locator("[name=product]")).to_have_value(IN_TIME["product"])
    expect(page.locator("html")).to_have_attribute("lang", language)


def goes_on(page: Page) -> None:
    """A press of "Try again" leads to the answer, without a reload."""
    page.evaluate("window.stayed = true")
    page.locator(".checker-failure button").click()
    expect(page.locator(".checker-answer")).to_contain_text("21", timeout=PATIENCE)
    assert page.evaluate("window.stayed")


def press(page: Page) -> None:
    """Press the button; what comes of it may take a while."""
    page.locator(".checker-form [type=submit]").click()


@pytest.mark.parametrize("language", ["it", "de"])
def test_the_runtime_is_missing_for_a_while(page: Page, serving: Serving, language: str) -> None:
    """Where Python cannot be had the page says so, and has it as soon as it is there."""
    path = serving.path_of(LEAN)
    serving.replaced[path] = None
    open_checker(page, f"/{place(language, 'checker')}")
    fill(page, IN_TIME)
    press(page)
    fails(page, language)
    del serving.replaced[path]
    goes_on(page)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_is_slow_is_waited_for(page: Page, serving: Serving, script: str) -> None:
    """Half of a script, and the rest seconds later: the form stands meanwhile, and the answer comes."""
    rest = serving.halved[serving.path_of(f"assets/checker/page-*/{script}")] = Event()
    page.clock.set_fixed_time(NOW)
    page.goto("/checker/", wait_until="commit")
    expect(page.locator("[name=product]")).to_be_visible()
    Timer(2, rest.set).start()
    ready(page)
    fill(page, IN_TIME)
    submit(page)
    expect(page.locator(".checker-answer")).to_be_visible()


@pytest.mark.parametrize("damage", ["cut short", "another file", "one letter"])
def test_a_damaged_runtime_never_answers(page: Page, serving: Serving, damage: str) -> None:
    """A file that is not the one published is not used, though it may run: Pyodide as it comes answers instead."""
    path = serving.path_of(LEAN)
    content = (serving.folder / path[1:]).read_bytes()
    place = content.rindex(b"21 ") if b"21 " in content else content.rindex(b"checker")
    serving.replaced[path] = {
        "cut short": content[: len(content) // 2],
        "another file": b"<html><title>Sign in</title></html>",
        "one letter": content[:place] + b"x" + content[place + 1 :],
    }[damage]
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
    assert [line for line in serving.asked if "pyodide.asm.wasm" in line.splitlines()[0]]


def test_a_runtime_of_another_kind_is_taken(page: Page, serving: Serving) -> None:
    """A server that does not know WebAssembly's MIME type is no reason to fail, or to fetch more."""
    serving.kinds[".wasm"] = "application/octet-stream"
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
    assert not [line for line in serving.asked if "pyodide.asm.wasm" in line.splitlines()[0]]


def test_a_worker_that_was_killed(page: Page, serving: Serving) -> None:
    """A worker that is gone while it computes is noticed, by its silence; what was asked can be asked again."""
    path = serving.path_of("assets/checker/page-*/runner.mjs")
    script = (serving.folder / path[1:]).read_text(encoding="utf-8")
    assert "SILENCE = 30_000" in script
    serving.replaced[path] = script.replace("SILENCE = 30_000", "SILENCE = 2_000").encode()
    page.add_init_script(KILLED)
    open_checker(page)
    settled(page)
    page.evaluate("window.workers.forEach(worker => worker.terminate())")
    fill(page, IN_TIME)
    press(page)
    fails(page)
    goes_on(page)


def test_no_memory(page: Page, serving: Serving) -> None:
    """A device that gives Python no memory is said so, and Retry has it where there is some again."""
    path = serving.path_of("assets/checker/page-*/python.mjs")
    whole = serving.path_of("assets/checker/page-*/whole.mjs")
    for each in (path, whole):
        content = (serving.folder / each[1:]).read_bytes()
        serving.replaced[each] = REFUSED.encode() + content
    open_checker(page)
    fill(page, IN_TIME)
    press(page)
    fails(page)
    serving.replaced.clear()
    goes_on(page)


def test_the_line_is_lost_before_python_has_come(page: Page, serving: Serving) -> None:
    """Offline after the page and before Python: said, and made good when the line is back."""
    rest = serving.halved[serving.path_of(LEAN)] = Event()
    open_checker(page)
    fill(page, IN_TIME)
    press(page)
    expect(page.locator(".checker-progress")).to_be_visible()
    page.context.set_offline(True)
    fails(page)
    page.context.set_offline(False)
    rest.set()
    goes_on(page)


def test_back_and_forward(page: Page) -> None:
    """Who leaves an answer for another page and comes back finds it, and can go on asking."""
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    page.goto("/order-status/")
    page.go_back()
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre", timeout=PATIENCE)
    page.go_back()
    expect(page.locator(".checker-form")).to_be_visible()
    expect(page.locator("[name=product]")).to_have_value("web_hosting")
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")


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
