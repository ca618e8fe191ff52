"""Each file of the checker, missing, cut short, replaced, of the wrong kind or slow: said, and nothing is lost."""

from __future__ import annotations

from itertools import cycle
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from checker.publish import runtime
from checker.publish.form import LATE
from checker.publish.spoken import SPOKEN
from checker.words import text
from tests.browser.driving import IN_TIME, NOW, PATIENCE, answered, fill, open_checker, ready, submit
from tests.site.built import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.serving import Serving

PAGE = sorted({"page.mjs"} | runtime.imported("page.mjs"))
"""What the page's script is made of, behind the first module."""
THREAD = sorted({"worker.mjs", "python.mjs"} | runtime.imported("python.mjs"))
"""What the thread for Python is made of."""
LEAN = "python.wasm"
WHOLE = ("whole.mjs", *runtime.WHOLE, "rules.zip")
"""What is fetched where lean Python is no good."""
FAULTS = ("missing", "cut short", "another file", "of another kind")

BUTTON = ".checker-form [type=submit]"
AGAIN = ".checker-failure button"
TYPED = """
order => {
  for (const [name, value] of Object.entries(order)) {
    for (const control of document.querySelectorAll(`.checker-form [name=${name}]`)) {
      if (control.type === "radio") control.checked = control.value === value;
      else if (control.type !== "checkbox") control.value = value;
    }
  }
}
"""
"""Answers the questions before the page's script has come."""
WHILE_LATER = "document.getAnimations().forEach(animation => animation.finish())"


def spoil(serving: Serving, name: str, fault: str) -> None:
    """The server has one file that is not what was published."""
    path = serving.path_of(f"assets/**/{name}")
    content = (serving.folder / path[1:]).read_bytes()
    match fault:
        case "missing":
            serving.replaced[path] = None
        case "cut short":
            serving.replaced[path] = content[: len(content) // 2]
        case "another file":
            serving.replaced[path] = b"<html><title>Sign in</title></html>"
        case "of another kind":
            serving.kinds[name] = "text/plain"


def mend(serving: Serving) -> None:
    """From now on the server has all as it was published."""
    serving.replaced.clear()
    serving.kinds.clear()


def says(page: Page, message: str, language: str) -> None:
    """The page says this in its language, has the focus there, and leads to what needs no program; what was typed stands."""
    failure = page.locator(".checker-failure")
    expect(failure).to_be_focused(timeout=PATIENCE)
    expect(failure.locator("p").first).to_have_text(text(SPOKEN[message], language))
    expect(failure.get_by_role("link")).to_have_count(2)
    expect(page.locator("#checker-ordered_at")).to_have_value(IN_TIME["ordered_at"])
    expect(page.locator("[name=product]")).to_have_value(IN_TIME["product"])


def goes_on(page: Page, day: str = "21 settembre") -> None:
    """The answer comes, on the page that stands."""
    page.evaluate("window.stayed = true")
    page.locator(AGAIN).click()
    expect(page.locator(".checker-answer")).to_contain_text(day, timeout=PATIENCE)
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize(("fault", "language"), [("missing", "it"), ("of another kind", "pl")])
def test_no_module_runs(page: Page, serving: Serving, fault: str, language: str) -> None:
    """Where not even the one runs that says so, the page does by itself after a while, and that the button waits for it."""
    spoil(serving, "mishap.mjs", fault)
    spoil(serving, "page.mjs", fault)
    page.goto(f"/{place(language, 'checker')}")
    late = page.locator(".checker-late")
    expect(late).to_be_hidden()
    page.evaluate(WHILE_LATER)
    expect(late).to_contain_text(text(LATE, language))
    expect(late).to_be_in_viewport(ratio=1)
    expect(late.get_by_role("link")).to_have_count(2)
    expect(page.locator(BUTTON)).to_be_disabled()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_module_for_mishaps(page: Page, serving: Serving, fault: str) -> None:
    """Without it, everything works that would have worked with it."""
    spoil(serving, "mishap.mjs", fault)
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")


@pytest.mark.parametrize(("name", "fault"), [*zip(PAGE, cycle(FAULTS))])
def test_a_module_of_the_page(page: Page, serving: Serving, name: str, fault: str) -> None:
    """Said at a press; trying again is of no use, and changes nothing, until all is there: then the page opens as it was."""
    spoil(serving, name, fault)
    page.goto(f"/{place('de', 'checker')}")
    page.evaluate(TYPED, IN_TIME)
    for press in (BUTTON, AGAIN):
        page.locator(press).click()
        says(page, "failed_start", "de")
    mend(serving)
    page.evaluate("window.before = true")
    page.locator(AGAIN).click()
    page.wait_for_function("!window.before")
    expect(page.locator(".checker-late")).to_have_count(0)
    expect(page.locator("[name=customer_type]")).to_have_value(IN_TIME["customer_type"])
    expect(page.locator("[name=payment_status][value=paid]")).to_be_checked()


@pytest.mark.parametrize(("name", "fault"), [(LEAN, "missing"), *zip(THREAD, cycle(FAULTS))])
def test_a_module_of_the_thread(page: Page, serving: Serving, name: str, fault: str) -> None:
    """Said at once; trying again leads to the answer, on the page that stands, as soon as all is there."""
    spoil(serving, name, fault)
    open_checker(page, f"/{place('fr', 'checker')}")
    expect(page.locator(".checker-failure")).to_be_visible(timeout=PATIENCE)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    says(page, "failed_download", "fr")
    mend(serving)
    goes_on(page, "21 septembre")


def test_what_was_kept_is_not_trusted_again(page: Page, serving: Serving) -> None:
    """After a failed start Python is asked of the server anew, past what the browser may have kept of it."""
    spoil(serving, LEAN, "missing")
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    says(page, "failed_download", "it")
    mend(serving)
    goes_on(page)
    first, *_, last = [line.lower() for line in serving.asked if LEAN in line.splitlines()[0]]
    assert "cache-control: no-cache" not in first
    assert "cache-control: no-cache" in last


@pytest.mark.parametrize(("name", "fault"), [*zip(WHOLE, cycle(FAULTS[:3]))])
def test_a_file_of_pyodide(page: Page, serving: Serving, name: str, fault: str) -> None:
    """Where lean Python is no good, and of Pyodide as it comes a file, the page says so, and goes on with what is mended."""
    spoil(serving, LEAN, "cut short")
    spoil(serving, name, fault)
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    says(page, "failed_download", "it")
    mend(serving)
    goes_on(page)


@pytest.mark.parametrize(("fault", "kind"), [("one letter", "application/wasm"), ("another file", "text/plain")])
def test_a_damaged_runtime_never_answers(page: Page, serving: Serving, fault: str, kind: str) -> None:
    """A file that is not the one published is not used, though it may run: Pyodide as it comes answers, of whatever kind."""
    path = serving.path_of(f"assets/**/{LEAN}")
    content = (serving.folder / path[1:]).read_bytes()
    letter = content.rindex(b"checker")
    spoil(serving, LEAN, fault)
    if fault == "one letter":
        serving.replaced[path] = content[:letter] + b"x" + content[letter + 1 :]
    serving.kinds[".wasm"] = kind
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


def test_a_slow_script_of_the_page(page: Page, serving: Serving) -> None:
    """Half of it, and the rest much later: the form stands meanwhile, the page says what it waits for, and then works."""
    rest = serving.halved[serving.path_of("assets/**/page.mjs")] = Event()
    page.clock.set_fixed_time(NOW)
    page.goto("/checker/", wait_until="commit")
    expect(page.locator("[name=product]")).to_be_visible()
    page.evaluate(TYPED, IN_TIME)
    page.evaluate(WHILE_LATER)
    expect(page.locator(".checker-late")).to_be_visible()
    rest.set()
    ready(page)
    expect(page.locator(".checker-late")).to_have_count(0)
    submit(page)
    expect(answered(page)).to_contain_text("21 settembre")


@pytest.mark.parametrize("name", ["worker.mjs", LEAN])
def test_a_slow_file_of_python(page: Page, serving: Serving, name: str) -> None:
    """Waited for half a minute, in which the page says so, and as long as the device sleeps; then the answer comes by itself.

    After half a minute it counts as failed, and can be tried again.
    """
    rest = serving.halved[serving.path_of(f"assets/**/{name}")] = Event()
    page.clock.install(time=NOW)
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(BUTTON).click()
    for _ in range(2):
        page.clock.fast_forward("01:00:00")
        page.clock.run_for("00:13")
    expect(page.locator(".checker-progress:visible")).to_contain_text(SPOKEN["waiting"])
    page.clock.run_for("00:10")
    says(page, "failed_download", "it")
    rest.set()
    goes_on(page)


@pytest.mark.parametrize("pattern", ["checker.css", "main.*.css", "bundle.*.js", "site.*.js", "palette.*.js", "languages.*.js"])
def test_what_the_checker_can_do_without(page: Page, serving: Serving, pattern: str) -> None:
    """Its own look and the theme's are missed, and the answer comes; what would find nothing is not offered."""
    spoil(serving, pattern, "missing")
    open_checker(page)
    page.locator("[name=product]").scroll_into_view_if_needed()
    fill(page, IN_TIME)
    submit(page)
    expect(page.locator(".checker-answer")).to_contain_text("21 settembre")
    assert 100 > page.evaluate(
        "Math.max(...[...document.querySelectorAll('svg')].map(each => each.getBoundingClientRect().width))"
    )
    expect(page.locator(".md-search")).to_be_visible(visible="bundle" not in pattern)


def test_what_only_a_new_page_brings(browser: Browser, serving: Serving) -> None:
    """Where trying again was of no use, the next time opens the page anew, and goes on to the answer."""
    spoil(serving, "trusted.*.js", "missing")  # no thread begins without its rule; Playwright is not to lift that
    with browser.new_context(base_url=serving.address, service_workers="block") as context:
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(f"/checker/#answered?{urlencode(IN_TIME)}")
        says(page, "failed_start", "it")
        mend(serving)
        with page.expect_response(lambda response: response.request.method == "HEAD"):
            page.locator(AGAIN).click()
        says(page, "failed_start", "it")
        page.locator(AGAIN).click()
        expect(page.locator(".checker-answer")).to_contain_text("21 settembre", timeout=PATIENCE)
