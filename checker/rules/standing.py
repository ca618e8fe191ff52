"""What an order's status means, how long it usually lasts, and what to do now: OVHcloud's own words, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.rules import status
from checker.rules.codes import GOODS, OrderStatus, PaymentStatus, Product
from checker.rules.order import Order
from checker.rules.periods import DAY, Calendar, Uncovered, calendar
from checker.rules.places import Right
from checker.rules.sources import source
from checker.rules.verdict import Status, Step

_MEANS = {
    Status.NOT_PAID: "ovh-guide-purchase-order",
    Status.PAYMENT_PENDING: "ovh-manager-tracking",
    Status.LAPSED: "ovh-faq-modify",
    Status.CHECKING: "ovh-guide-statuses",
    Status.DOCUMENTS_REQUESTED: "ovh-manager-tracking",
    Status.DELIVERING: "ovh-guide-statuses",
    Status.DELIVERED: "ovh-guide-statuses",
    Status.CANCELLING: "ovh-api-status",
    Status.CANCELLED: "ovh-api-status",
}
"""Who says what each status means; of `unknown` nobody does."""

_DELIVERY = {
    Product.DOMAIN: ("domain", "ovh-payment-process"),
    Product.DOMAIN_TRANSFER: ("transfer", "ovh-faq-2026"),
    Product.VPS: ("server", "ovh-faq-2026"),
    Product.DEDICATED_SERVER: ("server", "ovh-faq-2026"),
    Product.WEB_HOSTING: ("hosting", "ovh-payment-process"),
}
"""Products whose delivery has a length of its own; telephony has one in the European Union (`_telephony_waits`)."""


def standing(order: Order) -> tuple[Step, ...]:
    """What the order's status means (`means_…`), how long it usually lasts (`lasts_…`) and what to do now (`do_…`)."""
    return tuple(_standing(order, status.status(order)))


def _standing(order: Order, where: Status) -> Iterator[Step]:
    if where is Status.LAPSED and status.payment(order) is not PaymentStatus.UNPAID:
        yield _step("means_lapsed_paid", "ovh-manager-tracking")
        yield _step("do_lapsed_paid", "ovh-faq-modify")
        return
    if where in _MEANS:
        yield _step(f"means_{where}", _MEANS[where])
    until = usual_until(order)
    late = until is not None and order.today > until
    if where in (Status.NOT_PAID, Status.PAYMENT_PENDING) and not status.lapsed(order):
        lapses = status.lapses_on(order)
        rule = "lasts_not_paid_until" if lapses else "lasts_not_paid"
        yield _step(rule, "ovh-guide-purchase-order", **({"lapses_on": lapses} if lapses else {}))
    if where is Status.CHECKING:
        rule = "lasts_checking_until" if until else "lasts_checking"
        yield _step(rule, "ovh-faq-2026", **({"until": until} if until else {}))
        yield _step("do_checking_late" if late else "do_checking", "ovh-faq-2026")
    elif where is Status.DELIVERING:
        yield from _delivering(order, late)
    elif where is Status.CANCELLED:
        yield _step("do_cancelled", "ovh-manager-tracking")
    elif where is Status.UNKNOWN:
        shown_as_error = order.order_status is OrderStatus.UNKNOWN
        yield _step("do_error" if shown_as_error else "do_unknown", "ovh-guide-statuses")
    else:
        yield _step(f"do_{where}", _MEANS[where])


def _delivering(order: Order, late: bool) -> Iterator[Step]:
    kind, says = "some_days", "ovh-guide-statuses"
    if _telephony_waits(order):
        kind, says = "telephony", "ovh-faq-2026"
    elif order.product:
        kind, says = _DELIVERY.get(order.product, (kind, says))
    yield _step(f"lasts_delivering_{kind}", says)
    if order.product in (Product.DOMAIN, Product.DOMAIN_TRANSFER):
        yield _step("do_delivering_domain", "ovh-faq-2026")
    elif not _telephony_waits(order) or late:
        yield _step("do_delivering_late" if late else "do_delivering", "ovh-faq-2026")


def usual_until(order: Order) -> date | None:
    """The day until which the order's status usually lasts, counted from the order; None where nobody says or can say.

    Validation takes 48 working hours at most, that is two working days; telephony is delivered after the fourteen days;
    support asks for 24 hours of patience with any other delivery (OVHcloud's FAQ of 2026).
    """
    if order.ordered_at is None:
        return None
    ordered = order.day(order.ordered_at)
    match status.status(order):
        case Status.CHECKING:
            return _working_days_after(ordered, 2, order)
        case Status.DELIVERING if order.product not in GOODS:
            return ordered + (15 if _telephony_waits(order) else 1) * DAY
    return None


def _telephony_waits(order: Order) -> bool:
    """Whether delivery waits for the withdrawal period: telephony in the European Union, unless that was waived."""
    european = order.place is None or order.place.right is Right.DIRECTIVE
    return order.product is Product.TELEPHONY and european and not order.express_request


def _working_days_after(day: date, count: int, order: Order) -> date:
    """The working day `count` after `day` where the customer lives; only weekends are left out where holidays are not known."""
    days = calendar(order.place) if order.place else Calendar(moves=False)
    while count:
        day += DAY
        try:
            count -= days.closed(day) is None
        except Uncovered:
            count -= 1
    return day


def _step(rule: str, name: str, **values: date) -> Step:
    return Step(rule, name, source(name).nature, values)
