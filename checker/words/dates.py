"""Days in words, as CLDR writes them in each language."""

from __future__ import annotations

import re
from datetime import date

from checker.rules.moments import Refused, moment
from checker.words.catalogue import cldr

_PARTS = re.compile(r"'([^']*)'|EEEE|MMMM|d|y")
"""What of CLDR's pattern stands for a part of a day, or between quotes for itself."""


def in_words(day: date, language: str, form: str = "full") -> str:
    """A day in words: `lunedì 21 settembre 2026`; in the form "long" without its weekday."""
    names = cldr(language)
    parts: dict[str, str] = {
        "EEEE": names["days"][day.weekday()],
        "MMMM": names["months"][day.month - 1],
        "d": names["first"] if day.day == 1 else str(day.day),
        "y": str(day.year),
    }
    return _PARTS.sub(lambda part: parts.get(part[0], part[1] or ""), str(names[form]))


def listed(items: list[str], language: str) -> str:
    """Items as a list in a sentence: `a, b e c`; parted by semicolons where a comma stands in one of them."""
    if len(items) < 2:
        return "".join(items)
    comma = "; " if any("," in item for item in items) else ", "
    return str(cldr(language)["and"]).format(comma.join(items[:-1]), items[-1])


def moment_in_words(written: str, language: str) -> str | None:
    """A day or a moment of the contract in words, `domenica 16 agosto 2026, 02:17 (UTC+02:00)`; None for any other text."""
    try:
        read = moment(written)
    except Refused:
        return None
    clock = f", {read.time:%H:%M}" if read.time else ""
    offset = f" (UTC{read.time.isoformat()[-6:]})" if read.time and read.time.tzinfo else ""
    return in_words(read.written, language) + clock + offset
