"""Regulation (EEC, Euratom) 1182/71: days, months, working days, and where the known public holidays end.

Days are calendar days (`date`) where the customer lives; hours are never added to reach a day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from checker.rules import data
from checker.rules.places import Place, Right

DAY = timedelta(days=1)
LONGEST_CLOSURE = timedelta(days=31)
"""Where the holidays are not known, no run of closed days moves a last day further than this."""

SATURDAY = 5


@dataclass(frozen=True, eq=False, slots=True)
class Calendar:
    """The closed days of a place: `days` (day -> the holiday's own name), known from `first` to `last` included.

    `possible` are holidays of some communes only: they do not count here, but they may there.
    `moves` is False where the law lets the last day of a period stand whatever day it is (Great Britain).
    """

    moves: bool
    first: date = date.min
    last: date = date.max
    days: Mapping[date, str] = field(default_factory=dict)
    possible: frozenset[date] = frozenset()

    def closed(self, day: date) -> str | None:
        """Why `day` is no working day (art. 2): `saturday`, `sunday` or the holiday's name; None on a working day.

        Raises Uncovered where the public holidays of that day are not known.
        """
        if day.weekday() >= SATURDAY:
            return "saturday" if day.weekday() == SATURDAY else "sunday"
        if not self.first <= day <= self.last:
            raise Uncovered
        return self.days.get(day)


_NEVER_MOVES = Calendar(moves=False)


class Uncovered(LookupError):
    """A day whose public holidays are not known."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period from its event to its end.

    start    the day of the event, not counted (art. 3(1))
    nominal  the last day by counting alone
    last     the day it ends: `nominal`, or the working day it moves to (art. 3(4)); None where that is not known
    closed   each day from `nominal` on that is no working day, with the reason
    """

    start: date
    nominal: date
    last: date | None
    closed: tuple[tuple[date, str], ...] = ()

    @property
    def latest(self) -> date:
        """The latest day that the period can end, also where the public holidays are not known."""
        return self.last or self.nominal + LONGEST_CLOSURE


def calendar(place: Place) -> Calendar:
    """The closed days that count for a customer who lives in `place`."""
    if place.right is not Right.DIRECTIVE:
        return _NEVER_MOVES
    return _calendar(place.country, (place.region,) if place.region else ())


def calendar_of_all_regions(place: Place) -> Calendar:
    """The days that are closed in at least one region of the country that `place` lies in."""
    return _calendar(place.country, tuple(data.table(f"closed_days/{place.country}")["regions"]))


@cache
def _calendar(country: str, regions: tuple[str, ...]) -> Calendar:
    table = data.table(f"closed_days/{country}")
    days = dict(table["days"])
    for region in regions:
        days |= table["regions"].get(region, {})
    return Calendar(
        moves=True,
        first=date.fromisoformat(table["first"]),
        last=date.fromisoformat(table["last"]),
        days={date.fromisoformat(day): name for day, name in days.items()},
        possible=frozenset(
            date.fromisoformat(day) for region, some in table["possible"].items() if region in regions for day in some
        ),
    )


def fourteen_days(start: date, calendar: Calendar) -> Period:
    """Fourteen days after `start` (Directive 2011/83/EU art. 9; Regulation 1182/71 art. 3(1), (2)(b), (3), (4))."""
    return ending(start, start + 14 * DAY, calendar)


def ending(start: date, nominal: date, calendar: Calendar) -> Period:
    """The period that counting alone ends on `nominal`: a last day that is no working day moves on (art. 3(4))."""
    if not calendar.moves:
        return Period(start, nominal, nominal)
    closed: list[tuple[date, str]] = []
    day = nominal
    try:
        while reason := calendar.closed(day):
            closed.append((day, reason))
            day += DAY
    except Uncovered:
        return Period(start, nominal, None, tuple(closed))
    return Period(start, nominal, day, tuple(closed))


def add_months(day: date, months: int) -> date:
    """The same date `months` later, or the last day of that month where it does not exist (art. 3(2)(c))."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
