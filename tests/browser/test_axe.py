"""axe-core on the checker page, in each of its states, in each language, in light or in dark."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from checker.publish.runtime import WEB
from checker.rules.order import FIELDS
from checker.rules.verdict import Outcome
from checker.words import LANGUAGES
from tests.browser.customers import CUSTOMERS, EVERYTHING, KNOWN
from tests.browser.driving import PATIENCE, answered, caught, fill, go_to, heard, open_checker, submit, unfold
from tests.site.built import NAMES, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
"""
PALETTES: dict[str, Literal["light", "dark"]] = {
    language: "dark" if number % 2 else "light" for number, language in enumerate(LANGUAGES)
}
"""Colours do not hang on the language: they take turns."""

PASTED = Path(__file__).parents[1] / "cases" / "pasted.toml"
TEXTS: list[dict[str, Any]] = tomllib.loads(PASTED.read_text(encoding="utf-8"))["case"]


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page: each time the rule and the element."""
    found: list[str] = page.evaluate(RUN)
    return found


def before_python(page: Page, language: str) -> Iterator[str]:
    """The states of a page whose Python does not arrive; at the end it is on its way again, with an order to answer."""
    held: list[Route] = []
    page.context.route("**/python.wasm", lambda route: held.append(route))
    open_checker(page, f"/{place(language, 'checker')}")
    yield "the empty form"
    fill(page, EVERYTHING)
    page.locator(".checker-add").click()
    expect(page.locator(".checker-field:visible")).to_have_count(len(set(FIELDS) - {"now", "lines", "time_zone"}))
    yield "all questions"
    page.locator(".checker-form [type=submit]").click()
    expect(page.locator(".checker-progress")).to_be_visible()
    yield "loading"
    caught(page, held).abort()
    expect(page.locator(".checker-failure")).to_be_focused(timeout=PATIENCE)
    yield "runtime missing"
    page.context.unroute("**/python.wasm")
    page.locator(".checker-failure button").click()
    answered(page)


def before_the_answer(page: Page, language: str) -> Iterator[str]:
    """The states in which the form asks, once Python is there."""
    fill(page, {"ordered_at": "2026-09-12"})
    submit(page)
    assert "invalid" == heard(page)["verdict"]["outcome"]
    yield "errors"
    page.locator(".checker-paste summary").click()
    area = page.locator(".checker-paste textarea")
    area.fill(next(case["text"] for case in TEXTS if case["name"].startswith(f"{language}:") and case.get("fields")))
    area.blur()
    expect(page.locator(".checker-understood-go button").first).to_be_focused()
    yield "pasted text understood"


def answers(page: Page) -> Iterator[str]:
    """Each answer, with all that can be unfolded."""
    for outcome, known in CUSTOMERS.items():
        if outcome is not Outcome.INVALID:
            fill(page, known)
            submit(page)
            assert outcome == heard(page)["verdict"]["outcome"]
            unfold(page)
            yield outcome
    several = [*((field, value) for field, value in KNOWN.items() if field != "product")]
    go_to(page, urlencode([*several, ("product", "web_hosting"), ("product", "domain")]))
    submit(page)
    expect(page.locator(".checker-part")).to_have_count(2)
    unfold(page)
    yield "several products"
    for button in page.locator(".checker-actions .md-button").all()[:2]:
        button.hover()
        yield f"the pointer on {button.inner_text()}"


@pytest.mark.parametrize(("language", "palette"), list(PALETTES.items()))
def test_axe_finds_nothing(page: Page, language: str, palette: Literal["light", "dark"]) -> None:
    """No state of the page violates a rule of WCAG 2.2 A and AA or of good practice, in light or in dark."""
    page.emulate_media(reduced_motion="reduce", color_scheme=palette)
    page.add_init_script(path=AXE)
    found: dict[str, list[str]] = {}
    for states in (before_python(page, language), before_the_answer(page, language), answers(page)):
        found |= {state: violations(page) for state in states}
    assert {"light": "default", "dark": "slate"}[palette] == page.locator("body").get_attribute("data-md-color-scheme")
    assert len(found) >= 6 + len(Outcome)
    assert {} == {state: violated for state, violated in found.items() if violated}


@pytest.mark.parametrize(("language", "palette"), list(PALETTES.items()))
def test_axe_finds_nothing_on_the_other_pages(page: Page, language: str, palette: Literal["light", "dark"]) -> None:
    """No written page and no country's page violates a rule of WCAG 2.2 A and AA or of good practice, on a phone."""
    page.emulate_media(reduced_motion="reduce", color_scheme=palette)
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(path=AXE)
    found = {}
    for name in (*NAMES, "deadlines/de"):
        page.goto(f"/{place(language, name)}")
        found[name] = violations(page)
    assert {} == {name: violated for name, violated in found.items() if violated}
