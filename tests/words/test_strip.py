"""The fourteen days as a strip: the same days as the verdict's, in a picture and in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from checker import check
from checker.words import LANGUAGES
from checker.words.dates import in_words
from checker.words.strip import strip
from tests.judged import CASES, judged

BY_ID = {case["id"]: case["order"] for case in CASES}
MOVED = BY_ID["fr-saturday"] | {"country": "IT"}


def drawn(order: dict[str, Any], language: str = "it") -> dict[str, Any]:
    """The strip of an order that has one."""
    found = strip(check(order), language)
    assert found
    return found


def test_every_strip_ends_on_the_verdict_s_last_day() -> None:
    """It runs without a gap from the day that is not counted, over day 1 to 14, to the last day by law."""
    strips = [(verdict, found) for _, verdict in judged() if (found := strip(verdict, "it"))]
    assert len(strips) > 200
    for verdict, found in strips:
        days = [date.fromisoformat(day["day"]) for day in found["days"]]
        assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
        assert days[-1] == (verdict.last_day or verdict.law_last_day)
        assert [None, *range(1, 15), *[None] * (len(days) - 15)] == [day["number"] for day in found["days"]]
        assert ("start", "last") == (found["days"][0]["kind"], found["days"][-1]["kind"])


def test_the_days_stand_below_their_weekday() -> None:
    """The week begins on Monday, and the first cell stands below the weekday of the first day."""
    found = drawn(MOVED | {"ordered_at": "2026-09-23", "now": "2026-09-24T12:00:00+02:00"}, "fr")
    assert ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."] == found["week"]
    assert date(2026, 9, 23).weekday() == found["before"]


def test_a_month_is_named_where_it_begins() -> None:
    """Each day is a number; the first of the strip and the first of a month have their month beside it."""
    found = drawn(MOVED | {"ordered_at": "2026-09-28", "now": "2026-09-29T12:00:00+02:00"}, "fr")
    assert ["28 sept.", "29", "30", "1er oct.", "2"] == [day["date"] for day in found["days"]][:5]


def test_the_days_that_move_the_end_are_marked() -> None:
    """A Saturday and a Sunday at the end are closed, and the Monday after them is last."""
    assert ["closed", "closed", "last"] == [day["kind"] for day in drawn(MOVED)["days"]][-3:]


def test_a_holiday_is_named() -> None:
    """Christmas and St Stephen's Day say why they do not count as the last day."""
    found = drawn({**MOVED, "ordered_at": "2025-12-11", "now": "2025-12-12T12:00:00+01:00"})
    assert ["Natale", "Santo Stefano"] == [day["why"] for day in found["days"] if day["why"]]
    assert "giovedì 25 dicembre 2025 (festivo: Natale)" in found["text"]


def test_today_is_marked_where_it_lies_within() -> None:
    """One day of the strip is today; none is, once all are past."""
    assert ["2026-09-08"] == [
        day["day"] for day in drawn({**MOVED, "now": "2026-09-08T12:00:00+02:00"})["days"] if day["today"]
    ]
    late = drawn({**MOVED, "now": "2026-11-08T12:00:00+01:00", "info_given": True})
    assert not any(day["today"] for day in late["days"])


def test_twelve_months_are_no_strip() -> None:
    """Where the information is missing the period is too long to draw."""
    assert strip(check({**MOVED, "info_given": False}), "it") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_say_what_the_picture_shows(language: str) -> None:
    """Start, day 1, day 14 and the last day stand in the text, and each kind in the legend."""
    found = drawn(MOVED, language)
    assert all(in_words(date(2026, 9, day), language) in found["text"] for day in (5, 6, 19, 21))
    assert {day["kind"] for day in found["days"]} <= set(found["legend"])
    assert all(found["legend"].values())
