"""Example orders: for each row of the decision table, orders that it decides, or that it has something to say of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Changes = Mapping[str, Any]

ORDINARY: Changes = {
    "ordered_at": "2026-09-05",
    "now": "2026-09-10T12:00:00+02:00",
    "country": "IT",
    "customer_type": "consumer",
    "product": "web_hosting",
    "payment_status": "paid",
    "info_given": True,
}
"""A private person in Italy who ordered web hosting on a Saturday, paid for it, and asks five days later."""

_LATER: Changes = {"now": "2026-09-22T12:00:00+02:00"}
_ASKED_FOR: Changes = {"performance_begun": True, "express_request": True}
_AGREED: Changes = {**_ASKED_FOR, "loss_acknowledged": True}
_PERFORMED: Changes = {**_AGREED, "fully_performed": True}
_DELIVERED: Changes = {"product": "goods", "delivered_on": "2026-09-09"}

EXAMPLES: Mapping[str, Sequence[Changes]] = {
    "cancelled": [{"order_status": "cancelled"}],
    "payment_unknown": [{"payment_status": None}],
    "unpaid_and_lapsed": [{"payment_status": "unpaid", "order_expires": "2026-09-07"}],
    "unpaid": [{"payment_status": "unpaid", "order_expires": "2026-09-12"}, {"payment_status": "unpaid"}],
    "customer_unknown": [{"customer_type": None}],
    "not_a_consumer": [
        {},
        {"customer_type": "mixed_mainly_private"},
        {"customer_type": "company"},
        {"country": "FR", "customer_type": "micro_professional"},
        {"country": "ES", "customer_type": "association"},
    ],
    "country": [
        {"country": None},
        {"country": "CH", "trader_last_day": "2026-09-19"},
        {"country": "CA"},
        {"country": "JP"},
    ],
    "product_unknown": [{"product": None}],
    "renewal": [{"order_kind": "renewal"}],
    "trader_excludes": [
        {"product": "domain"},
        {"product": "domain", **_PERFORMED},
        {"product": "licence", **_AGREED, "confirmation_given": True},
        {"product": "ssl_certificate", **_LATER},
        {"product": "domain", "trader_last_day": "2026-09-19"},
    ],
    "custom_goods": [{"product": "custom_goods"}],
    "digital_content": [
        {"product": "digital_content", **_AGREED, "confirmation_given": True},
        {"product": "digital_content", **_AGREED, "confirmation_given": False},
    ],
    "fully_performed": [_PERFORMED, {**_PERFORMED, "loss_acknowledged": False}],
    "not_started": [{"product": "goods"}, {"product": "goods", "withdrawn_at": "2026-09-09"}],
    "start_unknown": [{"ordered_at": None}],
    "withdrawn": [
        {"withdrawn_at": "2026-09-09"},
        {"country": "ES", "withdrawn_at": "2026-09-09", "trader_informed_on": "2026-09-10"},
        {**_DELIVERED, "withdrawn_at": "2026-09-10"},
        {"withdrawn_at": "2026-09-22", "now": "2026-09-23T12:00:00+02:00"},
    ],
    "open_still": [
        {"performance_begun": False},
        {"country": "GB", **_ASKED_FOR},
        {"express_request": False, "trader_last_day": "2026-09-19"},
        {"trader_last_day": "2026-09-30"},
        {"free_of_charge": True},
        {"product": "digital_content", **_AGREED, "confirmation_given": False},
        {"country": "DE", "info_given": False, "performance_begun": True},
        {"country": "FR", "info_given_on": "2026-09-08"},
        {"ordered_at": "2025-08-04", "info_given_on": "2026-08-10"},
        {"country": "IE"},
        {"country": "FI", "ordered_at": "2026-09-05T00:30:00+03:00", **_ASKED_FOR},
        _DELIVERED,
        {**_DELIVERED, "delivered_on": "2026-09-09T22:30:00Z"},
        {"ordered_at": "2041-03-04", "now": "2041-03-05T12:00:00+01:00"},
    ],
    "depends": [{**_LATER, "info_given": None}],
    "expired": [_LATER],
}
"""By the row's name in `rules/withdrawal.py`."""
