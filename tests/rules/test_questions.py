"""Which unanswered fields could change the verdict: found by judging again, so none is named idly and none forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from checker import check
from tests.strategies import orders

NOW = {"now": "2026-09-10T12:00:00+02:00"}
EVERYTHING = NOW | {
    "ordered_at": "2026-09-07",
    "customer_type": "consumer",
    "country": "IT",
    "product": "web_hosting",
    "order_kind": "new",
    "order_status": "delivered",
    "payment_status": "paid",
    "info_given": True,
    "fully_performed": False,
}


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, ["payment_status"]),
        ({"payment_status": "paid"}, ["customer_type"]),
        ({"payment_status": "paid", "customer_type": "consumer"}, ["country"]),
        ({"payment_status": "paid", "customer_type": "consumer", "country": "IT"}, ["product"]),
        ({"payment_status": "paid", "customer_type": "consumer", "country": "IT", "product": "vps"}, ["ordered_at"]),
    ],
)
def test_what_is_asked_next(answers: dict[str, Any], missing: list[str]) -> None:
    """The table asks one thing at a time, in its own order."""
    assert missing == check(NOW | answers).as_json()["missing"]


def test_a_fully_answered_order_waits_for_nothing_but_a_withdrawal() -> None:
    """When all is answered, only a withdrawal already sent could still change the outcome."""
    assert ["withdrawn_at"] == check(EVERYTHING).as_json()["would_change"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"order_kind": None}, "order_kind"),
        ({"order_status": None}, "order_status"),
        ({"info_given": None}, "info_given"),
        ({"fully_performed": None}, "fully_performed"),
        ({"country": "DE", "ordered_at": "2026-05-21"}, "region"),
        ({"product": "goods"}, "delivered_on"),
        ({"payment_status": "unpaid", "order_status": "notPaid"}, "order_expires"),
        ({"ordered_at": "2026-08-03"}, "trader_last_day"),
        ({"ordered_at": "2026-08-03", "info_given": False}, "info_given_on"),
    ],
)
def test_names_what_could_change_it(changes: dict[str, Any], field: str) -> None:
    """An unanswered field that bears on this order is named."""
    assert field in check(EVERYTHING | changes).as_json()["would_change"]


@pytest.mark.parametrize("field", ["confirmation_given", "performance_begun", "delivered_on", "region"])
def test_does_not_name_what_is_idle(field: str) -> None:
    """For hosting in Italy, these change neither the outcome nor a day."""
    assert field not in check(EVERYTHING).as_json()["would_change"]


@settings(max_examples=100, deadline=None)
@given(orders())
def test_answered_fields_are_not_asked_again(order: dict[str, Any]) -> None:
    """Nothing that the order answers is named, but a payment that cannot be: OVHcloud checks no unpaid order."""
    verdict = check(order).as_json()
    answered = {name for name, value in order.items() if value is not None}
    if "payment_contradicts_status" in verdict["warnings"]:
        answered.discard("payment_status")
    assert set() == answered & {*verdict["would_change"], *verdict["missing"]}
    assert set(verdict["missing"]) <= set(verdict["would_change"])
