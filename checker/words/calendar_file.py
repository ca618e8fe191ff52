"""The days to remember as a calendar file (RFC 5545), with reminders in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from checker.rules.verdict import Basis, Outcome, Verdict
from checker.words import sentences
from checker.words.catalogue import N_, text
from checker.words.dates import in_words
from checker.words.facts import OPEN, open_by_law

_WITHDRAW = N_("Recedi dall'ordine OVHcloud entro {day}")
_LAST = N_("Ultimo giorno per recedere dall'ordine OVHcloud")
_REFUND = N_("Ultimo giorno per il rimborso di OVHcloud")

_WHY = {
    "last": N_("Per legge è l'ultimo giorno per recedere."),
    "safe": N_("È il giorno più prudente: per legge l'ultimo è {last}."),
    "uncovered": N_("È il giorno più prudente: più in là non possiamo contare, perché non conosciamo i giorni festivi."),
    "trader": N_("È l'ultimo giorno per recedere, come indica OVHcloud."),
    "excluded": N_(
        "OVHcloud esclude il recesso; se l'esclusione non vale, per legge l'ultimo giorno è {last}. "
        "Recedi per iscritto: è possibile che OVHcloud lo rifiuti."
    ),
    "refund": N_("Per legge OVHcloud deve rimborsarti entro questo giorno."),
}
"""Who says so; `{last}` is the last day by law, in words."""

_TRIGGERS = {3: "-P2DT15H", 1: "-PT15H"}
"""How long before the day's first hour it is 9:00 so many days earlier, wherever the calendar is."""
_MORNING = time(9)
_OCTETS = 75


@dataclass(frozen=True, slots=True)
class _Event:
    """A day to note. `rank`: of two on one day the lower is kept; a refund stands beside the others."""

    day: date
    rank: int
    summary: str
    why: str
    how: str = ""
    last: date | None = None
    alarms: tuple[int, ...] = ()


def calendar_file(verdict: Verdict, now: datetime, language: str) -> str | None:
    """The calendar as text with CRLF line ends; None where there is no day to note, now or later.

    It notes the day to act by with reminders at 9:00 three days and one day before, the last day by law where that is
    another one with a reminder the day before, or the last day for the refund; for several lines each day once.
    `now` has the offset of the place where the customer lives. Raises LookupError for a language that the site does not speak.
    """
    events = [event for line in verdict.lines or (verdict,) for event in _noted(line, now.date(), part=verdict.outcome is None)]
    kept: dict[tuple[date, bool], _Event] = {}
    for event in sorted(events, key=lambda event: event.rank):
        kept.setdefault((event.day, event.summary == _REFUND), event)
    if not kept:
        return None
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//order-checker//order-checker//{language.upper()}"]
    for _, event in sorted(kept.items()):
        lines += _written(event, now, language)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _noted(verdict: Verdict, today: date, *, part: bool) -> Iterator[_Event]:
    """The days of one order or line; `part` where the others of its order have another answer."""
    how = sentences.HOW["part" if part else "whole"]
    still = verdict.outcome in OPEN
    if verdict.outcome is Outcome.WITHDRAWN_IN_TIME and verdict.refund_due and today <= verdict.refund_due:
        yield _Event(verdict.refund_due, 0, _REFUND, "refund")
    elif still and verdict.basis is Basis.TRADER_TERMS:
        trader = next((step.values["trader"] for step in verdict.steps if "trader" in step.values), None)
        if trader:
            yield _Event(trader, 0, _WITHDRAW, "trader", how, alarms=(3, 1))
    elif still:
        yield from _days(verdict, verdict.last_day, today, how)
    elif open_by_law(verdict):
        yield from _days(verdict, verdict.law_last_day, today)


def _days(verdict: Verdict, last: date | None, today: date, how: str = "") -> Iterator[_Event]:
    """The day to act by, which is the first that the page advises and that is not past, and the last by law."""
    ahead = [day for day in (verdict.earliest_day, verdict.safe_day, last) if day and today <= day]
    if not ahead:
        return
    first, excluded = min(ahead), "" if how else "excluded"
    why = "uncovered" if last is None else "last" if first == last else "safe"
    yield _Event(first, 1 if excluded else 0, _WITHDRAW, excluded or why, how, last, (3, 1))
    if last:
        yield _Event(last, 3 if excluded else 2, _LAST, excluded or "last", how, last, (1,))


def _written(event: _Event, now: datetime, language: str) -> list[str]:
    """The event as content lines. Reminders whose hour is past are left out."""
    said = text(_WHY[event.why], language).format(last=in_words(event.last, language) if event.last else "")
    description = " ".join(filter(None, (said, event.how and text(event.how, language))))
    summary = text(event.summary, language).format(day=in_words(event.day, language))
    digest = sha256(f"{event.day}\n{summary}\n{description}".encode()).hexdigest()
    lines = [
        "BEGIN:VEVENT",
        f"UID:{digest[:32]}@order-checker.invalid",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        "TRANSP:TRANSPARENT",
    ]
    for days in event.alarms:
        if datetime.combine(event.day - timedelta(days=days), _MORNING) >= now.replace(tzinfo=None):
            lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(summary)}", f"TRIGGER:{_TRIGGERS[days]}"]
            lines += ["END:VALARM"]
    return [*lines, "END:VEVENT"]


def _escaped(value: str) -> str:
    """A text value: RFC 5545, section 3.3.11."""
    for character in "\\;,":
        value = value.replace(character, f"\\{character}")
    return value.replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line, the space that continues one included, and no character split (RFC 5545, section 3.1)."""
    octets, parts, start, end = line.encode(), [], 0, _OCTETS
    while end < len(octets):
        while octets[end] & 0xC0 == 0x80:  # in the middle of a character
            end -= 1
        parts.append(octets[start:end])
        start, end = end, end + _OCTETS - 1
    return b"\r\n ".join([*parts, octets[start:]]).decode()
