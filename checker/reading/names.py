"""The names of months and of days of the week in all the site's languages, whole or shortened."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.reading.folding import folded
from checker.words.catalogue import LANGUAGES, cldr

SHORTEST = 3
"""A name counts from this many letters on."""

_ALONE = {
    "styczeń": 1, "luty": 2, "marzec": 3, "kwiecień": 4, "maj": 5, "czerwiec": 6, "lipiec": 7, "sierpień": 8, "wrzesień": 9,
    "październik": 10, "listopad": 11, "grudzień": 12, "jänner": 1, "setiembre": 9,
}  # fmt: skip
"""Names that CLDR's table of days in words lacks: the Polish ones without a day, Austria's January, Spain's other September."""

_LETTERS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6, "wt": 1, "sr": 2, "pt": 4}
"""Days of the week in two letters, as German and Polish shorten them."""


@cache
def months() -> dict[str, int]:
    """The months by each beginning of their folded names that fits one month only."""
    named = [(name, number) for language in LANGUAGES for number, name in enumerate(cldr(language)["months"], 1)]
    return {name: min(fits) for name, fits in _beginnings([*named, *_ALONE.items()]).items() if len(fits) == 1}


@cache
def weekdays() -> dict[str, frozenset[int]]:
    """The days of the week, 0 for Monday, that each beginning of their folded names may mean."""
    named = [(name.split("-")[0], day) for language in LANGUAGES for day, name in enumerate(cldr(language)["days"])]
    short = {name: frozenset({day}) for name, day in _LETTERS.items()}
    return short | {name: frozenset(days) for name, days in _beginnings(named).items()}


def _beginnings(named: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """What each beginning of the names, from the shortest that counts, may mean."""
    found: dict[str, set[int]] = {}
    for name, meaning in named:
        plain = folded(name)
        for length in range(SHORTEST, len(plain) + 1):
            found.setdefault(plain[:length], set()).add(meaning)
    return found
