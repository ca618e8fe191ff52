"""Which unanswered field could still change the verdict: found by judging the order again with possible answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from checker.rules import places
from checker.rules.codes import CustomerType, OrderKind, OrderStatus, PaymentStatus, Product
from checker.rules.moments import Moment
from checker.rules.order import TRUTHS, Order
from checker.rules.periods import DAY
from checker.rules.places import Place, Right
from checker.rules.verdict import Verdict, Warning
from checker.rules.withdrawal import decide

_ANSWERS: dict[str, tuple[Any, ...]] = {
    "payment_status": tuple(PaymentStatus),
    "customer_type": (CustomerType.CONSUMER, CustomerType.PROFESSIONAL),
    "product": tuple(Product),
    "order_kind": (OrderKind.RENEWAL,),
    "order_status": (OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.DELIVERED),
} | dict.fromkeys(TRUTHS, (True, False))
"""Answers worth trying: enough of each field to meet every row of the table."""


def judge(order: Order) -> Verdict:
    """The verdict on one order or line, with the unanswered fields that could change its outcome or its last day."""
    verdict = decide(order)
    weight = _weight(verdict)
    changing = {field for field, tried in _tries(order, verdict) if _weight(decide(tried, silent=True)) != weight}
    return replace(verdict, would_change=tuple(sorted(changing | set(verdict.missing))))


def _weight(verdict: Verdict) -> tuple[Any, ...]:
    return (
        verdict.outcome,
        verdict.last_day,
        verdict.extended_last_day,
        verdict.law_last_day,
        verdict.lapses_on,
        verdict.missing,
    )


def _tries(order: Order, verdict: Verdict) -> Iterator[tuple[str, Order]]:
    """The order with one unanswered field answered, for each answer worth trying."""
    for field, answers in (_ANSWERS | _moments(order)).items():
        if getattr(order, field) is None:
            for answer in answers:
                yield field, replace(order, **{field: answer})
    yield from _places(order, Warning.REGION_HOLIDAY_POSSIBLE in verdict.warnings)


def _moments(order: Order) -> dict[str, tuple[Any, ...]]:
    """Days worth trying: today, the start, and days long before and just past."""
    today = Moment(order.today)
    start = order.ordered_at or Moment(order.today - 800 * DAY)
    return {
        "ordered_at": (today, start),
        "order_expires": (Moment(today.written - DAY),),
        "delivered_on": (today, start),
        "withdrawn_at": (start,),
        "trader_last_day": (today,),
        "info_given_on": (today,) if order.info_given is False else (),
    }


def _places(order: Order, region_matters: bool) -> Iterator[tuple[str, Order]]:
    if order.place is None:
        for country, right in (("IT", Right.DIRECTIVE), ("GB", Right.GB), ("CH", Right.NONE)):
            yield "country", replace(order, place=Place(country, right))
    elif order.place.region is None:
        for region in places.regions(order.place.country):
            zone = None if order.zone_stated else places.own_zone(region)
            if region_matters or zone:
                yield "region", replace(order, place=replace(order.place, region=region), zone=zone or order.zone)
