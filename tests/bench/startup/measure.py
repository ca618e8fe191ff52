"""One visit of a customer to a page that answers about an order: when, at what cost, and what was sent for it."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from playwright.sync_api import Error

from tests.bench.startup.link import Line
from tests.bench.startup.processor import Use, group_of, slower
from tests.browser.conftest import QUIET
from tests.browser.customers import KNOWN
from tests.browser.driving import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Playwright

WATCH = Path(__file__).parent / "watch.js"
PATIENCE = 240_000
"""How long an answer may take on the slowest line, in milliseconds."""
LINGER = 2.0
"""How long a customer reads the answer before the browser is closed, in seconds: it writes its caches meanwhile."""

PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The customer's line (None: as fast as the machine), how many times slower the processor is, a phone or not.

    Of the visits the first has a fresh profile, the second what the browser has kept of the first.
    """

    line: Line | None = None
    slower: int = 1
    phone: bool = False
    visits: tuple[str, ...] = ("first", "second")


SETTINGS = {
    "fast": Setting(),
    "9 Mbit/s": Setting(Line(9e6, 0.060), visits=("first",)),
    "phone": Setting(Line(1.6e6, 0.150), slower=4, phone=True),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """Times in milliseconds from the start of the navigation.

    ready       Python can answer
    answered    the answer stands in the page
    painted     the frame that shows it is drawn
    long_tasks  each task of more than 50 ms on the main thread
    processor   what all processes of the browser together worked until then
    others      the part of the processors that others used meanwhile, 0 to 1
    answer      what the page says
    """

    ready: float
    answered: float
    painted: float
    long_tasks: tuple[float, ...]
    processor: float
    others: float
    answer: str


@cache
def order() -> str:
    """An order of five days ago, all that its customer knows of it, as the page's address carries it."""
    day = (datetime.now(UTC) - timedelta(days=5)).date().isoformat()
    return urlencode([(name, written(value)) for name, value in (KNOWN | {"ordered_at": day}).items()])


@contextmanager
def browser(playwright: Playwright, profile: Path, setting: Setting) -> Iterator[tuple[Page, int]]:
    """Chromium with a profile's folder, slowed as the setting says: its page, which is watched, and its process group."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=shutil.which("chromium"), args=list(QUIET), **(PHONE if setting.phone else {})
    )
    try:
        page = context.pages[0]
        page.set_default_timeout(PATIENCE)
        page.add_init_script(path=WATCH)
        time.sleep(0.5)  # what a browser does at its own start is over
        group = group_of(profile)
        with slower(group, setting.slower):
            yield page, group
    finally:
        context.close()


def visit(page: Page, group: int, address: str) -> Visit:
    """Follow a link that brings all answers along and wants to be answered at once."""
    use = Use(group)
    page.goto(f"{address}#answered?{order()}", wait_until="commit")
    seen = _seen(page, "answered")
    processor, others = use.told()
    time.sleep(LINGER)
    long_tasks = page.evaluate("watched.at.long")
    ready = seen.get("ready") or page.evaluate("watched.at.ready")
    return Visit(ready, seen["answered"], seen["painted"], tuple(long_tasks), processor, others, seen["answer"])


def click(page: Page, address: str) -> tuple[float, float]:
    """Press the button once Python is at hand and all is filled in: milliseconds until the answer stands, and is drawn."""
    page.goto("about:blank")
    page.goto(f"{address}#answers?{order()}", wait_until="commit")
    _seen(page, "readied")
    time.sleep(1)
    page.locator("[type=submit]").first.click()
    seen = _seen(page, "answered")
    return seen["answered"] - seen["clicked"], seen["painted"] - seen["clicked"]


def _seen(page: Page, moment: str) -> dict[str, Any]:
    script = f"""() => Promise.race([
      watched.{moment}.then(() => watched.at),
      new Promise((_, reject) => setTimeout(reject, {PATIENCE}, new Error("no answer"))),
    ])"""
    try:
        seen: dict[str, Any] = page.evaluate(script)
    except Error as error:
        error.add_note(f"{page.url.split('#')[0]} showed: {page.inner_text('body')[:500]}")
        raise
    return seen
