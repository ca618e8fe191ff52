"""Bad input: every wrong field is named with a code and the refused value, all at once, and nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from checker import check
from checker.rules.order import FIELDS

NOW = {"now": "2026-09-10T12:00:00+02:00"}
Order = dict[str, Any]


# Odd values, and as what each is shown when it is refused.
ODD: dict[str, tuple[Any, Any]] = {
    "object": ({}, "object"),
    "list": ([], "list"),
    "empty": ("", ""),
    "long": ("x" * 10_000, "x" * 100 + "…"),
    "zero": (0, 0),
    "huge": (10**5000, "number"),
    "nan": (float("nan"), "number"),
    "infinity": (float("inf"), "number"),
    "surrogate": ("\ud800", "?"),
    "nested": ({"a": [{}]}, "object"),
}
DATES = {
    *("now", "ordered_at", "order_expires", "trader_last_day"),
    *("delivered_on", "info_given_on", "trader_informed_on", "withdrawn_at"),
}
CODES = {
    *("customer_type", "product", "order_kind", "order_status", "payment_status"),
    *("country", "region", "time_zone"),
}


def code(field: str, value: object) -> str:
    """Give the code that an odd value is refused with: a text where a text is meant is of the right type."""
    if field == "lines" and value == []:
        return "empty"
    if isinstance(value, str) and field in DATES | CODES:
        return "not_a_date" if field in DATES else "unknown_code"
    return "wrong_type"


def refused(order: Order) -> dict[str, tuple[str, Any]]:
    """Give the refused fields of an order with code and value."""
    return {error["field"]: (error["code"], error["value"]) for error in check(order).as_json()["error_details"]}


@pytest.mark.parametrize(
    ("order", "field", "code"),
    [
        ({}, "now", "missing"),
        ({"now": "2026-09-10"}, "now", "no_offset"),
        ({"now": "2026-09-10T12:00:00"}, "now", "no_offset"),
        (NOW | {"ordered_at": "07/09/2026"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-9-7"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "20260907"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-W37-1"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": " 2026-09-07"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-09-07\n"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "２０２６-09-07"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-09-07 10:00:00+02:00"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-09-07T24:00:00+02:00"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-09-07T10:00:60+02:00"}, "ordered_at", "not_a_date"),
        (NOW | {"ordered_at": "2026-02-29"}, "ordered_at", "no_such_day"),
        (NOW | {"ordered_at": "2026-02-29T10:00:00Z"}, "ordered_at", "no_such_day"),
        (NOW | {"ordered_at": "0001-01-01"}, "ordered_at", "out_of_range"),
        (NOW | {"ordered_at": "9999-12-31"}, "ordered_at", "out_of_range"),
        (NOW | {"ordered_at": 20260907}, "ordered_at", "wrong_type"),
        (NOW | {"ordered_at": ["2026-09-07"]}, "ordered_at", "wrong_type"),
        (NOW | {"country": "IT", "ordered_at": "2026-09-11"}, "ordered_at", "in_future"),
        (NOW | {"ordered_at": "2026-09-12"}, "ordered_at", "in_future"),
        (NOW | {"country": "IT", "ordered_at": "2026-09-10T13:00:00"}, "ordered_at", "in_future"),
        (NOW | {"order_expires": "2026-09-20T10:00:00"}, "order_expires", "no_offset"),
        (NOW | {"country": "it"}, "country", "unknown_code"),
        (NOW | {"country": "ZZ"}, "country", "unknown_code"),
        (NOW | {"country": "IT", "region": "DE-BY"}, "region", "region_of_other_country"),
        (NOW | {"country": "DE", "region": "DE-XX"}, "region", "unknown_code"),
        (NOW | {"time_zone": "Europe/Atlantis"}, "time_zone", "unknown_code"),
        (NOW | {"time_zone": "../../../etc/passwd"}, "time_zone", "unknown_code"),
        (NOW | {"time_zone": "EDITION"}, "time_zone", "unknown_code"),
        (NOW | {"product": "Domain"}, "product", "unknown_code"),
        (NOW | {"payment_status": True}, "payment_status", "wrong_type"),
        (NOW | {"info_given": 1}, "info_given", "wrong_type"),
        (NOW | {"info_given": "true"}, "info_given", "wrong_type"),
        (NOW | {"colour": "red"}, "colour", "unknown_field"),
        (NOW | {"lines": []}, "lines", "empty"),
        (NOW | {"lines": {"product": "vps"}}, "lines", "wrong_type"),
        (NOW | {"lines": [{"product": "vps"}] * 101}, "lines", "too_many"),
        (NOW | {"lines": ["vps"]}, "lines[0]", "wrong_type"),
        (NOW | {"product": "vps", "lines": [{"product": "vps"}]}, "product", "beside_lines"),
        (NOW | {"lines": [{"product": "vps"}, {"product": "unicorn"}]}, "lines[1].product", "unknown_code"),
        (NOW | {"lines": [{"now": NOW["now"]}]}, "lines[0].now", "unknown_field"),
        (NOW | {"withdrawn_at": "2026-09-08", "trader_informed_on": "2026-09-07"}, "trader_informed_on", "before_withdrawal"),
    ],
)  # fmt: skip
def test_refuses(order: Order, field: str, code: str) -> None:
    """A wrong value is refused on its own field, with the code that says why."""
    verdict = check(order).as_json()
    assert verdict["outcome"] == "invalid"
    assert code == refused(order)[field][0]


@pytest.mark.parametrize("value", [[], "07/09/2026", None, 3, 1.5, True])
def test_refuses_what_is_no_object(value: object) -> None:
    """A JSON value that is no object is an invalid order, not an exception."""
    assert ["order"] == check(value).as_json()["errors"]


def test_shows_the_refused_value() -> None:
    """The refused value comes back, so that the customer sees what was meant."""
    assert ("not_a_date", "07/09/2026") == refused(NOW | {"ordered_at": "07/09/2026"})["ordered_at"]


def test_names_all_errors_at_once() -> None:
    """Five wrong fields give five errors, sorted by name."""
    order = {"ordered_at": "x", "country": "x", "product": "x", "info_given": "x", "nonsense": 1}
    assert ["country", "info_given", "nonsense", "now", "ordered_at", "product"] == check(order).as_json()["errors"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("kind", ODD)
def test_any_field_takes_any_value(field: str, kind: str) -> None:
    """Any value in any field is refused on that field and no other, with its code, and shown short and printable as JSON."""
    value, shown = ODD[kind]
    assert {field: (code(field, value), shown)} == refused(NOW | {field: value})


@pytest.mark.parametrize("field", [field for field in FIELDS if field not in ("now", "lines")])
@pytest.mark.parametrize("kind", ODD)
def test_any_field_of_a_line_takes_any_value(field: str, kind: str) -> None:
    """The same in one line of several: the error names the line."""
    value, shown = ODD[kind]
    lines = [{"order_kind": "new"}, {field: value}]
    assert {f"lines[1].{field}": (code(field, value), shown)} == refused(NOW | {"lines": lines})


def test_what_the_lines_have_in_common_is_refused_once() -> None:
    """A wrong or unknown field above two lines is refused there, and not in the lines."""
    above = NOW | {"country": "x", "colour": "red"}
    assert {"country", "colour"} == set(refused(above | {"lines": [{"product": "vps"}, {"product": "goods"}]}))


def test_a_line_has_no_lines() -> None:
    """Lines inside a line are refused, as the schema refuses them."""
    assert {"lines[0].lines": ("unknown_field", "list")} == refused(NOW | {"lines": [{"product": "vps", "lines": ["x"]}]})


def test_deep_nesting_is_no_traceback() -> None:
    """A list nested a hundred thousand times is refused like any other list."""
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert ("wrong_type", "list") == refused(NOW | {"product": deep})["product"]


def test_null_means_unanswered() -> None:
    """A field that is null counts as not answered."""
    everything = NOW | dict.fromkeys(field for field in FIELDS if field != "now")
    assert check(NOW).as_json() == check(everything).as_json()


def test_a_day_that_has_begun_somewhere_is_not_future_while_the_country_is_unknown() -> None:
    """On 10 September at noon UTC, the 11th has begun on Pacific islands: without a country it is not refused."""
    assert {} == refused({"now": "2026-09-10T12:00:00Z", "ordered_at": "2026-09-11"})
