"""Sources as they are cited: in the reader's language where the text has it, else in its own."""

from __future__ import annotations

import re
from typing import Any

import pytest

from checker import check
from checker.publish import words as publish_words
from checker.rules import data
from checker.rules.sources import source
from checker.words import LANGUAGES, explain
from checker.words.citations import citation

SOURCES: dict[str, dict[str, Any]] = data.table("sources")["sources"]
SHARED = sorted(name for name, entry in SOURCES.items() if not entry["country"])
"""The Union's law and OVHcloud's texts: they exist in every language."""

NATIONAL = sorted(set(SOURCES) - set(SHARED))
CODE = {"billing-orders.controller.js, canRetract", "GET /me/order, retractionDate", "GET /me/order/id/status"}
"""Places in programs, the same for everybody."""


def cited(name: str, language: str) -> tuple[str, str, str]:
    """Give the title, the place and the address of a source."""
    found = citation(source(name), language)
    return found["title"], found["place"], found["address"]


@pytest.mark.parametrize("name", SHARED)
def test_every_shared_source_is_cited_in_every_language(name: str) -> None:
    """Title and place of the Union's law and of OVHcloud's texts are sentences of the program, so that each PO has them."""
    sentences = {message.id for message in publish_words.sentences()}
    title, place, _ = cited(name, "it")
    assert title in sentences
    assert place in sentences | CODE or re.fullmatch(
        r"(articolo \d+(, punto \d+)?(, paragrafo \d+)?(, lettera [a-z]\))?|considerando \d+)", place
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_citation_is_complete(language: str) -> None:
    """Every source there is has a title, a place and an address, with no placeholder left open."""
    assert [] == [name for name in SOURCES if not all(cited(name, language))]
    assert [] == [name for name in SOURCES if re.search(r"\{(?!orderId)", " ".join(cited(name, language)))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_national_law_keeps_its_own_language(language: str) -> None:
    """A national provision is cited as its own text has it, whoever reads."""
    as_they_are = {name: (SOURCES[name]["title"], SOURCES[name]["place"], SOURCES[name]["address"]) for name in NATIONAL}
    assert as_they_are == {name: cited(name, language) for name in NATIONAL}


@pytest.mark.parametrize(
    ("name", "italian", "english"),
    [
        ("crd-2-1", "articolo 2, punto 1", "Article 2, point (1)"),
        ("crd-9-2-a", "articolo 9, paragrafo 2, lettera a)", "Article 9(2)(a)"),
        ("crd-16-c", "articolo 16, lettera c)", "Article 16(c)"),
        ("crd-25", "articolo 25", "Article 25"),
        ("crd-11a", "articolo 11 bis", "Article 11a"),
        ("crd-recital-41", "considerando 41", "recital 41"),
        ("cjeu-c-565-22", "dispositivo", "operative part"),
        ("ovh-faq-cancel", "Come annullare un ordine?", "How do I cancel my order?"),
        ("ovh-guide-withdrawal", "Esercita il diritto di recesso", "Apply the right of withdrawal"),
    ],
)
def test_places(name: str, italian: str, english: str) -> None:
    """A place is written as each language writes it."""
    assert (italian, english) == (cited(name, "it")[1], cited(name, "en")[1])


@pytest.mark.parametrize(
    ("name", "italian", "english"),
    [
        ("crd-9-1", "https://eur-lex.europa.eu/eli/dir/2011/83/oj/ita", "https://eur-lex.europa.eu/eli/dir/2011/83/oj/eng"),
        (
            "cjeu-c-565-22",
            "https://eur-lex.europa.eu/legal-content/IT/TXT/?uri=CELEX:62022CJ0565",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62022CJ0565",
        ),
    ],
)
def test_addresses_of_the_union_s_law(name: str, italian: str, english: str) -> None:
    """EUR-Lex is opened in the reader's language."""
    assert (italian, english) == (cited(name, "it")[2], cited(name, "en")[2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_of_ovhcloud_s_pages(language: str) -> None:
    """OVHcloud's pages are opened in the reader's language, whatever language they were read in."""
    pages = [name for name in SHARED if "docs.ovhcloud.com" in SOURCES[name]["address"]]
    assert len(pages) > 1
    assert [] == [name for name in pages if not cited(name, language)[2].startswith(f"https://docs.ovhcloud.com/{language}/")]


def test_a_step_shows_its_source_so() -> None:
    """A step's source is the citation in the language of the explanation."""
    order = {"now": "2026-09-08T09:00:00+02:00", "ordered_at": "2026-09-05", "country": "IT", "product": "vps"}
    step = explain(check(order | {"customer_type": "consumer", "payment_status": "paid"}), "it")["steps"][0]
    assert citation(source("crd-2-1"), "it") == step["source"]
