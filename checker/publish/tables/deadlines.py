"""Ordered on which day, last day to withdraw: each country's days as the rules count them, and all countries at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from html import escape
from itertools import islice

from checker.publish.days import weekday_and_date
from checker.publish.names import by_name
from checker.publish.tables.reader import Reader, table
from checker.rules import data, national, places
from checker.rules.deadline import Event, Informed, deadline
from checker.rules.periods import DAY, Period, add_months, calendar
from checker.rules.places import Place
from checker.rules.verdict import Warning
from checker.words import N_, label
from checker.words.dates import in_words

WEEKEND = ("saturday", "sunday")
COMPUTED = N_("Calcolato il {day}, con le regole della [verifica dell'ordine]({checker}).")
NEVER_MOVES = N_("Non si sposta mai")
HEAD = (
    N_("Paese"),
    N_("Ordinato {day}: ultimo giorno"),
    N_("Prossimi giorni festivi che spostano l'ultimo giorno"),
)
FOURTEENTH = N_("{last} (il giorno 14 è {nominal})")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another last day in some regions: for whom, for orders of which days, and by which holidays of theirs."""

    regions: tuple[str, ...]
    ordered: tuple[date, ...]
    last: date
    holidays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The orders of a month: a period for each day, from the first on, and what differs in some regions."""

    periods: tuple[Period, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def first(self) -> date:
        """Its first day."""
        return self.periods[0].start


@cache
def countries() -> Mapping[str, Place]:
    """The states whose consumers have the right, by their codes; what is part of another state is left out."""
    read = {code: places.read(code, None, None)[0] for code, right in places.countries().items() if right.given}
    return {code: place for code, place in read.items() if place and place.country == code}


@cache
def months(country: str, today: date) -> tuple[Month, ...]:
    """The orders from the month before `today`'s to the same month next year: who ordered last week needs it most."""
    first = add_months(today.replace(day=1), -1)
    return tuple(_month(countries()[country], add_months(first, number)) for number in range(14))


def end(period: Period) -> date:
    """The last day; where the holidays are not known, the fourteenth, which does not hang on them."""
    return period.last or period.nominal


@cache
def moves(country: str) -> bool:
    """Whether the last day moves where it is no working day."""
    return calendar(countries()[country]).moves


@cache
def doubts(country: str, today: date) -> tuple[Warning, ...]:
    """What the rules warn of where a customer of the country asks for one of these days."""
    place = countries()[country]
    ends = {period.last for month in months(country, today) for period in month.periods}
    possible = {day for region in places.regions(country) for day in calendar(replace(place, region=region)).possible}
    communes = national.SOME_COMMUNES.get(country)
    some = any(communes in there.holidays for month in months(country, today) for there in month.elsewhere)
    found = {
        Warning.ROLL_UNCERTAIN: country in national.ROLL_UNCERTAIN,
        Warning.LOCAL_HOLIDAY_POSSIBLE: country in national.LOCAL_HOLIDAYS or some or bool(ends & possible),
        Warning.NATIONAL_TEXT_EARLIER: country in national.FIRST_DAY_COUNTED,
        Warning.BEYOND_COVERAGE: None in ends,
    }
    return tuple(warning for warning, there in found.items() if there)


Named = Callable[[str], str]
"""From a holiday's name to how a page writes it."""


@cache
def named_in(country: str, language: str) -> Named:
    """How a page in `language` writes the holidays of a country: marked as being in that country's own language."""
    native = data.table(f"closed_days/{country}")["language"] if moves(country) else language
    if native == language:
        return partial(escape, quote=False)
    return lambda name: f'<span lang="{native}">{escape(name, quote=False)}</span>'


def overview(reader: Reader) -> str:
    """All countries as Markdown, by name: an order of the day of the build, and the holidays that move a last day next."""
    named = {label("country", code, reader.language): code for code in countries()}
    day = in_words(reader.today, reader.language, "long")
    head = [reader.say(title, day=weekday_and_date(reader.today, reader.language)) for title in HEAD]
    names = sorted(named, key=by_name)
    rows = [_row(named[name], name, reader) for name in names]
    links = "\n".join(f"- {_link(named[name], name, reader)}" for name in names)
    computed = reader.say(COMPUTED, day=f"**{day}**", checker=f"{reader.up}checker.md")
    return f'<div class="jump" markdown="1">\n\n{links}\n\n</div>\n\n{computed}\n\n{table(head, rows)}'


def _row(country: str, name: str, reader: Reader) -> Sequence[str]:
    period = _period(countries()[country], reader.today)
    last = weekday_and_date(end(period), reader.language)
    if period.closed:
        last = reader.say(FOURTEENTH, last=last, nominal=weekday_and_date(period.nominal, reader.language))
    native = named_in(country, reader.language)
    next_two = [
        f"{weekday_and_date(day, reader.language)} {native(why)}" for day, why in islice(_holidays(country, reader.today), 2)
    ]
    return _link(country, name, reader), last, ", ".join(next_two) if moves(country) else reader.say(NEVER_MOVES)


def _link(country: str, name: str, reader: Reader) -> str:
    return f"[{name}]({reader.up}deadlines/{country.lower()}.md)"


def _holidays(country: str, today: date) -> Iterator[tuple[date, str]]:
    """The holidays from `today` on that a last day can fall on: those on a weekend move nothing by themselves."""
    days = calendar(countries()[country]).days
    return ((day, days[day]) for day in sorted(days) if day >= today and day.weekday() < 5)


def _month(place: Place, first: date) -> Month:
    length = (add_months(first, 1) - first).days
    periods = tuple(_period(place, first + number * DAY) for number in range(length))
    return Month(periods, tuple(_elsewhere(place, periods)))


def _elsewhere(place: Place, periods: Sequence[Period]) -> Iterator[Elsewhere]:
    """Each other end once: the regions that share it, and the days that lead to it."""
    found: dict[tuple[tuple[str, ...], date, tuple[str, ...]], list[date]] = {}
    for here in periods:
        ends: dict[tuple[date, tuple[str, ...]], list[str]] = {}
        for region in places.regions(place.country):
            there = _period(replace(place, region=region), here.start)
            if there.last and there.last != here.last:
                own = tuple(why for day, why in there.closed if not calendar(place).closed(day))
                ends.setdefault((there.last, own), []).append(region)
        for (last, own), regions in ends.items():
            found.setdefault((tuple(regions), last, own), []).append(here.start)
    for (regions_there, last, own), ordered in found.items():
        yield Elsewhere(regions_there, tuple(ordered), last, own)


def _period(place: Place, ordered: date) -> Period:
    return deadline(Event(ordered, place, Informed.IN_TIME)).initial
