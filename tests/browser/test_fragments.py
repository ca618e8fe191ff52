"""Links that nobody made with care: whatever stands behind the "#", the page takes what its form offers and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rules.codes import CODES
from tests.browser.driving import IN_TIME, fill, settled, submit
from tests.browser.test_hostile import FOREIGN, HOSTILE
from tests.strategies import FIELDS, ODD_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FOLLOW = """
fragment => new Promise(followed => {
  const before = location.hash;
  addEventListener("hashchange", followed, { once: true });
  location.hash = fragment;
  if (location.hash === before) followed();
}).then(() => null)
"""
"""Follows a link on the page that stands, until the page has heard of it."""

WRONG = """
fragment => {
  const form = document.querySelector(".checker-form");
  const controls = [...form.elements];
  const [carried, answers] = /^#answer(?:s|ed)\\?(.{0,20000})$/s.exec(new URL(fragment, location.href).hash) ?? [];
  const given = new URLSearchParams(answers);
  const typed = name => (given.get(name) === "null" ? "" : given.get(name) ?? "").replace(/[\\r\\n]/g, "");
  const seen = each => each.getClientRects().length > 0;
  const goesOn = seen(form) ? !form.querySelector("[type=submit]").disabled : seen(document.querySelector(".checker-answer"));
  const wrong = {
    "nothing is chosen": controls.some(each => each.tagName === "SELECT" && each.selectedIndex < 0),
    "not as it was given": carried && controls.some(each => each.type === "text" && each.value !== typed(each.name)),
    "too many products": form.querySelectorAll("select[name=product]").length > 100,
    "nothing to go on with": !goesOn,
    "a failure is shown": !document.querySelector(".checker-failure").hidden,
    "the answers stay in the address": carried && location.hash,
  };
  return Object.keys(wrong).filter(name => wrong[name]);
}
"""
"""What is wrong with the page after a link."""

NAMES = (*FIELDS, "__proto__", "constructor", "elements", "submit", "length", "hasOwnProperty", "products", "")
CODED = tuple(code.value for codes in CODES.values() for code in codes)
VALUES = (*CODED, *HOSTILE.values(), *(text for text in ODD_TEXTS if len(text) < 100), "IT", "DE", "true", "false", "7/9/2026")
PIECES = (
    "%",
    "%zz",
    "%00",
    "%ED%A0%80",
    "&",
    "=",
    "+",
    "#",
    "?",
    "product=vps",
    "country=IT",
    "answers?",
    "answered?",
    "\n",
    "\u2028",
    "ŝ",
)

pairs = st.lists(
    st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), st.sampled_from(VALUES) | st.text(max_size=20)), max_size=12
)
queries = st.one_of(
    st.builds(lambda some: urlencode(some, errors="surrogatepass"), pairs),
    st.builds(lambda some: urlencode(IN_TIME | dict(some), errors="surrogatepass"), pairs),
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=5), max_size=12).map("".join),
    st.sampled_from(
        (
            "product=vps&" * 1600,
            "product=vps&" * 5000,
            "ordered_at=" + "9" * 1_000_000,
            "&" * 200_000,
            "=&" * 200_000,
            "%" * 200_000,
        )
    ),
)
fragments = st.builds(str.__add__, st.sampled_from(("#answers?", "#answered?", "#answers?", "#answered?", "#", "")), queries)


def test_any_link(at_hand: Callable[[str], Page]) -> None:
    """After any fragment the form holds what it offers and what was typed, no markup and no error, and is answered."""
    page = at_hand("it")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)

    @settings(max_examples=150, deadline=None)
    @given(fragments)
    def follow(fragment: str) -> None:
        page.evaluate(FOLLOW, fragment)
        settled(page)
        assert [] == page.evaluate(WRONG, fragment)
        assert [] == page.evaluate(FOREIGN)
        assert [] == faults

    follow()
    fill(page, IN_TIME)
    submit(page)
    assert page.locator(".checker-answer").is_visible()


def test_a_hundred_products(at_hand: Callable[[str], Page]) -> None:
    """Of more products a hundred are taken, all at once: the page is not laid out anew for each, as a moving focus has it."""
    page = at_hand("it")
    page.evaluate("window.moved = 0; document.querySelector('.checker-form').addEventListener('focusin', () => window.moved++)")
    fill(page, {"lines": [{"product": "vps"}] * 150})
    settled(page)
    assert (100, 0) == (page.locator("select[name=product]").count(), page.evaluate("window.moved"))


def test_a_link_without_end(at_hand: Callable[[str], Page]) -> None:
    """A link that is longer than any that the form makes is no link to answers."""
    page = at_hand("it")
    for length, country in ((20_000, "IT"), (20_001, "")):
        page.evaluate(FOLLOW, "#answers?" + "country=IT&".ljust(length, "x"))
        assert country == page.locator("[name=country]").input_value()
        fill(page, {})
