"""The events of MkDocs, each handed to the module that knows what to do."""

# ruff: noqa: E402, what is forgotten first has to be imported after it

import sys

# `mkdocs serve` loads this file anew at each build (see on_config): what it imports has to be read anew too.
for name in [name for name in sys.modules if name.partition(".")[0] == "checker"]:
    del sys.modules[name]

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url

from checker.publish import (
    anchors,
    attribution,
    callouts,
    feed,
    form,
    headings,
    links,
    offline,
    pictures,
    review,
    runtime,
    search,
    serving,
    tables,
    templates,
    twins,
)
from checker.publish import words as sentences
from checker.publish.building import (
    full,
    heading_ids,
    i18n_of,
    is_translation,
    language_of,
    language_root,
    menu_place,
    original_of,
    page_name,
    root_of,
    state_of,
    written_in,
)
from checker.publish.heads import publish_head, site_name
from checker.publish.tables import country_pages
from checker.publish.tables.reader import Reader
from checker.publish.tables.stacked import stack
from checker.publish.translations import notes, table
from checker.rules import data

QUESTIONS = "<!-- faq:questions -->"
SCHEMAS = ("order.schema.json", "verdict.schema.json")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have the translations ready, look at the sources' dates, and have MkDocs load this file again with its configuration."""
    if not i18n_of(config).building:
        sentences.compile_all()
        review.check(today())
    Hooks._load_hook.cache_clear()
    return config


def _drop_hidden(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what is no page, such as translations' records: static-i18n would make each 49 files that are not built."""
    for file in [file for file in files if file.inclusion is InclusionLevel.EXCLUDED]:
        files.remove(file)
    return files


@event_priority(-200)
def _add_pages(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that nobody writes, and what is written at the end: static-i18n, at -100, would drop them."""
    files.append(File.generated(config, table.FILE, content=""))
    for name in SCHEMAS:
        files.append(File.generated(config, name, content=data.raw(name)))
    country_pages.add(files, config, i18n_of(config), today())
    reader = Reader(language_of(config), today(), home=full(config, language_root(config)))
    news = File.generated(config, feed.FILE, content=feed.feed(reader, config.site_name))
    news.dest_uri = f"{root_of(language_of(config), config)}{feed.FILE}"
    files.append(news)
    twins_of(config).clear()
    return files


on_files = CombinedEvent(_drop_hidden, _add_pages)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates what they need to know."""
    return templates.prepare(env, language_of(config), root_of(language_of(config), config))


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve OVHcloud's dialect and this site's markers."""
    language, own = language_of(config), written_in(page)
    root, home = get_relative_url("./", page.url), get_relative_url(language_root(config), page.url)
    page.meta.setdefault("description", page.meta.get("excerpt"))
    if country := country_pages.country_of(page.file):
        reader = Reader(language, today(), full(config, language_root(config)), country_pages.UP)
        whole = country_pages.in_full(markdown, country, reader)
        twins_of(config).append(twin_of(whole, page, config))
        return markdown
    ids = heading_ids(page, language)
    if ids is not None:
        markdown = anchors.pin(markdown, ids)
        if is_translation(page, language):
            markdown = notes.annotate(markdown, original_of(page), state_of(page, language), root)
        markdown = callouts.add(markdown, page_name(page), own, home)
    if QUESTIONS in markdown:
        markdown = markdown.replace(QUESTIONS, headings.question_list(own))
    try:
        markdown = tables.expand(markdown, Reader(own, today(), home))
        markdown = callouts.embed(links.resolve(markdown, own), own, home)
    except (links.UnknownLink, callouts.UnknownQuestion, tables.UnknownTable) as unknown:
        raise PluginError(f"{page.file.src_uri}: {unknown}") from None
    if own != language:  # what is not the page's text but made for its reader
        for marker in (table.MARKER, form.MARKER):
            markdown = markdown.replace(marker, f'<div lang="{language}">\n{marker}\n</div>')
    if table.MARKER in markdown:
        markdown = table.expand(markdown, table.progress(), language, root)
    if own == language:
        twins_of(config).append(twin_of(markdown, page, config))
    related = headings.related(language) if form.MARKER in markdown else {}
    return form.expand(pictures.expand(markdown, own, root), language, root, related)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say at the head of a page that it is not translated, and at its foot whose words it is made of; put in its days."""
    language = language_of(config)
    if country := country_pages.country_of(page.file):
        home = get_relative_url(language_root(config), page.url)
        return country_pages.fill(html, country, Reader(language, today(), home, country_pages.UP))
    html = stack(html) + attribution.note(page_name(page), written_in(page))
    if written_in(page) != language:
        page.canonical_url = urljoin(config.site_url or "/", notes.address(original_of(page), "", "./"))
        page.meta["search"] = {"exclude": True}
        html = notes.fallback(html, str(page.title), original_of(page), language, get_relative_url("./", page.url))
    return html


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell machines and other sites what the page is, and draw the picture that they show beside a link to it."""
    return {**context, "head": publish_head(page, written_in(page), config)}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Point the page's search at its own language."""
    return search.rebase(output, get_relative_url(language_root(config), page.url))


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep each language's own page for what is not found: the default's at the root, the others in their folders."""
    if template_name != "404.html":
        return output
    output = search.rebase(output, urljoin(urlsplit(config.site_url or "/").path, language_root(config)))
    if language_root(config) == "./":
        return output
    place = Path(config.site_dir) / language_root(config) / template_name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(output, encoding="utf-8")
    return ""  # an empty template is not written: the default's 404.html stays


@event_priority(-200)
def on_post_build(*, config: MkDocsConfig) -> None:
    """When the last language is built, write what belongs to all: static-i18n runs at -100, once a language."""
    i18n = i18n_of(config)
    if i18n.building:
        return
    site = Path(config.site_dir)
    roots = {language: root_of(language, config) for language in i18n.build_languages}
    search.publish(site, roots, i18n.default_language)
    homes = {language: full(config, root) for language, root in roots.items()}
    for language, root in roots.items():
        made = sorted(_twins[language], key=lambda twin: (menu_place(twin.place, config), twin.title))
        twins.publish(site / root, made, twins.listing(site_name(language, config), made, homes, language))
    table.publish(site, table.progress())
    pictures.publish(site, i18n.build_languages)
    runtime.publish(site)
    serving.name(config)
    offline.publish(site, list(roots.values()))
    serving.finish(config)


_twins: dict[str, list[twins.Twin]] = {}
"""By language, as they are made: this module is loaded anew at each build."""


def twins_of(config: MkDocsConfig) -> list[twins.Twin]:
    """The Markdown twins of the pages of the language being built, as they are made."""
    return _twins.setdefault(language_of(config), [])


def twin_of(markdown: str, page: Page, config: MkDocsConfig) -> twins.Twin:
    """The Markdown twin of a page."""
    begun = twins.Twin(f"{page_name(page)}.md", str(page.title), str(page.meta["description"]))
    return twins.twin(markdown, begun, written_in(page), full(config, language_root(config)), full(config, ""))


@cache
def today() -> date:
    """The day of the build, in UTC: as SOURCE_DATE_EPOCH says, else the clock."""
    return get_build_datetime().date()
