"""Firefox and WebKit do as Chromium does, in which all other tests of pages run: same verdicts, same journeys, same access."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from checker.words import LANGUAGES
from tests.browser.driving import CASES, IN_TIME, THROUGH_WORKER, differing, said_by_cpython
from tests.browser.serving import Serving
from tests.browser.test_axe import AXE
from tests.engines.drivers import ENGINES, PRIVATE, Tab, firefox
from tests.site.built import place

if TYPE_CHECKING:
    from pathlib import Path

ORDER = {**IN_TIME, "ordered_at": (datetime.now(UTC).date() - timedelta(days=2)).isoformat()}
"""Of the day before yesterday: these browsers have their own clock."""
READY = "document.querySelector('.checker')?.dataset.ready !== undefined"
ANSWERED = "document.querySelector('.checker-answer:not([hidden]) h2')"
ENTER = """
const [name, value] = given;
for (const control of document.querySelectorAll(`.checker-form [name=${name}]`)) {
  if (control.type !== "radio") control.value = value;
  else control.checked = control.value === value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
"""
TYPE = """
const [place, text] = given;
const control = document.querySelector(place);
control.focus();
control.value = text;
for (const kind of ["input", "change", "keyup"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
"""
VIOLATIONS = """
const { violations } = await axe.run({ resultTypes: ["violations"] });
return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
"""


@pytest.fixture(scope="module", params=ENGINES)
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A browser of each engine, for all tests of this module."""
    with ENGINES[request.param]() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The built site on a server, with the headers that it has for servers."""
    with Serving(site) as server:
        yield server.address


def shown(tab: Tab) -> str:
    """What a reader sees of the answer."""
    text: str = tab.run("return document.querySelector('.checker-answer').innerText;")
    return text


def test_every_case_has_the_same_verdict(tab: Tab, address: str) -> None:
    """All worked cases, through the page's own worker: the JSON of CPython, to the letter."""
    tab.goto(f"{address}/checker/")
    orders = [case["order"] for case in CASES]
    found: list[Any] = tab.run(f"return ({THROUGH_WORKER})(given[0]);", {"orders": orders, "lang": "it"})
    assert [] == differing(orders, [answer["verdict"] for answer in found])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_leads_to_the_answer(tab: Tab, address: str, language: str) -> None:
    """A link with all answers in it opens on the answer, in the language of the page, with the focus on it."""
    tab.goto(f"{address}/{place(language, 'index')}")
    tab.goto(f"{address}/{place(language, 'checker')}#answered?{urlencode(ORDER)}")
    tab.until(ANSWERED)
    now = tab.run("return new Date().toISOString();")
    assert said_by_cpython({**ORDER, "now": now}, language)["explanation"]["answer"] in shown(tab)
    assert tab.run("return document.activeElement === document.querySelector('.checker-answer h2');")


def test_a_form_filled_in_by_hand_leads_to_the_answer(tab: Tab, address: str) -> None:
    """Question by question, then the letter with a name in it, a calendar file, and back to the questions."""
    tab.goto(f"{address}/en/checker/")
    tab.until(READY)
    for name, value in ORDER.items():
        tab.run(ENTER, name, value)
    tab.until("!document.querySelector('.checker-form [type=submit]').disabled")
    tab.run("document.querySelector('.checker-form [type=submit]').click();")
    tab.until(ANSWERED)
    assert "you can withdraw" in shown(tab)
    tab.run("document.querySelector('#checker-letter').open = true;")
    tab.run(TYPE, "#checker-sender-name", "Ada Bianchi")
    tab.until("[...document.querySelectorAll('.checker-texts textarea')].some(text => text.value.includes('Ada Bianchi'))")
    tab.run("document.querySelector('.checker-told button').click();")
    tab.until("!document.querySelector('.checker-form').hidden")
    assert ORDER["ordered_at"] == tab.run("return document.querySelector('[name=ordered_at]').value;")


def test_a_page_that_was_left_is_found_as_it_was(tab: Tab, address: str) -> None:
    """The way back leads to the answer, from which it goes on, whether the browser has kept the page or opens it anew."""
    goes_back(tab, address)


def test_a_private_window(address: str) -> None:
    """In a window that keeps nothing all is the same; without service workers, the page that was left comes back itself."""
    with firefox(PRIVATE) as tab:
        goes_back(tab, address)
        assert tab.run("return window.left;")


def goes_back(tab: Tab, address: str) -> None:
    """Leave an answer, come back to it, change the day and answer again."""
    tab.goto(f"{address}/order-status/")
    tab.goto(f"{address}/checker/#answered?{urlencode(ORDER)}")
    tab.until(ANSWERED)
    before = shown(tab)
    tab.run("window.left = true;")
    tab.goto(f"{address}/order-status/")
    tab.back()
    tab.until(ANSWERED)
    assert before == shown(tab)
    tab.run("document.querySelector('.checker-told button').click();")
    tab.run(ENTER, "ordered_at", "2020-01-01")
    tab.until("!document.querySelector('.checker-form [type=submit]').disabled")
    tab.run("document.querySelector('.checker-form [type=submit]').click();")
    tab.until(f"{ANSWERED}?.textContent.startsWith('No')")


def test_a_pasted_mail_is_understood(tab: Tab, address: str) -> None:
    """What a customer pastes is read, and what was found is offered to be taken."""
    tab.goto(f"{address}/checker/")
    tab.until(READY)
    tab.run("document.querySelector('.checker-paste').open = true;")
    tab.run(TYPE, ".checker-paste textarea", "Ordine n. 123456789\nData: 05/09/2026\nStato: Completata")
    tab.until("document.querySelector('.checker-understood-go button')")


def test_the_search_finds(tab: Tab, address: str) -> None:
    """A word typed into the search finds the page that it is about."""
    tab.goto(f"{address}/order-status/")
    tab.run("document.querySelector('.md-header__button[for=__search]').click();")
    tab.run(TYPE, ".md-search__input", "recesso")
    tab.until("document.querySelector('.md-search-result__link')")


@pytest.mark.parametrize("name", ["index", "order-status", "withdrawal", "deadlines/it", "checker"])
def test_axe_finds_nothing(tab: Tab, address: str, name: str) -> None:
    """No page violates a rule of WCAG 2.2 A and AA or of good practice."""
    tab.goto(f"{address}/{place('it', name)}")
    tab.run(AXE.read_text(encoding="utf-8") + "\nwindow.axe = axe;")
    assert [] == tab.run(VIOLATIONS)


def test_axe_finds_nothing_in_an_answer(tab: Tab, address: str) -> None:
    """Nor does an answer, all unfolded."""
    tab.goto(f"{address}/")
    tab.goto(f"{address}/checker/#answered?{urlencode(ORDER)}")
    tab.until(ANSWERED)
    tab.run("for (const each of document.querySelectorAll('.checker-answer details')) each.open = true;")
    tab.run(AXE.read_text(encoding="utf-8") + "\nwindow.axe = axe;")
    assert [] == tab.run(VIOLATIONS)


def test_nothing_is_refused_by_the_policy(tab: Tab, address: str) -> None:
    """The engine refuses a stranger's request and runs all of the site's own."""
    tab.goto(f"{address}/checker/")
    tab.until(READY)
    assert tab.run("return fetch('https://example.org/').then(() => 'sent', () => 'refused');") == "refused"
    assert json.loads(tab.run("return JSON.stringify(window.ran ?? null);")) is None
