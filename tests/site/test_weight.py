"""What readers' phones fetch stays small: bytes as they are served, packed by brotli; the same on every machine."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from checker.publish import runtime
from tests.site.built import COUNTRIES, EVERY_PAGE, LANGUAGES, page_path
from tests.site.weight import entries, loaded, weight

PAGES = {
    "method": 16.0,
    "checker": 14.0,
    "withdrawal": 12.0,
    "sources": 11.0,
    "order-status": 9.0,
    "status": 9.0,
    "updates": 9.0,
    "country": 9.0,
}
OTHER_PAGE = 8.0
"""The most that the HTML of a page may weigh, in kB of 1000 bytes, whatever its language."""

LOADED = {
    "styles": 26.0,
    "scripts": 35.0,
    "search": 1.5,
    "pictures": 3.0,
}
"""The most that a page without the checker may load of each kind, in kB; of the search, what is fetched unasked."""

WHOLE = 80.0
"""The most that a page without the checker may weigh with all that it loads, in kB: two thirds of what was asked for."""

SEARCHED = 40.0
"""The most that the entries of one language may weigh, in kB: they are fetched with the first query."""

CHECKER = {
    ".wasm": 1590.0,
    ".mjs": 22.0,
    ".css": 3.0,
}
"""The most that each kind of the checker's own files may weigh, in kB."""

WHOLE_CHECKER = 1610.0
"""The most that they may weigh together, in kB. Pyodide with micropip and `holidays` weighs 7,400."""


def kilobytes(*files: Path) -> float:
    """The weight of files together, in kB."""
    return sum(map(weight, files)) / 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_html(site: Path, language: str) -> None:
    """No page's HTML is over its budget."""
    sizes = {name: kilobytes(page_path(site, language, name)) for written, name in EVERY_PAGE if written == language}
    countries = (page_path(site, language, name) for name in COUNTRIES)
    sizes["country"] = kilobytes(max(countries, key=lambda path: path.stat().st_size))
    assert {} == {name: size for name, size in sizes.items() if size > PAGES.get(name, OTHER_PAGE)}


@pytest.mark.parametrize(("language", "name"), [(language, name) for language, name in EVERY_PAGE if name != "checker"])
def test_all_that_a_page_loads(site: Path, language: str, name: str) -> None:
    """No kind of file is over its budget, nor is all of it together."""
    sizes = {kind: kilobytes(*files) for kind, files in loaded(site, language, name).items()}
    assert {} == {kind: size for kind, size in sizes.items() if size > LOADED.get(kind, WHOLE)}
    assert WHOLE > sum(sizes.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries(site: Path, language: str) -> None:
    """What is fetched when a reader searches is over no budget either."""
    assert SEARCHED > kilobytes(entries(site, language))


def test_the_whole_checker(site: Path) -> None:
    """All that an answer needs, Python and its modules, every rule, country and language, is over no budget as it is served."""
    sizes = dict.fromkeys(CHECKER, 0.0)
    for address in runtime.files().usual:
        sizes[PurePosixPath(address).suffix] += (site / f"{address}.br").stat().st_size / 1000
    assert {} == {kind: size for kind, size in sizes.items() if not 0 < size <= CHECKER[kind]}
    assert WHOLE_CHECKER > sum(sizes.values())
