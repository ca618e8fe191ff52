"""Searching as a customer does: in the site's own search box, in each language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from checker.words import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = Path(__file__).parents[1] / "cases" / "searches.toml"
SEARCHES: dict[str, dict[str, str]] = tomllib.loads(CASES.read_text(encoding="utf-8"))

SEARCHED = """
typed => {
  const { translations } = JSON.parse(document.getElementById("__config").textContent);
  const told = document.querySelector(".md-search-result__meta").textContent;
  return typed !== (told === translations["search.result.placeholder"]);
}
"""
"""Whether Material has said what it found for what is typed, or that nothing is."""
FOUND = "links => links.map(link => [Number(link.firstElementChild.dataset.mdScore), link.href])"


def root(language: str) -> str:
    """The path below which a language's pages lie."""
    return "/" if language == SOURCE else f"/{language}/"


def type_in(page: Page, query: str) -> None:
    """Types into the search box and waits until Material has searched."""
    box = page.locator("[data-md-component=search-query]")
    for typed in ("", query):
        box.fill(typed)
        box.press("End")  # Material listens to keys, not to what is in the box
        page.wait_for_function(SEARCHED, arg=bool(typed))


def found(page: Page, query: str) -> list[str]:
    """The addresses found, best first: the first is the one that Material opens at the Enter key."""
    type_in(page, query)
    scored = page.locator(".md-search-result__link").evaluate_all(FOUND)
    return [address(link) for _, link in sorted(scored, key=lambda pair: -pair[0])]


def address(link: str) -> str:
    """Path and anchor of a link, without the words to be marked."""
    parts = urlsplit(link)
    return f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path


def test_every_language_is_searched() -> None:
    """No language goes without fifteen queries."""
    assert dict.fromkeys(LANGUAGES, True) == {language: len(queries) >= 15 for language, queries in SEARCHES.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_customers_type_finds_what_they_seek(page: Page, language: str) -> None:
    """Each query's answer comes first."""
    page.goto(root(language))
    missed = {}
    for query, sought in SEARCHES[language].items():
        first = [*found(page, query), "nothing"][0]
        reached = first if "#" in sought else first.partition("#")[0]
        if reached != root(language) + sought:
            missed[query] = f"{first} instead of {sought}"
    assert {} == missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_stays_in_its_language(page: Page, language: str) -> None:
    """A name that stands on the pages of every language leads to those of the reader's own only."""
    page.goto(f"{root(language)}withdrawal/")
    others = {other for other in LANGUAGES if other not in (SOURCE, language)}
    paths = [path.partition("#")[0] for path in found(page, "OVHcloud")]
    assert f"{root(language)}order-status/" in paths
    assert [] == [path for path in paths if not path.startswith(root(language)) or path.split("/")[1] in others]


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_opens_what_was_found_and_marks_it(page: Page, language: str) -> None:
    """The Enter key opens the first answer, where the words sought are marked, and no script fails on the way."""
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(root(language))
    query, sought = next((query, sought) for query, sought in SEARCHES[language].items() if "#" in sought)
    first = found(page, query)[0]
    assert root(language) + sought == first
    page.locator("[data-md-component=search-query]").press("Enter")
    marks = page.locator(".md-content mark")
    expect(marks.first).to_be_visible()
    marked = " ".join(marks.all_text_contents())
    assert set(marked.lower().split()) <= set(query.lower().split())
    assert first == address(page.url)
    assert [] == failures


@pytest.mark.parametrize("width", [390, 1280])
def test_the_home_page_has_a_way_to_the_search(page: Page, width: int) -> None:
    """Its button opens the search, ready for a word, on a phone and on a desk."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    page.locator(".find button").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search__input")).to_be_in_viewport()
