"""Which unanswered fields could change the verdict: found by judging again, so none is named idly and none forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from checker import check
from checker.rules import asks
from checker.rules.questions import FIRST
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
        ({"performance_begun": True, "fully_performed": True}, "free_of_charge"),
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


ORDINARY = NOW | {
    "order_status": "delivered",
    "ordered_at": "2026-09-07",
    "product": "web_hosting",
    "customer_type": "consumer",
    "country": "IT",
}


def asked_after(**answers: Any) -> list[str]:
    """What is asked next of somebody who has answered only this."""
    return list(asks(NOW | answers))


@pytest.mark.parametrize(
    ("answers", "next_ones"),
    [
        ({}, ["order_status", "ordered_at", "product", "customer_type", "country", "order_kind"]),
        ({"order_status": "delivered"}, ["ordered_at", "product", "customer_type", "country", "order_kind"]),
        ({"order_status": "cancelled"}, []),
        ({"order_status": "notPaid"}, ["payment_status", "order_expires"]),
        ({"order_status": "notPaid", "payment_status": "unpaid"}, ["order_expires"]),
        ({"order_status": "notPaid", "payment_status": None}, ["order_expires"]),
        ({"order_status": "orderExpired", "payment_status": "unpaid"}, ["order_expires"]),
        ({"order_status": "unknown"}, ["ordered_at", "product", "customer_type", "country", "payment_status"]),
        ({"order_status": None}, ["ordered_at", "product", "customer_type", "country", "payment_status"]),
        ({"order_status": "unknown", "payment_status": None}, []),
        ({"customer_type": "company"}, ["order_status"]),
        ({"customer_type": "association"}, ["order_status", "country"]),
        ({"country": "CH"}, ["order_status", "customer_type"]),
        ({"order_status": "delivered", "product": "goods"}, ["customer_type", "country", "order_kind", "delivered_on"]),
        ({"order_status": "delivered", "product": "custom_goods"}, ["customer_type", "country", "order_kind"]),
    ],
)
def test_which_questions_stand_in_the_form(answers: dict[str, Any], next_ones: list[str]) -> None:
    """The first five stand as long as their answers can change something, and one that settles the case ends the asking."""
    assert next_ones == asked_after(**answers)


@pytest.mark.parametrize(
    ("answers", "next_ones"),
    [
        ({}, ["order_kind"]),
        ({"order_kind": "new"}, []),
        ({"order_kind": None}, []),
        ({"product": "domain"}, ["order_kind"]),
        ({"product": "goods", "order_kind": "new"}, ["delivered_on"]),
        ({"product": "goods", "order_kind": "new", "delivered_on": None}, []),
        (
            {"product": "digital_content", "order_kind": "new"},
            ["performance_begun", "express_request", "loss_acknowledged", "confirmation_given"],
        ),
        ({"product": "digital_content", "order_kind": "new", "performance_begun": False}, []),
        ({"fully_performed": True, "order_kind": "new"}, ["express_request", "loss_acknowledged"]),
        ({"ordered_at": "2026-08-03", "order_kind": "new"}, ["info_given"]),
        ({"ordered_at": "2026-08-03", "order_kind": "new", "info_given": True}, []),
        ({"ordered_at": "2026-08-03", "order_kind": "new", "info_given": False}, ["info_given_on"]),
        ({"ordered_at": "2026-08-03", "order_kind": "renewal"}, []),
        ({"trader_informed_on": "2026-08-30", "ordered_at": "2026-08-03", "order_kind": "new"}, ["info_given", "withdrawn_at"]),
        ({"country": "DE", "ordered_at": "2026-05-23", "order_kind": "new", "info_given": True}, []),
        ({"country": "DE", "ordered_at": "2026-08-28", "order_kind": "new"}, []),
    ],
)
def test_which_question_comes_next(answers: dict[str, Any], next_ones: list[str]) -> None:
    """Behind the first five, only that is asked which the answer waits for, or which could take away what it grants."""
    assert next_ones == list(asks(ORDINARY | answers))


def test_an_ordinary_customer_answers_six_questions() -> None:
    """A consumer's new hosting order, still open, takes six answers."""
    order, answered = dict(NOW), []
    answers = ORDINARY | {"order_kind": "new"}
    while wanted := asks(order):
        answered.append(wanted[0])
        order[wanted[0]] = answers[wanted[0]]
    assert "eligible" == check(order).outcome
    assert 6 == len(answered)


def test_a_question_on_the_region_is_asked_where_it_takes_a_day_away() -> None:
    """An order just after midnight in Madrid was made the day before in the Canaries: its last day comes sooner."""
    late = ORDINARY | {"country": "ES", "ordered_at": "2026-09-07T22:30:00+00:00", "order_kind": "new"}
    assert ("region",) == asks(late)


def test_several_products_are_asked_what_any_of_them_needs() -> None:
    """Beside hosting, a telephone needs its day of delivery."""
    order = {**ORDINARY, "order_kind": "new", "lines": [{"product": "web_hosting"}, {"product": "goods"}]}
    del order["product"]
    assert ("delivered_on",) == asks(order)


def test_a_question_that_changes_what_the_law_says_could_change_the_answer() -> None:
    """OVHcloud keeps a domain's order open itself: whether it is a renewal still changes what the law says of it."""
    order = ORDINARY | {"product": "domain", "trader_last_day": "2026-09-21"}
    assert "order_kind" in asks(order)
    assert "order_kind" in check(order).would_change


@settings(max_examples=150, deadline=None)
@given(orders())
def test_no_question_asked_is_idle(order: dict[str, Any]) -> None:
    """Once the first five are answered, each question asked is waited for, or could change the verdict."""
    wanted = asks(order)
    verdict = check(order)
    if set(wanted).isdisjoint(FIRST):
        assert set(wanted) <= {*verdict.missing, *verdict.would_change}


@settings(max_examples=150, deadline=None)
@given(orders())
def test_asking_ends_in_an_answer(order: dict[str, Any]) -> None:
    """When nothing is asked any more, the verdict waits for nothing that the customer has not declined to say."""
    verdict = check(order)
    if not asks(order) and verdict.outcome == "needs_information":
        declined = {name for name, value in order.items() if value is None}
        contradicted = {"payment_status"} if "payment_contradicts_status" in verdict.warnings else set()
        assert set(verdict.missing) <= declined | contradicted


@settings(max_examples=60, deadline=None)
@given(orders())
def test_who_says_i_do_not_know_to_everything_is_asked_a_few_questions_only(order: dict[str, Any]) -> None:
    """Declining whatever is asked ends the asking."""
    for _ in range(20):
        wanted = asks(order)
        if not wanted:
            return
        order = order | {wanted[0]: None}
    raise AssertionError(wanted)


@pytest.mark.parametrize("order", [None, 3, [], {"now": "yesterday"}, NOW | {"country": "XX"}])
def test_nothing_is_asked_of_what_cannot_be_read(order: object) -> None:
    """An invalid order is mended first."""
    assert () == asks(order)


def test_goods_under_way_are_asked_for_their_day_of_delivery() -> None:
    """The day would start the period: it is asked for though the answer does not wait for it."""
    assert ("delivered_on",) == asks(ORDINARY | {"order_kind": "new", "product": "goods", "order_status": "delivering"})
