"""Days and instants as an order states them: a local day, a wall-clock time where the customer lives, or an instant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Years outside are refused: OVHcloud sold nothing before, and no rule here can be known to hold after."""

_DAY = r"(\d{4}-\d{2}-\d{2})"
_CLOCK = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
_OFFSET = r"(Z|[+-](0\d|1[0-4]):[0-5]\d)"
_MOMENT = re.compile(rf"{_DAY}(?P<clock>T{_CLOCK}(?P<offset>{_OFFSET})?)?", re.ASCII)


class Refused(ValueError):
    """A value that cannot be read; `code` says why."""

    def __init__(self, code: str) -> None:
        self.code = code


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a wall-clock time or an instant: exactly what was stated, no more."""

    written: date
    """The day as written."""
    time: datetime | None = None
    """With an offset: an instant. Without: the wall clock where the customer lives. None: the whole day is meant."""

    @classmethod
    def of(cls, instant: datetime) -> Moment:
        """The moment that an instant (with offset) is."""
        return cls(instant.date(), instant)

    @property
    def instant(self) -> datetime | None:
        """The instant, where one was stated."""
        return self.time if self.time and self.time.tzinfo else None

    @property
    def stated(self) -> date | datetime:
        """What was stated: the instant, or the day."""
        return self.instant or self.written

    def day(self, zone: ZoneInfo | None) -> date:
        """The local day in `zone`; as written where the zone is not known or only a day or wall clock was stated."""
        instant = self.instant
        return instant.astimezone(zone).date() if instant and zone else self.written

    def after(self, other: Moment, zone: ZoneInfo | None) -> bool:
        """Whether this moment is certainly later than `other`: on a later local day, or later on the clock.

        Without a zone, an instant is held against a day as if it could be anywhere on Earth.
        """
        mine, theirs = self.at(zone), other.at(zone)
        if mine and theirs:
            return mine > theirs
        if zone or (self.instant is None) == (other.instant is None):
            return self.day(zone) > other.day(zone)
        slack = timedelta(days=1)
        return self.written > other.written + slack

    def at(self, zone: ZoneInfo | None) -> datetime | None:
        """The instant, where the clock was stated and can be placed."""
        if self.time is None or self.time.tzinfo:
            return self.time
        return self.time.replace(tzinfo=zone).astimezone(UTC) if zone else None


def moment(value: object) -> Moment:
    """A `YYYY-MM-DD` day, a wall-clock time, or an instant with offset; no other form is read (Refused otherwise)."""
    if not isinstance(value, str):
        raise Refused("wrong_type")
    form = _MOMENT.fullmatch(value)
    if not form:
        raise Refused("not_a_date")
    try:
        day = date.fromisoformat(form[1])
        time = datetime.fromisoformat(value) if form["clock"] else None
    except ValueError:
        raise Refused("no_such_day") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused("out_of_range")
    return Moment(day, time)


def instant(value: object) -> datetime:
    """An instant with offset (Refused otherwise)."""
    read = moment(value)
    if read.instant is None:
        raise Refused("no_offset")
    return read.instant


def day_or_instant(value: object) -> Moment:
    """A day, or an instant with offset: a clock time without one is refused, for it cannot be placed."""
    read = moment(value)
    if read.time and not read.instant:
        raise Refused("no_offset")
    return read


def utc(instant: datetime) -> str:
    """An instant in UTC as JSON has it: `2026-09-21T22:00:00Z`."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
