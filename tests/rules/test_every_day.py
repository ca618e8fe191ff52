"""Every day of three years, wherever customers live and however their period starts: the rules and the oracle agree.

In full: each state that gives the right and each of its regions that has closed days or a clock of its own, with the period
that starts on each day from 2026 to 2028: with the conclusion of the contract, with the delivery of goods, with information
that comes late, or for want of any; at its last second and at the next one. And each state with such regions, where the
region is not told, in the days after a period.

In turn: how the start is written, whether the question is about asking or about having withdrawn, how late the information
comes; and all of it for places under another code and for clocks that customers name themselves. What else they answer stays
the same: `test_exhaustive.py` combines the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from checker.rules import places
from tests.agreement import Order, disagreements
from tests.combinations import DAYS, SECOND
from tests.oracle import (
    CLOCKS,
    COUNTRIES,
    HAVE_REGIONS,
    OLDER_CODES,
    ONE_DAY,
    PART_OF_A_STATE,
    clock_of,
    end_of_day,
    extended_end,
    oracle,
    ordinary_end,
    regions_of,
    same_date_a_year_later,
    settled,
)

pytestmark = pytest.mark.slow

STATES: dict[str, Order] = {country: {"country": country} for country in COUNTRIES}
REGIONS: dict[str, Order] = {
    region: {"country": country, "region": region} for country in COUNTRIES for region in sorted(regions_of(country))
}
OTHER_CODES: dict[str, Order] = {
    **{code: {"country": code} for code in PART_OF_A_STATE},
    **{code: {"country": "FR", "region": code} for code in OLDER_CODES},
}
# A clock of each kind, for customers who say that they go by another than their country's.
OTHER_CLOCKS: dict[str, Order] = {
    clock: {"country": "IT", "time_zone": clock} for clock in {kind: clock for clock, kind in CLOCKS.items()}.values()
}
# Every question answered, so that the rules need not try what else could change the verdict.
ANSWERED: Order = {
    "customer_type": "consumer",
    "order_kind": "new",
    "order_status": "delivered",
    "payment_status": "paid",
    "performance_begun": True,
    "express_request": True,
    "loss_acknowledged": True,
    "confirmation_given": True,
    "fully_performed": False,
    "free_of_charge": False,
}
WAYS = ("conclusion", "delivery", "late information", "no information")


def written(day: date, clock: str, turn: int) -> str:
    """A day, written as such, or by its first or last second, on the wall or in UTC."""
    last = datetime.fromisoformat(end_of_day(day, clock)) - SECOND
    return (f"{day}", f"{day}T00:00:00", f"{day}T23:59:59", end_of_day(day - ONE_DAY, clock), last.isoformat())[turn % 5]


def started(way: str, day: date, clock: str, turn: int) -> Order:
    """What an order says whose period starts on that day, or goes on from it."""
    moment = written(day, clock, turn)
    if way == "delivery":
        return {"product": "goods", "ordered_at": f"{day - 3 * ONE_DAY}", "delivered_on": moment, "info_given": True}
    order: Order = {"product": "web_hosting", "delivered_on": f"{day + ONE_DAY}", "info_given": way == "conclusion"}
    if way == "late information":
        before = (1, 2, 14, 200, 365)[turn % 5] * ONE_DAY
        return order | {"ordered_at": f"{day - before}", "info_given_on": moment}
    if way == "no information" and turn % 2:
        order["info_given_on"] = f"{same_date_a_year_later(day) + ONE_DAY}"
    return order | {"ordered_at": moment}


def periods(place: Order, *ways: str) -> Iterator[Order]:
    """Two orders for each of the days, asked about or withdrawn from in the last second of the period and in the next one."""
    clock = clock_of(settled(place)) or ""
    for turn, day in enumerate(DAYS):
        order = ANSWERED | place | started(ways[turn % len(ways)], day, clock, turn)
        order |= {"order_expires": f"{day + 30 * ONE_DAY}", "trader_last_day": f"{day}"}
        ends_at = datetime.fromisoformat(oracle({**order, "now": f"{day + 500 * ONE_DAY}T12:00:00Z"})["ends_at"])
        for moment in (ends_at - SECOND, ends_at):
            sent = {"withdrawn_at": moment.isoformat()} if turn // 5 % 2 else {}
            yield order | sent | {"now": moment.isoformat()}


def test_the_oracle_knows_every_place() -> None:
    """The oracle has its own reading of every country, region and other code that the rules know of a place with the right."""
    given = {country for country, right in places.countries().items() if right.given}

    assert given == {*COUNTRIES, *PART_OF_A_STATE}
    assert {region for country in given - {*PART_OF_A_STATE} for region in places.regions(country)} == {*REGIONS}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("place", [*STATES, *REGIONS])
def test_every_day(place: str, way: str) -> None:
    """Each period ends on the same day, in the same second and with the same answer for the rules and the oracle."""
    found = disagreements(periods((STATES | REGIONS)[place], way))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", [*OTHER_CODES, *OTHER_CLOCKS])
def test_every_day_by_other_codes_and_clocks(place: str) -> None:
    """A part of a state under a code of its own, or a clock that the customer names, gives what the oracle gives."""
    found = disagreements(periods((OTHER_CODES | OTHER_CLOCKS)[place], *WAYS))

    assert not found, "\n".join(found)


def after_the_end(country: str, info_given: bool | None) -> Iterator[Order]:
    """An order of each working day, asked about in the days after its period, and after the one without information."""
    readings = {True: [ordinary_end], False: [extended_end], None: [ordinary_end, extended_end]}
    for day in DAYS:
        if day.isoweekday() in (6, 7):
            continue  # its fourteenth day moves to that of the Monday after
        order = ANSWERED | {"country": country, "product": "vps", "ordered_at": f"{day}", "info_given": info_given}
        for reading in readings[info_given]:
            for later in (1, 4):
                yield order | {"now": f"{reading(day, country, None)[0] + later * ONE_DAY}T12:00:00Z"}


@pytest.mark.parametrize("info_given", [True, False, None])
@pytest.mark.parametrize("country", HAVE_REGIONS)
def test_region_not_told(country: str, info_given: bool | None) -> None:
    """Where a region's closed days could still help, the rules and the oracle ask alike."""
    found = disagreements(after_the_end(country, info_given))

    assert not found, "\n".join(found)
