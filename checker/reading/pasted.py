"""A paste in; the fields of the order in it, and what could not be settled, out."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from checker.reading import prose, replies
from checker.reading.markup import TooLong
from checker.rules import order
from checker.rules.moments import LAST_YEAR

LONGEST = 100_000
"""A longer paste, in characters, is not read; nor is one that shows more than `markup.LONGEST`."""

_LATEST = f"{LAST_YEAR}-12-31T23:59:59Z"
"""Held against the last instant that the rules know, no day is refused for being in the future: the page's clock says that."""

_DEEPEST = 10**12


def understood(pasted: str) -> dict[str, Any]:
    """What a paste tells of an order, as plain JSON values.

    fields    the contract's fields, each as `checker.check` accepts it, days and times in ISO form
    number    the order's number, in digits; None where there is none or more than one
    products  how many products it says the order has; None where it does not say
    kind      `reply` (JSON), `text`, `nothing` (no order in it), or `too_long` (not read)
    unclear   fields that something was seen of but nothing settled, in the contract's order; `order`: more than one order
    """
    if len(pasted) > LONGEST:
        return _result("too_long")
    value = _json(pasted)
    if isinstance(value, str) and replies.order(value) is None:
        return _from_text(value)
    return _from_json(value)


def _json(pasted: str) -> object:
    """The JSON value that a text is; the text itself where it is none."""
    text = pasted.strip("\ufeff \t\r\n")
    if not text.startswith(("{", "[", '"')):
        return pasted
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return pasted


def _from_json(value: object) -> dict[str, Any]:
    found = replies.order(value)
    if found is None:
        several = isinstance(value, list) and len(value) > 1 and all(replies.order(item) is not None for item in value)
        return _result("reply", unclear={"order"}) if several else _result("nothing")
    fields, unclear, products = replies.told(found)
    return _result("reply", fields, unclear, _number(found.get("orderId")), products)


def _number(given: object) -> str | None:
    number = given if isinstance(given, int) and not isinstance(given, bool) else None
    return str(number) if number is not None and 0 < number < _DEEPEST else None


def _from_text(text: str) -> dict[str, Any]:
    try:
        seen = prose.read(text)
    except TooLong:
        return _result("too_long")
    numbers = seen.values.pop("number", set())
    fields = {name: value for name, values in seen.values.items() if (value := _settled(values))}
    unclear = seen.unclear | (seen.values.keys() - fields.keys())
    if len(numbers) > 1:  # which of the orders a value belongs to is nowhere said
        return _result("text", unclear={"order", *unclear, *fields})
    fields = {name: value for name, value in fields.items() if name not in unclear}
    if "T" in fields.get("order_expires", "") and not _accepts("order_expires", fields):
        fields["order_expires"] = fields["order_expires"][:10]  # without its zone the hour cannot be placed, but the day stands
    kind = "text" if numbers or fields or unclear else "nothing"
    return _result(kind, fields, unclear, next(iter(numbers), None))


def _settled(values: Collection[str]) -> str | None:
    """The one value; of a day and times on it, the most precise. None where they contradict each other."""
    longest = max(values, key=len)
    return longest if all(longest.startswith(value) for value in values) else None


def _accepts(name: str, fields: Mapping[str, Any]) -> bool:
    return name not in _refused({name: fields[name]})


def _refused(fields: Mapping[str, Any]) -> set[str]:
    """The fields that the rules refuse."""
    _, errors = order.read({**fields, "now": _LATEST})
    return {error.field for error in errors}


def _result(
    kind: str,
    fields: Mapping[str, Any] | None = None,
    unclear: Collection[str] = (),
    number: str | None = None,
    products: int = 0,
) -> dict[str, Any]:
    fields = dict(fields or {})
    open_fields = set(unclear)
    while refused := _refused(fields) & fields.keys():
        open_fields |= refused
        fields = {name: value for name, value in fields.items() if name not in refused}
    places = {name: place for place, name in enumerate(("order", *order.FIELDS))}
    return {
        "fields": fields,
        "number": number,
        "products": products or None,
        "kind": kind,
        "unclear": sorted(open_fields, key=lambda name: places.get(name, len(places))),
    }
