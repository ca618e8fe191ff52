"""Whole journeys: to each outcome, question by question, and by the keyboard alone from the top of the page and back."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from checker.publish.spoken import SPOKEN
from checker.rules.questions import FIRST
from checker.rules.verdict import Outcome
from checker.words import text
from tests.browser.customers import CUSTOMERS, KNOWN, UNASKED
from tests.browser.driving import NOW, enter, fill, heard, open_checker, said_by_cpython, settled, submit
from tests.site.built import place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Locator, Page

OPEN_QUESTION = """
() => [...document.querySelectorAll(".checker-form .checker-field")].find(field => field.checkVisibility()
  && ![...field.querySelectorAll("[name]")].some(({ type, checked, value }) => /radio|checkbox/.test(type) ? checked : value))
  ?.dataset.field
"""
"""The first question in sight without an answer."""

ANSWERS = [outcome for outcome in CUSTOMERS if outcome is not Outcome.INVALID]
TYPED = {"it": "5 settembre 2026", "de": "5. September 2026", "pl": "5 września 2026"}
"""The day of the order as its language writes it."""


def answer_what_is_asked(page: Page, known: Mapping[str, Any]) -> dict[str, Any]:
    """Answers each question when it comes, until none is open and the button leads on; what was told."""
    told: dict[str, Any] = {}
    while True:
        settled(page)
        if field := page.evaluate(OPEN_QUESTION):
            told[field] = known.get(field)
            enter(page, field, told[field])
        else:
            page.locator(".checker-form [type=submit]").click()
            settled(page)
            if page.locator(".checker-answer, .checker-summary").locator("visible=true").count():
                return told


@pytest.mark.parametrize(("outcome", "language"), [*zip(ANSWERS, cycle(["en", "fr", "es", "pt"]))])
def test_questions_one_by_one_lead_to_the_answer(at_hand: Callable[[str], Page], outcome: Outcome, language: str) -> None:
    """Who answers what is asked, and then what could change the answer, is led to its heading; it says what Python says."""
    page = at_hand(language)
    known = CUSTOMERS[outcome]
    told = answer_what_is_asked(page, known)
    for field in [field for field in UNASKED if field in known]:
        question = page.locator(f".checker-form [data-field={field}] :is(label, legend)").first.text_content()
        page.locator(".checker-asked").get_by_role("button", name=question).click()
        told |= answer_what_is_asked(page, known)
    expected = said_by_cpython({**told, "now": NOW}, language)
    assert outcome == expected["verdict"]["outcome"]
    heading = page.locator(".checker-answer").get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(heading).to_have_text(expected["explanation"]["answer"])
    assert expected == heard(page)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_cannot_be_is_said_at_the_top_and_at_its_question(at_hand: Callable[[str], Page], language: str) -> None:
    """For an order of the day after tomorrow, the list of errors takes focus, and its lines lead to their questions in turn."""
    page = at_hand(language)
    told = {"ordered_at": CUSTOMERS[Outcome.INVALID]["ordered_at"]}
    fill(page, told)
    submit(page)
    (expected,) = said_by_cpython({**told, "now": NOW}, language)["explanation"]["errors"]
    expect(page.locator(".checker-summary")).to_be_focused()
    wrong = page.locator(".checker-field:has([aria-invalid])")
    assert wrong.count() > 1, "questions without an answer are in the list too"
    links = page.locator(".checker-summary").get_by_role("button")
    expect(links).to_have_count(wrong.count())
    for link, field in zip(links.all(), wrong.all(), strict=True):
        link.click()
        expect(field.locator("[name]").first).to_be_focused()
    expect(page.locator("#checker-ordered_at-error")).to_have_text(expected["text"])


def press(page: Page, key: str, until: Locator) -> None:
    """Presses a key again and again until an element has the focus, which no press may lose."""
    for _ in range(80):
        page.keyboard.press(key)
        if until.evaluate("element => element === document.activeElement"):
            return
        assert page.evaluate("document.activeElement !== document.body"), f"{key} lost the focus before {until}"
    pytest.fail(f"{key} never comes to {until}")


def choose(page: Page, value: str) -> None:
    """Goes down the list that has the focus until the value is chosen."""
    chosen = page.locator("select:focus")
    for _ in range(60):
        if chosen.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"{value} is not in the list")


@pytest.mark.parametrize("language", ["it", "de", "pl"])
def test_by_the_keyboard_alone(page: Page, language: str) -> None:
    """From the link to the content to the answer, to the statement, to a changed answer, and back, without a pointer."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_checker(page, f"/{place(language, 'checker')}")
    settled(page)
    form, answer = page.locator(".checker-form"), page.locator(".checker-answer")
    heading = answer.get_by_role("heading", level=2)

    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".checker-paste summary")).to_be_focused()

    press(page, "Tab", form.locator("[name=order_status]"))
    choose(page, "delivered")
    press(page, "Tab", form.locator("[name=ordered_at]").first)
    page.keyboard.type(TYPED[language])
    for field, code in (("product", "web_hosting"), ("customer_type", "consumer"), ("country", "IT")):
        press(page, "Tab", form.locator(f"[name={field}]"))
        choose(page, code)
    kinds = form.locator("[name=order_kind]")
    expect(kinds.first).to_be_visible()
    press(page, "Tab", kinds.first)
    page.keyboard.press("ArrowDown")
    expect(kinds.nth(1)).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(kinds.first).to_be_checked()
    settled(page)
    press(page, "Tab", form.locator("[type=submit]"))
    page.keyboard.press("Enter")
    told = {field: KNOWN[field] for field in (*FIRST, "order_kind")}
    said = said_by_cpython({**told, "now": NOW}, language)["explanation"]["answer"]
    expect(heading).to_be_focused()
    expect(heading).to_have_text(said)

    copy, prepare = (answer.get_by_role("button", name=text(SPOKEN[name], language)) for name in ("link", "letter"))
    press(page, "Tab", copy)
    page.keyboard.press("Enter")
    expect(answer.get_by_role("status")).to_have_text(text(SPOKEN["link_copied"], language))
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{page.url}#answered?")

    press(page, "Shift+Tab", prepare)
    page.keyboard.press("Enter")
    name = page.locator("#checker-letter [name=name]")
    expect(name).to_be_focused()
    page.keyboard.type("Ada Bianchi")
    expect(page.locator("#checker-letter section textarea").first).to_have_value(re.compile("Ada Bianchi"))

    press(page, "Tab", answer.locator(".checker-told dd").nth(2).get_by_role("button"))
    page.keyboard.press("Enter")
    product = form.locator("[name=product]")
    expect(product).to_be_focused()
    choose(page, "domain")
    settled(page)
    press(page, "Tab", form.locator("[type=submit]"))
    page.keyboard.press("Enter")
    expect(heading).to_be_focused()
    expect(heading).to_have_text(said_by_cpython({**told, "product": "domain", "now": NOW}, language)["explanation"]["answer"])

    page.go_back()
    expect(form.locator("[type=submit]")).to_be_focused()
    page.go_back()
    expect(heading).to_be_focused()
    expect(heading).to_have_text(said)


def test_a_day_that_is_half_typed_takes_no_question_away(at_hand: Callable[[str], Page]) -> None:
    """While a day is typed, and cannot be read yet or cannot be, the other questions stay."""
    page = at_hand("it")
    asked = page.locator(".checker-form .checker-field:visible")
    count = asked.count()
    for typed in ("5 settem", "12 settembre 2026"):
        enter(page, "ordered_at", typed)
        settled(page)
        expect(asked).to_have_count(count)


def test_the_link_to_the_content_keeps_the_answer(at_hand: Callable[[str], Page]) -> None:
    """Who goes up from an answer and takes the link down again finds the answer, and Tab goes on from there."""
    page = at_hand("it")
    fill(page, KNOWN)
    submit(page)
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.hash")
    settled(page)
    expect(page.locator(".checker-answer")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".checker-ways a").first).to_be_focused()
