"""What a page's head says of it to machines and to other sites that link to it: Open Graph, a picture, schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from checker.publish import cards, structured
from checker.publish.building import full, i18n_of, page_name, root_of
from checker.publish.cards import Card
from checker.publish.structured import HOME, Described
from checker.words import N_, text

INDEPENDENT = N_("Sito indipendente: non è di OVHcloud")
TERRITORIES = {"en": "GB"}
"""Where the language's own code does not name the country that Open Graph wants beside it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What `overrides/main.html` writes, and the picture to draw."""

    properties: list[tuple[str, str]]
    """Open Graph's, in order: some names stand more than once."""
    data: str
    """schema.org's, as JSON-LD."""
    picture: str
    """The picture's address below the site's root."""
    card: Card | None
    """What the picture says; None where the page shows that of the page above it."""


def publish_head(page: Page, language: str, config: MkDocsConfig) -> Head:
    """Draw the picture into the site, and give what there is to say of a page that is written in `language`.

    Of a page that stands in for a translation, that is what its original says. Raises PluginError where the font is missing.
    """
    head = head_of(described(page, language, config), translated(page, language), full(config, ""))
    if head.card:
        cards.publish(Path(config.site_dir), head.picture, head.card)
    return head


def described(page: Page, language: str, config: MkDocsConfig) -> Described:
    """A page as others see it."""
    return Described(
        name=page_name(page),
        language=language,
        title=Markup(page.title or "").striptags(),
        description=page.meta.get("description") or "",
        address=page.canonical_url or "",
        place=full(config, page.url),
        site=site_name(language, config),
        home=full(config, root_of(language, config)),
        html=page.content or "",
    )


def translated(page: Page, language: str) -> list[str]:
    """The other languages that the page is written in."""
    alternates: dict[str, Any] = getattr(page.file, "alternates")  # noqa: B009, static-i18n's own attribute
    return sorted(other for other, file in alternates.items() if file.locale == other != language)


def head_of(page: Described, others: list[str], root: str) -> Head:
    """What there is to say of a page that is written in `others` as well; `root` is the site's address."""
    picture = picture_of(page)
    card = Card(page.site, page.title, text(INDEPENDENT, page.language))
    properties = list(open_graph(page, others, urljoin(root, picture), card.words))
    return Head(properties, structured.data(page), picture, card if draws(page) else None)


def open_graph(page: Described, others: list[str], picture: str, words: str) -> Iterator[tuple[str, str]]:
    """Open Graph's properties; `others` are the other languages that the page is written in, `words` what its picture says."""
    yield "og:type", "website" if page.name == HOME else "article"
    yield "og:site_name", page.site
    yield "og:title", page.title
    if page.description:
        yield "og:description", page.description
    yield "og:url", page.address
    yield "og:locale", locale(page.language)
    for other in others:
        yield "og:locale:alternate", locale(other)
    yield "og:image", picture
    yield "og:image:type", "image/png"
    yield "og:image:width", str(cards.WIDTH)
    yield "og:image:height", str(cards.HEIGHT)
    yield "og:image:alt", words


def locale(language: str) -> str:
    """The language and a country, as Open Graph wants them: "it_IT"."""
    return f"{language}_{TERRITORIES.get(language, language.upper())}"


def site_name(language: str, config: MkDocsConfig) -> str:
    """What the site is called in a language."""
    languages = i18n_of(config).config.languages
    return next((str(found.site_name) for found in languages if found.locale == language), config.site_name)


def picture_of(page: Described) -> str:
    """The address of a page's picture below the site's root: pages in a folder show that of the page it is named after."""
    return f"{cards.FOLDER}/{page.language}/{page.name.partition('/')[0]}.png"


def draws(page: Described) -> bool:
    """Whether the picture says this page's title."""
    return page.name.partition("/")[2] in {"", "index"}
