"""The decision table: whether the customer can withdraw. The first row that answers decides.

Rows 1 to 8 stand here: is there a contract to withdraw from, and does this person have the right? The rows on
exclusions are in `exceptions.py`, those on the end of the right in `expiry.py`. Each says whose rule it applies.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from checker.rules import exceptions, expiry, national, status
from checker.rules.case import Case
from checker.rules.codes import CustomerType, OrderStatus, PaymentStatus
from checker.rules.moments import Moment
from checker.rules.order import Order
from checker.rules.places import Right
from checker.rules.verdict import Basis, LawStatus, Outcome, Verdict, Warning

Row = Callable[[Case], Verdict | None]

NOT_CONSUMERS = frozenset(CustomerType) - {CustomerType.CONSUMER, CustomerType.MIXED_MAINLY_PRIVATE}


def cancelled(case: Case) -> Verdict | None:
    """Row 1. OVHcloud has cancelled the order (OVHcloud's guide on orders)."""
    if case.order.order_status is not OrderStatus.CANCELLED:
        return None
    case.cite("order_cancelled", "ovh-guide-statuses")
    return case.answer(Outcome.NOT_NEEDED_CANCELLED, Basis.TRADER_TERMS)


def payment_unknown(case: Case) -> Verdict | None:
    """Row 2. Paid or not decides the way (OVHcloud's FAQ)."""
    if status.payment(case.order):
        return None
    return case.ask("payment_status", because="ovh-faq-cancel")


def unpaid_and_lapsed(case: Case) -> Verdict | None:
    """Row 3. An unpaid order is cancelled by itself at its expiry (OVHcloud's FAQ)."""
    if status.payment(case.order) is not PaymentStatus.UNPAID or not status.lapsed(case.order):
        return None
    day = status.lapses_on(case.order)
    case.cite("unpaid_lapsed", "ovh-faq-modify", lapses_on=day)
    return case.answer(Outcome.NOT_NEEDED_LAPSED, Basis.TRADER_TERMS, lapses_on=day)


def unpaid(case: Case) -> Verdict | None:
    """Row 4. An unpaid order lapses at its own expiry, where that is stated (OVHcloud's FAQ: no length holds always).

    By law, too, the consumer may take an offer back before there is a contract (Directive 2011/83/EU art. 12(b)).
    """
    if status.payment(case.order) is not PaymentStatus.UNPAID:
        return None
    day = status.lapses_on(case.order)
    if case.order.order_expires:
        case.cite("unpaid_lapses", "ovh-faq-modify", lapses_on=day, expires=case.order.order_expires.stated)
    else:
        case.cite("unpaid_lapses_some_day", "ovh-guide-purchase-order")
    return case.answer(Outcome.NOT_NEEDED_UNPAID, Basis.TRADER_TERMS, lapses_on=day)


def customer_unknown(case: Case) -> Verdict | None:
    """Row 5. The right is a consumer's (Directive 2011/83/EU art. 2(1))."""
    return None if case.order.customer_type else case.ask("customer_type", because="crd-2-1")


def not_a_consumer(case: Case) -> Verdict | None:
    """Row 6. Not for a profession, nor any legal person (art. 2(1), recital 17; OVHcloud's FAQ)."""
    who = case.order.customer_type
    assert who
    if who not in NOT_CONSUMERS:
        if not case.has_right:
            return None
        mixed = who is CustomerType.MIXED_MAINLY_PRIVATE
        case.cite("mixed_purpose" if mixed else "consumer", "crd-recital-17" if mixed else "crd-2-1", customer_type=who)
        if mixed:
            case.warnings.add(Warning.ACCOUNT_TYPE)
        return None
    if case.has_right:
        case.cite("not_a_consumer", "crd-2-1", customer_type=who)
    if case.country == "FR" and who is CustomerType.MICRO_PROFESSIONAL:
        case.cite("micro_professional_online", "fr-l221-3")
    case.cite("trader_not_for_professionals", "ovh-faq-cancel")
    wider = national.CONSUMERS_TOO.get((case.country or "", who))
    if wider and not exceptions.law_excludes(case):
        case.warnings.add(Warning.NATIONAL_CONSUMER_WIDER)
        case.cite("national_consumer_wider", wider)
        return exceptions.trader_terms(case, Outcome.NOT_A_CONSUMER, LawStatus.DISPUTED)
    _warn_of_an_offer(case)
    return case.answer(Outcome.NOT_A_CONSUMER, Basis.BOTH if case.has_right else Basis.TRADER_TERMS)


def _warn_of_an_offer(case: Case) -> None:
    """OVHcloud shows a last day though neither the law nor its own terms give the right: it may be worth trying."""
    if offered := case.offered(Moment.of(case.order.now)):
        case.warnings.add(Warning.TRADER_OFFERS)
        case.cite("trader_date_without_right", "ovh-api-order", trader=offered)


def country(case: Case) -> Verdict | None:
    """Row 7. The law is that of the country where the consumer lives."""
    place = case.order.place
    if place is None:
        return case.ask("country", because="rome1-6-1")
    if case.has_right:
        return None
    if place.right is Right.NOT_EXAMINED:
        case.warnings.add(Warning.COUNTRY_NOT_EXAMINED)
        case.cite("country_not_examined", "rome1-6-1", country=place.country)
    else:
        rule = "no_right_in_canada" if place.country == "CA" else "no_right_in_country"
        case.cite(rule, national.NO_RIGHT[place.country], country=place.country)
    _warn_of_an_offer(case)
    return case.answer(Outcome.NO_RIGHT_IN_COUNTRY, Basis.LAW)


def product_unknown(case: Case) -> Verdict | None:
    """Row 8. The product decides when the period starts and what is excluded (Directive 2011/83/EU arts 9 and 16)."""
    return None if case.order.product else case.ask("product", because="crd-9-2-a")


ROWS: tuple[Row, ...] = (
    cancelled,
    payment_unknown,
    unpaid_and_lapsed,
    unpaid,
    customer_unknown,
    not_a_consumer,
    country,
    product_unknown,
    exceptions.renewal,
    exceptions.trader_excludes,
    exceptions.custom_goods,
    exceptions.digital_content,
    exceptions.fully_performed,
    expiry.not_started,
    expiry.start_unknown,
    expiry.withdrawn,
    expiry.open_still,
    expiry.depends,
    expiry.expired,
)
"""The table, top to bottom; the last row always answers."""


@lru_cache(maxsize=128)
def decide(order: Order, *, silent: bool = False) -> Verdict:
    """The verdict on one order or line, without `would_change` (that is `questions.py`'s).

    Kept for a while: what could change a verdict and what is still to be asked try the same answers.
    """
    case = Case(order, silent)
    return next(verdict for row in ROWS if (verdict := row(case)))
