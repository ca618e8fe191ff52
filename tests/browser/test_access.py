"""The checker for who reads it on a small screen, in large letters, in forced colours, without motion, or by ear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from checker.publish.spoken import SPOKEN
from checker.rules.questions import FIRST
from checker.words import text
from tests.browser.customers import EVERYTHING, KNOWN
from tests.browser.driving import PATIENCE, caught, enter, fill, go_to, heard, open_checker, settled, submit, unfold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page, Route

CHRISTMAS = KNOWN | {"ordered_at": "2026-12-11"}
"""An order whose fourteenth day is a holiday with a name, before a weekend."""
ADVENT = "2026-12-15T10:00:00.000Z"

OUTSIDE = """
() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const all = [...document.querySelectorAll(".checker *")].filter(each => each.checkVisibility());
  const inside = ({ left, right }) => left > -1 && right < clientWidth + 1;
  const outside = all.filter(each => !inside(each.getBoundingClientRect()));
  const cut = all.filter(each => !each.matches("textarea, select, input") && getComputedStyle(each).overflow !== "visible"
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1));
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  return [...page, ...[...outside, ...cut].map(each => each.outerHTML.slice(0, 100))];
}
"""
"""What sticks out of the window at a side, and what is cut off where it stands."""

SMALL = """
() => [...document.querySelectorAll(".checker :is(a, button, input, select, textarea, summary)")]
  .filter(each => each.checkVisibility() && each.tabIndex >= 0)
  .filter(each => !each.matches("a") || each.parentElement.textContent.trim() === each.textContent.trim())
  .filter(each => {
    const { width, height } = (each.closest("label.checker-radio") ?? each).getBoundingClientRect();
    return width < 24 || height < 24;
  })
  .map(each => each.outerHTML.slice(0, 100))
"""
"""What is harder to hit than 24 by 24 pixels; links within a line of text are as high as it."""

FOCUS = """
() => {
  const focused = document.activeElement;
  if (!document.querySelector(".checker").contains(focused)) return null;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const [above, below] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  const seen = y => focused.contains(document.elementFromPoint((left + right) / 2, y));
  return [above + 2, (above + below) / 2, below - 2].some(seen) ? "" : focused.outerHTML.slice(0, 100);
}
"""
"""Null outside of the checker; the element that has the focus where nothing of it can be seen."""


def open_paste(page: Page) -> None:
    """Unfolds what takes a text to be read."""
    page.locator(".checker-paste").evaluate("each => { each.open = true; }")


def states(page: Page) -> Iterator[str]:
    """The form with all its questions, some of them wrong; an answer unfolded; one on several products."""
    fill(page, EVERYTHING | {"ordered_at": "2027-01-01"})
    open_paste(page)
    submit(page)
    yield "form"
    page.clock.set_fixed_time(ADVENT)
    fill(page, CHRISTMAS)
    submit(page)
    unfold(page)
    yield "answer"
    common = [(field, value) for field, value in CHRISTMAS.items() if field != "product"]
    go_to(page, urlencode([*common, ("product", "web_hosting"), ("product", "domain")]))
    submit(page)
    unfold(page)
    yield "several"


@pytest.fixture
def sized(at_hand: Callable[[str], Page]) -> Iterator[Callable[..., Page]]:
    """The checker in a language, in a window of a size, with letters so many times as large as usual."""
    used: list[Page] = []

    def opened(language: str, width: int, height: int, letters: float = 1) -> Page:
        page = at_hand(language)
        used.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("times => { document.documentElement.style.fontSize = `${times * 125}%`; }", letters)
        return page

    yield opened
    for page in used:
        page.set_viewport_size({"width": 1280, "height": 720})
        page.evaluate("document.documentElement.removeAttribute('style')")


@pytest.mark.parametrize(
    ("width", "height", "letters"),
    [pytest.param(320, 640, 1, id="phone"), pytest.param(320, 225, 1, id="zoom"), pytest.param(390, 844, 2, id="letters")],
)
@pytest.mark.parametrize("language", ["de", "pl"])
def test_all_fits(sized: Callable[..., Page], language: str, width: int, height: int, letters: float) -> None:
    """On a narrow phone, at 400 %, and with letters twice as large, nothing sticks out or is cut, and all can be hit."""
    page = sized(language, width, height, letters)
    wrong = {state: page.evaluate(OUTSIDE) + page.evaluate(SMALL) for state in states(page)}
    assert {"form": [], "answer": [], "several": []} == wrong


def test_the_focus_is_never_behind_the_header(sized: Callable[..., Page]) -> None:
    """At 400 % the element that the keyboard comes to can be seen, on the way down and on the way up."""
    page = sized("de", 320, 225)
    for _ in states(page):
        for key, start in (("Tab", ".md-skip"), ("Shift+Tab", ".md-copyright a")):
            page.locator(start).first.focus()
            seen: list[str] = []
            while len(seen) < 100:
                page.keyboard.press(key)
                hidden = page.evaluate(FOCUS)
                if hidden is not None:
                    seen.append(hidden)
                elif seen:
                    break
            assert 10 < len(seen) < 100
            assert [] == [hidden for hidden in seen if hidden]


MOVING = """
() => {
  const smooth = [...document.querySelectorAll("html, body, .checker, .checker *")]
    .filter(each => getComputedStyle(each).scrollBehavior === "smooth");
  document.querySelector(".checker-steps > summary").click();
  return [...smooth, ...document.getAnimations()].length;
}
"""


def test_nothing_moves_for_who_wants_no_motion(at_hand: Callable[[str], Page]) -> None:
    """No smooth scrolling, and what is unfolded is there at once; for others, its arrow turns."""
    page = at_hand("de")
    fill(page, KNOWN)
    submit(page)
    assert 0 == page.evaluate(MOVING)
    page.emulate_media(reduced_motion="no-preference")
    assert 0 < page.evaluate(MOVING)
    page.emulate_media(reduced_motion="reduce")


def style(of: Locator, name: str, pseudo: str = "") -> str:
    """A computed style of an element, or of what stands before or after its text."""
    found: str = of.first.evaluate("(each, [name, pseudo]) => getComputedStyle(each, pseudo)[name]", [name, pseudo])
    return found


def test_forced_colours_leave_every_difference(at_hand: Callable[[str], Page]) -> None:
    """Days, sources, errors and the step where the order is now are told apart by borders or words."""
    page = at_hand("de")
    page.emulate_media(forced_colors="active")
    submit(page)
    wrong = page.locator(".checker-field:has([aria-invalid])")
    assert ("solid", "2px") == (style(wrong.locator("select"), "borderStyle"), style(wrong.locator("select"), "borderWidth"))
    expect(wrong.locator(".checker-error").first).to_be_visible()

    page.clock.set_fixed_time(ADVENT)
    fill(page, CHRISTMAS)
    submit(page)
    unfold(page)
    days = {kind: page.locator(f".checker-weeks [data-kind={kind}]") for kind in ("start", "counted", "closed", "last")}
    borders = {(style(day, "borderTopStyle"), style(day, "borderTopWidth")) for day in days.values()}
    assert 4 == len(borders), "each kind of day has a border of its own"
    assert "underline" == style(page.locator("[data-today] .checker-date"), "textDecorationLine")
    natures = {nature: page.locator(f".checker-nature[data-nature={nature}]") for nature in ("law", "trader_terms")}
    assert 2 == len({style(label, "borderTopWidth") for label in natures.values()})
    assert 2 == len({label.first.inner_text() for label in natures.values()})
    life = page.locator(".checker-life li")
    now = page.locator(".checker-life li[aria-current=step]")
    expect(now).to_have_count(1)
    assert style(now.locator("span"), "fontWeight") > style(life.locator("span"), "fontWeight")
    assert style(now, "backgroundColor", "::after") != style(life, "backgroundColor", "::after")
    assert now.locator("small").inner_text() not in life.first.inner_text()
    page.emulate_media(forced_colors="none")


def tree(page: Page) -> list[dict[str, Any]]:
    """The nodes of the accessibility tree: role, name, description, and whether what it holds is wrong."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        {part: node.get(part, {}).get("value", "") for part in ("role", "name", "description")}
        | {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        for node in nodes
        if not node["ignored"]
    ]


QUESTIONS = """
() => [...document.querySelectorAll(".checker-form .checker-field")].filter(field => field.checkVisibility()).map(field => {
  const said = name => field.querySelector(name)?.textContent ?? "";
  return [said("label, legend"), `${said(".checker-hint")} ${said(".checker-error")}`.trim(), Boolean(said(".checker-error"))];
})
"""


def test_each_question_is_heard_with_its_hint_and_its_error(at_hand: Callable[[str], Page]) -> None:
    """Its name is the question, its description the hint and what is wrong; "I don't know" says of what."""
    page = at_hand("it")
    fill(page, {field: KNOWN[field] for field in FIRST})
    expect(page.locator("[data-field=order_kind]")).to_be_visible()
    enter(page, "ordered_at", "32 settembre 2026")
    settled(page)
    submit(page)
    asked = page.evaluate(QUESTIONS)
    nodes = tree(page)
    heard = [
        [node["name"], node["description"], node.get("invalid", "false") == "true"]
        for node in nodes
        if node["role"] in ("combobox", "textbox", "radiogroup") and node["name"] in {name for name, *_ in asked}
    ]
    assert sorted(asked) == sorted(heard)
    assert 2 == sum(wrong for *_, wrong in asked) < len(asked)
    unsure = [node["description"] for node in nodes if node["role"] == "checkbox"]
    dated = page.locator(".checker-field:visible:has(.checker-day) > label:first-child")
    assert sorted(dated.all_inner_texts()) == sorted(unsure)


def test_the_answer_is_heard_in_its_parts(at_hand: Callable[[str], Page]) -> None:
    """A region named by its heading, the days as an image with its words, and the step of the order's life that is current."""
    page = at_hand("it")
    fill(page, KNOWN)
    submit(page)
    said = heard(page)["explanation"]
    nodes = [(node["role"], node["name"]) for node in tree(page)]
    assert ("region", said["answer"]) in nodes
    assert ("heading", said["answer"]) in nodes
    assert [said["strip"]["text"]] == [name for role, name in nodes if role == "image" and name]
    (current,) = [stage for stage in said["status"]["life"] if stage["past"] is None]
    expect(page.locator("[aria-current=step]")).to_have_text(f"{current['label']}{current['state']}")


def announced(page: Page, name: str, language: str, act: Callable[[], object]) -> None:
    """Does something; the sentence of that name must then stand in a place that was there before, to be announced."""
    places = page.get_by_role("status")
    message = re.compile(rf"^\s*{re.escape(text(SPOKEN[name], language))}")
    before = places.count()
    expect(places.filter(has_text=message)).to_have_count(0)
    act()
    expect(places.filter(has_text=message)).to_have_count(1, timeout=PATIENCE)
    assert before == places.count(), name


def test_what_is_read_and_copied_is_announced(at_hand: Callable[[str], Page]) -> None:
    """The page says what it understood of a text, or that it understood nothing, and that it copied what was to be copied."""
    page = at_hand("de")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_paste(page)
    area = page.locator(".checker-paste textarea")
    for pasted, name in (("Guten Tag", "nothing_understood"), ("Bestellung 123456789 vom 5. September 2026", "understood")):
        area.fill(pasted)
        announced(page, name, "de", area.blur)
    fill(page, KNOWN)
    submit(page)
    unfold(page)
    announced(page, "link_copied", "de", page.locator(".checker-ways button").last.click)
    announced(page, "copied", "de", page.locator("#checker-letter [data-do=copy]").first.click)


def test_the_start_and_a_question_more_are_announced(page: Page) -> None:
    """The page says that Python cannot be had, that it is on its way, and that there is one more question."""
    held: list[Route] = []
    page.context.route("**/python.wasm", lambda route: held.append(route))
    open_checker(page, "/pl/checker/")
    fill(page, {field: KNOWN[field] for field in FIRST})
    announced(page, "failed_download", "pl", caught(page, held).abort)
    page.locator(".checker-failure button").click()
    announced(page, "downloading", "pl", page.locator(".checker-form [type=submit]").click)
    announced(page, "one_more", "pl", caught(page, held).continue_)
    expect(page.locator("[name=order_kind]").first).to_be_focused()
