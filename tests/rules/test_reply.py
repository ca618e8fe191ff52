"""OVHcloud's own replies, as recorded: accepted as they are, and without the password ever after."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.answer import answer

RECORDED = json.loads((Path(__file__).parents[1] / "cases" / "ovhcloud_replies.json").read_text(encoding="utf-8"))
RENEWAL, DELIVERED = RECORDED
ME = {"customer_type": "consumer", "country": "IT"}


def asked(recorded: dict[str, Any], now: str, **more: Any) -> dict[str, Any]:
    """Put a recorded reply together with its status and details, as a customer would paste them."""
    return {"now": now, **recorded["reply"], "status": recorded["status"], "details": recorded["details"], **more}


def test_unpaid_renewal_lapses_at_its_instant() -> None:
    """The recorded renewal lapses 24 hours after it was made, to the second, line by line."""
    before = check(asked(RENEWAL, "2018-05-16T15:49:05+02:00", **ME)).as_json()
    assert ("not_needed_unpaid", "2018-05-16", "not_paid") == tuple(before[k] for k in ("outcome", "lapses_on", "status"))
    assert 2 == len(before["lines"])
    after = check(asked(RENEWAL, "2018-05-16T15:49:06+02:00", **ME)).as_json()
    assert ("not_needed_lapsed", "lapsed") == (after["outcome"], after["status"])


def test_paid_renewal_is_a_renewal() -> None:
    """Lines of type RENEW are renewals: OVHcloud excludes them, the law agrees in principle."""
    verdict = check(asked(RENEWAL, "2018-05-16T12:00:00Z", **ME, product="web_hosting", payment_status="paid")).as_json()
    assert "excluded_renewal" == verdict["outcome"]


def test_delivered_order_past_its_expiry_is_not_lapsed() -> None:
    """The expiry date stays filled on a delivered order and means nothing there."""
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00+02:00", **ME, product="vps")).as_json()
    assert ("eligible", "delivered", "2026-08-31") == tuple(verdict[k] for k in ("outcome", "status", "last_day"))


def test_product_is_asked_for() -> None:
    """A reply names its product in prose only, so the product is asked for, not guessed."""
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00+02:00", **ME)).as_json()
    assert ["product"] == verdict["missing"]


@pytest.mark.parametrize("recorded", RECORDED, ids=["renewal", "delivered"])
@pytest.mark.parametrize("wrong", [{}, {"retractionDate": 7}, {"password": {"password": "aBcD"}}, {"colour": "eFgH"}])
def test_password_appears_nowhere(recorded: dict[str, Any], wrong: dict[str, Any]) -> None:
    """Neither the verdict nor its words hold the password or the addresses that carry it, even where fields are refused."""
    order = asked(recorded, "2026-08-25T12:00:00+02:00", **ME) | wrong
    said = answer(json.dumps(order), "it")
    assert [] == [secret for secret in ("aBcD", "eFgH", "orderPassword", "displayOrder") if secret in said]


def test_password_in_the_contract_s_own_shape_is_dropped_too() -> None:
    """A password beside contract fields is dropped, not shown as an unknown field."""
    verdict = check({"now": "2026-08-25T12:00:00Z", "password": "aBcD", "url": "x", "pdfUrl": "y"}).as_json()
    assert [] == verdict["errors"]


def test_a_password_inside_a_refused_value_is_cut() -> None:
    """An order address pasted into the wrong field is refused without showing its password."""
    verdict = check({"now": "2026-08-25T12:00:00Z", "country": RENEWAL["reply"]["url"]}).as_json()
    assert "aBcD" not in json.dumps(verdict)


def test_a_password_is_cut_with_all_behind_it() -> None:
    """What stands before a password is shown, with the mark of something cut off."""
    (error,) = check({"now": "2026-08-25T12:00:00Z", "country": "id=7&Password = aBcD\n&x=1"}).as_json()["error_details"]
    assert "id=7&Password = …" == error["value"]


def test_unknown_fields_of_a_reply_are_ignored_and_said_so() -> None:
    """A field that OVHcloud may add one day does not break the check, and the reader is told."""
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps") | {"newField": 1}).as_json()
    assert (["reply_fields_ignored"], "eligible") == (verdict["warnings"], verdict["outcome"])


@pytest.mark.parametrize(
    ("trader", "now", "outcome", "basis", "step"),
    [
        ("2026-09-25", "2026-09-23T12:00:00+02:00", "eligible", "trader_terms", "trader_date_later"),
        ("2026-09-18", "2026-09-20T12:00:00+02:00", "eligible", "law", "trader_date_earlier"),
        ("2026-09-18", "2026-09-22T12:00:00+02:00", "expired", "law", "trader_date_earlier"),
    ],
)
def test_trader_date_is_compared(trader: str, now: str, outcome: str, basis: str, step: str) -> None:
    """A later date of OVHcloud's own can be relied on; an earlier one takes nothing away; both are explained."""
    order = {"orderId": 1, "date": "2026-09-07T10:00:00+02:00", "retractionDate": trader, "status": "delivered"}
    verdict = check(order | ME | {"now": now, "product": "vps", "info_given": True}).as_json()
    assert (outcome, basis, "2026-09-21") == (verdict["outcome"], verdict["basis"], verdict["last_day"])
    assert "trader_date_differs" in verdict["warnings"]
    assert step in [found["rule"] for found in verdict["steps"]]


@pytest.mark.parametrize(
    ("details", "shown"), [(7, 7), ("x", "x"), ({"a": 1}, "object"), ([1], "list"), ([None], "list"), ([[]], "list")]
)
def test_malformed_details_are_refused(details: object, shown: object) -> None:
    """Details that are no list of objects are refused on their field, with what they were."""
    (error,) = check(asked(DELIVERED, "2026-08-25T12:00:00Z") | {"details": details}).as_json()["error_details"]
    assert {"field": "details", "code": "wrong_type", "value": shown} == error


def test_a_cancelled_line_is_cancelled_alone() -> None:
    """A line can be cancelled while the order is not."""
    details = [{"cancelled": True, "detailType": "DURATION"}, {"cancelled": False, "detailType": "DURATION"}]
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps") | {"details": details}).as_json()
    assert ["not_needed_cancelled", "eligible"] == [line["outcome"] for line in verdict["lines"]]
    assert (None, ["whole_order_only"]) == (verdict["outcome"], verdict["warnings"])


def test_a_null_field_does_not_hide_what_ovhcloud_says() -> None:
    """A form sends null for what was not answered: OVHcloud's own value stands."""
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps", ordered_at=None)).as_json()
    assert "eligible" == verdict["outcome"]


@pytest.mark.parametrize("kind", ["CAUTION", "DELIVERY", "GIFT", "REFUND", "VOUCHER"])
def test_a_voucher_is_no_product(kind: str) -> None:
    """A detail that is a price, not a product, is no line of the order."""
    details = [{"cancelled": False, "detailType": "DURATION"}, {"cancelled": False, "detailType": kind}]
    verdict = check(asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps") | {"details": details}).as_json()
    assert ("eligible", []) == (verdict["outcome"], verdict["lines"])


def test_the_customer_goes_before_what_ovhcloud_says() -> None:
    """What stands in the contract's own names wins over OVHcloud's detail of the same thing."""
    details = [{"cancelled": False, "detailType": "RENEW"}]
    order = asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps", order_kind="new") | {"details": details}
    assert "eligible" == check(order).as_json()["outcome"]


@pytest.mark.parametrize("kind", [["RENEW"], {"RENEW": 1}, 7, None])
def test_a_kind_of_detail_that_is_no_text_is_of_no_kind(kind: object) -> None:
    """A detail whose kind is not even a text is a product of no known kind."""
    verdict = check(
        asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps") | {"details": [{"detailType": kind}]}
    ).as_json()
    assert ("eligible", []) == (verdict["outcome"], verdict["errors"])


def test_null_lines_do_not_hide_the_details() -> None:
    """A null in the contract's name leaves OVHcloud's details to speak."""
    details = [{"cancelled": False, "detailType": "RENEW"}]
    order = asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, product="vps", lines=None) | {"details": details}
    assert "excluded_renewal" == check(order).as_json()["outcome"]


def test_a_password_in_a_line_is_dropped_too() -> None:
    """A password inside one of several lines appears nowhere."""
    found = check({"now": "2026-08-25T12:00:00Z", "lines": [{"password": "hunter2", "url": "x", "pdfUrl": "y"}]}).as_json()
    assert [] == found["errors"]
    assert "hunter2" not in json.dumps(found)


def test_the_customer_s_lines_go_before_ovhcloud_s_details() -> None:
    """Who says which products were ordered is not contradicted by OVHcloud's details."""
    details = [{"cancelled": False, "detailType": "RENEW"}]
    found = check(asked(DELIVERED, "2026-08-25T12:00:00Z", **ME, lines=[{"product": "vps"}]) | {"details": details}).as_json()
    assert ["eligible"] == [line["outcome"] for line in found["lines"]]


def test_a_reply_may_name_no_product_at_all() -> None:
    """Where all details are prices, the customer is asked for the product."""
    order = asked(DELIVERED, "2026-08-25T12:00:00Z", **ME) | {"details": [{"detailType": "VOUCHER"}]}
    assert ["product"] == check(order).as_json()["missing"]
