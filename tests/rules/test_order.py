"""Bad input: every wrong field is named with a code and the refused value, all at once, and nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from checker import check
from checker.rules import places
from checker.rules.order import FIELDS, read

NOW = {"now": "2026-09-10T12:00:00+02:00"}
Order = dict[str, Any]


# Odd values, and as what each is shown when it is refused.
ODD: dict[str, tuple[Any, Any]] = {
    "object": ({}, "object"),
    "list": ([], "list"),
    "empty": ("", ""),
    "long": ("x" * 10_000, "x" * 100 + "…"),
    "hundred": ("x" * 100, "x" * 100),
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
        (NOW | {"performance_begun": False, "fully_performed": True}, "fully_performed", "not_begun"),
        (NOW | {"region": "DE-BY", "lines": [{"country": "IT"}]}, "region", "region_of_other_country"),
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


@pytest.mark.parametrize(
    ("value", "shown"),
    [([], "list"), ((), "list"), (set(), "set"), *((value, value) for value in ("07/09/2026", None, 3, 1.5, True))],
)
def test_refuses_what_is_no_object(value: object, shown: object) -> None:
    """A value that is no object is an invalid order, not an exception, and is shown as far as JSON can."""
    assert [{"field": "order", "code": "wrong_type", "value": shown}] == check(value).as_json()["error_details"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("ordered_at", "07/09/2026", "not_a_date"),
        ("ordered_at", "2026-09-12", "in_future"),
        ("region", "Bavaria", "unknown_code"),
        ("colour", "red", "unknown_field"),
    ],
)
def test_shows_the_refused_value(field: str, value: str, code: str) -> None:
    """The refused value comes back, so that the customer sees what was meant."""
    assert {field: (code, value)} == refused(NOW | {field: value})


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


@pytest.mark.parametrize(
    ("ordered_at", "refused_as"),
    [("1999-12-31", "out_of_range"), ("2000-01-01", None), ("2199-12-31", "in_future"), ("2200-01-01", "out_of_range")],
)
def test_two_centuries_are_read(ordered_at: str, refused_as: str | None) -> None:
    """Days are read from 2000 to 2199, both included."""
    assert refused_as == refused(NOW | {"ordered_at": ordered_at}).get("ordered_at", (None,))[0]


def test_this_very_moment_is_not_the_future() -> None:
    """Who asks in the second of the order is not told that the order is yet to come."""
    assert {} == refused(NOW | {"country": "IT", "ordered_at": NOW["now"]})


@pytest.mark.parametrize(("withdrawn_at", "code"), [("2026-09-10T09:59:59", "before_order"), ("2026-09-10T10:00:00", None)])
def test_a_clock_without_an_offset_is_placed_before_it_is_compared(withdrawn_at: str, code: str | None) -> None:
    """A withdrawal by the clock on the wall is held against the instant of the order, to the second."""
    order = NOW | {"country": "IT", "ordered_at": "2026-09-10T10:00:00+02:00", "withdrawn_at": withdrawn_at}
    assert code == refused(order).get("withdrawn_at", (None,))[0]


@pytest.mark.parametrize(("ordered_at", "code"), [("2026-09-11", None), ("2026-09-12", "in_future")])
def test_the_future_begins_where_the_customer_lives(ordered_at: str, code: str | None) -> None:
    """At 22:30 UTC on the 10th it is the 11th in Italy."""
    order = {"now": "2026-09-10T22:30:00Z", "country": "IT", "ordered_at": ordered_at}
    assert code == refused(order).get("ordered_at", (None,))[0]


def test_a_clock_on_the_wall_is_of_nowhere_while_the_country_is_unknown() -> None:
    """Eight in the evening has been, somewhere on Earth, when it is noon in Greenwich."""
    assert {} == refused({"now": "2026-09-10T12:00:00Z", "ordered_at": "2026-09-10T20:00:00"})


def test_a_day_is_compared_with_the_local_day_of_an_instant() -> None:
    """An order at half past one in the morning of the 9th in Italy was not delivered on the 8th."""
    order = NOW | {"country": "IT", "ordered_at": "2026-09-08T23:30:00Z", "delivered_on": "2026-09-08"}
    assert {"delivered_on": ("before_order", "2026-09-08")} == refused(order)


@pytest.mark.parametrize(("place", "clock"), [({"country": "IT"}, "09:00"), ({"country": "FI"}, "10:00"), ({}, "12:00")])
def test_the_local_time(place: Order, clock: str) -> None:
    """The present is told by the clock where the customer lives, as given while that is not known."""
    (order,), _ = read({"now": "2026-09-10T12:00:00+05:00"} | place)
    assert clock == f"{order.local_now:%H:%M}"


@pytest.mark.parametrize("largest", [2**53, -(2**53), 2.0**53, -(2.0**53)])
def test_a_number_is_shown_if_every_reader_of_json_has_it_exactly(largest: float) -> None:
    """Up to 2 to the 53rd: readers that keep all numbers as floats would show another one than 2 to the 53rd and one."""
    shown = {number: refused(NOW | {"product": number})["product"] for number in (largest, largest + largest // 2**52)}
    assert [("wrong_type", largest), ("wrong_type", "number")] == list(shown.values())


def test_one_more_than_that_is_not_shown() -> None:
    """2 to the 53rd and one is the first whole number that floats leave out."""
    assert ("wrong_type", "number") == refused(NOW | {"product": 2**53 + 1})["product"]


def test_a_hundred_lines_are_judged() -> None:
    """The longest order there may be has a verdict on each of its lines."""
    assert 100 == len(check(NOW | {"lines": [{"product": "vps"}] * 100}).lines)


def test_a_product_beside_the_lines_is_shown() -> None:
    """Which product was meant to stand beside the lines comes back."""
    assert {"product": ("beside_lines", "vps")} == refused(NOW | {"product": "vps", "lines": [{"product": "vps"}]})


def test_what_is_wrong_above_the_lines_is_not_held_against_them() -> None:
    """An order of tomorrow is refused once; that a line was withdrawn from before it is no mistake of the line."""
    order = NOW | {"ordered_at": "2026-09-12", "lines": [{"product": "vps", "withdrawn_at": "2026-09-09"}]}
    assert {"ordered_at"} == refused(order).keys()


def test_every_line_is_looked_at() -> None:
    """A line that is no object is shown, and does not hide what is wrong with the next."""
    found = refused(NOW | {"lines": ["vps", {"product": "unicorn"}]})
    assert {"lines[0]": ("wrong_type", "vps"), "lines[1].product": ("unknown_code", "unicorn")} == found


@pytest.mark.parametrize("name", ["Europe/Atlantis", "europe"])
def test_a_time_zone_that_is_not_there_is_named(name: str) -> None:
    """Whoever asks the tables for a zone that they do not hold is told which."""
    with pytest.raises(KeyError, match=name):
        places.zone(name)


def test_a_hundred_unknown_fields_are_named() -> None:
    """Of errors without end the first hundred are enough; of lines with more, the rest is not read."""
    assert 100 == len(refused(NOW | {f"field {number}": 1 for number in range(101)}))
    line = {"product": "unicorn", "order_kind": "unicorn"}
    assert 102 == len(refused(NOW | {"lines": [line] * 100}))
