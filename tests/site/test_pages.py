"""The built pages: what a reader, a search engine and a browser find in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.words.related import PAGES
from tests.conftest import SITE_URL
from tests.site.built import (
    COUNTRIES,
    EVERY_PAGE,
    LANGUAGES,
    LISTED,
    NAMES,
    NOT_FOUND,
    Page,
    languages_of,
    page,
    page_path,
    place,
    target,
)

GUIDES = "guides/account-and-service-management/managing-billing-payments-and-services"
NOT_OVHCLOUD = {
    "it": "Sito indipendente: non è di OVHcloud",
    "en": "An independent site: it is not OVHcloud's",
    "fr": "Site indépendant\u00a0: il n’appartient pas à OVHcloud",
    "de": "Unabhängige Website, die nicht zu OVHcloud gehört",
    "es": "Sitio independiente: no es de OVHcloud",
    "pt": "Site independente: não é da OVHcloud",
    "pl": "Niezależny serwis: nie należy do OVHcloud",
}
DRAWN = {
    "it": "Schema",
    "en": "Diagram",
    "fr": "Schéma",
    "de": "Schaubild",
    "es": "Esquema",
    "pt": "Esquema",
    "pl": "Schemat",
}
CONTROLS = {
    "it": (
        "Cerca nel sito",
        "Scegli la lingua",
        "Passa al tema scuro",
        "Passa al tema chiaro",
        "Apri il menu",
        "Apri la ricerca",
    ),
    "en": (
        "Search this site",
        "Choose the language",
        "Switch to dark theme",
        "Switch to light theme",
        "Open the menu",
        "Open the search",
    ),
    "fr": (
        "Rechercher sur le site",
        "Choisir la langue",
        "Passer au thème sombre",
        "Passer au thème clair",
        "Ouvrir le menu",
        "Ouvrir la recherche",
    ),
    "de": (
        "Diese Website durchsuchen",
        "Sprache wählen",
        "Zum dunklen Design wechseln",
        "Zum hellen Design wechseln",
        "Menü öffnen",
        "Suche öffnen",
    ),
    "es": (
        "Buscar en el sitio",
        "Elige el idioma",
        "Cambiar al tema oscuro",
        "Cambiar al tema claro",
        "Abrir el menú",
        "Abrir el buscador",
    ),
    "pt": (
        "Pesquisar no site",
        "Escolher a língua",
        "Mudar para o tema escuro",
        "Mudar para o tema claro",
        "Abrir o menu",
        "Abrir a pesquisa",
    ),
    "pl": (
        "Szukaj w serwisie",
        "Wybierz język",
        "Włącz ciemny motyw",
        "Włącz jasny motyw",
        "Otwórz menu",
        "Otwórz wyszukiwarkę",
    ),
}
DOCUMENTATION = {
    "it": "documentazione OVHcloud",
    "en": "OVHcloud documentation",
    "fr": "documentation OVHcloud",
    "de": "Dokumentation von OVHcloud",
    "es": "documentación de OVHcloud",
    "pt": "documentação da OVHcloud",
    "pl": "dokumentacja OVHcloud",
}
THIS_SITE = {
    "it": "questo sito",
    "en": "this site",
    "fr": "ce site",
    "de": "Website",
    "es": "este sitio",
    "pt": "este site",
    "pl": "tego serwisu",
}
NAMES_OF_LANGUAGES = {
    "it": "Italiano",
    "en": "English",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "pt": "Português",
    "pl": "Polski",
}


def addresses(of: Page) -> Iterator[str]:
    """Every address that a page's links and sources name."""
    for element in of.elements:
        for attribute in ("href", "src"):
            if attribute in element.attributes:
                yield element.attributes[attribute]


def every_html(site: Path) -> list[Page]:
    """Every HTML page of the site."""
    return [Page(path) for path in sorted(site.rglob("*.html")) if "assets" not in path.relative_to(site).parts]


def test_every_page_exists_in_every_language(site: Path) -> None:
    """The same pages, under the same names."""
    assert [] == [where for where in EVERY_PAGE if not page_path(site, *where).is_file()]


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    """Files and anchors, on all pages, those for what is not found included."""
    missing = []
    pages = {built.path: built for built in every_html(site)}
    for origin in pages.values():
        for address in addresses(origin):
            found = target(site, origin.path, address)
            if found is None:
                continue
            file, anchor = found
            if anchor.startswith("answers?") and file.parent.name == "checker":
                continue  # no anchor, but answers that the checker takes along
            if not file.is_file() or (anchor and file in pages and anchor not in pages[file].ids):
                missing.append((origin.path.relative_to(site).as_posix(), address))
    assert [] == missing


def test_no_notation_of_the_source_is_left(site: Path) -> None:
    """No /links/, /pages/, missing GIF, attribute list or marker reaches the reader, except where a page shows it as code."""
    pattern = re.compile(r'"/links/|"/pages/|\.gif|\{\.|\{#|<!-- (faq|checker|translations|rules|deadlines):')
    read = {built.path: re.sub(r"<code>.*?</code>", "", built.path.read_text(encoding="utf-8")) for built in every_html(site)}
    assert [] == [(path, found[0]) for path, html in read.items() if (found := pattern.search(html))]


@pytest.mark.parametrize("name", NAMES)
def test_heading_ids_are_the_same_in_every_language(site: Path, name: str) -> None:
    """A link to an answer survives a change of language. Sources stand by country, as each language sorts them."""
    order = sorted if name == "sources" else list
    italian, *others = (order(page(site, language, name).headings) for language in LANGUAGES)
    assert [italian] * len(others) == others
    named = [anchor for _, anchor in italian if anchor]  # what the page script fills in has no id of its own
    assert len(named) == len(set(named))


def test_the_faq_has_the_anchors_that_others_link_to(site: Path) -> None:
    """English words, once and for all."""
    found = {anchor for _, anchor in page(site, "it", "order-status").headings}
    assert set() == {"pay", "payment-status", "order-status", "change", "cancel", "delivery"} - found


@pytest.mark.parametrize(
    ("language", "home", "subsidiary", "section"),
    [
        ("it", "it", "it", "esercita-il-diritto-di-recesso"),
        ("en", "co.uk", "GB", "apply-the-right-of-withdrawal"),
        ("fr", "com/fr", "fr", "appliquer-le-droit-de-rétractation"),
        ("de", "de", "de", "widerrufsrecht-ausüben"),
        ("es", "es", "es", "ejercer-el-derecho-de-desistimiento"),
        ("pt", "pt", "pt", "direito-de-arrependimento"),
        ("pl", "pl", "pl", "korzystanie-z-prawa-do-odstąpienia-od-umowy"),
    ],
)
def test_ovhclouds_links_go_to_its_addresses(site: Path, language: str, home: str, subsidiary: str, section: str) -> None:
    """The Control Panel three times, the guide whole and at the section on withdrawing: each in the reader's language."""
    links = [e.attributes["href"] for e in page(site, language, "order-status").all("a") if e.in_article]
    manager = f"https://www.ovh.com/auth/?action=gotomanager&from=https://www.ovh.{home}/&ovhSubsidiary={subsidiary}"
    guide = f"https://docs.ovhcloud.com/{language}/{GUIDES}/ovh-orders"
    assert (3, 1, 1) == (links.count(manager), links.count(guide), links.count(f"{guide}#{section}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_look_like_buttons(site: Path, language: str) -> None:
    """Seven labels of the Control Panel, in the element that the style sheet draws."""
    assert 7 == len([e for e in page(site, language, "order-status").all("code") if e.has_class("action")])
    (style,) = (site / "assets/css").glob("site.*.css")
    assert "code.action" in style.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_can_be_enlarged(site: Path, language: str) -> None:
    """Each is a plain link to itself, has its size and says in words and in the drawing that it is schematic."""
    faq = page(site, language, "order-status")
    pictures = [element for element in faq.all("img") if element.has_class("thumbnail")]
    schematic = DRAWN[language]
    assert 2 == len(pictures)
    for picture in pictures:
        assert "#" != picture.attributes["src"]
        assert 1 == len([e for e in faq.all("a") if e.attributes.get("href") == picture.attributes["src"]])
        assert picture.attributes["alt"].startswith(f"{schematic}: ")
        found = target(site, faq.path, picture.attributes["src"])
        assert found is not None
        drawing = found[0].read_text(encoding="utf-8")
        assert f">{schematic}</text>" in drawing
        assert f'viewBox="0 0 {picture.attributes["width"]} {picture.attributes["height"]}"' in drawing
    assert 2 == len([caption for caption in faq.all("figcaption") if schematic.lower() in caption.text.lower()])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("section", "following", "field"),
    [("cancel", "cancel-tips", "payment_status"), ("delivery", "delivery-tips", "order_status")],
)
def test_the_checker_is_reached_from_the_answers(site: Path, language: str, section: str, following: str, field: str) -> None:
    """Between the answer on cancelling, or on delivery, and the tips that follow it: a question, its answers as links."""
    html = page_path(site, language, "order-status").read_text(encoding="utf-8")
    answer = html[html.index(f'id="{section}"') : html.index(f'id="{following}"')]
    assert 1 == answer.count('class="invitation"')
    assert 3 == answer.count(f'href="../checker/#answers?{field}=')


def test_every_outcome_s_section_asks_a_question(site: Path) -> None:
    """Each section that an answer of the checker's leads to leads back to the checker, in each language."""
    for language in LANGUAGES:
        for where in PAGES:
            name, anchor = where.split("#")
            html = page_path(site, language, name).read_text(encoding="utf-8")
            section = re.split(r"<h[23] ", html[html.index(f'id="{anchor}"') :])[0]
            assert "checker/#answers?" in section, (language, where)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_lists_the_faqs_questions(site: Path, language: str) -> None:
    """Word for word as the FAQ asks them, each leading to its answer."""
    faq = {e.attributes["id"]: e.text for e in page(site, language, "order-status").all("h3")}
    listed = {
        e.attributes["href"].partition("#")[2]: e.text
        for e in page(site, language, "index").all("a")
        if e.in_article and e.attributes["href"].startswith("order-status/#")
    }
    assert 6 == len(faq)
    assert faq == listed


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_every_page_says_that_it_is_not_ovhclouds(site: Path, where: tuple[str, str]) -> None:
    """In the footer, in the reader's language."""
    assert NOT_OVHCLOUD[where[0]] in "".join(e.text for e in page(site, *where).all("footer"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["index", "order-status", "withdrawal", "updates"])
def test_every_derived_page_names_its_source_and_licence(site: Path, language: str, name: str) -> None:
    """OVHcloud's documentation with its address and version, CC BY-NC-SA 4.0 with its own, and what was changed."""
    built = page(site, language, name)
    (note,) = [element for element in built.all("aside") if element.has_class("attribution")]
    licence = built.one("a", rel="license")
    assert "CC BY-NC-SA 4.0" == licence.text
    assert f"https://creativecommons.org/licenses/by-nc-sa/4.0/deed.{language}" == licence.attributes["href"]
    guide = [e.attributes for e in built.all("a") if e.attributes["href"].startswith("https://docs.ovhcloud.com/")][-1]
    assert [guide["lang"]] == [part for part in guide["href"].split("/") if part in LANGUAGES]
    assert DOCUMENTATION[language] in note.text
    assert THIS_SITE[language] in note.text


@pytest.mark.parametrize(
    ("language", "says", "day"),
    [
        ("it", "Testo riprodotto parola per parola", "10 novembre 2022"),
        ("en", "translated from the Italian", "10 November 2022"),
        ("fr", "traduit de l’italien", "10 novembre 2022"),
        ("de", "aus dem Italienischen übersetzt", "10. November 2022"),
        ("es", "traducido del italiano", "10 de noviembre de 2022"),
        ("pt", "traduzido do italiano", "10 de novembro de 2022"),
        ("pl", "przetłumaczony z języka włoskiego", "10 listopada 2022"),
    ],
)
def test_the_faq_says_which_text_it_is(site: Path, language: str, says: str, day: str) -> None:
    """The Italian page is the source itself, the others are translations of it, all of the same day."""
    (note,) = [e for e in page(site, language, "order-status").all("aside") if e.has_class("attribution")]
    assert says in note.text
    assert day in note.text


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_a_page_is_in_one_language_and_names_the_others(site: Path, where: tuple[str, str]) -> None:
    """Its own `lang`, its canonical address, and a link for each language and by default."""
    language, name = where
    built = page(site, language, name)
    assert language == built.one("html").attributes["lang"]
    assert SITE_URL + place(language, name) == built.one("link", rel="canonical").attributes["href"]
    # rel="alternate" without the space makes Material ask for <address>/sitemap.xml
    links = [element.attributes for element in built.all("link") if element.attributes["rel"].startswith("alternate")]
    assert {"alternate "} == {found["rel"] for found in links}
    alternates = [found for found in links if "hreflang" in found]
    expected = {other: SITE_URL + place(other, name) for other in languages_of(name)}
    expected["x-default"] = SITE_URL + place("it", name)
    assert expected == {found["hreflang"]: found["href"] for found in alternates}
    assert len(expected) == len(alternates)


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_a_page_has_its_own_title_and_description(site: Path, where: tuple[str, str]) -> None:
    """From its front matter, in its own language: one main heading, which is not the navigation's."""
    built = page(site, *where)
    (heading,) = built.all("h1")
    assert heading.text in built.one("title").text
    assert 40 <= len(built.one("meta", name="description").attributes["content"])


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_the_language_menu_stays_on_the_page(site: Path, where: tuple[str, str]) -> None:
    """Each language's name in that language, leading to the same page."""
    built = page(site, *where)
    links = [element for element in built.all("a") if element.has_class("md-select__link")]
    assert NAMES_OF_LANGUAGES == {e.attributes["lang"]: e.text.strip() for e in links}
    assert [where[0]] == [e.attributes["lang"] for e in links if "aria-current" in e.attributes]
    for link in links:
        assert not link.attributes["href"].startswith("/"), "the site may lie below another address than SITE_URL's"
        assert (page_path(site, link.attributes["lang"], where[1]), "") == target(site, built.path, link.attributes["href"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_found_is_said_in_each_language(site: Path, language: str) -> None:
    """The default language at the root, the others in their folders, with addresses that work from anywhere."""
    built = Page(site / place(language, "index") / "404.html")
    assert language == built.one("html").attributes["lang"]
    assert NOT_FOUND[language] == built.one("h1").text
    assert NOT_FOUND[language] in built.one("title").text
    links = [e.attributes["href"] for e in built.all("a") if e.in_article]
    assert [f"/{place(language, name)}" for name in LISTED] == links
    assert NOT_OVHCLOUD[language] in built.path.read_text(encoding="utf-8")
    menu = [element for element in built.all("a") if element.has_class("md-select__link")]
    homes = [target(site, built.path, link.attributes["href"]) for link in menu]
    assert [(page_path(site, other, "index"), "") for other in LANGUAGES] == homes


def test_the_site_map_lists_every_page_with_its_languages(site: Path) -> None:
    """Each page once, with an address for each language that it is written in."""
    found = {}
    for entry in (site / "sitemap.xml").read_text(encoding="utf-8").split("</url>")[:-1]:
        (place_of_page,) = re.findall("<loc>(.*?)</loc>", entry)
        assert place_of_page not in found
        found[place_of_page] = dict(re.findall('hreflang="(.*?)" href="(.*?)"', entry))
    expected = {
        SITE_URL + place(language, name): {other: SITE_URL + place(other, name) for other in languages_of(name)}
        | {"x-default": SITE_URL + place("it", name)}
        for language, name in (*EVERY_PAGE, *((language, name) for language in LANGUAGES for name in COUNTRIES))
    }
    assert expected == found


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """No script, style, picture, frame, font or preload names another origin; links to follow may."""
    foreign = [
        (built.path.relative_to(site).as_posix(), element.tag, address)
        for built in every_html(site)
        for element in built.elements
        for attribute in (
            "src",
            "srcset",
            "data",
            "action",
            "poster",
            *(("href",) if element.tag in {"link", "use"} else ()),
        )
        if (address := element.attributes.get(attribute, "")).startswith(("http:", "https:", "//"))
        and element.attributes.get("rel", "").strip() not in {"canonical", "alternate"}
    ]
    assert [] == foreign
    styles = [path for path in site.rglob("*") if path.suffix in {".css", ".svg"}]
    pattern = re.compile(r"@import|url\([\"']?(?:https?:)?//|(?:xlink:)?href=[\"'](?:https?:)?//")
    assert [] == [path.name for path in styles if pattern.search(path.read_text(encoding="utf-8"))]
    scripts = list((site / "assets/js").rglob("*.js"))
    assert scripts
    assert [] == [path.name for path in scripts if "//" in re.sub(r"(?m)^\s*//.*$|\s//\s.*$", "", path.read_text())]


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_controls_without_words_have_names(site: Path, where: tuple[str, str]) -> None:
    """The search dialogue, the menus and the colour switch are named in the reader's language."""
    built = page(site, *where)
    language = where[0]
    search, *others, menu, opens_search = CONTROLS[language]
    named = {element.attributes.get("aria-label") for element in built.elements}
    (colours,) = [element.attributes for element in built.elements if "data-slate" in element.attributes]
    assert set() == {search, *others} - named - {colours["data-default"], colours["data-slate"]}
    assert colours["data-default"] == colours["aria-label"]
    assert search == built.one("div", role="dialog").attributes["aria-label"]
    assert {menu, opens_search} == {e.attributes["data-name"] for e in built.all("label") if "data-name" in e.attributes}
