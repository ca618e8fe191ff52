"""Real verdicts to look at: on every worked case, on orders in every country, and on hundreds of drawn ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from checker import check
from checker.rules import places
from checker.rules.verdict import Step, Verdict
from tests.strategies import drawn

Order = dict[str, Any]

FOLDER = Path(__file__).parent / "cases"
CASES = json.loads((FOLDER / "withdrawal.json").read_text(encoding="utf-8"))
REPLIES = json.loads((FOLDER / "ovhcloud_replies.json").read_text(encoding="utf-8"))

ORDINARY: Order = {
    "customer_type": "consumer",
    "country": "IT",
    "product": "web_hosting",
    "payment_status": "paid",
    "info_given": True,
    "ordered_at": "2026-09-07",
    "now": "2026-09-10T12:00:00+02:00",
}
PERFORMED = {"performance_begun": True, "fully_performed": True, "express_request": True, "loss_acknowledged": True}
# Rules that no worked case applies, and what changes an ordinary order into one that they are applied to.
RARE: dict[str, Order] = {
    "fully_performed": {"product": "domain", **PERFORMED},
    "may_be_digital_content": {"product": "licence", **PERFORMED, "fully_performed": None, "confirmation_given": True},
    "country_not_examined": {"country": "JP"},
    "national_consumer_wider": {"country": "ES", "customer_type": "association"},
    "trader_date_without_right": {"country": "CH", "trader_last_day": "2026-09-21"},
    "trader_offers_anyway": {"product": "domain", "trader_last_day": "2026-09-21"},
    "trader_date_later": {"trader_last_day": "2026-09-25"},
    "trader_date_earlier": {"trader_last_day": "2026-09-18"},
    "information_too_late": {"ordered_at": "2025-08-04", "info_given_on": "2026-08-10"},
    "beyond_coverage": {"ordered_at": "2041-03-04", "now": "2041-03-05T12:00:00+01:00"},
    "cost_none_free": {"free_of_charge": True},
    "withdrawn_before_start": {"product": "goods", "withdrawn_at": "2026-09-09"},
    "refund_may_wait": {"product": "goods", "withdrawn_at": "2026-09-09"},
    "late_refund_doubled": {"country": "ES", "withdrawn_at": "2026-09-09"},
    "starts_with_delivery_on_in_zone": {"product": "goods", "delivered_on": "2026-09-09T22:30:00Z"},
}


@cache
def judged() -> tuple[tuple[Order, Verdict], ...]:
    """Give the orders with their verdicts; an order of several lines stands beside the verdict on each."""
    asked = [case["order"] for case in CASES]
    asked += [
        ORDINARY | reply["reply"] | {"status": reply["status"], "details": reply["details"], "ordered_at": None}
        for reply in REPLIES
    ]
    asked += [ORDINARY | {"country": country} for country in places.countries()]
    asked += [ORDINARY | changes for changes in RARE.values()]
    asked += [*drawn(300, ripe=False), *drawn(300, ripe=True)]
    return tuple((order, part) for order in asked for part in parts(check(order)))


def parts(verdict: Verdict) -> tuple[Verdict, ...]:
    """Give the verdicts with steps of their own: the lines', or the verdict itself."""
    return verdict.lines or (verdict,)


def steps() -> Iterator[tuple[Order, Step]]:
    """Give each step of each verdict, with the order that it is about."""
    return ((order, step) for order, verdict in judged() for step in verdict.steps)
