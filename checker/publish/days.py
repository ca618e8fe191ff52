"""Days as a table writes them: short, with the month in numbers, as CLDR has them."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

VARIANTS = {"en": "en_GB", "pt": "pt_PT"}
"""The site speaks to customers in Europe."""

LONG_WEEKDAYS = frozenset({"pt"})
"""Where CLDR abbreviates to whole words (`segunda`), its shortest form is what tables want (`seg.`)."""

NO_BREAK = "\u00a0"


@cache
def locale(language: str) -> Locale:
    """CLDR's locale for a language of the site. Raises babel.UnknownLocaleError."""
    return Locale.parse(VARIANTS.get(language, language))


@cache
def weekday(day: date, language: str) -> str:
    """A day inside a month that is named beside it: `sab 5`."""
    return _written("Ed", day, language)


@cache
def weekday_and_date(day: date, language: str) -> str:
    """A day with its month in numbers, without its year: `sab 05/09`."""
    return _written("MEd", day, language)


@cache
def month(day: date, language: str) -> str:
    """The month of a day, by itself: `settembre 2026`."""
    return _written("yMMMM", day, language)


def _written(skeleton: str, day: date, language: str) -> str:
    pattern = str(locale(language).datetime_skeletons[skeleton].pattern)
    if language in LONG_WEEKDAYS:
        pattern = pattern.replace("E", "EEEEEE")
    # CLDR's comma behind the weekday would be read as parting two days where several are listed; no line ends in a day.
    return format_date(day, pattern, locale=locale(language)).replace(",", "").replace(" ", NO_BREAK)
