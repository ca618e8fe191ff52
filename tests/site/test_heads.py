"""What the pages' heads say to machines and to other sites: schema.org, Open Graph, a picture."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from checker.publish import cards, heads, structured
from checker.publish.cards import Card
from checker.publish.structured import Described
from tests.conftest import SITE_URL
from tests.site.built import EVERY_PAGE, LANGUAGES, NAMES, Element, Page, flat, page, place

KINDS = {
    "index": ["WebPage", "WebSite"],
    "checker": ["WebPage", "WebApplication", "BreadcrumbList"],
    "order-status": ["FAQPage", "BreadcrumbList"],
    "withdrawal": ["WebPage", "HowTo", "BreadcrumbList"],
}
"""What a page is and holds; every other is a page below the home page."""
DERIVED = ("index", "order-status", "withdrawal", "updates")
OWN = {"invitation", "asked", "asking", "behind", "attribution"}
LOCALES = {"it": "it_IT", "en": "en_GB", "fr": "fr_FR", "de": "de_DE", "es": "es_ES", "pt": "pt_PT", "pl": "pl_PL"}
ONCE = ("type", "site_name", "title", "url", "locale", "image", "image:type", "image:width", "image:height", "image:alt")
SAMPLE = Described(
    name="order-status",
    language="pl",
    title="FAQ",
    description="Pytania",
    address="https://example.org/pl/order-status/",
    place="https://example.org/pl/order-status/",
    site="Moje zamówienie",
    home="https://example.org/pl/",
    html="",
)


def every_page(site: Path) -> list[Page]:
    """Every page of the site, those that stand in for a translation included."""
    return [Page(path) for path in sorted(site.rglob("index.html")) if "assets" not in path.relative_to(site).parts]


def graph(built: Page) -> list[dict[str, Any]]:
    """What a page says in the words of schema.org."""
    whole = json.loads(built.one("script", type="application/ld+json").text)
    assert "https://schema.org" == whole["@context"]
    return list(whole["@graph"])


def node(built: Page, kind: str) -> dict[str, Any]:
    """The only thing of that kind."""
    (found,) = [found for found in graph(built) if found["@type"] == kind]
    return found


def properties(built: Page) -> dict[str, list[str]]:
    """Open Graph's properties by name, in order."""
    found: dict[str, list[str]] = {}
    for element in built.all("meta"):
        name = element.attributes.get("property", "")
        if name.startswith("og:"):
            found.setdefault(name.removeprefix("og:"), []).append(element.attributes["content"])
    return found


def picture(site: Path, built: Page) -> Path:
    """The file of a page's picture."""
    (address,) = properties(built)["image"]
    assert address.startswith(SITE_URL)
    return site / address.removeprefix(SITE_URL)


def shown(built: Page) -> dict[str, list[str]]:
    """The paragraphs below each question of a page, but those of this site's boxes."""
    found: dict[str, list[str]] = {}
    question = ""
    for element in built.elements:
        if not element.in_article:
            continue
        if element.tag in {"h1", "h2", "h3"}:
            question = element.text if element.tag == "h3" else ""
        elif question and element.tag == "p" and not boxed(element):
            found.setdefault(question, []).append(flat(element.text))
    return found


def boxed(element: Element) -> bool:
    """Whether an element is, or stands in, something that this site has added."""
    return any(around.has_class(name) for around in (element, *element.around) for name in OWN)


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_a_page_says_what_it_is_and_in_which_language(site: Path, where: tuple[str, str]) -> None:
    """Its kinds, each with the page's own language, title, description and address."""
    language, name = where
    built = page(site, *where)
    assert KINDS.get(name, ["WebPage", "BreadcrumbList"]) == [found["@type"] for found in graph(built)]
    itself, *others = graph(built)
    assert [language] * len(graph(built)) == [found.get("inLanguage", language) for found in graph(built)]
    assert (language, SITE_URL + place(*where)) == (itself["inLanguage"], itself["url"])
    assert built.one("h1").text == itself["name"]
    assert built.one("meta", name="description").attributes["content"] == itself["description"]
    assert all("inLanguage" in found for found in others if found["@type"] != "BreadcrumbList")


def test_a_page_that_stands_in_speaks_as_the_original(site: Path) -> None:
    """Where a page is not translated, all is that of the Italian one, addresses and picture included."""
    fallback, original = page(site, "pl", "programs"), page(site, "it", "programs")
    assert graph(original) == graph(fallback)
    assert properties(original) == properties(fallback)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_faq_s_questions_have_their_answers(site: Path, language: str, tmp_path: Path) -> None:
    """Just the page's questions, each with every paragraph below it, and with nothing that this site has added."""
    built = page(site, language, "order-status")
    asked = node(built, "FAQPage")["mainEntity"]
    assert [heading.text for heading in built.all("h3") if heading.in_article] == [found["name"] for found in asked]
    assert {("Question", "Answer")} == {(found["@type"], found["acceptedAnswer"]["@type"]) for found in asked}
    expected = shown(built)
    for found in asked:
        answer = found["acceptedAnswer"]["text"]
        assert set() == set(re.findall(r"[\w-]+", " ".join(re.findall('class="(.*?)"', answer)))) & OWN
        (tmp_path / "answer.html").write_text(answer, encoding="utf-8")
        read = Page(tmp_path / "answer.html")
        assert [] == read.open, "an element is left open"
        assert expected[found["name"]] == [flat(paragraph.text) for paragraph in read.all("p")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_withdraw_in_steps(site: Path, language: str) -> None:
    """The steps are the items of the list below the heading, in order."""
    built = page(site, language, "withdrawal")
    heading = built.one("h2", id="how")
    behind = built.elements[built.elements.index(heading) :]
    steps = next(element for element in behind if element.tag == "ol")
    how = node(built, "HowTo")
    assert heading.text == how["name"]
    assert 3 <= len(how["step"])
    assert [flat(item.text) for item in built.inside(steps, "li")] == [step["text"] for step in how["step"]]
    assert list(range(1, len(how["step"]) + 1)) == [step["position"] for step in how["step"]]


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_whose_text_it_is(site: Path, where: tuple[str, str]) -> None:
    """What is made of OVHcloud's text names it and its licence, as the foot of the page does; nobody is said to publish it."""
    built = page(site, *where)
    based = [found for found in graph(built) if "isBasedOn" in found]
    assert (where[1] in DERIVED) == bool(based)
    for found in based:
        (note,) = [element for element in built.all("aside") if element.has_class("attribution")]
        links = [element.attributes["href"] for element in built.inside(note, "a")]
        assert found["isBasedOn"] in links
        assert f"{found['license']}deed.{where[0]}" in links
    script = built.one("script", type="application/ld+json").text
    assert [] == [claim for claim in ('"publisher"', '"author"', '"creator"', '"provider"') if claim in script]


@pytest.mark.parametrize("where", [where for where in EVERY_PAGE if where[1] != "index"])
def test_a_page_is_found_from_the_home_page(site: Path, where: tuple[str, str]) -> None:
    """Two steps: the home page of the page's language, the page."""
    steps = node(page(site, *where), "BreadcrumbList")["itemListElement"]
    assert [(1, SITE_URL + place(where[0], "index")), (2, SITE_URL + place(*where))] == [
        (step["position"], step["item"]) for step in steps
    ]
    assert [node(page(site, where[0], "index"), "WebSite")["name"], page(site, *where).one("h1").text] == [
        step["name"] for step in steps
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checker_costs_nothing(site: Path, language: str) -> None:
    """It runs in any browser, for everybody, for nothing."""
    application = node(page(site, language, "checker"), "WebApplication")
    assert (True, "0", "Any") == (
        application["isAccessibleForFree"],
        application["offers"]["price"],
        application["operatingSystem"],
    )


@pytest.mark.parametrize("where", EVERY_PAGE)
def test_other_sites_can_show_a_page(site: Path, where: tuple[str, str]) -> None:
    """Title, description, address, the page's language and those that it exists in as well, and a picture with its size."""
    language, name = where
    built = page(site, *where)
    found = properties(built)
    assert dict.fromkeys(ONCE, 1) == {each: len(found.get(each, [])) for each in ONCE}
    assert [built.one("h1").text] == found["title"]
    assert [built.one("meta", name="description").attributes["content"]] == found["description"]
    assert [built.one("link", rel="canonical").attributes["href"]] == found["url"]
    assert [LOCALES[language]] == found["locale"]
    others = {other for other, written in EVERY_PAGE if written == name} - {language}
    assert sorted(LOCALES[other] for other in others) == found["locale:alternate"]
    assert found["site_name"][0] in built.one("title").text
    assert "summary_large_image" == built.one("meta", name="twitter:card").attributes["content"]
    assert found["title"][0] in found["image:alt"][0]


def test_every_picture_is_there(site: Path) -> None:
    """A PNG of the size that is said, small enough to be fetched by the way."""
    for built in every_page(site):
        drawn = picture(site, built).read_bytes()
        found = properties(built)
        size = [int(found[f"image:{side}"][0]).to_bytes(4, "big") for side in ("width", "height")]
        assert b"\x89PNG\r\n\x1a\n" == drawn[:8]
        assert (b"IHDR", *size) == (drawn[12:16], drawn[16:20], drawn[20:24])
        assert (1200, 630) == tuple(int.from_bytes(side, "big") for side in size)
        assert len(drawn) < 40_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_picture_of_its_own(site: Path, language: str) -> None:
    """No two pages of a language look alike."""
    pictures = {picture(site, page(site, language, name)).read_bytes() for name in NAMES}
    assert len(NAMES) == len(pictures)


def test_no_picture_is_without_a_page(site: Path) -> None:
    """What lies in the folder of the pictures is shown by some page."""
    assert {picture(site, built) for built in every_page(site)} == set((site / cards.FOLDER).rglob("*.png"))


def test_no_address_is_relative(site: Path) -> None:
    """Whoever reads a head reads it elsewhere: each address in it is a whole one."""
    for built in every_page(site):
        script = built.one("script", type="application/ld+json").text
        told = [address for name in ("url", "image") for address in properties(built)[name]]
        told += re.findall(r'"(?:url|item|license|isBasedOn)":"(.*?)"', script)
        told += re.findall(r'(?:href|src)=\\"(.*?)\\"', script)
        assert [] == [address for address in told if not address.startswith(("https://", SITE_URL))]


def test_the_faq_s_own_links_lead_into_the_site(site: Path) -> None:
    """A picture of an answer is where its address says, in the language of the page."""
    (source, *_) = re.findall(
        r'src=\\"(.*?)\\"', page(site, "pl", "order-status").one("script", type="application/ld+json").text
    )
    assert (site / source.removeprefix(SITE_URL)).is_file()


def test_a_question_that_is_not_translated_is_marked() -> None:
    """Where a part of the page stands in for a translation, its question says so, and each answer is whole."""
    faq = """<h3 id="one">Jak?</h3><p>Tak.</p>
<div lang="it"><h3 id="two">Perché?</h3><aside class="behind" lang="pl">…</aside><p>Così.</p></div>
<h4 id="tips">Porady</h4><div lang="it"><h4>Consigli</h4><p>Anche.</p></div>
<h3 id="three">Kiedy?</h3><p>Dziś <a href="../updates/?a&amp;b">tu</a>.</p><h2>Inne</h2><p>Nie.</p>"""
    found = structured.questions(replace(SAMPLE, html=faq))
    assert [("Jak?", "pl"), ("Perché?", "it"), ("Kiedy?", "pl")] == [(each["name"], each["inLanguage"]) for each in found]
    assert [
        "<p>Tak.</p>",
        '<p lang="it">Così.</p>\n<h4 id="tips">Porady</h4><div lang="it"><h4>Consigli</h4><p>Anche.</p></div>',
        '<p>Dziś <a href="https://example.org/pl/updates/?a&amp;b">tu</a>.</p>',
    ] == [each["acceptedAnswer"]["text"] for each in found]


def test_no_text_ends_the_script() -> None:
    """A title that holds a tag is told as it is, and no tag stands in the data."""
    told = structured.data(replace(SAMPLE, title="</script><!-- <b>"))
    assert "<" not in told
    assert "</script><!-- <b>" == json.loads(told)["@graph"][0]["name"]


def test_a_list_that_is_missing_is_no_step() -> None:
    """Where the section has no list, or only the next one has, the page does not say how it is done."""
    how = '<h2 id="how">Come</h2><p>Scrivi.</p><h2 id="refund">Rimborso</h2><ol><li>Altro</li></ol>'
    assert [] == list(structured.how_to(replace(SAMPLE, name="withdrawal", html=how)))


def test_the_pages_of_a_folder_share_a_picture() -> None:
    """Those below a page show its picture; only the page itself draws it."""
    above, index, below = (replace(SAMPLE, name=name) for name in ("deadlines", "deadlines/index", "deadlines/france"))
    assert {"assets/cards/pl/deadlines.png"} == {heads.picture_of(found) for found in (above, index, below)}
    assert [True, True, False] == [heads.draws(found) for found in (above, index, below)]


def test_the_same_words_give_the_same_picture() -> None:
    """Two draws, the same bytes; another title, site or foot, other bytes."""
    card = Card("Moje zamówienie", "Prawo odstąpienia od umowy prostymi słowami", "Niezależny serwis")
    again = cards.draw.__wrapped__(card)
    assert cards.draw.__wrapped__(card) == again
    others = [replace(card, title="Inny"), replace(card, site="Inny"), replace(card, foot="Inny")]
    assert 4 == len({again, *(cards.draw.__wrapped__(other) for other in others)})


@pytest.mark.parametrize("size", [1, 4, 9, 16, 32])
def test_a_title_is_never_cut(size: int) -> None:
    """All its words, in lines of about the same length that fit into the picture."""
    title = " ".join(("Entro quale giorno si può recedere in ogni paese e con quali festività: " * 3).split()[:size])
    letters, lines = cards.laid_out(title)
    assert title == " ".join(lines)
    widths = [cards.font(cards.BOLD, letters).getlength(line) for line in lines]
    assert max(widths) <= cards.ROOM
    assert min(widths) >= max(widths) * 0.6
    assert letters * cards.LEADING * len(lines) <= 300


def test_the_titles_of_this_site_are_large(site: Path) -> None:
    """At most three lines, and letters that can be read where the picture is shown small."""
    for built in every_page(site):
        size, lines = cards.laid_out(properties(built)["title"][0])
        assert (size >= 60, len(lines) <= 3) == (True, True), lines


def test_the_font_has_every_letter(site: Path) -> None:
    """Each letter that a picture shows, Polish ones included, is drawn as itself."""
    letters = {letter for built in every_page(site) for letter in properties(built)["image:alt"][0]}
    letters |= set("ĄĆĘŁŃÓŚŹŻąćęłńóśźżÄÖÜäöüßÑñ¿¡ÀÇÉÈÊËÎÏÔŒÙàâçéèêëîïôœùÃÕãõ«»„”“’–…")
    for weight in (cards.BOLD, cards.REGULAR):
        font = cards.font(weight, 40)
        absent = bytes(font.getmask("\U0010fffd"))
        assert [] == [letter for letter in sorted(letters) if letter.strip() and bytes(font.getmask(letter)) == absent]


def test_the_font_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where it is not installed, the build stops with a sentence that names the command to run."""
    monkeypatch.setattr(cards, "FONTS", tmp_path)
    with pytest.raises(PluginError, match="npm ci --prefix checker/web"):
        cards.font.__wrapped__(cards.BOLD, 40)


def test_no_text_ends_an_attribute(site: Path) -> None:
    """What would end or begin something stands spelt out in Open Graph's properties, apostrophes included."""
    html = "".join(built.path.read_text(encoding="utf-8") for built in every_page(site))
    contents = re.findall(r'<meta property="og:[\w:]+" content="(.*)">', html)
    assert "&#39;" in "".join(contents)
    assert [] == [content for content in contents if set("'\"<>") & set(content)]
