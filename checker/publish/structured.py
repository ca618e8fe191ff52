"""What a page is, in the words of schema.org, for search engines: the data, as JSON, that stands in the page's head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checker.publish import attribution, elements
from checker.publish.building import DOCS
from checker.publish.elements import Element
from checker.words import N_, text

HOME, CHECKER, FAQ, WITHDRAWAL = "index", "checker", "order-status", "withdrawal"
HOW = "how"
"""The id of the heading, on the page on withdrawal, of the section that says how it is done."""
OWN = {"invitation", "asked", "asking", "behind", "attribution"}
"""The classes of what this site adds to a text that is not its own."""
HEADINGS = {"h1", "h2", "h3"}
"""The headings that end an answer; one of a lower level is a part of it."""
NEEDED = N_("Serve un browser con JavaScript e WebAssembly.")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Described:
    """A page as others see it; all addresses are absolute."""

    name: str
    """Equal in all languages: "order-status", "deadlines/fr"."""
    language: str
    """The language that it is written in."""
    title: str
    description: str
    address: str
    """The canonical one."""
    place: str
    """The one at which it stands, which its relative links start from."""
    site: str
    """The site's name in the page's language."""
    home: str
    """The address of the site's home page in that language."""
    html: str
    """Its content."""


def data(page: Described) -> str:
    """The page's data as JSON-LD, to stand in a `script`."""
    graph = [{name: value for name, value in node.items() if value} for node in nodes(page)]
    whole = {"@context": "https://schema.org", "@graph": graph}
    return elements.in_script(whole)


def nodes(page: Described) -> Iterator[Node]:
    """Each thing that the page is or holds."""
    if page.name == FAQ:
        yield {**_page(page, "FAQPage"), "mainEntity": questions(page)}
    else:
        yield _page(page, "WebPage")
    if page.name == HOME:
        yield {**_named(page, "WebSite"), "name": page.site}
        return
    if page.name == CHECKER:
        yield _application(page)
    if page.name == WITHDRAWAL:
        yield from how_to(page)
    yield _breadcrumbs(page)


def questions(page: Described) -> list[Node]:
    """Each question of the page with its answer as HTML, free of what this site has added to it."""
    found: list[tuple[Element, list[Element | str]]] = []
    asking = False
    for part in _sections(elements.read(page.html).children):
        if isinstance(part, Element) and part.tag in HEADINGS:
            asking = part.tag == "h3" and part.text.endswith("?")
            if asking:
                found.append((part, []))
        elif asking:
            found[-1][1].append(part)
    return [
        {
            "@type": "Question",
            "name": heading.text,
            "inLanguage": heading.attributes.get("lang") or page.language,
            "acceptedAnswer": {"@type": "Answer", "text": _answer(page, parts)},
        }
        for heading, parts in found
    ]


def how_to(page: Described) -> Iterator[Node]:
    """The steps of the section that says how it is done, where it has a list of them."""
    parts = [part for part in _sections(elements.read(page.html).children) if isinstance(part, Element)]
    start = next((index for index, part in enumerate(parts) if part.attributes.get("id") == HOW), len(parts))
    for part in parts[start + 1 :]:
        if part.tag in {"h1", "h2"}:
            return
        if part.tag == "ol":
            items = [item for item in part.children if isinstance(item, Element) and item.tag == "li"]
            own = {"name": parts[start].text, "description": "", "url": f"{page.address}#{HOW}", "step": _steps(items)}
            yield {**_named(page, "HowTo"), **own, **_terms(page)}
            return


def _steps(items: Sequence[Element]) -> list[Node]:
    return [{"@type": "HowToStep", "position": number, "text": item.text} for number, item in enumerate(items, 1)]


def _application(page: Described) -> Node:
    return {
        **_named(page, "WebApplication"),
        "applicationCategory": "UtilitiesApplication",
        "operatingSystem": "Any",
        "browserRequirements": text(NEEDED, page.language),
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
    }


def _breadcrumbs(page: Described) -> Node:
    folder, inside, _ = page.name.partition("/")
    above = DOCS.page(page.language, folder) if inside else None
    between = [(str(above.meta["title"]), f"{page.home}{folder}/")] if above else []
    places = [(page.site, page.home), *between, (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(places, 1)
        ],
    }


def _page(page: Described, kind: str) -> Node:
    return {**_named(page, kind), **_terms(page)}


def _named(page: Described, kind: str) -> Node:
    return {
        "@type": kind,
        "name": page.title,
        "description": page.description,
        "url": page.address,
        "inLanguage": page.language,
    }


def _terms(page: Described) -> Node:
    """Whose text the page is made of and on what terms, where it is not this site's alone."""
    based_on = attribution.based_on(page.name, page.language)
    return {"license": attribution.LICENCE_ADDRESS, "isBasedOn": based_on} if based_on else {}


def _answer(page: Described, parts: Sequence[Element | str]) -> str:
    answer = elements.html(elements.absolute(elements.without(parts, OWN), page.place))
    return "\n".join(line for line in answer.split("\n") if line)


def _sections(parts: Sequence[Element | str]) -> Iterator[Element | str]:
    """The parts in order, headings among them: what stands in a box of another language is taken out, and marked itself."""
    for part in parts:
        if isinstance(part, str) or not any(inner.tag in HEADINGS for inner in part.elements):
            yield part
            continue
        for inner in _sections(part.children):
            if isinstance(inner, Element) and "lang" in part.attributes:
                inner.attributes.setdefault("lang", part.attributes["lang"])
            yield inner
