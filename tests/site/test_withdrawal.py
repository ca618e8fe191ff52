"""The examples on the page in prose are what the rules compute."""

from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

from checker import check
from tests.site.built import page

LOCALES = {"it": "it", "en": "en_GB"}
EXAMPLES = [
    (date(2026, 11, 2), date(2026, 11, 16), date(2026, 11, 16)),
    (date(2026, 9, 5), date(2026, 9, 21), date(2026, 9, 19)),
    (date(2026, 12, 11), date(2026, 12, 28), date(2026, 12, 25)),
]


def verdict(ordered: date, country: str) -> dict[str, object]:
    """What the rules say of an ordinary order on the day after it."""
    found: dict[str, object] = check(
        {
            "now": f"{ordered.isoformat()}T23:59:00+02:00",
            "ordered_at": ordered.isoformat(),
            "customer_type": "consumer",
            "country": country,
            "product": "web_hosting",
            "order_kind": "new",
            "order_status": "delivered",
            "payment_status": "paid",
            "info_given": True,
        }
    ).as_json()
    return found


@pytest.mark.parametrize(("ordered", "last_day", "safe_day"), EXAMPLES)
def test_an_example_is_computed_by_the_rules(ordered: date, last_day: date, safe_day: date) -> None:
    """The last day and the safe day in Italy."""
    found = verdict(ordered, "IT")
    assert (last_day.isoformat(), safe_day.isoformat()) == (found["last_day"], found["safe_day"])


def test_the_british_example_does_not_move() -> None:
    """Saturday 19 September 2026 is the last day in the United Kingdom."""
    assert "2026-09-19" == verdict(date(2026, 9, 5), "GB")["last_day"]


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize(("ordered", "last_day", "safe_day"), EXAMPLES)
def test_the_page_states_the_example(site: Path, language: str, ordered: date, last_day: date, safe_day: date) -> None:
    """Both days in words, with the weekday that the calendar gives them, and the safe day where it differs."""
    text = page(site, language, "withdrawal").one("article").text
    pattern = "EEEE d MMMM y"
    (example,) = [line for line in text.splitlines() if format_date(ordered, pattern, LOCALES[language]) in line]
    assert format_date(last_day, pattern, LOCALES[language]) in example
    if safe_day != last_day:
        assert format_date(safe_day, "EEEE d", LOCALES[language]) in example
