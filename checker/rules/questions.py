"""Which unanswered field could still change the verdict: found by judging the order again with possible answers.

`judge` names all that could, `still_asked` those that a customer must be asked before the verdict is told as an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from checker.rules import national, places, status
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

_ATTRIBUTE = {"country": "place"}
"""Where an order holds a field whose name is not its own."""

FIRST = ("order_status", "ordered_at", "product", "customer_type", "country")
"""What nearly every answer turns on: asked from the start."""

_THEN = (
    "payment_status",
    "order_expires",
    "order_kind",
    "delivered_on",
    "performance_begun",
    "express_request",
    "loss_acknowledged",
    "confirmation_given",
    "info_given",
    "info_given_on",
    "region",
)
"""What some answers turn on, in the order in which a customer is asked.

Not among them: what the table takes not to have happened unless somebody says so (a withdrawal already sent, a date that
OVHcloud shows, a service fully performed or free of charge). These are asked where the table waits for them.
"""


def judge(order: Order) -> Verdict:
    """The verdict on one order or line, with the unanswered fields that could change its outcome or its last day."""
    verdict = decide(order)
    weight, changing = _weight(verdict), set(verdict.missing)
    for field, tried in _tries(order, verdict):
        if field not in changing and _weight(_outcome(tried)) != weight:
            changing.add(field)
    return replace(verdict, would_change=tuple(sorted(changing)))


def still_asked(order: Order, declined: Collection[str] = ()) -> tuple[str, ...]:
    """The unanswered fields that a customer is asked next, in order; `declined` are those answered "I don't know".

    A field of `FIRST` is asked while its answer could change the verdict, were the rest an ordinary order. Any other is
    asked where the verdict waits for it, or where an answer could change the outcome or bring a last day forward: what
    could only give more time is named in `would_change`, and not asked.
    """
    to_come = [field for field in FIRST if field not in declined and getattr(order, _ATTRIBUTE.get(field, field)) is None]
    supposed = _supposed(order, to_come)
    paid = "payment_status" in declined or status.payment(supposed)
    supposed_paid = supposed if paid else replace(supposed, payment_status=PaymentStatus.PAID)
    first = [field for field in to_come if _turns_on(field, supposed_paid)]
    verdict = decide(supposed)
    worse = {field for field, tried in _tries(supposed, verdict) if _worse(verdict, _outcome(tried))}
    then = [field for field in _THEN if field in worse | set(verdict.missing)]
    rest = [field for field in verdict.missing if field not in (*FIRST, *_THEN)]
    return tuple(field for field in (*first, *then, *rest) if field not in declined)


def _supposed(order: Order, to_come: Collection[str]) -> Order:
    """The order with ordinary answers to the questions of `FIRST` that are still to come."""
    ordinary: dict[str, Any] = {
        "order_status": OrderStatus.DELIVERED,
        "ordered_at": Moment(order.today),
        "product": Product.WEB_HOSTING,
        "customer_type": CustomerType.CONSUMER,
        "country": Place("IT", Right.DIRECTIVE),
    }
    return replace(order, **{_ATTRIBUTE.get(field, field): ordinary[field] for field in to_come})


def _turns_on(field: str, order: Order) -> bool:
    """Whether two answers to a field lead to different verdicts."""
    nothing: dict[str, Any] = {_ATTRIBUTE.get(field, field): None}
    unanswered = replace(order, **nothing)
    tries = [tried for name, tried in _tries(unanswered, _outcome(unanswered)) if name == field]
    return len({_weight(_outcome(tried)) for tried in tries}) > 1


def _outcome(order: Order) -> Verdict:
    """The verdict without its steps, which take time and are not looked at here."""
    return decide(order, silent=True)


def _worse(before: Verdict, after: Verdict) -> bool:
    """Whether a verdict changes the outcome of another, or ends sooner, where it ends at all."""
    if (before.outcome, before.law_status) != (after.outcome, after.law_status):
        return True
    days = ("last_day", "safe_day", "extended_last_day", "law_last_day", "lapses_on")
    return any(_sooner(getattr(before, day), getattr(after, day)) for day in days)


def _sooner(before: date | None, after: date | None) -> bool:
    return after is not None and (before is None or after < before)


def _weight(verdict: Verdict) -> tuple[Any, ...]:
    return (
        verdict.outcome,
        verdict.law_status,
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
                tried = replace(order, **{field: answer})
                if status.payment(tried) or not status.payment(order):  # what OVHcloud's status excludes is no answer
                    yield field, tried
    yield from _places(order, Warning.REGION_HOLIDAY_POSSIBLE in verdict.warnings)


def _moments(order: Order) -> dict[str, tuple[Any, ...]]:
    """Days worth trying: today, the start, and days long before and just past."""
    today = Moment(order.today)
    start = order.ordered_at or Moment(order.today - 800 * DAY)
    return {
        "ordered_at": (today, start),
        "order_expires": (today,),
        "delivered_on": (today, start),
        "withdrawn_at": (start,),
        "trader_last_day": (today,),
        "info_given_on": (today,) if order.info_given is False else (),
    }


def _places(order: Order, region_matters: bool) -> Iterator[tuple[str, Order]]:
    if order.place is None:
        wider = [(country, Right.DIRECTIVE) for country, who in national.CONSUMERS_TOO if who is order.customer_type]
        for country, right in (("IT", Right.DIRECTIVE), ("GB", Right.GB), ("CH", Right.NONE), *wider):
            yield "country", replace(order, place=Place(country, right))
    elif order.place.region is None:
        for region in places.regions(order.place.country):
            zone = None if order.zone_stated else places.own_zone(region)
            if region_matters or zone:
                yield "region", replace(order, place=replace(order.place, region=region), zone=zone or order.zone)
