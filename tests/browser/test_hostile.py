"""What a stranger wrote into a link, an e-mail or a name stays text: the page itself sees to it, without its policy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from checker.rules.order import FIELDS
from tests.browser.driving import IN_TIME, PATIENCE, answered, fill, go_to, open_checker, ready, submit
from tests.browser.serving import Serving
from tests.browser.test_searches import type_in
from tests.strategies import REPLY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

HOSTILE = {
    "picture": "<img src=x: onerror='window.ran=1'>",
    "script": "<script>window.ran=1</script>",
    "out of an attribute": "\"><svg onload='window.ran=1'>",
    "out of an attribute, other quotes": "' autofocus onfocus='window.ran=1' x='",
    "out of a text area": "</textarea><iframe srcdoc='<script>parent.ran=1</script>'>",
    "out of a script": "</script><script>window.ran=1</script>",
    "out of a string": "';window.ran=1;//\\\u2028window.ran=1",
    "address": "javascript:window.ran=1",
    "address with data": "data:text/html,<script>window.ran=1</script>",
    "entities": "&lt;img src=x: onerror=&quot;window.ran=1&quot;&gt;&#60;b&#62;",
    "a template": "{{constructor.constructor('window.ran=1')()}}${window.ran=1}<%= 1 %>{name}%s%(x)s",
    "another letter case": "<ScRiPt>window.ran=1</sCrIpT><IMG SRC=x: ONERROR=window.ran=1>",
    "a comment": "<!--<img src='--><img src=x: onerror=window.ran=1>-->",
    "right to left and nothing": "\u202e<b>\u0000\u200b</b>\ufeff",
    "prototype": "__proto__",
}

FOREIGN = """
() => {
  const places = [...document.querySelectorAll("a[href], area[href], form[action], [src], [formaction]")];
  const address = each => each.href ?? each.action ?? each.src ?? each.formAction;
  return [
    ...[...document.querySelectorAll("*")].filter(each => each.getAttributeNames().some(name => name.startsWith("on"))),
    ...places.filter(each => !/^(https?|mailto|blob):/.test(String(address(each)))),
    ...document.querySelectorAll("iframe, object, embed, base, .checker img, .md-search-result :is(b, img, svg[onload])"),
  ].map(each => each.outerHTML).concat(window.ran ? ["a script ran"] : []);
}
"""
"""What no page of the site has: scripts in attributes, addresses of another kind, elements that text could make."""

TYPE = """
text => {
  const fields = [...document.querySelector(".checker-form").elements].filter(each => each.type === "text");
  for (const field of fields) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return fields.length;
}
"""
"""Types a text into every field that takes one, whether it is asked now or not."""

REPLY = {
    "orderId": 123456789,
    "date": "2026-09-05T10:12:00+02:00",
    "status": "delivered",
    "details": [{"detailType": "DURATION"}],
}


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """The checker with Python at hand, in a browser that is told to ignore the page's policy."""
    with (
        Serving(site) as server,
        browser.new_context(base_url=server.address, bypass_csp=True, service_workers="block") as context,
    ):
        page = context.new_page()
        page.add_init_script("delete window.trustedTypes")
        open_checker(page)
        ready(page)
        yield page


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_a_link(page: Page, text: str) -> None:
    """In every field of a link, one by one and all at once, and as a field's name: form and answer stay what they are."""
    for order in (*({**IN_TIME, field: text} for field in FIELDS), dict.fromkeys(FIELDS, text), {**IN_TIME, text: text}):
        go_to(page, urlencode(order))
        submit(page)
        assert [] == page.evaluate(FOREIGN), order


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_as_a_link(page: Page, text: str) -> None:
    """As all that stands behind the "#" of the checker's address, and as what the home page's asks to search and to mark."""
    query = f"recesso {quote(text)}"
    with page.context.new_page() as opened:
        opened.add_init_script("delete window.trustedTypes")
        for address in (f"/checker/#{text}", f"/checker/#answered?{text}", f"/?q={query}&h={query}"):
            opened.goto(address.replace("\u0000", ""))
            if query in address:
                expect(opened.locator(".md-search-result__meta")).to_contain_text("trovat")
            assert [] == opened.evaluate(FOREIGN), address


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_typed(page: Page, text: str) -> None:
    """In the fields that take text: what cannot be read as a day is said to be, with the text left as it was typed."""
    fill(page, IN_TIME)
    typed = text.replace("\u2028", " ").replace("\u0000", "")
    day = page.locator("#checker-ordered_at")
    day.fill(typed)
    submit(page)
    assert [] == page.evaluate(FOREIGN)
    expect(page.locator(".checker-summary")).to_be_visible()
    expect(day).to_have_value(typed)
    assert 6 < page.evaluate(TYPE, typed)
    submit(page)
    assert [] == page.evaluate(FOREIGN)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_pasted(page: Page, text: str) -> None:
    """Alone, and in every line of an e-mail that can be read."""
    fill(page, {})
    page.evaluate("document.querySelector('.checker-paste').open = true")
    area = page.locator(".checker-paste textarea")
    for mail in (text, f"Ordine n. 123456789 {text}\nData: 05/09/2026 {text}\n{text} Stato: Completato\nProdotto: {text} VPS"):
        area.fill(mail)
        area.blur()
        page.wait_for_function("window.asking === 0", timeout=PATIENCE)
        assert [] == page.evaluate(FOREIGN), mail
    area.fill("")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_a_reply(page: Page, text: str) -> None:
    """In every field of OVHcloud's reply, as a field's name and in a page's source, read from a file and taken over."""
    replies = [REPLY | {field: text} for field in REPLY_FIELDS]
    replies += [
        REPLY | {"details": [{"detailType": text, "cancelled": text, text: text}]},
        REPLY | {text: text},
        dict.fromkeys(FIELDS, text),
    ]
    source = (
        f"<html><head><title>{text}</title></head><td>{text} Ordine n. 123456789<td title='{text}'>Data: 05/09/2026<br>{text}"
    )
    for content in (*map(json.dumps, replies), source):
        fill(page, {})
        page.evaluate("document.querySelector('.checker-paste').open = true")
        file = {"name": f"{text[:20]}.html", "mimeType": "text/html", "buffer": content.encode("utf-8", "replace")}
        page.locator(".checker-paste input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # that is its payload
        page.locator(".checker-understood > *").first.wait_for()
        page.wait_for_function("window.asking === 0", timeout=PATIENCE)
        assert [] == page.evaluate(FOREIGN), content
        use = page.locator(".checker-understood-go button").first
        if use.is_visible():
            use.click()
            page.wait_for_function("window.asking === 0", timeout=PATIENCE)
            assert [] == page.evaluate(FOREIGN), content


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_the_letter(page: Page, text: str) -> None:
    """As name, address and number of the order: the statement holds it as text, and the mail's address nothing but a mail."""
    fill(page, IN_TIME)
    submit(page)
    answered(page)
    page.evaluate("document.querySelector('#checker-letter').open = true")
    for field in ("name", "address", "order_number"):
        page.locator(f"#checker-sender-{field}").fill(text.replace("\u0000", ""))
    page.wait_for_function("window.asking === 0", timeout=PATIENCE)
    assert [] == page.evaluate(FOREIGN)
    for link in page.locator("[data-do=mail]").all():
        assert (link.get_attribute("href") or "").startswith("mailto:?subject=")
    page.evaluate("window.print = () => {}")
    page.locator("[data-do=print]").first.click()
    assert page.locator(".checker-texts textarea").first.input_value() == page.locator(".checker-sheet").text_content()
    assert [] == page.evaluate(FOREIGN)
    page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_searched(page: Page, text: str) -> None:
    """In a query: words that were not found are shown as the text that they are."""
    page.evaluate("document.querySelector('#__search').checked || document.querySelector('#__search').click()")
    type_in(page, f"recesso {text}")
    assert [] == page.evaluate(FOREIGN)
    type_in(page, "recesso <b>&amp;</b>")
    expect(page.locator(".md-search-result__terms").first).to_contain_text("<b>&amp <")
    page.locator(".md-search__input").fill("")
