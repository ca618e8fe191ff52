"""What a page may load and run: the policy holds in the browser, with a server's headers or without; no page needs more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from checker.publish.serving import policy
from checker.words import LANGUAGES
from tests.browser.driving import IN_TIME, answered, fill, open_checker, submit
from tests.browser.serving import Serving
from tests.browser.test_searches import type_in
from tests.site.built import COUNTRIES, NAMES, page_path, place

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
  window.violations.push([violatedDirective, blockedURI, sample].join(" "));
});
"""

TRIED = """
async other => {
  const put = (name, given = {}, attributes = {}) => {
    const element = Object.assign(document.createElement(name), given);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  const came = element => new Promise(done => { element.onload = () => done(true); element.onerror = () => done(false); });
  const refused = async act => {
    try { return !(await act()); } catch { return true; }
  };
  window.ran = false;
  const outline = element => getComputedStyle(element).outlineWidth === "7px";
  const soon = act => new Promise(done => setTimeout(() => { try { done(act()); } catch { done(false); } }, 200));
  const tries = {
    "a script in the page": () => { put("script").append("window.ran = true"); return window.ran; },
    "a script by markup": () => {
      put("div").innerHTML = "<img src='x:' onerror='window.ran = true'>";
      return document.querySelector("[onerror]");
    },
    "a script's attribute": () => { put("button", {}, { onclick: "window.ran = true" }).click(); return window.ran; },
    "a script's address": () => came(put("script", {}, { src: `${other}/x.js` })),
    "a script made of text": () => soon(() => (0, eval)("true")), // the tool that runs this may: what it begins may not
    "a style in the page": () => { put("style").append("body { outline-width: 7px }"); return outline(document.body); },
    "a style's attribute": () => outline(put("p", {}, { style: "outline-width: 7px" })),
    "a style's address": () => came(put("link", { rel: "stylesheet", href: `${other}/x.css` })),
    "a picture": () => came(put("img", { src: `${other}/x.png` })),
    "a frame": () => { put("iframe", { src: `${other}/x.html` }); return soon(() => false); },
    "a request": () => fetch(`${other}/x.json`, { mode: "no-cors" }),
    "a beacon": () => { navigator.sendBeacon(`${other}/x`); return false; },
    "a form": () => { put("form", { action: `${other}/x`, method: "post" }).submit(); return false; },
    "another base": () => { put("base", { href: other }); return document.baseURI.startsWith(other); },
  };
  const came_through = [];
  for (const [name, act] of Object.entries(tries)) if (!(await refused(act))) came_through.push(name);
  await new Promise(done => setTimeout(done, 300));
  return { tried: Object.keys(tries).length, came_through, ran: window.ran, violations: window.violations };
}
"""
"""Tries what a stranger's script would: gives what it came through with, and what the browser said of the rest."""


@pytest.fixture(params=["headers", "meta"])
def page(request: pytest.FixtureRequest, browser: Browser, serving: Serving) -> Any:
    """A page of the site from a server that says the policy too, and from one that says nothing."""
    if request.param == "meta":
        serving.headers = {}
    with browser.new_context(base_url=serving.address) as context:
        context.add_init_script(WATCH)
        yield context.new_page()


@pytest.mark.parametrize("address", ["/", "/checker/"])
def test_a_strangers_script_gets_nowhere(page: Page, tmp_path: Path, address: str) -> None:
    """No script, style, picture, frame, request or form of another origin, and none in the page, however it got there."""
    for name in ("x.js", "x.css", "x.png", "x.html", "x.json"):
        (tmp_path / name).write_text("window.ran = true", encoding="utf-8")
    with Serving(tmp_path) as other:
        other.headers = {"Access-Control-Allow-Origin": "*"}
        page.goto(address)
        found = page.evaluate(TRIED, other.address)
        assert ([], False, []) == (found["came_through"], found["ran"], other.asked)
    assert found["tried"] == 14
    assert len(found["violations"]) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_needs_more(browser: Browser, serving: Serving, language: str) -> None:
    """Every page of a language opens without a single violation, that for what is not found and all countries' included."""
    found: dict[str, list[str]] = {}
    with browser.new_context(base_url=serving.address, service_workers="block") as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        for name in (*NAMES, *COUNTRIES, "nowhere"):
            page.goto(f"/{place(language, name)}")
            found[name] = page.evaluate("window.violations")
    assert {} == {name: violations for name, violations in found.items() if violations}


def test_nothing_that_a_reader_does_needs_more(page: Page) -> None:
    """Nor do the search, the checker with its letter and files, the other colours and the other language."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    open_checker(page)
    page.get_by_role("button", name="Passa al tema scuro").click()
    type_in(page, "recesso")
    expect(page.locator(".md-search-result__link").first).to_be_attached()
    fill(page, IN_TIME)
    submit(page)
    answer = answered(page)
    answer.get_by_role("button", name="Prepara la dichiarazione").click()
    page.locator("#checker-sender-name").fill("Ada Bianchi")
    with page.expect_download():
        answer.get_by_role("button", name="calendario").click()
    assert ([], []) == (page.evaluate("window.violations"), said)


def test_every_page_says_the_policy_first(site: Path) -> None:
    """Before anything that could load or run; and no page has a script or a style in it, or in an attribute."""
    for language in LANGUAGES:
        for name in (*NAMES, *COUNTRIES):
            html = page_path(site, language, name).read_text(encoding="utf-8")
            assert html.index(policy.IN_PAGE) < min(html.index("<script"), html.index("<link"))
            assert not re.search(r"<script>|<style|<[a-z][^<>]* (?:style|on[a-z]+)=", html), (language, name)


def test_no_other_site_can_show_it_in_a_frame(browser: Browser, serving: Serving, tmp_path: Path) -> None:
    """A frame of another origin stays empty, where the server says what the site has for servers."""
    (tmp_path / "index.html").write_text(f"<iframe src='{serving.address}/checker/'></iframe>", encoding="utf-8")
    with Serving(tmp_path) as other, browser.new_context() as context:
        other.headers = {}
        page = context.new_page()
        page.goto(other.address)
        (frame,) = page.frames[1:]
        assert "order_status" not in frame.content()
