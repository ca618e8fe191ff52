"""The calendar file, read by two other programs: the right days, reminders still to come, and text that survives."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from icalendar import Calendar

from checker import check
from checker.rules.order import read
from checker.words import LANGUAGES
from checker.words.calendar_file import calendar_file
from tests.strategies import orders

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
BY_ID = {case["id"]: case["order"] for case in CASES}
SATURDAY = BY_ID["fr-saturday"]
SEVERAL = {key: value for key, value in SATURDAY.items() if key != "product"}

WITHDRAW = "Recedi dall'ordine OVHcloud entro"
LAST = "Ultimo giorno per recedere dall'ordine OVHcloud"
REFUND = "Ultimo giorno per il rimborso di OVHcloud"


def made(order: dict[str, Any], language: str = "it") -> str | None:
    """Give the calendar of an order, as the command line makes it."""
    verdict, (found, _) = check(order), read(order)
    now = found[0].now.astimezone(found[0].zone) if found else datetime.fromisoformat("2026-09-08T09:00:00+02:00")
    return calendar_file(verdict, now, language)


def events(order: dict[str, Any], language: str = "it") -> list[Any]:
    """Give the events that a calendar program finds."""
    file = made(order, language)
    return [] if file is None else list(Calendar.from_ical(file).walk("VEVENT"))


def noted(order: dict[str, Any]) -> list[tuple[str, str]]:
    """Give each day with the beginning of what is noted on it."""
    starts = (WITHDRAW, LAST, REFUND)
    return [
        (event.decoded("dtstart").isoformat(), next(start for start in starts if str(event["summary"]).startswith(start)))
        for event in events(order)
    ]


def reminders(event: Any) -> list[str]:
    """Give when the event's alarms go off, on the clock where the calendar is."""
    day = datetime.combine(event.decoded("dtstart"), datetime.min.time())
    return [str(day + alarm.decoded("trigger")) for alarm in event.walk("VALARM")]


@pytest.mark.parametrize(
    ("case", "changes", "days"),
    [
        ("it-mon", {}, [("2026-09-28", WITHDRAW)]),
        ("fr-saturday", {}, [("2026-09-19", WITHDRAW), ("2026-09-21", LAST)]),
        ("fr-saturday", {"now": "2026-09-19T23:59:59+02:00"}, [("2026-09-19", WITHDRAW), ("2026-09-21", LAST)]),
        ("fr-saturday", {"now": "2026-09-19T22:00:00Z"}, [("2026-09-21", WITHDRAW)]),
        ("ie-june-2026", {}, [("2026-05-31", WITHDRAW), ("2026-06-02", LAST)]),
        ("ie-june-2026", {"now": "2026-06-01T12:00:00+01:00"}, [("2026-06-01", WITHDRAW), ("2026-06-02", LAST)]),
        ("it-mon", {"ordered_at": "2050-09-05", "now": "2050-09-06T12:00:00+02:00"}, [("2050-09-19", WITHDRAW)]),
        ("prod-domain", {}, [("2026-09-21", WITHDRAW)]),
        ("prod-domain", {"ordered_at": "2026-09-05"}, [("2026-09-19", WITHDRAW), ("2026-09-21", LAST)]),
        ("prod-domain", {"trader_last_day": "2026-10-10"}, [("2026-10-10", WITHDRAW)]),
        ("age-15d", {"trader_last_day": "2026-10-10"}, [("2026-10-10", WITHDRAW)]),
        ("prod-domain", {"trader_last_day": "2026-10-10", "withdrawn_at": "2026-09-10"}, []),
        ("wd-last-minute", {}, [("2026-10-05", REFUND)]),
        ("wd-last-minute", {"now": "2026-10-06T12:00:00+02:00"}, []),
        ("prod-licence-late", {}, []),
        ("goods-not-delivered", {}, []),
        ("info-unknown-after", {}, []),
        ("age-15d", {}, []),
        ("wd-late", {}, []),
        ("unpaid-open", {}, []),
        ("who-unknown", {}, []),
        ("bad-31sep", {}, []),
    ],
)
def test_the_days_that_are_noted(case: str, changes: dict[str, Any], days: list[tuple[str, str]]) -> None:
    """Noted are the earliest day to act by that is not past, the last day by law, or the refund; else there is no file."""
    order = BY_ID[case] | changes
    assert (days, not days) == (noted(order), made(order) is None)


@pytest.mark.parametrize(
    ("now", "first", "last"),
    [
        ("2026-09-10T12:00:00+02:00", ["2026-09-16 09:00:00", "2026-09-18 09:00:00"], ["2026-09-20 09:00:00"]),
        ("2026-09-16T09:00:00+02:00", ["2026-09-16 09:00:00", "2026-09-18 09:00:00"], ["2026-09-20 09:00:00"]),
        ("2026-09-16T07:00:01Z", ["2026-09-18 09:00:00"], ["2026-09-20 09:00:00"]),
        ("2026-09-19T12:00:00+02:00", [], ["2026-09-20 09:00:00"]),
    ],
)
def test_reminders_are_still_to_come(now: str, first: list[str], last: list[str]) -> None:
    """Reminders ring at 9:00: for the day to act by three days and one day before, for the last day one; none in the past."""
    assert [first, last] == [reminders(event) for event in events(SATURDAY | {"now": now})]


def test_two_programs_read_the_same() -> None:
    """Another calendar program finds the same days, texts and reminders."""
    file = made(SATURDAY) or ""
    theirs = [
        (
            event.dtstart.value,
            event.summary.value,
            event.description.value,
            [alarm.trigger.value for alarm in event.valarm_list],
        )
        for event in vobject.readOne(file).vevent_list
    ]
    ours = [
        (
            event.decoded("dtstart"),
            str(event["summary"]),
            str(event["description"]),
            [alarm.decoded("trigger") for alarm in event.walk("VALARM")],
        )
        for event in events(SATURDAY)
    ]
    assert (2, ours) == (len(ours), theirs)


def test_a_day_says_who_says_so_and_how_to_withdraw() -> None:
    """The description names the law, or OVHcloud, and the way; its commas and dots arrive as they were written."""
    first, last = (str(event["description"]) for event in events(SATURDAY))
    how = (
        "Nello Spazio Cliente OVHcloud: «I miei ordini», poi «...» accanto all'ordine, poi «Annulla l'ordine». "
        "Vale anche una dichiarazione chiara, inviata per iscritto."
    )
    assert f"È il giorno più prudente: per legge l'ultimo è lunedì 21 settembre 2026. {how}" == first
    assert f"Per legge è l'ultimo giorno per recedere. {how}" == last
    (only,) = events(BY_ID["it-mon"])
    assert f"Per legge è l'ultimo giorno per recedere. {how}" == str(only["description"])
    (excluded,) = events(BY_ID["prod-domain"])
    assert str(excluded["description"]) == (
        "OVHcloud esclude il recesso; se l'esclusione non vale, per legge l'ultimo giorno è lunedì 21 settembre 2026. "
        "Recedi per iscritto: è possibile che OVHcloud lo rifiuti."
    )
    (offered,) = events(BY_ID["prod-domain"] | {"trader_last_day": "2026-10-10"})
    assert str(offered["description"]).startswith("È l'ultimo giorno per recedere, come indica OVHcloud.")
    (uncovered,) = events(BY_ID["it-mon"] | {"ordered_at": "2050-09-05", "now": "2050-09-06T12:00:00+02:00"})
    assert "più in là non possiamo contare" in str(uncovered["description"])


def test_several_products_have_each_day_once() -> None:
    """Products with the same days share them; where the days differ, all are there, in order."""
    goods = {"product": "goods", "delivered_on": "2026-09-08"}
    order = SEVERAL | {"now": "2026-09-09T12:00:00+02:00"}
    same = [("2026-09-19", WITHDRAW), ("2026-09-21", LAST)]
    assert same == noted(order | {"lines": [{"product": "vps"}, {"product": "email"}]})
    assert [*same, ("2026-09-22", WITHDRAW)] == noted(order | {"lines": [goods, {"product": "vps"}, {"product": "email"}]})


@pytest.mark.parametrize("lines", [["vps", "domain"], ["domain", "vps"]])
def test_a_right_goes_before_a_disputed_one(lines: list[str]) -> None:
    """On a day shared with an excluded product, the product that can be withdrawn from speaks, of writing to OVHcloud."""
    order = SEVERAL | {"lines": [{"product": product} for product in lines]}
    said = [str(event["description"]) for event in events(order)]
    assert [True, True] == ["Scrivi all'assistenza OVHcloud che recedi da questo prodotto" in text for text in said]


def test_the_refund_stands_beside_a_day_to_act_by() -> None:
    """A refund for one product and the day to withdraw from another can fall on the same day: both are noted."""
    withdrawn = {
        "product": "email",
        "ordered_at": "2026-09-01",
        "withdrawn_at": "2026-09-05",
        "trader_informed_on": "2026-09-05",
    }
    order = SEVERAL | {"now": "2026-09-09T12:00:00+02:00", "lines": [{"product": "vps"}, withdrawn]}
    assert [("2026-09-19", WITHDRAW), ("2026-09-19", REFUND), ("2026-09-21", LAST)] == noted(order)


def test_an_event_is_the_same_whenever_it_is_made() -> None:
    """Made again later, an event replaces itself in the calendar; another day or another language is another event."""
    later = SATURDAY | {"now": "2026-09-06T10:00:00+02:00"}
    ours, again, english = (
        [str(event["uid"]) for event in events(*given)] for given in ((SATURDAY,), (later,), (SATURDAY, "en"))
    )
    assert ours == again
    assert 4 == len({*ours, *english})
    assert all(re.fullmatch(r"[0-9a-f]{32}@order-checker\.invalid", uid) for uid in ours)
    assert [True, False] == [(made(SATURDAY) or "").count(stamp) == 2 for stamp in ("DTSTAMP:20260905T100000Z", "20260906")]


def test_the_file_is_no_invitation() -> None:
    """The events take no time and invite nobody; the file says who made it."""
    calendar = Calendar.from_ical(made(SATURDAY) or "")
    assert ("2.0", "-//order-checker//order-checker//IT", None) == tuple(
        calendar.get(name) for name in ("version", "prodid", "method")
    )
    assert {("TRANSPARENT", date)} == {(str(event["transp"]), type(event.decoded("dtstart"))) for event in events(SATURDAY)}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(order=orders())
def test_any_verdict_makes_a_calendar_that_can_be_read(language: str, order: dict[str, Any]) -> None:
    """Lines end in CRLF and hold 75 octets at most, no character is split, no placeholder is left, and no day is past."""
    file = made(order, language)
    if file is None:
        return
    lines = file.encode().split(b"\r\n")
    assert b"" == lines.pop()
    assert [] == [line for line in lines if len(line) > 75 or not line.decode() or b"\n" in line or b"\r" in line]
    assert [] == re.findall(r"\{\w*\}", file)
    found = events(order, language)
    verdict, (parts, _) = check(order), read(order)
    wide = [verdict.last_day, verdict.law_last_day, verdict.safe_day, verdict.refund_due]
    trader = [step.values["trader"] for step in verdict.steps if "trader" in step.values]
    days = [event.decoded("dtstart") for event in found]
    assert (days, []) == (sorted(days), [day for day in days if day < parts[0].today])
    assert max(days) <= max(day for day in (*wide, *trader) if day)
    assert len(lines) > 10
