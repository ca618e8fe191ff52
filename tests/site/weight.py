"""What a page of the built site makes a browser fetch, and how much that is as it is served."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import brotli  # type: ignore[import-untyped]

from checker.publish import search
from tests.site.built import Page, page, page_path

PACKED = {".png", ".gif", ".jpg", ".webp", ".woff2"}
"""What is packed already, and served as it is."""


@cache
def weight(file: Path) -> int:
    """The bytes that a server sends: as brotli packs them at its best, which is the same on every machine."""
    content = file.read_bytes()
    return len(content if file.suffix in PACKED else brotli.compress(content, quality=11))


def loaded(site: Path, language: str, name: str) -> dict[str, list[Path]]:
    """The files that a page makes a browser fetch as it opens, the page itself among them, by kind."""
    shown = page(site, language, name)
    config = json.loads(shown.one("script", id="__config").text)
    index = f"{config['base'].removesuffix('/')}/search/search_index.json"
    return {
        "page": [page_path(site, language, name)],
        "styles": _files(site, shown, _named(shown, "link", "href", rel="stylesheet")),
        "scripts": _files(site, shown, _named(shown, "script", "src")),
        "search": _files(site, shown, [config["search"], index]),
        "pictures": _files(site, shown, [*_named(shown, "link", "href", rel="icon"), *_named(shown, "img", "src")]),
    }


def entries(site: Path, language: str) -> Path:
    """The file of what is searched in a language."""
    (found,) = (site / search.ENTRIES).glob(f"{language}.*json")
    return found


def address(site: Path, file: Path) -> str:
    """The path by which a browser asks for a file."""
    return f"/{file.relative_to(site).as_posix()}".removesuffix("index.html")


def _named(shown: Page, tag: str, by: str, **attributes: str) -> list[str]:
    found = (element.attributes for element in shown.all(tag))
    return [having[by] for having in found if by in having and attributes.items() <= having.items()]


def _files(site: Path, shown: Page, addresses: list[str]) -> list[Path]:
    here = f"http://here/{shown.path.relative_to(site).as_posix()}"
    return [site / unquote(urlsplit(urljoin(here, found)).path).lstrip("/") for found in addresses]
