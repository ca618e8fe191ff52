"""Rows 14 to 19 of the decision table: whether the right is still open, was used in time, or has ended."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from checker.rules import national
from checker.rules.case import Case
from checker.rules.codes import GOODS, OrderStatus
from checker.rules.cost import cost, refund
from checker.rules.deadline import Informed
from checker.rules.moments import Moment
from checker.rules.periods import DAY
from checker.rules.places import Right
from checker.rules.reasoning import cite_period
from checker.rules.sources import cited, source
from checker.rules.verdict import Basis, Outcome, Verdict, Warning


def not_started(case: Case) -> Verdict | None:
    """Row 14. Goods not delivered: the period has not started; the right may be used (art. 9(2)(b), recital 40)."""
    if case.order.product not in GOODS or case.order.delivered_on:
        return None
    if case.order.order_status is OrderStatus.DELIVERED:
        return case.ask("delivered_on", because="crd-9-2-b")
    case.cite("starts_with_delivery", "crd-9-2-b")
    if case.withdrawn:
        case.cite("withdrawn_before_start", "crd-recital-40", sent=case.order.day(case.withdrawn))
        return case.answer(Outcome.WITHDRAWN_IN_TIME, Basis.LAW, cost=cost(case), refund_due=refund(case))
    return case.answer(Outcome.ELIGIBLE_NOT_STARTED, Basis.LAW, cost=cost(case))


def start_unknown(case: Case) -> Verdict | None:
    """Row 15. The period starts on the day of conclusion (art. 9(2)(a)): without it no day can be named."""
    return None if case.start else case.ask("ordered_at", because="crd-9-2-a")


def withdrawn(case: Case) -> Verdict | None:
    """Row 16. Withdrawn already: in time if sent before the period ended, whenever it arrives (art. 11(2))."""
    moment = case.withdrawn
    if not moment:
        return None
    sent = case.order.day(moment)
    cite_period(case)
    basis = _open_at(case, moment)
    if basis:
        case.cite("sent_in_time", "crd-11-2", sent=sent)
        if basis is Basis.TRADER_TERMS:
            case.cite("trader_refund", "ovh-guide-withdrawal")
            return case.answer(Outcome.WITHDRAWN_IN_TIME, basis, **_days(case))
        return case.answer(Outcome.WITHDRAWN_IN_TIME, basis, cost=cost(case), refund_due=refund(case), **_days(case))
    if not case.order.withdrawn_at:  # it arrived too late, but may have been sent in time
        return case.ask("withdrawn_at", because="crd-11-2", **_days(case))
    return _depends_on(case, moment) or _ended(case, moment, Outcome.WITHDRAWN_LATE, "sent_late", sent=sent)


def open_still(case: Case) -> Verdict | None:
    """Row 17. Until the last hour of the last day (art. 9; Regulation 1182/71 art. 3)."""
    cite_period(case)
    basis = _open_at(case, Moment.of(case.order.now))
    if not basis:
        return None
    _cite_last_hour(case)
    case.cite("sending_is_enough", "crd-11-2")
    since = _function_since(case)
    if since and basis is Basis.LAW:
        case.cite("withdrawal_function", "crd-11a", since=since)
    if not case.order.line:  # OVHcloud's panel withdraws whole orders only
        case.cite("how_to_withdraw", "ovh-guide-withdrawal")
    case.cite("any_clear_statement", "crd-11-1")
    return case.answer(Outcome.ELIGIBLE, basis, cost=cost(case), **_days(case))


def _function_since(case: Case) -> date | None:
    """The first day of contracts with the function of art. 11a, where this is one: later where national law says so."""
    place, ordered = case.order.place, case.order.ordered_at
    if not place or place.right is not Right.DIRECTIVE or place.country in national.OUTSIDE_THE_UNION or not ordered:
        return None
    applies_from = source(cited("crd-11a", place.country)).applies_from
    assert applies_from
    since = date.fromisoformat(applies_from)
    return since if case.order.day(ordered) >= since else None


def depends(case: Case) -> Verdict | None:
    """Row 18. After the last day, an unanswered question may still keep the right open (art. 10(1))."""
    return _depends_on(case, Moment.of(case.order.now))


def expired(case: Case) -> Verdict:
    """Row 19. The right has ended (arts 9(2) and 10)."""
    return _ended(case, Moment.of(case.order.now), Outcome.EXPIRED, "period_over", today=case.order.today)


def _open_at(case: Case, moment: Moment) -> Basis | None:
    """Who keeps the right open at `moment`: the law, or OVHcloud by a later date of its own (art. 3(6)), or nobody."""
    period = case.deadline.period
    if case.order.day(moment) <= (period.last or period.nominal):
        return Basis.LAW
    return Basis.TRADER_TERMS if case.offered(moment) else None


def _depends_on(case: Case, moment: Moment) -> Verdict | None:
    """What could still keep the right open at `moment`, which is past the last day as far as that is known."""
    end, day = case.deadline, case.order.day(moment)
    extended = end.extension_possible(day)
    elsewhere = any(_more_open(there, case, moment) for there in case.regions)
    uninformed = extended or (elsewhere and end.informed is Informed.UNKNOWN)
    fields = [field for field, open_by in (("info_given", uninformed), ("region", elsewhere)) if open_by]
    if not fields and (end.period.last or day > end.period.latest):
        return None
    keys = _days(case) | ({"extended_last_day": end.extended.last} if extended else {})
    if not fields:
        return case.answer(Outcome.NEEDS_INFORMATION, None, **keys)
    return case.ask(*fields, because="crd-10-1" if uninformed else "reg1182-2-1", **keys)


def _more_open(there: Case, here: Case, moment: Moment) -> bool:
    """Whether `moment` lies within a period in that region, but not within the same one here."""
    unknown = here.deadline.informed is Informed.UNKNOWN
    pairs = [(there.deadline.period, here.deadline.period)]
    pairs += [(there.deadline.extended, here.deadline.extended)] if unknown else []
    days = there.order.day(moment), here.order.day(moment)
    return any(days[0] <= longer.latest and days[1] > shorter.latest for longer, shorter in pairs)


def _ended(case: Case, moment: Moment, outcome: Outcome, rule: str, **values: Any) -> Verdict:
    _cite_last_hour(case)
    informed = case.deadline.informed in (Informed.IN_TIME, Informed.LATE)
    if informed and _function_since(case) and case.order.day(moment) <= case.deadline.extended.latest:
        # Art. 6(1)(h) as amended: the information names the function too; without it art. 10(1) may add twelve months.
        case.warnings.add(Warning.FUNCTION_INFORMATION)
    case.cite(rule, "crd-11-2" if outcome is Outcome.WITHDRAWN_LATE else "crd-9-1", **values)
    return case.answer(outcome, Basis.LAW, **_days(case))


def _ends_at(case: Case) -> datetime | None:
    """The instant of local midnight after the last day: its last hour counts (Regulation 1182/71 art. 3(2)(b))."""
    last = case.deadline.period.last
    return datetime.combine(last + DAY, time(), case.order.zone).astimezone(UTC) if last else None


def _cite_last_hour(case: Case) -> None:
    last = case.deadline.period.last
    if last:
        case.cite(
            "ends_with_last_hour",
            "reg1182-3-2-b",
            last=last,
            ends_at=_ends_at(case),
            today=case.order.today,
            zone=str(case.order.zone),
        )


def _days(case: Case) -> dict[str, Any]:
    end = case.deadline
    days = {"last_day": end.period.last, "safe_day": end.safe_day, "earliest_day": case.earliest_day}
    return {**days, "ends_at": _ends_at(case)}
