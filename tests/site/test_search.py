"""Searching: each language its own index, and words found without their accents."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker.publish import search
from tests.site.built import LANGUAGES, NAMES, page_path

FOLDERS = {"it": "", "en": "en"}


def index(site: Path, language: str) -> dict[str, Any]:
    """A language's search index."""
    found: dict[str, Any] = json.loads((site / FOLDERS[language] / "search/search_index.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_holds_its_own_language_only(site: Path, language: str) -> None:
    """Every page of the language, at addresses relative to its root, and none of another's."""
    pages = {entry["location"].partition("#")[0] for entry in index(site, language)["docs"]}
    assert {"" if name == "index" else f"{name}/" for name in NAMES} == pages
    assert [language] == index(site, language)["config"]["lang"]


def test_indexes_differ_in_words(site: Path) -> None:
    """The Italian questions are in the Italian index, the English ones in the English."""
    titles = {language: {entry["title"] for entry in index(site, language)["docs"]} for language in LANGUAGES}
    assert "Come annullare un ordine?" in titles["it"] - titles["en"]
    assert "How do I cancel an order?" in titles["en"] - titles["it"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_for_its_own_index(site: Path, language: str, name: str) -> None:
    """Material looks for the index below the base that the page states."""
    html = page_path(site, language, name).read_text(encoding="utf-8")
    config = re.search(r'<script id="__config" type="application/json">(.*?)</script>', html)
    assert config is not None
    assert ("./" if name == "index" else "../") == json.loads(config[1])["base"]


def test_words_are_parted_at_apostrophes_and_quotation_marks(site: Path) -> None:
    """A reader who types `ordine` finds `dell'ordine` and `l’ordine`."""
    separator = index(site, "it")["config"]["separator"]
    assert ["dell", "ordine", "l", "ordine", "servizio", "cliente"] == re.split(
        separator, "dell'ordine l’ordine «servizio cliente"
    )


def test_accented_words_are_found_without_accents(site: Path) -> None:
    """A reader who types `perche` on a phone finds the question that begins with `Perché`."""
    found = [entry["location"] for entry in index(site, "it")["docs"] if "perche" in entry["alt"].split()]
    assert "order-status/#delivery" in found


def test_boxes_and_attributions_are_not_searched(site: Path) -> None:
    """What stands on many pages would be found on all of them."""
    texts = " ".join(entry["text"] for entry in index(site, "it")["docs"])
    assert "Nota di questo sito" not in texts
    assert "Fonte e licenza" not in texts


@pytest.mark.parametrize(
    ("word", "folded"), [("perché", "perche"), ("Łódź", "lodz"), ("zamówienie", "zamowienie"), ("Ordine", "ordine")]
)
def test_fold(word: str, folded: str) -> None:
    """Lower case, no diacritics."""
    assert folded == search.fold(word)


def test_a_language_without_a_word_list_is_indexed_plainly() -> None:
    """Polish has none: its index borrows no other language's stop words."""
    whole = json.dumps({"config": {"lang": ["it"], "pipeline": ["stopWordFilter"]}, "docs": []})
    assert {"lang": ["en"], "pipeline": []} == json.loads(search.split(whole, ["it", "pl"], "it")["pl"])["config"]


def test_an_entry_goes_to_the_language_of_its_address() -> None:
    """A page of the default language whose name begins like a language stays with the default."""
    docs = [{"location": where, "title": "", "text": ""} for where in ("", "en/", "en/a/#b", "enough/")]
    parts = search.split(json.dumps({"config": {}, "docs": docs}), ["it", "en"], "it")
    assert ["", "enough/"] == [entry["location"] for entry in json.loads(parts["it"])["docs"]]
    assert ["", "a/#b"] == [entry["location"] for entry in json.loads(parts["en"])["docs"]]
