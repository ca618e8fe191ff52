"""What the page asks, how it takes what a customer types or pastes, and that nothing given is lost."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.driving import IN_TIME, PATIENCE, answered, caught, enter, fill, heard, open_checker, ready, settled, submit
from tests.site.built import place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.serving import Serving

PASTES = tomllib.loads((Path(__file__).parents[1] / "cases" / "pasted.toml").read_text(encoding="utf-8"))
PASTE = """
text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const pasted = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".checker-paste textarea").dispatchEvent(pasted);
}
"""
E_MAIL = """Buongiorno,
il suo ordine n. 123456789 del 05/09/2026 è stato registrato.
Stato: Consegna in corso
https://www.ovh.com/cgi-bin/order/displayOrder.cgi?orderId=123456789&orderPassword=hush9
"""
REPLY = json.dumps({"orderId": 123456789, "password": "hush9", "date": "2026-09-05T10:12:00+02:00", "status": "delivered"})


def asked(page: Page) -> list[str]:
    """The questions in sight."""
    found: list[str] = page.locator(".checker-form .checker-field:visible").evaluate_all(
        "all => all.map(each => each.dataset.field)"
    )
    return found


def paste(page: Page, text: str) -> None:
    """Pastes a text where the page reads it, and waits until it is read."""
    page.locator(".checker-paste").evaluate("part => { part.open = true; }")
    page.evaluate(PASTE, text)
    settled(page)
    page.locator(".checker-understood > *").first.wait_for()


FIRST = ["order_status", "ordered_at", "product", "customer_type", "country"]


def test_the_first_five_are_there_from_the_start(page: Page) -> None:
    """They stand before Python has come, and none of the others does."""
    page.context.route("**/python.wasm", lambda route: None)
    open_checker(page)
    assert FIRST == asked(page)


def test_one_question_leads_to_the_next(page: Page) -> None:
    """Each follow-up stands as soon as the answers before it call for it, and goes when they no longer do."""
    open_checker(page, now="2026-10-20T10:00:00Z")
    ready(page)
    for field in FIRST:
        enter(page, field, IN_TIME[field])
    for field, value in (("order_kind", "new"), ("info_given", False), ("info_given_on", None)):
        expect(page.locator(f"[data-field={field}]")).to_be_visible()
        enter(page, field, value)
    assert [*FIRST, "order_kind", "info_given", "info_given_on"] == asked(page)


@pytest.mark.parametrize(
    ("status", "left"),
    [("cancelled", ["order_status"]), ("notPaid", ["order_status", "payment_status"]), ("unknown", [*FIRST])],
)
def test_what_can_change_nothing_is_not_asked(page: Page, status: str, left: list[str]) -> None:
    """A cancelled order needs no further answer, an unpaid one only those on payment."""
    open_checker(page)
    ready(page)
    enter(page, "order_status", status)
    page.wait_for_function(
        "count => document.querySelectorAll('.checker-form [data-field]:not([hidden])').length === count", arg=len(left)
    )
    assert left == asked(page)


def answer_all(page: Page, answers: dict[str, Any]) -> int:
    """Answers what is asked, one question after the other, "I don't know" where `answers` lack it; how many it took."""
    given = 0
    while not page.locator(".checker-answer").is_visible():
        settled(page)  # what was answered last may call for less
        field = next((name for name in asked(page) if not page.locator(f"[data-field={name}]").evaluate(ANSWERED)), None)
        if field:
            enter(page, field, answers.get(field))
            given += 1
        else:
            submit_or_more(page)
    return given


def test_an_ordinary_order_takes_six_answers(page: Page) -> None:
    """Hosting, bought by a consumer last week."""
    open_checker(page)
    ready(page)
    assert 6 == answer_all(page, IN_TIME)


ANSWERED = """
place => [...place.querySelectorAll('[name]')].some(each => each.matches('select, [type=text]') ? each.value : each.checked)
"""


def submit_or_more(page: Page) -> None:
    """Presses the button; waits for an answer, or to be told that a question has come up since."""
    page.locator(".checker-form [type=submit]").click()
    page.locator(".checker-answer:visible, .checker-again:not(:empty), .checker-summary:visible").first.wait_for(
        timeout=PATIENCE
    )


def test_a_question_that_a_press_brings_up_takes_focus(page: Page) -> None:
    """Pressed before Python is there, the button leads to the question that is still needed, and says so."""
    held: list[Route] = []
    page.context.route("**/python.wasm", lambda route: held.append(route))
    open_checker(page)
    for field in FIRST:
        enter(page, field, IN_TIME[field])
    page.locator(".checker-form [type=submit]").click()
    caught(page, held).continue_()
    expect(page.locator("[name=order_kind]").first).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".checker-again")).to_contain_text("Ancora una domanda")
    assert page.locator("[aria-invalid]").count() == 0


def test_i_do_not_know_is_always_an_answer(page: Page) -> None:
    """Every question that is asked can be declined, and the answer then says what it depends on."""
    open_checker(page)
    ready(page)
    assert answer_all(page, {}) <= 8
    assert "needs_information" == heard(page)["verdict"]["outcome"]
    expect(answered(page)).to_contain_text("Per rispondere manca ancora un dato: «Pagamento».")
    answered(page).get_by_role("button", name="Hai già pagato l'ordine?", exact=True).click()
    expect(page.locator("[name=payment_status][value=null]")).to_be_focused()


def test_a_day_is_typed_as_the_language_writes_it(page: Page) -> None:
    """It is shown in full words as it is typed, and counts."""
    open_checker(page, f"/{place('de', 'checker')}", now="2026-09-20T10:00:00Z")
    ready(page)
    page.locator("[name=ordered_at]").first.fill("7. September 2026")
    expect(page.locator("[data-field=ordered_at] .checker-read")).to_have_text("Montag, 7. September 2026")
    fill(page, IN_TIME | {"ordered_at": "7. September 2026"})
    submit(page)
    assert "2026-09-21" == heard(page)["verdict"]["last_day"]


def test_a_day_can_be_picked(page: Page) -> None:
    """The browser's own calendar opens, and what is picked there stands in the field."""
    open_checker(page)
    ready(page)
    page.evaluate("HTMLInputElement.prototype.showPicker = function () { window.opened = this.type; }")
    page.locator("[data-field=ordered_at] .checker-pick").click()
    assert "date" == page.evaluate("window.opened")
    page.locator("[data-field=ordered_at] [type=date]").evaluate(
        "input => { input.value = '2026-09-05'; input.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    expect(page.locator("[name=ordered_at]").first).to_have_value("2026-09-05")
    expect(page.locator("[data-field=ordered_at] .checker-read")).to_have_text("sabato 5 settembre 2026")


def test_not_knowing_a_day_and_typing_one_exclude_each_other(page: Page) -> None:
    """Ticking takes the day away, typing takes the tick away."""
    open_checker(page)
    typed, tick = page.locator("[name=ordered_at]").first, page.locator("[name=ordered_at][type=checkbox]")
    typed.fill("5/9/2026")
    tick.check()
    expect(typed).to_have_value("")
    typed.fill("5/9/2026")
    expect(tick).not_to_be_checked()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Scrivi la data, oppure scegli «Non lo so»."),
        ("settembre", "«settembre» non è una data che possiamo leggere con certezza"),
        ("31/2/2026", "«31/2/2026» non esiste nel calendario"),
        ("11/9/2026", "Dev'essere oggi o una data passata"),
    ],
)
def test_errors_on_a_day(page: Page, typed: str, error: str) -> None:
    """Missing, impossible, against a rule: beside the field, in its description, and in a summary that takes focus."""
    open_checker(page)
    fill(page, IN_TIME | {"ordered_at": typed})
    submit(page)
    summary = page.locator(".checker-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(error)
    expect(page.locator("#checker-ordered_at-error")).to_contain_text(error)
    expect(page.locator("[name=ordered_at]").first).to_have_value(typed)
    expect(page.locator("[name=product]")).to_have_value("web_hosting")
    summary.get_by_role("button").click()
    expect(page.locator("[name=ordered_at]").first).to_be_focused()
    page.locator("[name=ordered_at]").first.fill("5/9/2026")
    submit(page)
    expect(summary).to_be_hidden()
    expect(answered(page)).to_contain_text("21 settembre 2026")


def test_every_question_left_open_is_named(page: Page) -> None:
    """Who presses at once is told all that is missing, each with the way to it."""
    open_checker(page)
    submit(page)
    assert len(FIRST) == page.locator(".checker-summary button").count()
    assert len(FIRST) == page.locator(".checker-form .checker-error:visible").count()


def test_an_e_mail_is_read(page: Page, serving: Serving) -> None:
    """What was understood is shown to be confirmed, fills the form, and leads to the next question; no password stays."""
    open_checker(page)
    paste(page, E_MAIL)
    understood = page.locator(".checker-understood")
    for words in ("123456789", "sabato 5 settembre 2026", "Consegna in corso"):
        expect(understood).to_contain_text(words, ignore_case=True)
    assert page.locator("[name=order_status]").input_value() == ""
    page.locator(".checker-understood-go button").first.click()
    expect(page.locator("[name=order_status]")).to_have_value("delivering")
    expect(page.locator("[name=ordered_at]").first).to_have_value("2026-09-05")
    expect(page.locator("[name=product]")).to_be_focused()
    everything = page.content() + page.evaluate(
        "JSON.stringify([history.state, location.href, {...localStorage}, {...sessionStorage}])"
    )
    assert "hush9" not in everything + page.locator("textarea").first.input_value()
    assert not [request for request in serving.asked if "hush9" in request or "123456789" in request]


def test_ovhcloud_s_reply_is_read(page: Page) -> None:
    """The JSON fills the form with the instant as it stands."""
    open_checker(page)
    paste(page, REPLY)
    page.locator(".checker-understood-go button").first.click()
    expect(page.locator("[name=order_status]")).to_have_value("delivered")
    expect(page.locator("[name=ordered_at]").first).to_have_value("2026-09-05T10:12:00+02:00")
    expect(page.locator("[data-field=ordered_at] .checker-read")).to_have_text("sabato 5 settembre 2026, 10:12 (UTC+02:00)")


def test_a_file_is_read(page: Page) -> None:
    """The same from a file."""
    open_checker(page)
    page.locator(".checker-paste").evaluate("part => { part.open = true; }")
    page.locator(".checker-paste [type=file]").set_input_files(
        {"name": "order.json", "mimeType": "application/json", "buffer": REPLY.encode()}
    )
    expect(page.locator(".checker-understood")).to_contain_text("Completata", timeout=PATIENCE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lorem ipsum dolor sit amet", "non abbiamo trovato dati"),
        ("x" * 5_000_000, "troppo lungo"),
        (E_MAIL + "\nStato: Completata", "non sono chiare"),
    ],
)
def test_what_cannot_be_read_is_said(page: Page, text: str, said: str) -> None:
    """Nonsense, five megabytes, and a text that contradicts itself; the form stays as it was."""
    open_checker(page)
    paste(page, text)
    expect(page.locator(".checker-understood")).to_contain_text(said)
    assert page.locator("[name=order_status]").input_value() == ""


def test_what_was_pasted_can_be_refused(page: Page) -> None:
    """The customer answers instead, and nothing is filled in."""
    open_checker(page)
    paste(page, E_MAIL)
    page.locator(".checker-understood-go button").nth(1).click()
    expect(page.locator("[name=order_status]")).to_be_focused()
    assert page.locator("[name=order_status]").input_value() == ""


def test_pastes_of_seven_languages_through_the_page(page: Page) -> None:
    """Each text of the table is understood in the browser as it is here."""
    open_checker(page)
    ready(page)
    for case in [case for case in PASTES["case"] if case.get("fields")][:30]:
        paste(page, case["text"])
        expect(page.locator(".checker-understood-go")).to_be_visible()
        page.locator(".checker-understood-go button").first.click()
        for field, value in case["fields"].items():
            held: Any = page.evaluate("field => new FormData(document.querySelector('.checker-form')).get(field)", field)
            assert value == held, case["name"]


def test_back_forward_change_and_reload_keep_every_answer(page: Page) -> None:
    """Back leads from the answer to the questions, forward to the answer again; Change to the question; all is as it was."""
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    page.go_back()
    expect(page.locator(".checker-form")).to_be_visible()
    expect(page.locator(".checker-answer")).to_be_hidden()
    page.go_forward()
    expect(page.locator(".checker-answer")).to_be_visible()
    page.locator(".checker-told").get_by_role("button", name="Cambia: Che cosa hai ordinato?").click()
    expect(page.locator("[name=product]")).to_be_focused()
    expect(page.locator("[name=ordered_at]").first).to_have_value("2026-09-05")
    page.locator("[name=product]").select_option("domain")
    submit(page)
    expect(answered(page)).to_contain_text("Secondo OVHcloud no")
    page.go_back()
    page.go_back()
    expect(page.locator(".checker-answer")).to_contain_text("Sì, puoi recedere")
    page.reload()
    expect(page.locator(".checker-answer")).to_contain_text("Sì, puoi recedere", timeout=PATIENCE)


def test_a_link_restores_the_answers(browser: Browser, page: Page, serving: Serving) -> None:
    """Copied here and opened in a fresh profile, it shows the same answer; no server is told of it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    answered(page).get_by_role("button", name="Copia il link").click()
    expect(page.locator(".checker-ways .checker-done")).to_contain_text("Contiene le tue risposte")
    link = page.evaluate("navigator.clipboard.readText()")
    with browser.new_context(base_url=serving.address) as context:
        other = context.new_page()
        open_checker(other, link)
        expect(answered(other)).to_contain_text("lunedì 21 settembre 2026")
        assert f"{serving.address}/checker/" == other.url
    assert not [request for request in serving.asked if "2026-09-05" in request]


def test_a_link_opened_in_the_same_page_takes_over(page: Page) -> None:
    """Answers that come in the address replace those in the form, also where the page already stands."""
    open_checker(page)
    fill(page, IN_TIME)
    page.evaluate("location.hash = '#answered?order_status=cancelled'")
    expect(answered(page)).to_contain_text("l'ordine è già annullato")
    assert {"order_status"} == set(
        page.evaluate("[...new FormData(document.querySelector('.checker-form'))].filter(pair => pair[1]).map(pair => pair[0])")
    )


def test_a_question_of_the_faq_opens_the_checker_with_its_answer(page: Page) -> None:
    """From "How do I cancel an order?" with the answer on payment given."""
    page.goto("/order-status/#cancel")
    page.locator("#cancel ~ .invitation").first.get_by_role("link", name="Ho inviato un bonifico").click()
    page.wait_for_url("**/checker/")
    expect(page.locator("[name=payment_status][value=pending]")).to_be_checked()


def test_a_text_is_dropped(page: Page) -> None:
    """Dropped on the place for it, a text is read as if it were pasted."""
    open_checker(page)
    page.locator(".checker-paste").evaluate("part => { part.open = true; }")
    page.evaluate(
        PASTE.replace('paste", {', 'drop", {').replace("ClipboardEvent", "DragEvent").replace("clipboardData", "dataTransfer"),
        E_MAIL,
    )
    expect(page.locator(".checker-understood")).to_contain_text("123456789", timeout=PATIENCE)


def test_the_letter_bears_the_number_that_was_confirmed_last(page: Page) -> None:
    """A second e-mail's order takes the place of the first."""
    open_checker(page)
    for number in ("123456789", "987654321"):
        paste(page, E_MAIL.replace("123456789", number))
        page.locator(".checker-understood-go button").first.click()
        expect(page.locator("#checker-sender-order_number")).to_have_value(number)
