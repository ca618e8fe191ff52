"""What readers see of a translation that is missing, behind its original or not reviewed: a copy of the site, spoilt once."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.publish.translations.__main__ import main
from checker.publish.translations.pages import Docs
from tests.conftest import SITE_URL, Built, build
from tests.site.built import IN_TWO, LANGUAGES, NAMES, Element, Page, languages_of, page, place
from tests.site.scratch import copied, spoil, translations, warnings
from tests.site.weight import entries

TRANSLATIONS = LANGUAGES[1:]
MISSING_PAGE = {
    "pl": "Ta strona nie jest jeszcze przetłumaczona: poniżej możesz ją przeczytać po włosku.",
    "fr": "Cette page n’est pas encore traduite",
}
STALE_PAGE = {
    "en": "The Italian original of this page has changed",
    "fr": "L’original italien de cette page a changé",
    "de": "Das italienische Original dieser Seite hat sich geändert",
    "es": "El original italiano de esta página ha cambiado",
    "pt": "O original italiano desta página mudou",
    "pl": "Włoski oryginał tej strony się zmienił",
}
STALE_SECTION = {
    "en": "The Italian original of this part has changed",
    "fr": "L’original italien de cette partie a changé",
    "de": "Das italienische Original dieses Abschnitts hat sich geändert",
    "es": "El original italiano de esta parte ha cambiado",
    "pt": "O original italiano desta parte mudou",
    "pl": "Włoski oryginał tej części się zmienił",
}
MISSING_SECTION = {
    "en": "This part has not been translated yet",
    "fr": "Cette partie n’est pas encore traduite",
    "de": "Dieser Abschnitt ist noch nicht übersetzt",
    "es": "Esta parte aún no está traducida",
    "pt": "Esta parte ainda não está traduzida",
    "pl": "Ta część nie jest jeszcze przetłumaczona",
}
UNREVIEWED = "Tradução automática, ainda não revista por uma pessoa."
QUESTION = "Come si chiede una fattura?"


@dataclass(frozen=True, slots=True)
class Spoilt:
    """The copy, what was built from it, and what `status` says of it."""

    project: Path
    built: Built
    status: str


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    """All translations marked as reviewed; then pages, sections and sentences taken away or changed in the original."""
    project = copied(tmp_path_factory.mktemp("behind") / "project")
    docs = Docs(project / "docs")
    for language in TRANSLATIONS:
        for name in NAMES:
            assert 0 == main(["mark", language, name, "--by", "person", "--reviewed", "2026-11-23"], docs)
    main(["mark", "en", "writers", "--by", "person", "--reviewed", "2026-11-23"], docs)
    main(["mark", "pt", "checker", "--by", "machine", "--reviewed", "2026-11-20"], docs)
    (project / "docs/pl/updates.md").unlink()
    (project / "docs/pl/checker.md").unlink()
    (project / "docs/fr/order-status.md").unlink()
    spoil(project, "docs/it/withdrawal.md", "entro **14 giorni**", "entro **15 giorni**")
    spoil(
        project,
        "docs/it/withdrawal.md",
        "## Se l'ordine non è pagato",
        "## Una parte nuova\n\nParole.\n\n## Se l'ordine non è pagato",
    )
    spoil(project, "checker/publish/anchors.toml", '    "unpaid",', '    "novelty",\n    "unpaid",')
    spoil(project, "docs/it/order-status.md", "### Come annullare", f"### {QUESTION}\n\nCosì.\n\n### Come annullare")
    spoil(project, "checker/publish/anchors.toml", '"cancel", "cancel-tips"', '"invoice", "cancel", "cancel-tips"')
    words = "checker/words/locale/{}/LC_MESSAGES/checker.po"
    spoil(project, words.format("de"), 'msgid "Apri il menu"', '#, fuzzy\nmsgid "Apri il menu"')
    spoil(project, words.format("es"), 'msgstr "Página no encontrada"', 'msgstr ""')
    built = build(project, project / "site")
    assert (0, []) == (built.status, warnings(built.log)), built.log
    return Spoilt(project, built, translations(project, "status").stdout)


def notes(of: Page) -> list[Element]:
    """What the page says of its own translation, from the top."""
    return [element for element in of.all("aside") if element.has_class("behind")]


def leads(of: Page, note: Element) -> tuple[str, str]:
    """The address that a note leads to, and the language it says the reader will find there."""
    (link,) = of.inside(note, "a")
    return link.attributes["href"], link.attributes["hreflang"]


def alternates(of: Page) -> set[str]:
    """The languages that the page's head names."""
    return {e.attributes["hreflang"] for e in of.all("link") if "hreflang" in e.attributes}


def index(site: Path, language: str) -> list[dict[str, str]]:
    """The entries of a language's search index."""
    found: list[dict[str, str]] = json.loads(entries(site, language).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("language", "name", "original"),
    [
        ("pl", "updates", "../../updates/"),
        ("fr", "order-status", "../../order-status/"),
        ("pl", "checker", "../../checker/"),
        ("pl", "writers", "../../writers/"),
    ],
)
def test_a_missing_page_says_so_at_its_top(spoilt: Spoilt, language: str, name: str, original: str) -> None:
    """In the reader's language, with a link to the Italian page; what follows is marked as Italian, the title first of all."""
    shown = page(spoilt.built.site, language, name)
    italian = page(spoilt.built.site, "it", name)
    (note,) = notes(shown)
    assert MISSING_PAGE[language] in note.text
    assert (language, (original, "it")) == (note.language, leads(shown, note))
    heading = shown.one("h1")
    assert ("it", italian.one("h1").text) == (heading.language, heading.text)
    assert shown.elements.index(note) < shown.elements.index(heading)
    assert language == shown.one("html").attributes["lang"]
    checkers = [element for element in shown.all("div") if element.has_class("checker")]
    paragraphs = [e for e in shown.all("p") if e.in_article and not {note, *checkers} & set(e.around)]
    assert {"it"} == {paragraph.language for paragraph in paragraphs}
    assert shown.headings == italian.headings


def test_a_missing_page_still_checks_in_the_readers_language(spoilt: Spoilt) -> None:
    """The checker's form is not part of the page's text: it is in Polish where the page is not translated, and says so."""
    shown = page(spoilt.built.site, "pl", "checker")
    form = shown.one("form", **{"class": "checker-form"})
    assert ("pl", True) == (form.language, "Sprawdź moje zamówienie" in form.text)


@pytest.mark.parametrize(("language", "name"), [("pl", "updates"), ("fr", "order-status"), ("pl", "writers")])
def test_a_missing_page_is_not_passed_off_as_a_translation(spoilt: Spoilt, language: str, name: str) -> None:
    """Its canonical address is the Italian page's; no head, no site map, no offer and no search names it."""
    site = spoilt.built.site
    shown = page(site, language, name)
    assert SITE_URL + place("it", name) == shown.one("link", rel="canonical").attributes["href"]
    assert set() == alternates(shown)
    there = [other for other in languages_of(name) if other != language]
    for other in there:
        assert {*there, "x-default"} == alternates(page(site, other, name))
        assert language not in {e.attributes["lang"] for e in page(site, other, name).all("aside") if e.has_class("offer")}
    assert SITE_URL + place(language, name) not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert [] == [entry["location"] for entry in index(site, language) if entry["location"].startswith(f"{name}/")]
    assert [entry for entry in index(site, "it") if entry["location"].startswith(f"{name}/")]


def test_a_missing_page_names_the_italian_texts_licence(spoilt: Spoilt) -> None:
    """It is the text word for word, not a translation of it."""
    shown = page(spoilt.built.site, "fr", "order-status")
    (note,) = [element for element in shown.all("aside") if element.has_class("attribution")]
    assert ("it", True) == (note.language, "Testo riprodotto parola per parola" in note.text)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_stale_section_says_so_there_and_at_the_top(spoilt: Spoilt, language: str) -> None:
    """With links to the Italian page and to the Italian section."""
    shown = page(spoilt.built.site, language, "withdrawal")
    top, section, _ = notes(shown)
    assert STALE_PAGE[language] in top.text
    assert ("../../withdrawal/", "it") == leads(shown, top)
    assert shown.elements.index(top) < shown.elements.index(shown.all("h2")[0])
    assert STALE_SECTION[language] in section.text
    assert ("../../withdrawal/#refund", "it") == leads(shown, section)
    headings = [e for e in shown.elements[: shown.elements.index(section)] if e.tag == "h2"]
    assert "refund" == headings[-1].attributes["id"]
    assert {language} == {top.language, section.language, headings[-1].language}


def test_a_page_that_is_current_says_nothing(spoilt: Spoilt) -> None:
    """Nor does the original."""
    said = {(language, name) for language in LANGUAGES for name in NAMES if notes(page(spoilt.built.site, language, name))}
    stale = {(language, name) for language in TRANSLATIONS for name in ("withdrawal", "order-status")}
    assert stale | {("pl", "updates"), ("pl", "checker"), ("pt", "checker")} == said


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_section_that_only_the_original_has_is_shown_in_italian(spoilt: Spoilt, language: str) -> None:
    """In its place, marked as Italian, with a note in the reader's language and a link."""
    shown = page(spoilt.built.site, language, "withdrawal")
    order = [anchor for _, anchor in shown.headings]
    assert [anchor for _, anchor in page(spoilt.built.site, "it", "withdrawal").headings] == order
    heading, following = shown.one("h2", id="novelty"), shown.one("h2", id="unpaid")
    assert ("it", True) == (heading.language, heading.text.startswith("Una parte nuova"))
    assert ["it"] == [e.language for e in shown.all("p") if e.text == "Parole."]
    *_, note = notes(shown)
    assert MISSING_SECTION[language] in note.text
    assert ("../../withdrawal/#novelty", "it") == leads(shown, note)
    assert 0 < shown.elements.index(note) - shown.elements.index(heading) < 4
    assert language == following.language


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_note_of_a_section_shown_in_italian_is_in_the_readers_language(spoilt: Spoilt, language: str) -> None:
    """And marked so, although the section around it is marked as Italian."""
    *_, note = notes(page(spoilt.built.site, language, "withdrawal"))
    assert language == note.language


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_section_shown_in_italian_is_not_searched(spoilt: Spoilt, language: str) -> None:
    """A reader who searches in a language finds nothing in another."""
    assert [] == [entry["location"] for entry in index(spoilt.built.site, language) if "Una parte nuova" in entry["title"]]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_home_page_asks_an_untranslated_question_in_italian(spoilt: Spoilt, language: str) -> None:
    """In English the FAQ lacks one question, in French it is missing whole: the list has them all, in their place."""
    asked = {
        site_language: {
            e.attributes["href"].partition("#")[2]: (e.text, e.language)
            for e in page(spoilt.built.site, site_language, "index").all("a")
            if e.in_article and e.attributes["href"].startswith("order-status/#")
        }
        for site_language in ("it", language)
    }
    assert list(asked["it"]) == list(asked[language])
    assert (QUESTION, "it") == asked[language]["invoice"]
    assert {("How do I cancel an order?", "en"), ("Come annullare un ordine?", "it")} >= {asked[language]["cancel"]}
    assert [language == "fr"] == [asked["it"] == asked[language]]


def test_a_machine_translation_not_reviewed_says_so(spoilt: Spoilt) -> None:
    """At its top, in its own language, with a link to the original."""
    shown = page(spoilt.built.site, "pt", "checker")
    (note,) = notes(shown)
    assert UNREVIEWED in note.text
    assert ("../../checker/", "it") == leads(shown, note)
    assert shown.elements.index(note) < shown.elements.index(shown.one("form", **{"class": "checker-form"}))


def test_an_untranslated_sentence_is_seen_to_be_italian(spoilt: Spoilt) -> None:
    """One that is fuzzy, and one that is missing."""
    site = spoilt.built.site
    menus = [e.attributes["data-name"] for e in page(site, "de", "index").all("label") if "data-name" in e.attributes]
    assert ["[it] Apri il menu", "Suche öffnen"] == menus
    assert "[it] Pagina non trovata" == Page(site / "es/404.html").one("h1").text


def test_the_page_of_translations_has_a_row_for_each_language_and_page(spoilt: Spoilt) -> None:
    """In each language: a table for each translation, a row for each page, with its state, and one for the sentences."""
    for language in LANGUAGES:
        shown = page(spoilt.built.site, language, "translations")
        tables = [table for table in shown.all("table") if shown.inside(table, "caption")]
        assert len(TRANSLATIONS) == len(tables)
        for translation, table in zip(TRANSLATIONS, tables, strict=True):
            rows = [row for row in shown.inside(table, "tr") if "data-state" in row.attributes]
            links = [shown.inside(row, "a")[0].attributes["href"] for row in rows]
            names = sorted(name for name in (*NAMES, *IN_TWO) if name in NAMES or translation == "en")
            up = "../" if language == "it" else "../../"
            assert [f"{up}{place(translation, name)}" for name in names] == links
            assert 1 + len(rows) + 1 == len(shown.inside(table, "tr"))
    in_polish = {"missing": "do przetłumaczenia", "stale": "do zaktualizowania", "current": "aktualne"}
    rows = [row for row in page(spoilt.built.site, "pl", "translations").all("tr") if "data-state" in row.attributes]
    assert set(in_polish) == {row.attributes["data-state"] for row in rows}
    assert [] == [row.text for row in rows if in_polish[row.attributes["data-state"]] not in row.text]


def test_the_published_states_are_those_that_status_prints(spoilt: Spoilt) -> None:
    """Page by page and sentence by sentence: the same in translations.json, in the tables and on the command line."""
    published = json.loads((spoilt.built.site / "translations.json").read_text(encoding="utf-8"))
    lines = []
    for found in published["pages"]:
        line = f"{found['language']}  {found['page']:<16} {found['state']}"
        for state in ("stale", "missing", "unrecorded"):
            if names := [name for name, own in found["sections"].items() if own == state]:
                line += f"; {state}: {', '.join(names)}"
        lines.append(line)
    for language, found in published["sentences"].items():
        line = f"{language}  {'checker.po':<16} {found['translated']} of {sum(found.values())} sentences"
        lines.append(line + "".join(f"; {state}: {found[state]}" for state in ("fuzzy", "missing") if found[state]))
    assert lines == spoilt.status.splitlines()
    assert {"pl  updates          missing", "pt  checker          current"} <= set(lines)
    assert "es  withdrawal       stale; stale: refund; missing: novelty" in lines
    shown = page(spoilt.built.site, "en", "translations")
    rows = [row.attributes["data-state"] for row in shown.all("tr") if "data-state" in row.attributes]
    assert [found["state"] for found in published["pages"]] == rows


def test_the_page_of_translations_says_who_and_when(spoilt: Spoilt) -> None:
    """The translator and the day of the last review, in the reader's language; the stale sections as links to the original."""
    shown = page(spoilt.built.site, "fr", "translations")
    table = [table for table in shown.all("table") if shown.inside(table, "caption")][TRANSLATIONS.index("pt")]
    rows = {shown.inside(row, "a")[0].attributes["href"].split("/")[-2]: row for row in shown.inside(table, "tr")[1:-1]}
    assert re.search("traduction automatique.*20 novembre 2026", rows["checker"].text)
    assert re.search("une personne.*23 novembre 2026", rows["withdrawal"].text)
    behind = [e.attributes for e in shown.inside(rows["withdrawal"], "a")[1:]]
    assert [("../../withdrawal/#refund", "it"), ("../../withdrawal/#novelty", "it")] == [
        (e["href"], e["hreflang"]) for e in behind
    ]
