"""Orders in all combinations of what the contract's enumerations allow; what is not combined takes turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, product
from random import Random
from typing import Any

from checker.rules import data
from tests.agreement import Order
from tests.oracle import (
    COUNTRIES,
    ONE_DAY,
    clock_of,
    end_of_day,
    extended_end,
    local_day,
    ordinary_end,
    payment_of,
    same_date_a_year_later,
    settled,
)
from tests.strategies import FLAGS

CODES = ("order_status", "payment_status", "order_kind", "product", "customer_type")
VALUES: dict[str, list[Any]] = {field: data.table("order.schema")["$defs"][field]["enum"] for field in CODES}
VALUES |= {flag: [True, False, None] for flag in FLAGS}
# Three years with a leap day, which the oracle knows for as long as a period from their last day can go on.
DAYS = [date(2026, 1, 1) + number * ONE_DAY for number in range(3 * 365 + 1)]
SECOND = timedelta(seconds=1)

# A country for each kind of law: the Directive, Britain's own, one that protects more people, one without the right, not known.
LAWS: dict[str, Order] = {country: {"country": country} for country in ("BE", "GB", "PL", "CH")}
LAWS["unknown"] = {"time_zone": "Europe/Rome"}
PAID = [
    {"order_status": status, "payment_status": payment}
    for status, payment in product(VALUES["order_status"], VALUES["payment_status"])
    if status != "cancelled" and payment_of({"order_status": status, "payment_status": payment}) in ("paid", "pending")
]
CONSUMERS: list[Order] = [{"customer_type": who} for who in ("consumer", "mixed_mainly_private")]


def combined(*fields: str) -> Iterator[Order]:
    """Every combination of the fields' values that is no contradiction: what never began has not been performed."""
    for values in product(*(VALUES[field] for field in fields)):
        order = dict(zip(fields, values, strict=True))
        if not (order.get("fully_performed") and order.get("performance_begun") is False):
            yield order


def answers() -> Iterator[Order]:
    """Every combination of the answers, with each product, new or renewed."""
    return ({"order_kind": kind} | part for kind in ("new", "renewal") for part in combined("product", *FLAGS))


ANSWERS = list(combined(*FLAGS))


def told(place: Order, parts: Iterable[Order], *rest: list[Order]) -> Iterator[Order]:
    """An order from there with each of these parts; the rest takes turns, and what is not known is null or absent."""
    chance = Random(0)
    for part, start in zip(parts, cycle(DAYS), strict=False):
        order = moments(place, start, chance) | place
        for some in (ANSWERS, *rest):
            order |= chance.choice(some)
        order |= part
        yield {field: value for field, value in order.items() if value is not None or chance.random() < 0.5}


def moments(place: Order, start: date, chance: Random) -> Order:
    """When what happened, in an order whose period starts on that day: all in the order of time."""
    there = settled(place)
    country, clock = there.get("country"), clock_of(there) or ""
    law = country if country in COUNTRIES else "BE"
    ends = [reading(start, law, there.get("region"))[0] for reading in (ordinary_end, extended_end)]
    end, longest = (datetime.fromisoformat(end_of_day(day, clock)) for day in ends)
    soon = datetime(start.year, start.month, start.day, 12, tzinfo=UTC) + 2 * ONE_DAY
    now = chance.choice([soon, end - SECOND, end, longest - SECOND, longest])
    today, year, later = local_day(now, clock), same_date_a_year_later(start), start + 500 * ONE_DAY
    informed = [day for day in (start, start + 2 * ONE_DAY, year, year + ONE_DAY) if day <= today]
    sent = [moment.isoformat() for moment in (soon, end - SECOND, end) if moment <= now]
    choices: dict[str, list[Any]] = {
        "ordered_at": [None, start, f"{start}T00:00:00", f"{start}T23:59:59", end_of_day(start - ONE_DAY, clock)],
        "delivered_on": [None, start + ONE_DAY],
        "info_given_on": [None, None, *informed],
        "withdrawn_at": [None, None, None, *sent],
        "trader_informed_on": [None, None, today],
        "order_expires": [None, start + ONE_DAY, today, now.isoformat(), later],
        "trader_last_day": [None, None, start + ONE_DAY, later],
    }
    drawn = {field: chance.choice(values) for field, values in choices.items()}
    return {"now": now.isoformat()} | {field: value and str(value) for field, value in drawn.items()}


def of_consumers(place: str) -> Iterator[Order]:
    """An order for every combination of the answers, from consumers who have paid."""
    return told(LAWS[place], answers(), PAID, CONSUMERS)
