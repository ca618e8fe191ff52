"""The days of one country, month by month: as HTML for its page, as Markdown for the page's Markdown twin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from html import escape

from checker.publish.days import month as month_in_words
from checker.publish.days import weekday, weekday_and_date
from checker.publish.tables import deadlines
from checker.publish.tables.deadlines import Elsewhere, Month, Named
from checker.publish.tables.reader import Reader, table
from checker.rules.periods import Period
from checker.words import N_, label
from checker.words.dates import listed

MONTHS = N_("Mesi")
ORDERED, LAST, WHY = N_("Ordinato"), N_("Ultimo giorno"), N_("Perché")
ELSEWHERE = N_("{regions}: ordini di {ordered}, ultimo giorno {last} ({holidays}).")
CHECK = N_("Controlla il tuo ordine")
MOVED = "*"


def html(country: str, reader: Reader) -> str:
    """Links to the months, a table for each, and the way to the checker with the country filled in."""
    found = deadlines.months(country, reader.today)
    links = "".join(f'<li><a href="#{_id(month)}">{_name(month, reader)}</a></li>' for month in found)
    tables = "".join(_month_html(country, month, reader) for month in found)
    return (
        f'<nav class="months-nav" aria-label="{_say(MONTHS, reader)}"><ul>{links}</ul></nav>\n'
        f'<div class="months" id="months">\n{tables}</div>\n'
        f'<p><a class="md-button" href="{_checker(country, reader)}">{_say(CHECK, reader)}</a></p>'
    )


def markdown(country: str, reader: Reader) -> str:
    """The same: a section for each month."""
    sections = [_month_markdown(country, month, reader) for month in deadlines.months(country, reader.today)]
    return "\n\n".join([*sections, f"[{reader.say(CHECK)}]({_checker(country, reader)})"])


def _month_html(country: str, month: Month, reader: Reader) -> str:
    moves = deadlines.moves(country)
    head = "".join(f'<th scope="col">{_say(title, reader)}</th>' for title in _columns(country))
    native = deadlines.named_in(country, reader.language)
    rows = "".join(_row_html(period, reader.language, moves, native) for period in month.periods)
    other = "".join(f"<li>{said}</li>" for said in _elsewhere(month, reader, native))
    return (
        f'<section class="month"><table class="days"><caption><h2 id="{_id(month)}">{_name(month, reader)}</h2></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>{f'<ul>{other}</ul>' if other else ''}</section>\n"
    )


@cache
def _row_html(period: Period, language: str, moves: bool, native: Named) -> str:
    ordered, last, why = _cells(period, language, native)
    row = f'<th scope="row">{ordered}</th><td>{last}</td>' + (f"<td>{why}</td>" if moves else "")
    return f'<tr class="moved">{row}</tr>\n' if period.closed else f"<tr>{row}</tr>\n"


def _month_markdown(country: str, month: Month, reader: Reader) -> str:
    columns = _columns(country)
    rows = [_cells(period, reader.language)[: len(columns)] for period in month.periods]
    parts = [f"## {_name(month, reader)}", table([reader.say(title) for title in columns], rows)]
    other = "\n".join(f"- {said}" for said in _elsewhere(month, reader))
    return "\n\n".join([*parts, other] if other else parts)


def _columns(country: str) -> tuple[str, ...]:
    return (ORDERED, LAST, WHY) if deadlines.moves(country) else (ORDERED, LAST)


def _cells(period: Period, language: str, native: Named = str) -> tuple[str, str, str]:
    """The day of the order, the last day, marked where it moved, and the closed days that moved it, as `native` names them."""
    last = deadlines.end(period)
    closed = [
        f"{_near(day, last, language)}{'' if why in deadlines.WEEKEND else f' {native(why)}'}" for day, why in period.closed
    ]
    return weekday(period.start, language), _last(period.nominal, last, language), ", ".join(closed)


def _elsewhere(month: Month, reader: Reader, native: Named = str) -> Iterator[str]:
    return (_in_regions(other, reader, native) for other in month.elsewhere)


def _in_regions(other: Elsewhere, reader: Reader, native: Named) -> str:
    language = reader.language
    return reader.say(
        ELSEWHERE,
        regions=listed([label("region", code, language) for code in other.regions], language),
        ordered=listed([weekday(day, language) for day in other.ordered], language),
        last=weekday_and_date(other.last, language) + MOVED,
        holidays=", ".join(map(native, other.holidays)),
    )


def _last(nominal: date, last: date, language: str) -> str:
    return weekday_and_date(last, language) + (MOVED if last != nominal else "")


def _near(day: date, last: date, language: str) -> str:
    """A day beside the last day: with its month only where that is another."""
    return weekday(day, language) if day.month == last.month else weekday_and_date(day, language)


def _id(month: Month) -> str:
    return f"{month.first:%Y-%m}"


def _name(month: Month, reader: Reader) -> str:
    return month_in_words(month.first, reader.language)


def _checker(country: str, reader: Reader) -> str:
    return f"{reader.home}checker/#answers?country={country}"


def _say(message: str, reader: Reader) -> str:
    return escape(reader.say(message))
