"""What withdrawing costs, and when the money comes back (Directive 2011/83/EU arts 13 and 14)."""

from __future__ import annotations

from datetime import date

from checker.rules import national
from checker.rules.case import Case
from checker.rules.codes import GOODS, Product
from checker.rules.deadline import Informed
from checker.rules.periods import DAY
from checker.rules.verdict import Cost


def cost(case: Case) -> Cost:
    """What withdrawing costs, with the step that says why."""
    order = case.order
    if order.product in GOODS:
        case.cite("cost_of_return", "crd-14-1")
        case.cite("goods_sent_back", "crd-14-1")
        return Cost.UNKNOWN
    if order.product is Product.DIGITAL_CONTENT:
        case.cite("cost_none_digital_content", "crd-14-4-b")
        return Cost.NONE
    if order.free_of_charge:
        case.cite("cost_none_free", "crd-14-3")
        return Cost.NONE
    informed = case.deadline.informed
    uninformed = informed not in (Informed.IN_TIME, Informed.UNKNOWN)
    if order.performance_begun is False:
        case.cite("cost_none_not_begun", "crd-13-1")
        return Cost.NONE
    if uninformed or order.express_request is False:
        case.cite("cost_none_not_informed" if uninformed else "cost_none_not_requested", "crd-14-4-a")
        return Cost.NONE
    known = order.performance_begun and order.express_request and informed is Informed.IN_TIME
    case.cite("cost_pro_rata" if known else "cost_depends", "crd-14-3")
    return Cost.PRO_RATA if known else Cost.UNKNOWN


def refund(case: Case) -> date:
    """The last day for the refund: fourteen days from the day the trader was informed (art. 13(1)).

    Where that day is not stated, the day of sending stands for it. OVHcloud's guide names thirty days.
    """
    moment = case.order.trader_informed_on or case.withdrawn
    assert moment
    due = case.order.day(moment) + 14 * DAY
    case.cite("refund_due", "crd-13-1", informed=case.order.day(moment), due=due)
    if case.order.product in GOODS:
        case.cite("refund_may_wait", "crd-13-3")
    if case.country in national.LATE_REFUND_DOUBLED:
        case.cite("late_refund_doubled", national.LATE_REFUND_DOUBLED[case.country])
    case.cite("trader_refund", "ovh-guide-withdrawal")
    return due
