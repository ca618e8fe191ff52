"""Closed days as data: rules/data/closed_days/<country>.json, from the `holidays` package and corrections.json.

A closed day is a public holiday "designated as such in the Member State" (Regulation 1182/71, article 2(1)), or a day
that the state's own law on time limits treats like one. What `holidays` gets wrong for that purpose is put right by
rules/data/corrections.json, each entry with its reason and statute: `add` and `remove` change the table; `possible`
names days that only some communes of a region keep, which the table leaves out. In doubt the table has the shorter
period: a day that no text found makes a public holiday is no closed day.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from difflib import unified_diff
from importlib.metadata import version
from pathlib import Path
from typing import Any

import holidays
from dateutil.easter import easter  # type: ignore[import-untyped]  # comes with `holidays`, has no stubs

from checker.publish.places import DATA, DIRECTIVE

FIRST, LAST = date(2018, 1, 1), date(2040, 12, 31)
YEARS = range(FIRST.year, LAST.year + 1)

# Regions whose own holidays bind by law, under the names `holidays` gives them. FR-67 and FR-68 come from corrections.
REGIONS = {
    "DE": ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"],
    "FR": ["57", "6AE", "971", "972", "973", "974", "976", "MF"],
    "IT": ["BZ"],
}

Days = dict[date, str]


def dates_of(rule: list[str] | Mapping[str, int]) -> list[date]:
    """The days a correction names: ISO dates, or in every year `from`..`to` a month and day, or days from Easter."""
    if isinstance(rule, list):
        return [date.fromisoformat(day) for day in rule]
    years = range(rule.get("from", FIRST.year), rule.get("to", LAST.year) + 1)
    if "easter" in rule:
        return [easter(year) + timedelta(days=rule["easter"]) for year in years]
    return [date(year, rule["month"], rule["day"]) for year in years]


def correct(days: Days, corrections: Iterable[Mapping[str, Any]]) -> Days:
    """The days after all corrections; one that changes nothing is refused, so that none outlives its reason."""
    for correction in corrections:
        before = days
        days = days | {day: correction["name"] for day in dates_of(correction.get("add", [])) if day not in days}
        gone = set(dates_of(correction.get("remove", [])))
        days = {day: name for day, name in days.items() if day not in gone}
        if days == before and "possible" not in correction:
            raise ValueError(f"this correction changes nothing any more: {correction}")
    return days


def public_holidays(country: str, region: str | None = None) -> Days:
    """Public holidays by `holidays`, under their native names."""
    language = holidays.country_holidays(country).default_language
    return dict(holidays.country_holidays(country, subdiv=region, years=YEARS, language=language))


def language_of(country: str) -> str:
    """The language of a country's native names, as ISO 639 has it."""
    return str(holidays.country_holidays(country).default_language).partition("_")[0]


def table(country: str, corrections: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The closed days of a country: `days` for all of it, `regions` with the days that a region adds to them.

    `possible` are days that only some communes of a region keep: they are not counted, but the reader is told.
    """
    here = [correction for correction in corrections if correction["country"] == country]
    days = correct(public_holidays(country), [entry for entry in here if entry["region"] is None])
    regions = {f"{country}-{name}": public_holidays(country, name) for name in REGIONS.get(country, [])}
    regions |= {entry["region"]: {} for entry in here if entry["region"] not in (None, *regions)}
    for region, own in regions.items():
        own = correct(own, [entry for entry in here if entry["region"] == region])
        regions[region] = {day: name for day, name in own.items() if day not in days}
    return {
        "country": country,
        "language": language_of(country),
        "first": FIRST.isoformat(),
        "last": LAST.isoformat(),
        "made_from": f"holidays {version('holidays')}",
        "days": by_date(days),
        "regions": {region: by_date(regions[region]) for region in sorted(regions)},
        "possible": _possible(here),
    }


def _possible(corrections: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    found: dict[str, Days] = {}
    for entry in corrections:
        days = dict.fromkeys(dates_of(entry.get("possible", [])), entry["name"])
        if days:
            found[entry["region"]] = found.get(entry["region"], {}) | days
    return {region: by_date(found[region]) for region in sorted(found)}


def by_date(days: Days) -> dict[str, str]:
    """The days as the table has them: ISO date -> name, sorted."""
    return {day.isoformat(): name for day, name in sorted(days.items())}


def files() -> dict[Path, str]:
    """Every generated file with its text, one day a line."""
    corrections = json.loads((DATA / "corrections.json").read_text("utf-8"))
    return {
        DATA / "closed_days" / f"{country}.json": json.dumps(table(country, corrections), ensure_ascii=False, indent=1) + "\n"
        for country in DIRECTIVE
    }


def differences(wanted: Mapping[Path, str]) -> list[str]:
    """Lines by which the files on disk differ from the wanted ones: `-` stands in the file, `+` should."""
    found = {path: path.read_text("utf-8") for path in (DATA / "closed_days").glob("*.json")}
    return [
        f"{path.stem} {line}"
        for path in sorted(wanted.keys() | found.keys())
        for line in unified_diff(found.get(path, "").splitlines(), wanted.get(path, "").splitlines(), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]


def main(arguments: list[str] | None = None) -> int:
    """Write the tables, or tell which lines are stale; the exit status."""
    parser = argparse.ArgumentParser("python -m checker.publish.closed_days", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 with the stale lines, if any")
    check = parser.parse_args(arguments).check
    wanted = files()
    if check:
        stale = differences(wanted)
        print("\n".join(stale), end="\n" if stale else "")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
