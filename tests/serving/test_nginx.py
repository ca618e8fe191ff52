"""A real nginx with the configuration that the project gives out: kinds, packing, caching, redirects, pages not found."""

from __future__ import annotations

import http.client
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from checker.publish.serving import nginx
from checker.publish.serving.headers import FOR_EVER, NEVER_UNASKED, SHORT
from tests.conftest import ROOT
from tests.serving.conftest import Nginx, free_port
from tests.site.built import LANGUAGES, NOT_FOUND, place

FAQ = "/en/order-status/"
KINDS = {
    FAQ: "text/html; charset=utf-8",
    "/en/order-status.md": "text/markdown; charset=utf-8",
    "/llms.txt": "text/plain; charset=utf-8",
    "/feed.xml": "application/rss+xml; charset=utf-8",
    "/pl/feed.xml": "application/rss+xml; charset=utf-8",
    "/sitemap.xml": "application/xml",
    "/de/search/search_index.json": "application/json",
    "/order.schema.json": "application/json",
    "assets/css/site.*.css": "text/css; charset=utf-8",
    "assets/js/site.*.js": "text/javascript; charset=utf-8",
    "assets/checker/page-*/page.mjs": "text/javascript; charset=utf-8",
    "assets/checker/**/*.wasm": "application/wasm",
    "assets/checker/rules-*/*.zip": "application/zip",
    "assets/images/favicon.*.svg": "image/svg+xml",
    "assets/cards/it/index.*.png": "image/png",
}
"""The kind of file at an address, or at that of the first file for a pattern."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers by name in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask a server of this machine; a header's name is written with underscores."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def address(site: Path, place: str) -> str:
    """The path of a place: itself, or that of the first file for a pattern."""
    return place if place.startswith("/") else f"/{min(site.glob(place)).relative_to(site).as_posix()}"


def test_nginx_accepts_the_file_that_the_command_prints(site: Path, tmp_path: Path) -> None:
    """`nginx -t` finds nothing to say against it, with the Brotli module and without."""
    for more in ([], ["--no-brotli"], ["--under", "/orders/"]):
        command = [sys.executable, "-m", "checker.publish.serving.nginx", "--root", str(site), "--name", "example.org", *more]
        printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        assert ("brotli_static on;" in printed) is ("--no-brotli" not in more)
        tested = subprocess.run(
            Nginx.of(tmp_path, printed.replace("listen 80;", "listen 8080;"), 8080).command("-t", "-q"),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (0, "") == (tested.returncode, tested.stderr)


@pytest.mark.parametrize("where", KINDS)
def test_files_are_of_the_right_kind(server: int, site: Path, where: str) -> None:
    """Browsers compile WebAssembly while it arrives, run modules and read feeds only if the server says that they are."""
    answer = ask(server, address(site, where))
    assert (200, KINDS[where], "nosniff") == (
        answer.status,
        answer.headers["content-type"],
        answer.headers["x-content-type-options"],
    )


@pytest.mark.parametrize(
    ("accepted", "sent", "ending"),
    [("gzip, deflate, br", "br", ".br"), ("gzip, deflate", "gzip", ".gz"), ("identity", "", ""), ("br;q=0", "", "")],
)
@pytest.mark.parametrize("where", [FAQ, "/en/search/search_index.json", "assets/checker/**/*.wasm"])
def test_what_was_packed_at_build_is_sent(server: int, site: Path, where: str, accepted: str, sent: str, ending: str) -> None:
    """Brotli to whom it is known, gzip to others, plain to the rest: the very bytes that the build wrote."""
    path = address(site, where)
    answer = ask(server, path, Accept_Encoding=accepted)
    file = site / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")
    assert sent == answer.headers.get("content-encoding", "")
    assert Path(f"{file}{ending}").read_bytes() == answer.body
    assert "Accept-Encoding" == answer.headers["vary"]


def test_without_the_brotli_module_gzip_is_sent(site: Path, tmp_path: Path) -> None:
    """The configuration for an nginx that has no such module."""
    port = free_port()
    with Nginx.of(tmp_path, nginx.configuration(str(site), f"127.0.0.1:{port}", brotli=False), port).running():
        assert "gzip" == ask(port, FAQ, Accept_Encoding="gzip, br").headers["content-encoding"]


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        *((where, SHORT) for where in KINDS if where.startswith("/")),
        *((where, FOR_EVER) for where in KINDS if where.startswith("assets")),
        ("/en/nowhere/", NEVER_UNASKED),
        ("/assets/nowhere.js", NEVER_UNASKED),
        ("/assets/", NEVER_UNASKED),
        ("/en/order-status", NEVER_UNASKED),
        ("/sw.js", NEVER_UNASKED),
    ],
)
def test_how_long_it_may_be_kept(server: int, site: Path, where: str, kept: str) -> None:
    """For ever what tells its content by its name, for minutes what does not, and never an error or a service worker."""
    assert kept == ask(server, address(site, where)).headers["cache-control"]


def test_a_service_worker_that_is_there_is_not_kept(tmp_path: Path) -> None:
    """It decides what else is kept: browsers have to ask for it each time."""
    (tmp_path / "sw.js").write_text("// a service worker")
    port = free_port()
    with Nginx.of(tmp_path, nginx.configuration(str(tmp_path), f"127.0.0.1:{port}"), port).running():
        answer = ask(port, "/sw.js")
    assert (200, NEVER_UNASKED) == (answer.status, answer.headers["cache-control"])


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_what_has_not_changed_is_not_sent_again(server: int, accepted: str) -> None:
    """Whoever has it, packed as it may be, gets a 304 without a body and may keep it on."""
    first = ask(server, FAQ, Accept_Encoding=accepted)
    again = ask(server, FAQ, Accept_Encoding=accepted, If_None_Match=first.headers["etag"])
    assert (304, b"", SHORT) == (again.status, again.body, again.headers["cache-control"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_found_is_missed_in_the_right_language(server: int, language: str) -> None:
    """In the language of the folder where it was sought, packed too."""
    for missed in ("nowhere", "deadlines/nowhere/", "nowhere.json"):
        answer = ask(server, f"/{place(language, 'index')}{missed}", Accept_Encoding="br")
        assert 404 == answer.status
        page = brotli.decompress(answer.body).decode()
        assert f'<html lang="{language}"' in page
        assert f"<h1>{NOT_FOUND[language]}</h1>" in page


def test_a_folder_is_not_listed(server: int) -> None:
    """A folder without a page is not found."""
    assert [404, 404] == [ask(server, path).status for path in ("/assets/", "/en/search/")]


def test_a_slash_is_added_without_naming_the_host(server: int) -> None:
    """The redirect holds behind any proxy: it names neither scheme nor host nor port."""
    answer = ask(server, "/en/order-status", Host="example.org")
    assert (301, FAQ) == (answer.status, answer.headers["location"])


def test_a_site_in_a_folder_of_its_host(site: Path, tmp_path: Path) -> None:
    """With --under the same rules hold below that folder: kinds, caching, pages not found."""
    (tmp_path / "www").mkdir()
    (tmp_path / "www/orders").symlink_to(site)
    port = free_port()
    configuration = nginx.configuration(str(tmp_path / "www"), f"127.0.0.1:{port}", root="/orders/")
    with Nginx.of(tmp_path, configuration, port).running():
        style = ask(port, f"/orders{address(site, 'assets/css/site.*.css')}")
        missed = {language: ask(port, f"/orders/{place(language, 'index')}nowhere/") for language in ("it", "pl")}
        feed = ask(port, "/orders/de/feed.xml")
        page = ask(port, f"/orders{FAQ}")
    assert (200, FOR_EVER) == (style.status, style.headers["cache-control"])
    assert [] == [language for language, answer in missed.items() if NOT_FOUND[language] not in answer.body.decode()]
    assert KINDS["/feed.xml"] == feed.headers["content-type"]
    assert (200, SHORT) == (page.status, page.headers["cache-control"])
