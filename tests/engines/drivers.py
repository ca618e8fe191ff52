"""Firefox and WebKit as Debian has them: Firefox by WebDriver BiDi, which it speaks itself, WebKit by its own WebDriver.

Playwright drives Chromium only as it comes from a distribution, and its own builds of the others would have to be downloaded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.serving.conftest import free_port

PATIENCE = 120.0
"""How long a slow machine may take for one step, in seconds."""
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
"""Firefox asks nobody for anything."""
PRIVATE = PREFERENCES | {"browser.privatebrowsing.autostart": True, "dom.serviceWorkers.enabled": False}
"""A private window, as older ones are: without service workers."""


class Failed(Exception):
    """What the page's script threw, or what the browser said instead of an answer."""


class Tab(ABC):
    """A page in some engine."""

    name: str

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open an address, and wait until the page is loaded."""

    @abstractmethod
    def back(self) -> None:
        """Go back to the page before."""

    @abstractmethod
    def run(self, script: str, *given: Any) -> Any:
        """What a function's body gives, which may await, for `given`: JSON in, JSON out. Raises Failed."""

    def until(self, condition: str) -> None:
        """Wait until an expression is true. Raises Failed where it never is."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(f"return Boolean({condition});"):
            if time.monotonic() > deadline:
                raise Failed(f"{self.name}: never came true: {condition}")
            time.sleep(0.05)


class Firefox(Tab):
    """One tab of Firefox, by WebDriver BiDi. https://w3c.github.io/webdriver-bidi/."""

    name = "firefox"

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._said = 0
        self._ask("session.new", capabilities={"alwaysMatch": {}})
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def goto(self, address: str) -> None:
        """Open an address, and wait until the page is loaded."""
        self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def back(self) -> None:
        """Go back to the page before."""
        self._ask("browsingContext.traverseHistory", context=self._context, delta=-1)

    def run(self, script: str, *given: Any) -> Any:
        """What a function's body gives: see Tab."""
        found = self._ask(
            "script.callFunction",
            functionDeclaration=f"""async text => {{
                const run = async (...given) => {{ {script} }};
                return JSON.stringify((await run(...JSON.parse(text))) ?? null);
            }}""",
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._context},
            awaitPromise=True,
        )
        if found["type"] == "exception":
            raise Failed(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def _ask(self, method: str, **given: Any) -> Any:
        self._said += 1
        self._line.send(json.dumps({"id": self._said, "method": method, "params": given}))
        while True:
            heard = json.loads(self._line.recv(timeout=PATIENCE))
            if heard.get("id") == self._said:
                if heard["type"] == "error":
                    raise Failed(f"{heard['error']}: {heard['message']}")
                return heard["result"]


class WebKit(Tab):
    """One window of WebKitGTK's small browser, by WebDriver. https://www.w3.org/TR/webdriver/."""

    name = "webkit"

    def __init__(self, address: str, browser: Path) -> None:
        self._address = address
        options = {"binary": str(browser), "args": ["--automation"]}
        self._session = ""
        made = self._ask("POST", "session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self._session = f"session/{made['sessionId']}/"
        self._ask("POST", "timeouts", {"script": int(PATIENCE * 1000), "pageLoad": int(PATIENCE * 1000)})

    def goto(self, address: str) -> None:
        """Open an address, and wait until the page is loaded."""
        self._ask("POST", "url", {"url": address})

    def back(self) -> None:
        """Go back to the page before."""
        self._ask("POST", "back", {})

    def run(self, script: str, *given: Any) -> Any:
        """What a function's body gives: see Tab."""
        whole = (
            "const [text, done] = arguments;"
            f"(async (...given) => {{ {script} }})(...JSON.parse(text))"
            ".then(found => ({ found: found ?? null }), error => ({ error: String(error) }))"
            ".then(said => done(JSON.stringify(said)));"
        )
        said = json.loads(self._ask("POST", "execute/async", {"script": whole, "args": [json.dumps(given)]}))
        if "error" in said:
            raise Failed(said["error"])
        return said["found"]

    def close(self) -> None:
        """End the browser."""
        self._ask("DELETE", "")

    def _ask(self, method: str, what: str, given: Any = None) -> Any:
        address = f"{self._address}/{self._session}{what}".rstrip("/")
        data = None if given is None else json.dumps(given).encode()
        request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.loads(answer.read())["value"]
        except urllib.error.HTTPError as error:
            raise Failed(error.read().decode()) from None


@contextmanager
def firefox(preferences: Mapping[str, Any] = PREFERENCES) -> Iterator[Tab]:
    """A Firefox with an empty profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        told = "".join(f'user_pref("{name}", {json.dumps(value)});\n' for name, value in preferences.items())
        (Path(profile) / "user.js").write_text(told, encoding="utf-8")
        command = [found("firefox-esr"), "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with running(
            command, stderr=subprocess.PIPE, env=os.environ | {"HOME": profile, "MOZ_CRASHREPORTER_DISABLE": "1"}
        ) as process:
            assert process.stderr
            address = next(line.split()[-1] for line in process.stderr if "WebDriver BiDi listening on" in line)
            with connect(f"{address}/session", max_size=None, open_timeout=PATIENCE) as line:
                yield Firefox(line)


@contextmanager
def webkit() -> Iterator[Tab]:
    """A WebKit on a screen that nobody sees."""
    (browser, *_) = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, screen() as display:
        environment = os.environ | {
            "HOME": home,
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": home,
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        }
        port = free_port()
        with running([found("WebKitWebDriver"), f"--port={port}"], env=environment):
            tab = answering(lambda: WebKit(f"http://127.0.0.1:{port}", browser))
            yield tab
            tab.close()


ENGINES = {"firefox": firefox, "webkit": webkit}


@contextmanager
def screen() -> Iterator[str]:
    """An X server without a screen; the name of its display."""
    reading, writing = os.pipe()
    command = [found("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        number = re.match(rb"\d+", os.read(reading, 16))
        assert number
        yield f":{number[0].decode()}"


@contextmanager
def running(command: list[str], **given: Any) -> Iterator[subprocess.Popen[str]]:
    """A program, ended with all that it has begun."""
    process = subprocess.Popen(command, text=True, stdout=subprocess.DEVNULL, start_new_session=True, **given)
    try:
        yield process
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=PATIENCE)
        if process.stderr:
            process.stderr.close()


def answering(ask: Any) -> Any:
    """What a program gives that may still be starting."""
    for _ in range(100):
        try:
            return ask()
        except OSError:
            time.sleep(0.1)
    return ask()


def found(program: str) -> str:
    """Where a program is. Raises Failed where it is not installed, with the command that installs it."""
    place = shutil.which(program)
    if not place:
        raise Failed(f"There is no {program} here. python3 -m checker.dev test installs it on Debian.")
    return place
