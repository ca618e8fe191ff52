"""What the page's worker calls: orders in as JSON text, what is to be shown out as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from checker import reading
from checker.rules import asks, check
from checker.rules.order import MOMENTS, read
from checker.rules.shown import shown
from checker.rules.verdict import FieldError
from checker.words import explain, text
from checker.words.calendar_file import calendar_file
from checker.words.catalogue import N_
from checker.words.dates import moment_in_words
from checker.words.labels import field_label, label
from checker.words.letter import Sender, letters, products
from checker.words.record import record

NUMBER = N_("Numero dell'ordine")


def answer(order_json: str, language: str) -> str:
    """The verdict on an order and its explanation in `language`: {verdict, explanation, asks, days, calendar, record}.

    Days may stand as a person types them. Text that is no JSON is an invalid order. `asks`: the questions that a customer
    is asked next, null for an invalid order; `days`: the typed days in words; `calendar`: a calendar file, or null.
    Raises LookupError for a language that the site does not speak.
    """
    typed = parsed(order_json)
    order = _dated(typed)
    verdict = check(order)
    orders, _errors = read(order)
    if isinstance(typed, Mapping):  # an error shows what was typed
        verdict = replace(verdict, errors=tuple(_typed(error, typed) for error in verdict.errors))
    return json.dumps(
        {
            "verdict": verdict.as_json(),
            "explanation": explain(verdict, language),
            **_asked(order, language),
            "calendar": calendar_file(verdict, orders[0].local_now, language) if orders else None,
            "record": record(orders[0], language) if orders else None,
        }
    )


def asked(order_json: str, language: str) -> str:
    """The questions that a customer is asked next, and the typed days in words: {asks, days}.

    `asks` is null for an invalid order, as one is whose day is half typed: what was asked before still is.
    """
    return json.dumps(_asked(_dated(parsed(order_json)), language))


def statement(order_json: str, sender_json: str, language: str) -> str:
    """The withdrawal statement for an order, filled in: {texts [{lang, subject, body}], products, chosen}.

    The sender is a `Sender`'s fields, with `products`: the lines to withdraw from, or null for those that are usual.
    `products` are the lines that can be withdrawn from, `chosen` the usual ones; no text where there is none.
    """
    order = _dated(parsed(order_json))
    orders, _errors = read(order)
    verdict = check(order)
    typed = parsed(sender_json)
    typed = typed if isinstance(typed, dict) else {}
    sender = Sender(*(typed.get(field.name) for field in fields(Sender)))
    wanted = typed.get("products")
    texts = letters(orders, verdict, sender, language, wanted if isinstance(wanted, list) else None)
    possible, chosen = products(orders, verdict)
    return json.dumps({"texts": texts, "products": possible, "chosen": chosen})


def understood(pasted: str, language: str) -> str:
    """What a pasted text tells of an order: what `pasted.understood` gives, with `shown` [{label, text}] and labels."""
    found = reading.understood(pasted)
    said = [{"label": text(NUMBER, language), "text": found["number"]}] if found["number"] else []
    said += [
        {"label": field_label(field, language), "text": _said(field, value, language)}
        for field, value in found["fields"].items()
    ]
    unclear = [field_label(field, language) for field in found["unclear"]]
    return json.dumps({**found, "shown": said, "unclear": unclear})


def parsed(text_of_json: str) -> Any:
    """The JSON value in a text; the text itself where it is none (`check` then refuses it)."""
    try:
        return json.loads(text_of_json)
    except (ValueError, RecursionError):
        return text_of_json


def _dated(order: object) -> object:
    """The order with its typed days in the contract's form."""
    if not isinstance(order, Mapping):
        return order
    return {name: reading.iso(value) if name in MOMENTS and isinstance(value, str) else value for name, value in order.items()}


def _typed(error: FieldError, typed: Mapping[str, Any]) -> FieldError:
    unread = error.field in typed and error.code in ("not_a_date", "no_such_day", "out_of_range")
    return replace(error, value=shown(typed[error.field])) if unread else error


def _asked(order: object, language: str) -> dict[str, Any]:
    typed = order.items() if isinstance(order, Mapping) else ()
    said = {name: moment_in_words(value, language) for name, value in typed if name in MOMENTS and isinstance(value, str)}
    return {"asks": None if read(order)[1] else asks(order), "days": {name: words for name, words in said.items() if words}}


def _said(field: str, value: Any, language: str) -> str:
    if field in MOMENTS:
        return moment_in_words(value, language) or str(value)
    if isinstance(value, bool):
        return label("truth", json.dumps(value), language)
    try:
        return label(field, value, language)
    except KeyError:
        return str(value)
