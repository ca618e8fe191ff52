"""Where an order stands: its payment, its status, and when an unpaid order lapses. OVHcloud's process, not law."""

from __future__ import annotations

from datetime import date

from checker.rules.codes import OrderStatus, PaymentStatus
from checker.rules.order import Order
from checker.rules.verdict import Status, Warning

_PAYMENT_SHOWN: dict[OrderStatus | None, PaymentStatus] = {
    OrderStatus.NOT_PAID: PaymentStatus.UNPAID,
    OrderStatus.EXPIRED: PaymentStatus.UNPAID,
    OrderStatus.CHECKING: PaymentStatus.PAID,
    OrderStatus.DOCUMENTS_REQUESTED: PaymentStatus.PAID,
    OrderStatus.DELIVERING: PaymentStatus.PAID,
    OrderStatus.DELIVERED: PaymentStatus.PAID,
}
"""What an order's status tells of its payment; the others leave it open."""

STATUS = {
    OrderStatus.CHECKING: Status.CHECKING,
    OrderStatus.DOCUMENTS_REQUESTED: Status.DOCUMENTS_REQUESTED,
    OrderStatus.DELIVERING: Status.DELIVERING,
    OrderStatus.DELIVERED: Status.DELIVERED,
    OrderStatus.CANCELLING: Status.CANCELLING,
    OrderStatus.CANCELLED: Status.CANCELLED,
    OrderStatus.EXPIRED: Status.LAPSED,
}


LIFE = (Status.NOT_PAID, Status.CHECKING, Status.DELIVERING, Status.DELIVERED)
"""The stages of an order that all goes well with, behind the order itself."""

STAGE = {Status.PAYMENT_PENDING: Status.NOT_PAID, Status.DOCUMENTS_REQUESTED: Status.CHECKING}
"""Statuses that are a moment of another's stage."""

ENDS = {Status.LAPSED: (Status.LAPSED,), Status.CANCELLING: (Status.CANCELLING, Status.CANCELLED)}
"""The stages of an order that goes another way, by the first of them."""

LEAVES = {
    Status.LAPSED: (Status.NOT_PAID,),
    Status.CANCELLING: (Status.CHECKING, Status.DELIVERING, Status.DELIVERED),
}
"""From which stages it goes that way: unpaid at its expiry; cancelled by OVHcloud, or withdrawn from, once it is paid."""


LIFE_SAYS = ("ovh-guide-statuses", "ovh-manager-tracking", "ovh-faq-modify", "ovh-faq-2026", "ovh-guide-withdrawal")
"""Who says so: the stages, the documents, the unpaid order that lapses, the order that OVHcloud cancels, the withdrawal."""


def payment(order: Order) -> PaymentStatus | None:
    """Whether the order is paid: as answered, else as its status tells; None where neither does, or they exclude it.

    OVHcloud neither checks nor delivers what is not paid: an order that it checks is not `unpaid`, whatever was answered.
    """
    shown = _payment_shown(order)
    if order.payment_status is PaymentStatus.UNPAID and shown is PaymentStatus.PAID:
        return None
    return order.payment_status or shown


def _payment_shown(order: Order) -> PaymentStatus | None:
    return _PAYMENT_SHOWN.get(order.order_status)


def lapsed(order: Order) -> bool:
    """Whether an unpaid order is past its expiry: a day counts to its end, an instant to the second.

    OVHcloud goes on calling such an order `notPaid`; its Manager writes `orderExpired`.
    """
    if order.order_status is OrderStatus.EXPIRED:
        return True
    expires = order.order_expires
    if expires is None:
        return False
    return order.now >= expires.instant if expires.instant else order.today > expires.written


def lapses_on(order: Order) -> date | None:
    """The local day an unpaid order lapses; None where nothing states it, for no length holds always."""
    return order.day(order.order_expires) if order.order_expires else None


def status(order: Order) -> Status:
    """Where the order stands. A transfer or cheque under way goes on showing as not paid at OVHcloud."""
    if order.order_status in STATUS:
        return STATUS[order.order_status]
    paid = payment(order)
    if paid is PaymentStatus.UNPAID:
        return Status.LAPSED if lapsed(order) else Status.NOT_PAID
    if paid is PaymentStatus.PENDING or order.order_status is OrderStatus.NOT_PAID:
        return Status.PAYMENT_PENDING
    return Status.UNKNOWN


def life(where: Status) -> tuple[tuple[Status, bool | None], ...]:
    """The stages of the order's life: True where one is past, None where the order is now, False where one is to come.

    Of `unknown` no stage is known: empty.
    """
    here = STAGE.get(where, where)
    stages = next((stages for stages in (*ENDS.values(), LIFE) if here in stages), ())
    now = stages.index(here) if stages else 0
    return tuple((stage, None if place == now else place < now) for place, stage in enumerate(stages))


def warnings(order: Order) -> set[Warning]:
    """What does not fit between the payment that was answered and the status that OVHcloud shows."""
    shown = _payment_shown(order)
    found = set()
    if order.order_status is OrderStatus.NOT_PAID and order.payment_status is None:
        found.add(Warning.PAYMENT_MAY_BE_UNDER_WAY)
    waiting = order.order_status is OrderStatus.NOT_PAID and order.payment_status is PaymentStatus.PENDING
    if shown and order.payment_status not in (None, shown) and not waiting:
        found.add(Warning.PAYMENT_CONTRADICTS_STATUS)
    if order.order_status is OrderStatus.CANCELLING:
        found.add(Warning.ORDER_CANCELLING)
    if order.payment_status is PaymentStatus.PENDING and shown is not PaymentStatus.PAID:
        found.add(Warning.PAYMENT_NOT_SHOWN)
    if order.payment_status is PaymentStatus.PENDING and lapsed(order):
        found.add(Warning.PAYMENT_AFTER_EXPIRY)
    return found
