"""How tests use the checker: as a person fills in the form, and straight through the page's worker."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from checker.answer import answer
from checker.reading.days import iso
from checker.rules.order import MOMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playwright.sync_api import Locator, Page, Route

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))

IN_TIME: dict[str, Any] = {
    "order_status": "delivered",
    "payment_status": "paid",
    "ordered_at": "2026-09-05",
    "customer_type": "consumer",
    "country": "IT",
    "product": "web_hosting",
    "order_kind": "new",
}
"""An order of Saturday 5 September 2026 in Italy: the last day moves from Saturday 19 to Monday 21 September."""
NOW = "2026-09-10T10:00:00.000Z"

PATIENCE = 60_000
"""How long a slow machine may take to start Python, in milliseconds."""

LISTENER = """
window.heard = [];
window.asking = 0;
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => {
      if (data.id !== undefined) window.asking--;
      if (data.found?.verdict) window.heard.push(data.found);
    });
  }
  postMessage(data) {
    if (data.id !== undefined) window.asking++;
    super.postMessage(data);
  }
};
"""
"""Run before the page's own script, keeps what the page's worker says, and counts what it has still to say."""

Questions = dict[str, dict[str, Any]]

QUESTIONS = """
async () => {
  const untouched = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
  const questions = {};
  for (const control of untouched.querySelector(".checker-form").elements) {
    if (!control.name) continue;
    const question = (questions[control.name] ??= { kind: control.type, codes: [] });
    question.codes.push(...(control.options ? [...control.options].map(option => option.value) : [control.value]));
  }
  return questions;
}
"""
"""Reads the form as it was built: the page itself keeps only the regions of the country chosen."""

THROUGH_WORKER = """
async ({ orders, lang }) => {
  const { root, ...told } = JSON.parse(document.querySelector("#python").textContent);
  const script = new URL("worker.mjs", document.querySelector("script[src$='/thread.mjs']").src);
  const worker = new Worker(script, { type: "module" });
  const next = () => new Promise(resolve => { worker.onmessage = ({ data }) => resolve(data); });
  worker.postMessage({ ...told, root: new URL(root, document.baseURI).href });
  for (let said; !said?.ready; said = await next()) if (said?.failure) throw new Error(said.failure);
  const answers = [];
  for (const [id, order] of orders.entries()) {
    worker.postMessage({ id, call: "answer", given: [JSON.stringify(order), lang] });
    const { found } = await next();
    answers.push(found);
  }
  return answers;
}
"""


def through_worker(page: Page, orders: Iterable[Mapping[str, Any]], language: str = "it") -> list[dict[str, Any]]:
    """What a worker of the checker page's kind answers to each order, in the language."""
    answers: list[dict[str, Any]] = page.evaluate(THROUGH_WORKER, {"orders": list(orders), "lang": language})
    return answers


def open_checker(page: Page, address: str = "/checker/", now: str = NOW) -> None:
    """Opens the checker at a moment of our choosing: the page asks the browser's clock, which is set here."""
    page.add_init_script(LISTENER)
    page.clock.set_fixed_time(now)
    page.goto(address)


def questions(page: Page) -> Questions:
    """What the form asks: each field's kind of control, its codes, and the answers that call for it (None: always)."""
    asked: Questions = page.evaluate(QUESTIONS)
    return asked


def fill(page: Page, order: Mapping[str, Any]) -> None:
    """Puts answers into the form as a link does that was copied there: all at once, whatever is asked."""
    told = [(field, written(value)) for field, value in order.items() if field not in {"now", "lines"}]
    told += [("product", line["product"]) for line in order.get("lines", [])]
    go_to(page, urlencode(told))


def go_to(page: Page, answers: str) -> None:
    """Follows a link to answers, given as a query string, on the page that stands."""
    page.evaluate("answers => { location.hash = answers; }", f"#answers?{answers}")
    page.wait_for_function("() => !location.hash")


def enter(page: Page, field: str, value: Any) -> None:
    """Answers one question as a person does, once it is asked."""
    place = page.locator(f".checker-form [data-field={field}]")
    place.wait_for(timeout=PATIENCE)
    control = place.locator(f"[name={field}]").first
    match control.evaluate("control => control.type"):
        case "text" if value is None:
            place.get_by_role("checkbox").check()
        case "text":
            control.fill(value)
        case "radio":
            place.locator(f"[value={written(value)}]").check()
        case _:
            control.select_option(written(value))


def submit(page: Page) -> None:
    """Presses the button and waits for the answer or for the errors."""
    page.locator(".checker-form [type=submit]").click()
    answered(page)


def answered(page: Page) -> Locator:
    """The answer or the list of errors, once it stands."""
    shown = page.locator(".checker-answer:visible, .checker-summary:visible")
    shown.wait_for(timeout=PATIENCE)
    return shown


def caught(page: Page, held: list[Route]) -> Route:
    """The request that a route holds back, once the page has made it."""
    while not held:
        page.evaluate("new Promise(requestAnimationFrame)")
    return held.pop()


def unfold(page: Page) -> None:
    """Opens all that is folded in the answer, and the statement."""
    page.evaluate("document.querySelectorAll('.checker-answer details, .checker-letter').forEach(each => each.open = true)")


def settled(page: Page) -> None:
    """Waits until Python is there and has said all that the page has asked it."""
    ready(page)
    page.wait_for_function("window.asking === 0", timeout=PATIENCE)


def heard(page: Page) -> dict[str, Any]:
    """The answer that the worker gave last."""
    said: dict[str, Any] = page.evaluate("window.heard.at(-1)")
    return said


def enterable(order: Mapping[str, Any], asked: Questions) -> bool:
    """Whether a person can enter the order: each field is asked for, and codes are on its list.

    The present is the browser's own and always has its offset.
    """
    told = {field: value for field, value in order.items() if field != "now"}
    return _is_instant(order.get("now")) and all(field in asked and _fits(value, asked[field]) for field, value in told.items())


def _fits(value: object, question: Mapping[str, Any]) -> bool:
    if question["kind"] in ("text", "checkbox"):
        return value is None or (isinstance(value, str) and bool(value.strip()))
    return written(value) in question["codes"]


def _is_instant(value: object) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


def written(value: object) -> str:
    """A value as the form's controls hold it: a code or a day, or JSON's true, false or null."""
    return value if isinstance(value, str) else json.dumps(value)


def differing(orders: Iterable[Mapping[str, Any]], verdicts: Iterable[Any]) -> list[Mapping[str, Any]]:
    """The orders whose verdict is not, to the letter, the JSON that CPython gives."""
    pairs = zip(orders, verdicts, strict=True)
    return [order for order, verdict in pairs if _json(said_by_cpython(order, "it")["verdict"]) != _json(verdict)]


def typed(order: Mapping[str, Any]) -> bool:
    """Whether a day of the order stands as a person types it: the page reads it, the contract refuses it."""
    return any(isinstance(order.get(name), str) and iso(order[name]) != order[name] for name in MOMENTS)


def said_by_cpython(order: Mapping[str, Any], language: str) -> Any:
    """All that `checker.answer` gives for an order here."""
    return json.loads(answer(json.dumps(order), language))


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def ready(page: Page) -> None:
    """Waits until Python is there: the form then follows each answer."""
    page.wait_for_function("() => document.querySelector('.checker').dataset.ready !== undefined", timeout=PATIENCE)
