"""Until when: the period of Directive 2011/83/EU arts 9 and 10, and what missing information does to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from checker.rules import national
from checker.rules.order import Order
from checker.rules.periods import (
    DAY,
    Calendar,
    Period,
    add_months,
    calendar,
    calendar_of_all_regions,
    ending,
    fourteen_days,
)
from checker.rules.places import Place


class Informed(Enum):
    """Whether the trader told the customer of the right of withdrawal (art. 6(1)(h)), and when."""

    IN_TIME = auto()
    LATE = auto()
    """Within twelve months of the start: fourteen days from then (art. 10(2))."""
    TOO_LATE = auto()
    """Later than that: as if never."""
    NEVER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of the right.

    initial   fourteen days from the start
    extended  twelve months from the end of the initial period: the end if the information was never given
    period    the one of the periods that counts; safe_day: its end on the strictest reading
    """

    informed: Informed
    initial: Period
    extended: Period
    period: Period
    safe_day: date

    def extension_possible(self, day: date) -> bool:
        """Whether `day` could still lie within the twelve months, were the information never given."""
        return self.informed is Informed.UNKNOWN and day <= self.extended.latest


@dataclass(frozen=True, slots=True)
class Event:
    """What the period hangs on: its start, where the customer lives, whether and when the information came."""

    start: date
    place: Place
    informed: Informed
    received: date | None = None


def event(order: Order, start: date, place: Place) -> Event:
    """The event of an order. A stated day of receipt governs, whatever `info_given` says."""
    if order.info_given_on:
        received = order.day(order.info_given_on)
        if received <= start:
            return Event(start, place, Informed.IN_TIME)
        late = received <= add_months(start, 12)
        return Event(start, place, Informed.LATE if late else Informed.TOO_LATE, received)
    answers = {None: Informed.UNKNOWN, True: Informed.IN_TIME, False: Informed.NEVER}
    return Event(start, place, answers[order.info_given])


def deadline(event: Event) -> Deadline:
    """The end of the right that the event starts."""
    return _deadline(event, calendar(event.place))


def moved_in_some_region(event: Event) -> bool:
    """Whether the closed days of some region of the country could move an end, were the region known."""
    here, anywhere = deadline(event), _deadline(event, calendar_of_all_regions(event.place))
    return (here.period.last, here.extended.last) != (anywhere.period.last, anywhere.extended.last)


@lru_cache
def _deadline(event: Event, days: Calendar) -> Deadline:
    initial = fourteen_days(event.start, days)
    # Art. 10(1): from "the end of the initial withdrawal period". Art. 3(4) moves that end, so the moved day counts;
    # whether it does is an open question, hence the safe day runs from the unmoved one.
    base = initial.last or initial.nominal
    extended = ending(base, add_months(base, 12), days)
    if event.informed in (Informed.NEVER, Informed.TOO_LATE):
        return Deadline(event.informed, initial, extended, extended, _safe_extended(event, initial))
    late = event.informed is Informed.LATE and event.received
    period = fourteen_days(late, days) if late else initial
    return Deadline(event.informed, initial, extended, period, period.nominal)


def _safe_extended(event: Event, initial: Period) -> date:
    safe = add_months(initial.nominal, 12)
    if event.place.country in national.TWELVE_MONTHS_FROM_THE_START:
        safe = min(safe, add_months(event.start, 12) + 14 * DAY)
    return safe
