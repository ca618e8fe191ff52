"""What the hooks ask of the page that MkDocs is building, and of the language that static-i18n is building."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from checker.publish.translations.pages import Docs
from checker.publish.translations.records import Record, Records
from checker.publish.translations.states import PageState, named, state, translation
from checker.words import SOURCE

DOCS = Docs()
log = logging.getLogger("mkdocs.hooks.checker")


def full(config: MkDocsConfig, place: str) -> str:
    """The full address of a place below the site's root."""
    return urljoin(config.site_url or "/", place)


def i18n_of(config: MkDocsConfig) -> Any:
    """The plugin that builds the languages one after the other."""
    return config.plugins["i18n"]


def language_of(config: MkDocsConfig) -> str:
    """The language being built."""
    return str(i18n_of(config).current_language)


def root_of(language: str, config: MkDocsConfig) -> str:
    """The root of a language as seen from the site's root: "de/"; empty for the default."""
    return "" if language == i18n_of(config).default_language else f"{language}/"


def language_root(config: MkDocsConfig) -> str:
    """The root of the language being built, as MkDocs wants it: "./" for the default."""
    return root_of(language_of(config), config) or "./"


def page_name(page: Page) -> str:
    """The page's name, equal in all languages: "order-status", "deadlines/fr"."""
    return page.file.src_uri.partition("/")[2].removesuffix(".md")


def written_in(page: Page) -> str:
    """The language that the page is written in: Italian where it stands in for a translation that is missing."""
    return str(getattr(page.file, "locale"))  # noqa: B009, static-i18n's own attribute


def is_translation(page: Page, language: str) -> bool:
    """Whether the page is in the language being built, and that is not the original's."""
    return written_in(page) == language != SOURCE


def original_of(page: Page) -> Any:
    """The Italian page."""
    return DOCS.page(SOURCE, page_name(page))


def state_of(page: Page, language: str) -> PageState:
    """How far the translation has come."""
    return state(DOCS, language, page_name(page), recorded(language).get(page_name(page)))


@cache
def recorded(language: str) -> dict[str, Record]:
    """What a language's pages were compared with: read once a build, for it grows with the pages and each page asks."""
    return Records(DOCS).of(language)


def heading_ids(page: Page, language: str) -> list[str] | None:
    """The ids of the page's headings; None, and a warning, where it is not known which heading is which."""
    name = page_name(page)
    record = recorded(language).get(name)
    found = translation(DOCS, written_in(page), name, record)
    if found is None or not named(DOCS, found, record):
        log.warning("%s: its headings do not fit those of the original; `lint` says which", page.file.src_uri)
        return None
    return found.ids


def menu_place(place: str, config: MkDocsConfig) -> int:
    """Where a Markdown file stands in the menu; behind it where the menu does not have it."""
    menu = list(config.nav or [])
    return menu.index(place) if place in menu else len(menu)
