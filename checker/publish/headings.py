"""Headings of the site's pages, as links to them need them: in one language, in Italian where that has none."""

from __future__ import annotations

from checker.publish import anchors
from checker.publish.building import DOCS, recorded
from checker.publish.translations.pages import Page
from checker.publish.translations.states import translation
from checker.words import SOURCE
from checker.words.related import PAGES

FAQ = "order-status"


def question_list(language: str) -> str:
    """The FAQ's questions as a Markdown list of links to their answers; in Italian those that are not translated."""
    own = _headings(language, FAQ)
    return "\n".join(
        f"- [{own[anchor]}]({FAQ}.md#{anchor})" if anchor in own else f'- [{text}]({FAQ}.md#{anchor}){{lang="{SOURCE}"}}'
        for anchor, text in anchors.questions(_pinned(_original(FAQ)))
    )


def related(language: str) -> dict[str, tuple[str, str]]:
    """The sections that an answer may lead to: heading and address as seen from a page, by `page#anchor`."""
    found = {}
    for where in PAGES:
        page, anchor = where.split("#")
        heading = _headings(language, page).get(anchor) or _headings(SOURCE, page)[anchor]
        found[where] = (heading, f"../{page}/#{anchor}")
    return found


def _headings(language: str, name: str) -> dict[str, str]:
    """The headings of a page in one language, by their ids; none where the language lacks the page."""
    page = translation(DOCS, language, name, recorded(language).get(name))
    matches = map(anchors.PINNED.match, _pinned(page).split("\n")) if page else []
    return {match["id"]: match["text"] for match in matches if match}


def _original(name: str) -> Page:
    page = DOCS.page(SOURCE, name)
    assert page, f"docs/{SOURCE}/{name}.md is the original of its translations"
    return page


def _pinned(page: Page) -> str:
    return anchors.pin("\n".join(section.text for section in page.sections[1:]), page.ids)
