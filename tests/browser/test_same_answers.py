"""The browser's Python and this one give the same JSON for the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.publish import runtime
from checker.publish.runtime import archives, lean
from tests.browser.driving import (
    CASES,
    PATIENCE,
    differing,
    enterable,
    fill,
    heard,
    open_checker,
    questions,
    said_by_cpython,
    settled,
    through_worker,
    typed,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.serving import Serving

ORDERS = [case["order"] for case in CASES]


def test_every_case_through_the_worker(page: Page) -> None:
    """Each case, sent straight to the worker, comes back with CPython's verdict."""
    open_checker(page)
    assert [] == differing(ORDERS, [said["verdict"] for said in through_worker(page, ORDERS)])


def test_the_comparison_can_fail(page: Page, serving: Serving) -> None:
    """A tampered Python, in whose rules the period has 15 days, is caught."""
    tampered = lean.lean(runtime.PYODIDE, with_fifteen_days(runtime.archive()))
    path = serving.path_of("assets/checker/*/python.wasm")
    html = (serving.folder / "checker/index.html").read_text(encoding="utf-8")
    shipped = archives.digest((serving.folder / path[1:]).read_bytes())
    serving.replaced |= {path: tampered, "/checker/": html.replace(shipped, archives.digest(tampered)).encode()}
    open_checker(page)
    assert differing(ORDERS, [said["verdict"] for said in through_worker(page, ORDERS)])


def test_cases_through_the_form(page: Page) -> None:
    """Each case that a person can enter, put into the form, is answered as CPython answers it, word for word."""
    open_checker(page)
    asked = questions(page)
    entered = [case for case in CASES if enterable(case["order"], asked)]
    assert len(entered) >= 100
    settled(page)
    for case in entered:
        page.clock.set_fixed_time(case["order"]["now"])
        fill(page, case["order"])
        page.wait_for_function("window.asking === 0", timeout=PATIENCE)  # no answer to what was asked before is still to come
        page.locator(".checker-form").evaluate("form => (form.requestSubmit(), new Promise(requestAnimationFrame))")
        page.wait_for_function("window.asking === 0", timeout=PATIENCE)  # or it was found ahead
        now = page.evaluate(
            "new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()"
        )  # the page asks about the minute
        said = heard(page)
        expected = said_by_cpython({**case["order"], "now": now}, "it")
        assert expected == said, case["id"]
        assert typed(case["order"]) or case["expected"].items() <= said["verdict"].items(), case["id"]


def with_fifteen_days(archive: bytes) -> bytes:
    """The archive with one number changed."""
    contents = archives.unpacked(archive)
    changed = contents["checker/rules/periods.py"].replace(b"14 * DAY", b"15 * DAY")
    assert changed != contents["checker/rules/periods.py"]
    return archives.archive(contents | {"checker/rules/periods.py": changed})
