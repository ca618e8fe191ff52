"""The checker's rules with the closed days that the `holidays` package gives, as a program would that has no table of them."""

import json
from datetime import UTC, date, datetime
from functools import cache

import holidays

from checker import answer
from checker.rules import periods


@cache
def closed_days(country: str, regions: tuple[str, ...]) -> periods.Calendar:
    """The closed days of a country, computed here, in place of the rules' own table."""
    this = datetime.now(UTC).year
    years = range(this - 1, this + 3)
    days = holidays.country_holidays(country, years=years)
    return periods.Calendar(moves=True, first=date(years[0], 1, 1), last=date(years[-1], 12, 31), days=dict(days))


periods._calendar = closed_days  # the rules ask for it by this name


def answered(order: str) -> str:
    """What the checker says of an order, as JSON."""
    return json.dumps(json.loads(answer.answer(order, "it"))["explanation"])
