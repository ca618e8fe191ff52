"""Where the customer lives: which state's law is meant, whose public holidays count, and what day it is there."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from checker.rules import data


class Right(StrEnum):
    """What is known of a right to withdraw from an online service contract in a country."""

    DIRECTIVE = "directive"
    """Directive 2011/83/EU: the EU, and the EEA through its agreement."""
    GB = "gb"
    """Consumer Contracts Regulations 2013: the same fourteen days, but the last day never moves."""
    NONE = "none"
    """Examined: no such right by statute."""
    NOT_EXAMINED = "not_examined"

    @property
    def given(self) -> bool:
        """Whether a consumer there has the right."""
        return self in (Right.DIRECTIVE, Right.GB)


@dataclass(frozen=True, slots=True)
class Place:
    """A country (or the state it is part of: Réunion is France), its right, and the region where it is known."""

    country: str
    right: Right
    region: str | None = None


_LONGEST_ZONE = 64
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)+|UTC")
_REGION = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")


@cache
def countries() -> dict[str, Right]:
    """Every ISO 3166-1 alpha-2 code that can be given as `country`, with its right."""
    listed = data.table("places")["countries"]
    return {code: Right(listed[entry.get("part_of", code)]["right"]) for code, entry in listed.items()}


@cache
def regions(country: str) -> tuple[str, ...]:
    """The regions of a country that can matter: those with closed days or a time zone of their own."""
    own = {code for code in data.table("places")["zones"] if code.startswith(f"{country}-")}
    if countries().get(country) is Right.DIRECTIVE:
        own |= set(data.table(f"closed_days/{_state(country)}")["regions"])
    return tuple(sorted(own))


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA time zone `name`, from the tables here and nothing else: the same bytes everywhere.

    Raises KeyError for a name that the tables do not hold.
    """
    name = data.table("places")["links"].get(name, name)
    if len(name) > _LONGEST_ZONE or not _ZONE.fullmatch(name):
        raise KeyError(name)
    try:
        return ZoneInfo.from_file(io.BytesIO(data.raw(f"zoneinfo/{name}")), name)
    except OSError:
        raise KeyError(name) from None


def zone_of(country: str) -> ZoneInfo:
    """The time zone of a country: of its capital, or of most of its people."""
    return zone(data.table("places")["countries"][country]["zone"])


def own_zone(region: str | None) -> ZoneInfo | None:
    """The time zone of a region where it is not its country's; None elsewhere."""
    name = data.table("places")["zones"].get(region)
    return zone(name) if name else None


def read(country: object, region: object, time_zone: object) -> tuple[Place | None, ZoneInfo | None, dict[str, str]]:
    """The place and its time zone, as far as they are known, and a code for each of the three fields that is refused.

    `country`: ISO 3166-1 alpha-2; `region`: ISO 3166-2; `time_zone`: an IANA name that overrides the place's own.
    """
    refused: dict[str, str] = {}
    known = data.table("places")
    for name, value in {"country": country, "region": region, "time_zone": time_zone}.items():
        if value is not None and not isinstance(value, str):
            refused[name] = "wrong_type"
    place = None
    if isinstance(country, str):
        if country in known["countries"]:
            place = _place(country)
        else:
            refused["country"] = "unknown_code"
    if isinstance(region, str):
        code = known["aliases"].get(region, region)
        form = _REGION.fullmatch(code)
        if not form or (form[1] in known["regions"] and code not in known["regions"][form[1]]):
            refused["region"] = "unknown_code"
        elif place and (form[1] != place.country or place.region not in (None, code)):
            refused["region"] = "region_of_other_country"
        elif place:
            place = Place(place.country, place.right, code)
    own = None
    try:
        if isinstance(time_zone, str):
            own = zone(time_zone)
        elif place:
            own = own_zone(place.region) or zone_of(place.country)
    except KeyError:
        refused["time_zone"] = "unknown_code"
    return place, own, refused


def _state(country: str) -> str:
    return str(data.table("places")["countries"][country].get("part_of", country))


def _place(country: str) -> Place:
    entry = data.table("places")["countries"][country]
    return Place(_state(country), countries()[country], entry.get("region"))
