"""The fourteen days as a strip of calendar days, with the same in words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from checker.rules.verdict import Verdict
from checker.words.catalogue import N_, cldr, text
from checker.words.dates import in_words, listed

LEGEND = {
    "start": N_("da qui si conta"),
    "counted": N_("giorni da 1 a 14"),
    "closed": N_("non lavorativo: il termine si sposta"),
    "last": N_("ultimo giorno"),
    "today": N_("oggi"),
}

COUNTED = N_("Il conteggio parte da {start}, che non si conta. Il giorno 1 è {first}, il giorno 14 è {nominal}.")
MOVED = N_("Non lavorativi: {closed}. L'ultimo giorno è {last}.")
STAYS = N_("È anche l'ultimo giorno.")
HOLIDAY = N_("{day} (festivo: {holiday})")


def strip(verdict: Verdict, language: str) -> dict[str, Any] | None:
    """The days from the start of the fourteen to the last day; None where the verdict does not count fourteen days.

    text: the same in words; legend: what the kinds are called; week: the weekdays' short names, from Monday; before: how many
    of its days are over when it starts; days [{day (ISO), date, number (1 to 14, or null), kind (`start`, `counted`, `closed`,
    `last`), today, why}]: `date` is the day of the month, with the month where one begins, and `why` names the holiday that
    closes a day.
    """
    rules = {step.rule: step.values for step in verdict.steps}
    last = verdict.last_day or verdict.law_last_day
    if "fourteen_days" not in rules or last is None or {"information_missing", "information_too_late"} & rules.keys():
        return None
    start, nominal = rules["fourteen_days"]["start"], rules["fourteen_days"]["nominal"]
    moves = rules.get("last_day_moves", {}).get("closed", [])
    closed: dict[date, str] = {entry["day"]: entry["why"] for entry in moves}
    names = cldr(language)
    return {
        "text": _in_words(start, nominal, last, closed, language),
        "legend": {kind: text(message, language) for kind, message in LEGEND.items()},
        "week": names["short_days"],
        "before": start.weekday(),
        "days": list(_days(start, last, closed, verdict.today, names)),
    }


def _days(
    start: date, last: date, closed: dict[date, str], today: date | None, names: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for number in range((last - start).days + 1):
        day = start + timedelta(days=number)
        kind = "last" if day == last else "closed" if day in closed else "counted" if number else "start"
        why = closed.get(day)
        of_month = names["first"] if day.day == 1 else str(day.day)
        yield {
            "day": day.isoformat(),
            "date": f"{of_month} {names['short_months'][day.month - 1]}" if day in (start, day.replace(day=1)) else of_month,
            "number": number if 0 < number <= 14 else None,
            "kind": kind,
            "today": day == today,
            "why": None if why in ("saturday", "sunday") else why,
        }


def _in_words(start: date, nominal: date, last: date, closed: dict[date, str], language: str) -> str:
    first = start + timedelta(days=1)
    counted = text(COUNTED, language).format(
        start=in_words(start, language), first=in_words(first, language), nominal=in_words(nominal, language)
    )
    if not closed:
        return f"{counted} {text(STAYS, language)}" if last == nominal else counted
    named = listed([closed_day(day, why, language) for day, why in closed.items()], language)
    return f"{counted} {text(MOVED, language).format(closed=named, last=in_words(last, language))}"


def closed_day(day: date, why: str, language: str) -> str:
    """A closed day in words, with the holiday that closes it; a weekend says so by its name."""
    said = in_words(day, language)
    return said if why in ("saturday", "sunday") else text(HOLIDAY, language).format(day=said, holiday=why)
