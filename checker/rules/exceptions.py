"""Rows 9 to 13 of the decision table: what is excluded, and whether the law or only OVHcloud's terms exclude it."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.rules.case import Case
from checker.rules.codes import OrderKind, Product
from checker.rules.moments import Moment
from checker.rules.places import Right
from checker.rules.reasoning import cite_period
from checker.rules.verdict import Basis, LawStatus, Outcome, Verdict

AMENDED = date(2022, 5, 28)
"""Contracts from this day on: art. 16(a) and (m) as amended by Directive (EU) 2019/2161 (its art. 7)."""

TRADER_EXCLUDES: dict[Product | None, Outcome] = {
    Product.DOMAIN: Outcome.EXCLUDED_DOMAIN,
    Product.DOMAIN_TRANSFER: Outcome.EXCLUDED_DOMAIN,
    Product.SSL_CERTIFICATE: Outcome.EXCLUDED_CERTIFICATE,
    Product.LICENCE: Outcome.EXCLUDED_LICENCE,
}


def renewal(case: Case) -> Verdict | None:
    """Row 9. OVHcloud: new orders only. In principle the law agrees: the right is given once (CJEU C-565/22)."""
    if case.order.order_kind is not OrderKind.RENEWAL:
        return None
    case.cite("trader_excludes_renewal", "ovh-guide-withdrawal")
    case.cite("right_given_once", "cjeu-c-565-22")
    return trader_terms(case, Outcome.EXCLUDED_RENEWAL, LawStatus.IN_PRINCIPLE_AGREES)


def trader_excludes(case: Case) -> Verdict | None:
    """Row 10. OVHcloud excludes domains, certificates and licences; by law, "personalised" is for goods (art. 16(c)).

    Only full performance after consent and acknowledgment ends the right to a service by law (art. 16(a)).
    """
    outcome = TRADER_EXCLUDES.get(case.order.product)
    if outcome is None:
        return None
    certificate = outcome is Outcome.EXCLUDED_CERTIFICATE
    source = "ovh-guide-withdrawal" if certificate else "ovh-faq-cancel"
    case.cite("trader_excludes_product", source, product=case.order.product)
    if law_excludes(case):
        case.cite("fully_performed", "crd-16-a")
        return case.answer(outcome, Basis.TRADER_TERMS, law_status=LawStatus.IN_PRINCIPLE_AGREES)
    case.cite("personalised_means_goods", "crd-16-c", product=case.order.product)
    if outcome is Outcome.EXCLUDED_DOMAIN:
        case.cite("domain_is_a_service", "olg-koblenz-9-u-500-13")
    elif _unmet(case, _content_conditions(case)) == []:
        case.cite("may_be_digital_content", "crd-16-m")
    return trader_terms(case, outcome, LawStatus.DISPUTED)


def custom_goods(case: Case) -> Verdict | None:
    """Row 11. Goods made to specification, from the outset (art. 16(c); CJEU C-529/19)."""
    if case.order.product is not Product.CUSTOM_GOODS:
        return None
    case.cite("custom_goods", "crd-16-c")
    case.cite("custom_goods_from_the_outset", "cjeu-c-529-19")
    return case.answer(Outcome.EXCLUDED_CUSTOM_GOODS, Basis.LAW)


def digital_content(case: Case) -> Verdict | None:
    """Row 12. Digital content begun with consent, acknowledgment and, as amended, confirmation (art. 16(m)).

    As amended, content without a price needs none of the three; before 28 May 2022, and in Great Britain (reg. 37),
    the confirmation was no condition and the price made no difference.
    """
    if case.order.product is not Product.DIGITAL_CONTENT:
        return None
    return _excluded(case, Outcome.EXCLUDED_DIGITAL_CONTENT, "crd-16-m", _content_conditions(case))


def _content_conditions(case: Case) -> list[str]:
    if not _amended(case):
        return ["performance_begun", "express_request", "loss_acknowledged"]
    if case.order.free_of_charge:
        return ["performance_begun"]
    return ["performance_begun", "express_request", "loss_acknowledged", "confirmation_given"]


def fully_performed(case: Case) -> Verdict | None:
    """Row 13. A service fully performed after express consent and acknowledgment (art. 16(a)).

    As amended, a service without a price needs neither. A hosting service that still runs is not fully performed:
    where nothing is said, none is taken to be.
    """
    if not case.is_service or not case.order.fully_performed:
        return None
    return _excluded(case, Outcome.EXCLUDED_FULLY_PERFORMED, "crd-16-a", _service_conditions(case))


def _service_conditions(case: Case) -> list[str]:
    return [] if _amended(case) and case.order.free_of_charge else ["express_request", "loss_acknowledged"]


def _amended(case: Case) -> bool:
    place, ordered = case.order.place, case.order.ordered_at
    in_force = ordered is None or case.order.day(ordered) >= AMENDED
    return in_force and place is not None and place.right is Right.DIRECTIVE


def _unmet(case: Case, names: list[str]) -> list[str] | None:
    """The conditions among `names` that nobody has answered; None where one is known to fail."""
    answers = {name: getattr(case.order, name) for name in names}
    if False in answers.values():
        return None
    return [name for name, answer in answers.items() if answer is None]


def _excluded(case: Case, outcome: Outcome, source: str, conditions: list[str]) -> Verdict | None:
    """Excluded by law if all conditions hold; not if one is known to fail; else it depends on the unknown ones."""
    open_ones = _unmet(case, conditions)
    if open_ones is None:
        failed = [name for name in conditions if getattr(case.order, name) is False]
        case.cite("exception_not_met", source, failed=sorted(failed))
        return None
    if open_ones:  # what never began needs no further question
        begun = [name for name in open_ones if name == "performance_begun"]
        return case.ask(*(begun or open_ones), because=source)
    case.cite(str(outcome), source, conditions=sorted(conditions))
    return case.answer(outcome, Basis.LAW)


def law_excludes(case: Case) -> bool:
    """Whether the law itself excludes, whatever OVHcloud's terms say."""
    alone = Case(case.order, silent=True)
    verdicts = [row(alone) for row in (custom_goods, digital_content, fully_performed)]
    return any(verdict and verdict.outcome is not Outcome.NEEDS_INFORMATION for verdict in verdicts)


def trader_terms(case: Case, outcome: Outcome, law_status: LawStatus) -> Verdict:
    """Excluded by OVHcloud's terms alone, with the day that the law would give, if it gives one.

    Where OVHcloud itself shows a last day for this order and that is not over, its terms do not exclude it (art. 3(6)).
    """
    keys: dict[str, Any] = {"law_status": law_status}
    moment = case.withdrawn or Moment.of(case.order.now)
    if case.order.product and case.start and not law_excludes(case):
        cite_period(case)
        end = case.deadline
        keys |= {"law_last_day": end.period.last, "safe_day": end.safe_day, "earliest_day": case.earliest_day}
        if end.period.last and case.order.day(moment) > end.period.last:
            if case.withdrawn:
                case.cite("sent_late", "crd-11-2", sent=case.order.day(moment))
            else:
                case.cite("period_over", "crd-9-1", today=case.order.today)
            if end.extension_possible(case.order.day(moment)):
                keys["extended_last_day"] = end.extended.last
    if offered := case.offered(moment):
        case.cite("trader_offers_anyway", "crd-3-6", trader=offered)
        if case.withdrawn:
            case.cite("trader_refund", "ovh-guide-withdrawal")
            return case.answer(Outcome.WITHDRAWN_IN_TIME, Basis.TRADER_TERMS, **keys)
        return case.answer(Outcome.ELIGIBLE, Basis.TRADER_TERMS, **keys)
    return case.answer(outcome, Basis.TRADER_TERMS, **keys)
