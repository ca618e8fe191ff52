"""Common ways to count, each with an order for which it gives a wrong day, beside the day that the rules give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from checker.publish.tables.deadlines import end, months
from checker.publish.tables.examples import ORDINARY
from checker.publish.tables.reader import Reader, table
from checker.rules import check
from checker.rules.periods import DAY, SATURDAY, add_months, calendar, ending
from checker.rules.places import Place, Right, zone_of
from checker.words import N_, label
from checker.words.dates import in_words, moment_in_words

FORTNIGHT = 14 * DAY
ITALY = Place("IT", Right.DIRECTIVE)

Way = Callable[[str], date]
"""From the order's day or moment, as the contract writes it, to the last day that this way of counting gives."""


def _next_working_day(day: date) -> date:
    return end(ending(day, day, calendar(ITALY)))


def _plus_fifteen(ordered: str) -> date:
    return date.fromisoformat(ordered[:10]) + 15 * DAY


def _first_day_counted(ordered: str) -> date:
    return date.fromisoformat(ordered[:10]) + 13 * DAY


def _never_moved(ordered: str) -> date:
    return date.fromisoformat(ordered[:10]) + FORTNIGHT


def _weekends_only(ordered: str) -> date:
    day = _never_moved(ordered)
    while day.weekday() >= SATURDAY:
        day += DAY
    return day


def _sundays_and_holidays_only(ordered: str) -> date:
    day = _never_moved(ordered)
    while (closed := calendar(ITALY).closed(day)) and closed != "saturday":
        day += DAY
    return day


def _italian_holidays(ordered: str) -> date:
    return _next_working_day(_never_moved(ordered))


def _working_days(ordered: str) -> date:
    day = date.fromisoformat(ordered[:10])
    for _ in range(14):
        day = _next_working_day(day + DAY)
    return day


def _in_utc(ordered: str) -> date:
    return _next_working_day((datetime.fromisoformat(ordered) - datetime.fromisoformat(ordered).utcoffset()).date() + FORTNIGHT)  # type: ignore[operator]  # it has an offset


@dataclass(frozen=True, slots=True)
class Method:
    """A way to count: how it is called, what it does, and an order that it gets wrong (changes of an ordinary order)."""

    words: str
    way: Way
    ordered: str
    country: str = "IT"


METHODS = (
    Method(N_("Data dell'ordine più 15 giorni"), _plus_fifteen, "2026-09-07"),
    Method(N_("Il giorno dell'ordine vale come giorno 1"), _first_day_counted, "2026-09-07"),
    Method(N_("14 giorni, senza mai spostare l'ultimo"), _never_moved, "2026-09-05"),
    Method(N_("Spostare l'ultimo giorno solo per i fine settimana, non per i festivi"), _weekends_only, "2026-12-11"),
    Method(
        N_("Spostare l'ultimo giorno per le domeniche e i festivi, ma non per il sabato"),
        _sundays_and_holidays_only,
        "2026-09-05",
    ),
    Method(N_("14 giorni lavorativi"), _working_days, "2026-09-07"),
    Method(N_("Le festività italiane per tutti i paesi"), _italian_holidays, "2026-10-28", "PL"),
    Method(N_("Spostare l'ultimo giorno anche nel Regno Unito"), _italian_holidays, "2026-09-05", "GB"),
    Method(N_("La data dell'ordine in ora universale (UTC)"), _in_utc, "2026-09-08T00:30:00+02:00"),
)

COLUMNS = (N_("Metodo"), N_("Ordine"), N_("Che cosa dà"), N_("Il giorno giusto"), N_("Quante volte sbaglia"))
HOURS = N_("14 volte 24 ore dall'ora dell'ordine")
OFTEN = N_("{wrong} su {all}")
UNCOUNTED = N_("non contato")
CLOCK = N_("{day}, ore {time}")
WHOLE_DAY = N_("{day}, fino alle 24")


def wrong(reader: Reader) -> str:
    """The table. How often a method errs: of orders made in Italy, one a day, from the build on."""
    rows = [_row(method, reader) for method in METHODS]
    rows.insert(2, _hours(reader))
    return table([reader.say(column) for column in COLUMNS], rows)


@cache
def last_day(ordered: str, country: str) -> date:
    """The last day by law, of an ordinary order that was made in this country; day 14 where the holidays are not known."""
    verdict = check({**ORDINARY, "ordered_at": ordered, "country": country, "now": f"{ordered[:10]}T23:59:59+02:00"})
    day = verdict.last_day or verdict.safe_day
    assert day
    return day


@cache
def how_often(way: Way, today: date) -> tuple[int, int]:
    """On how many days an order made in Italy gets a wrong last day, of how many: the twelve months from `today`."""
    periods = [period for month in months("IT", today) for period in month.periods]
    year = [period for period in periods if today <= period.start < add_months(today, 12)]
    return sum(way(period.start.isoformat()) != end(period) for period in year), len(year)


def _row(method: Method, reader: Reader) -> list[str]:
    right = last_day(method.ordered, method.country)
    often = reader.say(UNCOUNTED)
    if method.country == "IT" and len(method.ordered) == len("2026-09-07"):
        number, whole = how_often(method.way, reader.today)
        often = reader.say(OFTEN, wrong=number, all=whole)
    return [
        reader.say(method.words),
        _order(method.ordered, method.country, reader),
        in_words(method.way(method.ordered), reader.language),
        f"**{in_words(right, reader.language)}**",
        often,
    ]


def _hours(reader: Reader) -> list[str]:
    """Hours reach the right day but the wrong moment: the last day counts to its end, and clocks change on the way."""
    ordered = "2026-10-20T10:00:00+02:00"
    end = datetime.fromisoformat(ordered) + timedelta(hours=14 * 24)
    local = end.astimezone(zone_of("IT"))
    said = reader.say(CLOCK, day=in_words(local.date(), reader.language), time=f"{local:%H:%M}")
    whole = reader.say(WHOLE_DAY, day=in_words(last_day(ordered, "IT"), reader.language))
    return [reader.say(HOURS), _order(ordered, "IT", reader), said, f"**{whole}**", reader.say(UNCOUNTED)]


def _order(ordered: str, country: str, reader: Reader) -> str:
    return f"{moment_in_words(ordered, reader.language)}, {label('country', country, reader.language)}"
