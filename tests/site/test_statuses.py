"""The glossary of statuses and the picture of an order's life say what the rules say."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.publish.tables.life import HEIGHT, LETTERS, TITLE, WHY
from checker.publish.tables.statuses import OTHERS, SHOWN, anchor, name
from checker.rules.codes import GOODS, Product
from checker.rules.status import ENDS, LEAVES, LIFE, STAGE
from checker.rules.verdict import Status
from checker.words import explain, label, text
from tests.site.built import LANGUAGES, flat, page, rows_of

NOW = {"now": "2026-11-23T12:00:00Z"}


def told(language: str, **order: str) -> list[dict[str, Any]]:
    """Give what the checker says of where such an order stands."""
    parts: list[dict[str, Any]] = explain(check(NOW | order), language)["status"]["parts"]
    return parts


def test_every_status_is_shown_as_what_it_is() -> None:
    """The glossary has each status of the contract, by an order that the rules take for one of that status."""
    assert set(Status) == set(SHOWN)
    assert {status: check(NOW | order).status for status, order in SHOWN.items()} == {status: status for status in SHOWN}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", SHOWN)
def test_a_section_says_what_the_checker_says(site: Path, language: str, status: Status) -> None:
    """Under OVHcloud's label: each sentence of the checker, with its source as a link, and a way into the checker."""
    found = page(site, language, "status")
    heading = found.one("h2", id=anchor(status))
    assert name(status, language) == heading.text.strip()
    after = found.elements[found.elements.index(heading) + 1 :]
    section = after[: next((place for place, element in enumerate(after) if element.tag == "h2"), len(after))]
    facts = [flat(element.text) for element in section if element.tag == "dd"]
    links = {element.attributes["href"] for element in section if element.tag == "a"}
    parts = told(language, **SHOWN[status])
    assert parts
    for part in parts:
        assert any(fact.startswith(flat(part["text"])) for fact in facts), part["text"]
        assert part["source"]["address"] in links
    assert any("checker/#answers?" in link and f"order_status={SHOWN[status]['order_status']}" in link for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "changes"),
    [
        (Status.LAPSED, {"payment_status": "pending"}),
        (Status.CHECKING, {"ordered_at": "2026-09-01"}),
        (Status.DELIVERING, {"ordered_at": "2026-09-01", "product": "vps"}),
    ],
)
def test_a_section_says_what_to_do_otherwise(site: Path, language: str, status: Status, changes: dict[str, str]) -> None:
    """Where it was paid after all, or lasts longer than usual, the checker gives other advice: it stands there, too."""
    shown = flat(page(site, language, "status").one("article").text)
    (*_, advice) = told(language, **SHOWN[status] | changes)
    assert flat(advice["text"]) in shown
    assert advice["text"] not in [part["text"] for part in told(language, **SHOWN[status])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_product_has_its_delivery_time(site: Path, language: str) -> None:
    """Every product that is a service stands in the table, in the row that says how long its delivery lasts."""
    found = page(site, language, "status")
    rows = {row[0]: row[1] for row in rows_of(found) if len(row) == 4}
    others = rows[text(OTHERS, language)]
    for product in set(Product) - GOODS:
        named = [lasts for names, lasts in rows.items() if label("product", product, language) in names]
        (lasts,) = named or [others]
        assert lasts in [flat(part["text"]) for part in told(language, order_status="delivering", product=product)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_life_of_an_order_is_drawn(site: Path, language: str) -> None:
    """A box for the order and for each stage, with its label; a name and a description for who does not see it."""
    found = page(site, language, "status")
    figure = next(element for element in found.all("figure") if element.has_class("life"))
    stages = {*LIFE, *(status for status in STAGE if status is not Status.PAYMENT_PENDING), *sum(ENDS.values(), ())}
    assert len(stages) + 1 == len(found.inside(figure, "rect"))
    words = " ".join(element.text for element in found.inside(figure, "text"))
    description = found.inside(figure, "desc")[0].text
    for stage in stages:
        assert name(stage, language) in words
        assert name(stage, language) in description
    (drawing,) = found.inside(figure, "svg")
    assert text(TITLE, language) == drawing.attributes["aria-label"]
    assert found.inside(figure, "desc")[0].attributes["id"] == drawing.attributes["aria-describedby"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_their_boxes(language: str) -> None:
    """Label and reason of each box take no more lines than it is high, and no word is longer than a line."""
    for status in SHOWN:
        lines = textwrap.wrap(name(status, language), LETTERS) + textwrap.wrap(
            text(WHY[status], language) if status in WHY else "", LETTERS + 6
        )
        assert 17 * len(lines) <= HEIGHT or status is Status.PAYMENT_PENDING  # which is not drawn
        assert max(map(len, name(status, language).split())) <= LETTERS


def test_an_order_leaves_its_life_from_known_stages() -> None:
    """Each way out begins at stages of the life of an order, and each is drawn."""
    assert set(ENDS) == set(LEAVES)
    assert set(LIFE) >= {stage for stages in LEAVES.values() for stage in stages}
