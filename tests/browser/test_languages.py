"""Seven languages in the browser: changing from one to another, being offered one's own, and nothing of another in it."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from checker import check
from checker.words import LANGUAGES
from tests.browser.driving import CASES, IN_TIME, answered, fill, heard, open_checker, submit, through_worker
from tests.browser.serving import Serving
from tests.site.built import EVERY_PAGE, NOT_FOUND, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

TRANSLATIONS = LANGUAGES[1:]
ROUND = (*TRANSLATIONS, LANGUAGES[0])
"""From the Italian page through each language back to it."""
TYPED = IN_TIME | {"country": "DE", "region": "DE-BY", "info_given": True}
"""An order with a list, two choices, a typed date, and a region, which is there to choose for its country only."""
OFFERS = {
    "it": ("Questa pagina c'è anche in italiano.", "Leggila in italiano", "No, grazie"),
    "en": ("This page is also available in English.", "Read it in English", "No, thanks"),
    "fr": ("Cette page existe aussi en français.", "La lire en français", "Non, merci"),
    "de": ("Diese Seite gibt es auch auf Deutsch.", "Auf Deutsch lesen", "Nein danke"),
    "es": ("Esta página también está en español.", "Leerla en español", "No, gracias"),
    "pt": ("Esta página também existe em português.", "Ler em português", "Não, obrigado"),
    "pl": ("Ta strona jest dostępna także po polsku.", "Przeczytaj ją po polsku", "Nie, dziękuję"),
}
OWN_WORDS = {
    "it": "della che più puoi giorno ordine recesso",
    "en": "the of you your which day order withdrawal",
    "fr": "vous votre est du jour commande rétractation",
    "de": "und nicht ist wird Sie Ihre mit Tag Bestellung Widerruf",
    "es": "el los puedes hasta día fecha desistimiento",
    "pt": "não pode até ao dia encomenda resolução",
    "pl": "się jest dzień możesz przez zamówienie odstąpić",
}
"""Words that are frequent in one of the seven languages and none of the other six."""
NO_WORDS = {"address", "day", "field", "kind", "lang", "nature", "related", "tone", "why"}
"""What an explanation tells the page's script, not the reader; and a holiday, which keeps its own name (`why`)."""
SEVERAL_WORDS = re.compile(r"[^\W\d]+\W+[^\W\d]+")


def menu(page: Page) -> Locator:
    """The language menu, opened."""
    page.locator(".md-select").hover()
    return page.locator(".md-select__list")


def switch(page: Page, language: str) -> None:
    """Chooses another language in the menu, and waits for its page to stand."""
    menu(page).locator(f"[hreflang={language}]").click()
    page.wait_for_function(
        "language => document.documentElement.lang === language && document.readyState === 'complete'", arg=language
    )
    stands(page)


def stands(page: Page) -> None:
    """Waits for the checker's script, if the page has it: what it brought along is shown from there on."""
    expect(page.locator(".checker-late")).to_have_count(0)


def offered(page: Page) -> Locator:
    """The offers that can be seen."""
    return page.locator(".offer:visible")


@pytest.fixture
def preferring(browser: Browser, serving: Serving) -> Iterator[Any]:
    """Makes a page in a fresh profile of a browser that prefers a language."""
    contexts: list[BrowserContext] = []

    def opened(*preferred: str) -> Page:
        context = browser.new_context(base_url=serving.address, locale=preferred[0])
        context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{ value: {json.dumps(preferred)} }})")
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_the_menu_stays_on_the_question(page: Page, serving: Serving, language: str) -> None:
    """From the Italian answer on cancelling to the same answer in another language."""
    page.goto("/order-status/#cancel")
    switch(page, language)
    assert f"{serving.address}/{language}/order-status/#cancel" == page.url
    expect(page.locator("#cancel")).to_be_in_viewport()


def test_the_menu_stays_on_the_question_all_the_way_round(page: Page, serving: Serving) -> None:
    """From each language to the next, and from the last back to Italian."""
    page.goto("/order-status/#delivery")
    for language in ROUND:
        switch(page, language)
        assert f"{serving.address}/{place(language, 'order-status')}#delivery" == page.url
        expect(page.locator("#delivery")).to_be_in_viewport()


def test_answers_go_along(page: Page, serving: Serving) -> None:
    """What was typed and chosen stands in each other language's form; no address and no request holds it; a reload keeps it."""
    open_checker(page)
    fill(page, TYPED)
    page.locator(".checker-add").click()
    page.locator("[name=product]").nth(1).select_option("domain")
    for language in ROUND:
        switch(page, language)
        for _ in range(2):
            assert TYPED == filled(page, TYPED)
            expect(page.locator("[name=product]").nth(1)).to_have_value("domain")
            expect(page.locator(".checker-answer")).to_be_hidden()
            assert f"{serving.address}/{place(language, 'checker')}" == page.url
            page.reload()
            stands(page)
    assert [] == carrying(serving)


def test_an_answer_is_given_again(page: Page, serving: Serving) -> None:
    """Who had an answer has it in each other language without another press; no address and no request holds the order."""
    open_checker(page)
    fill(page, TYPED)
    submit(page)
    verdict = heard(page)["verdict"]
    for language in ROUND:
        switch(page, language)
        shown = answered(page).locator(".checker-verdict").inner_text()
        said = heard(page)
        assert (verdict, language, shown) == (said["verdict"], said["explanation"]["lang"], said["explanation"]["answer"])
        assert TYPED == filled(page, TYPED)
        assert f"{serving.address}/{place(language, 'checker')}" == page.url
    assert [] == carrying(serving)


def filled(page: Page, order: dict[str, Any]) -> dict[str, Any]:
    """What the form holds for the fields of an order."""
    values: dict[str, str] = page.evaluate("Object.fromEntries(new FormData(document.querySelector('.checker-form')))")
    first = {"product": page.locator("[name=product]").first.input_value()}
    return {field: {"true": True}.get(value, value) for field, value in (values | first).items() if field in order}


def carrying(serving: Serving) -> list[str]:
    """The requests that hold something of the order."""
    return [request for request in serving.asked if re.search("2026-09-05|DE-BY|web_hosting|answer(s|ed)\\?", request)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_found_is_said_in_the_language_of_its_folder(page: Page, language: str) -> None:
    """With a way back to that language's home page."""
    answer = page.goto(f"/{place(language, 'index')}not/there/")
    assert answer
    assert (404, language) == (answer.status, page.locator("html").get_attribute("lang"))
    expect(page.get_by_role("heading", level=1)).to_have_text(NOT_FOUND[language])
    page.locator("article ul a").first.click()
    page.wait_for_url(f"**/{place(language, 'index')}")
    assert language == page.locator("html").get_attribute("lang")


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_reader_is_offered_their_own_language(preferring: Any, serving: Serving, language: str) -> None:
    """One offer, in that language, marked as such; it leads to the same answer, and nobody is redirected."""
    page = preferring(f"{language}-XX", "nl")
    page.goto("/order-status/#cancel")
    expect(offered(page)).to_have_count(1)
    sentence, accept, decline = OFFERS[language]
    assert [sentence, accept, decline] == [line.strip() for line in offered(page).inner_text().splitlines() if line.strip()]
    expect(offered(page)).to_have_attribute("lang", language)
    assert f"{serving.address}/order-status/#cancel" == page.url
    offered(page).get_by_role("link", name=accept).click()
    page.wait_for_url(f"**/{language}/order-status/#cancel")
    expect(page.locator("#cancel")).to_be_in_viewport()
    expect(offered(page)).to_have_count(0)
    page.goto("/withdrawal/")
    expect(offered(page)).to_have_count(0)


def test_italian_is_offered_on_other_pages(preferring: Any) -> None:
    """The original's language is one of the seven."""
    page = preferring("it-IT")
    page.goto("/de/withdrawal/")
    expect(offered(page)).to_have_count(1)
    expect(offered(page)).to_contain_text(OFFERS["it"][0])
    offered(page).get_by_role("link").click()
    page.wait_for_url("**:*/withdrawal/")
    assert "it" == page.locator("html").get_attribute("lang")


@pytest.mark.parametrize("preferred", [("it-IT", "de"), ("nl-NL",), ("nl-NL", "it", "de")], ids=" ".join)
def test_nothing_is_offered_to_who_reads_the_page_already(
    preferring: Any, serving: Serving, preferred: tuple[str, ...]
) -> None:
    """The page's own language comes before the others, or none of the seven is wanted."""
    page = preferring(*preferred)
    page.goto("/order-status/", wait_until="networkidle")
    expect(offered(page)).to_have_count(0)
    assert f"{serving.address}/order-status/" == page.url


def test_the_first_of_the_seven_is_offered(preferring: Any) -> None:
    """Who prefers Dutch, then Polish, then German, is offered Polish."""
    page = preferring("nl-NL", "pl-PL", "de-DE")
    page.goto("/order-status/")
    expect(offered(page)).to_have_count(1)
    expect(offered(page)).to_have_attribute("lang", "pl")


def test_the_offer_is_not_repeated_within_the_site(preferring: Any) -> None:
    """Who goes on from page to page has seen it."""
    page = preferring("de-DE")
    page.goto("/")
    expect(offered(page)).to_have_count(1)
    page.locator("article a[href^=order-status]").first.click()
    page.wait_for_url("**/order-status/**")
    expect(offered(page)).to_have_count(0)


def test_the_offer_is_not_repeated_to_who_declined(preferring: Any, serving: Serving) -> None:
    """It goes away, and does not come back on another day."""
    page = preferring("de-DE")
    page.goto("/")
    offered(page).get_by_role("button", name=OFFERS["de"][2]).click()
    expect(offered(page)).to_have_count(0)
    assert f"{serving.address}/" == page.url
    again = page.context.new_page()
    again.goto("/withdrawal/", wait_until="networkidle")
    expect(offered(again)).to_have_count(0)


def test_the_offer_is_not_made_to_who_chose_in_the_menu(preferring: Any) -> None:
    """A German browser whose reader chose French is not offered German any more."""
    page = preferring("de-DE")
    page.goto("/")
    switch(page, "fr")
    expect(offered(page)).to_have_count(0)
    again = page.context.new_page()
    again.goto("/", wait_until="networkidle")
    expect(offered(again)).to_have_count(0)


def test_the_offer_takes_answers_along(preferring: Any, serving: Serving) -> None:
    """On the checker's page what was filled in before is not lost."""
    page = preferring("pl-PL")
    open_checker(page)
    fill(page, TYPED)
    offered(page).get_by_role("link").click()
    page.wait_for_url("**/pl/checker/")
    assert TYPED == filled(page, TYPED)
    assert [] == carrying(serving)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_ask_for_what_is_there_and_complain_of_nothing(everyday: Page, serving: Serving, language: str) -> None:
    """No request is answered with an error, none is made for a site map below a page, and the console stays silent."""
    page = everyday
    wrong: list[str] = []
    page.context.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    page.context.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}") if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for at, name in EVERY_PAGE:
        if at == language:
            page.goto(f"/{place(language, name)}", wait_until="networkidle")
            menu(page)
    assert [] == wrong
    asked = {request.split()[1] for request in serving.asked}
    assert {f"/{place(language, name)}" for at, name in EVERY_PAGE if at == language} <= asked
    assert [] == [address for address in asked if "sitemap" in address and address != f"/{place(language, 'index')}sitemap.xml"]


Explanations = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def orders() -> list[dict[str, Any]]:
    """A worked case for each outcome, and for each warning that can come with it."""
    by_kind: dict[tuple[str, ...], dict[str, Any]] = {}
    for case in CASES:
        verdict = check(case["order"]).as_json()
        by_kind.setdefault((verdict["outcome"], *verdict["warnings"]), case["order"])
    assert len(by_kind) >= 20
    return list(by_kind.values())


@pytest.fixture(scope="module")
def said(browser: Browser, site: Path, orders: list[dict[str, Any]]) -> Explanations:
    """What the worker of each language's own page says of these orders in that language."""
    found = {}
    for language in LANGUAGES:
        with Serving(site) as serving, browser.new_context(base_url=serving.address) as context:
            page = context.new_page()
            page.goto(f"/{place(language, 'checker')}")
            found[language] = [answer["explanation"] for answer in through_worker(page, orders, language)]
    return found


def sentences(explanation: Any, *path: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """All that a reader is told, each text with its place in the explanation."""
    if isinstance(explanation, dict):
        for name, inner in explanation.items():
            if name not in NO_WORDS:
                yield from sentences(inner, *path, name)
    elif isinstance(explanation, list):
        for number, inner in enumerate(explanation):
            yield from sentences(inner, *path, str(number))
    elif isinstance(explanation, str):
        yield path, explanation


@pytest.mark.parametrize(("language", "other"), list(combinations(LANGUAGES, 2)))
def test_no_sentence_is_the_same_in_two_languages(said: Explanations, language: str, other: str) -> None:
    """Each says the same things in the same places, and in its own words; one word, with a day or not, may be spelt alike."""
    for ours, theirs in zip(said[language], said[other], strict=True):
        own, foreign = dict(sentences(ours)), dict(sentences(theirs))
        assert own.keys() == foreign.keys()
        assert [] == [
            text for path, text in own.items() if "source" not in path and SEVERAL_WORDS.search(text) and text == foreign[path]
        ]


def test_a_source_is_named_in_each_language_or_in_its_own(said: Explanations) -> None:
    """A national act keeps its title everywhere; any other is named otherwise in each language, but for OVHcloud's API."""
    for alike in zip(*said.values(), strict=True):
        named = [dict(sentences(explanation)) for explanation in alike]
        for path in named[0]:
            if "source" in path and path[-1] == "title":
                titles, places = ({texts[(*path[:-1], name)] for texts in named} for name in ("title", "place"))
                assert len(titles) in (1, len(LANGUAGES)) or all("API" in title for title in titles), titles
                assert len(titles) == 1 or len(places) > 1 or any("GET" in code for code in places), places


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_untranslated_or_has_words_of_another_language(said: Explanations, language: str) -> None:
    """No mark of an Italian sentence, and none of the most frequent words of the six others."""
    texts = [text for told in said[language] for path, text in sentences(told) if "source" not in path]
    assert [] == [text for text in texts if "[it]" in text]
    foreign = {word for other, words in OWN_WORDS.items() if other != language for word in words.split()}
    assert [] == [(found, text) for text in texts if (found := foreign & set(re.findall(r"\w+", text)))]
    assert set() == set(OWN_WORDS[language].split()) - {word for text in texts for word in re.findall(r"\w+", text)}
