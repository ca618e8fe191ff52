"""Every combination of what an order can be: the rules and the oracle agree.

The plain product of the contract's enumerations has some forty million members for each country, and each of them could fall
on any day. It comes apart in two, and that it does is tested here, not assumed:

- Rows 1 to 8 of the table of decisions (is there a contract, whose, where?) look at none of the seven answers. So the codes
  are combined in full, for each kind of law, while the answers take turns.
- Rows 9 to 19 (is it excluded, is it in time, what does it cost?) look neither at the payment nor at the customer, and for
  goods alone at OVHcloud's status. So the answers are combined in full, with each product, new or renewed, for each right,
  while the other codes take turns among those of consumers who have paid. Whom only his own state protects (row 6) has a
  full combination of his own.

The moments (when it was ordered, delivered, withdrawn, when it is now, and so on) take turns in both, at the edges of their
periods, and so do the days that the periods start on: each of the 1096 meets every value, not every combination of values.
`test_every_day.py` combines each of them with every place and every way that a period starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain, cycle, product
from random import Random
from typing import Any

import pytest

from checker.rules import data, places
from checker.rules.case import Case
from checker.rules.order import Order as Line
from checker.rules.order import read
from checker.rules.withdrawal import ROWS
from tests.agreement import OUTCOMES, Order, disagreements
from tests.oracle import (
    COUNTRIES,
    ONE_DAY,
    PROTECTED_AT_HOME,
    clock_of,
    end_of_day,
    extended_end,
    local_day,
    oracle,
    ordinary_end,
    payment_of,
    same_date_a_year_later,
    settled,
)
from tests.strategies import FLAGS

pytestmark = pytest.mark.slow

CODES = ("order_status", "payment_status", "order_kind", "product", "customer_type")
VALUES: dict[str, list[Any]] = {field: data.table("order.schema")["$defs"][field]["enum"] for field in CODES}
VALUES |= {flag: [True, False, None] for flag in FLAGS}
DAYS = [date(2026, 1, 1) + number * ONE_DAY for number in range(3 * 365 + 1)]
SECOND = timedelta(seconds=1)

# A country for each kind of law: the Directive, Britain's own, one that protects more people, one without the right, not known.
LAWS: dict[str, Order] = {country: {"country": country} for country in ("BE", "GB", "PL", "CH")}
LAWS["unknown"] = {"time_zone": "Europe/Rome"}
PAID = [
    {"order_status": status, "payment_status": payment}
    for status, payment in product(VALUES["order_status"], VALUES["payment_status"])
    if status != "cancelled" and payment_of({"order_status": status, "payment_status": payment}) in ("paid", "pending")
]
CONSUMERS: list[Order] = [{"customer_type": who} for who in ("consumer", "mixed_mainly_private")]
EARLY, LATE = ROWS[:8], ROWS[8:]


# ---- orders -----------------------------------------------------------------------------------------------------


def combined(*fields: str) -> Iterator[Order]:
    """Every combination of the fields' values that is no contradiction: what never began has not been performed."""
    for values in product(*(VALUES[field] for field in fields)):
        order = dict(zip(fields, values, strict=True))
        if not (order.get("fully_performed") and order.get("performance_begun") is False):
            yield order


def codes() -> Iterator[Order]:
    """Every combination of the codes."""
    return combined(*CODES)


def answers() -> Iterator[Order]:
    """Every combination of the answers, with each product, new or renewed."""
    return ({"order_kind": kind} | part for kind in ("new", "renewal") for part in combined("product", *FLAGS))


def told(place: Order, parts: Iterable[Order], *rest: list[Order]) -> Iterator[Order]:
    """An order from there with each of these parts; the rest takes turns, and what is not known is null or absent."""
    chance = Random(0)
    for part, start in zip(parts, cycle(DAYS), strict=False):
        order = moments(place, start, chance) | place
        for some in (ANSWERS, *rest):
            order |= chance.choice(some)
        order |= part
        yield {field: value for field, value in order.items() if value is not None or chance.random() < 0.5}


ANSWERS = list(combined(*FLAGS))


def moments(place: Order, start: date, chance: Random) -> Order:
    """When what happened, in an order whose period starts on that day: all in the order of time."""
    there = settled(place)
    country, clock = there.get("country"), clock_of(there) or ""
    law = country if country in COUNTRIES else "BE"
    ends = [reading(start, law, there.get("region"))[0] for reading in (ordinary_end, extended_end)]
    end, longest = (datetime.fromisoformat(end_of_day(day, clock)) for day in ends)
    soon = datetime(start.year, start.month, start.day, 12, tzinfo=UTC) + 2 * ONE_DAY
    now = chance.choice([soon, end - SECOND, end, longest - SECOND, longest])
    today, year, later = local_day(now, clock), same_date_a_year_later(start), start + 500 * ONE_DAY
    informed = [day for day in (start, start + 2 * ONE_DAY, year, year + ONE_DAY) if day <= today]
    sent = [moment.isoformat() for moment in (soon, end - SECOND, end) if moment <= now]
    choices: dict[str, list[Any]] = {
        "ordered_at": [None, start, f"{start}T00:00:00", f"{start}T23:59:59", end_of_day(start - ONE_DAY, clock)],
        "delivered_on": [None, start + ONE_DAY],
        "info_given_on": [None, None, *informed],
        "withdrawn_at": [None, None, None, *sent],
        "trader_informed_on": [None, None, today],
        "order_expires": [None, start + ONE_DAY, today, now.isoformat(), later],
        "trader_last_day": [None, None, start + ONE_DAY, later],
    }
    drawn = {field: chance.choice(values) for field, values in choices.items()}
    return {"now": now.isoformat()} | {field: value and str(value) for field, value in drawn.items()}


def of_consumers(place: str) -> Iterator[Order]:
    """An order for every combination of the answers, from consumers who have paid."""
    return told(LAWS[place], answers(), PAID, CONSUMERS)


# ---- agreement --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", LAWS)
def test_every_combination_of_the_codes(place: str) -> None:
    """Whatever OVHcloud shows, whoever ordered what: the rules and the oracle agree."""
    found = disagreements(told(LAWS[place], codes()))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", ["BE", "GB"])
def test_every_combination_of_the_answers(place: str) -> None:
    """Whatever a consumer who has paid answers, of any product: the rules and the oracle agree."""
    found = disagreements(of_consumers(place))

    assert not found, "\n".join(found)


def test_every_combination_of_those_protected_at_home() -> None:
    """Whatever somebody answers whom only his own state protects: the rules and the oracle agree."""
    protected: list[Order] = [{"customer_type": who} for country, who in sorted(PROTECTED_AT_HOME) if country == "PL"]
    found = disagreements(told(LAWS["PL"], combined("product", *FLAGS), PAID, protected))

    assert not found, "\n".join(found)


def test_every_country() -> None:
    """Wherever anybody lives who has paid: the rules and the oracle agree."""
    homes = [{"country": code} | ({} if right.given else LAWS["unknown"]) for code, right in places.countries().items()]
    orders = (told(home, combined("customer_type", "order_kind"), PAID, [*combined("product")]) for home in homes)
    found = disagreements(chain.from_iterable(orders))

    assert not found, "\n".join(found)


# ---- that the product comes apart, and that nothing is left out ----------------------------------------------------

seen: set[str] = set()
"""The fields of a watched order that were looked at."""


class Watched(Line):
    """An order that notes which of its fields are looked at: the others cannot have mattered."""

    def __getattribute__(self, name: str) -> Any:
        seen.add(name)
        return super().__getattribute__(name)


def watched(order: Order) -> Case:
    """The case of an order, with all that is looked at from now on."""
    (line,), errors = read(order)
    assert not errors, (order, errors)
    case = Case(Watched(**{field: getattr(line, field) for field in Line.__slots__}), silent=True)
    seen.clear()
    return case


@pytest.mark.parametrize("place", LAWS)
def test_rows_1_to_8_look_at_no_answer(place: str) -> None:
    """No answer can change what the first eight rows decide, but for people whom only their own state protects."""
    for order in told(LAWS[place], codes()):
        case = watched(order)
        next((verdict for row in EARLY if (verdict := row(case))), None)

        assert (place, order.get("customer_type")) in PROTECTED_AT_HOME or not seen & {*FLAGS}, order


@pytest.mark.parametrize("place", ["BE", "GB"])
def test_rows_9_to_19_look_at_no_other_code(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither payment nor customer can change what the other rows decide, nor a status what is no thing to be delivered.

    What every verdict says of the status beside that does not count here: it hangs on the codes, which are combined in full.
    """
    really_answer = Case.answer

    def answer(*told: Any, **keys: Any) -> Any:
        before = {*seen}
        verdict = really_answer(*told, **keys)
        seen.intersection_update(before)
        return verdict

    monkeypatch.setattr(Case, "answer", answer)
    for order in of_consumers(place):
        if order.get("product") is None:
            continue  # row 8 asks for it
        case = watched(order)
        assert next(verdict for row in LATE if (verdict := row(case)))

        may_be_late = {"order_status"} if order["product"] == "goods" else set()
        assert set() == seen & {"order_status", "payment_status", "order_expires", "customer_type"} - may_be_late, order


def test_every_day_meets_every_value() -> None:
    """Each of the days is the start of orders with every value of every enumeration."""
    parts = (zip(cycle(DAYS), orders, strict=False) for orders in (codes(), answers()))
    met = {(day, *item) for day, part in chain.from_iterable(parts) for item in part.items()}

    assert {(day, field, value) for day in DAYS for field, values in VALUES.items() for value in values} == met


def test_every_outcome_is_met() -> None:
    """Orders of all kinds are among them: each outcome of a valid order."""
    wanted = {*OUTCOMES} - {"invalid"}
    for order in chain.from_iterable(told(LAWS[place], codes()) for place in ("CH", "BE")):
        wanted.discard(oracle(order)["outcome"])
        if not wanted:
            break

    assert set() == wanted
