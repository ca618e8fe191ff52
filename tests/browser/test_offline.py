"""Visits without a network, and what happens while a new version of the site is being published."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import QUIET
from tests.browser.driving import IN_TIME, NOW, PATIENCE, answered, fill, open_checker, ready, said_by_cpython, submit
from tests.browser.serving import Serving
from tests.browser.test_files import AGAIN, BUTTON, says
from tests.conftest import build
from tests.site.built import Page as Built
from tests.site.built import place
from tests.site.scratch import copied, spoil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

OLD = "Sì, puoi recedere: fino a lunedì 21 settembre 2026 compreso."
NEW = "Sì, adesso puoi recedere: fino a lunedì 21 settembre 2026 compreso."
"""What the two versions of the site answer."""

WORKER = "/sw.js"
HELD = """
const held = [];
addEventListener("focusin", () => {
  for (const post of held) post();
  held.push = post => post();
});
globalThis.Worker = class extends Worker {
  postMessage(...given) {
    held.push(() => super.postMessage(...given));
  }
};
"""
"""Holds back what the thread is told until the form is touched: Python starts then."""

KEPT = """
async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    kept[name.split(" ").at(-1)] = (await cache.keys()).map(({ url }) => url);
  }
  return kept;
}
"""
ALONE = "version => caches.keys().then(([name, ...others]) => name.endsWith(version) && !others.length)"
DIFFERING = """
async addresses => {
  const differing = [];
  for (const address of addresses) {
    const [kept, served] = await Promise.all([caches.match(address), fetch(`${address}?`, { cache: "reload" })]);
    const [ours, theirs] = await Promise.all([kept, served].map(each => each.arrayBuffer().then(all => new Uint8Array(all))));
    const same = served.ok && ours.length === theirs.length && ours.every((byte, at) => byte === theirs[at]);
    if (!same) differing.push(address);
  }
  return differing;
}
"""
"""Asks the server itself: with a query, an address is none of those that the service worker answers."""


def kept(page: Page) -> dict[str, list[str]]:
    """The addresses of all that is kept, by the version of the site that it belongs to."""
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


@pytest.fixture
def page(everyday: Page) -> Page:
    """A page as a reader's browser has it."""
    return everyday


def version(page: Page) -> str:
    """The version of the site that a page says it is of."""
    said = page.locator("meta[name=version]").get_attribute("content")
    assert said
    return said


def version_of(site: Path) -> str:
    """The version of a built site."""
    return Built(site / "index.html").one("meta", name="version").attributes["content"]


def at_rest(page: Page) -> None:
    """Waits until all is kept for the next visit, and the page is in the service worker's care."""
    ready(page)
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'", timeout=PATIENCE)


def until(page: Page, condition: str, *given: str) -> None:
    """Waits until a condition holds that the browser tells by a promise, which `wait_for_function` does not wait for."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(condition, *given):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def newer_is_kept(page: Page) -> None:
    """Waits until all of a newer version is kept as well, behind the one in use."""
    until(page, "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)")


def open_in(page: Page, wanted: str) -> None:
    """Opens the checker of the version wanted: on a busy machine the server may be too late, and the kept page comes."""
    open_checker(page)
    while version(page) != wanted:
        open_checker(page)


def answer_of(page: Page) -> str:
    """What the checker says of an order that is in time."""
    fill(page, IN_TIME)
    submit(page)
    return answered(page).get_by_role("heading", level=2).inner_text()


def paths(serving: Serving, but: str = "?") -> list[str]:
    """The paths below the root that the server was asked for, but for requests that say `but`."""
    return [request.split(" ")[1].lstrip("/") for request in serving.asked if but not in request]


def asked_in_vain(page: Page) -> list[str]:
    """The addresses that the page asks for from now on and does not get, as they come."""
    found: list[str] = []
    page.on("requestfailed", lambda request: found.append(request.url))
    page.on("response", lambda response: None if response.ok else found.append(response.url))
    return found


@pytest.mark.parametrize(("folder", "language"), [("", "it"), ("", "pl"), ("orders/", "it"), ("orders/", "de")])
def test_the_second_visit_needs_no_network(browser: Browser, site: Path, tmp_path: Path, folder: str, language: str) -> None:
    """Once Python has been there, the checker answers with the server gone, every file at hand, wherever the site lies."""
    (tmp_path / "orders").symlink_to(site)
    address = f"/{folder}{place(language, 'checker')}"
    with Serving(tmp_path if folder else site) as serving, browser.new_context(base_url=serving.address) as context:
        first = context.new_page()
        open_checker(first, address)
        at_rest(first)
        serving.stop()
        page = context.new_page()
        lost = asked_in_vain(page)
        open_checker(page, address)
        expected = said_by_cpython({**IN_TIME, "now": NOW}, language)["explanation"]["answer"]
        assert expected == answer_of(page)
        assert [] == lost
        page.locator(".checker-answer a[href*='/withdrawal/'], .checker-answer a[href*='/order-status/']").first.click()
        page.wait_for_url(re.compile(f"/{folder}{place(language, 'index')}(withdrawal|order-status)/#"))
        expect(page.locator("article h1")).to_be_visible()
        assert [] == lost


def test_a_page_that_was_visited_can_be_read_again(page: Page, serving: Serving) -> None:
    """Under its own address and under one from the search; one that was never visited is the browser's own error."""
    open_checker(page)
    at_rest(page)
    page.goto("/status/?h=consegna#delivery-times", wait_until="networkidle")
    title = page.title()
    serving.stop()
    lost = asked_in_vain(page)
    for address in ("/status/", "/status/?h=ordine"):
        page.goto(address, wait_until="networkidle")  # what a page still asks when it is left is broken off
        assert title == page.title()
    assert [] == lost
    with pytest.raises(Error, match="ERR_"):
        page.goto("/sources/")


def test_reading_alone_keeps_nothing(page: Page, serving: Serving) -> None:
    """A visit without the checker leaves no service worker and no copies, and asks for none."""
    for address in ("/", "/status/", "/de/withdrawal/", "/deadlines/it/"):
        page.goto(address, wait_until="networkidle")
    assert 0 == page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length")
    assert {} == kept(page)
    assert not [request for request in serving.asked if WORKER in request]


@pytest.mark.parametrize("how", ["blocked", "unknown", "refused", "missing", "wrong", "no room"])
def test_no_service_worker_no_difference(browser: Browser, serving: Serving, how: str) -> None:
    """Where there can be no service worker, or its script is no good, the checker answers and nothing fails aloud."""
    no_room = "new DOMException('', 'QuotaExceededError')"
    refused = "navigator.serviceWorker.register = () => { throw new DOMException('', 'SecurityError'); }"
    ways = {"unknown": "delete Navigator.prototype.serviceWorker", "refused": refused}
    scripts: dict[str, bytes | None] = {
        "missing": None,
        "wrong": b"<html>",
        "no room": f"addEventListener('install', event => event.waitUntil(Promise.reject({no_room})));".encode(),
    }
    if how in scripts:
        serving.replaced[WORKER] = scripts[how]
    blocking = "block" if how == "blocked" else "allow"
    with browser.new_context(base_url=serving.address, service_workers=blocking) as context:  # type: ignore[arg-type]  # two literals
        page = context.new_page()
        if how in ways:
            page.add_init_script(ways[how])
        loud: list[object] = []
        page.on("pageerror", lambda error: loud.append(error))
        for _ in range(2):
            open_checker(page)
            assert OLD == answer_of(page)
        assert [] == loud
        assert not page.evaluate("Boolean(navigator.serviceWorker?.controller)")


def test_nothing_is_kept_but_what_is_published(page: Page, serving: Serving) -> None:
    """All that is kept is the same, byte for byte, as what the server gives everybody; no address carries an answer."""
    open_checker(page)
    at_rest(page)
    answer_of(page)
    page.goto("/de/checker/?from=mail#answers?ordered_at=2026-09-05&product=web_hosting")
    ready(page)
    page.goto("/en/status/#answers?ordered_at=2026-09-05")
    page.goto("/checker/", wait_until="networkidle")
    ((said, addresses),) = kept(page).items()
    assert version(page) == said
    assert {f"{serving.address}/{name}" for name in ("checker/", "de/checker/", "de/deadlines/", "en/status/")} <= {*addresses}
    assert [] == [address for address in addresses if "?" in address or "#" in address]
    assert [] == page.evaluate(DIFFERING, addresses)
    assert [] == page.evaluate("() => indexedDB.databases()")


@pytest.mark.parametrize("wrong", [b"<html><title>Sign in</title></html>", None])
def test_what_is_no_page_of_the_site_is_never_kept(page: Page, serving: Serving, wrong: bytes | None) -> None:
    """A network's page for signing in and an error are shown, for they are what there is; the kept page stays as it was."""
    open_checker(page)
    at_rest(page)
    serving.replaced["/checker/"] = serving.replaced["/status/"] = wrong
    for address in ("/checker/", "/status/"):
        page.goto(address)
        assert page.locator(".checker").count() == 0
    serving.stop()
    open_checker(page)
    assert OLD == answer_of(page)
    with pytest.raises(Error, match="ERR_"):
        page.goto("/status/")


def test_what_is_damaged_on_its_way_is_not_kept(page: Page, serving: Serving) -> None:
    """A file that comes late, as what is searched does, is kept only as it was published: else it is asked for again."""
    open_checker(page)
    at_rest(page)
    entries = serving.path_of("assets/search/it.*json")
    serving.replaced[entries] = b"<html><title>Sign in</title></html>"
    with page.expect_event("requestfailed", lambda request: request.url.endswith(entries)):
        page.locator("[data-md-component=search-query]").press_sequentially("ordine")
    del serving.replaced[entries]
    page.locator(".md-search-result__link").first.wait_for(state="attached")


def test_a_server_that_does_not_answer_is_not_waited_for(page: Page, serving: Serving) -> None:
    """Where the line is there and nothing comes over it, the kept page stands and answers."""
    open_checker(page)
    at_rest(page)
    serving.talking.clear()
    page.goto("/checker/")
    assert OLD == answer_of(page)


def test_what_the_page_has_loaded_is_not_loaded_again(browser: Browser, serving: Serving, tmp_path: Path) -> None:
    """What is kept comes from the browser's own store where it has it: the server is asked whether it is still the same."""
    chromium = shutil.which("chromium")
    own = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=chromium, args=QUIET, base_url=serving.address
    )
    with own as context:
        page = context.new_page()
        open_checker(page)
        at_rest(page)
        (addresses,) = kept(page).values()
    whole = paths(serving, "If-Modified-Since")
    assert [] == sorted({path for path in whole if whole.count(path) > 1})
    assert len(addresses) > 20


@pytest.fixture(scope="module")
def newer(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next version of the site, in Italian: other rules, another page script and another page, the same Python."""
    folder = tmp_path_factory.mktemp("newer")
    project = copied(folder / "project")
    spoil(project, "checker/words/sentences.py", '"Sì, puoi recedere: fino', '"Sì, adesso puoi recedere: fino')
    spoil(project, "checker/web/fields.mjs", "export class Fields", "/* newer */ export class Fields")
    spoil(project, "docs/it/status.md", "Trovi lo stato", "Adesso trovi lo stato")
    done = build(project, folder / "site", ONLY="it")
    assert 0 == done.status, done.log
    later = (site / "index.html").stat().st_mtime + 60  # servers compare whole seconds
    for path in done.site.rglob("*"):
        os.utime(path, (later, later))
    return done.site


class Host(Serving):
    """A server whose site is exchanged for another at once."""

    def publish(self, site: Path) -> None:
        """Serve this version of the site, and nothing of any other."""
        following = self.folder.with_name("following")
        following.symlink_to(site)
        following.rename(self.folder)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """A server that serves the version of today."""
    with Host(tmp_path / "served") as server:
        server.publish(site)
        yield server


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """Who has used the checker before."""
    with browser.new_context(base_url=host.address) as context:
        page = context.new_page()
        open_checker(page)
        at_rest(page)
        page.goto("/status/", wait_until="networkidle")
        page.close()
        yield context


def test_an_open_page_outlives_its_version(reader: BrowserContext, host: Host, newer: Path) -> None:
    """It starts Python from its own files, which the server no longer has; the next page is of the new version wholly.

    When no page of the old one is open any more nothing of it is left, and what was visited is there in the new version.
    """
    page = reader.new_page()
    page.add_init_script(HELD)
    open_checker(page)
    old = version(page)
    host.publish(newer)
    host.asked.clear()
    page.locator("[name=product]").first.focus()
    assert OLD == answer_of(page)
    assert [] == [path for path in paths(host) if not (newer / path).exists()]

    following = reader.new_page()
    lost = asked_in_vain(following)
    new = version_of(newer)
    open_in(following, new)
    assert NEW == answer_of(following)
    assert [] == lost
    newer_is_kept(following)
    assert {old, new} == kept(page).keys()
    assert OLD == answer_of(page)
    page.close()
    following.close()

    last = reader.new_page()
    last.goto("/privacy/")
    until(last, ALONE, new)
    assert [] == last.evaluate(DIFFERING, kept(last)[new])
    host.stop()
    last.goto("/status/")
    expect(last.locator("article")).to_contain_text("Adesso trovi lo stato")
    open_checker(last)
    assert new == version(last)
    assert NEW == answer_of(last)


def test_an_open_page_whose_files_are_gone(browser: Browser, host: Host, newer: Path) -> None:
    """On a first visit nothing is kept yet: trying again, the second time, opens the new version, with the answers."""
    with browser.new_context(base_url=host.address, service_workers="block", bypass_csp=True) as context:
        page = context.new_page()
        host.replaced[host.path_of("assets/checker/*/python.wasm")] = None
        open_checker(page)
        host.publish(newer)
        fill(page, IN_TIME)
        page.locator(BUTTON).click()
        says(page, "failed_download", "it")
        with page.expect_response(lambda response: response.request.method == "HEAD"):
            page.locator(AGAIN).click()
        says(page, "failed_download", "it")
        page.locator(AGAIN).click()
        assert NEW == answered(page).get_by_role("heading", level=2).inner_text()


def test_a_version_that_is_published_by_half_is_not_taken(reader: BrowserContext, host: Host, site: Path, newer: Path) -> None:
    """With a file missing on the server the page says so; without a network the old version stands, whole; later the new."""
    host.publish(newer)
    python = host.path_of("assets/checker/*/python.wasm")
    host.replaced[python] = None
    page = reader.new_page()
    open_in(page, version_of(newer))
    expect(page.locator(".checker-failure")).to_be_visible(timeout=PATIENCE)
    host.talking.clear()
    open_in(page, version_of(site))
    assert OLD == answer_of(page)
    host.talking.set()
    del host.replaced[python]
    open_in(page, version_of(newer))
    assert NEW == answer_of(page)


@pytest.mark.parametrize("seed", range(6))
def test_no_moment_of_publishing_mixes_versions(reader: BrowserContext, host: Host, newer: Path, seed: int) -> None:
    """Whenever about a start the other version takes the place of this one, a page gets the answer of its own version."""
    page = reader.new_page()
    open_checker(page, "/status/")
    moment = random.Random(seed).uniform(-300, 1200)  # milliseconds after the start
    if moment < 0:
        host.publish(newer)
    page.evaluate("() => { location.href = '/checker/'; }")
    if moment > 0:
        page.wait_for_timeout(moment)
        host.publish(newer)
    page.wait_for_url("**/checker/")
    shown = answer_of(page)
    assert shown == (NEW if version(page) == version_of(newer) else OLD)
