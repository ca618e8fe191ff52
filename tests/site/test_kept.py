"""What the service worker is told of the site that it keeps."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from checker.publish import offline, runtime
from checker.publish.serving.immutable import HASHED
from tests.site.built import EVERY_PAGE, LANGUAGES, page, page_path, place, target

if TYPE_CHECKING:
    from pathlib import Path

LOADED = {"link": "href", "script": "src", "img": "src"}


def told(site: Path) -> dict[str, Any]:
    """What stands at the head of the service worker's script."""
    text = (site / offline.ADDRESS).read_text(encoding="utf-8")
    found: dict[str, Any] = json.JSONDecoder().raw_decode(text.removeprefix("const SITE = "))[0]
    return found


def test_each_file_is_told_with_its_content(site: Path) -> None:
    """Every file of the list is on the site, under a name that tells its content, and is what the list says."""
    for address, integrity in told(site)["files"].items():
        assert HASHED.search(address)
        assert integrity == f"sha256-{b64encode(sha256((site / address).read_bytes()).digest()).decode()}"


def test_what_a_visit_needs_is_kept_ahead(site: Path) -> None:
    """Lean Python and the page's scripts are kept before anything is asked; Pyodide as it comes is too large for that."""
    core, contents = {*told(site)["core"]}, runtime.files().contents
    assert {*runtime.files().usual} <= core <= {*told(site)["files"]}
    assert sum(len(contents[address]) for address in core & {*contents}) < 9_500_000
    assert not [address for address in core if "/pyodide-" in address]


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_all_that_a_page_loads_is_kept(site: Path, language: str, name: str) -> None:
    """A page that comes without a network has its styles, scripts and pictures."""
    found = page(site, language, name)
    origin = page_path(site, language, name)
    named = [
        element.attributes[LOADED[element.tag]]
        for element in found.elements
        if LOADED.get(element.tag, "") in element.attributes
        and (element.tag != "link" or element.attributes["rel"] in ("stylesheet", "icon"))
    ]
    places = [there[0].relative_to(site).as_posix() for there in (target(site, origin, address) for address in named) if there]
    assert len(places) > 4
    assert [] == [address for address in places if address not in told(site)["files"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checker_brings_what_it_leads_to(site: Path, language: str) -> None:
    """With a language's checker its search index is kept, and each page that the checker or an answer links to."""
    leads = told(site)["leads"][place(language, "checker")]
    assert [place(language, name) for name in ("deadlines", "order-status", "withdrawal")] == leads[:-1]
    assert f"{place(language, 'index')}search/search_index.json" == leads[-1]
    assert all((site / address).exists() for address in leads)


def test_every_page_and_index_says_the_version(site: Path) -> None:
    """It is one and the same on the whole site."""
    said = told(site)["version"]
    texts = [*site.rglob("*.html"), *site.rglob("search_index.json")]
    assert len(texts) > 300
    assert [] == [path for path in texts if said not in path.read_text(encoding="utf-8")]


def test_another_text_is_another_version(tmp_path: Path) -> None:
    """A changed word on any page makes another version; the same pages make the same one."""

    def version(words: str) -> str:
        site = tmp_path / words
        for name, text in {"checker/index.html": "", "status/index.html": words, offline.INDEX: ""}.items():
            (site / name).parent.mkdir(parents=True)
            (site / name).write_text(f"{text}{offline.VERSION}", encoding="utf-8")
        offline.publish(site, [""])
        return str(told(site)["version"])

    once = version("consegna")
    (tmp_path / "consegna").rename(tmp_path / "before")
    assert once == version("consegna")
    assert once != version("in consegna")
