"""How the last day is reached, as steps that a reader can recompute by hand."""

from __future__ import annotations

from datetime import date

from checker.rules import national
from checker.rules.case import Case
from checker.rules.codes import GOODS, Product
from checker.rules.deadline import Informed
from checker.rules.periods import DAY, Period, calendar
from checker.rules.places import Right
from checker.rules.verdict import Warning

DIRECTIVE_APPLIES = date(2014, 6, 14)
"""Contracts from this day on (Directive 2011/83/EU art. 28); older ones had seven working days or more (97/7/EC)."""

_STARTS: dict[Product | None, str] = {Product.GOODS: "crd-9-2-b", Product.DIGITAL_CONTENT: "crd-9-2-c"}


def cite_period(case: Case) -> None:
    """The steps from the start of the period to its end, with the warnings that bear on it."""
    end = case.deadline
    _cite_start(case)
    match end.informed:
        case Informed.LATE:
            case.cite("information_late", "crd-10-2", received=end.period.start)
        case Informed.IN_TIME:
            case.cite("informed_in_time", "crd-9-1")
    _cite_end(case, end.initial if end.period is end.extended else end.period, "fourteen_days", "crd-9-1")
    if end.period is end.extended:
        rule = "information_missing" if end.informed is Informed.NEVER else "information_too_late"
        _cite_end(case, end.extended, rule, "crd-10-1")
    if end.informed is Informed.TOO_LATE and case.country in national.LATE_INFORMATION_WIDER:
        case.warnings.add(Warning.LATE_INFORMATION_NATIONAL_RULE)
    if case.start and case.start < DIRECTIVE_APPLIES:
        case.warnings.add(Warning.OLDER_LAW)
    _warn_of_other_days(case)
    _compare_trader_date(case)


def _cite_start(case: Case) -> None:
    moment = case.order.delivered_on if case.order.product in GOODS else case.order.ordered_at
    assert moment
    source = _STARTS.get(case.order.product, "crd-9-2-a")
    rule = "starts_with_delivery_on" if case.order.product in GOODS else "starts_with_conclusion"
    values = {"instant": moment.instant, "zone": str(case.order.zone)} if moment.instant else {}
    case.cite(rule, source, day=case.start, **values)
    case.cite("first_day_not_counted", "reg1182-3-1", day=case.start)


def _cite_end(case: Case, period: Period, rule: str, source: str) -> None:
    """The nominal end, and how it moves to a working day, or does not."""
    case.cite(rule, source, start=period.start, nominal=period.nominal)
    place = case.order.place
    assert place
    if place.right is Right.GB:
        case.cite("last_day_never_moves", "gb-ccr-30", last=period.last)
        return
    closed = [{"day": day, "why": why} for day, why in period.closed]
    if period.last is None:
        days = calendar(place)
        case.warnings.add(Warning.BEYOND_COVERAGE)
        case.cite("beyond_coverage", "reg1182-2-1", first=days.first, last=days.last, closed=closed)
    elif closed:
        case.cite("last_day_moves", "reg1182-3-4", nominal=period.nominal, last=period.last, closed=closed)
        if case.country in national.ROLL_UNCERTAIN:
            case.warnings.add(Warning.ROLL_UNCERTAIN)
    else:
        case.cite("last_day_is_a_working_day", "reg1182-2-2", last=period.last)


def _warn_of_other_days(case: Case) -> None:
    """Days that could differ: a region's holidays, and the day that it was in France when the order was made."""
    if case.silent:
        return
    here = case.deadline.period.last
    elsewhere = {region.deadline.period.last for region in case.regions}
    if any(last and here and last > here for last in elsewhere):
        case.warnings.add(Warning.REGION_HOLIDAY_POSSIBLE)
    if any(last and here and last < here for last in elsewhere):
        case.warnings.add(Warning.REGION_CLOCK_POSSIBLE)
    place = case.order.place
    assert place
    some_communes = national.SOME_COMMUNES.get(place.country) in dict(case.deadline.period.closed).values()
    if place.country in national.LOCAL_HOLIDAYS or some_communes or here in calendar(place).possible:
        case.warnings.add(Warning.LOCAL_HOLIDAY_POSSIBLE)
    if by_text := case.earlier_by_national_text:
        case.warnings.add(Warning.NATIONAL_TEXT_EARLIER)
        case.cite("national_text_counts_first_day", national.FIRST_DAY_COUNTED[place.country], last=by_text)
    if in_france := case.day_in_france:
        case.warnings.add(Warning.EARLIER_IN_TRADER_ZONE)
        case.cite("earlier_in_trader_zone", "reg1182-2-1", day=in_france, last=in_france + 14 * DAY)


def _compare_trader_date(case: Case) -> None:
    """OVHcloud's own last day: later, it binds OVHcloud (art. 3(6)); earlier, the law's day stands (art. 25)."""
    if not case.order.trader_last_day:
        return
    trader, law = case.order.day(case.order.trader_last_day), case.deadline.period.last
    if law is None or trader == law:
        return
    case.warnings.add(Warning.TRADER_DATE_DIFFERS)
    if trader > law:
        case.cite("trader_date_later", "crd-3-6", trader=trader, law=law)
    else:
        case.cite("trader_date_earlier", "crd-25", trader=trader, law=law)
