"""Places as data: rules/data/places.json and rules/data/zoneinfo/, from `tzdata` and `pycountry`.

A country code stands for a law and a time zone; a region code (ISO 3166-2) for further closed days or another zone.
The zone files are `tzdata`'s own bytes, so that every interpreter, the browser's too, computes with the same ones.
"""

import argparse
import json
import sys
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pycountry

DATA = Path(__file__).parents[1] / "rules" / "data"

# The states bound by Directive 2011/83/EU: the European Union, then the rest of the European Economic Area.
DIRECTIVE = [
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    *("IS", "LI", "NO"),
]
RIGHT = dict.fromkeys(DIRECTIVE, "directive") | {"GB": "gb", "CH": "none", "US": "none", "CA": "none"}

# Parts of the Union that have a country code of their own (Treaty on the Functioning of the EU, articles 349 and 355).
PARTS = {
    "AX": ("FI", "FI-01"),
    "GF": ("FR", "FR-973"),
    "GP": ("FR", "FR-971"),
    "MF": ("FR", "FR-MF"),
    "MQ": ("FR", "FR-972"),
    "RE": ("FR", "FR-974"),
    "YT": ("FR", "FR-976"),
}
# Their subdivision codes in older lists, and French Guiana's in `holidays`.
ALIASES = {
    "FR-GF": "FR-973",
    "FR-GP": "FR-971",
    "FR-GY": "FR-973",
    "FR-MQ": "FR-972",
    "FR-RE": "FR-974",
    "FR-YT": "FR-976",
}

# ISO 3166-2 lists these under the state, but its part in the Union or the European Economic Area leaves them out.
OUTSIDE = {
    *("FR-BL", "FR-CP", "FR-NC", "FR-PF", "FR-PM", "FR-TF", "FR-WF"),
    *("NL-AW", "NL-BQ1", "NL-BQ2", "NL-BQ3", "NL-CW", "NL-SX"),
    *("NO-21", "NO-22"),
}

# Counties of Norway since 2024, which pycountry does not list yet.
NEW_COUNTIES = {f"NO-{number}" for number in (31, 32, 33, 39, 40, 55, 56)}

# The zone of most people, where zone.tab's first line for the country is another one or there is no line at all.
COUNTRY_ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "BV": "Etc/UTC",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "HM": "Etc/UTC",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
REGION_ZONES = {
    "ES-CE": "Africa/Ceuta",
    "ES-CN": "Atlantic/Canary",
    "ES-GC": "Atlantic/Canary",
    "ES-ML": "Africa/Ceuta",
    "ES-TF": "Atlantic/Canary",
    "PT-20": "Atlantic/Azores",
    "PT-30": "Atlantic/Madeira",
}

ZONEINFO = resources.files("tzdata") / "zoneinfo"


def edition() -> str:
    """The edition of the time zone database, as IANA names it: `2026f`."""
    first_line = (ZONEINFO / "tzdata.zi").read_text("utf-8").partition("\n")[0]
    return first_line.removeprefix("# version ")


def zones_by_country() -> dict[str, list[str]]:
    """The zones of every country in the order of zone.tab, which puts the most populous first where it can."""
    zones: dict[str, list[str]] = {}
    for line in (ZONEINFO / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            zones.setdefault(country, []).append(zone)
    return zones


def zone_names() -> list[str]:
    """The zones that are packed: every one of zone.tab, and UTC."""
    return sorted({"Etc/UTC", *(zone for zones in zones_by_country().values() for zone in zones)})


def links() -> dict[str, str]:
    """Other names that tzdata gives to a packed zone; browsers still report some, as Asia/Calcutta."""
    packed = set(zone_names())
    lines = (line.split() for line in (ZONEINFO / "tzdata.zi").read_text("utf-8").splitlines() if line[:2] == "L ")
    targets = {name: target for _, target, name in lines if name not in packed}
    return {name: target for name, target in sorted(targets.items()) if target in packed}


def places() -> dict[str, Any]:
    """Countries, regions and zones, as places.json holds them."""
    zones = zones_by_country()
    countries: dict[str, dict[str, str]] = {}
    for code in sorted(country.alpha_2 for country in pycountry.countries):
        if code in PARTS:
            country, region = PARTS[code]
            countries[code] = {"part_of": country, "region": region}
        else:
            zone = COUNTRY_ZONES.get(code) or zones[code][0]
            countries[code] = {"right": RIGHT.get(code, "not_examined"), "zone": zone}
    regions: dict[str, set[str]] = {country: set() for country in RIGHT}
    for code in {part.code for part in pycountry.subdivisions} | NEW_COUNTIES:
        if code[:2] in RIGHT:
            regions[code[:2]].add(code)
    region_zones = REGION_ZONES | {region: zones[code][0] for code, (_, region) in PARTS.items()}
    return {
        "edition": f"tzdata {edition()}, pycountry {version('pycountry')}",
        "countries": countries,
        "regions": {country: sorted(regions[country] - OUTSIDE - ALIASES.keys()) for country in sorted(regions)},
        "zones": dict(sorted(region_zones.items())),
        "aliases": dict(sorted(ALIASES.items())),
        "links": links(),
    }


def files() -> dict[Path, bytes]:
    """Every generated file with its bytes."""
    return {
        DATA / "places.json": (json.dumps(places(), indent=1) + "\n").encode(),
        DATA / "zoneinfo" / "EDITION": f"{edition()}\n".encode(),
        **{DATA / "zoneinfo" / name: ZONEINFO.joinpath(*name.split("/")).read_bytes() for name in zone_names()},
    }


def stale(wanted: dict[Path, bytes]) -> list[Path]:
    """The files on disk that are missing, differ, or are no longer wanted."""
    found = {path for path in (DATA / "zoneinfo").rglob("*") if path.is_file()}
    differing = {path for path, content in wanted.items() if not path.exists() or path.read_bytes() != content}
    return sorted(differing | (found - wanted.keys()))


def main(arguments: list[str] | None = None) -> int:
    """Write the tables, or tell which files are stale; the exit status."""
    parser = argparse.ArgumentParser("python -m checker.publish.places", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 with the stale files, if any")
    check = parser.parse_args(arguments).check
    wanted = files()
    for path in stale(wanted):
        if check:
            print(path.relative_to(DATA))
        elif path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
        else:
            path.unlink()
    return 1 if check and stale(wanted) else 0


if __name__ == "__main__":
    sys.exit(main())
