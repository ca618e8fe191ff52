"""Law and OVHcloud's rules side by side, the button that the law asks for, and the list of all sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker import check
from checker.publish.tables.compared import DIFFERENCES, FUNCTION_LABELS
from checker.rules import data
from checker.rules.sources import source
from checker.rules.verdict import Nature
from checker.words import LANGUAGES, label, text
from checker.words.citations import UNCONFIRMED, citation
from checker.words.dates import in_words
from tests.judged import ORDINARY
from tests.site.built import flat, page, rows_of

SOURCES = data.table("sources")["sources"]


def test_law_and_terms_are_not_mixed_up() -> None:
    """What stands under the law rests on law, what stands under OVHcloud on a text of OVHcloud's."""
    assert {Nature.LAW} == {source(each.law_says).nature for each in DIFFERENCES}
    assert Nature.LAW not in {source(name).nature for each in DIFFERENCES for name in each.trader_says}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_difference_stands_in_a_row_with_both_sources(site: Path, language: str) -> None:
    """What it is about, the law with its place, OVHcloud with its own."""
    rows = rows_of(page(site, language, "withdrawal"))
    for each in DIFFERENCES:
        (row,) = [row for row in rows if row[0] == text(each.about, language)]
        for cell, words, says in ((row[1], each.law, [each.law_says]), (row[2], each.trader, each.trader_says)):
            assert cell.startswith(flat(text(words, language)))
            assert all(flat(citation(source(name), language)["place"]) in cell for name in says)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["AT", "DE", "FR", "IT", "NL"])
def test_the_button_has_its_day_and_its_words_in_each_country(site: Path, language: str, country: str) -> None:
    """The first day for which the rules tell a customer of the button; its words where the national text was seen."""
    rows = rows_of(page(site, language, "withdrawal"))
    (row,) = [row for row in rows if row[0] == label("country", country, language) and len(row) == 4]
    first = next(
        day
        for day in (date(2026, 6, 19), date(2026, 10, 1))
        if any(step.rule == "withdrawal_function" for step in check(ordered(day, country)).steps)
    )
    assert in_words(first, language, "long") == row[1]
    assert (country in FUNCTION_LABELS) == (FUNCTION_LABELS.get(country, "…") in row[2])
    name = next(step.source for step in check(ordered(first, country)).steps if step.rule == "withdrawal_function")
    assert flat(citation(source(name), language)["title"]) in row[3]
    assert source(name).confirmed == (text(UNCONFIRMED, language) not in row[3])


def ordered(day: date, country: str) -> dict[str, object]:
    """Give an order of that day."""
    return ORDINARY | {"ordered_at": day.isoformat(), "now": f"{day.isoformat()}T22:00:00+02:00", "country": country}


def test_the_buttons_words_are_those_of_the_source() -> None:
    """What the table quotes stands in the national provision, as it was read or reported."""
    provisions = {entry["country"]: entry["says"] for entry in SOURCES.values() if entry["transposes"] == "crd-11a"}
    assert [] == [country for country, words in FUNCTION_LABELS.items() if words not in provisions[country]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_is_listed(site: Path, language: str) -> None:
    """Its act as a link, and the place in it; what was not read is marked, each as often as there are such places."""
    found = page(site, language, "sources")
    items = [
        (flat(item.text), found.inside(item, "a")[0].attributes["href"]) for item in found.all("li") if found.inside(item, "a")
    ]
    for name in SOURCES:
        said = citation(source(name), language)
        assert any(
            words.startswith(flat(said["title"])) and flat(said["place"]) in words and address == said["address"]
            for words, address in items
        ), name
    unread = [name for name, entry in SOURCES.items() if entry["state"] != "confirmed"]
    counted = [paragraph.text for paragraph in found.all("p") if str(len(SOURCES)) in paragraph.text]
    assert any(str(len(SOURCES) - len(unread)) in words and str(len(unread)) in words for words in counted)
