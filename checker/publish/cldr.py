"""Writes `checker/words/cldr/<language>.json` from CLDR (through Babel) and ISO 3166-2 (through pycountry).

python -m checker.publish.cldr
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pycountry
from babel.dates import get_date_format

from checker.publish import days
from checker.rules import places
from checker.words.catalogue import LANGUAGES

FOLDER = Path(__file__).parents[1] / "words" / "cldr"
FIRST_DAY = {"fr": "1er"}
"""How a language writes the first day of a month, where CLDR's patterns do not say it."""

NOT_IN_ISO = {"FR-MF": "Saint-Martin"}


def names(language: str, languages: Sequence[str] = LANGUAGES) -> dict[str, object]:
    """The table of one language, with the names of all `languages` of the site."""
    locale = days.locale(language)
    return {
        "iso3": _iso3(language),
        "days": [locale.days["format"]["wide"][day] for day in range(7)],
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "short_days": [locale.days["stand-alone"]["abbreviated"][day] for day in range(7)],
        "short_months": [locale.months["format"]["abbreviated"][month] for month in range(1, 13)],
        "full": get_date_format("full", locale).pattern,
        "long": get_date_format("long", locale).pattern,
        "first": FIRST_DAY.get(language, "1"),
        "and": locale.list_patterns["standard"]["end"],
        "languages": {code: locale.languages[code] for code in languages},
        "countries": {code: locale.territories[code] for code in sorted(places.countries())},
        "regions": {code: _region(code) for country in places.countries() for code in places.regions(country)},
    }


def _iso3(language: str) -> str:
    found = pycountry.languages.get(alpha_2=language)
    if found is None:
        raise LookupError(f"ISO 639 has no code of three letters for {language}")
    return str(found.alpha_3)


def _region(code: str) -> str:
    found = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]  # pycountry leaves it untyped
    return NOT_IN_ISO[code] if found is None else str(found.name)


def main() -> None:
    """Write every language's table."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        table = json.dumps(names(language), ensure_ascii=False, indent=1)
        (FOLDER / f"{language}.json").write_text(table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
