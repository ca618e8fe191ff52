"""The rule module against a second, independent reading of the law."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker import check
from tests.agreement import OUTCOMES, Order, answered, restricted
from tests.oracle import HAVE_REGIONS, is_working_day, oracle
from tests.strategies import FIELDS, ODD_VALUES, json_values, near_orders, orders

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
# The oracle answers valid orders, and gives no warnings.
VALID_CASES = [case for case in CASES if case["expected"]["outcome"] != "invalid"]

settings.register_profile("oracle", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("oracle")


def a_paid_order(place: str, product: str, day: date, **fields: Any) -> Order:
    """Return a consumer's order, its goods delivered on the day they were ordered, asked about a day later."""
    order = {
        "customer_type": "consumer",
        "country": place[:2],
        "product": product,
        "payment_status": "paid",
        "info_given": True,
        "ordered_at": day.isoformat(),
        "now": f"{day + timedelta(days=1)}T12:00:00Z",
    }
    if "-" in place:
        order["region"] = place
    if product == "goods":
        order["delivered_on"] = day.isoformat()
    return order | fields


def days(first: date, last: date) -> Iterator[date]:
    """Yield every day from the first to the last."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


# ---- the oracle and the worked cases ----------------------------------------------------------------------------


def test_the_oracle_is_a_second_reading() -> None:
    """The oracle imports the standard library alone: nothing of what it checks."""
    source = (Path(__file__).parents[1] / "oracle.py").read_text(encoding="utf-8")

    assert set() == set(re.findall(r"^\s*(?:from|import) (\w+)", source, re.MULTILINE)) - sys.stdlib_module_names


@pytest.mark.parametrize("case", VALID_CASES, ids=lambda case: str(case["id"]))
def test_oracle_and_worked_case(case: Order) -> None:
    """The oracle alone gives what was worked out by hand."""
    expected = {key: value for key, value in case["expected"].items() if key != "warnings"}

    assert expected == {key: oracle(case["order"])[key] for key in expected}


# What no worked case touches. Each: the fields of an order, and the keys of the verdict, worked out by hand.
BY_HAND: dict[str, tuple[Order, Order]] = {
    "an order lapses at the very instant of its expiry": (
        {"payment_status": "unpaid", "order_expires": "2026-09-14T10:00:00+02:00", "now": "2026-09-14T08:00:00Z"},
        {"outcome": "not_needed_lapsed", "lapses_on": "2026-09-14", "status": "lapsed"},
    ),
    "an order can still be paid on the day it expires": (
        {"payment_status": "unpaid", "order_expires": "2026-09-14", "now": "2026-09-14T21:59:59Z"},
        {"outcome": "not_needed_unpaid", "lapses_on": "2026-09-14", "status": "not_paid"},
    ),
    "free digital content needs no consent": (
        {"product": "digital_content", "performance_begun": True, "free_of_charge": True},
        {"outcome": "excluded_digital_content", "last_day": None},
    ),
    "information on the very day of the order came in time": (
        {"info_given": False, "info_given_on": "2026-09-07"},
        {"outcome": "eligible", "last_day": "2026-09-21", "cost": "unknown"},
    ),
    # Sat 21 Jun 2025 -> Mon 23; twelve months: Tue 23 Jun 2026. Unmoved: Sun 21 Jun 2026.
    "the twelve months run from the moved day": (
        {"ordered_at": "2025-06-07", "info_given": False, "now": "2026-06-23T12:00:00Z"},
        {"outcome": "eligible", "last_day": "2026-06-23", "safe_day": "2026-06-21", "cost": "none"},
    ),
    # A year after Sat 7 Jun 2025: Sun 7 Jun 2026 and 14 days, Sun 21 -> Mon 22. A day later, as never: Tue 23, as above.
    "information on the last day of the twelve months": (
        {"ordered_at": "2025-06-07", "info_given_on": "2026-06-07", "now": "2026-06-10T12:00:00Z"},
        {"outcome": "eligible", "last_day": "2026-06-22", "safe_day": "2026-06-21"},
    ),
    "information on the day after them": (
        {"ordered_at": "2025-06-07", "info_given_on": "2026-06-08", "now": "2026-06-10T12:00:00Z"},
        {"outcome": "eligible", "last_day": "2026-06-23", "safe_day": "2026-06-21"},
    ),
    # Directive: Mon 22 Sep 2025 and twelve months. Fourteen days from Wed 9 Sep 2026 would be Wed 23 Sep.
    "information after twelve months is none": (
        {"ordered_at": "2025-09-08", "info_given_on": "2026-09-09", "now": "2026-09-22T22:00:00Z"},
        {"outcome": "expired", "last_day": "2026-09-22"},
    ),
    # Directive: Sat 6 Mar 2027 -> Mon 8, twelve months: Wed 8 Mar 2028. BGB: Sun 20 Feb 2028 and 14 days: Sun 5 Mar.
    "the strictest German reading": (
        {
            "country": "DE",
            "region": "DE-HH",
            "ordered_at": "2027-02-20",
            "info_given": False,
            "now": "2027-02-21T12:00:00Z",
        },
        {"last_day": "2028-03-08", "safe_day": "2028-03-05"},
    ),
    "the same order in Italy": (
        {"ordered_at": "2027-02-20", "info_given": False, "now": "2027-02-21T12:00:00Z"},
        {"last_day": "2028-03-08", "safe_day": "2028-03-06"},
    ),
    # Corpus Christi is Thu 4 Jun 2026, in six Laender.
    "a day that a Land may add": (
        {"country": "DE", "ordered_at": "2026-05-21", "info_given": True, "now": "2026-06-05T10:00:00Z"},
        {"outcome": "needs_information", "missing": ["region"], "last_day": "2026-06-04"},
    ),
    "the day after it": (
        {"country": "DE", "ordered_at": "2026-05-21", "info_given": True, "now": "2026-06-06T10:00:00Z"},
        {"outcome": "expired", "missing": [], "last_day": "2026-06-04"},
    ),
    # Mon 7 Sep, and Tue 8 Sep one second later.
    "an order in the last second of a day": (
        {"ordered_at": "2026-09-07T21:59:59Z", "info_given": True},
        {"last_day": "2026-09-21", "ends_at": "2026-09-21T22:00:00Z"},
    ),
    "an order in the first second of the next": (
        {"ordered_at": "2026-09-07T22:00:00Z", "info_given": True},
        {"last_day": "2026-09-22", "ends_at": "2026-09-22T22:00:00Z"},
    ),
    # Sun 25 Oct 2026: the clocks have gone back to UTC. Sun 29 Mar 2026: they are an hour ahead.
    "a last day of 25 hours": (
        {"country": "GB", "ordered_at": "2026-10-11", "info_given": True, "now": "2026-10-25T23:59:59Z"},
        {"outcome": "eligible", "last_day": "2026-10-25", "ends_at": "2026-10-26T00:00:00Z"},
    ),
    "a last day of 23 hours": (
        {"country": "GB", "ordered_at": "2026-03-15", "info_given": True, "now": "2026-03-29T23:00:00Z"},
        {"outcome": "expired", "last_day": "2026-03-29", "ends_at": "2026-03-29T23:00:00Z"},
    ),
    "a withdrawal in the last second, told as it was in India": (
        {"info_given": True, "withdrawn_at": "2026-09-22T03:29:59+05:30", "now": "2026-09-25T12:00:00Z"},
        {"outcome": "withdrawn_in_time", "refund_due": "2026-10-05"},
    ),
    "a withdrawal a second later": (
        {"info_given": True, "withdrawn_at": "2026-09-22T03:30:00+05:30", "now": "2026-09-25T12:00:00Z"},
        {"outcome": "withdrawn_late", "refund_due": None},
    ),
    "the day of the information counts, whatever else is answered": (
        {"info_given": True, "info_given_on": "2026-09-09T22:00:00Z", "now": "2026-09-10T12:00:00Z"},
        {"outcome": "eligible", "last_day": "2026-09-24", "cost": "none"},
    ),
    "goods sent back before they came": (
        {"product": "goods", "withdrawn_at": "2026-09-09"},
        {"outcome": "withdrawn_in_time", "last_day": None, "refund_due": "2026-09-23"},
    ),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_worked_by_hand(name: str) -> None:
    """The oracle and the rules give what was worked out by hand where no case reaches."""
    fields, expected = BY_HAND[name]
    order = a_paid_order("IT", "web_hosting", date(2026, 9, 7), info_given=None, now="2026-09-10T12:00:00Z")
    order |= fields

    assert expected == {key: oracle(order)[key] for key in expected}
    assert expected == {key: answered(order)[key] for key in expected}


# ---- the rules and the oracle -----------------------------------------------------------------------------------


@settings(max_examples=1500)
@given(orders())
def test_any_order(order: Order) -> None:
    """The rules and the oracle answer any valid order alike."""
    assert oracle(order) == answered(order)


@settings(max_examples=2000)
@given(orders(ripe=True))
def test_any_ripe_order(order: Order) -> None:
    """The rules and the oracle agree on orders that get as far as the law's own rows."""
    assert oracle(order) == answered(order)


@settings(max_examples=100)
@given(orders(ripe=True), st.lists(orders(ripe=True), min_size=1, max_size=3))
def test_any_lines(order: Order, others: list[Order]) -> None:
    """Each line of an order is answered as an order of its own."""
    shared = {key: value for key, value in order.items() if key != "product"}
    products = [other.get("product", "email") for other in others]
    verdict = check({**shared, "lines": [{"product": product} for product in products]}).as_json()

    assert [oracle({**shared, "product": product}) for product in products] == [restricted(line) for line in verdict["lines"]]


# ---- properties of the rules ------------------------------------------------------------------------------------


def last_days(order: Order) -> tuple[date, date] | None:
    """Return the last day and the safe day of the rules' answer, where it has them."""
    verdict = answered(order)
    if verdict["last_day"] is None:
        return None
    return date.fromisoformat(verdict["last_day"]), date.fromisoformat(verdict["safe_day"])


@settings(max_examples=150)
@given(orders(ripe=True))
def test_last_day_is_a_working_day(order: Order) -> None:
    """The last day is a working day where the law moves it; Great Britain's law does not."""
    found = last_days(order)
    assume(found is not None and order["country"] != "GB")
    assert found is not None

    assert is_working_day(found[0], order["country"], order.get("region"))


@settings(max_examples=150)
@given(orders(ripe=True))
def test_never_before_the_safe_day(order: Order) -> None:
    """The last day is never before the safe day, and in Great Britain the same."""
    found = last_days(order)
    assume(found is not None)
    assert found is not None
    last_day, safe_day = found

    assert last_day == safe_day if order["country"] == "GB" else last_day >= safe_day


@pytest.mark.parametrize("info_given", [True, False])
@pytest.mark.parametrize("place", ["IT", "DE", "DE-BY", "FR-67", "NL", "PL", "GB"])
def test_later_order_never_ends_earlier(place: str, info_given: bool) -> None:
    """Who orders later never has to withdraw earlier."""
    ends = [
        check(a_paid_order(place, "web_hosting", day, info_given=info_given)).as_json()["last_day"]
        for day in days(date(2027, 11, 1), date(2028, 4, 30))
    ]

    assert sorted(ends) == ends


@settings(max_examples=150)
@given(orders(ripe=True))
def test_open_to_the_last_second(order: Order) -> None:
    """An order can be withdrawn from until the period ends, and from that very instant no more."""
    kept = ["customer_type", "country", "region", "time_zone", "product", "payment_status", "ordered_at", "now"]
    if order.get("product") == "goods":
        kept.append("delivered_on")
    order = {key: order[key] for key in kept if key in order} | {"info_given": True, "performance_begun": False}
    assume("region" in order or order["country"] not in HAVE_REGIONS)
    ends_at = answered(order)["ends_at"]
    assume(ends_at is not None)
    last_second = (datetime.fromisoformat(ends_at) - timedelta(seconds=1)).isoformat()
    outcomes = {now: answered({**order, "now": now})["outcome"] for now in (last_second, ends_at)}

    assert {last_second: "eligible", ends_at: "expired"} == outcomes


@settings(max_examples=100)
@given(orders() | near_orders())
def test_round_trip(order: Order) -> None:
    """A verdict printed and read back is the same verdict."""
    verdict = check(order).as_json()

    assert verdict == json.loads(json.dumps(verdict, allow_nan=False))


def assert_answered(value: Any) -> None:
    """Demand a verdict that strict JSON can carry, with its errors where it is invalid."""
    verdict = check(value).as_json()
    json.dumps(verdict, allow_nan=False).encode("utf-8")

    assert verdict["outcome"] in OUTCOMES
    assert (verdict["outcome"] == "invalid") == bool(verdict.get("errors"))


@settings(max_examples=500)
@given(json_values() | near_orders())
def test_anything_is_answered(value: Any) -> None:
    """Any JSON value is answered."""
    assert_answered(value)


@pytest.mark.parametrize("field", [*FIELDS, "password", "\ud800"])
def test_any_odd_value_in_any_field(field: str) -> None:
    """Any odd value in any field of a good order, or of its line, is answered."""
    order = a_paid_order("IT", "goods", date(2026, 9, 7))
    for value in ODD_VALUES:
        assert_answered({**order, field: value})
        assert_answered({**order, "lines": [{"product": "vps", field: value}]})


@pytest.mark.parametrize("number", range(len(ODD_VALUES)))
def test_no_order_at_all(number: int) -> None:
    """An odd value in place of an order is answered."""
    assert_answered(ODD_VALUES[number])
