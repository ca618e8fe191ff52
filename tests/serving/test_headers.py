"""What static hosts are told: the same as nginx, in rules that cannot get into each other's way."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from checker.publish.serving import headers, policy
from checker.publish.serving.headers import FOR_EVER, NEVER_UNASKED, cache_control, content_type
from checker.words import LANGUAGES
from tests.site.built import place

ROOTS = [place(language, "index") for language in LANGUAGES]


def rules(text: str) -> dict[str, dict[str, str]]:
    """A file `_headers`, read line by line: the headers of each path."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
            found[path] = {}
        else:
            assert re.fullmatch(r"  [A-Za-z-]+: .+", line), line
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
    return found


def said(site: Path, path: str) -> dict[str, str]:
    """What the built site's file says of a path: a host may join the values of two rules, so that none has two."""
    fitting = [own for rule, own in rules((site / headers.FILE).read_text(encoding="utf-8")).items() if fnmatchcase(path, rule)]
    names = [name for own in fitting for name in own]
    assert len(set(names)) == len(names)
    return {name: value for own in fitting for name, value in own.items()}


def test_assets_may_be_kept_for_ever_and_nothing_else(site: Path) -> None:
    """Every file below assets/; for pages the host's own rule holds, which asks each time, as the service worker's does."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    for file in files:
        expected = FOR_EVER if file.startswith("assets/") else NEVER_UNASKED if file == "sw.js" else None
        assert expected == said(site, f"/{file}").get("Cache-Control")
        assert policy.HEADERS.items() <= said(site, f"/{file}").items()


def test_a_service_worker_is_asked_for_each_time(site: Path) -> None:
    """Whether the site has one or not."""
    assert NEVER_UNASKED == said(site, "/sw.js")["Cache-Control"] == cache_control("sw.js")


@pytest.mark.parametrize("root", ROOTS)
def test_feeds_are_told_as_feeds(site: Path, root: str) -> None:
    """In each language: their ending alone would make them any XML."""
    assert content_type("feed.xml") == said(site, f"/{root}feed.xml")["Content-Type"]


def test_a_path_has_one_star_and_at_its_end(site: Path) -> None:
    """More is not understood by all hosts; nor are more than a hundred rules."""
    found = rules((site / headers.FILE).read_text(encoding="utf-8"))
    assert len(found) < 100
    assert [] == [path for path in found if "*" in path[:-1]]


def test_a_site_in_a_folder_of_its_host() -> None:
    """Its rules hold below that folder."""
    found = rules(headers.static_host("/orders/", ["", "en/"]))
    assert all(path.startswith("/orders/") for path in found)
    assert {"/orders/assets/*", "/orders/en/feed.xml"} <= found.keys()


def test_every_file_is_of_a_known_kind(site: Path) -> None:
    """No ending of the built site is missing in the table, nor the ending of a calendar file."""
    endings = {path.suffix for path in site.rglob("*") if path.is_file()} - {"", ".br", ".gz"}
    assert [] == [ending for ending in endings if ending.removeprefix(".") not in headers.KINDS]
    assert "text/calendar; charset=utf-8" == content_type("order.ics")
