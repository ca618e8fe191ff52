"""What stands in an answer and what can be done with it: the letter, the calendar file, the record, the ways on."""

from __future__ import annotations

import re
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from checker.words import LANGUAGES
from tests.browser.driving import CASES, IN_TIME, PATIENCE, answered, fill, heard, open_checker, submit, through_worker
from tests.site.built import place

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.serving import Serving


def answer_to(page: Page, order: dict[str, Any], language: str = "it", now: str = "2026-09-10T10:00:00.000Z") -> Locator:
    """The page's answer to an order."""
    open_checker(page, f"/{place(language, 'checker')}", now)
    fill(page, order)
    submit(page)
    return page.locator(".checker-answer")


def test_the_answer_takes_the_place_of_the_questions(page: Page) -> None:
    """The questions go, and what was answered stands below the answer, each with the way to change it."""
    answer = answer_to(page, IN_TIME)
    expect(page.locator(".checker-form")).to_be_hidden()
    told = answer.locator(".checker-told")
    assert len(IN_TIME) == told.locator("dt").count()
    expect(told).to_contain_text("Sabato 5 settembre 2026", ignore_case=True)
    expect(told).to_contain_text("Hosting Web")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_are_drawn(page: Page, language: str) -> None:
    """The strip has the week's seven names and each day, and the same in words as its name."""
    weeks = answer_to(page, IN_TIME, language).locator(".checker-weeks")
    strip = heard(page)["explanation"]["strip"]
    expect(weeks).to_have_attribute("aria-label", strip["text"])
    assert 7 == weeks.locator("b").count()
    assert [day["kind"] for day in strip["days"]] == weeks.locator("[data-kind]").evaluate_all(
        "all => all.map(each => each.dataset.kind)"
    )
    columns = weeks.locator(":scope > *").evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().left))")
    assert columns[5] == columns[7 + 5]  # the order's Saturday stands below the sixth name


def test_where_the_order_is_in_its_life(page: Page) -> None:
    """Stages behind it, the one it is at, and those to come are told apart in words."""
    life = answer_to(page, IN_TIME | {"order_status": "checking"}).locator(".checker-life li")
    assert ["Ordine fatto", "Pagamento", "Conferma", "Consegna in corso", "Completata"] == life.locator(
        "span"
    ).all_inner_texts()
    assert ["fatto", "fatto", "sei qui", "più avanti", "più avanti"] == life.locator("small").all_inner_texts()
    assert [None, None, "step", None, None] == [item.get_attribute("aria-current") for item in life.all()]


def test_status_says_who_says_so(page: Page) -> None:
    """Meaning, usual length and what to do each name their source and the day it was read."""
    answer = answer_to(page, IN_TIME | {"order_status": "checking", "product": "vps"})
    parts = heard(page)["explanation"]["status"]["parts"]
    assert ["Che cosa significa", "Quanto dura di solito", "Che cosa fare adesso"] == [part["title"] for part in parts]
    standing = answer.locator(".checker-standing dl")
    for part, shown in zip(parts, standing.locator("> div").all(), strict=True):
        expect(shown).to_contain_text(part["text"])
    said = [(part["source"]["address"], part["source"]["read"]) for part in parts]
    links = standing.get_by_role("link").evaluate_all("all => all.map(each => each.href)")
    assert [address for address, _ in dict.fromkeys(said)] == links
    assert all(read in standing.inner_text() for _, read in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_is_filled_in(page: Page, language: str) -> None:
    """Name, address and number typed there stand in the text and in the mail; in the trader's language too."""
    answer = answer_to(page, IN_TIME, language)
    page.locator("#checker-letter > summary").click()
    page.locator("#checker-sender-name").fill("Ada Bianchi")
    page.locator("#checker-sender-address").fill("Via Roma 1\n00100 Roma")
    page.locator("#checker-sender-order_number").fill("123456789")
    texts = page.locator(".checker-texts section")
    assert list(dict.fromkeys([language, "it"])) == texts.evaluate_all("all => all.map(each => each.lang)")
    for text in texts.all():
        expect(text.locator("textarea")).to_have_value(
            re.compile("123456789(.|\n)*Ada Bianchi(.|\n)*Via Roma 1\n(.|\n)*00100 Roma")
        )
        mail = parse_qs(urlsplit(text.locator("[data-do=mail]").get_attribute("href") or "").query)
        assert text.locator("textarea").input_value().replace("\n", "\r\n").strip() == mail["body"][0].strip()
        assert "123456789" in mail["subject"][0]
    assert "Bianchi" not in page.evaluate("JSON.stringify(history.state) + location.href")
    expect(answer).to_be_visible()


def test_the_letter_can_be_copied_saved_and_printed(page: Page) -> None:
    """Each does what it says with the text as it stands; what is printed is the statement alone."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer_to(page, IN_TIME)
    page.evaluate("() => { window.print = () => { window.printed = document.querySelector('.checker-sheet').textContent; }; }")
    page.locator("#checker-letter > summary").click()
    section = page.locator(".checker-texts section").first
    text = section.locator("textarea").input_value()
    section.locator("[data-do=copy]").click()
    expect(section.locator(".checker-done")).not_to_be_empty()
    assert text == page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        section.locator("[data-do=save]").click()
    assert text == download.value.path().read_text(encoding="utf-8")
    section.locator("[data-do=print]").click()
    assert text == page.evaluate("window.printed")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".checker-sheet").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_file_is_a_calendar(page: Page, language: str) -> None:
    """A real parser finds the safe day with its reminders, and the last day, as the answer names them."""
    answer = answer_to(page, IN_TIME, language)
    with page.expect_download() as download:
        answer.locator(".checker-actions button").nth(1).click()
    assert download.value.suggested_filename.endswith(".ics")
    events = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    days = [str(event.decoded("DTSTART")) for event in events]
    verdict = heard(page)["verdict"]
    assert [verdict["safe_day"], verdict["last_day"]] == days
    assert events[0].walk("VALARM")


def test_what_has_no_letter_and_no_day_offers_none(page: Page) -> None:
    """Where there is nothing to withdraw from, neither stands on the page."""
    answer = answer_to(page, {"order_status": "cancelled"})
    expect(page.locator("#checker-letter")).to_be_hidden()
    assert ["A", "A", "BUTTON", "BUTTON"] == answer.locator(".checker-actions > *").evaluate_all(
        "all => all.map(each => each.tagName)"
    )


def test_the_printed_answer_stands_on_its_own(page: Page) -> None:
    """On paper all steps are unfolded with their sources' addresses, the record names the moment, and buttons are gone."""
    answer = answer_to(page, IN_TIME)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(answer.locator(".checker-steps ol")).to_be_visible()
    expect(answer.locator(".checker-record")).to_contain_text("giovedì 10 settembre 2026, ore 12:00 (fuso orario Europe/Rome)")
    after = answer.locator(".checker-steps .checker-source a").first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert "eur-lex" in after
    for gone in (".checker-ways", ".checker-told button", "#checker-letter"):
        assert [] == page.locator(gone).evaluate_all("all => all.filter(each => each.offsetParent)"), gone


def test_every_outcome_leads_to_its_question_and_back(page: Page) -> None:
    """The links of each outcome's answer lead to a section of this site that leads to the checker."""
    open_checker(page)
    orders = {
        said["verdict"]["outcome"]: said["explanation"]["related"]
        for said in through_worker(page, [case["order"] for case in CASES])
    }
    handed = page.evaluate("JSON.parse(document.querySelector('.checker-handed').textContent).related")
    for wanted in {name for names in orders.values() for name in names}:
        page.goto("/checker/")
        page.goto(page.evaluate("address => new URL(address, location).href", handed[wanted]["address"]))
        anchor = wanted.split("#")[1]
        expect(page.locator(f"[id='{anchor}']")).to_contain_text(handed[wanted]["text"])
        expect(page.locator(f"[id='{anchor}'] ~ .invitation ul.asking a").first).to_have_attribute(
            "href", re.compile(r"checker/#answers\?")
        )


def test_what_would_change_the_answer_can_be_told(page: Page) -> None:
    """Its questions lead to the form, and the new answer counts."""
    answer = answer_to(page, IN_TIME)
    answer.locator(".checker-asked").get_by_role("button", name="Hai già inviato il recesso?").click()
    expect(page.locator("[name=withdrawn_at]").first).to_be_focused()
    page.locator("[name=withdrawn_at]").first.fill("9/9/2026")
    submit(page)
    expect(answered(page)).to_contain_text("Sì, hai inviato il recesso in tempo", timeout=PATIENCE)


def test_a_letter_is_for_what_the_customer_chooses(page: Page) -> None:
    """Beside hosting, a domain that OVHcloud excludes stands in the statement only if it is ticked."""
    order = {name: value for name, value in IN_TIME.items() if name != "product"}
    answer_to(page, {**order, "lines": [{"product": "web_hosting"}, {"product": "domain"}]})
    page.locator("#checker-letter > summary").click()
    text = page.locator(".checker-texts textarea").first
    expect(text).to_have_value(re.compile("Hosting Web(.|\n)*solo quanto elencato"))
    assert "dominio" not in text.input_value()
    page.locator("#checker-letter").get_by_role("checkbox", name="2. Registrazione di un dominio").check()
    expect(text).to_have_value(re.compile("Hosting Web(.|\n)*Registrazione di un dominio"))
    page.locator("#checker-letter").get_by_role("checkbox", name="1. Hosting Web").uncheck()
    expect(text).not_to_have_value(re.compile("Hosting Web"))


def test_an_answer_is_of_the_order_as_it_stands(page: Page, serving: Serving) -> None:
    """What is changed while Python is still starting counts: verdict, answers and history are of one order."""
    rest = serving.halved[serving.path_of("assets/checker/*/python.wasm")] = Event()
    open_checker(page)
    fill(page, IN_TIME)
    page.locator(".checker-form [type=submit]").click()
    expect(page.locator(".checker-progress")).to_be_visible()
    page.wait_for_function("document.querySelector('.checker-progress progress').value > 0.3", timeout=PATIENCE)
    page.locator("[name=customer_type]").select_option("company")
    rest.set()
    expect(answered(page)).to_contain_text("il diritto di recesso spetta solo alle persone")
    expect(page.locator(".checker-told")).to_contain_text("Società")
    assert "customer_type=company" in page.evaluate("history.state.answers")


def test_a_refused_copy_is_said(page: Page) -> None:
    """Where the browser does not let the page copy, the text is selected, and the customer told to copy it."""
    answer_to(page, IN_TIME)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator("#checker-letter > summary").click()
    section = page.locator(".checker-texts section").first
    section.locator("[data-do=copy]").click()
    expect(section.locator(".checker-done")).to_contain_text("copialo tu")
    text = section.locator("textarea")
    assert text.input_value() == text.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")


def test_a_link_to_the_content_leaves_the_answer(page: Page) -> None:
    """The skip link, or any other anchor, changes nothing; and Back still leads to the questions."""
    answer = answer_to(page, IN_TIME)
    page.evaluate("location.hash = '#checker'")
    page.wait_for_function("() => !location.hash")
    expect(answer).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator(".checker-form")).to_be_visible()
    expect(page.locator("[name=product]")).to_have_value("web_hosting")
