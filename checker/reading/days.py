"""Days as people write them in the site's languages: `lunedì 7 settembre 2026`, `7. 9. 2026`, `7 September 2026 at 2:30 pm`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.reading.folding import folded, words
from checker.reading.names import months, weekdays

_LONGEST = 100
"""No day takes more characters to write."""

# The first digit comes first and what may not stand before it second, so that texts are searched for digits only.
_DAY = re.compile(
    r"(?P<first>[0-9])(?<!\w.)(?<![0-9][./:,-].)(?:"
    r"(?P<y1>[0-9]{3})(?P<between>[./-])(?P<m1>[0-9]{1,2})(?P=between)(?P<d1>[0-9]{1,2})"
    r"|(?P<d2>[0-9]?) ?(?P<mark>[./-]) ?(?P<m2>[0-9]{1,2}) ?(?P=mark) ?(?P<y2>[0-9]{4}|[0-9]{2})"
    r"|(?P<d3>[0-9]?)(?:\.?[ºª°]|st|nd|rd|th|ere?)?[ ./-]{0,3}(?:(?:de|di|of) )?(?P<n3>[a-z]{3,12})"
    r"(?:[ .,]{1,3}(?:del? )?(?P<y3>[0-9]{4}|'[0-9]{2}|[0-9]{2}(?=\s*\Z))|[./-](?P<z3>[0-9]{4}|[0-9]{2}))"
    r"|(?P<d4>[0-9]?)(?:st|nd|rd|th)?,? (?:del? )?(?P<y4>[0-9]{4})"
    r")(?![^\W_t]|[./-][0-9])"
)
_MONTH_BEFORE = re.compile(r"(?<!\w)(?P<name>[a-z]{3,12})\.? \Z")
_LONGEST_NAME = 14
_SPACED = re.compile(r"(?<!\S)([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})(?![^\s,])")
_CLOCK = re.compile(
    r"(?:t|(?: r\b\.?| roku\b)?(?: ?[,-])? ?(?P<word>(?:(?:alle|all|ore|h|um|a|at|las|as|o|godz|godzinie)[ .']{1,2}){1,2})?)"
    r"(?<![0-9])(?P<hour>[0-9]{1,2})"
    r"(?:(?P<mark>:| ?h ?|\.)(?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2}))?|(?= ?(?:[ap]\.? ?m\b|uhr\b|h\b)))"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?(?P<unit> ?(?:uhr|h)\b)?"
    r"(?P<zone> ?(?:utc|gmt)(?: ?[+-][0-9]{1,2}(?::?[0-9]{2})?)?|z| ?\+[0-9]{2}:?[0-9]{2}| -[0-9]{4}|-[0-9]{2}:?[0-9]{2})?"
    r"(?![\w:]|[.,+-][0-9])"
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?")
_UNREAD = re.compile(
    r"[ (,]{0,3}(?:[ap]\.? ?m\b|(?:est|ist)\b(?! [a-z])|(?:a?[cemp]dt|a[ce]st|[cmp]st|cest|eest|west|[cew]et|mes?z|bst|msk)\b"
    r"|(?:utc|gmt|z)\b|[+-] ?[0-9])"
)
"""Behind a clock: what says more about it, and was not read. `est` and `ist` are French and German words as well."""

_MORE = re.compile(r"[^a-z\s.,;()'/-]")
"""What no word about a day is written with."""

_SMALL = frozenset(
    words(
        "a al am da das de del dell dem den der di dia dnia do dzien el em feira giorno il in jour l la le lo o of on r "
        "roku the um vom z"
    )
)
"""Words about a day that leave it the same day."""


class Found(NamedTuple):
    """A day in a folded text, from `start` to `end`; `iso` is None where there is one that cannot be read with certainty."""

    start: int
    end: int
    iso: str | None
    day_first: bool | None = None
    """Of a day and a month in figures, as they stand: False where only the second can be the day, None where either can."""


def iso(typed: str) -> str:
    """A day, or a day and a time, in the contract's form; text that cannot be read with certainty comes back stripped only.

    A day that does not exist keeps its figures (`2026-02-31`), for the rules to say so.
    """
    typed = typed.strip()
    if len(typed) > _LONGEST:
        return typed
    text = _SPACED.sub(lambda figures: "/".join(figures.groups()), " ".join(folded(typed).split()))
    day = next(found(text, alone=True), None)
    if day is None or day.iso is None:
        return typed
    rest = f"{text[: day.start]} {text[day.end :]}"
    alone = not _MORE.search(rest) and all(goes_with(word, day.iso) for word in words(rest))
    return day.iso if alone else typed


def found(text: str, *, alone: bool = False) -> Iterator[Found]:
    """The days in a folded text, each with the time that follows it, in the order in which they stand.

    `alone`: the text is a day and nothing else, so that figures behind it (`14.30`) are a time, not a price.
    """
    position = 0
    while match := _DAY.search(text, position):
        before = match["y4"] and _MONTH_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        day = _day(match, before["name"] if before else match["n3"])
        if day is None:  # the word beside the number is no month
            position = match.end()
            continue
        clock, timed, position = _CLOCK.match(text, match.end()), "", match.end()
        if clock and (alone or clock["mark"] != "." or clock["word"] or clock["half"] or clock["unit"]):
            position = clock.end()
            timed = "" if _UNREAD.match(text, position) else _time(clock)
            day = day if timed else ""
        start = before.start() if before else match.start()
        yield Found(start, position, day + timed if day else None, _day_first(match))


def _day(match: re.Match[str], name: str | None) -> str | None:
    """The day in its ISO form; empty where its month cannot be; None where its word is not a month's name."""
    figures = match["m1"] or match["m2"]
    month = int(figures) if figures else months().get(name or "")
    if month is None:
        return None
    if match["y1"]:
        year, day = match["first"] + match["y1"], match["d1"]
    else:
        year = match["y2"] or match["y3"] or match["z3"] or match["y4"]
        day = match["first"] + (match["d2"] or match["d3"] or match["d4"] or "")
    year = year if len(year) == 4 else f"20{year[-2:]}"
    return f"{year}-{month:02}-{day:0>2}" if 1 <= month <= 12 else ""


def _day_first(match: re.Match[str]) -> bool | None:
    """See `Found`; what is not in figures, or the same either way, is as good as day first."""
    if not match["m2"]:
        return True
    day, month = int(match["first"] + match["d2"]), int(match["m2"])
    if day > 12 or day == month:
        return True
    return None if month <= 12 else False


def _time(clock: re.Match[str]) -> str:
    """The time of day as ISO has it, with its offset where one is stated; empty where there is no such time."""
    hour, minute, second = (int(clock[part] or 0) for part in ("hour", "minute", "second"))
    if clock["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}" + (f":{second:02}" if clock["second"] else "") + _zone(clock["zone"])


def _zone(stated: str | None) -> str:
    """An offset as ISO has it; empty where none is stated."""
    if stated is None:
        return ""
    offset = _OFFSET.search(stated)
    return f"{offset['sign']}{int(offset['hours']):02}:{offset['minutes'] or '00'}" if offset else "Z"


def goes_with(word: str, day: str) -> bool:
    """Whether a folded word beside an ISO day leaves it as it is: a small word, or the name of the weekday that it is."""
    if word in _SMALL:
        return True
    try:
        return date.fromisoformat(day[:10]).weekday() in weekdays().get(word, ())
    except ValueError:  # a day that does not exist is no weekday
        return word in weekdays()
