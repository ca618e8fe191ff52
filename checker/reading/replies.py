"""JSON that was pasted: OVHcloud's reply to GET /me/order/{id}, its bare status, or an order in the contract's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.rules import reply
from checker.rules.codes import OrderStatus
from checker.rules.order import FIELDS, MOST_LINES

ASKED = tuple(name for name in FIELDS if name not in {"now", "time_zone", "lines"})
"""The fields that a paste can fill: `now` is the page's, the place tells the time zone, lines tell what they share."""


def order(value: object) -> Mapping[Any, Any] | None:
    """The order that a JSON value is: an object, also alone in a list, or a bare status. None for any other value."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        return {"order_status": value} if value in set(OrderStatus) else None
    return value if isinstance(value, Mapping) and not {"orderId", *FIELDS}.isdisjoint(value) else None


def told(value: Mapping[Any, Any]) -> tuple[dict[str, Any], set[str], int]:
    """An order's fields in the contract's names, those that it leaves open, and how many products it has (0: not told).

    What its lines share is said of the order; where they differ, the field is open.
    """
    found, _ = reply.translated(value, FIELDS)
    fields = {name: found[name] for name in ASKED if found.get(name) is not None}
    if isinstance(region := fields.get("region"), str):
        fields.setdefault("country", region.partition("-")[0])
    lines = found.get("lines")
    if lines is None:
        return fields, set(), 1 if value.get("details") else 0
    if not isinstance(lines, list) or not 0 < len(lines) <= MOST_LINES or not all(isinstance(line, Mapping) for line in lines):
        return fields, {"lines"}, 0
    open_fields = set()
    for name in ASKED:
        values = [line.get(name, fields.get(name)) for line in lines]
        if any(item != values[0] for item in values):
            open_fields.add(name)
            fields.pop(name, None)
        elif values[0] is not None:
            fields[name] = values[0]
    return fields, open_fields, len(lines)
