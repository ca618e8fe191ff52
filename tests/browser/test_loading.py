"""What a page makes the browser fetch, and when."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_searches import type_in
from tests.site.built import EVERY_PAGE, place
from tests.site.built import page as built_page
from tests.site.weight import address, loaded, weight

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.serving import Serving


SHIFTED = """
() => new Promise(resolve => {
  const shifts = [];
  new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(shifts.reduce((sum, { value }) => sum + value, 0)), 200);
})
"""
"""How far what can be seen has moved since the page was first painted: Cumulative Layout Shift."""


def late(route: Route) -> None:
    """Let a request through after half a second."""
    time.sleep(0.5)
    route.continue_()


def asked(serving: Serving) -> list[str]:
    """The paths that the server was asked for, in order."""
    return [request.split()[1] for request in serving.asked]


def opened(page: Page, where: str) -> list[str]:
    """The addresses of all requests that opening a page makes until none has come for half a second."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"/{where}", wait_until="networkidle")
    return requests


@pytest.mark.parametrize("language", ["it", "de", "pl"])
def test_the_faq_loads_its_own_files_only(page: Page, serving: Serving, site: Path, language: str) -> None:
    """What its weight counts, each file once; no Python, nothing of the checker's, nothing from elsewhere."""
    requests = opened(page, place(language, "order-status"))
    assert [] == [request for request in requests if not request.startswith(f"{serving.address}/")]
    counted = {kind: {address(site, file) for file in files} for kind, files in loaded(site, language, "order-status").items()}
    whenever = counted.pop("pictures")  # those further down wait until they are scrolled to
    paths = asked(serving)
    assert sorted(set().union(*counted.values())) == sorted(path for path in paths if path not in whenever)
    assert len(paths) == len(set(paths))
    assert [] == [path for path in paths if "/checker/" in path or path.endswith((".wasm", ".zip", ".py"))]


@pytest.mark.parametrize("language", ["it", "pl"])
def test_what_is_searched_is_fetched_with_the_first_query(page: Page, serving: Serving, language: str) -> None:
    """Material's worker and the language's entries, once each, however much is typed."""
    opened(page, place(language, "order-status"))
    before = len(asked(serving))
    type_in(page, "OVHcloud")
    type_in(page, "2026")
    entries, worker = sorted(asked(serving)[before:], key=lambda path: "worker" in path)
    assert entries.startswith(f"/assets/search/{language}.")
    assert worker.startswith("/assets/javascripts/workers/search.")


def test_a_search_survives_a_lost_connection(page: Page, serving: Serving) -> None:
    """Entries that could not be fetched are asked for again, without another letter, as long as somebody waits for them."""
    opened(page, place("it", "order-status"))
    entries = serving.path_of("assets/search/it.*json")
    serving.replaced[entries] = None
    box = page.locator("[data-md-component=search-query]")
    with page.expect_response(f"**{entries}"):
        box.press_sequentially("ordine")
    del serving.replaced[entries]
    page.locator(".md-search-result__link").first.wait_for()


@pytest.mark.parametrize("name", ["order-status", "checker"])
@pytest.mark.parametrize("language", ["it", "pl"])
def test_nothing_moves_as_a_page_opens(browser: Browser, serving: Serving, language: str, name: str) -> None:
    """Neither what is offered nor what the scripts do moves the text, however late Material's and the checker's arrive."""
    with browser.new_context(base_url=serving.address, locale="en-GB", viewport={"width": 412, "height": 823}) as context:
        page = context.new_page()
        page.route(re.compile(r"/assets/javascripts/bundle\.|/page\.mjs$"), late)
        page.goto(f"/{place(language, name)}", wait_until="networkidle")
        page.locator(".offer:visible").wait_for()
        assert page.evaluate(SHIFTED) < 0.01


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_no_script_keeps_a_page_waiting(site: Path, language: str, name: str) -> None:
    """All but the small ones run when the text stands: what may become markup, the colours, the offer of another language."""
    scripts = [script.attributes for script in built_page(site, language, name).all("script") if "src" in script.attributes]
    waiting = [str(script["src"]) for script in scripts if "defer" not in script and script.get("type") != "module"]
    files = [next(site.glob(f"assets/js/{Path(script).name}")) for script in waiting]
    assert ["trusted", "palette", "languages"] == [file.name.partition(".")[0] for file in files]
    assert 2_000 > sum(map(weight, files))
