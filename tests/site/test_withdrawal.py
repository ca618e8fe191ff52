"""The examples on the page in prose are what the rules compute."""

from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

from checker import check
from tests.site.built import LANGUAGES, page

# How the page in each language writes the day of the order, the last day, and the safe day, which has no month.
# Polish declines the weekday: "z soboty", "w sobotę".
IN_WORDS = {
    "it": ("it", "EEEE d MMMM y", "EEEE d MMMM y", "EEEE d"),
    "en": ("en_GB", "EEEE d MMMM y", "EEEE d MMMM y", "EEEE d"),
    "fr": ("fr", "EEEE d MMMM y", "EEEE d MMMM y", "EEEE d"),
    "de": ("de", "EEEE, d. MMMM y", "EEEE, d. MMMM y", "EEEE, 'dem' d."),
    "es": ("es", "EEEE, d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y", "EEEE d"),
    "pt": ("pt_PT", "EEEE, d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y", "EEEE, d"),
    "pl": ("pl", "'z {genitive}' d MMMM y", "EEEE d MMMM y", "'w {accusative}' d MMMM"),
}
POLISH = {0: ("poniedziałku", "poniedziałek"), 4: ("piątku", "piątek"), 5: ("soboty", "sobotę")}
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


def in_words(day: date, pattern: str, locale: str) -> str:
    """A day as a page writes it."""
    genitive, accusative = POLISH.get(day.weekday(), ("", ""))
    return format_date(day, pattern.format(genitive=genitive, accusative=accusative), locale)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("ordered", "last_day", "safe_day"), EXAMPLES)
def test_the_page_states_the_example(site: Path, language: str, ordered: date, last_day: date, safe_day: date) -> None:
    """Both days in words, with the weekday that the calendar gives them, and the safe day where it differs."""
    locale, of_order, of_last, of_safe = IN_WORDS[language]
    text = page(site, language, "withdrawal").one("article").text
    (example,) = [line for line in text.splitlines() if in_words(ordered, of_order, locale) in line]
    assert in_words(last_day, of_last, locale) in example
    if safe_day != last_day:
        assert in_words(safe_day, of_safe, locale) in example
