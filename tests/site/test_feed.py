"""The feed of changes, the page on changes, and the Markdown twins."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from checker.publish.attribution import FAQ
from checker.publish.tables.changes import CHANGES
from checker.publish.translations.pages import Docs
from checker.rules.sources import source
from checker.words import LANGUAGES, text
from checker.words.dates import in_words
from tests.conftest import SITE_URL
from tests.site.built import EVERY_PAGE, Page, flat, page, place, rows_of

ROOTS = {language: place(language, "index") for language in LANGUAGES}


def feed(site: Path, language: str) -> ET.Element:
    """Give the channel of a language's feed."""
    channel = ET.parse(site / ROOTS[language] / "feed.xml").getroot().find("channel")
    assert channel is not None
    return channel


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_tells_of_every_change(site: Path, language: str) -> None:
    """Latest first, in the language, each with its day, a name of its own, and a link to a section that exists."""
    items = feed(site, language).findall("item")
    assert [text(change.words, language) for change in CHANGES] == [
        (item.findtext("description") or "")[: len(text(change.words, language))]
        for item, change in zip(items, CHANGES, strict=True)
    ]
    assert [change.day for change in CHANGES] == [
        parsedate_to_datetime(item.findtext("pubDate") or "").date() for item in items
    ]
    assert len(items) == len({item.findtext("guid") for item in items})
    ids = page(site, language, "updates").ids
    for item in items:
        address, _, anchor = (item.findtext("link") or "").partition("#")
        assert f"{SITE_URL}{place(language, 'updates')}" == address
        assert anchor in ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_of_every_change(site: Path, language: str) -> None:
    """Each change stands there with its day and who says so."""
    rows = rows_of(page(site, language, "updates"))
    for change in CHANGES:
        (row,) = [row for row in rows if row[-1].startswith(flat(text(change.words, language)))]
        assert in_words(change.day, language, "long") == row[0]


def test_changes_are_dated_and_sourced() -> None:
    """The latest first, none older than the FAQ reproduced here, each but this site's own with a source that exists."""
    days = [change.day for change in CHANGES]
    assert sorted(days, reverse=True) == days
    assert min(days) >= FAQ.updated
    assert [] == [change.name for change in CHANGES if change.kind != "site" and not source(change.says or "").address]


def links(found: Page, kind: str) -> list[str]:
    """Give where the page's head leads to, for a kind of file."""
    return [link.attributes["href"] for link in found.all("link") if link.attributes.get("type") == kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_the_feed(site: Path, language: str) -> None:
    """A reader's program finds the feed of the page's language from every page."""
    for name in (name for written, name in EVERY_PAGE if written == language):
        assert [f"{SITE_URL}{ROOTS[language]}feed.xml"] == links(page(site, language, name), "application/rss+xml")


def twin(site: Path, language: str, name: str) -> str:
    """Give a page's Markdown twin."""
    return (site / ROOTS[language] / f"{name}.md").read_text(encoding="utf-8")


def words_of(found: Page) -> list[str]:
    """Give the text of each heading of the article, without the sign that links to it."""
    heads = (element for element in found.elements if element.in_article and re.fullmatch("h[1-6]", element.tag))
    return [flat(element.text).rstrip("¶") for element in heads]


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_every_page_has_a_markdown_twin(site: Path, language: str, name: str) -> None:
    """With the same headings and no markup of the page; the page's head names it."""
    found, markdown = page(site, language, name), twin(site, language, name)
    prose = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    headings = [flat(line.lstrip("#")) for line in prose.splitlines() if re.match("#{1,6} ", line)]
    plain = [re.sub(r"[`*\\]|\[([^]]*)\]\([^)]*\)", r"\1", heading) for heading in headings]
    shown = [heading for heading in words_of(found) if heading]
    assert [heading for heading in plain if heading not in shown] == []
    written = Docs().page(language, name)
    assert written
    assert len(plain) > len(written.ids)
    markup = re.findall(r"</?(?:div|p|ul|li|svg|table|section|aside|details|a)\b|<!--|\{[.#:]", re.sub("`[^`]*`", "", prose))
    assert [] == markup
    assert [f"{SITE_URL}{ROOTS[language]}{name}.md"] == links(found, "text/markdown")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_for_programs_names_every_twin(site: Path, language: str) -> None:
    """Each page of the language by its twin's address, which exists, and the lists of the other languages."""
    listed = (site / ROOTS[language] / "llms.txt").read_text(encoding="utf-8")
    addresses = re.findall(r"\]\(([^)]+)\)", listed)
    for name in (name for written, name in EVERY_PAGE if written == language):
        assert f"{SITE_URL}{ROOTS[language]}{name}.md" in addresses
    assert [] == [address for address in addresses if not (site / address.removeprefix(SITE_URL)).is_file()]
    assert {f"{SITE_URL}{root}llms.txt" for other, root in ROOTS.items() if other != language} <= set(addresses)


def test_the_twin_of_the_faq_says_what_the_source_says(site: Path) -> None:
    """Every sentence of the Italian source stands in its twin."""
    source_page = (Path(__file__).parents[2] / "docs" / "it" / "order-status.md").read_text(encoding="utf-8")
    markdown = flat(twin(site, "it", "order-status"))
    paragraphs = [line for line in source_page.partition("---\n\n")[2].splitlines() if line and not line.startswith(("#", "!"))]
    plain = [flat(re.split(r"\]\(|\{\.action\}", line)[0]) for line in paragraphs]
    assert plain
    assert [] == [line for line in plain if line not in markdown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_links_of_a_twin_lead_somewhere(site: Path, language: str) -> None:
    """To a file of the site, or to another site; never to a page that the language does not have."""
    here = site / ROOTS[language]
    for path in [*sorted(here.glob("*.md")), here / "deadlines" / "it.md"]:
        prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        targets = {target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", prose)}
        own = {target.removeprefix(SITE_URL) for target in targets if target.startswith(SITE_URL)}
        near = {target for target in targets if not re.match("[a-z]+:", target)}
        assert [] == [target for target in near if not (path.parent / target).resolve().is_file()], path
        assert [] == [target for target in own if not (site / target / ("index.html" if target.endswith("/") else "")).exists()]
