"""Searching: each language its own index, and words found in other spellings, in other forms and in customers' own words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker.publish import search
from checker.words import label
from tests.conftest import ROOT
from tests.site.built import EVERY_PAGE, LANGUAGES, page_path, place
from tests.site.weight import entries


def index(site: Path, language: str) -> list[dict[str, Any]]:
    """What is searched in a language."""
    found: list[dict[str, Any]] = json.loads(entries(site, language).read_text(encoding="utf-8"))
    return found


def entry(site: Path, language: str, location: str) -> dict[str, Any]:
    """The only entry with that address."""
    (found,) = (entry for entry in index(site, language) if entry["location"] == location)
    return found


def parted(language: str, text: str) -> list[str]:
    """The words that Material is told to find in a text."""
    return [word for word in re.split(search.separator(language), text) if word]


def indexed(language: str, *told: tuple[str, str, str]) -> list[dict[str, Any]]:
    """What the index of a language says of entries (location, title, text)."""
    docs = [dict(zip(("location", "title", "text"), entry, strict=True)) for entry in told]
    return search.split(json.dumps({"docs": docs}), [language], language)[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_holds_its_own_language_only(site: Path, language: str) -> None:
    """Every page of the language, at addresses relative to its root, and none of another's."""
    pages = {entry["location"].partition("#")[0] for entry in index(site, language)}
    assert {"" if name == "index" else f"{name}/" for written, name in EVERY_PAGE if written == language} == pages


def test_indexes_differ_in_words(site: Path) -> None:
    """No two languages have the FAQ's questions in the same words."""
    questions = [entry(site, language, "order-status/#cancel")["title"] for language in LANGUAGES]
    assert len(LANGUAGES) == len(set(questions))


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_a_page_asks_for_its_own_index(site: Path, language: str, name: str) -> None:
    """Material looks for the index below the base that the page states, and the page starts the site's own worker."""
    html = page_path(site, language, name).read_text(encoding="utf-8")
    config = re.search(r'<script id="__config" type="application/json">(.*?)</script>', html)
    assert config is not None
    said = json.loads(config[1])
    assert ("./" if name == "index" else "../") == said["base"]
    worker = page_path(site, language, name).parent / said["search"]
    assert (ROOT / "docs" / search.WORKER).read_bytes() == worker.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_index_has_our_settings(site: Path, language: str) -> None:
    """The index is split at our separators and weighs our fields, whatever MkDocs is configured with."""
    stated = json.loads((site / place(language, "index") / "search/search_index.json").read_text(encoding="utf-8"))
    assert search.settings(language).items() <= stated["config"].items()
    assert [] == stated["docs"]
    assert set(search.FIELDS) <= set(index(site, language)[0])


def test_words_are_parted_at_apostrophes_and_quotation_marks() -> None:
    """A reader who types `ordine` finds `dell'ordine` and `l’ordine`."""
    assert ["ordine", "ordine", "servizio", "cliente"] == parted("it", "dell'ordine l’ordine «servizio cliente»")
    assert ["Por", "qué", "Kunde"] == parted("nl", "¿Por qué? „Kunde“")


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("it", "Dov'è il mio ordine", ["Dov", "ordine"]),
        ("it", "Il perche di un'attesa", ["perche", "attesa"]),
        ("fr", "Où est-ce que j’annule ma commande ?", ["Où", "annule", "commande"]),
        ("de", "Fuer die Bestellung", ["Bestellung"]),
        ("pl", "Czy moge anulowac", ["anulowac"]),
        ("en", "the iterations of an order", ["iterations", "order"]),
    ],
)
def test_words_that_tell_nothing_part_words(language: str, asked: str, told: list[str]) -> None:
    """Articles and the like are not searched for, with a capital or without accents as well, and stay parts of other words."""
    assert told == parted(language, asked)


@pytest.mark.parametrize(
    ("language", "word", "location"),
    [
        ("it", "perche", "order-status/#delivery"),
        ("de", "aendere", "order-status/#change"),
        ("fr", "commandes", "order-status/#pay"),
        ("en", "cancelled", "order-status/#cancel"),
        ("pl", "zamowien", "order-status/#pay"),
    ],
)
def test_a_title_is_found_in_other_spellings_and_forms(site: Path, language: str, word: str, location: str) -> None:
    """A reader finds a title without its accents, and in another form that the pages know."""
    assert any(other.startswith(word) for other in entry(site, language, location)["alt_title"].split())


def test_forms_come_from_the_pages() -> None:
    """A word is found by the other words of its language that share its stem, wherever they stand."""
    first, second = indexed("en", ("a/", "Cancel", ""), ("b/", "", "<p>Cancelled orders</p>"))
    assert ("cancelled", "") == (first["alt_title"], first["alt"])
    assert ("", "") == (second["alt_title"], second["alt"])


def test_what_begins_another_word_is_left_out() -> None:
    """`order` needs no word of its own beside `orders`: a query finds words by their beginnings."""
    (found,) = indexed("en", ("a/", "Orders", "order ordered ordering"))
    assert "ordered ordering" == found["alt_title"]


def test_each_language_says_what_customers_type() -> None:
    """No language is left with its pages' words alone."""
    assert set(LANGUAGES) == set(search.TABLE)
    assert all(search.TABLE[language]["empty"] and search.TABLE[language]["synonyms"] for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_synonyms_are_for_words_of_titles(site: Path, language: str) -> None:
    """Each synonym leads somewhere: a title has the words that it stands for."""
    titles = [search.words_of(entry["title"]) for entry in index(site, language)]
    lost = [said for said in search.TABLE[language]["synonyms"] if not any(set(said.split()) <= title for title in titles)]
    assert [] == lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_synonyms_can_be_typed(language: str) -> None:
    """No synonym is among the words that are not searched for."""
    typed = {word for words in search.TABLE[language]["synonyms"].values() for word in words.split()}
    assert typed == {word for word in typed if parted(language, word) == [word]}


def test_a_section_comes_before_its_page_and_a_page_for_writers_last(site: Path) -> None:
    """Sections are raised, and what is not for customers is lowered, for every page named so exists."""
    boosts = {entry["location"]: entry["boost"] for entry in index(site, "it")}
    assert boosts["order-status/#pay"] > boosts["order-status/"] > boosts["updates/#law"] > boosts["writers/#start"]
    assert {name if "#" in name else f"{name}/" for name in search.ASIDE} <= set(boosts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_not_searched(site: Path, language: str) -> None:
    """The checker's lists would be found for every country, and weigh more than all else on the page."""
    about = entry(site, language, "checker/")["text"]
    assert about.endswith("</p>")
    assert label("country", "NZ", language) not in about
    assert ["checker/"] == [e["location"] for e in index(site, language) if e["location"].startswith("checker/")]


def test_boxes_and_attributions_are_not_searched(site: Path) -> None:
    """What stands on many pages would be found on all of them."""
    texts = " ".join(entry["text"] for entry in index(site, "it"))
    assert "Nota di questo sito" not in texts
    assert "Fonte e licenza" not in texts


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("perché", {"perché", "perche"}),
        ("łódź", {"łódź", "lodz"}),
        ("zurück", {"zurück", "zuruck", "zurueck"}),
        ("ordine", {"ordine"}),
    ],
)
def test_spellings(word: str, spellings: set[str]) -> None:
    """As it is, without diacritics, and with umlauts spelt out."""
    assert spellings == search.spellings(word)


@pytest.mark.parametrize("language", ["nl", "uk"])
def test_a_new_language_can_be_searched_at_once(language: str) -> None:
    """A language that our table does not have yet, and one whose stems nobody here knows, are indexed by their words."""
    (found,) = indexed(language, ("a/#b", "Bestelling geannuleerd é", ""))
    assert ("", "e") == (found["asked"], found["alt_title"])
    assert ["Bestelling", "en", "retour"] == parted(language, "Bestelling en retour")


def test_an_entry_goes_to_the_language_of_its_address() -> None:
    """A page of the default language whose name begins like a language stays with the default."""
    docs = [{"location": where, "title": "", "text": ""} for where in ("", "en/", "en/a/#b", "enough/")]
    parts = search.split(json.dumps({"docs": docs}), ["it", "en"], "it")
    assert ["", "enough/"] == [entry["location"] for entry in parts["it"]]
    assert ["", "a/#b"] == [entry["location"] for entry in parts["en"]]
