"""Untrusted input in; a valid order, or one error per wrong field, out. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from checker.rules import moments, places, reply
from checker.rules.codes import CODES, CustomerType, OrderKind, OrderStatus, PaymentStatus, Product
from checker.rules.moments import Moment, Refused
from checker.rules.places import Place
from checker.rules.shown import SECRET, shown
from checker.rules.verdict import FieldError, Warning

MOST_LINES = 100
MOST_ERRORS = 100
"""So many unknown fields are named; of lines with more errors than that together, those that follow are not read."""


@dataclass(frozen=True, slots=True)
class Order:
    """A valid order, or one line of it. None means "not answered". Field names are those of the contract.

    `place` is None while the country is not known, `zone` while nothing tells it; days are then taken as written.
    `zone_stated` tells that the order named its time zone itself.
    `line` tells that the order came as one of several `lines`; `notes` are warnings found while reading it.
    """

    now: datetime
    place: Place | None
    zone: ZoneInfo | None
    zone_stated: bool
    ordered_at: Moment | None = None
    customer_type: CustomerType | None = None
    product: Product | None = None
    order_kind: OrderKind | None = None
    order_status: OrderStatus | None = None
    payment_status: PaymentStatus | None = None
    order_expires: Moment | None = None
    trader_last_day: Moment | None = None
    delivered_on: Moment | None = None
    info_given_on: Moment | None = None
    trader_informed_on: Moment | None = None
    withdrawn_at: Moment | None = None
    info_given: bool | None = None
    performance_begun: bool | None = None
    express_request: bool | None = None
    loss_acknowledged: bool | None = None
    confirmation_given: bool | None = None
    fully_performed: bool | None = None
    free_of_charge: bool | None = None
    line: bool = False
    notes: tuple[Warning, ...] = ()

    @property
    def today(self) -> date:
        """The local day of `now` where the customer lives."""
        return self.day(Moment.of(self.now))

    @property
    def local_now(self) -> datetime:
        """`now` on the clock where the customer lives; as given where the zone is not known."""
        return self.now.astimezone(self.zone) if self.zone else self.now

    def day(self, moment: Moment) -> date:
        """The local day of a moment where the customer lives."""
        return moment.day(self.zone)


def _code(codes: type[StrEnum], value: object) -> StrEnum:
    if not isinstance(value, str):
        raise Refused("wrong_type")
    try:
        return codes(value)
    except ValueError:
        raise Refused("unknown_code") from None


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise Refused("wrong_type")
    return value


TRUTHS = (
    "info_given",
    "performance_begun",
    "express_request",
    "loss_acknowledged",
    "confirmation_given",
    "fully_performed",
    "free_of_charge",
)
"""The fields that are true, false, or not known."""

_PAST = ("ordered_at", "delivered_on", "info_given_on", "withdrawn_at", "trader_informed_on")
"""Moments that cannot lie in the future."""

MOMENTS = (*_PAST, "order_expires", "trader_last_day")
"""The fields that are a day or a moment, beside the present."""

_READERS: dict[str, Callable[[Any], Any]] = {
    "now": moments.instant,
    **dict.fromkeys(MOMENTS, moments.moment),
    "order_expires": moments.day_or_instant,
    **{field: partial(_code, codes) for field, codes in CODES.items()},
    **dict.fromkeys(TRUTHS, _truth),
}
"""How each field is read; the three of the place are read together."""

PLACE_FIELDS = ("country", "region", "time_zone")
FIELDS = (*_READERS, *PLACE_FIELDS, "lines")

Errors = dict[str, FieldError]


def read(value: object) -> tuple[tuple[Order, ...], tuple[FieldError, ...]]:
    """The orders in a JSON value, one for each line, or its errors, sorted by field: all of them but for `MOST_ERRORS`."""
    if not isinstance(value, Mapping):
        return (), (FieldError("order", "wrong_type", shown(value)),)
    fields, notes = reply.translated(value, FIELDS)
    lines = fields.pop("lines", None)
    errors: Errors = {}
    if isinstance(lines, reply.Malformed):
        _refuse(errors, "details", "wrong_type", lines.details)
        lines = None
    order = _order(fields, errors)
    orders = [order] if lines is None else _lines(lines, fields, errors)
    if errors:
        return (), tuple(errors[name] for name in sorted(errors))
    return tuple(replace(order, notes=notes) for order in orders if order), ()


def _lines(lines: object, common: Mapping[str, Any], errors: Errors) -> list[Order | None]:
    """The orders of several lines, each with the common fields and its own; errors bear the line in their name."""
    if not isinstance(lines, list | tuple):
        _refuse(errors, "lines", "wrong_type", lines)
        return []
    if not lines or len(lines) > MOST_LINES:
        _refuse(errors, "lines", "too_many" if lines else "empty", lines)
        return []
    if common.get("product") is not None:
        _refuse(errors, "product", "beside_lines", common["product"])
    shared = {field: value for field, value in common.items() if field in FIELDS and field not in errors}
    orders = []
    for number, line in enumerate(lines):
        name = f"lines[{number}]"
        if not isinstance(line, Mapping):
            _refuse(errors, name, "wrong_type", line)
            continue
        line = {field: value for field, value in line.items() if field not in SECRET}
        found: Errors = {}
        order = _order({**shared, **line, "now": common.get("now")}, found)
        orders.append(replace(order, line=True) if order else None)
        for field in line.keys() & {"now", "lines"}:
            _refuse(found, field, "unknown_field", line[field])
        for field, error in found.items():
            full = field if field in FIELDS and field not in line else f"{name}.{field}"
            errors.setdefault(full, replace(error, field=full))
        if len(errors) > MOST_ERRORS:
            break
    return orders


def _order(fields: Mapping[Any, Any], errors: Errors) -> Order | None:
    """One order from its fields; what is wrong goes into `errors`, one error a field. None where `now` is wrong."""
    for name in islice((name for name in fields if name not in FIELDS), MOST_ERRORS):
        _refuse(errors, str(shown(name)), "unknown_field", fields[name])
    read: dict[str, Any] = {}
    for name, reader in _READERS.items():
        try:
            if fields.get(name) is not None:
                read[name] = reader(fields[name])
            elif name == "now":
                raise Refused("missing")
        except Refused as refused:
            _refuse(errors, name, refused.code, fields.get(name))
    place, zone, refusals = places.read(*(fields.get(name) for name in PLACE_FIELDS))
    for name, code in refusals.items():
        _refuse(errors, name, code, fields[name])
    if "now" not in read:
        return None
    order = Order(**read, place=place, zone=zone, zone_stated=fields.get("time_zone") is not None)
    for name, code in _out_of_time(order):
        _refuse(errors, name, code, fields[name])
    return order


def _out_of_time(order: Order) -> list[tuple[str, str]]:
    """Fields that cannot be: in the future, before the order or withdrawal that they follow, performed but not begun."""
    zone = order.zone
    now = Moment.of(order.now)
    refused = [(name, "in_future") for name in _PAST if (moment := getattr(order, name)) and moment.after(now, zone)]
    follows = {
        "delivered_on": "ordered_at",
        "withdrawn_at": "ordered_at",
        "order_expires": "ordered_at",
        "trader_informed_on": "withdrawn_at",
    }
    if not order.withdrawn_at:
        follows["trader_informed_on"] = "ordered_at"
    if order.fully_performed and order.performance_begun is False:
        refused.append(("fully_performed", "not_begun"))
    for name, earlier in follows.items():
        first, then = getattr(order, earlier), getattr(order, name)
        if first and then and first.after(then, zone):
            refused.append((name, "before_order" if earlier == "ordered_at" else "before_withdrawal"))
    return refused


def _refuse(errors: Errors, field: str, code: str, value: object) -> None:
    errors.setdefault(field, FieldError(field, code, shown(value)))
