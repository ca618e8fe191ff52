"""A second reading of the law, to check the rule module against.

Slow and obvious on purpose. The calendar is walked one day at a time and nothing here is shared with ``checker``: the
closed days come from the table written from the statutes, and the clocks follow a hand-written summer-time rule.
Orders are expected to be valid, with all their days between 2024 and 2030.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

ONE_DAY = timedelta(days=1)
ONE_HOUR = timedelta(hours=1)

TABLE: dict[str, dict[str, dict[str, str]]] = json.loads(
    (Path(__file__).parent / "cases" / "closed_days_2024_2030.json").read_text(encoding="utf-8")
)

# Days on which the abolition of slavery is a public holiday: Code du travail art. L3422-2.
ABOLITION_DAYS = {
    "FR-971": "05-27",
    "FR-972": "05-22",
    "FR-973": "06-10",
    "FR-974": "12-20",
    "FR-976": "04-27",
    "FR-MF": "05-28",
}

# 29 June closes the commune of Rome (d.P.R. 792/1985), which is smaller than the province that IT-RM names.
ONE_COMMUNE_ONLY = ("IT-RM",)

COUNTRIES = [place for place in TABLE if "-" not in place]
REGIONS = sorted({place for place in TABLE if "-" in place} - set(ONE_COMMUNE_ONLY) | set(ABOLITION_DAYS))

# Hours ahead of UTC in winter, and whether the clocks move with the European Union's summer time.
CLOCKS = {
    "Africa/Ceuta": (1, True),
    "America/Cayenne": (-3, False),
    "America/Guadeloupe": (-4, False),
    "America/Marigot": (-4, False),
    "America/Martinique": (-4, False),
    "Asia/Nicosia": (2, True),
    "Atlantic/Azores": (-1, True),
    "Atlantic/Canary": (0, True),
    "Atlantic/Madeira": (0, True),
    "Atlantic/Reykjavik": (0, False),
    "Europe/Amsterdam": (1, True),
    "Europe/Athens": (2, True),
    "Europe/Berlin": (1, True),
    "Europe/Bratislava": (1, True),
    "Europe/Brussels": (1, True),
    "Europe/Bucharest": (2, True),
    "Europe/Budapest": (1, True),
    "Europe/Copenhagen": (1, True),
    "Europe/Dublin": (0, True),
    "Europe/Helsinki": (2, True),
    "Europe/Lisbon": (0, True),
    "Europe/Ljubljana": (1, True),
    "Europe/London": (0, True),
    "Europe/Luxembourg": (1, True),
    "Europe/Madrid": (1, True),
    "Europe/Malta": (1, True),
    "Europe/Mariehamn": (2, True),
    "Europe/Oslo": (1, True),
    "Europe/Paris": (1, True),
    "Europe/Prague": (1, True),
    "Europe/Riga": (2, True),
    "Europe/Rome": (1, True),
    "Europe/Sofia": (2, True),
    "Europe/Stockholm": (1, True),
    "Europe/Tallinn": (2, True),
    "Europe/Vaduz": (1, True),
    "Europe/Vienna": (1, True),
    "Europe/Vilnius": (2, True),
    "Europe/Warsaw": (1, True),
    "Europe/Zagreb": (1, True),
    "Europe/Zurich": (1, True),
    "Indian/Mayotte": (3, False),
    "Indian/Reunion": (4, False),
}
CLOCK_OF_COUNTRY = {
    "AT": "Europe/Vienna",
    "BE": "Europe/Brussels",
    "BG": "Europe/Sofia",
    "CH": "Europe/Zurich",
    "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague",
    "DE": "Europe/Berlin",
    "DK": "Europe/Copenhagen",
    "EE": "Europe/Tallinn",
    "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "GR": "Europe/Athens",
    "HR": "Europe/Zagreb",
    "HU": "Europe/Budapest",
    "IE": "Europe/Dublin",
    "IS": "Atlantic/Reykjavik",
    "IT": "Europe/Rome",
    "LI": "Europe/Vaduz",
    "LT": "Europe/Vilnius",
    "LU": "Europe/Luxembourg",
    "LV": "Europe/Riga",
    "MT": "Europe/Malta",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw",
    "PT": "Europe/Lisbon",
    "RO": "Europe/Bucharest",
    "SE": "Europe/Stockholm",
    "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava",
}
CLOCK_OF_REGION = {
    "ES-CE": "Africa/Ceuta",
    "ES-CN": "Atlantic/Canary",
    "ES-GC": "Atlantic/Canary",
    "ES-ML": "Africa/Ceuta",
    "ES-TF": "Atlantic/Canary",
    "FI-01": "Europe/Mariehamn",
    "FR-971": "America/Guadeloupe",
    "FR-972": "America/Martinique",
    "FR-973": "America/Cayenne",
    "FR-974": "Indian/Reunion",
    "FR-976": "Indian/Mayotte",
    "FR-MF": "America/Marigot",
    "PT-20": "Atlantic/Azores",
    "PT-30": "Atlantic/Madeira",
}
# Parts of a state that have a country code of their own (ISO 3166-1), and what else the overseas departments are called.
PART_OF_A_STATE = {
    "AX": "FI-01",
    "GF": "FR-973",
    "GP": "FR-971",
    "MF": "FR-MF",
    "MQ": "FR-972",
    "RE": "FR-974",
    "YT": "FR-976",
}
OLDER_CODES = {
    "FR-GF": "FR-973",
    "FR-GP": "FR-971",
    "FR-GY": "FR-973",
    "FR-MQ": "FR-972",
    "FR-RE": "FR-974",
    "FR-YT": "FR-976",
}
HAVE_REGIONS = sorted({region[:2] for region in (*REGIONS, *CLOCK_OF_REGION)})

EXCLUDED_BY_THE_TERMS = {
    "domain": "excluded_domain",
    "domain_transfer": "excluded_domain",
    "ssl_certificate": "excluded_certificate",
    "licence": "excluded_licence",
}
# Whom a state protects beyond the Directive (its recital 13): TRLGDCU art. 3, KSchG § 1, ustawa o prawach konsumenta art. 38a.
PROTECTED_AT_HOME = {
    ("ES", "association"), ("AT", "association"),
    ("PL", "professional"), ("PL", "micro_professional"), ("PL", "mixed_mainly_business"),
}  # fmt: skip
CONSENT = ("express_request", "loss_acknowledged")

KEYS = (
    "outcome", "status", "basis", "last_day", "safe_day", "earliest_day", "ends_at", "extended_last_day",
    "law_last_day", "law_status", "cost", "refund_due", "lapses_on", "missing",
)  # fmt: skip

Order = Mapping[str, Any]
Verdict = dict[str, Any]


# ---- clocks -----------------------------------------------------------------------------------------------------


@cache
def last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month of 31 days."""
    day = date(year, month, 31)
    while day.isoweekday() != 7:
        day -= ONE_DAY
    return day


def summer_time(instant: datetime) -> bool:
    """Say whether summer time is on: from 01:00 UTC, last Sunday of March, to 01:00 UTC, last Sunday of October."""
    spring, autumn = last_sunday(instant.year, 3), last_sunday(instant.year, 10)
    begins = datetime(instant.year, 3, spring.day, 1, tzinfo=UTC)
    ends = datetime(instant.year, 10, autumn.day, 1, tzinfo=UTC)
    return begins <= instant < ends


def hours_ahead(instant: datetime, clock: str) -> int:
    """Return by how many hours the clock is ahead of UTC at that instant."""
    winter, moves = CLOCKS[clock]
    return winter + 1 if moves and summer_time(instant) else winter


def local_day(instant: datetime, clock: str) -> date:
    """Return the day that the calendar on the wall beside the clock shows."""
    instant = instant.astimezone(UTC)
    return (instant + hours_ahead(instant, clock) * ONE_HOUR).date()


@cache
def end_of_day(day: date, clock: str) -> str:
    """Return the first instant, in UTC, at which the wall shows a later day. Clocks here are whole hours from UTC."""
    instant = datetime(day.year, day.month, day.day, tzinfo=UTC) - 12 * ONE_HOUR
    while local_day(instant, clock) <= day:
        instant += ONE_HOUR
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def clock_of(order: Order) -> str | None:
    """Return the clock of the place where the consumer lives, if any place is known."""
    country, region = order.get("country"), order.get("region")
    if order.get("time_zone") is not None or country is None:
        return cast("str | None", order.get("time_zone"))
    return CLOCK_OF_REGION.get(region or "") or CLOCK_OF_COUNTRY[country]


def day_of(moment: str, order: Order) -> date:
    """Return the local day of a date, of a wall-clock time, or of an instant with its offset.

    Where no place is known, it is the day as the order writes it.
    """
    if len(moment) == len("2026-09-07"):
        return date.fromisoformat(moment)
    written, clock = datetime.fromisoformat(moment), clock_of(order)
    return written.date() if written.tzinfo is None or clock is None else local_day(written, clock)


def instant_of(moment: str, order: Order) -> datetime | None:
    """Return the instant of a wall-clock time, the first where the clock shows it twice, or of an instant; a date has none."""
    if len(moment) == len("2026-09-07"):
        return None
    written, clock = datetime.fromisoformat(moment), clock_of(order)
    if written.tzinfo is not None or clock is None:
        return written if written.tzinfo else None
    winter = written.replace(tzinfo=UTC) - CLOCKS[clock][0] * ONE_HOUR
    summer = winter - ONE_HOUR
    return summer if hours_ahead(summer, clock) > CLOCKS[clock][0] else winter


# ---- periods ----------------------------------------------------------------------------------------------------


def is_working_day(day: date, country: str, region: str | None) -> bool:
    """Reg. 1182/71 art. 2(2): every day but public holidays, Saturdays and Sundays."""
    if day.isoweekday() in (6, 7):
        return False
    year, written = day.strftime("%Y"), day.isoformat()
    if written in TABLE[country][year]:
        return False
    if region in REGIONS and region in TABLE and written in TABLE[region][year]:
        return False
    return written[5:] != ABOLITION_DAYS.get(region or "")


@cache
def fourteenth_day(start: date) -> date:
    """Walk to day 14. The day of the event is not counted: the day after it is day 1 (Reg. 1182/71 art. 3(1))."""
    day, number = start, 0
    while number != 14:
        day += ONE_DAY
        number += 1
    return day


@cache
def same_date_a_year_later(day: date) -> date:
    """Walk through twelve months to the same date, or to the end of a month too short for it (art. 3(2)(c))."""
    months, later = 0, day
    while months != 12:
        later += ONE_DAY
        if later.day == 1:
            months += 1
    while later.day != day.day and (later + ONE_DAY).day != 1:
        later += ONE_DAY
    return later


@cache
def moved(day: date, country: str, region: str | None) -> date:
    """Reg. 1182/71 art. 3(4): a last day that is no working day gives way to the next one. Not in Great Britain."""
    while country != "GB" and not is_working_day(day, country, region):
        day += ONE_DAY
    return day


def when_informed(order: Order, start: date) -> str | date:
    """Return "in time", "never", "unknown", or the late day on which the information came (Directive art. 10)."""
    if order.get("info_given_on") is not None:
        informed = day_of(order["info_given_on"], order)
        if informed <= start:
            return "in time"
        return informed if informed <= same_date_a_year_later(start) else "never"
    return {True: "in time", False: "never", None: "unknown"}[order.get("info_given")]


def ordinary_end(start: date, country: str, region: str | None) -> tuple[date, date]:
    """Fourteen days from the start: the last day, and the safe day."""
    return moved(fourteenth_day(start), country, region), fourteenth_day(start)


def extended_end(start: date, country: str, region: str | None) -> tuple[date, date]:
    """Twelve months more, where the information was never given: the last day, and the safe day."""
    last = moved(same_date_a_year_later(moved(fourteenth_day(start), country, region)), country, region)
    safe = same_date_a_year_later(fourteenth_day(start))
    if country == "DE":  # BGB § 356(3): twelve months and fourteen days after the start
        safe = min(safe, fourteenth_day(same_date_a_year_later(start)))
    return last, safe


def end(start: date, informed: str | date, country: str, region: str | None) -> tuple[date, date]:
    """Return the last day and the safe day, as far as what is known of the information allows."""
    if isinstance(informed, date):
        return ordinary_end(informed, country, region)
    if informed == "never":
        return extended_end(start, country, region)
    return ordinary_end(start, country, region)


def earliest_day(order: Order, start: date, informed: str | date, safe_day: date) -> date | None:
    """Return the earliest last day that somebody could argue for, where that is before the safe day."""
    days = [safe_day]
    if order["country"] == "IE":  # "beginning on" the day of conclusion: the first day is counted too
        days.append(same_date_a_year_later(fourteenth_day(start) - ONE_DAY) if informed == "never" else safe_day - ONE_DAY)
    ordered = instant_of(order["ordered_at"], order) if order.get("ordered_at") is not None else None
    if order["product"] != "goods" and ordered is not None and informed in ("in time", "unknown"):
        days.append(fourteenth_day(min(start, local_day(ordered, "Europe/Paris"))))  # the day it was where OVHcloud is
    return min(days) if min(days) < safe_day else None


def regions_of(country: str) -> Iterator[str]:
    """Yield the country's regions that have closed days or a clock of their own."""
    return (region for region in {*REGIONS, *CLOCK_OF_REGION} if region.startswith(country + "-"))


# ---- the order's state ------------------------------------------------------------------------------------------


def payment_of(order: Order) -> str | None:
    """Return what the order says of its payment, or else what its status says."""
    going_on = order.get("order_status") in ("checking", "documentsRequested", "delivering", "delivered")
    if going_on and order.get("payment_status") == "unpaid":
        return None
    if order.get("payment_status") is not None:
        return str(order["payment_status"])
    if order.get("order_status") in ("notPaid", "orderExpired"):
        return "unpaid"
    return "paid" if going_on else None


def expiry_passed(order: Order) -> bool:
    """A date is the last day of its validity; an instant is the moment from which the order has lapsed."""
    expires = order.get("order_expires")
    if expires is None:
        return False
    if len(expires) == len("2026-09-07"):
        return day_of(order["now"], order) > date.fromisoformat(expires)
    return datetime.fromisoformat(order["now"]) >= datetime.fromisoformat(expires)


def sent_of(order: Order) -> str | None:
    """Return when the withdrawal was sent; where only its arrival is known, the latest that this can have been."""
    sent = order.get("withdrawn_at")
    return cast("str | None", order.get("trader_informed_on") if sent is None else sent)


def offered(order: Order) -> bool:
    """Whether the trader itself shows a last day that is not over (Directive art. 3(6)); its panel compares instants."""
    shown, moment = order.get("trader_last_day"), sent_of(order) or order["now"]
    if shown is None:
        return False
    instants = [datetime.fromisoformat(written) for written in (moment, shown)]
    if instants[0].tzinfo is not None and instants[1].tzinfo is not None:
        return instants[0] < instants[1]
    return day_of(moment, order) <= day_of(shown, order)


def status_of(order: Order) -> str:
    """Name the order's status for the customer."""
    status, payment = order.get("order_status"), payment_of(order)
    if status == "orderExpired":
        return "lapsed"
    if status == "notPaid" and payment in ("paid", "pending"):
        return "payment_pending"
    if status in ("notPaid", "unknown", None) and payment == "unpaid":
        return "lapsed" if expiry_passed(order) else "not_paid"
    if status in ("unknown", None):
        return "payment_pending" if payment == "pending" else "unknown"
    return "documents_requested" if status == "documentsRequested" else str(status)


# ---- the decision table -----------------------------------------------------------------------------------------


def oracle(order: Order) -> Verdict:
    """Answer a valid order, row by row. Raises KeyError where the clock of the country is not known here."""
    order = settled(order)
    verdict: Verdict = dict.fromkeys(KEYS)
    verdict["status"] = status_of(order)
    verdict["missing"] = []
    decide(order, verdict)
    return verdict


def settled(order: Order) -> Order:
    """Write the place as a state and its region, whichever codes it came in."""
    country, region = order.get("country"), order.get("region")
    region = OLDER_CODES.get(region, region) if region else PART_OF_A_STATE.get(country or "")
    return {**order, "country": region[:2] if region and country in PART_OF_A_STATE else country, "region": region}


def decide(order: Order, verdict: Verdict) -> None:
    """Rows 1 to 11: the order, its payment, the person, the country, the product."""
    payment, person = payment_of(order), order.get("customer_type")
    country = order.get("country")

    # Row 1: already cancelled.
    if order.get("order_status") == "cancelled":
        return answer(verdict, "not_needed_cancelled", "trader_terms")

    # Row 2: paid or not decides the route.
    if payment is None:
        return ask(verdict, "payment_status")

    # Rows 3 and 4: an unpaid order lapses by itself, at its own expiry and at no other.
    if payment == "unpaid":
        if order.get("order_expires") is not None:
            verdict["lapses_on"] = day_of(order["order_expires"], order).isoformat()
        if order.get("order_status") == "orderExpired" or expiry_passed(order):
            return answer(verdict, "not_needed_lapsed", "trader_terms")
        return answer(verdict, "not_needed_unpaid", "trader_terms")

    # Rows 5 and 6: Directive art. 2(1) and recital 17.
    if person is None:
        return ask(verdict, "customer_type")
    if person not in ("consumer", "mixed_mainly_private"):
        if (country, person) in PROTECTED_AT_HOME:
            weigh_the_terms(verdict, order)
            if verdict["law_status"] == "disputed":
                return exclude_by_the_terms(order, verdict, "not_a_consumer")
            verdict["law_status"] = None
        anywhere = country is None or country in COUNTRIES
        return answer(verdict, "not_a_consumer", "law+trader_terms" if anywhere else "trader_terms")

    # Row 7: the law of the country where the consumer lives.
    if country is None:
        return ask(verdict, "country")
    if country not in COUNTRIES:
        return answer(verdict, "no_right_in_country", "law")

    # Rows 8 to 11.
    product = order.get("product")
    if product is None:
        return ask(verdict, "product")
    if order.get("order_kind") == "renewal":
        weigh_the_terms(verdict, order)
        verdict["law_status"] = "in_principle_agrees"
        return exclude_by_the_terms(order, verdict, "excluded_renewal")
    if product in EXCLUDED_BY_THE_TERMS:
        weigh_the_terms(verdict, order)
        return exclude_by_the_terms(order, verdict, EXCLUDED_BY_THE_TERMS[product])
    if product == "custom_goods":
        return answer(verdict, "excluded_custom_goods", "law")

    return decide_by_law(order, verdict)


def exclude_by_the_terms(order: Order, verdict: Verdict, outcome: str) -> None:
    """Exclude the order, unless the trader lets it be withdrawn from all the same."""
    by_law_too = outcome != "excluded_renewal" and verdict["law_status"] == "in_principle_agrees"
    if by_law_too or not offered(order):
        return answer(verdict, outcome, "trader_terms")
    return answer(verdict, "withdrawn_in_time" if sent_of(order) else "eligible", "trader_terms")


def weigh_the_terms(verdict: Verdict, order: Order) -> None:
    """Answer the same order as if the terms did not exclude it; a fact not known counts for the customer."""
    by_law: Verdict = dict.fromkeys(KEYS)
    if order.get("product") is None:
        by_law["outcome"] = "needs_information"
    elif order["product"] == "custom_goods":
        answer(by_law, "excluded_custom_goods", "law")
    else:
        conditions = {field: order.get(field) or False for field in ("performance_begun", *CONSENT, "confirmation_given")}
        decide_by_law({**order, **conditions, "trader_last_day": None, "withdrawn_at": sent_of(order)}, by_law)
    verdict["law_last_day"] = by_law["last_day"]
    for key in ("safe_day", "earliest_day", "extended_last_day"):
        verdict[key] = by_law[key]
    verdict["law_status"] = "in_principle_agrees" if by_law["outcome"].startswith("excluded") else "disputed"


def decide_by_law(order: Order, verdict: Verdict) -> None:
    """Rows 12 to 14: what the Directive's exceptions need, and goods that have not come yet."""
    product = order["product"]
    free = order.get("free_of_charge") is True
    free_by_law = free and order["country"] != "GB"
    consent = {field: order.get(field) for field in CONSENT}

    # Row 12: art. 16(m). Consumer Contracts Regulations 2013 reg. 37(2) asks for the consent alone.
    if product == "digital_content":
        conditions = {**consent, "confirmation_given": order.get("confirmation_given")}
        if order["country"] == "GB":
            conditions = consent
        elif free:
            conditions = {}
        begun = order.get("performance_begun")
        if begun is not False and False not in conditions.values():
            if begun is None:
                return ask(verdict, "performance_begun")
            if None in conditions.values():
                return ask(verdict, *(field for field, met in conditions.items() if met is None))
            return answer(verdict, "excluded_digital_content", "law")

    # Row 13: art. 16(a). Only Directive (EU) 2019/2161 frees a free service of the conditions; Great Britain had left.
    elif product != "goods" and order.get("fully_performed") is True and (free_by_law or False not in consent.values()):
        if not free_by_law and None in consent.values():
            return ask(verdict, *(field for field, met in consent.items() if met is None))
        return answer(verdict, "excluded_fully_performed", "law")

    # Row 14: art. 9(2)(b). The period starts with the delivery; withdrawing before it is withdrawing in time.
    start = order.get("delivered_on") if product == "goods" else order.get("ordered_at")
    if start is None and product == "goods":
        if order.get("order_status") == "delivered":
            return ask(verdict, "delivered_on")
        if sent_of(order) is not None:
            return give_back(verdict, order, "in time")
        verdict["cost"] = cost(order, "in time")
        return answer(verdict, "eligible_not_started", "law")
    if start is None:
        return ask(verdict, "ordered_at")

    return decide_by_the_calendar(order, verdict, day_of(start, order))


def decide_by_the_calendar(order: Order, verdict: Verdict, start: date) -> None:
    """Rows 16 to 19: whether the day of the withdrawal, or else today, lies within the period."""
    country, region = order["country"], order.get("region")
    informed = when_informed(order, start)
    last_day, safe_day = end(start, informed, country, region)
    earliest = earliest_day(order, start, informed, safe_day)
    verdict["last_day"] = last_day.isoformat()
    verdict["safe_day"] = safe_day.isoformat()
    verdict["earliest_day"] = earliest.isoformat() if earliest else None
    verdict["ends_at"] = end_of_day(last_day, clock_of(order))

    sent = sent_of(order)
    day = day_of(sent or order["now"], order)

    # Row 16, in time, and row 17.
    if day <= last_day:
        if sent:
            return give_back(verdict, order, informed)
        verdict["cost"] = cost(order, informed)
        return answer(verdict, "eligible", "law")

    # Whoever the trader itself lets withdraw longer may rely on it (Directive art. 3(6)).
    if offered(order):
        if sent:
            return answer(verdict, "withdrawn_in_time", "trader_terms")
        verdict["cost"] = cost(order, informed)
        return answer(verdict, "eligible", "trader_terms")

    # What arrived late may have been sent in time.
    if sent and order.get("withdrawn_at") is None:
        return ask(verdict, "withdrawn_at")

    # Row 18. What is not known could still make the period longer.
    places = [region] if region else [None, *regions_of(country)]
    readings = ["in time", "never"] if informed == "unknown" else ["as answered"]
    open_for = {(reading, place) for reading in readings for place in places if is_open(order, reading, place)}
    if open_for:
        missing = []
        if informed == "unknown":
            missing.append("info_given")
            if ("never", region) in open_for:
                verdict["extended_last_day"] = extended_end(start, country, region)[0].isoformat()
        if any((reading, places[0]) not in open_for for reading, _ in open_for):
            missing.append("region")
        return ask(verdict, *missing)

    # Row 16, late, and row 19.
    return answer(verdict, "withdrawn_late" if sent else "expired", "law")


def is_open(order: Order, reading: str, place: str | None) -> bool:
    """Whether the period would be open, were this the region, and the information given as this reading has it."""
    there = {**order, "region": place}
    start = day_of(there["delivered_on"] if there["product"] == "goods" else there["ordered_at"], there)
    informed = when_informed(there, start) if reading == "as answered" else reading
    day = day_of(sent_of(there) or there["now"], there)
    return day <= end(start, informed, there["country"], place)[0]


def give_back(verdict: Verdict, order: Order, informed: str | date) -> None:
    """Fourteen days from the day the trader was informed (art. 13(1)); sending informs where nothing else is said."""
    trader_informed = day_of(order.get("trader_informed_on") or order["withdrawn_at"], order)
    verdict["refund_due"] = fourteenth_day(trader_informed).isoformat()
    verdict["cost"] = cost(order, informed)
    answer(verdict, "withdrawn_in_time", "law")


def cost(order: Order, informed: str | date) -> str:
    """What withdrawing costs: Directive art. 14(1), (3) and (4)."""
    begun, requested = order.get("performance_begun"), order.get("express_request")
    if order["product"] == "goods":
        return "unknown"  # the return postage
    if order["product"] == "digital_content" or order.get("free_of_charge") or begun is False or requested is False:
        return "none"
    if informed == "never" or isinstance(informed, date):
        return "none"
    return "pro_rata" if begun is True and requested is True and informed == "in time" else "unknown"


def ask(verdict: Verdict, *fields: str) -> None:
    """Write down that the outcome waits for these fields."""
    verdict["outcome"], verdict["missing"] = "needs_information", sorted(fields)


def answer(verdict: Verdict, outcome: str, basis: str) -> None:
    """Write down the outcome and who says so."""
    verdict["outcome"], verdict["basis"] = outcome, basis
